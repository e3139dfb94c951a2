/**
 * The report on a real page under the strict policy, printed to PDF: the handout is exactly one A4 page in each language mode with usual,
 * published and hardest contents; all thirteen parts and the document's figures are on the paper; the full report breaks between rows.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, launch, openPage, openSite } from './site.mjs';

const read = async (name) => JSON.parse(await readFile(new URL(`../../demo/${name}`, import.meta.url), 'utf8'));
const results = await read('data/results.json');
const published = await read('data/published.json');
const material = await read('report.material.json');

const PAGE = (attributes) =>
  `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Report</title><link rel="icon" href="data:,">
<script type="module" src="/dist/canyu.js"></script><body><h1>别的东西</h1><p>页面上还有别的内容。</p>
<canyu-report ${attributes}></canyu-report><p>页脚</p></body></html>`;
const MODES = { zh: 'lang="zh-Hans"', en: 'lang="en"', both: 'lang="zh-Hans" languages="both"' };

/** More than any sheet holds. */
const long = '这是一条特别长的建议，'.repeat(12);
const row = { schema: 'canyu-entry/1', study: results.study.id };
const hardest = {
  ...material,
  focal: { 'zh-Hans': long, en: 'the complete rebuilding of all floors of the activity centre and its garden' },
  quotes: ['resident', 'official'].map((group) => ({ group, text: long })),
  fullReport: `https://example.org/${'a'.repeat(220)}`,
  entries: [
    ...material.entries,
    ...Array.from({ length: 60 }, (_, i) => [
      { ...row, id: `s${i}`, date: '2026-04-01', kind: 'suggestion', text: i + long, status: 'declined', reason: long },
      {
        ...row,
        id: `e${i}`,
        date: '2026-05-01',
        kind: 'event',
        event: i < 4 ? 'fic-change' : 'press',
        label: i + long,
      },
      { ...row, id: `c${i}`, date: '2026-11-14', kind: 'commitment', what: i + long, who: long, due: '2027-01-15' },
      {
        ...row,
        id: `p${i}`,
        date: '2026-10-01',
        kind: 'proof',
        type: 'award',
        level: 'city',
        recognised: true,
        by: long,
        contributors: [long],
        label: i + long,
      },
    ]).flat(),
  ],
};
const named = { ...results, study: { ...results.study, title: { 'zh-Hans': long, en: long } } };

const folder = mkdtempSync(join(tmpdir(), 'canyu-report-'));
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const run = (program, ...args) => spawnSync(program, args, { encoding: 'utf8' }).stdout;

/** What is on the paper. */
function paper(bytes, name) {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  const info = run('pdfinfo', file);
  const pages = Number(/Pages:\s+(\d+)/.exec(info)[1]);
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info).slice(1).map(Number);
  const texts = run('pdftotext', '-layout', file, '-').split('\f').slice(0, pages);
  const boxes = run('pdftotext', '-bbox-layout', file, '-');
  return { pages, size, texts, boxes, text: texts.join('\n').replace(/\s+/g, ' ') };
}

const bare = (text) => text.replace(/\s/g, '');

