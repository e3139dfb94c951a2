import { expect } from 'chai';
import { html } from 'lit';
import { receiptOf } from '../../src/core/backup/receipt.js';
import { addressOf } from '../../src/core/json/canonical.js';
import type { SurveyResponse } from '../../src/core/response/types.js';
import { openSealed } from '../../src/seal/open.js';
import { sealReceipt, sealResponse } from '../../src/seal/seal.js';
import { compactResponses } from '../../src/store/compact.js';
import { storeHealth } from '../../src/store/health.js';
import { addRecords } from '../../src/store/import.js';
import { countResponses } from '../../src/store/responses.js';
import { readSealed, storeOpened } from '../../src/store/sealed.js';
import { openStore, type Store } from '../../src/store/store.js';
import { testKeys, withoutCrypto, type TestKeys } from '../seal/helpers.js';
import { expectAccessible } from '../support/axe.js';
import { makeResponse } from '../store/helpers.js';
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
    expect(survey.text).to.contain(receiptOf(await addressOf(record, crypto.subtle)));
  });

  it('offers no unfinished sheet of before', async () => {
    const first = await open();
    await first.consent(false);
    await first.choose(2);
    await first.next();
    cleanUp();
    const survey = await open();
    expect(survey.heading).to.equal('参加之前，请您先看一看');
  });

  describe('withdraws a sheet by its receipt', () => {
    let store: Store;
    beforeEach(() => void (store = openStore()));
    afterEach(() => store.close());

    const sheet = (changes: Partial<SurveyResponse> = {}): SurveyResponse =>
      makeResponse({ study: study.id, ...changes });

    /** Stores a sealed sheet as a survey does, and gives its receipt. */
    async function handIn(response = sheet()): Promise<string> {
      const record = await sealResponse(response, keys.study);
      await store.submit(response, undefined, { record });
      return sealReceipt(record);
    }

    /** A sealed sheet of another device, as a file brings it. */
    async function gather(response = sheet()): Promise<string> {
      const record = { ...(await sealResponse(response, keys.study)) };
      const address = await addressOf(record, crypto.subtle);
      const sealed = [{ study: response.study, wave: response.wave, address, record }];
      await addRecords(store, { responses: [], sealed, aside: [], entries: [] });
      return receiptOf(address);
    }

    const keysIn = async (): Promise<string[]> => {
      const keys = await store.transact(['responses'], 'readonly', (transaction) => {
        const request = transaction.objectStore('responses').getAllKeys();
        return new Promise<IDBValidKey[]>((resolve) => (request.onsuccess = () => resolve(request.result)));
      });
      return keys as string[];
    };

    /** Nothing is missing by any of the counts, and there is no alarm. */
    async function expectSound(count: number): Promise<void> {
      expect(await storeHealth(store)).to.include({ responses: count, tally: count, watermark: count, complete: true });
      await store.ready();
      const counts = await countResponses(store, study.id);
      expect(counts.reduce((sum, cell) => sum + cell.count, 0)).to.equal(count);
    }

    async function ask(written: string, survey?: SurveyDriver): Promise<SurveyDriver> {
      const driver = survey ?? (await open());
      if (!driver.root.querySelector('#receipt')) await driver.pressText('撤回以前的答卷');
      const field = await until(() => driver.root.querySelector<HTMLInputElement>('#receipt'), 'the field');
      field.value = written;
      field.dispatchEvent(new Event('input'));
      await driver.pressText('找一找');
      await until(() => !driver.text.includes('正在找'), 'the end of the search');
      return driver;
    }

    it('of who has just handed it in: written anyhow, asked once more, and gone', async () => {
      const survey = await open();
      const receipts: string[] = [];
      for (let n = 0; n < 2; n++) {
        await survey.consent(false);
        await survey.goTo('review', () => 2);
        await survey.handIn();
        await until(() => survey.text.includes('答卷已经存好'), 'saved');
        receipts.push(/[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(survey.text)?.[0] ?? '');
        await survey.pressText('换下一位来答');
        await until(() => survey.all('input[type=checkbox]').length === 3, 'consent');
      }
      const [mine = '', theirs = ''] = receipts;
      await survey.pressText('撤回以前的答卷');
      await until(() => survey.text.includes('凭交卷后给您的回执号'), 'the way by the receipt');
      await expectAccessible(survey.element);
      const spelt = mine.toLowerCase().replace('-', '　').replace(/0/g, 'o').replace(/1/g, 'ｌ');
      await ask(`回执号： ${spelt}。`, survey);
      expect(survey.heading).to.equal('找到了一份答卷');
      expect(survey.root.activeElement).to.equal(survey.root.querySelector('h2'));
      expect(survey.text).to.contain(mine).and.to.contain('调查：测试').and.to.contain('哪一次：前');
      await expectAccessible(survey.element);
      expect(await storedTexts('responses')).to.have.length(2);
      await survey.pressText('删掉这份答卷');
      await until(() => survey.text.includes('已经从这台设备上删掉了'), 'the deletion');
      expect(survey.text).to.contain('备份过').and.not.to.contain(mine);
      await expectAccessible(survey.element);
      const [left, ...more] = (await storedTexts('responses')).map(String);
      expect(more).to.have.length(0);
      expect(receiptOf(await addressOf(JSON.parse(left ?? ''), crypto.subtle))).to.equal(theirs);
      await expectSound(1);
      await survey.press('button.main');
      await until(() => survey.all('input[type=checkbox]').length === 3, 'consent');
    });

    it('and leaves it where somebody thinks better of it', async () => {
      const receipt = await handIn();
      const survey = await ask(receipt);
      await survey.pressText('先不删');
      await until(() => survey.all('input[type=checkbox]').length === 3, 'consent');
      await survey.pressText('撤回以前的答卷');
      expect(survey.root.querySelector<HTMLInputElement>('#receipt')?.value).to.equal('');
      await expectSound(1);
    });

    it('out of the packs too, among many others', async () => {
      const receipts: string[] = [];
      for (let n = 0; n < 250; n++) receipts.push(await handIn(sheet({ group: n % 2 ? 'resident' : 'official' })));
      while (await compactResponses(store));
      const survey = await ask(receipts[77] ?? '');
      await survey.pressText('删掉这份答卷');
      await until(() => survey.text.includes('已经从这台设备上删掉了'), 'the deletion');
      await expectSound(249);
      const { responses } = await openAll();
      expect(responses).to.have.length(249);
    });

    async function openAll(): ReturnType<typeof openSealed> {
      const waiting = [];
      for await (const page of readSealed(store, study.id)) waiting.push(...page);
      return openSealed(waiting, keys.evaluator);
    }

    it('that a file brought, beside the copy sealed here, in an earlier or a later wave', async () => {
      const response = sheet({ wave: 'post' });
      const receipt = await handIn(response);
      expect(await gather(response)).to.equal(receipt);
      await gather();
      expect(await keysIn()).to.have.length(3);
      const survey = await ask(receipt);
      expect(survey.text).to.contain('哪一次：后');
      await survey.pressText('删掉这份答卷');
      await until(() => survey.text.includes('已经从这台设备上删掉了'), 'the deletion');
      expect((await keysIn()).map((key) => key.split('/').slice(0, 3).join('/'))).to.deep.equal(['sealed/pre/sealed']);
      await expectSound(1);
    });

    it('that was opened here since', async () => {
      const [mine, theirs] = [await gather(), await gather()];
      for await (const waiting of readSealed(store, study.id)) {
        const { responses } = await openSealed(waiting, keys.evaluator);
        const opened = waiting.map(async (one, index) => ({
          key: one.key,
          address: await addressOf(one.record, crypto.subtle),
          response: responses[index]!,
        }));
        await storeOpened(store, study.id, await Promise.all(opened));
      }
      const survey = await ask(mine);
      expect(survey.text).not.to.contain('希望以后开会前');
      await survey.pressText('删掉这份答卷');
      await until(() => survey.text.includes('已经从这台设备上删掉了'), 'the deletion');
      await expectSound(1);
      await survey.press('button.main');
      await ask(mine, survey);
      expect(survey.text).to.contain('没有找到这个回执号');
      await ask(theirs, survey);
      expect(survey.heading).to.equal('找到了一份答卷');
    });

    it('that was stored before the study was sealed', async () => {
      const response = sheet();
      await store.submit(response);
      await handIn();
      const survey = await ask(receiptOf(await addressOf(response, crypto.subtle)));
      await survey.pressText('删掉这份答卷');
      await until(() => survey.text.includes('已经从这台设备上删掉了'), 'the deletion');
      expect((await keysIn()).some((key) => key.endsWith(response.id))).to.equal(false);
      await expectSound(1);
    });

    it('unless two that are not the same have it', async () => {
      const record = { ...(await sealResponse(sheet(), keys.study)) };
      const addresses = ['0', '1'].map((end) => 'ab'.repeat(31) + '0' + end);
      const sealed = addresses.map((address) => ({ study: study.id, wave: 'pre', address, record }));
      await addRecords(store, { responses: [], sealed, aside: [], entries: [] });
      const survey = await ask(receiptOf(addresses[0] ?? ''));
      expect(survey.text).to.contain('分不清哪份是您的');
      expect(survey.all('button').some((one) => one.textContent.includes('删掉'))).to.equal(false);
      await expectSound(2);
    });

    it('and nothing of another study, of a mistyped number or of half a number', async () => {
      const other = await handIn(sheet({ study: 'sealed2' }));
      const mine = await handIn();
      const survey = await ask(other);
      expect(survey.text).to.contain('没有找到这个回执号').and.to.contain('什么也没有删');
      // What was written stays, to be compared with the slip of paper.
      const field = survey.root.querySelector<HTMLInputElement>('#receipt');
      expect(field?.value).to.equal(other);
      await expectAccessible(survey.element);
      await ask(mine.slice(0, -1) + (mine.endsWith('7') ? '8' : '7'), survey);
      expect(survey.text).to.contain('没有找到这个回执号');
      await ask(mine.slice(0, 9), survey);
      expect(survey.text).to.contain('这里写了 8 位');
      expect(field?.getAttribute('aria-invalid')).to.equal('true');
      await ask(`U${mine.slice(1)}`, survey);
      expect(survey.text).to.contain('没有字母 U');
      await ask('', survey);
      expect(survey.text).to.contain('请先写上回执号');
      expect(await keysIn()).to.have.length(2);
    });

    it('says that it is not there when it went meanwhile, and that nothing was deleted when the store fails', async () => {
      const receipt = await handIn();
      const survey = await ask(receipt);
      const other = new SurveyDriver((await ask(receipt)).element);
      await other.pressText('删掉这份答卷');
      await until(() => other.text.includes('已经从这台设备上删掉了'), 'the deletion');
      await survey.pressText('删掉这份答卷');
      await until(() => survey.text.includes('没有找到这个回执号'), 'that it has gone');
      await expectSound(0);
      await handIn();
      const { getAll } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.getAll = () => {
        throw new DOMException('', 'UnknownError');
      };
      try {
        await ask(receipt, survey);
        await until(() => survey.text.includes('一份也没有删'), 'that nothing was deleted');
      } finally {
        IDBObjectStore.prototype.getAll = getAll;
      }
      await expectSound(1);
    });

    it('keeps what was written when the language changes, and shows it to nobody else', async () => {
      const receipt = await handIn();
      const survey = await open();
      await survey.pressText('撤回以前的答卷');
      const field = await until(() => survey.root.querySelector<HTMLInputElement>('#receipt'), 'the field');
      field.value = receipt.slice(0, 4);
      field.dispatchEvent(new Event('input'));
      survey.element.lang = 'en';
      await until(() => survey.text.includes('Ten digits and letters'), 'the other language');
      expect(survey.root.querySelector<HTMLInputElement>('#receipt')?.value).to.equal(receipt.slice(0, 4));
      await survey.pressText('Find it');
      expect(survey.text).to.contain('these are 4');
      await survey.element.reset();
      await until(() => survey.all('input[type=checkbox]').length === 3, 'consent');
      await survey.pressText('Withdraw an earlier answer sheet');
      const next = await until(() => survey.root.querySelector<HTMLInputElement>('#receipt'), 'the field');
      expect(next.value).to.equal('');
      expect(survey.text).not.to.contain('these are');
    });

    it('where nobody is linked, and forgets the number of the device where that links', async () => {
      for (const linking of ['none', 'device'] as const) {
        const id = `by-${linking}`;
        localStorage.setItem(`canyu-device:${id}`, 'n');
        const receipt = await handIn(sheet({ study: id }));
        const address = file({ ...study, id, linking, seal: keys.study.seal });
        const survey = await SurveyDriver.open(html`<canyu-survey src=${address} form="short"></canyu-survey>`);
        await ask(receipt, survey);
        expect(localStorage.getItem(`canyu-device:${id}`)).to.equal('n');
        await survey.pressText('删掉这份答卷');
        await until(() => survey.text.includes('已经从这台设备上删掉了'), 'the deletion');
        expect(localStorage.getItem(`canyu-device:${id}`)).to.equal(linking === 'device' ? null : 'n');
        cleanUp();
      }
      expect(await keysIn()).to.have.length(0);
    });
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
