import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { Chart } from 'chart.js';
import type { Results } from '../../src/core/change/types.js';
import type { CanyuChart } from '../../src/elements/chart/canyu-chart.js';
import '../../src/define/canyu-chart.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';
import { fewOfficials, resultsFixture, tooFew } from '../support/results-fixture.js';

type Rgb = readonly [number, number, number];
const RESIDENT: Rgb = [0x14, 0x3f, 0x8f];
const OFFICIAL: Rgb = [0xb8, 0x50, 0x0a];
const DARK_RESIDENT: Rgb = [0x8f, 0xb4, 0xff];

const inside = (chart: CanyuChart) => chart.shadowRoot!;
const canvasOf = (chart: CanyuChart) => inside(chart).querySelector('canvas');

/** A canvas that chart.js drew has a size other than the 300 × 150 of an untouched one, and ink on it. */
async function drawn(chart: CanyuChart): Promise<HTMLCanvasElement> {
  return until(() => {
    const canvas = canvasOf(chart);
    return canvas && canvas.width !== 300 && inkOf(canvas) > 500 && canvas;
  }, 'a drawn canvas');
}

function pixelsOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
  return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
}

function inkOf(canvas: HTMLCanvasElement): number {
  return pixelsOf(canvas).reduce((sum, value, index) => sum + (index % 4 === 3 && value > 0 ? 1 : 0), 0);
}

function count(canvas: HTMLCanvasElement, [red, green, blue]: Rgb): number {
  const pixels = pixelsOf(canvas);
  let found = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue && pixels[at + 3] === 255) found += 1;
  }
  return found;
}

const make = (results: Results | undefined, type: 'plane' | 'forest' = 'plane', lang = 'zh-Hans') =>
  fixture<CanyuChart>(html`<canyu-chart lang=${lang} type=${type} .results=${results}></canyu-chart>`);

