import { expect } from 'chai';
import { html } from 'lit';
import { openSealed } from '../../src/seal/open.js';
import { testKeys, withoutCrypto, type TestKeys } from '../seal/helpers.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';
import { forgetEverything, storedTexts, SurveyDriver } from '../support/survey-driver.js';

const file = (content: unknown): string => URL.createObjectURL(new Blob([JSON.stringify(content)]));

describe('<canyu-survey> of a sealed study', () => {
  let keys: TestKeys;
  let src: string;
  const study = {
    schema: 'canyu-study/1',
    id: 'sealed',
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

  before(async () => {
    keys = await testKeys();
    src = file({ ...study, seal: keys.study.seal });
  });
  beforeEach(() => forgetEverything());
  afterEach(cleanUp);

  const open = (): Promise<SurveyDriver> =>
    SurveyDriver.open(html`<canyu-survey src=${src} form="short" group="resident"></canyu-survey>`);

  it('stores the response sealed, keeps no draft, and gives a receipt', async () => {
    const survey = await open();
    expect(survey.text).to.contain('加密封存').and.to.contain('要从头再填');
    await survey.consent(false);
    await survey.goTo('review', () => 2);
    expect(await storedTexts('drafts')).to.have.length(0);
    await survey.handIn();
    await until(() => survey.text.includes('答卷已经存好'), 'saved');
    await expectAccessible(survey.element);
    const [text] = (await storedTexts('responses')).map(String);
    const record = JSON.parse(text ?? '') as { schema: string };
    expect(record.schema).to.equal('canyu-sealed/1');
    expect(text).not.to.contain('answers');
    for (const key of [keys.evaluator, keys.recovery]) {
      const { responses, failed } = await openSealed([{ record }], key);
      expect(failed).to.have.length(0);
      expect(Object.values(responses[0]?.answers ?? {})).to.deep.equal(Array(14).fill(2));
    }
    const { receiptOf } = await import('../../src/core/backup/receipt.js');
    const { addressOf } = await import('../../src/core/json/canonical.js');
    expect(survey.text).to.contain(receiptOf(await addressOf(record, crypto.subtle)));
  });

  it('offers no unfinished sheet of before, and says that a withdrawal goes by the receipt', async () => {
    const first = await open();
    await first.consent(false);
    await first.choose(2);
    await first.next();
    cleanUp();
    const survey = await open();
    expect(survey.heading).to.equal('参加之前，请您先看一看');
    await survey.pressText('撤回以前的答卷');
    await until(() => survey.text.includes('凭回执号'), 'the way by the receipt');
  });

  it('lets the browser ask before answers are lost that are nowhere but on the page, and not before or after', async () => {
    const asks = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const survey = await open();
    await survey.consent(false);
    expect(asks()).to.equal(false);
    await survey.choose(2);
    await until(asks, 'the question of the browser');
    await survey.goTo('review', () => 2);
    expect(asks()).to.equal(true);
    await survey.handIn();
    await until(() => survey.text.includes('答卷已经存好'), 'saved');
    expect(asks()).to.equal(false);
    const other = await open();
    await other.consent(false);
    await other.choose(2);
    await until(asks, 'the question of the browser');
    cleanUp();
    expect(asks()).to.equal(false);
  });

  it('does not start where nothing can be sealed, and says why in both languages', async () => {
    await withoutCrypto(async () => {
      for (const [lang, words] of [
        ['zh-Hans', '不是 https 开头'],
        ['en', 'https'],
      ] as const) {
        const survey = new SurveyDriver(await fixture(html`<canyu-survey lang=${lang} src=${src}></canyu-survey>`));
        await until(() => survey.root.querySelector('[role=alert]'), 'the refusal');
        expect(survey.text).to.contain(words).and.to.contain('seal-no-crypto');
        expect(survey.all('input')).to.have.length(0);
      }
    });
  });

  it('does not start with a key that cannot seal, nor with a single one', async () => {
    const [one, other] = keys.study.seal.recipients;
    for (const [code, recipients] of [
      ['seal-one-key', [one]],
      ['seal-bad-key', [one, { ...other, x: one?.y }]],
    ] as const) {
      const bad = file({ ...study, seal: { recipients } });
      const survey = new SurveyDriver(await fixture(html`<canyu-survey src=${bad}></canyu-survey>`));
      await until(() => survey.root.querySelector('[role=alert]'), 'the refusal');
      expect(survey.text).to.contain(code);
    }
  });
});
