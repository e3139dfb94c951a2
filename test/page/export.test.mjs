/**
 * Downloads on a real page under the strict policy: 10,000 sheets become a workbook while the page goes on;
 * a results file never gives sheets of people; a listener can keep a file from being made.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { browsers, launch, openPage, openSite, until } from './site.mjs';
import { openWithSheets, study, turns, watchTurns } from './export-office/many.mjs';
import { download, offered } from './export-office/tools.mjs';

const PAGE = (attributes) =>
  `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Export</title><link rel="icon" href="data:,">
<script type="module" src="/dist/canyu.js"></script><body><canyu-export ${attributes}></canyu-export></body></html>`;
const SHEETS = 10_000;

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
      assert.deepEqual(await offered(page), ['pptx', 'docx', 'png', 'xlsx', 'csv', 'json', 'zip']);
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
        () =>
          page.evaluate(() => !document.querySelector('canyu-export').shadowRoot.querySelector('[aria-disabled=true]')),
        'an idle menu',
      );
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('10,000 sheets as a workbook: every row, and the page has its turn while they are written', async (t) => {
      const { page, troubles } = await openPage(browser);
      await openWithSheets(page, `${site.url}/own.html`, SHEETS);
      assert.deepEqual(await offered(page), [
        ...['pptx', 'docx', 'png', 'xlsx', 'csv', 'r', 'spss', 'stata', 'codebook', 'json', 'zip'],
      ]);
      await watchTurns(page);
      const { bytes } = await download(page, 'xlsx');
      const { turns: had, steps } = await turns(page);
      const rows = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']).match(/<row /g).length;
      // How long a turn takes is measured by bench:export: here other work of the machine would decide.
      t.diagnostic(`${steps} steps of progress, ${had} turns`);
      assert.equal(rows, SHEETS + 1);
      assert.ok(steps >= 3, `${steps} steps of progress`);
      assert.ok(had >= 20, `${had} turns`);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });
  });
}
