/**
 * Downloads on a real page under the strict policy: 10,000 sheets become a workbook with progress and without blocking the page for 100 ms;
 * a results file never gives sheets of people; a listener can keep a file from being made.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { browsers, launch, openPage, openSite, until, writeStore } from './site.mjs';

const data = (name) => readFile(new URL(`../../demo/data/${name}`, import.meta.url), 'utf8');
const PAGE = (attributes) =>
  `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Export</title><link rel="icon" href="data:,">
<script type="module" src="/dist/canyu.js"></script><body><canyu-export ${attributes}></canyu-export></body></html>`;
const LONGEST_BLOCK = 100;
const SHEETS = 10_000;

const study = { ...JSON.parse(await data('study.json')), communities: [] };
const sheets = (await data('responses.ndjson'))
  .split('\n')
  .filter((line) => line.includes('canyu-response/1'))
  .map((line) => JSON.parse(line));
/** Many sheets from the few of the demo: other ids, and other tokens for each copy of the community. */
const many = Array.from({ length: SHEETS }, (_, i) => {
  const sheet = sheets[i % sheets.length];
  const copy = String(Math.floor(i / sheets.length)).padStart(4, '0');
  return {
    ...sheet,
    id: `${copy}${sheet.id.slice(4)}`,
    link: sheet.link?.map((token) => copy + token.slice(4)) ?? null,
  };
});

/** Presses a format and gives the bytes of the file that the page hands to the downloads. */
async function download(page, format) {
  await page.evaluate(() => {
    globalThis.made = undefined;
    const original = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.made = blob;
      return original.call(URL, blob);
    };
    // A download would leave the page's control: the press on the link is heard and kept.
    HTMLAnchorElement.prototype.click = function () {
      globalThis.fileName = this.download;
    };
  });
  await page.evaluate(
    (name) => document.querySelector('canyu-export').shadowRoot.querySelector(`[data-format=${name}]`).click(),
    format,
  );
  await until(() => page.evaluate(() => globalThis.made !== undefined), `the file ${format}`, 180_000);
  const base64 = await page.evaluate(async () => {
    const reader = new FileReader();
    reader.readAsDataURL(globalThis.made);
    await new Promise((resolve) => (reader.onload = resolve));
    return reader.result.slice(reader.result.indexOf(',') + 1);
  });
  return { name: await page.evaluate(() => globalThis.fileName), bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
}

const offered = (page) =>
  page.evaluate(() =>
    [...(document.querySelector('canyu-export')?.shadowRoot?.querySelectorAll('[data-format]') ?? [])].map(
      (button) => button.dataset.format,
    ),
  );

for (const name of browsers) {
  describe(`export in ${name}`, () => {
    let site;
    let browser;
    before(async () => {
      site = await openSite({
        files: {
          '/published.html': { type: 'text/html', body: PAGE('src="/demo/data/published.json" person-level') },
          '/own.html': { type: 'text/html', body: PAGE(`study="${study.id}" person-level`) },
        },
      });
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test('a published results file gives figures and never sheets of people', async () => {
      const { page, troubles } = await openPage(browser);
      await page.goto(`${site.url}/published.html`);
      await until(async () => (await offered(page)).length > 0, 'the menu');
      assert.deepEqual(await offered(page), ['xlsx', 'csv', 'json', 'zip']);
      const { name: file, bytes } = await download(page, 'zip');
      assert.match(file, /^canyu-.*\.zip$/);
      const files = unzipSync(bytes);
      assert.ok(files['results.csv'] && files['workbook.xlsx'] && files['manifest.json']);
      assert.ok(!files['responses.csv'] && !files['open-texts.csv']);
      assert.equal(
        JSON.parse(strFromU8(files['manifest.json'])).files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)),
        true,
      );
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('a listener can keep the file from being made', async () => {
      const { page, troubles } = await openPage(browser);
      await page.goto(`${site.url}/published.html`);
      await until(async () => (await offered(page)).length > 0, 'the menu');
      const detail = await page.evaluate(async () => {
        URL.createObjectURL = () => {
          throw new Error('made all the same');
        };
        const element = document.querySelector('canyu-export');
        const heard = new Promise((resolve) =>
          element.addEventListener('canyu-export', (event) => {
            event.preventDefault();
            resolve(event.detail);
          }),
        );
        element.shadowRoot.querySelector('[data-format=csv]').click();
        return heard;
      });
      assert.equal(detail.format, 'csv');
      assert.ok(detail.rows > 0);
      await until(
        () => page.evaluate(() => !document.querySelector('canyu-export').shadowRoot.querySelector('button:disabled')),
        'an idle menu',
      );
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('10,000 sheets as a workbook: progress, and no block of 100 ms', async (t) => {
      const { page, troubles } = await openPage(browser);
      await page.goto(`${site.url}/own.html`);
      // The store is made by the element itself; then it is filled past its code.
      await until(() => page.evaluate(async () => (await indexedDB.databases()).some((each) => each.name === 'canyu')));
      for (let at = 0; at < many.length; at += 2000) {
        const some = many.slice(at, at + 2000);
        await writeStore(
          page,
          some.map((one) => [`${one.study}/${one.wave}/${one.group}/${one.id}`, JSON.stringify(one)]),
        );
      }
      await writeStore(
        page,
        [
          [
            `study/${study.id}`,
            JSON.stringify({ ...study, waves: study.waves.map(({ id, label }) => ({ id, label })) }),
          ],
        ],
        'meta',
      );
      await page.reload();
      await until(async () => (await offered(page)).length > 0, 'the menu', 120_000);
      assert.deepEqual(await offered(page), ['xlsx', 'csv', 'r', 'spss', 'stata', 'codebook', 'json', 'zip']);
      await page.evaluate(() => {
        globalThis.blocks = [];
        globalThis.steps = new Set();
        let last = performance.now();
        const watch = () => {
          const now = performance.now();
          globalThis.blocks.push(now - last);
          last = now;
          const bar = document.querySelector('canyu-export').shadowRoot.querySelector('progress');
          if (bar?.max > 1) globalThis.steps.add(bar.value);
          if (!globalThis.made) setTimeout(watch, 0);
        };
        watch();
        globalThis.long = [];
        if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
          new PerformanceObserver((list) =>
            globalThis.long.push(...list.getEntries().map(({ duration }) => duration)),
          ).observe({
            entryTypes: ['longtask'],
          });
        }
      });
      const { bytes } = await download(page, 'xlsx');
      const { longest, steps, tasks } = await page.evaluate(() => ({
        longest: Math.max(...globalThis.blocks),
        steps: globalThis.steps.size,
        tasks: globalThis.long,
      }));
      const rows = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']).match(/<row /g).length;
      t.diagnostic(
        `${rows - 1} rows, ${bytes.length} bytes, ${steps} steps, longest gap ${longest.toFixed(0)} ms, long tasks ${tasks.map(Math.round).join(' ')}`,
      );
      assert.equal(rows, SHEETS + 1);
      assert.ok(steps >= 3, `${steps} steps of progress`);
      // A task of the page itself; a gap between two turns can also be the machine's other work.
      if (tasks.length > 0 || name === 'chromium')
        assert.ok(Math.max(0, ...tasks) < LONGEST_BLOCK, `longest task ${Math.max(...tasks)} ms`);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });
  });
}