if (browsers.includes('chromium') && hasPoppler) {
  describe('report on paper in chromium', () => {
    let site;
    let browser;
    before(async () => {
      const files = {
        '/hardest.json': { body: JSON.stringify(hardest) },
        '/named.json': { body: JSON.stringify(named) },
      };
      const sources = {
        usual: 'src="/demo/data/results.json" material="/demo/report.material.json"',
        published: 'src="/demo/data/published.json"',
        hardest: 'src="/named.json" material="/hardest.json"',
      };
      for (const [mode, attributes] of Object.entries(MODES)) {
        for (const [name, source] of Object.entries(sources)) {
          files[`/${name}-${mode}.html`] = { type: 'text/html', body: PAGE(`${attributes} ${source}`) };
          files[`/full-${name}-${mode}.html`] = {
            type: 'text/html',
            body: PAGE(`layout="full" ${attributes} ${source}`),
          };
        }
      }
      site = await openSite({ files });
      browser = await launch('chromium');
    });
    after(async () => {
      await browser?.close();
      await site?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function print(name, width = 1280) {
      const { page, troubles } = await openPage(browser);
      await page.setViewport({ width, height: 900 });
      await page.evaluateOnNewDocument(() => addEventListener('canyu-report-ready', () => (globalThis.isReady = true)));
      await page.goto(`${site.url}/${name}.html`);
      await page.waitForFunction('globalThis.isReady', { timeout: 90_000 });
      const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const told = await page.evaluate(() => {
        const root = document.querySelector('canyu-report').shadowRoot;
        return {
          headings: [...root.querySelectorAll('h2')].map((each) => {
            const heading = (each.querySelector('span') ?? each).textContent;
            // The first two parts are their own headings on paper: the sentence and the two figures.
            const { parentElement: part } = each;
            return part.matches('.finding, .index') ? part.querySelector('p').textContent.trim().slice(0, 5) : heading;
          }),
          cells: [...root.querySelectorAll('table.forest .value, table.gap .value')].map((each) => each.textContent),
        };
      });
      assert.deepEqual(await troubles(), []);
      await page.close();
      return { ...paper(bytes, `${name}-${width}`), ...told };
    }

    for (const mode of Object.keys(MODES)) {
      for (const name of ['usual', 'published', 'hardest']) {
        test(`the handout is one A4 page with thirteen parts: ${name}, ${mode}`, async () => {
          const { pages, size, text, headings } = await print(`${name}-${mode}`);
          assert.equal(pages, 1);
          assert.ok(Math.abs(size[0] - 595) < 1 && Math.abs(size[1] - 842) < 1, size.join(' × '));
          assert.equal(headings.length, 13);
          const found = bare(text);
          for (const heading of headings) assert.ok(found.includes(bare(heading)), heading);
          assert.match(text, mode === 'en' ? /Synthetic data/ : /虚构数据/);
          assert.ok(!text.includes('页面上还有别的内容'), 'the report is printed alone');
          if (name === 'hardest')
            assert.match(text, mode === 'en' ? /and \d+ more, see the full report/ : /还有 \d+ 条/);
        });
      }
    }

    test('printed from a phone it is the same page', async () => {
      const [phone, desk] = [await print('usual-zh', 360), await print('usual-zh')];
      assert.equal(phone.pages, 1);
      assert.equal(bare(phone.text), bare(desk.text));
    });

    test('every figure on the sheet is the results document’s; what is suppressed stays so', async () => {
      const { text } = await print('usual-en');
      const found = bare(text);
      for (const group of ['resident', 'official']) {
        const { index, constructs } = results.groups[group];
        const { low, high } = index.clusters;
        const said = (value, sign = true) => `${value < 0 ? '−' : sign ? '+' : ''}${Math.abs(value).toFixed(1)}`;
        assert.ok(found.includes(`${said(index.change.estimate)}points`), group);
        assert.ok(found.includes(`95%interval${said(low, false)}to${said(high, false)}`), group);
        const { estimate, low: from, high: to } = constructs.CY.change;
        assert.match(
          found,
          new RegExp(`\\${said(estimate)}[＊*]?\\[${said(from, false)},${said(to, false)}\\]`.replace(/\./g, '\\.')),
        );
      }
      const open = await print('published-en');
      const hidden = published.groups.official.ladder.share.endline;
      assert.ok('suppressed' in hidden || hidden.estimate?.suppressed);
      assert.match(open.text, /not shown/);
      assert.ok(!/\b0 → 30\b/.test(open.text), 'a rung that only the unpublished document has');
    });

    for (const mode of ['zh', 'en']) {
      test(`the full report: sensible length, numbered and labelled pages, no row cut: ${mode}`, async () => {
        const { pages, texts, boxes, headings } = await print(`full-usual-${mode}`);
        assert.ok(pages >= 15 && pages <= 45, `${pages} pages`);
        for (const [index, text] of texts.entries()) {
          assert.match(text, mode === 'en' ? /Synthetic data/ : /虚构数据/, `page ${index + 1}`);
          const number = mode === 'en' ? `Page ${index + 1} of ${pages}` : `第${index + 1}页，共${pages}页`;
          assert.ok(bare(text).includes(bare(number)), number);
          const lines = text.split('\n').filter((line) => line.trim());
          // The foot is the last line; a heading must not stand above it alone.
          const last = bare(lines.at(-2) ?? '');
          assert.ok(!headings.some((heading) => bare(heading) === last), `page ${index + 1} ends with ${last}`);
        }
        // 15 mm at the foot hold nothing but the foot itself: whatever would run into it was cut.
        const words = [...boxes.matchAll(/<word [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"/g)];
        assert.ok(words.length > 1000);
        for (const [, top, bottom] of words) {
          const isFoot = Number(top) > 842 - 48;
          assert.ok(isFoot || Number(bottom) < 842 - 46, `a line at ${top}–${bottom} runs into the foot`);
        }
      });
    }
  });
}
