/** Compiles src/ and writes dist/ (or the folder named by --out): bundles, headless core, schemas, manifest, integrity. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { ensurePackages, root, tool } from './lib/setup.mjs';

ensurePackages();
const outName = process.argv.includes('--out') ? process.argv[process.argv.indexOf('--out') + 1] : 'dist';
const out = new URL(`${outName}/`, root);

tool('tsc', ['-b', '.']);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const { rollup } = await import('rollup');
const { default: bundles } = await import('../rollup.config.js');
for (const { output, ...input } of bundles(new URL(out).pathname)) {
  const bundle = await rollup(input);
  await bundle.write(output);
  await bundle.close();
}

const { buildKioskWorker } = await import('./kiosk-app.mjs');
await buildKioskWorker(out);

cpSync(new URL('src/schemas/', root), new URL('schemas/', out), { recursive: true });
for (const name of ['frame.html', 'frame-classic.html', 'frame.css'])
  cpSync(new URL(`src/frame/${name}`, root), new URL(name, out));
tool('cem', ['analyze', '--config', 'custom-elements-manifest.config.js', '--outdir', outName, '--quiet']);

// The analyzer lists modules in the order in which the disk gives them; the committed file must not depend on that.
const manifestFile = new URL('custom-elements.json', out);
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);

const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(out.pathname.length).replace(/^\//, ''))
  .filter((name) => name !== 'integrity.json')
  .sort();
const integrity = Object.fromEntries(
  files.map((name) => [
    name,
    `sha384-${createHash('sha384')
      .update(readFileSync(new URL(name, out)))
      .digest('base64')}`,
  ]),
);
writeFileSync(new URL('integrity.json', out), `${JSON.stringify(integrity, null, 2)}\n`);
console.log(`Built ${files.length} files into ${outName}/`);
