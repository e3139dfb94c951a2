/**
 * Child process of the benchmark, with --expose-gc: how much memory is in use for the parsed sheets, and how much more while their results
 * are computed, measured after a collection at every pause. Prints both in bytes.
 */
import { makeLines, study } from './population.mjs';

const core = new URL('../../build/src/core/', import.meta.url);
const { computeSteps } = await import(new URL('change/compute.js', core));
const { participationTrust } = await import(new URL('instrument/participation-trust.js', core));
const { createRandom } = await import(new URL('stats/random.js', core));

const used = () => {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const people = Number(process.argv[2]);
const before = used();
const responses = [];
for (const line of makeLines(participationTrust, createRandom(1), people)) responses.push(JSON.parse(line));
const parsed = used() - before;

const steps = computeSteps({ study, instrument: participationTrust, responses, options: { resamples: 0 } });
let most = 0;
let pauses = 0;
while (!steps.next().done) {
  // A collection takes long: every tenth pause while sheets are read, which are many and alike.
  if (pauses++ % 10 === 0) most = Math.max(most, used() - before - parsed);
}
console.log(JSON.stringify({ parsed, most }));
