/**
 * Paper on a real page, built bundle, strict policy. The PDF that Chromium makes of each form: A4, no question split over two pages.
 * A typist who enters a pile of sheets with nothing but a keyboard: exactly those are stored.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { core, launch, openPage, openSite, readStore, until } from './site.mjs';

const LANGUAGES = ['zh-Hans', 'en'];
const GROUPS = ['resident', 'official'];
/** Most pages of a form in large type; more would not be filled in. English is set in whatever font the machine has. */
const MOST_PAGES = { 'zh-Hans': 10, en: 15 };

/** Small random numbers from a seed (mulberry32). */
function seeded(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

/** The pages of a PDF by Chromium: each with its size in points and the addresses of the links that lie on it. */
function pagesOf(pdf) {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map([...text.matchAll(/(\d+) 0 obj\b([^]*?)\bendobj/g)].map(([, id, body]) => [id, body]));
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/.test(body))
    .map((body) => {
      const size = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(body).slice(1).map(Number);
      const own = /\/Annots\s*\[([^\]]*)\]/.exec(body)?.[1] ?? '';
      const annotations = [...own.matchAll(/(\d+) 0 R/g)].map(([, id]) => objects.get(id)).join(' ') + own;
      return { size, links: [...annotations.matchAll(/\/URI\s*\((https:[^)]*)\)/g)].map(([, link]) => link) };
    });
}

