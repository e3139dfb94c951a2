/**
 * A tablet that one respondent after another answers on, in one page that is never loaded again: the session and the store as the survey
 * uses them, without what is drawn. Memory does not grow with the number of respondents, nothing fails, everybody is stored.
 *
 * CANYU_SOAK sets how many respondents (default 1000; the full run: 20000, a week of use). Only Chromium tells the size of its heap; the
 * same runs in Firefox, with a tenth of them, for errors and losses.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browsers, bundleStore, close, launch, serveStore } from '../campaign/support.mjs';

const RESPONDENTS = Number(process.env.CANYU_SOAK ?? 1000);
/** Most that the heap may grow per thousand respondents, a share of what it is at the beginning. */
const SLOPE = 0.01;

let site;
before(async () => {
  site = await serveStore(await bundleStore());
});
after(() => site.close());

/** Runs in the page: `count` respondents, each from the first tap to the receipt of the store. */
async function serveRespondents(count) {
  const { openStore, draftKey, startSession, advance, stepsOf, responseOf } = globalThis.canyuStore;
  const store = (globalThis.soak ??= openStore());
  const items = (prefix, from, to) => Array.from({ length: to - from }, (_, n) => `${prefix}${from + n}`);
  const plan = {
    form: { closed: items('IT', 1, 26), open: ['T1', 'T2'], background: ['DM1', 'DM2'] },
    linking: true,
    communities: [],
  };
  for (let n = 0; n < count; n++) {
    let state = startSession({
      id: crypto.randomUUID(),
      study: 'soak',
      instrument: 'participation-trust@1.0.0',
      wave: 'pre',
      group: 'resident',
      form: 'short',
      mode: 'self',
      locale: 'zh-Hans',
      device: 'kiosk',
    });
    const key = draftKey(state);
    state = advance(plan, state, { type: 'agree', version: '1', hash: null, link: false });
    let drafts = 0;
    while (state.at !== 'review') {
      const { at } = state;
      if (/^(IT|DM)/.test(at)) state = advance(plan, state, { type: 'answer', item: at, value: 1 + (n % 5) });
      else if (at.startsWith('T')) {
        state = advance(plan, state, { type: 'answer', item: at, value: `${state.id} 希望开会前先告诉大家` });
      }
      const before = state.at;
      state = advance(plan, state, { type: 'next' });
      if (state.at === before) throw new Error(`stuck at ${before} of ${stepsOf(plan, state).length} steps`);
      // The draft is kept after every answer; to be done in a day, after every tenth.
      if (++drafts % 10 === 0) await store.saveDraft(key, state);
    }
    const response = responseOf(state, '2026-11-24', plan);
    if ((await store.submit(response)) !== 'added') throw new Error('not added');
  }
}

/** Runs in the page: what is stored. */
async function count() {
  const { countResponses, storeHealth } = globalThis.canyuStore;
  const [cell] = await countResponses(globalThis.soak, 'soak');
  return { count: cell.count, health: await storeHealth(globalThis.soak) };
}

for (const name of browsers) {
  const respondents = name === 'chromium' ? RESPONDENTS : Math.max(50, RESPONDENTS / 10);
  test(`${respondents} respondents in one page, ${name}`, async (t) => {
    const profile = await mkdtemp(join(tmpdir(), 'canyu-soak-'));
    const browser = await launch(name, profile);
    try {
      const page = await browser.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(`${site.origin}/`);
      const session = name === 'chromium' && (await page.createCDPSession());
      await session?.send?.('HeapProfiler.enable');
      const heap = async () => {
        if (!session) return undefined;
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Runtime.getHeapUsage')).usedSize;
      };
      // The first ones compile and fill caches.
      const warm = Math.min(1000, respondents / 5);
      await page.evaluate(serveRespondents, warm);
      const sizes = [[warm, await heap()]];
      const piece = Math.max(100, Math.round(respondents / 20));
      for (let done = warm; done < respondents;) {
        const now = Math.min(piece, respondents - done);
        await page.evaluate(serveRespondents, now);
        sizes.push([(done += now), await heap()]);
      }
      assert.deepEqual(errors, []);
      const { count: stored, health } = await page.evaluate(count);
      assert.equal(stored, respondents);
      assert.equal(health.complete, true);
      assert.equal(health.drafts, 0);
      if (session) {
        const [first, last] = [sizes[0], sizes.at(-1)];
        const slope = slopeOf(sizes) / first[1];
        const say = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
        t.diagnostic(`heap ${say(first[1])} after ${first[0]}, ${say(last[1])} after ${last[0]}`);
        t.diagnostic(`growth per 1,000 respondents: ${(slope * 100).toFixed(2)} %`);
        // In a short run single kilobytes of the engine's own would count as thousands of respondents.
        if (respondents >= 5000) assert.ok(slope <= SLOPE, `${(slope * 100).toFixed(2)} % per 1,000`);
        else assert.ok(last[1] - first[1] < 300_000, `${say(last[1] - first[1])} more`);
      }
    } finally {
      await close(browser);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
}

/** Bytes per 1,000 respondents: the line of least squares through all sizes. */
function slopeOf(sizes) {
  const mean = (list) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [x, y] = [mean(sizes.map(([n]) => n)), mean(sizes.map(([, size]) => size))];
  const top = sizes.reduce((sum, [n, size]) => sum + (n - x) * (size - y), 0);
  const bottom = sizes.reduce((sum, [n]) => sum + (n - x) ** 2, 0);
  return (1000 * top) / bottom;
}
