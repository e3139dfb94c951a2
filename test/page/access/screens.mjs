/**
 * Every screen of the survey and how to come to it. The table names what each screen stands for; `wanted` reads from the sources which
 * phases, steps, kinds of items and ways of linking there are, so that a new one without a screen here is found.
 */
import { readFile } from 'node:fs/promises';
import { makeSealKeys } from '../../../build/src/seal/keys.js';
import { root } from '../../../scripts/lib/setup.mjs';
import { core } from '../site.mjs';

const { recipients } = await makeSealKeys({ passphrase: 'four words for a test' });

const both = (zhHans, en) => ({ 'zh-Hans': zhHans, en });

const study = (more) =>
  JSON.stringify({
    schema: 'canyu-study/1',
    id: 'screens',
    title: both('议事会', 'Council'),
    instrument: 'participation-trust@1.0.0',
    waves: [
      { id: 'pre', label: both('项目前', 'Before') },
      { id: 'post', label: both('项目后', 'After') },
    ],
    groups: ['resident', 'official'],
    communities: [],
    linking: 'code',
    synthetic: true,
    consent: {
      organisation: both('榆钱行动', 'Yuqian Action'),
      contact: both('刘老师，010-0000 0000', 'Ms Liu, 010-0000 0000'),
      storedIn: both('北京', 'Beijing'),
      tokensDestroyedBy: '2098-12-31',
      keptUntil: '2099-12-31',
      resultsOn: both('居民会上', 'at the meeting'),
    },
    ...more,
  });

/** Files that the server makes. */
export const files = {
  '/made/whole.json': study({
    extras: ['vignettes', 'then-test'],
    communities: [
      { id: 'a', label: both('榆钱里', 'Yuqianli') },
      { id: 'b', label: both('槐荫里', 'Huaiyinli') },
    ],
  }),
  '/made/plain.json': study({ id: 'plain' }),
  '/made/card.json': study({ id: 'card', linking: 'card' }),
  '/made/device.json': study({ id: 'device', linking: 'device' }),
  '/made/none.json': study({ id: 'none', linking: 'none' }),
  '/made/sealed.json': study({ id: 'sealed', seal: { recipients } }),
  '/made/wrong.json': '{"schema": "canyu-study/1", "id": "cut"}',
};

/** Before the page's own scripts: what goes wrong, or is decided by lot. */
const ARRANGED = {
  /** Ids end in 0: the then-test is asked. */
  drawn: () => {
    crypto.getRandomValues = (array) => array.fill(0);
  },
  noStore: () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  },
  /** The study file never comes. */
  slow: () => {
    const { fetch } = globalThis;
    globalThis.fetch = (input, ...rest) =>
      String(input?.url ?? input).includes('/made/') ? new Promise(() => undefined) : fetch(input, ...rest);
  },
};

/** Somebody who gets on quickly: presses without looking. */
class Hand {
  constructor(page, group) {
    this.page = page;
    this.group = group;
  }

  ask = (what, ...values) => this.page.evaluate((name, all) => globalThis.sight[name](...all), what, values);

  async open(address, arranged, ready) {
    if (arranged) await this.page.evaluateOnNewDocument(ARRANGED[arranged]);
    await this.page.goto(address);
    if (ready) await this.wait(ready);
    else if (arranged !== 'slow') this.screen = await this.ask('change', '');
  }

  press = (selector, n = 0) => this.ask('press', selector, n);
  settle = () =>
    this.page.evaluate(async () => {
      await document.querySelector('canyu-survey').updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 30));
    });

  async go(selector = 'button[type=submit]', n = 0) {
    await this.press(selector, n);
    this.screen = await this.ask('change', this.screen.key);
    return this.screen;
  }

  async agree() {
    for (let n = 0; n < 3; n++) if (n < 2 || (await this.has('input[name=link]'))) await this.press('.box input', n);
    await this.go();
  }

  has = (selector) => this.ask('has', selector);
  wait = (selector) =>
    this.page.waitForFunction((wanted) => globalThis.sight.has(wanted), { polling: 20, timeout: 10_000 }, selector);

  /** On, leaving out everything, to the first screen that fits. */
  async until(fits) {
    for (let n = 0; n < 70; n++) {
      if (fits(this.screen)) return;
      if (this.screen.kind === 'code' || (await this.has('.skip-all'))) await this.skipLink();
      else await this.go();
    }
    throw new Error(`never came to ${fits}`);
  }

  skipLink = () => this.go('.step > .nav button.plain', -1);
}

