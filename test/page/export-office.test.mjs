/**
 * Slides, report and pictures, made in the browser under the strict policy and opened by the programs they are for: LibreOffice gives back
 * the sentences and figures of the results document, the charts are the programs' own with the right values, hostile texts stay texts.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { browsers, core, launch, openPage, openSite, until } from './site.mjs';
import { download, has, offered, readXml } from './export-office/tools.mjs';

const data = async (name) => JSON.parse(await readFile(new URL(`../../demo/data/${name}`, import.meta.url), 'utf8'));
const results = await data('results.json');
const PAGE = (lang, body) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Export</title><link rel="icon" href="data:,">
<script type="module" src="/dist/canyu.js"></script><body>${body}</body></html>`;
const MENU = '<canyu-export src="/demo/data/results.json"></canyu-export>';
const CLASSIC = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Export</title><link rel="icon" href="data:,">
<script src="/dist/canyu.iife.js"></script><body>${MENU}</body></html>`;

/** Points with one decimal, as every chart and sentence has them. */
const point = (value) => Math.round(value * 10) / 10;
/** White space is the page setter's. */
const tight = (text) => text.replace(/\s+/g, '');

/** Series of a chart as the program draws them: name, values, and whether each is only an outline. */
function seriesOf(xml) {
  return [...xml.matchAll(/<c:ser>[^]*?<\/c:ser>/g)].map(([series]) => {
    const values = /<c:(?:val|yVal)>[^]*?<\/c:(?:val|yVal)>/.exec(series)[0];
    return {
      name: /<c:tx>[^]*?<c:v>([^<]*)<\/c:v>/.exec(series)[1],
      values: new Map([...values.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, at, v]) => [+at, +v])),
      hollow: /<\/c:tx>\s*<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"\/>/.test(series),
      intervals: (series.match(/<c:errBars>/g) ?? []).length,
    };
  });
}

const WORDS = {
  'zh-Hans': { resident: '居民', official: '工作人员', first: '先猜一猜', limits: '没有对照社区', made: '示例数据' },
  en: {
    resident: 'Residents',
    official: 'Officials',
    first: 'guess first',
    limits: 'no comparison community',
    made: 'SYNTHETIC DATA',
  },
};

