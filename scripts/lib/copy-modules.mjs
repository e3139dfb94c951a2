import { copyFileSync, cpSync } from 'node:fs';
import { root } from './setup.mjs';

/**
 * Copies the compiled modules to the folder that npm users import from. The writers of office documents go as the one file of `dist`: what
 * they are made with asks a bundler for CommonJS, which not every one takes.
 */
export function copyModules(to, dist) {
  cpSync(new URL('build/src/', root), to, { recursive: true, filter: (name) => !name.endsWith('.tsbuildinfo') });
  copyFileSync(new URL('office.js', dist), new URL('office.js', to));
}
