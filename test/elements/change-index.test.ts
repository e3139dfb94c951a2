import { expect } from 'chai';
import { html } from 'lit';
import type { Results } from '../../src/core/change/types.js';
import type { Study } from '../../src/core/study/types.js';
import { defaultStudy } from '../../src/core/study/default.js';
import '../../src/define/canyu-change-index.js';
import type { CanyuChangeIndex } from '../../src/elements/change-index/canyu-change-index.js';
import { computeInSlices, startWorker } from '../../src/elements/change-index/compute-in-worker.js';
import { openStore } from '../../src/store/store.js';
import { saveStudy } from '../../src/store/studies.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';
import { fewOfficials, responsesFixture, resultsFixture, tooFew } from '../support/results-fixture.js';

const inside = (card: CanyuChangeIndex) => card.shadowRoot!;
const text = (card: CanyuChangeIndex) => inside(card).textContent.replace(/\s+/g, ' ').trim();
const part = (card: CanyuChangeIndex, name: string) => inside(card).querySelector(`[part~=${name}]`);

const make = (results: Results | undefined, lang = 'zh-Hans') =>
  fixture<CanyuChangeIndex>(html`<canyu-change-index lang=${lang} .results=${results}></canyu-change-index>`);

/** Waits until both charts of a card are drawn. */
async function charted(card: CanyuChangeIndex): Promise<void> {
  await until(() => {
    const canvases = [...inside(card).querySelectorAll('canyu-chart')].map((chart) =>
      chart.shadowRoot?.querySelector('canvas'),
    );
    return canvases.length === 2 && canvases.every((canvas) => canvas && canvas.width !== 300);
  }, 'two drawn charts');
}

/** Puts sheets of a study of its own into this browser. */
async function stored(id: string, counts: Parameters<typeof responsesFixture>[1]): Promise<void> {
  const store = openStore();
  for (const response of responsesFixture(id, counts)) await store.submit(response);
  store.close();
}

const dated = (id: string, post: { opens?: string; closes?: string }): Study => {
  const study = defaultStudy(id);
  return { ...study, waves: [study.waves[0]!, { ...study.waves[1]!, ...post }] };
};

