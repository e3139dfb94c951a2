import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';
import { forgetEverything, storedResponses, SurveyDriver } from '../support/survey-driver.js';

const study = {
  schema: 'canyu-study/1',
  id: 's',
  title: { 'zh-Hans': '测试', en: 'Test' },
  instrument: 'participation-trust@1.0.0',
  waves: [
    { id: 'pre', label: { 'zh-Hans': '前', en: 'before' } },
    { id: 'post', label: { 'zh-Hans': '后', en: 'after' } },
  ],
  groups: ['resident', 'official'],
  communities: [],
  linking: 'code',
};
const file = (content: unknown): string =>
  URL.createObjectURL(new Blob([typeof content === 'string' ? content : JSON.stringify(content)]));

/** Puts something else in the place of the page's IndexedDB until `restore` is called. */
function replaceIndexedDB(value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get: () => value });
  return () =>
    before ? Object.defineProperty(globalThis, 'indexedDB', before) : Reflect.deleteProperty(globalThis, 'indexedDB');
}

/** An IndexedDB whose write transactions fail with `QuotaExceededError` while `full` says so. */
function fullDisk(full: () => boolean): () => void {
  const real = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args: Parameters<typeof real>): IDBTransaction {
    if (args[1] === 'readwrite' && full()) throw new DOMException('The disk is full', 'QuotaExceededError');
    return real.apply(this, args);
  };
  return () => (IDBDatabase.prototype.transaction = real);
}

