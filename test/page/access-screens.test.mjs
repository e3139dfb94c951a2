/**
 * Every screen of the survey, in both languages: axe finds nothing against WCAG 2.2 A and AA in light, dark, forced colours and high
 * contrast; things to press are large and apart; text is large; nothing scrolls sideways, is cut off or lies over something on a narrow
 * or low window, with the text spacing of 1.4.12 or text of twice the size; every text is marked with its own language; nothing moves.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { root } from '../../scripts/lib/setup.mjs';
import { pageMeasure } from './access/measure.mjs';
import { files, Hand, VISITS, wanted } from './access/screens.mjs';
import { pageSight } from './access/sight.mjs';
import { launch, openPage, openSite } from './site.mjs';

const LANGUAGES = { 'zh-Hans': 'resident', en: 'official' };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const THEMES = {
  light: { 'prefers-color-scheme': 'light' },
  dark: { 'prefers-color-scheme': 'dark' },
  'forced colours': { 'forced-colors': 'active' },
  'high contrast': { 'prefers-contrast': 'more' },
};
const FEATURES = ['prefers-color-scheme', 'forced-colors', 'prefers-contrast', 'prefers-reduced-motion'];

const PHONE = { width: 360, height: 740 };
/** 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };
const LYING = { width: 740, height: 360 };
/** 1280 px at 200 %. */
const HALF = { width: 640, height: 512 };

const CHECKS = [
  'axe',
  'targets',
  'size of text',
  'language of parts',
  'contrast of edges',
  'movement',
  'reflow at 320 px',
  'lying phone',
  'text spacing',
  'text of twice the size',
];

describe('every screen', () => {
  /** Complaints by check. */
  const complaints = new Map(CHECKS.map((check) => [check, []]));
  const covered = new Set();
  const screens = [];
  const times = new Map();
  let site;
  let browser;

  before(async () => {
    site = await openSite({ files });
    browser = await launch('chromium');
    const axe = await readFile(new URL('node_modules/axe-core/axe.min.js', root), 'utf8');
    for (const [lang, group] of Object.entries(LANGUAGES)) {
      for (const visit of VISITS) {
        await make(visit, lang, group, axe).catch((cause) => {
          throw new Error(`“${visit.name}” (${lang}) after “${screens.at(-1)}”: ${cause.message}`, { cause });
        });
      }
    }
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function make(visit, lang, group, axe) {
    const context = await browser.createBrowserContext();
    const { page } = await openPage(context);
    await page.evaluateOnNewDocument(pageSight);
    await page.evaluateOnNewDocument(pageMeasure);
    await page.evaluateOnNewDocument(axe);
    await page.setViewport(PHONE);
    const hand = new Hand(page, group);
    const search = new URLSearchParams({ group, lang, ...visit.search });
    await hand.open(`${site.url}/test/page/access/page.html?${search}`, visit.arranged, visit.ready);
    for await (const [name, standsFor] of visit.way(hand)) {
      for (const one of standsFor) covered.add(one);
      screens.push(`${name} (${lang})`);
      await examine(page, `${name}, ${lang}`, visit);
    }
    await context.close();
  }

  async function examine(page, screen, { desk, paper }) {
    const note = (check, found) => complaints.get(check).push(...found.map((each) => `${screen}: ${each}`));
    const ask = (what, ...values) => page.evaluate((name, all) => globalThis.sight[name](...all), what, values);
    const timed = async (check, work) => {
      const start = performance.now();
      const found = await work();
      times.set(check, (times.get(check) ?? 0) + performance.now() - start);
      note(check, found);
    };
    for (const [theme, features] of Object.entries(THEMES)) {
      await wear(page, features);
      await timed('axe', async () => (await page.evaluate(runAxe, TAGS)).map((each) => `${theme}: ${each}`));
      if (theme !== 'forced colours') await timed('contrast of edges', () => ask('edges'));
    }
    await wear(page, { 'prefers-reduced-motion': 'reduce' });
    await timed('movement', () => ask('movement'));
    await wear(page, {});
    await timed('movement', () => ask('movement'));
    await timed('language of parts', () => ask('languages'));
    await timed('targets', () => ask('targets'));
    // The sheet to print is set in points for A4, the entry page for a desk.
    if (!paper) await timed('size of text', () => ask('type', ...(desk ? [14, 1.3] : [20, 1.5])));
    await timed('text spacing', async () => {
      await ask('space', true);
      const found = await ask('layout');
      await ask('space', false);
      return found;
    });
    for (const [check, viewport] of [
      ['reflow at 320 px', ZOOMED],
      ['lying phone', LYING],
    ]) {
      await timed(check, async () => {
        await page.setViewport(viewport);
        return ask('layout');
      });
    }
    await timed('text of twice the size', async () => {
      await page.setViewport(HALF);
      await ask('enlarge', true);
      const found = await ask('layout');
      await ask('enlarge', false);
      await page.setViewport(PHONE);
      return found;
    });
  }

  test('is in the table: each phase, step, kind of question, way of linking and layout', async (t) => {
    assert.deepEqual(
      (await wanted()).filter((each) => !covered.has(each)),
      [],
    );
    t.diagnostic(
      `${screens.length} screens; ${[...times].map(([check, ms]) => `${check} ${(ms / 1000).toFixed(1)} s`).join(', ')}`,
    );
    assert.equal(new Set(screens).size, screens.length);
  });

  for (const check of CHECKS) {
    test(`${check}: nothing to complain of`, () => {
      const found = [...new Set(complaints.get(check))];
      assert.ok(found.length === 0, `${found.length} complaints\n${found.slice(0, 40).join('\n')}`);
    });
  }
});

/** Puppeteer itself does not know all of these. */
async function wear(page, features) {
  const session = (page.canyuSession ??= await page.createCDPSession());
  await session.send('Emulation.setEmulatedMedia', {
    features: FEATURES.map((name) => ({ name, value: features[name] ?? '' })),
  });
}

async function runAxe(tags) {
  const { violations } = await globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target, html }) => `${target.flat().at(-1)} ${html.slice(0, 60)}`)
        .slice(0, 3)
        .join(' | ')}`,
  );
}