describe('paper', () => {
  let site;
  let browser;
  before(async () => {
    site = await openSite();
    browser = await launch('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const address = (lang, group, show) => `${site.url}/demo/paper.html?lang=${lang}&group=${group}&show=${show}`;
  const ready = (page, selector) =>
    until(
      () =>
        page.evaluate((wanted) => document.querySelector('canyu-survey')?.shadowRoot?.querySelector(wanted), selector),
      selector,
    );

  for (const lang of LANGUAGES) {
    for (const group of GROUPS) {
      test(`prints on A4 without splitting a question: ${group}, ${lang}`, async () => {
        const { page, troubles } = await openPage(browser);
        await page.goto(address(lang, group, 'print'));
        await ready(page, '.end');
        // Links around the first and the last words of each item tell in the PDF on which page these are.
        const items = await page.evaluate(() => {
          const root = document.querySelector('canyu-survey').shadowRoot;
          return [...root.querySelectorAll('[data-item]')].map((item) => {
            let last = item;
            while (last.lastElementChild) last = last.lastElementChild;
            const edges = {
              top: item.querySelector('.prompt > span:not(.no)') ?? item.querySelector('.prompt'),
              bottom: last,
            };
            for (const [edge, line] of Object.entries(edges)) {
              const link = document.createElement('a');
              link.href = `https://item.invalid/${item.dataset.item}/${edge}`;
              link.append(...line.childNodes, line.childNodes.length ? '' : '·');
              line.append(link);
            }
            return item.dataset.item;
          });
        });
        const form = core.participationTrust.forms.full[group];
        assert.equal(items.length, form.closed.length + 6 + form.open.length + form.background.length);
        const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
        assert.ok(pages.length > 5 && pages.length <= MOST_PAGES[lang], `${pages.length} pages`);
        for (const { size } of pages) {
          assert.ok(Math.abs(size[0] - 595) < 2 && Math.abs(size[1] - 842) < 2, `A4 upright, not ${size}`);
        }
        const pageOf = (link) => pages.findIndex(({ links }) => links.includes(link));
        let last = 0;
        for (const item of items) {
          const [top, bottom] = ['top', 'bottom'].map((edge) => pageOf(`https://item.invalid/${item}/${edge}`));
          assert.ok(top >= 0, `${item} is printed`);
          assert.equal(top, bottom, `${item} begins on page ${top + 1} and ends on ${bottom + 1}`);
          assert.ok(top >= last, `${item} comes in order`);
          last = top;
        }
        // Nothing but the form: not the page's own heading, nor the button that prints.
        await page.emulateMediaType('print');
        const shown = await page.evaluate(() => [
          document.querySelector('h1').checkVisibility(),
          document.querySelector('canyu-survey').shadowRoot.querySelector('button').checkVisibility(),
          document.querySelector('canyu-survey').shadowRoot.querySelector('.end').checkVisibility(),
        ]);
        assert.deepEqual(shown, [false, false, true]);
        assert.deepEqual(await troubles(), []);
        await page.close();
      });
    }
  }

  test('a typist with a keyboard enters twenty sheets, and exactly those are stored', async () => {
    const { page, troubles } = await openPage(browser);
    await page.goto(address('zh-Hans', 'resident', 'entry'));
    await ready(page, '#number');
    const { participationTrust } = core;
    const { closed, background } = participationTrust.forms.full.resident;
    const items = new Map(participationTrust.items.map((item) => [item.id, item]));
    const random = seeded(20261124);
    const draw = (id) => {
      const item = items.get(id);
      const values = participationTrust.scales[item.scale].points.map(({ value }) => value);
      const all = item.kind === 'choice' ? [...values, null] : [...values, ...values, 'dk', 'pns', null];
      return all[random(all.length)];
    };
    const sheets = Array.from({ length: 20 }, () =>
      Object.fromEntries([...closed, ...background].map((id) => [id, draw(id)])),
    );
    const key = (value) => (value === null ? ' ' : ({ dk: '8', pns: '9' }[value] ?? String(value)));

    const focus = () =>
      page.evaluate(() => {
        const active = document.querySelector('canyu-survey').shadowRoot.activeElement;
        return active?.name || active?.id || '';
      });
    const press = async (keys) => {
      for (const one of keys) await page.keyboard.press(one === ' ' ? 'Space' : one);
    };
    const text = () => page.evaluate(() => document.querySelector('canyu-survey').shadowRoot.textContent);

    /** One sheet from the number to the button; `again`: its second entry. */
    const type = async (sheet, number, again) => {
      await until(async () => (await focus()) === 'number', 'the number of the next sheet');
      if (again) await page.keyboard.type(number);
      await press(again ? ['Enter'] : ['Enter', 'Enter']);
      assert.equal(await focus(), '#participate');
      await press('110');
      await press(closed.map((id) => key(sheet[id])));
      if (!again) {
        assert.equal(await focus(), 'OQ1');
        await press(['Enter', 'Enter']);
      }
      await press(background.map((id) => key(sheet[id])));
      assert.equal(await focus(), 'save');
      await page.keyboard.press('Enter');
    };

    for (const [index, sheet] of sheets.entries()) {
      const number = String(index + 1);
      await type(sheet, number, false);
      if (index < 5 || (index + 1) % 10 === 0) {
        await until(async () => (await text()).includes('第二遍（抽查）'), 'the second entry');
        // In one of the seven checks the second entry has two slips.
        const wrong = index === 2 ? { ...sheet, TR1: sheet.TR1 === 1 ? 2 : 1, LD: sheet.LD === 0 ? 6 : 0 } : sheet;
        await type(wrong, number, true);
        if (index === 2) {
          await until(async () => (await text()).includes('有 2 处两遍不一样'), 'the comparison');
          await until(async () => (await focus()) === 'LD', 'the first row that differs');
          await press([key(sheet.LD), key(sheet.TR1)]);
          assert.equal(await focus(), 'save');
          await page.keyboard.press('Enter');
        }
      }
      await until(async () => (await text()).includes(`${number} 号已经存好`), `sheet ${number} saved`);
    }

    assert.match(await text(), /已核对 7 份、245 格，两遍不一样的有 2 格（0.8%）/);
    const stored = (await readStore(page)).map(([, value]) => JSON.parse(value));
    const sorted = (answers) => JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
    const meant = sheets.map((sheet) =>
      sorted(Object.fromEntries(Object.entries(sheet).filter(([, value]) => value !== null))),
    );
    assert.deepEqual(stored.map(({ answers }) => sorted(answers)).sort(), meant.sort());
    for (const response of stored) {
      assert.ok(core.parseResponse(response).ok);
      assert.deepEqual([response.mode, response.link, response.seconds], ['paper', null, 0]);
    }
    assert.deepEqual(await readStore(page, 'drafts'), []);
    assert.deepEqual(await troubles(), []);
    await page.close();
  });
});
