import { expect } from 'chai';
import { html } from 'lit';
import '../../src/define/canyu-kiosk.js';
import { readBackup, writeBackup } from '../../src/core/backup/backup.js';
import { receiptOf } from '../../src/core/backup/receipt.js';
import { addressOf } from '../../src/core/json/canonical.js';
import type { Study } from '../../src/core/study/types.js';
import type { CanyuKiosk } from '../../src/elements/kiosk/canyu-kiosk.js';
import { setKioskClock, type KioskClock } from '../../src/elements/kiosk/clock.js';
import { openStore } from '../../src/store/store.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';
import { forgetEverything, storedResponses, storedTexts, SurveyDriver } from '../support/survey-driver.js';

/** A day so many days from today; surveys look at the browser's own calendar. */
function ahead(days: number, hour = 10, minute = 0): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour, minute);
}
const written = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
const day = (days: number): string => written(ahead(days));

/** A clock that goes as the test tells it. Starts today at ten in the morning. */
class FakeClock implements KioskClock {
  #passed = 0;
  readonly #ticks = new Set<() => void>();
  start = ahead(0);

  now(): number {
    return this.#passed;
  }
  date(): Date {
    return new Date(this.start.getTime() + this.#passed);
  }
  every(tick: () => void): () => void {
    this.#ticks.add(tick);
    return () => this.#ticks.delete(tick);
  }
  pass(seconds: number): void {
    for (let i = 0; i < seconds; i++) {
      this.#passed += 1000;
      for (const tick of [...this.#ticks]) tick();
    }
  }
}

const PIN = '8 chars!';
const both = (zh: string, en: string): Record<string, string> => ({ 'zh-Hans': zh, en });
const STUDY: Study = {
  schema: 'canyu-study/1',
  id: 'k',
  title: both('楼道怎么修', 'How to mend the stairs'),
  instrument: 'participation-trust@1.0.0',
  waves: [
    { id: 'pre', label: both('项目前', 'Before'), opens: day(-5), closes: day(14) },
    { id: 'post', label: both('项目后', 'After'), opens: day(150), closes: day(170) },
  ],
  groups: ['resident', 'official', 'partner'],
  communities: [],
  linking: 'code',
  consent: {
    organisation: both('榆钱社区行动', 'Yuqian Community Action'),
    contact: both('一楼办公室', 'ground floor'),
    storedIn: both('本市', 'this city'),
    tokensDestroyedBy: '2026-12-01',
    keptUntil: '2028-12-01',
    resultsOn: both('公告栏', 'the notice board'),
  },
};

const addresses: string[] = [];
const undo: (() => void)[] = [];

function address(study: Study): string {
  const made = URL.createObjectURL(new Blob([JSON.stringify(study)], { type: 'application/json' }));
  addresses.push(made);
  return made;
}

/** A kiosk on the page, used by what is on screen. */
class Kiosk {
  readonly element: CanyuKiosk;
  readonly states: string[] = [];
  readonly resets: string[] = [];
  constructor(element: CanyuKiosk) {
    this.element = element;
  }
  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }
  get text(): string {
    return this.root.textContent.replace(/\s+/g, ' ').trim();
  }
  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }
  get survey(): SurveyDriver {
    return new SurveyDriver(this.root.querySelector('canyu-survey')!);
  }
  screen(name: string): Promise<Element> {
    return until(() => this.root.querySelector(`.screen.${name}`), `the screen ${name} instead of ${this.text}`);
  }
  async press(selector: string, text?: string): Promise<void> {
    const button = await until(
      () =>
        [...this.root.querySelectorAll<HTMLButtonElement>(selector)].find(
          (one) => !one.disabled && (!text || one.textContent.includes(text)),
        ),
      `${selector} ${text ?? ''} in ${this.text}`,
    );
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    button.click();
    await this.element.updateComplete;
  }
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    await until(() => this.root.querySelector('button[type=submit]:enabled'), `a form at rest in ${this.text}`);
    for (const [id, value] of Object.entries(fields)) {
      (await until(() => this.root.querySelector<HTMLInputElement>(`#${id}`), `#${id} in ${this.text}`)).value = value;
    }
    await this.press('button[type=submit]');
  }
  async answer(value: number): Promise<SurveyDriver> {
    await this.press('.start');
    await this.press('.who li button');
    const { survey } = this;
    await until(() => survey.heading, 'the consent');
    await survey.consent(false);
    await survey.goTo('review', (item) => (item.startsWith('CY') ? value : 2));
    return survey;
  }
  async handIn(value = 3): Promise<string> {
    const survey = await this.answer(value);
    await survey.handIn();
    await this.screen('thanks');
    return this.root.querySelector('.number')!.textContent.trim();
  }
  corner(): void {
    const { right, top } = this.element.getBoundingClientRect();
    for (let i = 0; i < 5; i++) {
      const place = { clientX: right - 10, clientY: top + 10, bubbles: true, composed: true };
      this.element.dispatchEvent(new PointerEvent('pointerdown', place));
    }
  }
  async staff(): Promise<void> {
    this.corner();
    await this.fill({ pin: PIN });
    await until(() => this.root.querySelector('#health'), `the panel in ${this.text}`);
  }
  /** Gives a file to the field that checks backups. */
  async verify(text: string): Promise<string> {
    const field = await until(() => this.root.querySelector<HTMLInputElement>('#verify-file:enabled'), 'the field');
    const files = new DataTransfer();
    files.items.add(new File([text], 'backup.ndjson'));
    field.files = files.files;
    field.dispatchEvent(new Event('change'));
    await this.element.updateComplete;
    const section = field.closest('section')!;
    return until(() => {
      const said = section.querySelector('.outcome')?.textContent.trim() ?? '';
      return said !== '请稍等…' && this.root.querySelector('#verify-file:enabled') && said;
    }, 'how the check went');
  }
}

