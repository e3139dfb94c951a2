/**
 * What the report says beside the figures, on the built bundle under the strict policy: written at the desk or brought in a file, it is in the
 * report, in the Word file and in the slides, in the copy of everything and at the next desk, and never in what is published. Ledgers come
 * from workbooks, as from CSV.
 */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Desk, deskPage, newFolder } from './desk-fixtures.mjs';
import { download, offered } from './export-office/tools.mjs';
import { browsers, core, launch, openPage, openSite, until } from './site.mjs';

const { defaultStudy, participationTrust, writeBackup } = core;
const STUDY = 'desk-material';
const QUOTE = '路灯亮了，晚上敢出门了，有事打 13812345678';
const MASKED = '路灯亮了，晚上敢出门了，有事打 ■';

const CLASSIC = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Desk</title><link rel="icon" href="data:,">
<body><canyu-desk study="${STUDY}-classic"></canyu-desk><script src="/dist/canyu.iife.js"></script></body></html>`;
const MENU = (attribute) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Export</title><link rel="icon" href="data:,">
<script type="module" src="/dist/canyu.js"></script><body><canyu-export src="/demo/data/results.json" ${attribute}></canyu-export></body></html>`;

/** Answers of made-up people, enough of them for results. */
function sheets() {
  const items = participationTrust.items.filter(({ id, kind }) => kind === 'rating' && !/^(?:AV|AU|OC)/.test(id));
  const one = (group, wave, n) => ({
    schema: 'canyu-response/1',
    id: `${group}-${wave}-${n}`,
    study: STUDY,
    instrument: `${participationTrust.id}@${participationTrust.version}`,
    wave,
    group,
    form: 'full',
    mode: 'self',
    locale: 'zh-Hans',
    answers: Object.fromEntries(items.map(({ id }, at) => [id, 1 + ((n + at + (wave === 'post' ? 1 : 0)) % 5)])),
    link: null,
    consent: { version: '1', hash: null },
    date: '2026-11-01',
    seconds: 300,
    device: 'd',
  });
  return ['resident', 'official'].flatMap((group) =>
    ['pre', 'post'].flatMap((wave) => Array.from({ length: 12 }, (_, n) => one(group, wave, n))),
  );
}