describe('<canyu-chart>', () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.style.removeProperty('color-scheme');
  });

  for (const type of ['plane', 'forest'] as const) {
    it(`draws the ${type} with both groups in their colours`, async () => {
      const canvas = await drawn(await make(resultsFixture(), type));
      expect(count(canvas, RESIDENT)).to.be.greaterThan(100);
      expect(count(canvas, OFFICIAL)).to.be.greaterThan(100);
    });

    for (const [lang, sentence, summary] of [
      ['zh-Hans', '居民：', '数据表'],
      ['en', 'Residents: ', 'As a table'],
    ] as const) {
      it(`says the ${type} in a sentence, names the canvas by it and has a table (${lang})`, async () => {
        const chart = await make(resultsFixture(), type, lang);
        const canvas = await drawn(chart);
        const said = inside(chart).querySelector('[part=sentence]')!.textContent.trim();
        expect(said).to.contain(sentence);
        expect(canvas.getAttribute('role')).to.equal('img');
        expect(canvas.getAttribute('aria-label')).to.equal(said);
        expect(inside(chart).getElementById(canvas.getAttribute('aria-describedby')!)).to.not.equal(null);
        expect(inside(chart).querySelector('summary')!.textContent.trim()).to.equal(summary);
        const rows = [...inside(chart).querySelectorAll('tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' '));
        expect(rows).to.have.length(type === 'plane' ? 4 : 14);
        expect(rows.join()).to.contain(type === 'plane' ? '53.9' : '+15.7');
      });
    }
  }

  it('turns token attendance round in the forest, and rounds below 20 answers', async () => {
    const chart = await make(resultsFixture(), 'forest');
    const rows = [...inside(chart).querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows.find(([what, who]) => what!.startsWith('走形式') && who === '居民')).to.deep.equal([
      '走形式（已反过来）',
      '居民',
      '+9.5',
      '2.3 至 16.7',
      '45 / 42',
      '0.041',
    ]);
    expect(rows.find(([what, who]) => what!.startsWith('走形式') && who === '工作人员')!.slice(2, 4)).to.deep.equal([
      '+6',
      '−5 至 17',
    ]);
  });

  it('tells that the picture can be seen, once, with its type', async () => {
    const types: string[] = [];
    const place = document.createElement('div');
    place.addEventListener('canyu-chart-ready', (event) => types.push(event.detail.type));
    document.body.append(place);
    const chart = document.createElement('canyu-chart');
    chart.type = 'forest';
    chart.results = resultsFixture();
    place.append(chart);
    await until(() => types.length > 0);
    chart.requestUpdate();
    await chart.updateComplete;
    expect(types).to.deep.equal(['forest']);
    place.remove();
  });

  it('lets the keyboard open the table and reach it', async () => {
    const chart = await make(resultsFixture());
    await drawn(chart);
    inside(chart).querySelector('summary')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => inside(chart).querySelector('details')!.open, 'the table to open');
    await sendKeys({ press: 'Tab' });
    const region = inside(chart).activeElement!;
    expect(region.getAttribute('role')).to.equal('region');
    expect(region.querySelector('table caption')!.textContent.trim()).to.not.equal('');
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`gives axe nothing to find, closed and open, ${scheme}`, async () => {
      document.documentElement.style.setProperty('color-scheme', scheme);
      for (const type of ['plane', 'forest'] as const) {
        const chart = await make(resultsFixture(), type);
        await drawn(chart);
        await expectAccessible(chart);
        inside(chart).querySelector('details')!.open = true;
        await expectAccessible(chart);
      }
    });
  }

  it('draws again in the dark colours when the page turns dark', async () => {
    const queries: MediaQueryList[] = [];
    const { matchMedia } = window;
    window.matchMedia = (query) => {
      const list = matchMedia.call(window, query);
      queries.push(list);
      return list;
    };
    try {
      const chart = await make(resultsFixture());
      const canvas = await drawn(chart);
      expect(count(canvas, DARK_RESIDENT)).to.equal(0);
      document.documentElement.style.setProperty('color-scheme', 'dark');
      queries.find(({ media }) => media.includes('prefers-color-scheme'))!.dispatchEvent(new Event('change'));
      await until(() => count(canvas, DARK_RESIDENT) > 100, 'the dark blue');
      expect(count(canvas, RESIDENT)).to.equal(0);
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('never draws a hidden figure: the officials are hatched, and say why', async () => {
    for (const type of ['plane', 'forest'] as const) {
      const chart = await make(fewOfficials(), type);
      const canvas = await drawn(chart);
      expect(count(canvas, OFFICIAL)).to.equal(0);
      expect(count(canvas, RESIDENT)).to.be.greaterThan(100);
      const officials = [...inside(chart).querySelectorAll('tbody tr')].filter((row) =>
        row.textContent.includes('工作人员'),
      );
      expect(officials.length).to.be.greaterThan(1);
      for (const row of officials) {
        expect(row.textContent).to.contain('不显示（人数太少）');
        expect([...row.querySelectorAll('td')].some((cell) => /^[+−]?0/.test(cell.textContent.trim()))).to.equal(false);
      }
    }
  });

  it('shows no picture where nothing may be shown, but says so and opens the table', async () => {
    const nothing = { index: tooFew, domains: tooFew, constructs: tooFew };
    const chart = await make(resultsFixture({ groups: { resident: nothing, official: nothing } }), 'forest');
    expect(canvasOf(chart)).to.equal(null);
    expect(inside(chart).querySelector('[part=notes]')!.textContent).to.contain('暂时不能显示');
    expect(inside(chart).querySelector('details')!.open).to.equal(true);
  });

  it('shows one group or one construct when asked to', async () => {
    const chart = await fixture<CanyuChart>(
      html`<canyu-chart
        lang="en"
        type="forest"
        group="official"
        construct="TR"
        .results=${resultsFixture()}
      ></canyu-chart>`,
    );
    const rows = inside(chart).querySelectorAll('tbody tr');
    expect(rows).to.have.length(1);
    expect(rows[0]!.textContent).to.contain('Trust').and.to.contain('Officials');
    expect(count(await drawn(chart), RESIDENT)).to.equal(0);
  });

  it('stamps changed settings and made-up data on the chart', async () => {
    const { settings } = resultsFixture();
    const chart = await make(
      resultsFixture({ settings: { ...settings, changedFromDefault: ['weights', 'relevance'] } }),
    );
    expect(inside(chart).querySelector('[part=notes]')!.textContent).to.contain('权重和有实际差别的界线已改动');
    expect(inside(chart).querySelector('[part=synthetic]')!.textContent).to.contain('不是真实调查');
  });

  it('falls back to the plane for an unknown type and warns once', async () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (text: unknown) => warnings.push(text);
    try {
      const charts = await fixture<HTMLElement>(
        html`<div>
          <canyu-chart type="radar" .results=${resultsFixture()}></canyu-chart>
          <canyu-chart type="radar" .results=${resultsFixture()}></canyu-chart>
        </div>`,
      );
      for (const chart of charts.querySelectorAll('canyu-chart')) {
        await chart.updateComplete;
        expect(inside(chart).querySelectorAll('tbody tr')).to.have.length(4);
      }
    } finally {
      console.warn = warn;
    }
    expect(warnings.filter((text) => String(text).includes('radar'))).to.have.length(1);
  });

  describe('when something is wrong', () => {
    async function errorOf(chart: CanyuChart): Promise<string> {
      let code = '';
      chart.addEventListener('canyu-error', (event) => (code = event.detail.code));
      document.body.append(chart);
      await until(() => code);
      await chart.updateComplete;
      return code;
    }
    const made = (set: (chart: CanyuChart) => void): CanyuChart => {
      const chart = document.createElement('canyu-chart');
      set(chart);
      return chart;
    };
    const cases: [name: string, code: string, set: (chart: CanyuChart) => void][] = [
      ['nothing is given', 'no-results', () => undefined],
      ['the file is not there', 'results-not-found', (chart) => (chart.src = '/no/such/results.json')],
      ['the file is not JSON', 'results-invalid', (chart) => (chart.src = 'data:application/json,{"schema":')],
      ['the document is another', 'results-invalid', (chart) => (chart.results = { schema: 'canyu-study/1' } as never)],
      ['the document is newer', 'newer-schema', (chart) => (chart.results = { schema: 'canyu-results/2' } as never)],
    ];
    for (const [name, code, set] of cases) {
      it(`says so in both languages and by an event: ${name}`, async () => {
        const chart = made(set);
        chart.lang = 'zh-Hans';
        expect(await errorOf(chart)).to.equal(code);
        const message = inside(chart).querySelector('[part=message]')!;
        expect(message.getAttribute('role')).to.equal('alert');
        expect(message.textContent).to.match(/请/).and.to.contain(code);
        await expectAccessible(chart);
        chart.lang = 'en';
        await until(() => /Code: /.test(inside(chart).textContent), 'English');
        expect(canvasOf(chart)).to.equal(null);
        chart.remove();
      });
    }

    it('opens the table by itself when the browser gives no canvas', async () => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = () => null;
      try {
        const chart = made((each) => (each.results = resultsFixture()));
        expect(await errorOf(chart)).to.equal('chart-failed');
        expect(canvasOf(chart)).to.equal(null);
        expect(inside(chart).querySelector('details')!.open).to.equal(true);
        expect(inside(chart).querySelector('[part=message]')!.textContent).to.contain('数据表');
        chart.remove();
      } finally {
        HTMLCanvasElement.prototype.getContext = getContext;
      }
    });

    it('recovers when it is given good results', async () => {
      const chart = await make({} as Results);
      expect(inside(chart).querySelector('[part=message]')).to.not.equal(null);
      chart.results = resultsFixture();
      await drawn(chart);
      expect(inside(chart).querySelector('[part=message]')).to.equal(null);
    });
  });

  it('reads a file by its address; the property wins', async () => {
    const other = resultsFixture({ study: { id: 'other', title: { en: 'Other' } } });
    const address = URL.createObjectURL(new Blob([JSON.stringify(resultsFixture())], { type: 'application/json' }));
    const chart = await fixture<CanyuChart>(html`<canyu-chart src=${address}></canyu-chart>`);
    await drawn(chart);
    expect(inside(chart).querySelector('[part=synthetic]')).to.not.equal(null);
    chart.results = other;
    await until(() => !inside(chart).querySelector('[part=synthetic]'), 'the other document');
    URL.revokeObjectURL(address);
  });

  it('switches language live, and two languages stand on one page', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <div lang="zh-Hans"><canyu-chart .results=${resultsFixture()}></canyu-chart></div>
        <div lang="en"><canyu-chart .results=${resultsFixture()}></canyu-chart></div>
      </div>`,
    );
    const [chinese, english] = [...page.querySelectorAll('canyu-chart')] as [CanyuChart, CanyuChart];
    await Promise.all([drawn(chinese), drawn(english)]);
    expect(inside(chinese).querySelector('summary')!.textContent.trim()).to.equal('数据表');
    expect(inside(english).querySelector('summary')!.textContent.trim()).to.equal('As a table');
    english.parentElement!.lang = 'zh-CN';
    await until(() => inside(english).querySelector('summary')!.textContent.trim() === '数据表', 'Chinese');
    expect(inside(english).querySelector('[lang]')!.getAttribute('lang')).to.equal('zh-Hans');
    expect(canvasOf(english)!.getAttribute('aria-label')).to.contain('居民');
  });

  it('works inside a foreign shadow root and takes its language from outside', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const chart = document.createElement('canyu-chart');
    chart.results = resultsFixture();
    host.attachShadow({ mode: 'open' }).append(chart);
    await drawn(chart);
    expect(inside(chart).querySelector('summary')!.textContent.trim()).to.equal('As a table');
  });

  it('draws again after it was moved, and leaves no chart behind when it goes', async () => {
    const before = Object.keys(Chart.instances).length;
    const [from, to] = [await fixture<HTMLElement>(html`<div></div>`), await fixture<HTMLElement>(html`<div></div>`)];
    const chart = document.createElement('canyu-chart');
    chart.results = resultsFixture();
    from.append(chart);
    await drawn(chart);
    to.append(chart);
    await drawn(chart);
    expect(Object.keys(Chart.instances)).to.have.length(before + 1);
    chart.remove();
    expect(Object.keys(Chart.instances)).to.have.length(before);
  });

  it('listens to nothing once it is gone', async () => {
    const live = new Set<string>();
    let next = 0;
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, ...[type, heard, options]) {
      const target = this ?? window;
      if (target === window || target instanceof MediaQueryList) {
        const key = `${type} ${next++}`;
        live.add(key);
        (options as AddEventListenerOptions | undefined)?.signal?.addEventListener('abort', () => live.delete(key));
      }
      addEventListener.call(target, type, heard, options);
    };
    try {
      const chart = await make(resultsFixture());
      await drawn(chart);
      expect([...live].map((key) => key.split(' ')[0])).to.include.members(['beforeprint', 'afterprint', 'change']);
      chart.remove();
      expect([...live]).to.deep.equal([]);
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
    }
  });

  it('is drawn when a hidden page is shown, and follows the width', async () => {
    const page = await fixture<HTMLElement>(
      html`<div hidden><canyu-chart .results=${resultsFixture()}></canyu-chart></div>`,
    );
    const chart = page.querySelector('canyu-chart')!;
    await chart.updateComplete;
    expect(canvasOf(chart)!.width).to.equal(300);
    page.hidden = false;
    page.style.setProperty('width', '600px');
    const canvas = await drawn(chart);
    const wide = canvas.clientWidth;
    page.style.setProperty('width', '340px');
    expect(wide).to.be.greaterThan(500);
    await until(() => canvas.width === Math.floor(340 * devicePixelRatio), 'the smaller picture');
    expect(canvas.clientWidth).to.equal(340);
  });

  it('prints on white paper, finer than the screen, and comes back', async () => {
    document.documentElement.style.setProperty('color-scheme', 'dark');
    const chart = await make(resultsFixture());
    const canvas = await drawn(chart);
    const screen = canvas.width;
    dispatchEvent(new Event('beforeprint'));
    expect(canvas.width).to.equal((screen / devicePixelRatio) * Math.max(3, devicePixelRatio));
    expect(count(canvas, RESIDENT)).to.be.greaterThan(100);
    dispatchEvent(new Event('afterprint'));
    expect(canvas.width).to.equal(screen);
  });

  it('reads from left to right on a page that does not', async () => {
    const page = await fixture<HTMLElement>(
      html`<div dir="rtl"><canyu-chart .results=${resultsFixture()}></canyu-chart></div>`,
    );
    const chart = page.querySelector('canyu-chart')!;
    const canvas = await drawn(chart);
    expect(getComputedStyle(canvas).direction).to.equal('ltr');
    expect(getComputedStyle(inside(chart).querySelector('td')!).direction).to.equal('ltr');
  });
});
