/**
 * The bytes of the results of `input.mjs` as Node computes them, against `bytes.json`, with which `bytes.test.ts` compares the browsers.
 * `node test/engines/bytes.mjs` checks (code 1 when they differ); `--write` writes, after a change that is meant to change results.
 * Needs the compiled core: `npx tsc -b src/core`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { makeInput } from './input.mjs';

const core = new URL('../../build/src/core/', import.meta.url);
const { computeResults } = await import(new URL('change/compute.js', core));
const { participationTrust } = await import(new URL('instrument/participation-trust.js', core));
const { canonicalJson, sha256 } = await import(new URL('json/canonical.js', core));
const { createRandom } = await import(new URL('stats/random.js', core));

const file = new URL('bytes.json', import.meta.url);
const text = canonicalJson(computeResults(makeInput(participationTrust, createRandom)));
const found = { characters: text.length, sha256: await sha256(text, webcrypto.subtle) };
if (process.argv.includes('--write')) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
const expected = JSON.parse(readFileSync(file, 'utf8'));
const same = expected.sha256 === found.sha256;
console.log(
  `Node ${process.versions.node}: ${found.characters} characters, ${found.sha256} ${same ? 'as expected' : 'DIFFER'}`,
);
process.exitCode = same ? 0 : 1;