/** A workbook; a cell is a text, or the serial number of a day. */
function workbook(sheetsByName) {
  const names = Object.keys(sheetsByName);
  const cell = (value, column, row) => {
    const at = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof value === 'number') return `<c r="${at}" s="1"><v>${value}</v></c>`;
    return value === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packed}/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  names.forEach((name, i) => {
    const rows = sheetsByName[name].map(
      (row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, c, r + 1)).join('')}</row>`,
    );
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(xml + text)])));
}

/** 2026-05-12 as a workbook counts days. */
const DAY = 46154;
const LEDGER = workbook({
  说明: [['每一行记一件事']],
  台账: [
    ['种类', '日期', '建议内容', '处理结果', '要做的事', '谁来做', '期限'],
    ['建议', DAY, '单元门口装扶手', '没有采纳', '', '', ''],
    ['建议', '昨天', '修长椅', '采纳', '', '', ''],
    ['约定', DAY, '', '', '给楼道装灯', '物业', '2027年3月1日'],
  ],
});

/** Other rows: those of one table have the same ids in every study. */
const CLASSIC_LEDGER = workbook({
  台账: [
    ['种类', '日期', '名称', '事件类型'],
    ['事件', DAY, '第一次议事会', '开放空间'],
    ['事件', DAY, '街道来看', '参观'],
  ],
});

/** All words of an office document. */
function wordsOf(bytes, isMeant) {
  const files = unzipSync(bytes);
  return Object.entries(files)
    .filter(([name]) => isMeant(name))
    .map(([, content]) =>
      strFromU8(content)
        .replace(/<\/(?:a|w):p>/g, '\n')
        .replace(/<[^>]+>/g, ''),
    )
    .join('\n');
}
const wordDocument = (bytes) => wordsOf(bytes, (name) => name === 'word/document.xml');
const slides = (bytes) => wordsOf(bytes, (name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));

for (const name of browsers) {
  describe(`report material at the desk (${name})`, () => {
    let site;
    let browser;
    let folder;
    before(async () => {
      site = await openSite({
        files: {
          '/made/desk.html': { type: 'text/html', body: deskPage(`study="${STUDY}"`) },
          '/made/other.html': { type: 'text/html', body: deskPage() },
          '/made/classic.html': { type: 'text/html', body: CLASSIC },
          '/made/menu.html': { type: 'text/html', body: MENU('material="/made/material.json"') },
          '/made/gone.html': { type: 'text/html', body: MENU('material="/made/gone.json"') },
          '/made/material.json': JSON.stringify({
            quotes: [
              { group: 'resident', text: { 'zh-Hans': '话算数了', en: 'They listened <at last> & acted' } },
              { group: 'nobody', text: 'x' },
            ],
            entries: [
              {
                schema: 'canyu-entry/1',
                kind: 'commitment',
                id: 'c1',
                study: await studyOf(),
                date: '2026-11-01',
                what: 'Light for the stairs',
                who: 'Property manager',
                due: '2027-03-01',
              },
            ],
          }),
        },
      });
      folder = await newFolder();
      browser = await launch(name, { protocolTimeout: 300_000 });
    });
    after(async () => {
      await browser?.close();
      await site?.close();
      await folder?.remove();
    });

    /** The study of the sample results. */
    async function studyOf() {
      const { readFile } = await import('node:fs/promises');
      return JSON.parse(await readFile(new URL('../../demo/data/results.json', import.meta.url), 'utf8')).study.id;
    }

    /** Chooses a file of bytes. */
    async function chooseBytes(desk, file, bytes) {
      const path = join(folder.path, file);
      await writeFile(path, bytes);
      await (await desk.shown('#files')).uploadFile(path);
      return until(
        async () =>
          (await desk.list()).find((one) => one.name === file && ['done', 'refused', 'failed'].includes(one.status)),
        `what became of ${file}`,
        60_000,
      );
    }

    const fill = (page, fields) =>
      page.evaluate((values) => {
        const root = document.querySelector('canyu-desk').shadowRoot;
        for (const [id, value] of Object.entries(values)) {
          root.querySelector(`#${id}`).value = value;
          root.querySelector(`#${id}`).dispatchEvent(new Event('input', { bubbles: true }));
        }
      }, fields);

    /** The menu of the desk as if it stood on the page, for the tools that press it. */
    const reachMenu = (page) =>
      page.evaluate(() => {
        const desk = document.querySelector('canyu-desk');
        const { querySelector } = Document.prototype;
        document.querySelector = (selector) =>
          selector === 'canyu-export'
            ? desk.shadowRoot.querySelector('canyu-export')
            : querySelector.call(document, selector);
      });

    test('a workbook of the ledger is read as CSV is: days, what is wrong by sheet and row, the same again adds nothing', async () => {
      const { page, troubles } = await openPage(browser);
      const desk = await Desk.open(page, folder, `${site.url}/made/desk.html`);
      await desk.choose({
        'study.json': JSON.stringify({ ...defaultStudy(STUDY), synthetic: true }),
        'a.ndjson': (
          await writeBackup({ study: STUDY, device: '2', createdAt: '2026-11-24', records: sheets() }, crypto.subtle)
        ).join('\n'),
      });
      const first = await chooseBytes(desk, 'ledger.xlsx', LEDGER);
      assert.equal(first.status, 'done', first.text);
      assert.match(first.text, /台账新增 2 行/);
      assert.match(first.text, /“台账”表第 3 行，“日期”这一格：日期要写成/);
      const again = await chooseBytes(desk, 'again.xlsx', LEDGER);
      assert.match(again.text, /台账 2 行已经有了/);
      const csv = await chooseBytes(
        desk,
        'same.csv',
        '种类,日期,建议内容,处理结果\n建议,2026-05-12,单元门口装扶手,没有采纳',
      );
      assert.match(csv.text, /台账 1 行已经有了/);
      const none = await chooseBytes(desk, 'none.xlsx', workbook({ 说明: [['没有台账']] }));
      assert.equal(none.status, 'refused');
      const broken = await chooseBytes(desk, 'broken.xlsx', LEDGER.slice(0, 300));
      assert.equal(broken.status, 'refused');
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('quotes and next steps: in the report, the Word file and the slides, not in what is published, and in the copy of everything', async () => {
      const { page, troubles } = await openPage(browser);
      const desk = await Desk.open(page, folder, `${site.url}/made/desk.html`);
      await desk.room('meeting');
      await desk.shown('#quote-text');
      await fill(page, { 'quote-group': 'resident', 'quote-text': QUOTE });
      await desk.shown('#quote-warnings', '会变成 ■');
      await desk.press('.quotes button[type=submit]');
      await desk.shown('.quotes .written', '路灯亮了');
      await desk.shown('.steps .written', '给楼道装灯');
      await fill(page, { 'step-what': '每月开一次会', 'step-who': '居委会', 'step-due': '2027-01-31' });
      await desk.press('.steps button[type=submit]');
      await desk.shown('.steps .written', '每月开一次会');
      const paper = () =>
        page.evaluate(
          () =>
            document.querySelector('canyu-desk').shadowRoot.querySelector('canyu-report')?.shadowRoot?.textContent ??
            '',
        );
      const isThere = (text) => text.includes(MASKED) && text.includes('每月开一次会');
      await until(async () => isThere(await paper()), 'quote and step in the report', 60_000);

      await reachMenu(page);
      // The menu computes results of its own.
      await until(async () => (await offered(page)).includes('docx'), 'the menu', 60_000);
      const docx = await download(page, 'docx');
      const report = wordDocument(docx.bytes);
      for (const words of [`一位居民：“${MASKED}”`, '约定的下一步', '给楼道装灯', '每月开一次会', '2027-01-31'])
        assert.ok(report.includes(words), words);
      assert.ok(!report.includes('13812345678'));
      const pptx = await download(page, 'pptx');
      const deck = slides(pptx.bytes);
      for (const words of ['两边的声音', MASKED, '1 每月开一次会', '2 给楼道装灯', '物业'])
        assert.ok(deck.includes(words), words);

      await desk.room('publish');
      await desk.shown('#publish:not([disabled])');
      const published = await desk.download('#publish');
      for (const word of ['路灯', '■', '给楼道', '每月', 'quotes']) assert.ok(!published.text.includes(word), word);

      await desk.room('gather');
      const copy = await desk.download('#copy');
      assert.deepEqual(await troubles(), []);
      const context = await browser.createBrowserContext();
      try {
        const elsewhere = await openPage({ newPage: () => context.newPage() });
        const other = await Desk.open(elsewhere.page, folder, `${site.url}/made/other.html`);
        await other.choose({ 'all.ndjson': copy.text });
        const [file] = await other.list();
        assert.match(file.text, /原话新增 1 句/);
        await other.room('meeting');
        await other.shown('.quotes .written', '路灯亮了');
        await other.shown('.steps .written', '每月开一次会');
        assert.deepEqual(await elsewhere.troubles(), []);
      } finally {
        await context.close();
      }
      await page.close();
    });

    test('the classic script reads workbooks too, with the reader that lies beside it', async () => {
      const { page, troubles } = await openPage(browser);
      const desk = await Desk.open(page, folder, `${site.url}/made/classic.html`);
      const file = await chooseBytes(desk, 'classic.xlsx', CLASSIC_LEDGER);
      assert.match(file.text, /台账新增 2 行/);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('the menu tells the material of a file by its address; where that cannot be read nothing is made', async () => {
      const { page, troubles } = await openPage(browser);
      await page.goto(`${site.url}/made/menu.html`);
      await page.waitForFunction(() =>
        document.querySelector('canyu-export').shadowRoot?.querySelector('[data-format]'),
      );
      const docx = wordDocument((await download(page, 'docx')).bytes);
      for (const words of ['They listened &lt;at last&gt; &amp; acted', 'Light for the stairs', 'Property manager'])
        assert.ok(docx.includes(words), words);
      const said = () => page.evaluate(() => document.querySelector('canyu-export').shadowRoot.textContent);
      await until(async () => /left out: 1\./.test(await said()), 'what was left out');
      assert.deepEqual(await troubles(), []);
      await page.goto(`${site.url}/made/gone.html`);
      await page.waitForFunction(() =>
        document.querySelector('canyu-export').shadowRoot?.querySelector('[data-format]'),
      );
      await assert.rejects(download(page, 'pptx'), /could not be read, so nothing was made[^]*no-material/);
      const json = await download(page, 'json').catch((error) => error);
      assert.ok(json.bytes?.length > 0 || /nothing was made/.test(json.message));
      await page.close();
    });
  });
}
