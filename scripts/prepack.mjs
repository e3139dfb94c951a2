/** Makes `esm/`, the unbundled modules with types that npm users import, and a fresh `dist/`. */
import { rmSync } from 'node:fs';
import { copyModules } from './lib/copy-modules.mjs';
import { ensurePackages, root, run } from './lib/setup.mjs';

ensurePackages();
run(process.execPath, ['scripts/build.mjs']);
const esm = new URL('esm/', root);
rmSync(esm, { recursive: true, force: true });
copyModules(esm, new URL('dist/', root));
