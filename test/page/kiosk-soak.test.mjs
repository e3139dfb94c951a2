/**
 * The kiosk itself for many people, one after another, on a page that is never loaded again: every screen is drawn and every button
 * pressed, by a script in the page because a finger would need a week. What is left of a person is their stored sheet: no node, no
 * listener, no growing heap. (`soak.test.mjs` does the same for session and store alone, with many more people.)
 *
 * CANYU_SOAK sets how many people for the full run: a tenth of it here (default 60 people).
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { launch, openPage, openSite, readStore } from './site.mjs';

const PEOPLE = Math.max(60, Math.floor(Number(process.env.CANYU_SOAK ?? 0) / 10));
/** People before the first measurement: the browser has compiled what it wants to, and its own lists of timings are full by then. */
const WARM = Math.max(15, PEOPLE / 2);
/** Most that the heap may grow per thousand people, a share of what it is at the beginning; below, bytes that a measurement errs by. */
const SLOPE = 0.01;
const NOISE = 150_000;

let site;
let browser;
before(async () => {
  site = await openSite({ policies: { '/demo/kiosk.html': `${STRICT_CSP}; manifest-src 'self'` } });
  browser = await launch('chromium', { args: ['--js-flags=--expose-gc'] });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Runs in the page: sets the tablet up with a PIN, and leaves the staff's part. */
async function setUp() {
  const kiosk = document.querySelector('canyu-kiosk').shadowRoot;
  const find = async (selector) => {
    for (;;) {
      const found = kiosk.querySelector(selector);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  for (const [id, value] of [
    ['device', '2'],
    ['pin', 'long enough'],
    ['again', 'long enough'],
  ])
    (await find(`#${id}`)).value = value;
  (await find('button[type=submit]')).click();
  (await find('.head button')).click();
  await find('.attract .start');
}

/** Runs in the page: so many people from the first screen to the thanks. */
async function serve(from, to) {
  const kiosk = document.querySelector('canyu-kiosk').shadowRoot;
  const soon = () => new Promise((resolve) => setTimeout(resolve));
  const press = async (root, selector) => {
    for (let patience = 2000; patience > 0; patience -= 1) {
      const found = root.querySelector(selector);
      if (found) return found.click();
      await soon();
    }
    throw new Error(`no ${selector} on ${root.textContent.slice(0, 200)}`);
  };
  for (let n = from; n < to; n += 1) {
    await press(kiosk, '.attract .start');
    await press(kiosk, '.who li button');
    let [shown, stuck] = ['', 0];
    while (!kiosk.querySelector('.thanks')) {
      await soon();
      const root = kiosk.querySelector('canyu-survey')?.shadowRoot;
      const forward = () => root?.querySelector('.step button[type=submit], .step button.main');
      const heading = root?.querySelector('h2')?.textContent ?? '';
      if (!forward() || heading === shown) {
        if (++stuck > 3000) throw new Error(`person ${n} stays at ${shown || root?.textContent.slice(0, 200)}`);
        continue;
      }
      [shown, stuck] = [heading, 0];
      for (const name of ['participate', 'process']) root.querySelector(`input[name=${name}]`)?.click();
      const radios = [...root.querySelectorAll('input[type=radio]')];
      radios[n % radios.length]?.click();
      await soon();
      forward().click();
    }
    await press(kiosk, '.thanks .main');
  }
}

test(`${PEOPLE} people at one kiosk leave nothing but their sheets`, { timeout: 3_600_000 }, async (t) => {
  const { page, troubles } = await openPage(browser);
  await page.goto(`${site.url}/demo/kiosk.html?form=short`);
  await page.evaluate(setUp);
  const client = await page.createCDPSession();
  const measure = async () => {
    for (let i = 0; i < 3; i += 1) await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
    return { heap: usedSize, nodes, listeners: jsEventListeners };
  };
  await page.evaluate(serve, 0, WARM);
  const start = await measure();
  // In pieces: a single call of an hour would tell nothing of where it went wrong.
  for (let from = WARM; from < PEOPLE; from += 50) await page.evaluate(serve, from, Math.min(from + 50, PEOPLE));
  const end = await measure();
  const sheets = (await readStore(page)).map(([, text]) => JSON.parse(text));
  assert.equal(sheets.length, PEOPLE);
  assert.equal(new Set(sheets.map(({ id }) => id)).size, PEOPLE);
  assert.ok(sheets.every(({ answers }) => Object.keys(answers).length > 10));
  const grown = end.heap - start.heap;
  t.diagnostic(
    `heap ${(start.heap / 1e6).toFixed(2)} MB after ${WARM} people, ${(end.heap / 1e6).toFixed(2)} MB after ${PEOPLE}; nodes ${start.nodes} and ${end.nodes}, listeners ${start.listeners} and ${end.listeners}`,
  );
  assert.ok(grown <= NOISE + (SLOPE * start.heap * (PEOPLE - WARM)) / 1000, `the heap grew by ${grown} bytes`);
  assert.ok(end.nodes <= start.nodes * 1.05 + 20, `${start.nodes} nodes became ${end.nodes}`);
  assert.ok(end.listeners <= start.listeners + 5, `${start.listeners} listeners became ${end.listeners}`);
  assert.deepEqual(await troubles(), []);
});
