/**
 * The service worker of the kiosk: Workbox and the list of Canyu's files, each with its hash, in one file `kiosk-worker.js`. A function
 * of scripts/build.mjs, after the bundles are there.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { injectManifest } from 'workbox-build';

/** Workbox keeps its messages for developers out of production builds. */
const production = {
  name: 'production',
  transform: (code, id) =>
    id.includes('workbox') ? { code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null } : null,
};

/**
 * @param {URL} out folder of the bundles, ending in `/`
 * @returns how many files the worker keeps
 */
export async function buildKioskWorker(out) {
  const folder = mkdtempSync(join(tmpdir(), 'canyu-kiosk-'));
  const bundled = join(folder, 'kiosk-worker.js');
  const bundle = await rollup({
    input: 'build/src/kiosk-app/worker.js',
    plugins: [
      nodeResolve({ exportConditions: ['production', 'browser'] }),
      production,
      terser({ ecma: 2020, format: { comments: false } }),
    ],
  });
  await bundle.write({ file: bundled, format: 'iife' });
  await bundle.close();

  const { count, warnings } = await injectManifest({
    swSrc: bundled,
    swDest: new URL('kiosk-worker.js', out).pathname,
    globDirectory: out.pathname,
    globPatterns: ['canyu.js', 'kiosk-app.js', 'chunks/*.js'],
    // A file that is not the one of this build, from a half finished upload or a network's sign-in page, makes the worker refuse.
    manifestTransforms: [(entries) => ({ manifest: entries.map((entry) => withIntegrity(entry, out)), warnings: [] })],
  });
  rmSync(folder, { recursive: true });
  if (warnings.length) throw new Error(warnings.join('\n'));
  return count;
}

function withIntegrity({ url, revision }, out) {
  const digest = createHash('sha384')
    .update(readFileSync(new URL(url, out)))
    .digest('base64');
  return { url, revision, integrity: `sha384-${digest}` };
}