describe('<canyu-survey> when something is wrong', () => {
  const errors: string[] = [];
  const listen = (event: Event): void => void errors.push((event as CustomEvent<{ code: string }>).detail.code);
  let restore: (() => unknown) | undefined;

  beforeEach(async () => {
    await forgetEverything();
    errors.length = 0;
    document.addEventListener('canyu-error', listen);
  });
  afterEach(() => {
    restore?.();
    restore = undefined;
    cleanUp();
    document.removeEventListener('canyu-error', listen);
  });

  const cases: readonly (readonly [
    what: string,
    code: string,
    zh: string,
    en: string,
    attributes: Record<string, string>,
  ])[] = [
    ['a study file that is not JSON', 'study-invalid', '设置有误', 'have a mistake', { src: file('{"schema": ') }],
    [
      'a study file with mistakes',
      'study-invalid',
      '设置有误',
      'have a mistake',
      { src: file({ ...study, waves: [] }) },
    ],
    [
      'a study of a newer schema',
      'newer-schema',
      '版本太旧',
      'too old',
      { src: file({ ...study, schema: 'canyu-study/2' }) },
    ],
    [
      'a study file that is not there',
      'study-not-found',
      '暂时打不开',
      'cannot be opened',
      { src: '/nowhere/study.json' },
    ],
    ['an unknown group', 'unknown-group', '给谁的', 'Whom are these', { study: 't', group: 'mayor' }],
    [
      'a group that the study does not ask',
      'unknown-group',
      '给谁的',
      'Whom are these',
      { src: file(study), group: 'partner' },
    ],
    ['an unknown wave', 'unknown-wave', '第几次调查', 'Which survey', { study: 't', wave: 'later' }],
    [
      'a wave that has ended',
      'wave-closed',
      '已经结束',
      'has ended',
      { src: file({ ...study, waves: [{ ...study.waves[0], closes: '2020-01-01' }, study.waves[1]] }), wave: 'pre' },
    ],
    [
      'a wave that has not begun',
      'wave-before',
      '还没有开始',
      'not started',
      { src: file({ ...study, waves: [study.waves[0], { ...study.waves[1], opens: '2999-01-01' }] }), wave: 'post' },
    ],
    [
      'an instrument that is not here',
      'unknown-instrument',
      '找不到这份问卷',
      'are not here',
      { src: file({ ...study, instrument: 'other@1.0.0' }) },
    ],
  ];
  for (const [what, code, zh, en, attributes] of cases) {
    it(`says plainly, in both languages, what is wrong with ${what}`, async () => {
      for (const [lang, words] of [
        ['zh-Hans', zh],
        ['en', en],
      ] as const) {
        errors.length = 0;
        const survey = new SurveyDriver(
          await fixture(
            html`<canyu-survey
              lang=${lang}
              .src=${attributes['src']}
              .study=${attributes['study']}
              .group=${attributes['group']}
              .wave=${attributes['wave']}
            ></canyu-survey>`,
          ),
        );
        await until(() => survey.root.querySelector('[role=alert]'), 'the message');
        expect(survey.heading).to.contain(words);
        expect(errors).to.deep.equal([code]);
        expect(survey.all('input')).to.have.length(0);
        await expectAccessible(survey.element);
      }
    });
  }

  it('shows a page’s editor where the mistakes in a study file are', async () => {
    const survey = new SurveyDriver(
      await fixture(
        html`<canyu-survey src=${file({ ...study, waves: [{ id: 'pre' }], linking: 'magic' })}></canyu-survey>`,
      ),
    );
    await until(() => survey.root.querySelector('details'), 'the details');
    expect(survey.text).to.contain('/linking').and.to.contain('/waves');
  });

  for (const [what, broken, answers] of [
    ['missing', undefined, 0],
    [
      'refused',
      {
        open() {
          throw new DOMException('denied', 'SecurityError');
        },
      },
      1,
    ],
  ] as const) {
    it(`says ${answers ? 'with the first answer' : 'at the start'} that nothing can be saved when IndexedDB is ${what}, and hands out a file at the end`, async () => {
      restore = replaceIndexedDB(broken);
      const survey = await SurveyDriver.open(
        html`<canyu-survey study="t" form="short" group="resident"></canyu-survey>`,
      );
      const told = async (): Promise<void> => {
        await until(() => survey.text.includes('这个浏览器现在不能保存答案'), 'the notice');
        expect(errors).to.include('unavailable');
        await expectAccessible(survey.element);
      };
      if (answers === 0) await told();
      await survey.consent(false);
      if (answers === 1) {
        await survey.choose(2);
        await told();
      }
      await survey.goTo('review', () => 2);
      await survey.handIn();
      await until(() => survey.heading === '答卷还没有存好', 'the failure');
      expect(survey.text).not.to.contain('答卷已经存好');
      const saved = await downloadOf(() => survey.pressText('把答卷下载成文件'));
      const [header, record, footer] = saved
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(header).to.include({ schema: 'canyu-backup/1', study: 't', count: 1 });
      expect(record).to.include({ schema: 'canyu-response/1', study: 't' });
      expect(Object.values(record?.['answers'] as object)).to.deep.equal(Array(14).fill(2));
      expect(footer).to.include({ count: 1 });
      await survey.pressText('文件我已经留好，结束');
      await until(() => survey.heading === '谢谢您！', 'thanks');
      expect(survey.text).to.contain('还没有存进这台设备').and.not.to.contain('答卷已经存好');
    });
  }

  it('loses nothing on a full disk: says so, keeps the answers on screen, saves when there is room again', async () => {
    let full = false;
    restore = fullDisk(() => full);
    const survey = await SurveyDriver.open(html`<canyu-survey study="t" form="short" group="resident"></canyu-survey>`);
    await survey.consent(false);
    full = true;
    await survey.goTo('CJ1', () => 4);
    await survey.choose(4);
    await until(() => survey.text.includes('存储空间满了'), 'the notice');
    expect(survey.radios.find(({ checked }) => checked)?.value).to.equal('4');
    expect(errors).to.include('quota');
    await survey.goTo('review', (item) => (item === 'CJ1' ? 4 : 2));
    await survey.handIn();
    await until(() => survey.heading === '答卷还没有存好', 'the failure');
    await expectAccessible(survey.element);
    expect(await storedResponses()).to.have.length(0);
    full = false;
    await survey.pressText('再存一次');
    await until(() => survey.text.includes('答卷已经存好'), 'saved');
    expect((await storedResponses())[0]?.answers).to.include({ CJ1: 4 });
  });

  it('says so in English too', async () => {
    restore = replaceIndexedDB(undefined);
    const survey = await SurveyDriver.open(html`<canyu-survey lang="en" study="t" group="resident"></canyu-survey>`);
    await until(() => survey.text.includes('This browser cannot save answers right now'), 'the notice');
  });

  it('does not disturb the page around it', async () => {
    const before = document.body.childElementCount;
    let thrown = 0;
    const count = (): void => {
      thrown++;
    };
    window.addEventListener('error', count);
    window.addEventListener('unhandledrejection', count);
    restore = replaceIndexedDB(undefined);
    const survey = new SurveyDriver(
      await fixture(html`<canyu-survey src="/nowhere.json" group="mayor"></canyu-survey>`),
    );
    await until(() => survey.root.querySelector('[role=alert]'), 'the message');
    survey.element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    window.removeEventListener('error', count);
    window.removeEventListener('unhandledrejection', count);
    expect(thrown).to.equal(0);
    expect(document.body.childElementCount).to.equal(before + 1);
  });

  it('falls back and warns once for a value that an attribute does not know', async () => {
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (message: string): void => void warnings.push(message);
    const survey = await SurveyDriver.open(html`<canyu-survey study="t" form="tiny" group="resident"></canyu-survey>`);
    await SurveyDriver.open(html`<canyu-survey study="t" form="tiny" group="resident"></canyu-survey>`);
    console.warn = warn;
    expect(survey.element.form).to.equal('full');
    expect(warnings.filter((message) => message.includes('form="tiny"'))).to.have.length(1);
  });
});

/** The text of the file that `action` makes the browser download. */
async function downloadOf(action: () => Promise<void>): Promise<string> {
  const { click } = HTMLAnchorElement.prototype;
  let href = '';
  HTMLAnchorElement.prototype.click = function (): void {
    href = this.href;
  };
  try {
    await action();
    await until(() => href, 'a download');
    return await (await fetch(href)).text();
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
}
