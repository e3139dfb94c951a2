/**
 * Every chart as it looks, in light, dark, grey and forced colours, in both languages, against the pictures in test/visual/baselines.
 * Pixels count only where this engine draws text exactly as the one that made the pictures (a recorded fingerprint); elsewhere what is
 * drawn counts: all words, every mark near its place, the colours. `node test/page/visual.test.mjs --renew` (or CANYU_RENEW=1) makes the
 * pictures anew (docs/charts.md).
 */
import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { coarse, crop, decode, differing, encode, greyed, isSame } from '../visual/pictures.mjs';
import { cutOff, structureOf, structureTroubles } from '../visual/structure.mjs';
import { launch, openPage, openSite, until } from './site.mjs';

const folder = new URL('../visual/', import.meta.url);
const baselines = new URL('baselines/', folder);
const RENEW = process.argv.includes('--renew') || process.env.CANYU_RENEW === '1';
const THEMES = ['light', 'grey', 'dark', 'forced'];
const LANGUAGES = ['zh-Hans', 'en'];
/** How far a mark may be from its place, in pixels: where text is drawn the same, and elsewhere. */
const NEAR = { same: 1, other: 40 };

const readJson = async (name, otherwise) => {
  try {
    return JSON.parse(await readFile(new URL(name, folder), 'utf8'));
  } catch {
    return otherwise;
  }
};

