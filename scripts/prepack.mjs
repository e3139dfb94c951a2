/** Makes `esm/`, the unbundled modules with types that npm users import, and a fresh `dist/`. */
import { cpSync, rmSync } from 'node:fs';
import { ensurePackages, root, run } from './lib/setup.mjs';

ensurePackages();
run(process.execPath, ['scripts/build.mjs']);
const esm = new URL('esm/', root);
rmSync(esm, { recursive: true, force: true });
cpSync(new URL('build/src/', root), esm, { recursive: true, filter: (name) => !name.endsWith('.tsbuildinfo') });
