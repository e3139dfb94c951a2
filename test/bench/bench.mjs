/**
 * `npm run bench`: what the engine costs, as ratios measured in one run (method.md §4, performance.md §2 and §5). With Rscript and its
 * package boot the bootstrap is compared with R's; `--full` adds R at 100 000 pairs, which takes it minutes. Never part of the tests: times
 * depend on the machine and on what else it does. Times are processor time, best of several rounds that alternate.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { root, tool } from '../../scripts/lib/setup.mjs';
import { makeLines, sheets, study } from './population.mjs';

tool('tsc', ['-b', 'src/core']);
const core = new URL('build/src/core/', root);
const { computeSteps } = await import(new URL('change/compute.js', core));
const { participationTrust: instrument } = await import(new URL('instrument/participation-trust.js', core));
const { bootstrapHedgesG } = await import(new URL('stats/hedges-g-bootstrap.js', core));
const { latticeBca } = await import(new URL('stats/lattice-bootstrap.js', core));
const { createRandom } = await import(new URL('stats/random.js', core));
const { differences, tallyPairs } = await import(new URL('stats/tally.js', core));

const full = process.argv.includes('--full');
const rows = [];
const row = (what, value, target, met) => rows.push([what, value, target, met === undefined ? '' : met ? 'yes' : 'NO']);
const ms = (value) => `${value < 10 ? value.toFixed(3) : value.toFixed(0)} ms`;
const times = (value) => `${value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en')}×`;

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');

/** Milliseconds of processor time that `work` takes; the garbage of earlier work is collected before. */
function cost(work) {
  gc();
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
const best = (rounds, work) => Math.min(...Array.from({ length: rounds }, () => cost(work)));
/** The same for work too short for the clock: the mean of many, best of several. */
const bestOfMany = (rounds, many, work) =>
  best(rounds, () => {
    for (let i = 0; i < many; i++) work();
  }) / many;

/** Pairs of scores in steps of 5 on 0–100, as five five-point items give them. */
function makePairs(n) {
  const random = createRandom(n, 'pairs');
  const noise = () => 2 * (random.uniform() + random.uniform() + random.uniform() - 1.5);
  const score = (x) => 5 * Math.min(20, Math.max(0, Math.round(x)));
  const pairs = Array.from({ length: n }, () => {
    const trait = noise();
    return [score(9 + 3 * trait + 2 * noise()), score(10.5 + 3 * trait + 2 * noise())];
  });
  return { first: pairs.map(([x]) => x), second: pairs.map(([, y]) => y), pairs };
}

const hasR = spawnSync('Rscript', ['-e', 'library(boot)'], { stdio: 'ignore' }).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'canyu-bench-'));
function runR(pairs, what) {
  const file = join(folder, 'pairs.csv');
  writeFileSync(file, pairs.map((pair) => pair.join()).join('\n'));
  const [seconds, low, high] = execFileSync('Rscript', [new URL('bootstrap.R', import.meta.url).pathname, file, what])
    .toString()
    .trim()
    .split(/\s+/)
    .map(Number);
  return { time: 1000 * seconds, low, high };
}
/** One comparison with R: how many times faster, and that both say the same within the noise of 10 000 resamples. */
function againstR(name, n, pairs, what, own, found, target) {
  if (!hasR) return row(`${name}, n = ${n}: R ÷ Canyu`, 'R not found', `≥ ${target}×`);
  const theirs = runR(pairs, what);
  const width = theirs.high - theirs.low;
  const apart = Math.max(Math.abs(theirs.low - found.low), Math.abs(theirs.high - found.high)) / width;
  if (apart > 0.1)
    throw new Error(`${name}, n = ${n}: R says ${theirs.low} … ${theirs.high}, Canyu ${found.low} … ${found.high}`);
  row(
    `${name}, n = ${n}: R boot + boot.ci (${ms(theirs.time)}) ÷ Canyu`,
    times(theirs.time / own),
    `≥ ${target}×`,
    theirs.time / own >= target,
  );
}

