import { expect } from 'chai';
import { html } from 'lit';
import { parseResults } from '../../src/core/change/parse.js';
import type { Results } from '../../src/core/change/types.js';
import type { ReportMaterial } from '../../src/core/describe/report-material.js';
import { REPORT_PARTS } from '../../src/core/describe/report-words.js';
import type { CanyuReport } from '../../src/elements/report/canyu-report.js';
import '../../src/define/canyu-report.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';

const read = async (file: string): Promise<Results> => {
  const parsed = parseResults(await (await fetch(`/demo/data/${file}.json`)).json());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
const material = async (): Promise<ReportMaterial> =>
  (await (await fetch('/demo/report.material.json')).json()) as ReportMaterial;

const inside = (report: CanyuReport): ShadowRoot => report.shadowRoot!;
const sheetOf = (report: CanyuReport): Promise<HTMLElement> =>
  until(() => inside(report).querySelector<HTMLElement>('.sheet'), 'the sheet');
const textOf = (element: Element): string => element.textContent.replace(/\s+/g, ' ');

/** A report on a page wide enough for the sheet. */
async function make(
  results: Results,
  given: ReportMaterial,
  { lang = 'zh-Hans', languages = 'one', layout = 'handout' } = {},
): Promise<CanyuReport> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.style.setProperty('inline-size', '900px');
  const report = document.createElement('canyu-report');
  report.lang = lang;
  report.setAttribute('languages', languages);
  report.setAttribute('layout', layout);
  report.results = results;
  report.material = given;
  place.append(report);
  await sheetOf(report);
  return report;
}

const isInside = (sheet: HTMLElement): boolean => {
  const end = sheet.getBoundingClientRect().bottom + 1;
  return [...sheet.querySelectorAll('section')].every((section) => section.getBoundingClientRect().bottom <= end);
};
/** No part lies over the next one. */
const isApart = (column: Element): boolean =>
  [...column.children].every((part, index, all) => {
    const next = all[index + 1];
    return !next || part.getBoundingClientRect().bottom <= next.getBoundingClientRect().top + 1;
  });

