/** Sends ready-made files compressed with brotli at its highest level, as a good web server does with static files. */
import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
};

/**
 * @param {Map<string, string | Buffer>} files by path
 * @returns {Promise<{url: string, size: (path: string) => number, asked: string[], close: () => void}>} `size`: bytes as sent ·
 *   `asked`: paths in the order in which they were asked for; the caller empties it
 */
export async function serveFiles(files) {
  const ready = new Map(
    [...files].map(([path, content]) => [
      path,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    ]),
  );
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const body = ready.get(pathname);
    if (!body) return response.writeHead(404).end();
    asked.push(pathname);
    response
      .writeHead(200, {
        'Content-Type': TYPES[pathname.split('.').pop()] ?? 'application/octet-stream',
        'Content-Encoding': 'br',
        'Content-Length': body.length,
        'Cache-Control': 'no-store',
      })
      .end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    size: (path) => ready.get(path)?.length ?? 0,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
