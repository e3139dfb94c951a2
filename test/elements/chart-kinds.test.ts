import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { CHART_TYPES, type ChartType } from '../../src/charts/types.js';
import { loadKind } from '../../src/charts/kind.js';
import { parseResults } from '../../src/core/change/parse.js';
import { isHidden, type Results } from '../../src/core/change/types.js';
import type { CanyuChart } from '../../src/elements/chart/canyu-chart.js';
import '../../src/define/canyu-chart.js';
import { results as everyPart } from '../core/json/documents.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';
import { fewOfficials, tooFew } from '../support/results-fixture.js';

const FURTHER = CHART_TYPES.filter((type) => type !== 'plane' && type !== 'forest');
const LEDGER: readonly ChartType[] = ['loop', 'timeline', 'context'];

const inside = (chart: CanyuChart) => chart.shadowRoot!;
const canvasOf = (chart: CanyuChart) => inside(chart).querySelector('canvas');
const cellsOf = (chart: CanyuChart) =>
  [...inside(chart).querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));

async function read(file: string): Promise<Results> {
  const parsed = parseResults(await (await fetch(`/demo/data/${file}.json`)).json());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** The demo's results with the ledger of the documents that the parsers are tested with. */
async function whole(file = 'results'): Promise<Results> {
  return { ...(await read(file)), ledger: everyPart.ledger! };
}

function inkOf(canvas: HTMLCanvasElement): number {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let ink = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) ink += 1;
  return ink;
}

async function drawn(chart: CanyuChart): Promise<HTMLCanvasElement> {
  return until(() => {
    const canvas = canvasOf(chart);
    return canvas && canvas.width !== 300 && inkOf(canvas) > 400 && canvas;
  }, 'a drawn canvas');
}

const make = (results: Results, type: ChartType, lang = 'zh-Hans', construct?: string) =>
  fixture<CanyuChart>(
    html`<canyu-chart lang=${lang} type=${type} .construct=${construct} .results=${results}></canyu-chart>`,
  );

/** Numbers of a text, without the years and the "95" of the intervals. */
const numbers = (text: string): string[] => text.match(/[+−]?\d+(?:\.\d+)?/g) ?? [];