describe('how charts look', () => {
  let site;
  let browser;
  let recorded;
  let isSameEngine = true;
  const renewed = { fingerprint: '', structure: {} };
  const shot = new Map();

  before(async () => {
    site = await openSite();
    browser = await launch('chromium', { args: ['--force-color-profile=srgb', '--font-render-hinting=none'] });
    recorded = { fingerprint: '', structure: {}, ...(await readJson('recorded.json', {})) };
    if (RENEW) {
      await rm(baselines, { recursive: true, force: true });
      await mkdir(baselines, { recursive: true });
    }
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    if (!RENEW) return;
    const { format } = await import('prettier');
    await writeFile(
      new URL('recorded.json', folder),
      await format(JSON.stringify(renewed), { parser: 'json', printWidth: 120 }),
    );
  });

  /** A page with all charts; `as(theme)` shows it in another light and gives its picture and what was drawn. */
  async function open(lang) {
    const { page, troubles } = await openPage(browser);
    const client = await page.createCDPSession();
    await page.evaluateOnNewDocument(await readFile(new URL('record.js', folder), 'utf8'));
    await page.setViewport({ width: 720, height: 900, deviceScaleFactor: 1 });
    const emulate = (theme) =>
      client.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: theme === 'dark' ? 'dark' : 'light' },
          { name: 'forced-colors', value: theme === 'forced' ? 'active' : 'none' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      });
    await emulate('light');
    await page.goto(`${site.url}/test/visual/sheet.html?lang=${lang}`);
    await until(
      () =>
        page.evaluate(() => {
          const charts = [...document.querySelectorAll('canyu-chart')];
          return charts.length > 12 && charts.every((chart) => chart.shadowRoot?.querySelector('canvas[style]'));
        }),
      'all charts',
    );
    const fingerprint = await page.evaluate(() => globalThis.fingerprint());
    const notes = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('canyu-chart')].map(({ id, shadowRoot }) => {
          const canvas = shadowRoot.querySelector('canvas');
          const { left, top, width, height } = canvas.getBoundingClientRect();
          const place = { left: Math.round(left), top: Math.round(top + scrollY), width, height };
          return { id, place, ...globalThis.drawnOn(canvas) };
        }),
      );
    let shown = 'light';
    let drawn = await notes();
    return {
      fingerprint,
      async as(theme) {
        if (theme !== shown) {
          const before = drawn;
          await emulate(theme);
          // Every chart follows by itself.
          drawn = await until(async () => {
            const now = await notes();
            return (
              now.every(({ colours }, i) => colours.length > 0 && colours.join() !== before[i].colours.join()) && now
            );
          }, `all charts in ${theme}`);
          shown = theme;
        }
        const whole = decode(Buffer.from(await page.screenshot({ fullPage: true })));
        assert.deepEqual(await troubles(), []);
        return { drawn, whole };
      },
      close: () => page.close(),
    };
  }

  for (const lang of LANGUAGES) {
    let sheet;
    let light;
    for (const theme of THEMES) {
      test(`${theme}, ${lang}`, async (t) => {
        sheet ??= await open(lang);
        const { fingerprint } = sheet;
        // A print in grey is the picture in light without its colours.
        const { drawn, whole } = theme === 'grey' ? { ...light, whole: greyed(light.whole) } : await sheet.as(theme);
        if (theme === 'light') light = { drawn, whole };
        if (theme === THEMES.at(-1)) await sheet.close();
        renewed.fingerprint = fingerprint;
        isSameEngine = RENEW || fingerprint === recorded.fingerprint;
        if (!isSameEngine)
          t.diagnostic('text is drawn otherwise here: words, marks and colours are compared, not pixels');
        const wrong = [];
        for (const { id, place, ...notes } of drawn) {
          const name = `${id}.${theme}.${lang}.png`;
          const picture = coarse(crop(whole, place));
          shot.set(name, { picture, notes });
          const found = structureOf(notes);
          for (const text of cutOff(notes, place.width, place.height)) wrong.push(`${name}: “${text}” is cut off`);
          if (RENEW) {
            await writeFile(new URL(name, baselines), encode(picture));
            renewed.structure[`${id}.${lang}`] ??= { words: found.words, marks: found.marks };
            (renewed.structure[`${id}.${lang}`].colours ??= {})[theme] = found.colours;
            continue;
          }
          const { colours, ...rest } = recorded.structure[`${id}.${lang}`];
          const near = isSameEngine ? NEAR.same : NEAR.other;
          for (const trouble of structureTroubles({ ...rest, colours: colours[theme] }, found, near))
            wrong.push(`${name}: ${trouble}`);
          if (!isSameEngine) continue;
          const expected = decode(await readFile(new URL(name, baselines)));
          if (!isSame(expected, picture)) wrong.push(`${name}: ${differing(expected, picture)} pixels differ`);
        }
        assert.deepEqual(wrong, []);
      });
    }
  }

  test('no picture is left over, and together they are small', async () => {
    const files = await readdir(baselines);
    assert.deepEqual(files.sort(), [...shot.keys()].sort());
    const sizes = await Promise.all(files.map(async (file) => (await readFile(new URL(file, baselines))).length));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total < 3_000_000, `${total} bytes`);
  });

  test('a moved bar, a lost label and another colour are found; a blurred edge is not', () => {
    const { picture } = shot.get('forest.light.zh-Hans.png');
    const { picture: flow, notes } = shot.get('flow.light.zh-Hans.png');
    const copy = (of) => decode(encode(of));
    const at = (of, x, y) => 4 * (y * of.width + x);
    const paint = (of, { left, top, width, height }, colour) => {
      for (let y = top; y < top + height; y++)
        for (let x = left; x < left + width; x++) colour.forEach((value, i) => (of.data[at(of, x, y) + i] = value));
    };
    assert.ok(isSame(picture, copy(picture)), 'what is written is what is read');

    const bars = notes.marks.filter(([kind, , , width]) => kind === 'rect' && width > 60 && width < flow.width / 2);
    const [, left, top, width] = bars.at(0);
    const moved = copy(flow);
    for (let y = top; y < top + 22; y++)
      for (let x = left + width + 2; x >= left; x--)
        for (let i = 0; i < 4; i++)
          moved.data[at(moved, x, y) + i] = flow.data[at(flow, Math.max(left - 2, x - 2), y) + i];
    assert.ok(!isSame(flow, moved), 'a bar two pixels longer');

    const label = notes.texts.find(({ text }) => /^\d+$/.test(text));
    const lost = copy(flow);
    paint(lost, { left: label.at[0], top: label.at[1] - 9, width: label.width, height: 18 }, [255, 255, 255, 255]);
    assert.ok(!isSame(flow, lost), `without “${label.text}”`);

    const other = copy(flow);
    for (let i = 0; i < other.data.length; i += 4)
      if (other.data[i] < 40 && other.data[i + 2] > 100) other.data[i] += 51;
    assert.ok(!isSame(flow, other), 'another blue');

    const blurred = copy(picture);
    for (let i = 0; i < blurred.data.length; i++) if (i % 4 < 3) blurred.data[i] = Math.max(0, blurred.data[i] - 8);
    assert.ok(isSame(picture, blurred), 'a shade');
  });

  test('without pixels the same is found by words, marks and colours', () => {
    const { notes } = shot.get('flow.light.zh-Hans.png');
    const was = structureOf(notes);
    const troubles = (change) => structureTroubles(was, structureOf({ ...notes, ...change }), NEAR.other);
    assert.deepEqual(troubles({}), []);
    assert.equal(troubles({ texts: notes.texts.slice(1) }).length, 1);
    assert.equal(troubles({ colours: ['#000000', ...notes.colours.slice(1)] }).length, 1);
    const bar = notes.marks.findIndex(([kind]) => kind === 'rect');
    const longer = notes.marks.map((mark, i) => (i === bar ? [...mark.slice(0, 3), mark[3] + 60] : mark));
    assert.equal(troubles({ marks: longer }).length, 1);
    assert.equal(troubles({ marks: notes.marks.filter((_, i) => i !== bar) }).length, 1);
  });
});
