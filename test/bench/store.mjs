/**
 * The store at 100,000 responses, in Chromium on a profile on the disk, beside idb-keyval's `entries()` in the same run: how long it
 * takes to start, to read everything for the index, to submit; and how much memory a backup needs that is written as it is read.
 *
 *     node test/bench/store.mjs [--responses 100000] [--rounds 3]
 *
 * Times are wall times; the ratio of two of them in one run is what counts, and the disk's cache is warm for both.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/lib/setup.mjs';
import { bundleStore, serveStore } from '../campaign/support.mjs';

const { values } = parseArgs({
  options: {
    responses: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    submits: { type: 'string', default: '300' },
  },
});
const N = Number(values.responses);
const ROUNDS = Number(values.rounds);
const SUBMITS = Number(values.submits);

const site = await serveStore(await bundleStore());
const profile = await mkdtemp(join(tmpdir(), 'canyu-bench-'));

async function withPage(work, path = '/') {
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    args: [...CHROMIUM_FLAGS, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
    userDataDir: profile,
    protocolTimeout: 1_800_000,
  });
  try {
    const page = await browser.newPage();
    await page.goto(site.origin + path);
    return await work(page);
  } finally {
    const gone = once(browser.process(), 'exit');
    await browser.close();
    await gone;
  }
}

/** Runs in the page: the respondents, through the store itself; then idb-keyval's own database with the same records. */
async function fill(count) {
  const { openStore, addResponses, setMany, createStore } = globalThis.canyuStore;
  const store = openStore();
  const peer = createStore('peer', 'keyval');
  const hex = (bytes) =>
    Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const hash = hex(32);
  const pick = (...list) => list[Math.floor(Math.random() * list.length)];
  const make = () => {
    const form = pick('full', 'full', 'short');
    const answers = {};
    for (let n = 1; n <= 40; n++) {
      if (form === 'full' || n % 2) answers[`IT${n}`] = Math.random() < 0.04 ? pick('dk', 'pns') : pick(1, 2, 3, 4, 5);
    }
    if (Math.random() < 0.3) answers.TX1 = `希望下次开会前先把议题告诉大家 ${hex(4)}`;
    return {
      schema: 'canyu-response/1',
      id: crypto.randomUUID(),
      study: 'demo',
      instrument: 'participation-trust@1.0.0',
      wave: pick('pre', 'post'),
      group: pick('resident', 'resident', 'resident', 'resident', 'official'),
      community: pick('a', 'b', 'c', 'd', 'e', 'f'),
      form,
      mode: pick('self', 'self', 'helped'),
      locale: pick('zh-Hans', 'zh-Hans', 'en'),
      answers,
      link: Math.random() < 0.85 ? Array.from({ length: 7 }, () => hex(16)) : null,
      consent: { version: '1', hash },
      date: `2026-11-${pick('21', '22', '23', '24')}`,
      seconds: 120 + Math.floor(Math.random() * 900),
      device: pick('own', 'own', 'kiosk'),
    };
  };
  for (let done = 0; done < count; done += 2000) {
    const page = Array.from({ length: Math.min(2000, count - done) }, make);
    await addResponses(store, page, 2000);
    await setMany(
      page.map((response) => [response.id, response]),
      peer,
    );
  }
  store.close();
}

/** Runs in the page. */
async function compact() {
  const { openStore, compactResponses } = globalThis.canyuStore;
  const store = openStore();
  const steps = [];
  let last = performance.now();
  const begin = last;
  const packed = await compactResponses(store, {
    least: 1,
    pause: () => {
      steps.push(performance.now() - last);
      last = performance.now();
      return Promise.resolve();
    },
  });
  store.close();
  steps.sort((a, b) => a - b);
  return { packed, total: performance.now() - begin, step: steps[Math.floor(steps.length / 2)] };
}

/** Runs in a fresh page, right after the browser's start. */
async function start() {
  const { openStore, countResponses } = globalThis.canyuStore;
  const begin = performance.now();
  const store = openStore();
  await store.ready();
  const ready = performance.now() - begin;
  const counts = await countResponses(store, 'demo');
  return { ready, counted: performance.now() - begin, responses: counts.reduce((sum, { count }) => sum + count, 0) };
}

/** Runs in a fresh page: one way of reading everything; the page is new so that no heap of another way is in it. */
async function read(way) {
  const { openStore, readAllResponses, parseResponse, entries, createStore } = globalThis.canyuStore;
  globalThis.gc();
  const before = performance.memory.usedJSHeapSize;
  const begin = performance.now();
  let all;
  if (way === 'entries') all = await entries(createStore('peer', 'keyval'));
  else {
    const parse = way === 'packs' ? parseResponse : (value) => parseResponse(value);
    ({ responses: all } = await readAllResponses(openStore(), 'demo', parse));
  }
  const time = performance.now() - begin;
  globalThis.gc();
  return { time, count: all.length, heap: (performance.memory.usedJSHeapSize - before) / 1e6 };
}

