/**
 * A chart of 26 items × 2 waves (260 bars) drawn by `<canyu-chart type="likert">`, beside a plain chart.js page with the same bars, in the same
 * run and taking turns: cold (a fresh page, nothing cached, until the picture is painted) and warm (drawn anew on a page that is there).
 *
 *     node test/bench/chart.mjs [--cold 11] [--warm 41]
 *
 * CANYU_DIST names the folder of the bundle. CPU time is that of the page's main thread; its ratio is what counts (target 1.3), for wall
 * time depends on what else the machine does. The target is for drawing, so it is the warm ratio that is judged; cold, the code of the
 * element, its words and its table comes beside chart.js, and the ratio is printed. The element draws besides the bars its sentence, its notes and a table of all figures.
 */
import { parseArgs } from 'node:util';
import { core, launch, openSite } from '../page/site.mjs';

const { values } = parseArgs({
  options: { cold: { type: 'string', default: '11' }, warm: { type: 'string', default: '41' } },
});
const TARGET = 1.3;
const ITEMS = 26;
const SIZE = { width: 900, height: 1600 };
/** Height of the element's picture, which the plain one gets too: a canvas costs by its size. */
const HEIGHT = 2744;

const { uniform } = core.createRandom(26);
const answers = () => {
  const counts = Array.from({ length: 5 }, () => 8 + Math.floor(30 * uniform()));
  const n = counts.reduce((sum, count) => sum + count, 0);
  const rate = { estimate: 0.02, low: 0.01, high: 0.06, count: 3, n: n + 5 };
  const sides = { low: counts[0] + counts[1], middle: counts[2], high: counts[3] + counts[4] };
  return { n, counts, sides, dontKnow: rate, notSaid: rate };
};
const none = { estimate: null, why: 'not-computable' };
const items = Object.fromEntries(
  Array.from({ length: ITEMS }, (_, i) => [
    `Q${i + 1}`,
    { options: [1, 2, 3, 4, 5], baseline: answers(), endline: answers(), score: none },
  ]),
);
const results = {
  schema: 'canyu-results/1',
  study: { id: 'bench', title: { 'zh-Hans': '26 题', en: '26 items' }, synthetic: true },
  instrument: 'bench@1',
  waves: { baseline: 'pre', endline: 'post' },
  settings: {
    software: 'canyu@0.1.0',
    weights: {},
    voice: 0.5,
    relevance: 5,
    minimumCell: 5,
    confidence: 0.95,
    seed: 1,
    resamples: 0,
    changedFromDefault: [],
  },
  flow: {},
  groups: { resident: { index: none, domains: none, constructs: none, items } },
  joint: { index: none },
  gaps: {},
  labels: { Q: { 'zh-Hans': '全部题目', en: 'All items' } },
};

const page = (script) =>
  `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><link rel="icon" href="data:,"><body>${script}</body></html>`;
/** Both pages offer `draw()`, which resolves when the picture has been painted. */
const painted = `const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));`;
const files = {
  '/bench/canyu.html': {
    type: 'text/html',
    body: page(
      '<script type="module" src="/dist/canyu.js"></script><script type="module" src="/bench/canyu.js"></script>',
    ),
  },
  '/bench/canyu.js': {
    type: 'text/javascript',
    body: `${painted}
const results = await (await fetch('/bench/results.json')).json();
globalThis.draw = async () => {
  document.querySelector('canyu-chart')?.remove();
  const chart = document.createElement('canyu-chart');
  Object.assign(chart, { type: 'likert', group: 'resident', construct: 'Q', results });
  const ready = new Promise((done) => chart.addEventListener('canyu-chart-ready', done));
  document.body.append(chart);
  await ready;
  await painted();
};
await globalThis.draw();
globalThis.drawnAt = performance.now();`,
  },
  '/bench/plain.html': {
    type: 'text/html',
    body: page(
      '<script src="/node_modules/chart.js/dist/chart.umd.js"></script><script type="module" src="/bench/plain.js"></script>',
    ),
  },
  '/bench/plain.js': {
    type: 'text/javascript',
    body: `${painted}
const results = await (await fetch('/bench/results.json')).json();
const lanes = Object.entries(results.groups.resident.items).flatMap(([id, { baseline, endline }]) =>
  [['项目前', baseline], ['项目后', endline]].map(([wave, { n, counts }]) => ({ label: id + ' ' + wave, shares: counts.map((count) => count / n) })));
const colours = ['#777', '#bbb', '#e5e5e5', '#8fa5cc', '#143f8f'];
let chart;
globalThis.draw = async () => {
  chart?.destroy();
  document.querySelector('div')?.remove();
  const box = document.createElement('div');
  box.style.setProperty('height', '${HEIGHT}px');
  const canvas = document.createElement('canvas');
  box.append(canvas);
  document.body.append(box);
  chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: lanes.map(({ label }) => label),
      datasets: colours.map((backgroundColor, i) => ({ label: String(i + 1), backgroundColor, data: lanes.map(({ shares }) => shares[i]) })),
    },
    options: { indexAxis: 'y', animation: false, maintainAspectRatio: false, scales: { x: { stacked: true, max: 1 }, y: { stacked: true, ticks: { autoSkip: false } } } },
  });
  await painted();
};
await globalThis.draw();
globalThis.drawnAt = performance.now();`,
  },
  '/bench/results.json': JSON.stringify(results),
};