describe('<canyu-report>', () => {
  afterEach(cleanUp);

  for (const languages of ['one', 'both']) {
    for (const lang of ['zh-Hans', 'en']) {
      it(`the handout has all thirteen parts on one sheet, accessible (${lang}, ${languages})`, async () => {
        const report = await make(await read('results'), await material(), { lang, languages });
        const sheet = await sheetOf(report);
        for (const part of REPORT_PARTS) {
          const section = sheet.querySelector(`section.${part}`);
          expect(section?.querySelector('h2')?.textContent?.trim(), part).to.not.equal('');
          expect(section!.children.length, part).to.be.greaterThan(1);
        }
        await until(() => sheet.classList.contains('paper'), 'the sheet at its size');
        expect(isInside(sheet)).to.equal(true);
        for (const column of sheet.querySelectorAll('.column')) expect(isApart(column)).to.equal(true);
        expect(sheet.querySelector('.synthetic')!.textContent).to.match(/虚构|Synthetic/);
        expect(sheet.querySelector('svg.qr')!.getAttribute('aria-label')).to.include('https://example.org/');
        await expectAccessible(report);
      });
    }
  }

  it('in both languages each text is marked as what it is', async () => {
    const report = await make(await read('results'), await material(), { languages: 'both' });
    const heading = (await sheetOf(report)).querySelector('section.limits h2')!;
    expect([...heading.querySelectorAll('[lang]')].map((each) => each.getAttribute('lang'))).to.deep.equal([
      'zh-Hans',
      'en',
    ]);
  });

  it('every figure of the forest is the results document’s', async () => {
    const results = await read('results');
    const sheet = await sheetOf(await make(results, {}));
    const { constructs } = results.groups.resident as {
      constructs: Record<string, { change: { estimate: number; low: number; high: number } }>;
    };
    const rows = textOf(sheet.querySelector('table.forest')!);
    for (const [id, sign] of [
      ['CY', 1],
      ['CJ', -1],
      ['GV', 1],
    ] as const) {
      const { estimate, low, high } = constructs[id]!.change;
      const [from, to] = sign === 1 ? [low, high] : [-high, -low];
      const text = `+${(sign * estimate).toFixed(1)}`;
      expect(rows).to.match(new RegExp(`\\${text}＊? \\[${from.toFixed(1)}, ${to.toFixed(1)}\\]`));
    }
  });

  it('a published document: what is suppressed has no number and says why', async () => {
    const results = await read('published');
    const sheet = await sheetOf(await make(results, {}));
    const ladder = sheet.querySelector('table.ladder')!;
    expect(textOf(ladder)).to.include('不显示');
    const officials = [...ladder.querySelectorAll('tbody tr')].map((row) => row.lastElementChild!.textContent.trim());
    expect(officials.every((text) => text === '– → –')).to.equal(true);
  });

  it('without material there is room to write, never an empty box', async () => {
    const results = await read('published');
    const flow = Object.fromEntries(
      Object.entries(results.flow).map(([group, own]) => [group, { ...own, invited: undefined }]),
    );
    const sheet = await sheetOf(await make({ ...results, flow }, {}));
    for (const part of ['loop', 'quotes', 'timeline', 'proofs']) {
      const section = sheet.querySelector(`section.${part}`)!;
      expect(section.querySelectorAll('.rule').length, part).to.be.greaterThan(0);
      expect(textOf(section), part).to.match(/补/);
    }
    expect(sheet.querySelectorAll('section.steps .blank').length).to.equal(3);
    expect(textOf(sheet.querySelector('section.answered')!)).to.include('没有写');
  });

  it('what does not fit is left out and counted; changes of first-in-command stay', async () => {
    const results = await read('results');
    const long = '这是一条特别长的建议，'.repeat(20);
    const row = { schema: 'canyu-entry/1', study: results.study.id, date: '2026-04-01' } as const;
    const given = await material();
    const entries = [
      ...given.entries!,
      ...Array.from({ length: 60 }, (_, i) => ({
        ...row,
        id: `h${i}`,
        kind: 'suggestion' as const,
        text: `${i} ${long}`,
        status: 'declined' as const,
        reason: long,
      })),
      ...Array.from({ length: 30 }, (_, i) => ({
        ...row,
        id: `v${i}`,
        kind: 'event' as const,
        event: 'press' as const,
        label: `${i} ${long}`,
      })),
    ];
    for (const languages of ['one', 'both']) {
      const report = await make(results, { ...given, entries }, { languages });
      const sheet = await sheetOf(report);
      await until(() => sheet.querySelector('.more:not([hidden])'), 'a list that says it was cut');
      expect(isInside(sheet)).to.equal(true);
      for (const column of sheet.querySelectorAll('.column')) expect(isApart(column)).to.equal(true);
      const loop = sheet.querySelector('section.loop')!;
      const shown = loop.querySelectorAll('[data-fit] > :not([hidden])').length;
      expect(shown).to.be.greaterThan(0);
      const said = /还有 (\d+) 条/.exec(loop.querySelector('.more')!.textContent)![1];
      expect(Number(said) + shown).to.equal(63);
      expect(sheet.querySelector('.fic-change:not([hidden])')).to.not.equal(null);
    }
  });

  it('the full report has every chart as a picture with its sentence, and is accessible', async function () {
    this.timeout(60_000);
    const report = document.createElement('canyu-report');
    report.lang = 'en';
    report.setAttribute('layout', 'full');
    report.results = await read('results');
    report.material = await material();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const ready = new Promise((resolve) => report.addEventListener('canyu-report-ready', resolve));
    place.append(report);
    await ready;
    const sheet = await sheetOf(report);
    const figures = [...sheet.querySelectorAll('figure')];
    expect(figures.length).to.be.greaterThan(14);
    for (const figure of figures) {
      expect(figure.querySelector('figcaption')!.textContent.length).to.be.greaterThan(20);
      const picture = figure.querySelector('img')!;
      await picture.decode();
      expect(picture.naturalWidth).to.be.greaterThan(2126);
    }
    expect(sheet.querySelectorAll('h1').length).to.equal(1);
    expect(sheet.querySelectorAll('table.data').length).to.be.greaterThan(20);
    for (const table of sheet.querySelectorAll('table.data')) {
      expect(table.querySelector('caption')!.textContent).to.not.equal('');
      expect(table.querySelectorAll('thead th[scope=col]').length).to.be.greaterThan(1);
    }
    await expectAccessible(report);
  });

  it('says so when results or material cannot be read', async () => {
    const heard: string[] = [];
    const listen = (event: Event): void => void heard.push((event as CustomEvent<{ code: string }>).detail.code);
    document.addEventListener('canyu-error', listen);
    const first = await fixture<CanyuReport>(html`<canyu-report src="/demo/data/none.json"></canyu-report>`);
    await until(() => inside(first).querySelector('[role=alert]'), 'the message');
    const second = await fixture<CanyuReport>(
      html`<canyu-report src="/demo/data/results.json" material="/demo/none.json"></canyu-report>`,
    );
    await until(() => inside(second).querySelector('.toolbar [role=alert]'), 'the message');
    await until(() => heard.length > 1, 'both events');
    document.removeEventListener('canyu-error', listen);
    expect(heard).to.deep.equal(['results-not-found', 'no-material']);
  });

  it('prints itself alone', async () => {
    const report = await make(await read('results'), {});
    const print = window.print.bind(window);
    let marked: boolean | undefined;
    window.print = () => void (marked = report.hasAttribute('printing'));
    const sheets = document.adoptedStyleSheets.length;
    try {
      inside(report).querySelector('button')!.click();
      await until(() => marked !== undefined, 'the printer');
    } finally {
      window.print = print;
      dispatchEvent(new Event('afterprint'));
    }
    expect(marked).to.equal(true);
    expect(report.hasAttribute('printing')).to.equal(false);
    report.remove();
    expect(document.adoptedStyleSheets.length).to.equal(sheets - 1);
  });
});