const named = (name) => (screen) => screen.name === name;

/**
 * One visit each: the address, what is arranged beforehand, and the way, which yields at every screen `[id, what it stands for]`.
 */
export const VISITS = [
  {
    name: 'the whole form',
    search: { src: '/made/whole.json', wave: 'post' },
    arranged: 'drawn',
    async *way(hand) {
      yield ['consent', ['step consent', 'phase session']];
      await hand.press('button[type=submit]');
      await hand.wait('.error:not(:empty)');
      yield ['consent, boxes missing', []];
      await hand.agree();
      yield ['community', ['step community']];
      await hand.press('.option input', 1);
      await hand.settle();
      await hand.go();
      yield ['frame', ['step frame']];
      await hand.go();
      yield ['frequency', ['kind frequency']];
      await hand.press('.option input', 2);
      await hand.settle();
      yield ['frequency, answered', []];
      await hand.until(named('LD'));
      await hand.press('.option input', 3);
      await hand.settle();
      yield ['ladder', ['kind ladder']];
      await hand.until(named('CY1'));
      await hand.press('.option input', 5);
      await hand.settle();
      yield ['rating', ['kind rating']];
      await hand.until(named('G1'));
      for (const { id } of core.linkElements) {
        yield [id, ['step link', 'linking code', `element ${id}`]];
        // Two that are not known: no code is made.
        if (id === 'G1' || id === 'G4') await hand.press('.apart input', 0);
        else await hand.press('.grid input', 1);
        await hand.settle();
        await hand.press('button[type=submit]');
        if (id !== 'G6') hand.screen = await hand.ask('change', hand.screen.key);
      }
      await hand.wait('.step p.notice[role=status]:not([hidden])');
      yield ['code, none made', []];
      await hand.go();
      yield ['open question', ['kind text']];
      await hand.ask('write', 'textarea', '13912345678，3号楼2单元501，王主任');
      await hand.wait('.step .notice');
      hand.screen = await hand.ask('look');
      yield ['open question, warned', []];
      await hand.until(named('AV1'));
      yield ['vignette', ['extra vignettes']];
      if (hand.group === 'resident') {
        await hand.until(named('DM1'));
        yield ['background', ['kind choice']];
      }
      await hand.until(named('CY1T'));
      yield ['then-test', ['extra then-test']];
      await hand.until(({ kind }) => kind === 'review');
      yield ['review', ['step review']];
      await hand.go('ul.review button', 2);
      yield ['one answer, from the review', []];
      await hand.go();
      await hand.page.evaluate(() => {
        // The store takes its time.
        const { transaction } = IDBDatabase.prototype;
        let free;
        const held = new Promise((resolve) => (free = resolve));
        globalThis.letGo = free;
        IDBDatabase.prototype.transaction = function (stores, ...rest) {
          const made = transaction.call(this, stores, ...rest);
          const { addEventListener } = made;
          made.addEventListener = (type, listener, ...more) =>
            addEventListener.call(
              made,
              type,
              type === 'complete' ? (event) => held.then(() => listener(event)) : listener,
              ...more,
            );
          return made;
        };
      });
      await hand.press('.step > .nav button.main');
      await hand.page.waitForFunction(() => !globalThis.sight.has('.step'), { polling: 20 });
      yield ['submitting', ['phase submitting']];
      await hand.page.evaluate(() => globalThis.letGo());
      await hand.wait('.saved');
      yield ['thanks', ['phase thanks']];
    },
  },
  {
    name: 'a half-finished sheet, and the tools',
    search: { src: '/made/plain.json', wave: 'pre' },
    async *way(hand) {
      await hand.press('.tools');
      await hand.wait('.panel:not([hidden]) .steps');
      await hand.press('.switch input[name=helped]');
      await hand.wait('.helper');
      yield ['tools, somebody helps', ['mode helped']];
      await hand.press('.steps button', 2);
      await hand.press('.switch input[name=contrast]');
      await hand.press('.switch input[name=digits]');
      await hand.settle();
      yield ['tools, largest and strong', []];
      await hand.press('.toggle');
      await hand.agree();
      await hand.go();
      await hand.press('.option input', 1);
      await hand.settle();
      yield ['question, largest and strong', []];
      await hand.until(named('LD'));
      yield ['ladder, largest and strong', []];
      await hand.page.waitForFunction(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open('canyu');
            opening.onsuccess = () => {
              const count = opening.result.transaction('drafts').objectStore('drafts').count();
              count.onsuccess = () => {
                opening.result.close();
                resolve(count.result > 0);
              };
            };
          }),
        { polling: 50 },
      );
      await hand.page.evaluate(() => sessionStorage.clear());
      await hand.page.reload();
      hand.screen = await hand.ask('change', '');
      yield ['half finished', ['phase resume']];
      // The one that clears it.
      await hand.go('.step .nav button', 0);
      await hand.go('button.plain:not(.tools)', 0);
      yield ['withdrawal', ['phase withdraw']];
      for (let n = 0; n < 6; n++) {
        if (n === 0) await hand.ask('write', 'input.name', 'w');
        else await hand.press('.grid input', 1);
        await hand.settle();
        await hand.go();
      }
      yield ['withdrawal, nothing found', []];
    },
  },
  {
    name: 'a page that may not store',
    search: { src: '/made/plain.json', wave: 'pre' },
    arranged: 'noStore',
    async *way(hand) {
      await hand.agree();
      await hand.go();
      await hand.wait('.notice.alarm');
      yield ['question, not saved', []];
      await hand.until(({ kind }) => kind === 'review');
      await hand.press('.step > .nav button.main');
      await hand.wait('.handover');
      yield ['not stored', ['phase failed']];
      await hand.press('.ways > li > button', -1);
      await hand.wait('.codes svg');
      yield ['not stored, QR codes', []];
      for (let n = 0; n < 40 && !(await hand.has('.ways li:last-child > .nav')); n++) {
        await hand.press('.codes .nav button', 1);
        await hand.settle();
      }
      yield ['not stored, kept?', []];
      await hand.press('.ways li:last-child > .nav button', 0);
      await hand.wait('.step p.notice');
      yield ['thanks, not stored here', []];
    },
  },
  {
    name: 'by card',
    search: { src: '/made/card.json', wave: 'pre', form: 'short' },
    async *way(hand) {
      await hand.agree();
      await hand.until(({ kind }) => kind === 'card');
      await hand.press('.tray button', 3);
      await hand.press('.tray button', 8);
      await hand.settle();
      yield ['card', ['linking card']];
      for (const n of [0, 1, 2]) await hand.press('.tray button', n);
      await hand.settle();
      yield ['card, wrong', []];
    },
  },
  {
    name: 'by device',
    search: { src: '/made/device.json', wave: 'pre', form: 'short' },
    async *way(hand) {
      await hand.agree();
      await hand.until(named('device'));
      yield ['device', ['linking device']];
    },
  },
  {
    name: 'without linking',
    search: { src: '/made/none.json', wave: 'pre' },
    async *way() {
      yield ['consent without linking', ['linking none']];
    },
  },
  {
    name: 'a sealed study, and its receipt',
    search: { src: '/made/sealed.json', wave: 'pre', form: 'short' },
    async *way(hand) {
      yield ['consent, sealed', []];
      await hand.agree();
      await hand.until(({ kind }) => kind === 'review');
      await hand.press('.step > .nav button.main');
      await hand.wait('.saved');
      yield ['thanks, with a receipt', []];
      const receipt = await hand.page.evaluate(
        () => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(document.querySelector('canyu-survey').shadowRoot.textContent)[0],
      );
      await hand.page.reload();
      hand.screen = await hand.ask('change', '');
      await hand.go('button.plain:not(.tools)', 0);
      yield ['withdrawal by receipt', []];
      await hand.ask('write', '#receipt', receipt.slice(0, 7));
      await hand.press('button[type=submit]');
      await hand.wait('#receipt-said:not([hidden])');
      yield ['withdrawal by receipt, incomplete', []];
      await hand.ask('write', '#receipt', receipt);
      await hand.go();
      yield ['withdrawal by receipt, found', []];
      await hand.go('.step > .nav button.main');
      yield ['withdrawal by receipt, deleted', []];
    },
  },
  {
    name: 'an instrument of a site’s own',
    search: { instrument: '/demo/data/own-instrument.json', study: 'own', wave: 'pre', group: 'resident' },
    async *way(hand) {
      await hand.agree();
      await hand.go();
      await hand.until(({ kind }) => kind === 'note');
      yield ['words to read', ['kind note']];
    },
  },
  {
    name: 'all on one page',
    search: { src: '/made/plain.json', wave: 'pre', layout: 'page', form: 'short' },
    async *way(hand) {
      await hand.agree();
      await hand.go();
      yield ['page', ['layout page', 'layout step']];
    },
  },
  {
    name: 'a study that is not there',
    search: { src: '/made/missing.json', wave: 'pre' },
    async *way() {
      yield ['trouble', ['phase trouble']];
    },
  },
  {
    name: 'a study with mistakes',
    search: { src: '/made/wrong.json', wave: 'pre' },
    async *way(hand) {
      await hand.press('summary');
      yield ['trouble, with details', []];
    },
  },
  {
    name: 'paper, and a study that is not there',
    search: { src: '/made/missing.json', wave: 'pre', mode: 'paper' },
    desk: true,
    ready: '.notice.alarm',
    async *way(hand) {
      await hand.press('summary');
      yield ['entry, trouble', []];
    },
  },
  {
    name: 'to print, and a study that is not there',
    search: { src: '/made/missing.json', wave: 'pre', layout: 'print' },
    ready: '.notice.alarm',
    async *way(hand) {
      await hand.press('summary');
      yield ['print, trouble', []];
    },
  },
  {
    name: 'a slow network',
    search: { src: '/made/plain.json', wave: 'pre' },
    arranged: 'slow',
    async *way(hand) {
      await hand.wait('[role=status]');
      yield ['loading', ['phase loading']];
    },
  },
  {
    name: 'sheets from paper',
    search: { src: '/made/plain.json', wave: 'pre', mode: 'paper' },
    desk: true,
    ready: '#number',
    async *way(hand) {
      yield ['entry', ['mode paper', 'entry typing', 'mode self']];
      await hand.page.keyboard.press('Enter');
      await hand.page.keyboard.press('Enter');
      await hand.page.keyboard.type('11');
      await hand.page.keyboard.press('7');
      await hand.settle();
      yield ['entry, wrong key', []];
    },
  },
  {
    name: 'paper',
    search: { src: '/made/plain.json', wave: 'pre', layout: 'print' },
    paper: true,
    ready: '.print',
    async *way() {
      yield ['print', ['layout print']];
    },
  },
];

