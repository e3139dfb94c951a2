/**
 * Says where the time and the bytes of Canyu's pages go: bytes of each file that ran until the first question, and the functions
 * that took the most time while loading and while answering, the processor slowed down 6 times.
 *
 *   node test/bench/survey/explain.mjs [canyu-page|canyu-step|…]
 *
 * An unminified bundle (CANYU_DIST) gives readable names.
 */
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findBrowser } from '../../../scripts/lib/setup.mjs';
import { canyuFiles, peerFiles, peers, questionnaire } from './lib/peers.mjs';
import { probe } from './lib/probe.mjs';
import { serveFiles } from './lib/server.mjs';
import { readAll } from './lib/words.mjs';

const id = process.argv[2] ?? 'canyu-page';
const peer = peers.find((one) => one.id === id);
const browser = await puppeteer.launch({ executablePath: findBrowser('chromium'), args: CHROMIUM_FLAGS });
const first = await serveFiles(new Map(canyuFiles()));
const words = await readAll(browser, first.url, questionnaire);
first.close();
const server = await serveFiles(new Map([...canyuFiles(), ...(await peerFiles(...words))]));
try {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width: 820, height: 1180 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  await page.evaluateOnNewDocument(probe, { root: peer.root ?? null, plan: peer.plan });
  await session.send('Profiler.start');
  await page.goto(`${server.url}/${id}.html`, { waitUntil: 'domcontentloaded' });
  const marks = await page.evaluate('bench.done');
  show('Loading', (await session.send('Profiler.stop')).profile);
  console.log('\nPainted, ms:', marks);
  console.log('Requests (start–end, ms):');
  const requests = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, startTime, responseEnd }) => [name, startTime, responseEnd]),
  );
  for (const [name, from, to] of requests)
    console.log(`${from.toFixed(0).padStart(6)} – ${to.toFixed(0).padStart(5)}  ${new URL(name).pathname}`);

  const { result } = await session.send('Profiler.takePreciseCoverage');
  console.log('\nCharacters that did not run until then:');
  for (const { url, functions } of result.filter((script) => script.url.includes('/canyu/'))) {
    const ranges = functions.flatMap((one) => one.ranges);
    const used = new Uint8Array(Math.max(...ranges.map((range) => range.endOffset)));
    for (const { startOffset, endOffset, count } of ranges) used.fill(count ? 1 : 0, startOffset, endOffset);
    const idle = used.reduce((sum, one) => sum + (one ? 0 : 1), 0);
    console.log(`${String(idle).padStart(6)} of ${String(used.length).padStart(6)}  ${new URL(url).pathname}`);
    if (process.argv.includes('--functions')) {
      for (const {
        functionName,
        ranges: [range],
      } of functions)
        if (!range.count && range.endOffset - range.startOffset > 100)
          console.log(`         ${range.endOffset - range.startOffset}  ${functionName || '(anonymous)'}`);
    }
  }

  await session.send('Profiler.start');
  const names = await page.evaluate('bench.names()');
  for (let i = 0; i < 12; i++) {
    const name = peer.next ? (await page.evaluate('bench.names()'))[0] : names[i];
    const { x, y } = await page.evaluate((one) => window.bench.aim(one, 1), name);
    await page.mouse.click(x, y);
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (!peer.next) continue;
    const next = await page.evaluate((one) => window.bench.aimAt(one), peer.next);
    await page.mouse.click(next.x, next.y);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  show('12 answers', (await session.send('Profiler.stop')).profile);
} finally {
  server.close();
  await browser.close();
}

/** The functions with the most time of their own. */
function show(title, { nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const times = new Map();
  samples.forEach((sample, i) => {
    const { functionName, url, lineNumber } = byId.get(sample);
    const key = `${functionName || '(anonymous)'}  ${url && `${url.split('/').pop()}:${lineNumber + 1}`}`;
    times.set(key, (times.get(key) ?? 0) + timeDeltas[i] / 1000);
  });
  console.log(`\n${title}: milliseconds of its own, at 6×`);
  for (const [key, time] of [...times].sort((a, b) => b[1] - a[1]).slice(0, 25))
    console.log(`${time.toFixed(1).padStart(8)}  ${key}`);
}