const site = await openSite();
Object.assign(site.files, files);
const browser = await launch('chromium');
const NAMES = ['canyu', 'plain'];
const times = Object.fromEntries(
  ['cold', 'warm'].map((kind) => [kind, Object.fromEntries(NAMES.map((name) => [name, { wall: [], cpu: [] }]))]),
);

/** Opens a page in a context of its own; CPU seconds of its main thread so far. */
async function open(name) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport(SIZE);
  const client = await tab.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const cpu = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return 1000 * metrics.find((metric) => metric.name === 'TaskDuration').value;
  };
  const before = await cpu();
  await tab.goto(`${site.url}/bench/${name}.html`);
  await tab.waitForFunction('globalThis.drawnAt', { polling: 20 });
  return { tab, context, cpu, wall: await tab.evaluate('drawnAt'), spent: (await cpu()) - before };
}

for (let round = 0; round < Number(values.cold); round++) {
  for (const name of round % 2 ? [...NAMES].reverse() : NAMES) {
    const { context, wall, spent } = await open(name);
    // The first of each pays for what the browser itself has not done yet.
    if (round > 0) {
      times.cold[name].wall.push(wall);
      times.cold[name].cpu.push(spent);
    }
    await context.close();
  }
}
const there = Object.fromEntries(await Promise.all(NAMES.map(async (name) => [name, await open(name)])));
const sizes = await Promise.all(
  NAMES.map((name) =>
    there[name].tab.evaluate(() => {
      const root = document.querySelector('canyu-chart')?.shadowRoot ?? document;
      return root.querySelector('canvas').height;
    }),
  ),
);
if (sizes.some((size) => Math.abs(size - HEIGHT) > 40))
  throw new Error(`the pictures are ${sizes.join(' and ')} pixels high`);
for (let round = 0; round < Number(values.warm) + 5; round++) {
  for (const name of round % 2 ? [...NAMES].reverse() : NAMES) {
    const { tab, cpu } = there[name];
    await tab.bringToFront();
    const before = await cpu();
    const wall = await tab.evaluate(async () => {
      const start = performance.now();
      await globalThis.draw();
      return performance.now() - start;
    });
    if (round < 5) continue;
    times.warm[name].wall.push(wall);
    times.warm[name].cpu.push((await cpu()) - before);
  }
}
await browser.close();
await site.close();

const at = (sorted, share) => sorted[Math.round(share * (sorted.length - 1))];
const said = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  return { median: at(sorted, 0.5), text: [0.25, 0.5, 0.75].map((share) => at(sorted, share).toFixed(1)).join(' / ') };
};
let drawing = Infinity;
for (const [kind, pages] of Object.entries(times)) {
  console.log(`${kind}, ${pages.canyu.cpu.length} rounds (quartiles and median in ms)`);
  for (const measure of ['cpu', 'wall']) {
    const [own, plain] = NAMES.map((name) => said(pages[name][measure]));
    const ratio = own.median / plain.median;
    if (measure === 'cpu' && kind === 'warm') drawing = ratio;
    console.log(`  ${measure}: canyu-chart ${own.text}; chart.js ${plain.text}; ratio ${ratio.toFixed(2)}`);
  }
}
console.log(
  `${drawing <= TARGET ? '✓' : '✗'} drawing takes ${drawing.toFixed(2)}× the CPU time of chart.js (target ${TARGET}×)`,
);
process.exitCode = drawing <= TARGET ? 0 : 1;