describe('canyu-kiosk', () => {
  let clock: FakeClock;

  beforeEach(async () => {
    await forgetEverything();
    clock = new FakeClock();
    setKioskClock(clock);
  });
  afterEach(() => {
    cleanUp();
    for (const restore of undo.splice(0)) restore();
    for (const one of addresses.splice(0)) URL.revokeObjectURL(one);
    setKioskClock();
  });

  async function open(
    study: Study = STUDY,
    attributes: Readonly<Record<string, string>> = {},
    lang = 'zh-Hans',
  ): Promise<Kiosk> {
    const element = document.createElement('canyu-kiosk');
    const kiosk = new Kiosk(element);
    for (const [name, value] of Object.entries({ src: address(study), form: 'short', lang, ...attributes })) {
      element.setAttribute(name, value);
    }
    element.addEventListener('canyu-kiosk-state', ({ detail }) => kiosk.states.push(detail.state));
    element.addEventListener('canyu-reset', ({ detail }) => kiosk.resets.push(detail.reason));
    await fixture(html`${element}`);
    await until(() => kiosk.text !== '' && !kiosk.text.includes('正在打开') && kiosk.text !== '…', 'a first screen');
    return kiosk;
  }

  /** With a PIN, and staff gone. */
  async function ready(...given: Parameters<typeof open>): Promise<Kiosk> {
    const kiosk = await open(...given);
    await kiosk.fill({ device: '2 号平板', pin: PIN, again: PIN });
    await kiosk.press('.head button');
    await until(() => kiosk.root.querySelector('.attract, .closed h2'), 'the first screen');
    return kiosk;
  }

  /** Catches what would be downloaded. */
  function downloads(): Blob[] {
    const taken: Blob[] = [];
    const { click } = HTMLAnchorElement.prototype;
    const { createObjectURL } = URL;
    HTMLAnchorElement.prototype.click = (): void => undefined;
    URL.createObjectURL = (blob: Blob): string => {
      taken.push(blob);
      return createObjectURL(blob);
    };
    undo.push(() => {
      HTMLAnchorElement.prototype.click = click;
      URL.createObjectURL = createObjectURL;
    });
    return taken;
  }

  it('asks for a PIN at the first start, keeps only its hash, and says what it is worth', async () => {
    const kiosk = await open();
    expect(kiosk.text).to.include('不保护数据');
    await kiosk.fill({ pin: '1234567', again: '1234567' });
    expect(kiosk.text).to.include('密码太短了');
    await kiosk.fill({ pin: PIN, again: `${PIN}?` });
    expect(kiosk.text).to.include('两遍输入的不一样');
    expect(kiosk.root.querySelector('.start')).to.equal(null);
    await kiosk.fill({ device: '2 号平板', pin: PIN, again: PIN });
    await until(() => /浏览器(没有)?(答应|说)/.exec(kiosk.text), 'whether the browser keeps the answers');
    await kiosk.press('.head button');
    await kiosk.screen('attract');
    const kept = (await storedTexts('meta')).map((one) => JSON.stringify(one)).join();
    expect(kept).to.include('600000').and.to.include('2 号平板').and.not.to.include(PIN);
  });

  it('leads from the first screen to thanks with the receipt of the stored record, and back', async () => {
    const kiosk = await ready();
    const outside: string[] = [];
    for (const type of ['ready', 'start', 'progress', 'saved', 'submit', 'complete'])
      kiosk.element.addEventListener(`canyu-${type}`, () => outside.push(type));
    expect(kiosk.text).to.include('楼道怎么修').and.to.include('榆钱社区行动').and.to.include('3 分钟');
    const receipts = [];
    for (const value of [1, 4]) {
      receipts.push(await kiosk.handIn(value));
      expect(kiosk.text).to.include('答卷已经存好');
      await kiosk.press('.thanks .main');
      await kiosk.screen('attract');
    }
    const stored = await storedResponses();
    expect(stored.map(({ device, wave, group }) => [device, wave, group].join())).to.deep.equal(
      Array(2).fill('kiosk,pre,resident'),
    );
    const expected = await Promise.all(stored.map(async (one) => receiptOf(await addressOf(one, crypto.subtle))));
    expect(receipts.sort()).to.deep.equal(expected.sort());
    expect(new Set(receipts).size).to.equal(2);
    expect(outside).to.deep.equal([]);
    expect(await storedTexts('drafts')).to.deep.equal([]);
    expect(kiosk.states).to.deep.equal([
      ...['closed', 'staff', 'attract', 'who', 'survey', 'thanks', 'attract', 'who', 'survey', 'thanks', 'attract'],
    ]);
    expect(kiosk.resets).to.deep.equal(['staff', 'finished', 'finished']);
  });

  it('warns before it begins anew; a touch or a key gives more time, as often as wanted', async () => {
    const kiosk = await ready(STUDY, { 'idle-seconds': '2', 'warning-seconds': '20' });
    const survey = await kiosk.answer(5);
    const here = survey.heading;
    for (let i = 0; i < 6; i++) {
      clock.pass(2);
      const dialog = await until(() => kiosk.dialog?.open && kiosk.dialog, 'the warning');
      expect(dialog.getAttribute('role')).to.equal('alertdialog');
      expect(kiosk.root.activeElement).to.equal(dialog.querySelector('button'));
      clock.pass(19);
      await until(() => dialog.textContent.includes('还有 1 秒'), 'the countdown');
      if (i % 3 === 0) dialog.querySelector('button')!.click();
      else if (i % 3 === 1) dialog.click();
      else {
        const key = new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true, cancelable: true });
        dialog.querySelector('button')!.dispatchEvent(key);
        expect(key.defaultPrevented, 'the key presses nothing else').to.equal(true);
      }
      await until(() => !kiosk.dialog, 'the survey again');
      expect(survey.heading).to.equal(here);
    }
    const { element } = survey;
    clock.pass(2);
    await until(() => kiosk.dialog, 'the warning');
    clock.pass(20);
    await kiosk.screen('attract');
    expect(kiosk.resets.at(-1)).to.equal('idle');
    expect(element.isConnected).to.equal(false);
    await until(
      () => !element.shadowRoot!.querySelector('ul.review'),
      'the old survey to forget, also out of the page',
    );
    expect(await storedResponses()).to.deep.equal([]);
    expect(await storedTexts('drafts')).to.deep.equal([]);
    await kiosk.press('.start');
    await kiosk.press('.who li button');
    await until(() => kiosk.survey.root.querySelector('input[name=participate]'), 'consent');
    expect(kiosk.survey.element).not.to.equal(element);
    expect(kiosk.survey.all('input:checked')).to.have.length(0);
  });

  it('never warns on the thanks screen: they stay while somebody touches them', async () => {
    const kiosk = await ready(STUDY, { 'idle-seconds': '2', 'thanks-seconds': '4' });
    await kiosk.handIn();
    for (let i = 0; i < 5; i++) {
      clock.pass(3);
      expect(kiosk.states.at(-1)).to.equal('thanks');
      kiosk.root
        .querySelector('.thanks')!
        .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    }
    clock.pass(4);
    await kiosk.screen('attract');
    expect(kiosk.states).not.to.include('warning');
    expect(kiosk.text).not.to.match(/[0-9A-Z]{5}-[0-9A-Z]{5}/);
  });

  it('lets a respondent stop, after a question', async () => {
    const kiosk = await ready();
    await kiosk.answer(4);
    await kiosk.press('.quit');
    await kiosk.press('.stop .main');
    await until(() => !kiosk.dialog, 'no question');
    expect(kiosk.survey.atReview).to.equal(true);
    await kiosk.press('.quit');
    await kiosk.press('.stop button:not(.main)');
    await kiosk.screen('attract');
    expect(kiosk.resets.at(-1)).to.equal('stopped');
    expect(await storedResponses()).to.deep.equal([]);
  });

  it('forgets at once when the page is left, and when it comes back from memory', async () => {
    const kiosk = await ready();
    const { element } = await kiosk.answer(4);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(element.isConnected).to.equal(false);
    expect(kiosk.root.querySelector('.survey, canyu-survey')).to.equal(null);
    await kiosk.handIn();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(kiosk.root.querySelector('.number')).to.equal(null);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await kiosk.screen('attract');
    expect(kiosk.resets.filter((reason) => reason === 'left')).to.have.length(3);
  });

  it('greets everybody in the same language, whatever the last one chose', async () => {
    const kiosk = await ready();
    await kiosk.press('.languages [value=en]');
    await until(() => kiosk.text.includes('How to mend the stairs'), 'English');
    await kiosk.press('.start');
    await kiosk.press('.who li button');
    await until(() => kiosk.survey.text.includes('Yuqian'), 'the survey in English');
    await kiosk.press('.quit');
    await kiosk.press('.stop button:not(.main)');
    await until(() => kiosk.text.includes('楼道怎么修'), 'Chinese');
  });

  it('asks only the groups that answer here, and nobody where there is one', async () => {
    const kiosk = await ready(STUDY, { groups: 'resident partner' });
    await kiosk.press('.start');
    expect([...kiosk.root.querySelectorAll('.who li strong')].map((one) => one.textContent)).to.deep.equal([
      '居民',
      '合作机构的人员',
    ]);
    kiosk.element.groups = 'official';
    await kiosk.screen('attract');
    await kiosk.press('.start');
    await until(() => kiosk.survey.heading, 'the survey');
    expect(kiosk.survey.element.group).to.equal('official');
    kiosk.element.groups = 'neighbour';
    await until(() => kiosk.text.includes('groups'), 'what is wrong');
  });

  it('keeps opening hours, and closes on nobody', async () => {
    const kiosk = await ready(STUDY, { hours: '09:00-10:01,14:00-17:00', 'idle-seconds': '900' });
    await kiosk.press('.start');
    clock.pass(70);
    await kiosk.screen('who');
    await kiosk.press('.who .nav button');
    await kiosk.screen('closed');
    expect(kiosk.text).to.include('今天 14:00');
    clock.start = ahead(0, 14);
    clock.pass(1);
    await kiosk.screen('attract');
    clock.start = ahead(0, 18);
    clock.pass(1);
    await until(() => kiosk.text.includes('明天 9:00'), 'tomorrow');
  });

  it('asks the study which wave is open, and says when the next one is', async () => {
    clock.start = ahead(20);
    const kiosk = await ready();
    expect(kiosk.text).to.include(new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' }).format(ahead(150)));
    expect(kiosk.root.querySelector('.start')).to.equal(null);
    clock.start = ahead(170);
    clock.pass(1);
    await kiosk.press('.start');
    await kiosk.press('.who li button');
    expect(kiosk.survey.element.wave).to.equal('post');
    await kiosk.press('.quit');
    await kiosk.press('.stop button:not(.main)');
    clock.start = ahead(171);
    clock.pass(1);
    await until(() => kiosk.text.includes('已经结束'), 'the end');
  });

  it('makes who guesses the PIN wait, longer each time, and through a reload', async () => {
    const kiosk = await ready();
    kiosk.corner();
    for (let i = 0; i < 2; i++) {
      await kiosk.fill({ pin: `guess no ${i}` });
      await until(() => kiosk.text.includes('密码不对'), 'no');
    }
    await kiosk.fill({ pin: 'guess no 3' });
    await until(() => kiosk.text.includes('请等 8 秒'), 'a wait');
    expect(kiosk.root.querySelector<HTMLButtonElement>('button[type=submit]')!.disabled).to.equal(true);
    cleanUp();
    const again = await open();
    again.element.dispatchEvent(
      new KeyboardEvent('keydown', { code: 'KeyS', altKey: true, shiftKey: true, bubbles: true, composed: true }),
    );
    await until(() => again.text.includes('请等 8 秒'), 'the same wait');
    const form = again.root.querySelector('form')!;
    form.querySelector<HTMLInputElement>('#pin')!.value = PIN;
    form.requestSubmit();
    await again.element.updateComplete;
    expect(again.root.querySelector('.panel')).to.equal(null);
    clock.pass(8);
    await again.fill({ pin: 'guess no 4' });
    await until(() => again.text.includes('请等 16 秒'), 'twice the wait');
    clock.pass(16);
    await again.fill({ pin: PIN });
    await until(() => again.root.querySelector('.panel'), 'the panel');
  });

  it('opens the staff’s part for nobody by chance: not for taps elsewhere, not for slow ones, not while somebody answers', async () => {
    const kiosk = await ready();
    const { left, right, top } = kiosk.element.getBoundingClientRect();
    const tap = (clientX: number): boolean =>
      kiosk.element.dispatchEvent(
        new PointerEvent('pointerdown', { clientX, clientY: top + 9, bubbles: true, composed: true }),
      );
    for (let i = 0; i < 9; i++) tap(left + 9);
    for (let i = 0; i < 9; i++) {
      tap(right - 9);
      clock.pass(1);
    }
    await kiosk.press('.start');
    kiosk.corner();
    await kiosk.element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await kiosk.screen('who');
  });

  it('backs up, checks the file against the store, and only then clears the tablet', async () => {
    const taken = downloads();
    const kiosk = await ready();
    for (let i = 0; i < 3; i++) {
      await kiosk.handIn(i + 1);
      await kiosk.press('.thanks .main');
    }
    await until(() => kiosk.text.includes('该备份了'), 'the reminder on the first screen');
    await kiosk.staff();
    const level = (): string => kiosk.root.querySelector<HTMLElement>('.level')!.dataset['level']!;
    expect(level()).to.equal('overdue');
    expect(kiosk.root.querySelector('table')!.textContent.replace(/\s+/g, ' ')).to.include('项目前 居民 3');
    await kiosk.press('.panel button', '存成文件');
    await until(() => taken.length && kiosk.text.includes('已经交给浏览器下载'), 'the download');
    const text = await taken.at(-1)!.text();
    const reading = await readBackup(text, crypto.subtle);
    expect(reading.ok && reading.value.header).to.include({ study: 'k', device: '2 号平板', createdAt: day(0) });
    expect(reading.ok && reading.value.records.length).to.equal(3);
    await until(() => level() === 'due', 'not checked yet');
    expect(kiosk.text).to.include('要先核对过备份');

    const [header, , ...rest] = text.split('\n');
    expect(await kiosk.verify([header, ...rest].join('\n'))).to.include('不完整');
    expect(await kiosk.verify(text.replace('"study":"k"', '"study":"other"'))).to.include('不完整');
    const other = { study: 'other', device: '2 号平板', createdAt: day(0), records: [] };
    expect(await kiosk.verify((await writeBackup(other, crypto.subtle)).join('\n'))).to.include('另一项调查');
    expect(await kiosk.verify(text)).to.include('平板上的 3 份都在这个文件里');
    await until(() => level() === 'safe', 'safe');
    await kiosk.press('.panel button', '清空 3 份答卷');
    await kiosk.press('.panel button', '先不删');
    expect(await storedResponses()).to.have.length(3);
    await kiosk.press('.panel button', '清空 3 份答卷');

    // Somebody has answered in another tab since.
    const [one] = await storedResponses();
    const store = openStore();
    await store.submit({ ...one!, id: '00000000-0000-4000-8000-000000000009' });
    store.close();
    await kiosk.press('.danger');
    await until(() => kiosk.text.includes('已经删掉 3 份'), 'cleared');
    expect(kiosk.text).to.include('又有 1 份');
    expect((await storedResponses()).map(({ id }) => id)).to.deep.equal(['00000000-0000-4000-8000-000000000009']);
    await until(() => level() === 'due', 'the new one is in no copy');
    expect(kiosk.root.querySelector('#health')!.closest('section')!.textContent).to.include('记录完整');
    expect(await kiosk.verify(text)).to.include('少了 1 份');
    clock.start = ahead(1, 10, 30);
    clock.pass(1);
    await kiosk.press('.head button');
    await until(() => kiosk.text.includes('该备份了'), 'a day later');
  });

  it('lists the receipts in an order that tells nothing, and keeps the settings', async () => {
    const undated: Study = { ...STUDY, waves: STUDY.waves.map(({ id, label }) => ({ id, label })) };
    const kiosk = await ready(undated);
    const receipts: string[] = [];
    for (let i = 0; i < 4; i++) {
      receipts.push(await kiosk.handIn(i + 1));
      await kiosk.press('.thanks .main');
    }
    await kiosk.staff();
    await kiosk.press('.receipts button');
    await until(() => kiosk.root.querySelector('.receipts ol'), 'the list');
    const listed = [...kiosk.root.querySelectorAll('.receipts li')].map((one) => one.textContent);
    expect(listed).to.deep.equal(receipts.sort());
    let updates = 0;
    kiosk.element.addEventListener('canyu-kiosk-update', () => (updates += 1));
    await kiosk.press('.panel button', '检查更新');
    expect(updates).to.equal(1);
    for (const [id, value] of Object.entries({ wave: 'post', language: 'en', volume: '0.4' })) {
      await until(() => !kiosk.root.querySelector('.panel button[disabled]'), 'rest');
      const field = kiosk.root.querySelector<HTMLSelectElement>(`#${id}`)!;
      field.value = value;
      field.dispatchEvent(new Event('change'));
      await until(() => kiosk.text.includes('已经保存'), 'saved');
    }
    await until(() => !kiosk.root.querySelector('.panel button[disabled]'), 'rest');
    cleanUp();
    const again = await open(undated);
    await until(() => again.text.includes('How to mend the stairs'), 'English first');
    await again.press('.start');
    await again.press('.who li button');
    expect(again.survey.element.wave).to.equal('post');
  });

  it('lets nobody begin where nothing can be stored', async () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB') ?? {};
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get: () => undefined });
    const kiosk = await open();
    expect(kiosk.text).to.include('存不了答卷');
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, ...real });
    clock.pass(61);
    await until(() => kiosk.text.includes('第一次使用'), 'another try by itself');
  });

  it('tells staff of lost sheets', async () => {
    const kiosk = await ready();
    await kiosk.handIn();
    cleanUp();
    const mark = localStorage.getItem('canyu-store:canyu')!;
    await forgetEverything();
    localStorage.setItem('canyu-store:canyu', mark);
    const again = await ready();
    await until(() => again.text.includes('答卷可能少了'), 'a notice');
    await again.staff();
    expect(again.text).to.include('应有 1 份，现有 0 份');
    await again.press('.panel button', '解除警报');
    await until(() => again.text.includes('记录完整'), 'no alarm');
  });

  for (const lang of ['zh-Hans', 'en']) {
    it(`is accessible on every screen, ${lang}`, async () => {
      const kiosk = await open(STUDY, { 'idle-seconds': '50' }, lang);
      const check = async (): Promise<void> => {
        await kiosk.element.updateComplete;
        await expectAccessible(kiosk.element);
      };
      await until(() => kiosk.root.querySelector('#again'), 'set-up');
      await check();
      await kiosk.fill({ pin: 'short', again: 'short' });
      await check();
      await kiosk.fill({ device: 'x', pin: PIN, again: PIN });
      await until(() => kiosk.root.querySelector('#health'), 'the panel');
      await check();
      await kiosk.press('.head button');
      await kiosk.screen('attract');
      await check();
      await kiosk.press('.start');
      await check();
      await kiosk.press('.who li button');
      await until(() => kiosk.survey.heading, 'the survey');
      await check();
      await kiosk.press('.quit');
      await check();
      await kiosk.press('.stop .main');
      clock.pass(50);
      await until(() => kiosk.dialog, 'the warning');
      await check();
      await kiosk.press('.idle .main');
      await kiosk.press('.quit');
      await kiosk.press('.stop button:not(.main)');
      await kiosk.handIn();
      await check();
      await kiosk.press('.thanks .main');
      await kiosk.screen('attract');
      kiosk.corner();
      await until(() => kiosk.root.querySelector('#pin'), 'the PIN');
      await check();
      await kiosk.fill({ pin: PIN });
      await kiosk.press('.receipts button');
      await until(() => kiosk.root.querySelector('.receipts ol'), 'the list');
      await check();
      await kiosk.press('.head button');
      kiosk.element.hours = '23:00-23:01';
      clock.pass(1);
      await kiosk.screen('closed');
      await check();
    });
  }
});