/** Runs in the page: drafts and submits as a survey does. */
async function submit(count) {
  const { openStore, draftKey } = globalThis.canyuStore;
  const store = openStore({ name: globalThis.canyuBench });
  await store.ready();
  const times = [];
  for (let n = 0; n < count; n++) {
    const answers = Object.fromEntries(Array.from({ length: 40 }, (_, item) => [`IT${item}`, 3]));
    const response = {
      schema: 'canyu-response/1',
      id: crypto.randomUUID(),
      study: 'demo',
      wave: 'pre',
      group: 'resident',
      answers,
    };
    await store.saveDraft(draftKey(response), { id: response.id, answers });
    const begin = performance.now();
    await store.submit(response);
    times.push(performance.now() - begin);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  store.close();
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)] };
}

/** Runs in the page: a backup of everything, line by line; the lines go into a Blob, which lies outside of the heap. */
async function backup() {
  const { openStore, backupLines } = globalThis.canyuStore;
  const store = openStore();
  globalThis.gc();
  const before = performance.memory.usedJSHeapSize;
  let peak = 0;
  let [lines, bytes] = [0, 0];
  let file = new Blob();
  let part = [];
  const begin = performance.now();
  for await (const line of backupLines(
    store,
    { study: 'demo', device: 'bench', createdAt: '2026-11-24' },
    crypto.subtle,
  )) {
    part.push(line, '\n');
    lines += 1;
    if (lines % 2000 === 0) {
      file = new Blob([file, ...part]);
      part = [];
      peak = Math.max(peak, performance.memory.usedJSHeapSize);
    }
  }
  file = new Blob([file, ...part]);
  bytes = file.size;
  return { lines, bytes, time: performance.now() - begin, peak: (peak - before) / 1e6, heap: peak / 1e6 };
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const ms = (time) => `${Math.round(time).toLocaleString('en')} ms`;
const say = (what, value) => console.log(`${what.padEnd(64)} ${value}`);

try {
  await withPage((page) => page.evaluate(fill, N));
  const fresh = await withPage((page) => page.evaluate(read, 'records'));
  const made = await withPage((page) => page.evaluate(compact));
  say(
    `packing ${made.packed.toLocaleString('en')} records in the background`,
    `${ms(made.total)}, a transaction ${ms(made.step)}`,
  );
  const rows = [];
  for (let round = 0; round < ROUNDS; round++) {
    rows.push({
      start: await withPage((page) => page.evaluate(start)),
      packs: await withPage((page) => page.evaluate(read, 'packs')),
      entries: await withPage((page) => page.evaluate(read, 'entries')),
    });
    const { packs, entries } = rows.at(-1);
    say(`  round ${round + 1}: entries() / ours`, `${ms(entries.time)} / ${ms(packs.time)}`);
  }
  const of = (key, field) => median(rows.map((row) => row[key][field]));
  say('start: database open, tally checked', ms(of('start', 'ready')));
  say('start: and responses counted by wave and group', ms(of('start', 'counted')));
  say(
    `idb-keyval entries() of ${of('entries', 'count').toLocaleString('en')}`,
    `${ms(of('entries', 'time'))}, heap kept ${of('entries', 'heap').toFixed(0)} MB`,
  );
  say(
    `ours, from packs, ${of('packs', 'count').toLocaleString('en')}`,
    `${ms(of('packs', 'time'))}, heap kept ${of('packs', 'heap').toFixed(0)} MB`,
  );
  say('ours, from the records', ms(fresh.time));
  say(
    'ratio entries() : ours (goal 5 or more), median of the rounds',
    median(rows.map(({ packs, entries }) => entries.time / packs.time)).toFixed(1),
  );
  const written = await withPage((page) => page.evaluate(backup));
  say(
    `backup of ${written.lines - 2} records, ${(written.bytes / 1e6).toFixed(0)} MB, written as it is read`,
    `${ms(written.time)}, heap at most ${written.heap.toFixed(0)} MB (${written.peak.toFixed(0)} MB more than before)`,
  );
  const busy = await withPage((page) => page.evaluate(submit, SUBMITS));
  say(
    `submit with ${N.toLocaleString('en')} stored, ${SUBMITS} times`,
    `median ${busy.median.toFixed(1)} ms, p95 ${busy.p95.toFixed(1)} ms`,
  );
  const empty = await withPage((page) => page.evaluate(`globalThis.canyuBench = 'empty'; (${submit})(${SUBMITS})`));
  say('submit into an empty store', `median ${empty.median.toFixed(1)} ms, p95 ${empty.p95.toFixed(1)} ms`);
} finally {
  await site.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