for (const name of browsers) {
  describe(`office documents in ${name}`, () => {
    let site;
    let browser;
    const folder = mkdtempSync(join(tmpdir(), 'canyu-office-'));
    /** Converts a file and gives the name of what came out. */
    const convert = (file, to, ending) => {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, file)], {
        stdio: 'ignore',
        timeout: 300_000,
      });
      return join(folder, file.replace(/\.\w+$/, `.${ending}`));
    };
    before(async () => {
      site = await openSite({
        files: {
          '/zh-Hans.html': { type: 'text/html', body: PAGE('zh-Hans', MENU) },
          '/en.html': { type: 'text/html', body: PAGE('en', MENU) },
          '/classic.html': { type: 'text/html', body: CLASSIC },
          '/bare.html': { type: 'text/html', body: PAGE('en', '') },
        },
      });
      browser = await launch(name, { protocolTimeout: 300_000 });
    });
    after(async () => {
      rmSync(folder, { recursive: true, force: true });
      await browser?.close();
      await site?.close();
    });

    async function open(path) {
      const opened = await openPage(browser);
      await opened.page.goto(`${site.url}/${path}`);
      await until(async () => (await offered(opened.page)).length > 0, 'the menu', 60_000);
      return opened;
    }

    // The files are made by the same code in every browser: one goes through all of it, the others through one language.
    const isFirst = name === browsers[0];
    for (const locale of isFirst ? ['zh-Hans', 'en'] : ['en']) {
      const words = WORDS[locale];
      const said = core.describeResults(results, locale);

      test(`slides (${locale}): ten pages with charts of the program's own, which have the figures of the results`, async () => {
        const { page, troubles } = await open(`${locale}.html`);
        const { bytes, name: file } = await download(page, 'pptx');
        assert.match(file, /\.pptx$/);
        const files = unzipSync(bytes);
        const texts = Object.fromEntries(
          Object.entries(files)
            .filter(([path]) => /\.(?:xml|rels)$/.test(path))
            .map(([path, own]) => [path, strFromU8(own)]),
        );
        assert.deepEqual((await readXml(browser, texts)).refused, []);
        const slides = Object.keys(texts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
        assert.equal(slides.length, 10);
        const charts = Object.keys(texts)
          .filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
          .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
        assert.equal(charts.length, 7);
        assert.equal(
          Object.keys(files).filter((path) => /^ppt\/embeddings\/.*\.xlsx$/.test(path)).length,
          charts.length,
        );

        const [plane, forest, gap] = charts.map((path) => seriesOf(texts[path]));
        const { CY, CJ } = results.groups.resident.constructs;
        assert.deepEqual([...plane[0].values.values()], [point(CY.baseline.mean), point(CY.endline.mean)]);
        assert.match(texts[charts[0]], new RegExp(`<c:v>${point(CJ.baseline.mean)}</c:v>`));
        for (const [at, group] of ['resident', 'official'].entries()) {
          const { index, constructs } = results.groups[group];
          assert.equal(forest[at].name, words[group]);
          assert.equal(forest[at].intervals, 1);
          assert.deepEqual(
            [...forest[at].values.values()],
            [
              index.change.estimate,
              ...['CY', 'CJ', 'PR', 'TR', 'RC', 'GV'].map(
                (id) => (id === 'CJ' ? -1 : 1) * constructs[id].change.estimate,
              ),
            ].map(point),
          );
        }
        assert.deepEqual(
          gap.map(({ hollow }) => hollow),
          [true, false, true, false],
        );
        const gaps = Object.keys(results.gaps);
        assert.deepEqual(
          [...gap[1].values.values()],
          ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV']
            .filter((id) => gaps.includes(id))
            .map((id) => point(results.groups.resident.constructs[id].endline.mean)),
        );
        const notes = Object.keys(texts).filter((path) => /notesSlide\d+\.xml$/.test(path));
        assert.equal(notes.length, slides.length);
        assert.ok(
          notes.some((path) => texts[path].includes(said.charts.forest)),
          'the sentence of the forest in the notes',
        );
        for (const path of slides)
          assert.ok(texts[path].includes(words.made), `${path} says that the data are made up`);
        assert.ok(slides.some((path) => texts[path].includes('participation-trust@1.0.0')));
        assert.deepEqual(await troubles(), []);
        await page.close();

        if (!has('soffice') || !has('pdftotext', '-v')) return;
        writeFileSync(join(folder, `${locale}.pptx`), bytes);
        const pdf = convert(`${locale}.pptx`, 'pdf', 'pdf');
        const text = tight(execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }));
        const pages = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).split('\f').length - 1;
        assert.equal(pages, 10, 'LibreOffice shows ten pages');
        for (const part of [words.first, words.limits, words.made]) assert.ok(text.includes(tight(part)), part);
        const { estimate, low, high } = results.groups.resident.constructs.CY.change;
        for (const number of [estimate, low, high]) assert.ok(text.includes(number.toFixed(1)), String(number));
      });

      test(`report (${locale}): headings, tables with heading rows, pictures; LibreOffice gives its sentences back`, async () => {
        const { page, troubles } = await open(`${locale}.html`);
        const { bytes } = await download(page, 'docx');
        const files = unzipSync(bytes);
        const texts = Object.fromEntries(
          Object.entries(files)
            .filter(([path]) => /\.(?:xml|rels)$/.test(path))
            .map(([path, own]) => [path, strFromU8(own)]),
        );
        assert.deepEqual((await readXml(browser, texts)).refused, []);
        const document = texts['word/document.xml'];
        assert.ok((document.match(/<w:pStyle w:val="Heading1"\/>/g) ?? []).length >= 5);
        assert.ok((document.match(/<w:tblHeader\/>/g) ?? []).length >= 8, 'heading rows');
        assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/);
        const pictures = Object.keys(files).filter((path) => path.startsWith('word/media/'));
        assert.ok(pictures.length >= 10, `${pictures.length} pictures`);
        for (const path of pictures) assertDrawn(files[path], path);
        const header = Object.keys(texts).find((path) => /word\/header\d*\.xml/.test(path));
        const footer = Object.keys(texts).find((path) => /word\/footer\d*\.xml/.test(path));
        assert.ok(texts[header].includes(words.made));
        assert.ok(texts[footer].includes('participation-trust@1.0.0') && texts[footer].includes('canyu@'));
        assert.deepEqual(await troubles(), []);
        await page.close();

        if (!has('soffice')) return;
        writeFileSync(join(folder, `${locale}.docx`), bytes);
        const text = tight(readFileSync(convert(`${locale}.docx`, 'txt:Text (encoded):UTF8', 'txt'), 'utf8'));
        for (const sentence of [
          said.index.resident,
          said.index.official,
          said.joint,
          said.charts.forest,
          said.charts.plane,
          ...Object.values(said.quality),
          ...Object.values(said.constructs.resident),
        ])
          assert.ok(text.includes(tight(sentence)), sentence);
        assert.ok(text.includes(tight(words.limits)));
      });
    }

    test('pictures: each chart drawn, in an archive with a manifest', async () => {
      const { page, troubles } = await open('en.html');
      const { bytes } = await download(page, 'png');
      const files = unzipSync(bytes);
      const pictures = Object.keys(files).filter((path) => path.endsWith('.png'));
      for (const part of ['plane', 'forest', 'gap', 'ladder', 'likert-CY', 'likert-GV', 'flow'])
        assert.ok(
          pictures.some((path) => path.includes(part)),
          `${part} in ${pictures.join(' ')}`,
        );
      for (const path of pictures) assertDrawn(files[path], path);
      const { files: listed, settings } = JSON.parse(strFromU8(files['manifest.json']));
      assert.equal(listed.filter((each) => each.name.endsWith('.png')).length, pictures.length);
      assert.match(settings, /participation-trust@1\.0\.0/);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    if (!isFirst) return;

    test('everything: the archive has slides, report, workbook and pictures', async () => {
      const { page, troubles } = await open('zh-Hans.html');
      const { bytes } = await download(page, 'zip');
      const files = unzipSync(bytes);
      for (const path of ['meeting.pptx', 'report.docx', 'workbook.xlsx', 'results.csv', 'charts/01-plane.png'])
        assert.ok(files[path], path);
      for (const path of ['meeting.pptx', 'report.docx', 'workbook.xlsx']) assert.ok(unzipSync(files[path]));
      assert.deepEqual(await troubles(), []);
      await page.close();

      if (!has('soffice')) return;
      writeFileSync(join(folder, 'all.xlsx'), files['workbook.xlsx']);
      // The third sheet of a file of results: about, results, figures; -1 gives every sheet.
      convert('all.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', 'csv');
      const csv = readFileSync(join(folder, 'all-全部数字.csv'), 'utf8');
      const row = csv.split('\n').find((line) => line.startsWith('groups/resident/index/change/estimate,'));
      const { estimate } = results.groups.resident.index.change;
      assert.ok(Math.abs(Number(row.split(',')[1]) - estimate) < 0.01, row);
    });

    test('the classic bundle makes slides too; without office.js it says what is missing, and other formats work', async () => {
      const { page, troubles } = await open('classic.html');
      const { bytes } = await download(page, 'pptx');
      assert.ok(unzipSync(bytes)['ppt/slides/slide1.xml']);
      assert.deepEqual(await troubles(), []);
      await page.close();

      site.files['/dist/office.js'] = { status: 404, type: 'text/plain', body: '' };
      try {
        const { page: poor } = await open('en.html');
        await poor.evaluate(() =>
          document.querySelector('canyu-export').shadowRoot.querySelector('[data-format=pptx]').click(),
        );
        const alert = await until(
          () =>
            poor.evaluate(
              () => document.querySelector('canyu-export').shadowRoot.querySelector('[role=alert]')?.textContent,
            ),
          'the message',
          60_000,
        );
        assert.match(alert, /office\.js/);
        assert.match(alert, /office-missing/);
        const { bytes: csv } = await download(poor, 'csv');
        assert.ok(unzipSync(csv)['results.csv']);
        const { bytes: zip } = await download(poor, 'zip');
        assert.match(strFromU8(unzipSync(zip)['MISSING.txt']), /office\.js/);
        await poor.close();
      } finally {
        delete site.files['/dist/office.js'];
      }
    });

    test('sixty hostile texts through title, suggestions and tables: text again, and well-formed', async () => {
      const hostile = (await import('./export-office/hostile.mjs')).hostile;
      assert.ok(hostile.length >= 60);
      const { page, troubles } = await openPage(browser);
      await page.goto(`${site.url}/bare.html`);
      const made = await page.evaluate(
        async (document, texts) => {
          const { makeOffice } = await import('/dist/office.js');
          const pace = { breathe: () => undefined, progress: () => undefined };
          const rows = texts.map((text, at) => ({ at, text }));
          const entry = ({ at, text }) => ({
            schema: 'canyu-entry/1',
            id: `s${at}`,
            study: document.study.id,
            date: '2026-05-01',
            kind: 'suggestion',
            text: `〔${at}〕${text}〔/${at}〕`,
            status: 'declined',
            reason: text,
          });
          const base64 = async (blob) => {
            const reader = new FileReader();
            reader.readAsDataURL(blob);
            await new Promise((resolve) => (reader.onload = resolve));
            return reader.result.slice(reader.result.indexOf(',') + 1);
          };
          const made = [];
          const make = async (kind, title, entries, figures) => {
            const results = { ...document, study: { ...document.study, title: { en: title } } };
            const request = {
              kind,
              locale: 'en',
              results,
              settingsLine: `settings ${title}`,
              synthetic: title,
              entries,
              figures,
            };
            made.push(await base64(await makeOffice(request, pace)));
          };
          const table = {
            caption: texts[0],
            head: ['n', 'text'],
            headings: 1,
            rows: rows.map(({ at, text }) => [String(at), text]),
          };
          const figure = { id: 'gap', sentence: texts[1], notes: texts, table };
          await make('docx', texts[0], rows.map(entry), [figure]);
          for (let at = 0; at < rows.length; at += 6)
            await make('pptx', texts[at], rows.slice(at, at + 6).map(entry), []);
          return made;
        },
        results,
        hostile.map(({ text }) => text),
      );
      const [report, ...decks] = made.map((each) => unzipSync(new Uint8Array(Buffer.from(each, 'base64'))));
      const texts = {};
      for (const [number, files] of [report, ...decks].entries())
        for (const [path, bytes] of Object.entries(files))
          if (/\.(?:xml|rels)$/.test(path)) texts[`${number}/${path}`] = strFromU8(bytes);
      const { refused, words } = await readXml(browser, texts);
      assert.deepEqual(refused, []);
      // Cells of the worksheets behind the charts are never formulas.
      for (const files of decks)
        for (const [path, bytes] of Object.entries(files))
          if (path.endsWith('.xlsx'))
            assert.doesNotMatch(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']), /<f[ >]/, path);
      const document = words['0/word/document.xml'];
      const pages = decks.map((_, at) => words[`${at + 1}/ppt/slides/slide8.xml`]);
      for (const [at, { shown, long }] of hostile.entries()) {
        if (!long) assert.ok(document.includes(`〔${at}〕${shown}〔/${at}〕`), `report: ${JSON.stringify(shown)}`);
        const deck = pages[Math.floor(at / 6)];
        assert.ok(
          deck.includes(`〔${at}〕${shown.slice(0, long ? 10 : undefined)}`),
          `slides: ${JSON.stringify(shown)}`,
        );
      }
      assert.deepEqual(await troubles(), []);
      await page.close();

      if (!has('soffice')) return;
      writeFileSync(join(folder, 'hostile.docx'), Buffer.from(made[0], 'base64'));
      const back = readFileSync(convert('hostile.docx', 'txt:Text (encoded):UTF8', 'txt'), 'utf8');
      for (const [at, { shown, long, invisible }] of hostile.entries())
        if (!long && !invisible)
          assert.ok(
            tight(back).includes(tight(`〔${at}〕${shown}〔/${at}〕`)),
            `LibreOffice: ${JSON.stringify(shown)}`,
          );
    });
  });
}

/** A PNG with more than one colour on it. */
function assertDrawn(bytes, path) {
  const { width, height, data: pixels } = PNG.sync.read(Buffer.from(bytes));
  assert.ok(width > 1000 && height > 200, `${path}: ${width} × ${height}`);
  const colours = new Set();
  for (let at = 0; at < pixels.length; at += 4 * 97) colours.add(pixels.readUInt32BE(at));
  assert.ok(colours.size > 3, `${path} is blank`);
}