describe('further types of <canyu-chart>', () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.style.removeProperty('color-scheme');
  });

  for (const type of FURTHER) {
    for (const file of ['results', 'published']) {
      it(`draws ${type} from ${file}.json in both languages, with sentence, notes and table`, async () => {
        const results = await whole(file);
        for (const lang of ['zh-Hans', 'en']) {
          const chart = await make(results, type, lang);
          const canvas = await drawn(chart);
          const sentence = inside(chart).querySelector('[part=sentence]')!.textContent;
          expect(sentence.length).to.be.greaterThan(10);
          expect(canvas.getAttribute('aria-label')).to.equal(sentence);
          expect(inside(chart).querySelectorAll('[part=notes] li')).to.have.length.greaterThan(0);
          expect(cellsOf(chart)).to.have.length.greaterThan(0);
          expect(inside(chart).textContent).to.not.match(/undefined|NaN|\[object|null/);
          const chinese = /[\u4e00-\u9fff]/.test(inside(chart).querySelector('[part=notes]')!.textContent);
          expect(chinese).to.equal(lang === 'zh-Hans');
        }
      });
    }

    it(`says on demand every figure of ${type}, each of which the table holds`, async () => {
      const results = await whole();
      const chart = await make(results, type);
      await drawn(chart);
      const kind = await loadKind(type);
      const options = { type, locale: 'zh-Hans' as const, fonts: { family: 'sans-serif', size: 16 } };
      const ctx = document.createElement('canvas').getContext('2d')!;
      const { spots = [] } = kind.paint(ctx, results, options, 700);
      expect(spots.length).to.be.greaterThan(1);
      const table = new Set(cellsOf(chart).flat().flatMap(numbers));
      for (const { text } of spots) for (const number of numbers(text)) expect([...table], text).to.include(number);
    });

    it(`gives axe nothing to find in ${type}, light and dark`, async () => {
      for (const scheme of ['light', 'dark']) {
        document.documentElement.style.setProperty('color-scheme', scheme);
        const chart = await make(await whole(), type);
        await drawn(chart);
        inside(chart).querySelector('details')!.open = true;
        await expectAccessible(chart);
      }
    });

    it(`shows ${type} of nobody as words, not as an empty picture`, async () => {
      const nothing = { index: tooFew, domains: tooFew, constructs: tooFew, items: tooFew, ladder: tooFew };
      const { ledger, ...rest } = fewOfficials();
      expect(ledger).to.equal(undefined);
      const chart = await make({ ...rest, flow: {}, groups: { resident: nothing, official: nothing } }, type);
      await until(() => inside(chart).querySelector('[part=notes] li'));
      expect(canvasOf(chart)).to.equal(null);
      expect(inside(chart).querySelector('[part=notes]')!.textContent.length).to.be.greaterThan(8);
      await expectAccessible(chart);
    });
  }

  it('never shows a hidden figure: it is said to be hidden and has no number', async () => {
    for (const type of FURTHER.filter((each) => !LEDGER.includes(each) && each !== 'flow')) {
      const results = await whole();
      const hidden = { index: tooFew, domains: tooFew, constructs: tooFew, items: tooFew, ladder: tooFew };
      const chart = await make({ ...results, groups: { ...results.groups, official: hidden } }, type);
      await drawn(chart);
      const officials = type === 'gap' ? cellsOf(chart).map((row) => row[3]!) : [];
      const rows = cellsOf(chart).filter((row) => row.some((cell) => cell.includes('工作人员')));
      for (const cells of type === 'gap' ? [] : rows) {
        const values = cells.slice(2);
        expect(values.join(), type).to.contain('不显示（人数太少）');
        expect(values.join(), type).to.not.match(/\d/);
      }
      expect(officials.every((cell) => cell === '–' || cell.includes('不显示'))).to.equal(true);
    }
  });

  it('shows one group, and one construct, when asked to', async () => {
    const chart = await fixture<CanyuChart>(
      html`<canyu-chart
        lang="en"
        type="slope"
        group="official"
        construct="TR"
        .results=${await whole()}
      ></canyu-chart>`,
    );
    await drawn(chart);
    expect(cellsOf(chart).map((row) => row.slice(0, 2))).to.deep.equal([['Trust', 'Officials']]);
  });

  it('changes the bars of answers by button, and takes them from the attribute', async () => {
    const chart = await make(await whole(), 'likert');
    const canvas = await drawn(chart);
    const before = canvas.toDataURL();
    const button = inside(chart).querySelector<HTMLButtonElement>('[part=switch]')!;
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    button.click();
    await until(() => button.getAttribute('aria-pressed') === 'true');
    await until(() => canvas.toDataURL() !== before, 'the other bars');
    const plain = await fixture<CanyuChart>(
      html`<canyu-chart type="likert" bars="plain" .results=${await whole()}></canyu-chart>`,
    );
    await drawn(plain);
    expect(inside(plain).querySelector('[part=switch]')!.getAttribute('aria-pressed')).to.equal('true');
  });

  it('says figures to the pointer and to the arrow keys, and stops at Escape', async () => {
    const chart = await make(await whole(), 'contributions');
    const canvas = await drawn(chart);
    const tip = inside(chart).querySelector<HTMLElement>('.tip')!;
    expect(tip.hidden).to.equal(true);
    canvas.focus();
    await sendKeys({ press: 'ArrowRight' });
    await until(() => !tip.hidden && tip.textContent !== '', 'a figure');
    const first = tip.textContent;
    await sendKeys({ press: 'ArrowDown' });
    await until(() => tip.textContent !== first, 'the next figure');
    expect(tip.getAttribute('role')).to.equal('status');
    await sendKeys({ press: 'Escape' });
    await until(() => tip.hidden);
    const { left, top } = canvas.getBoundingClientRect();
    const kind = await loadKind('contributions');
    const options = { type: 'contributions' as const, locale: 'zh-Hans' as const, fonts: { family: 'x', size: 16 } };
    const { spots } = kind.paint(canvas.getContext('2d')!, await whole(), options, canvas.clientWidth);
    const [spot] = spots!;
    const [x, y] = [(spot!.left + spot!.right) / 2, (spot!.top + spot!.bottom) / 2];
    canvas.dispatchEvent(new PointerEvent('pointermove', { clientX: left + x, clientY: top + y }));
    expect(tip.hidden).to.equal(false);
    canvas.dispatchEvent(new PointerEvent('pointerleave'));
    expect(tip.hidden).to.equal(true);
  });

  it('changes its type on the same page', async () => {
    const types: string[] = [];
    const chart = await make(await whole(), 'gap');
    chart.addEventListener('canyu-chart-ready', (event) => types.push(event.detail.type));
    await drawn(chart);
    for (const type of ['ladder', 'plane', 'flow'] as const) {
      chart.type = type;
      await until(() => types.includes(type), type);
    }
    expect(inside(chart).querySelector('caption')!.textContent).to.contain('谁回答了');
  });

  it('makes a PNG that explains itself, on white, at the scale asked for', async () => {
    document.documentElement.style.setProperty('color-scheme', 'dark');
    for (const type of ['plane', 'gap', 'loop'] as const) {
      const chart = await make(await whole(), type);
      await drawn(chart);
      const file = await chart.toPNG(2);
      expect(file.type).to.equal('image/png');
      const picture = await createImageBitmap(file);
      expect(picture.width).to.equal(1640);
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: picture.width, height: picture.height });
      const ctx = canvas.getContext('2d')!;
      ctx.drawImage(picture, 0, 0);
      expect([...ctx.getImageData(2, 2, 1, 1).data]).to.deep.equal([255, 255, 255, 255]);
    }
    const empty = await make(fewOfficials(), 'loop');
    await until(() => inside(empty).querySelector('[part=notes] li'));
    expect((await empty.toPNG()).size).to.be.greaterThan(1000);
    const missing = await fixture<CanyuChart>(html`<canyu-chart type="gap"></canyu-chart>`);
    let refused = '';
    await missing.toPNG().catch((error: unknown) => (refused = (error as Error).message));
    expect(refused).to.equal('no-results');
  });

  it('makes the same picture file where the chart has no width, is hidden, or left the page', async () => {
    const dotsOf = async (file: Blob): Promise<string> => {
      const picture = await createImageBitmap(file);
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: picture.width, height: picture.height });
      canvas.getContext('2d')!.drawImage(picture, 0, 0);
      expect(inkOf(canvas)).to.be.greaterThan(1000);
      return canvas.toDataURL();
    };
    const results = await whole();
    for (const type of ['plane', 'slope'] as const) {
      const shown = await make(results, type);
      await drawn(shown);
      const expected = await dotsOf(await shown.toPNG(1));
      shown.remove();
      expect((await dotsOf(await shown.toPNG(1))).length).to.be.greaterThan(expected.length / 2);
      const folded = await fixture<HTMLElement>(
        html`<div><canyu-chart lang="zh-Hans" type=${type} .results=${results}></canyu-chart></div>`,
      );
      const chart = folded.querySelector('canyu-chart')!;
      for (const [property, value] of [
        ['display', 'none'],
        ['width', '0'],
      ] as const) {
        folded.style.setProperty(property, value);
        const isSame = (await dotsOf(await chart.toPNG(1))) === expected;
        expect(isSame, `${type}, ${property} ${value}`).to.equal(true);
        folded.style.removeProperty(property);
      }
    }
    const never = document.createElement('canyu-chart');
    never.results = results;
    let refused = '';
    await never.toPNG().catch((error: unknown) => (refused = (error as Error).message));
    expect(refused).to.equal('no-results');
  });

  it('wraps a name that is wider than its panel, and cuts none', async () => {
    const kind = await loadKind('slope');
    const ctx = document.createElement('canvas').getContext('2d')!;
    const written: { text: string; right: number }[] = [];
    ctx.fillText = (text, x) => void written.push({ text, right: x + ctx.measureText(text).width });
    const results = await whole();
    for (const width of [360, 480, 720]) {
      written.length = 0;
      const options = { type: 'slope' as const, locale: 'en' as const, fonts: { family: 'sans-serif', size: 16 } };
      const { configuration } = kind.paint(ctx, results, options, width);
      for (const { beforeDatasetsDraw, afterDatasetsDraw } of configuration.plugins!) {
        const chart = { scales: { x: { getPixelForValue: (value: number) => value } } } as never;
        beforeDatasetsDraw?.(chart, { cancelable: true }, {});
        afterDatasetsDraw?.(chart, {}, {}, false);
      }
      const said = written.map(({ text }) => text).join(' ');
      expect(said).to.contain('Deliberation and follow-through');
      expect(said).to.not.contain('…');
      for (const { text, right } of written) expect(right, text).to.be.at.most(width + 1);
    }
  });

  it('never throws and never says nonsense, whatever of a valid document is hidden', async function () {
    this.timeout(120_000);
    const random = numbersFrom(11);
    const bases = [await whole(), await whole('published'), everyPart, fewOfficials()];
    const kinds = await Promise.all(FURTHER.map(async (type) => ({ type, kind: await loadKind(type) })));
    const ctx = document.createElement('canvas').getContext('2d')!;
    let valid = 0;
    for (let round = 0; round < 90; round += 1) {
      const parsed = parseResults(someHidden(bases[round % bases.length]!, random, 0.002 + 0.1 * random()));
      if (!parsed.ok) continue;
      valid += 1;
      const results = parsed.value;
      for (const { type, kind } of kinds) {
        const locale = random() < 0.5 ? ('zh-Hans' as const) : ('en' as const);
        const group = random() < 0.3 ? (random() < 0.5 ? ('resident' as const) : ('partner' as const)) : undefined;
        const construct = random() < 0.3 ? 'TR' : random() < 0.1 ? 'nothing' : undefined;
        const options = { type, locale, group, construct, fonts: { family: 'sans-serif', size: 16 } };
        const said = [
          kind.empty(results, options) ?? '',
          kind.sentence(results, options),
          ...kind.notes(results, options),
          ...kind.table(results, options).rows.flat(),
        ].join('\n');
        expect(said, type).to.not.match(/undefined|NaN|\[object|Infinity/);
        const { head, rows } = kind.table(results, options);
        for (const row of rows) expect(row, type).to.have.length(head.length);
        if (kind.empty(results, options) !== undefined) continue;
        const { height, spots = [] } = kind.paint(ctx, results, options, 320 + Math.floor(900 * random()));
        expect(Number.isFinite(height) && height > 0, type).to.equal(true);
        for (const spot of spots) expect(spot.text, type).to.not.match(/undefined|NaN|\[object/);
      }
    }
    expect(valid).to.be.greaterThan(30);
  });

  it('the estimation plot opens with the index: bootstrap curves and dots where the document has them, and says so', async () => {
    const results = await whole();
    const chart = await make(results, 'estimation', 'en');
    await drawn(chart);
    const notes = () => inside(chart).querySelector('[part=notes]')!.textContent;
    expect(notes()).to.match(/sampled again and again/);
    expect(notes()).to.match(/ranges of at least 5 people/);
    const first = cellsOf(chart)[0]!;
    expect(first.slice(0, 2)).to.deep.equal(['Change index', 'Residents']);
    const { index } = results.groups.resident!;
    if (isHidden(index) || !index.histogram || isHidden(index.histogram) || isHidden(index.histogram.baseline)) {
      throw new Error('the demo has no histogram');
    }
    const { edges, counts } = index.histogram.baseline;
    expect(first.at(-1)).to.include(`${edges[0]}–${edges[1]}: ${counts[0]}`);
    expect(inside(chart).querySelector('[part=sentence]')!.textContent).to.match(/^Residents’ change: \+9\.5/);

    chart.results = await whole('published');
    await until(() => /t distribution/.test(notes()));
    expect(notes()).to.not.match(/sampled again/);
    expect(notes()).to.match(/ranges of at least 10 people/);

    chart.construct = 'CCI';
    await until(() => cellsOf(chart).length === 2);
    chart.construct = 'TR';
    await until(() => cellsOf(chart)[0]![0] !== 'Change index');
    expect(notes()).to.not.match(/dot/i);
  });

  it('draws as many dots as there are people, and none for a group below 20', async () => {
    const results = await whole();
    const kind = await loadKind('estimation');
    const count = (document: Results): number => {
      let dots = 0;
      const canvas = Object.assign(window.document.createElement('canvas'), { width: 900, height: 3000 });
      const ctx = canvas.getContext('2d')!;
      const arc = ctx.arc.bind(ctx);
      ctx.arc = (...given) => {
        dots += 1;
        arc(...given);
      };
      const options = {
        type: 'estimation',
        locale: 'en',
        group: 'resident',
        fonts: { family: 'serif', size: 16 },
      } as const;
      const picture = kind.paint(ctx, document, { ...options, construct: 'CCI' }, 900);
      const scales = { x: { getPixelForValue: (value: number) => value } };
      for (const { beforeDatasetsDraw } of picture.configuration.plugins ?? []) {
        void beforeDatasetsDraw?.({ scales } as never, {} as never, {});
      }
      return dots;
    };
    const { index } = results.groups.resident!;
    const people =
      isHidden(index) || isHidden(index.baseline) || isHidden(index.endline) ? 0 : index.baseline.n + index.endline.n;
    expect(count(results)).to.equal(people);
    const { histogram, ...without } = index as typeof index & { histogram?: unknown };
    expect(histogram).to.not.equal(undefined);
    const bare = {
      ...results,
      groups: { ...results.groups, resident: { ...results.groups.resident!, index: without } },
    };
    expect(count(bare)).to.equal(0);
  });

  it('the flow shows how many were invited where the study says so, and says that it is not known where it does not', async () => {
    const results = await whole();
    const chart = await make(results, 'flow');
    await drawn(chart);
    expect(cellsOf(chart)[0]!.join(' ')).to.match(/^居民 210 195 134（请到的 64 %） 122（请到的 63 %）/);
    expect(inside(chart).querySelector('[part=sentence]')!.textContent).to.match(
      /项目前请了 210 人，项目后请了 195 人。/,
    );
    const flow = { ...results.flow.resident! };
    delete (flow as { invited?: unknown }).invited;
    chart.results = { ...results, flow: { resident: flow } };
    await until(() => /没有写/.test(inside(chart).querySelector('[part=notes]')!.textContent));
    expect(cellsOf(chart)[0]!.slice(0, 3)).to.deep.equal(['居民', '134', '122']);
  });

  it('the time line has the two surveys among the events, in the order of time', async () => {
    const results = await whole();
    const chart = await make(results, 'timeline');
    await drawn(chart);
    const days = cellsOf(chart).map(([day]) => day!);
    expect(days.slice(0, -1)).to.deep.equal([...days.slice(0, -1)].sort());
    const surveys = cellsOf(chart).filter(([, kind]) => kind === '问卷调查');
    expect(surveys.map(([, , what]) => what)).to.deep.equal([
      '项目前，2026-03-02 至 2026-03-15',
      '项目后，2026-10-12 至 2026-10-25',
    ]);
    chart.results = { ...results, study: { ...results.study, waves: [] } };
    await until(() => /没有写两次调查的日期/.test(inside(chart).querySelector('[part=notes]')!.textContent));
  });
});

function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A copy of `value` in which some figures and some whole objects are hidden. Most copies are valid; the parser decides. */
function someHidden(value: unknown, random: () => number, chance: number, depth = 0): unknown {
  if (isHidden(value)) return value;
  const why = random() < 0.5 ? { suppressed: true, why: 'n<5' } : { estimate: null, why: 'not-computable' };
  if (Array.isArray(value)) return value.map((each) => someHidden(each, random, chance, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const figure = ['mean', 'low', 'high', 'se', 'df', 'holm', 'sd'].includes(key) && typeof each === 'number';
      const block =
        [
          'CY',
          'TR',
          'CY1',
          'LD',
          'baseline',
          'change',
          'ladder',
          'items',
          'index',
          'suggestions',
          'phase',
          'histogram',
          'law',
        ].includes(key) &&
        typeof each === 'object' &&
        depth > 1;
      if ((figure || block) && random() < chance) return [key, why];
      return [key, someHidden(each, random, chance, depth + 1)];
    }),
  );
}