export { Hand };

const union = (text, pattern) =>
  [...(pattern.exec(text)?.[1] ?? '').matchAll(/'([\w-]+)'|"([\w-]+)"/g)].map(([, a, b]) => a ?? b);

/** What there is, read from the sources: everything must have a screen. */
export async function wanted() {
  const source = (name) => readFile(new URL(`src/${name}`, root), 'utf8');
  const [runner, items, linking, element, session] = await Promise.all([
    source('elements/survey/survey-runner.ts'),
    source('core/instrument/types.ts'),
    source('core/study/types.ts'),
    source('elements/survey/canyu-survey.ts'),
    source('core/session/types.ts'),
  ]);
  const all = {
    phase: union(runner, /export type Phase =([^;]+);/),
    kind: union(items, /export type ItemKind =([^;]+);/),
    linking: union(linking, /export type Linking =([^;]+);/),
    extra: union(linking, /export type Extra =([^;]+);/),
    layout: union(element, /oneOf\('layout', \[([^\]]+)\]/),
    mode: union(element, /oneOf\('mode', \[([^\]]+)\]/),
    step: [
      ...(/A step on the respondent's way: ([^]*?) or the id/.exec(session)?.[1] ?? '').matchAll(/`([\w-]+)`/g),
    ].map(([, name]) => name),
    element: core.linkElements.map(({ id }) => id),
  };
  for (const [what, names] of Object.entries(all))
    if (names.length < 2) throw new Error(`no list of ${what} was found`);
  return Object.entries(all).flatMap(([what, names]) => names.map((name) => `${what} ${name}`));
}