describe('<canyu-change-index>', () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.style.removeProperty('color-scheme');
  });

  it('starts with the finding: number and interval of both groups, in Chinese', async () => {
    const card = await make(resultsFixture());
    expect(part(card, 'title')!.textContent).to.equal('花园里社区活动中心改造');
    expect(part(card, 'finding')!.textContent).to.match(/^居民的变化：\+9\.6 分（95 % 区间 4\.0 至 15\.2）/);
    expect(part(card, 'finding')!.textContent).to.contain('工作人员的变化：+4 分');
    expect(text(card)).to.contain('示例数据');
  });

  it('shows the pair with interval, verdict, counts and part indices, in English', async () => {
    const card = await make(resultsFixture(), 'en');
    const [residents, officials] = [...inside(card).querySelectorAll('[part=group]')].map((group) =>
      group.textContent.replace(/\s+/g, ' '),
    );
    expect(residents).to.contain('+9.6 points').and.to.contain('95% interval 4.0 to 15.2');
    expect(residents)
      .to.contain('improvement, size uncertain')
      .and.to.contain('45 before, 42 after, 31 of them linked');
    expect(residents).to.match(/Participation index 39\.8 → 52\.4 \+12\.6 \(5\.2 to 20\.0\)/);
    expect(residents).to.match(/Trust index 48\.3 → 56\.2/);
    expect(residents).to.not.contain('indicative');
    expect(officials).to.contain('+4 points').and.to.contain('−5 to 12').and.to.contain('indicative only');
  });

  it('shows two charts, who answered, how it was computed and what it cannot show', async () => {
    const card = await make(resultsFixture());
    await charted(card);
    expect([...inside(card).querySelectorAll('canyu-chart')].map(({ type }) => type)).to.deep.equal([
      'plane',
      'forest',
    ]);
    const rows = [...inside(card).querySelectorAll('.counts tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()),
    );
    expect(rows).to.deep.equal([
      ['居民', '45', '42', '31', '8.3% → 4.1%'],
      ['工作人员', '14', '13', '11', '8.3% → 4.1%'],
    ]);
    expect(text(card)).to.contain('六项权重相等').and.to.contain('变化超过 5 分').and.to.contain('没有对照社区');
    expect(text(card)).to.not.contain('已改动');
  });

  it('says when weights were changed, and lists them', async () => {
    const { settings } = resultsFixture();
    const weights = { CY: 3, CJ: 3, PR: 1, TR: 1, RC: 1, GV: 1 };
    const card = await make(resultsFixture({ settings: { ...settings, weights, changedFromDefault: ['weights'] } }));
    expect(text(card)).to.contain('权重已改动').and.to.contain('真参与 30%').and.to.not.contain('六项权重相等');
  });

  it('gives axe nothing to find, in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.setProperty('color-scheme', scheme);
      const card = await make(resultsFixture());
      await charted(card);
      await expectAccessible(card);
    }
  });

  it('does not show a group that is too small, in any place', async () => {
    const card = await make(fewOfficials());
    await charted(card);
    const [, officials] = inside(card).querySelectorAll('[part=group]');
    expect(officials!.querySelector('[part=number]')).to.equal(null);
    expect(officials!.textContent).to.match(/3 位工作人员作答；满 10 位才显示结果/);
    expect(part(card, 'finding')!.textContent).to.not.contain('工作人员的变化');
    await expectAccessible(card);
  });

  it('tells how many are still missing, and then shows no chart', async () => {
    const { flow } = resultsFixture();
    const nothing = { index: tooFew, domains: tooFew, constructs: tooFew };
    const card = await make(
      resultsFixture({
        flow: { resident: { ...flow.resident!, endline: 7 }, official: { ...flow.official!, endline: 0 } },
        groups: { resident: { ...nothing, index: { estimate: null, why: 'n<10' } }, official: nothing },
      }),
    );
    expect(text(card)).to.contain('项目后已有 7 位居民作答；满 10 位才显示结果。');
    expect(text(card)).to.contain('项目后还没有工作人员作答');
    expect(part(card, 'finding')).to.equal(null);
    expect(inside(card).querySelector('canyu-chart')).to.equal(null);
  });

  it('switches language live, with its charts; two languages stand on one page', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <canyu-change-index lang="zh-Hans" .results=${resultsFixture()}></canyu-change-index>
        <canyu-change-index lang="en" .results=${resultsFixture()}></canyu-change-index>
      </div>`,
    );
    const [chinese, english] = [...page.querySelectorAll('canyu-change-index')];
    await charted(chinese!);
    await charted(english!);
    expect(text(chinese!)).to.contain('谁回答了');
    expect(text(english!)).to.contain('Who answered');
    chinese!.lang = 'en';
    await until(() => text(chinese!).includes('Who answered'), 'English');
    const chart = inside(chinese!).querySelector('canyu-chart')!;
    await until(() => chart.shadowRoot!.querySelector('summary')?.textContent.trim() === 'As a table', 'English chart');
  });

  it('tells which study it shows, and the codes of what is wrong', async () => {
    const heard: string[] = [];
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.addEventListener('canyu-results', (event) => heard.push(`study ${event.detail.study}`));
    place.addEventListener('canyu-error', (event) => heard.push(event.detail.code));
    const card = document.createElement('canyu-change-index');
    place.append(card);
    await until(() => heard.includes('no-results'));
    expect(part(card, 'message')!.getAttribute('role')).to.equal('alert');
    card.src = '/no/such/results.json';
    await until(() => heard.includes('results-not-found'));
    card.results = { schema: 'canyu-results/1' } as never;
    await until(() => heard.includes('results-invalid'));
    expect(text(card)).to.contain('/waves');
    card.results = resultsFixture();
    await until(() => heard.includes('study demo'));
    await charted(card);
    expect(part(card, 'message')).to.equal(null);
  });

  it('works inside a foreign shadow root and after a move', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const card = document.createElement('canyu-change-index');
    card.results = resultsFixture();
    host.attachShadow({ mode: 'open' }).append(card);
    await charted(card);
    expect(text(card)).to.contain('Who answered');
    const elsewhere = await fixture<HTMLElement>(html`<div lang="zh-Hans"></div>`);
    elsewhere.append(card);
    await until(() => text(card).includes('谁回答了'), 'Chinese');
    await charted(card);
  });

  describe('with the answers in this browser', () => {
    const local = (study: string, definition?: Study) =>
      fixture<CanyuChangeIndex>(
        html`<canyu-change-index lang="zh-Hans" study=${study} .definition=${definition}></canyu-change-index>`,
      );

    it('says that there are none', async () => {
      const card = await local('nobody');
      await until(() => text(card).includes('还没有回答'), 'no answers');
      expect(text(card)).to.contain('社区参与和互信');
      await expectAccessible(card);
    });

    it('computes the index and the charts', async () => {
      await stored('computed', { resident: [30, 28], official: [12, 11] });
      const card = await local('computed');
      await charted(card);
      expect(part(card, 'finding')!.textContent).to.match(/^居民的变化：\+\d/);
      expect(text(card)).to.contain('项目前 30 人，项目后 28 人，其中 28 人前后对得上');
    });

    it('holds results back while a wave is open, and shows counts only', async () => {
      await stored('open', { resident: [30, 28], official: [12, 11] });
      const card = await local('open', dated('open', { opens: '2026-01-01', closes: '2999-12-31' }));
      await until(() => text(card).includes('调查还在进行'), 'the reason');
      expect(text(card)).to.contain('2999年12月31日');
      expect([...inside(card).querySelectorAll('tbody tr')].map((row) => row.textContent.match(/\d+/g))).to.deep.equal([
        ['30', '28'],
        ['12', '11'],
      ]);
      expect(text(card)).to.not.match(/分（|区间/);
      expect(inside(card).querySelector('canyu-chart')).to.equal(null);
      await expectAccessible(card);
    });

    it('knows the days from the study that this browser keeps', async () => {
      await stored('kept', { resident: [12, 12] });
      const store = openStore();
      await saveStudy(store, dated('kept', { opens: '2999-01-01' }));
      store.close();
      const card = await local('kept');
      await until(() => text(card).includes('从 2999年1月1日 开始'), 'the first day');
      expect(part(card, 'number')).to.equal(null);
    });

    it('shows results once the wave has closed', async () => {
      await stored('closed', { resident: [12, 12] });
      const card = await local('closed', dated('closed', { opens: '2020-01-01', closes: '2020-12-31' }));
      await until(() => part(card, 'number'), 'a number');
    });

    it('computes again when an answer comes', async () => {
      await stored('growing', { resident: [12, 9] });
      const card = await local('growing');
      await until(() => text(card).includes('项目后已有 9 位居民作答'), 'nine');
      await stored('growing', { resident: [12, 10] });
      await until(() => part(card, 'number'), 'the index with the tenth');
    });

    it('says which wave it does not know', async () => {
      const card = await fixture<CanyuChangeIndex>(
        html`<canyu-change-index study="waves" baseline="pre" endline="later"></canyu-change-index>`,
      );
      await until(() => text(card).includes('unknown-wave'), 'the code');
      expect(text(card)).to.contain('pre, later');
    });

    it('says that the store cannot be read', async () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
      try {
        const card = await local('shut');
        await until(() => text(card).includes('store-unavailable'), 'the code');
        expect(text(card)).to.contain('读不到这台设备上的答卷');
      } finally {
        IDBFactory.prototype.open = open;
      }
    });

    const request = { study: 'worker', today: '2026-12-01' };

    it('computes the same in a worker as on the page', async () => {
      await stored('worker', { resident: [20, 20], official: [10, 10] });
      const worker = startWorker(new URL('../../src/worker.ts', import.meta.url).href)!;
      const there = new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
      });
      worker.postMessage(request);
      const here = await computeInSlices(request, new AbortController().signal);
      expect(here.status).to.equal('results');
      expect(JSON.stringify(await there)).to.equal(JSON.stringify(here));
      worker.terminate();
    });

    it('uses the worker where the page has its address, and the page itself where the worker dies', async () => {
      await stored('address', { resident: [11, 11] });
      const scope = globalThis as { __WORKER_FILE__?: string };
      const { Worker } = globalThis;
      const started: string[] = [];
      globalThis.Worker = class extends Worker {
        constructor(address: string | URL, options?: WorkerOptions) {
          started.push(String(address));
          super(address, options);
        }
      };
      try {
        for (const name of ['src/worker.ts', 'no/such/worker.js']) {
          scope.__WORKER_FILE__ = new URL(`../../${name}`, import.meta.url).href;
          const card = await local('address');
          await until(() => part(card, 'number'), 'a number');
          expect(started.pop()).to.equal(scope.__WORKER_FILE__);
          cleanUp();
        }
      } finally {
        delete scope.__WORKER_FILE__;
        globalThis.Worker = Worker;
      }
    });

    it('starts no worker where the page does not let it, and says nothing', () => {
      const { Worker } = globalThis;
      globalThis.Worker = function () {
        throw new DOMException('another origin', 'SecurityError');
      } as never;
      try {
        expect(startWorker('https://elsewhere.example/worker.js')).to.equal(undefined);
        expect(startWorker(undefined)).to.equal(undefined);
      } finally {
        globalThis.Worker = Worker;
      }
    });
  });
});
