/** A static server for the demo and for tests; files are never cached, so that a rebuilt page is seen at once. */
import { createServer } from 'node:http';
import sirv from 'sirv';
import { root } from './setup.mjs';

/** The strict policy under which every page of Canyu must work (design.md §5). */
export const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

/**
 * Serves the project's folder on the loopback address.
 * @param {{port?: number, csp?: string, handle?: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}} options
 *   `csp`: policy sent with every answer · `handle`: answers a request itself and returns true
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve({ port = 0, csp, handle } = {}) {
  const files = sirv(new URL('.', root).pathname, { dev: true, etag: false });
  const server = createServer((request, response) => {
    if (csp) response.setHeader('Content-Security-Policy', csp);
    response.setHeader('Cache-Control', 'no-store');
    if (handle?.(request, response)) return;
    files(request, response, () => {
      response.statusCode = 404;
      response.end('Not found');
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
