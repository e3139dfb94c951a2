/** One visit of one page: how it loads, what it holds, what taps cost. */
import { probe } from './probe.mjs';

/**
 * How the visits are slowed down. `cpu`: factor · `network`: as in performance budgets for phones, 1.6 Mbit/s with 150 ms
 */
export const PROFILES = {
  '1x': { cpu: 1, settle: 60 },
  '6x': { cpu: 6, settle: 180 },
  phone: {
    cpu: 4,
    settle: 0,
    network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 },
  },
};

/** In a profile with a slow network only the loading is measured. */
const TAPS = 10;

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {ReturnType<import('./server.mjs').serveFiles> extends Promise<infer S> ? S : never} server
 * @returns numbers by name: milliseconds, MB, bytes, counts
 */
export async function visit(browser, server, peer, { cpu, network, settle }) {
  // A context of its own is a profile of its own: nothing is cached, no database exists.
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 820, height: 1180 });
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    const session = await page.createCDPSession();
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (network) await session.send('Network.emulateNetworkConditions', network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    // Thread time: what other programs of the machine do in the meantime is not counted.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluateOnNewDocument(probe, { root: peer.root ?? null, plan: peer.plan });
    const metrics = async () =>
      Object.fromEntries(
        (await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
      );

    server.asked.length = 0;
    await page.goto(`${server.url}/${peer.id}.html`, { waitUntil: 'domcontentloaded' });
    const marks = await within(60_000, page.evaluate('bench.done'), `${peer.id}: no question`);
    const { TaskDuration, ScriptDuration } = await metrics();
    const asked = [...server.asked];
    const early = await page.evaluate(
      (until) =>
        performance
          .getEntriesByType('resource')
          .filter(({ responseEnd }) => responseEnd <= until)
          .map(({ name }) => new URL(name).pathname),
      marks.screen ?? marks.question,
    );
    const result = {
      screen: marks.screen ?? null,
      answerable: marks.screen === undefined ? null : marks.question - marks.screen,
      question: marks.question,
      cpu: TaskDuration * 1000,
      script: ScriptDuration * 1000,
      bytes: asked.reduce((sum, path) => sum + server.size(path), 0),
      requests: asked.length,
      screenBytes: [`/${peer.id}.html`, ...early].reduce((sum, path) => sum + server.size(path), 0),
    };
    await pause(300 * Math.min(cpu, 3));
    result.tbt = await page.evaluate('bench.longTasks()');
    if (!network) {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { JSHeapUsedSize, Nodes } = await metrics();
      Object.assign(result, { heap: JSHeapUsedSize / 1e6, nodes: Nodes });
      Object.assign(result, await tapping(page, metrics, peer, settle));
    }
    if (errors.length) throw errors[0];
    return result;
  } finally {
    await context.close();
  }
}

/** Answers questions with the mouse; one at a time with "next" after each. Medians over the taps. */
async function tapping(page, metrics, peer, settle) {
  const taps = [];
  const moves = [];
  const costs = [];
  const press = async ({ x, y }, moving) => {
    await page.mouse.move(x, y);
    await page.evaluate('bench.quiet()');
    const before = await metrics();
    await page.evaluate(`void (bench.wait = bench.tap(${moving}))`);
    await page.mouse.click(x, y);
    const time = await within(30_000, page.evaluate('bench.wait'), `${peer.id}: a tap showed nothing`);
    // The autosave belongs to the answer.
    await pause(settle);
    return { time, cpu: ((await metrics()).TaskDuration - before.TaskDuration) * 1000 };
  };
  const names = await page.evaluate('bench.names()');
  for (let i = 0; i < TAPS; i++) {
    const name = peer.next ? (await page.evaluate('bench.names()'))[0] : names[i];
    const index = [1, 3, 2, 4][i % 4];
    const spot = await page
      .evaluate((...args) => window.bench.aim(...args), name, index)
      .catch((error) => {
        throw new Error(`${peer.id}: no answer ${index} to ${name}, question ${i + 1} of ${names}`, { cause: error });
      });
    const tap = await press(spot, false);
    if (!(await page.evaluate((...args) => window.bench.chosen(...args), name, index)))
      throw new Error(`${peer.id}: the tap on ${name} chose nothing`);
    const move = peer.next && (await press(await page.evaluate((next) => window.bench.aimAt(next), peer.next), true));
    // The very first answer may load what comes later; it counts as a move of its own and is left out of the medians.
    if (i === 0) continue;
    taps.push(tap.time);
    if (move) moves.push(move.time);
    costs.push(tap.cpu + (move ? move.cpu : 0));
  }
  return {
    tap: quantile(taps, 0.5),
    tap95: quantile(taps, 0.95),
    move: moves.length ? quantile(moves, 0.5) : null,
    tapCpu: quantile(costs, 0.5),
  };
}

/** Goes through the whole survey and hands it in. @returns bytes sent up to there */
export async function wholeWay(browser, server, peer) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 820, height: 1180 });
    await page.evaluateOnNewDocument(probe, { root: peer.root ?? null, plan: peer.plan });
    await page.evaluateOnNewDocument(() =>
      document.addEventListener('canyu-complete', () => (document.documentElement.dataset.done = '')),
    );
    server.asked.length = 0;
    await page.goto(`${server.url}/${peer.id}.html`, { waitUntil: 'domcontentloaded' });
    await page.evaluate('bench.done');
    await within(
      60_000,
      page.evaluate(async () => {
        const { all, quiet } = window.bench;
        while (document.documentElement.dataset.done === undefined) {
          const open = new Set(all('input[type=radio]').map(({ name }) => name));
          for (const name of open) {
            const radios = all('input[type=radio]').filter((input) => input.name === name);
            if (!radios.some((input) => input.checked)) radios[1].click();
            await quiet();
          }
          for (const area of all('textarea,input[type=text]')) {
            area.value = '好';
            for (const type of ['input', 'change', 'blur'])
              area.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
          }
          all('button[type=submit],button:not([type]),.sd-navigation__complete-btn,.main')[0]?.click();
          await quiet();
        }
      }),
      `${peer.id}: does not end`,
    );
    return [...new Set(server.asked)].reduce((sum, path) => sum + server.size(path), 0);
  } finally {
    await context.close();
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function within(ms, promise, what) {
  let timer;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${ms} ms`)), ms);
  });
  return Promise.race([promise, end]).finally(() => clearTimeout(timer));
}

/** The quantile of some numbers, between its neighbours where it lies between two. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}