const meanTargets = { 200: 800, 10_000: 10_000, 100_000: 10_000 };
for (const n of [200, 10_000, 100_000]) {
  const { first, second, pairs } = makePairs(n);
  const counted = differences(tallyPairs(first, second));
  const own = bestOfMany(5, 200, () => latticeBca(counted, 5));
  row(`BCa interval of a mean change, exact, n = ${n}`, ms(own), '≤ 1 ms', own <= 1);
  if (n < 100_000 || full)
    againstR('BCa of a mean change', n, pairs, 'mean', own, latticeBca(counted, 5), meanTargets[n]);
}

const gTargets = { 10_000: 20, 100_000: 100 };
const gTimes = {};
for (const n of [200, 10_000, 100_000, 1_000_000]) {
  const { first, second, pairs } = makePairs(n);
  const counted = tallyPairs(first, second);
  const run = () => bootstrapHedgesG(counted, 10_000, createRandom(1));
  gTimes[n] = best(5, run);
  row(`Hedges g, 10 000 resamples, n = ${n} (${counted.counts.length} cells)`, ms(gTimes[n]), '');
  if (n === 10_000 || (n === 100_000 && full))
    againstR('BCa of Hedges g', n, pairs, 'g', gTimes[n], run(), gTargets[n]);
}
const flat = gTimes[1_000_000] / gTimes[10_000];
row('Hedges g after counting, 1 000 000 pairs ÷ 10 000 pairs', times(flat), '≤ 2×', flat <= 2);

const people = 100_000;
const lines = [...makeLines(instrument, createRandom(1), people)];
let parsed = [];
const parse = () => (parsed = lines.map((line) => JSON.parse(line)));
const finish = (steps) => {
  while (!steps.next().done);
};
const compute = () => finish(computeSteps({ study, instrument, responses: parsed, options: { resamples: 0 } }));
const rounds = Array.from({ length: 5 }, () => {
  const before = cost(parse);
  return { parse: before, compute: cost(compute) };
});
const least = (what) => Math.min(...rounds.map((round) => round[what]));
const size = lines.reduce((sum, line) => sum + line.length, 0);
const ratio = least('compute') / least('parse');
row(
  `computeResults without bootstrap, ${people} linked residents × 2 waves (${ms(least('compute'))}) ÷ JSON.parse of their ${Math.round(size / 1e6)} MB (${ms(least('parse'))})`,
  times(ratio),
  '≤ 2×',
  ratio <= 2,
);
parsed = [];
lines.length = 0;

const memory = JSON.parse(
  execFileSync(process.execPath, [
    '--expose-gc',
    '--max-old-space-size=4096',
    new URL('memory.mjs', import.meta.url).pathname,
    String(people),
  ]),
);
const more = memory.most / memory.parsed;
row(
  `memory on top of the parsed sheets (${Math.round(memory.parsed / 1e6)} MB) while computing`,
  times(more),
  '≤ 1.5×',
  more <= 1.5,
);

const random = createRandom(3);
const demo = [
  ...sheets(instrument, random, { group: 'resident', linked: 110, onlyBaseline: 50, onlyEndline: 40 }),
  ...sheets(instrument, random, {
    group: 'official',
    linked: 18,
    onlyBaseline: 5,
    onlyEndline: 4,
    shift: 0.1,
    level: 1.2,
  }),
].map((line) => JSON.parse(line));
let total = Infinity;
let longest = Infinity;
for (let round = 0; round < 6; round++) {
  const steps = computeSteps({ study, instrument, responses: demo });
  const start = performance.now();
  let slowest = 0;
  for (let done = false; !done;) {
    const from = performance.now();
    done = steps.next().done;
    slowest = Math.max(slowest, performance.now() - from);
  }
  total = Math.min(total, performance.now() - start);
  longest = Math.min(longest, slowest);
}
row(`study of ${demo.length} sheets, everything, 10 000 resamples`, ms(total), '');
row('  its longest piece of work between two pauses', ms(longest), '≤ 50 ms', longest <= 50);

rmSync(folder, { recursive: true });
const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((cells) => cells[at].length)));
const print = (cells) =>
  console.log(
    cells
      .map((cell, at) => (at === 1 ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join('   ')
      .trimEnd(),
  );
console.log(`\nnode test/bench/bench.mjs${full ? ' --full' : ''}   Node ${process.versions.node}\n`);
print(['', 'measured', 'target', 'met']);
rows.forEach(print);
