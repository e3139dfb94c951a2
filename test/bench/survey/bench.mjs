/**
 * `npm run bench:survey`: Canyu beside a hand-written page with the same questions, SurveyJS and Formbricks; see docs/bench-survey.md.
 * Interleaved visits with a cold cache, the processor at full speed and slowed down 6 times.
 *
 *   --quick         3 rounds instead of 10
 *   --rounds N      that many rounds
 *   --only a,b      only these pages (ids in lib/peers.mjs)
 *   --profiles p,q  of 1x, 6x, phone
 *   --beside a,b    other bundles, by folder from the project's root, as further pages
 *   --write         writes the results to docs/bench-survey.md
 *
 * CANYU_DIST names the folder of the bundle, from the project's root (default `dist`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findBrowser } from '../../../scripts/lib/setup.mjs';

const here = new URL('./', import.meta.url);
if (!existsSync(new URL('node_modules/.package-lock.json', here))) {
  console.log('Installing the peers (npm ci) …');
  spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
const { PROFILES, visit, wholeWay } = await import('./lib/measure.mjs');
const { besideFiles, canyuFiles, peerFiles, peers, questionnaire } = await import('./lib/peers.mjs');
const { print, write } = await import('./lib/report.mjs');
const { serveFiles } = await import('./lib/server.mjs');
const { readAll } = await import('./lib/words.mjs');

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const rounds = Number(option('rounds') ?? (process.argv.includes('--quick') ? 3 : 10));
const beside = (option('beside')?.split(',') ?? []).map(besideFiles);
const known = [...peers, ...beside.flatMap((other) => other.peers)];
const only = option('only')?.split(',');
const profiles = option('profiles')?.split(',') ?? Object.keys(PROFILES);

const browser = await puppeteer.launch({ executablePath: findBrowser('chromium'), args: CHROMIUM_FLAGS });
let server;
try {
  const files = canyuFiles();
  const first = await serveFiles(new Map(files));
  const words = await readAll(browser, first.url, questionnaire);
  first.close();
  server = await serveFiles(
    new Map([...files, ...(await peerFiles(...words)), ...beside.flatMap((other) => other.files)]),
  );

  const chosen = known.filter(({ id }) => !only || only.some((name) => id === name || id.startsWith(`${name}-beside`)));
  const results = new Map(chosen.map(({ id }) => [id, Object.fromEntries(profiles.map((profile) => [profile, []]))]));
  const whole = new Map();
  for (const peer of chosen) whole.set(peer.id, await wholeWay(browser, server, peer));

  const loads = [];
  for (let round = 0; round < rounds; round++) {
    for (const profile of profiles) {
      for (const peer of shuffled(chosen)) {
        loads.push(loadavg()[0]);
        results.get(peer.id)[profile].push(await visit(browser, server, peer, PROFILES[profile]));
      }
    }
    process.stderr.write(`\rround ${round + 1} of ${rounds} `);
  }
  process.stderr.write('\n');
  const run = {
    rounds,
    profiles,
    peers: chosen,
    results,
    whole,
    questions: words[0].questions.length,
    answers: words[0].questions.reduce((sum, { options, apart }) => sum + options.length + apart.options.length, 0),
    load: [Math.min(...loads), Math.max(...loads)],
    chromium: await browser.version(),
  };
  print(run);
  if (process.argv.includes('--write')) await write(run, new URL('../../../docs/bench-survey.md', import.meta.url));
} finally {
  server?.close();
  await browser.close();
}

/** In a random order: whoever comes second must not be the same one each time. */
function shuffled(list) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}
