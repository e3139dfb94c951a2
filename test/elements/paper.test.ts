import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import '../../src/define/canyu-survey.js';
import { participationTrust } from '../../src/core/instrument/participation-trust.js';
import { cardNames } from '../../src/core/link/card-names.js';
import { cardMessage, cardSymbols, makeCards } from '../../src/core/link/card.js';
import { exactTokens } from '../../src/core/link/tokens.js';
import { fieldOf } from '../../src/core/paper/codes.js';
import { defaultStudy } from '../../src/core/study/default.js';
import type { Sealed } from '../../src/core/sealed/types.js';
import { textIn, type Group } from '../../src/core/text.js';
import type { CanyuSurvey } from '../../src/elements/survey/canyu-survey.js';
import { openSealed } from '../../src/seal/open.js';
import { sealReceipt } from '../../src/seal/seal.js';
import { testKeys, type TestKeys } from '../seal/helpers.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';
import { forgetEverything, storedResponses, storedTexts } from '../support/survey-driver.js';

const paper = html`<canyu-survey study="t" wave="pre" group="resident" mode="paper"></canyu-survey>`;
const { closed, background } = participationTrust.forms.full.resident!;
const codes = (id: string): string[] =>
  fieldOf(
    participationTrust,
    participationTrust.items.find((item) => item.id === id)!,
  )!.codes.map(({ code }) => code);

/** One typist at the entry page: keys go to whatever has the focus. */
class Typist {
  readonly element: CanyuSurvey;
  constructor(element: CanyuSurvey) {
    this.element = element;
  }

  static async open(template: TemplateResult = paper): Promise<Typist> {
    const typist = new Typist(await fixture<CanyuSurvey>(template));
    await until(() => typist.root.activeElement?.id === 'number', 'the first field');
    return typist;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get text(): string {
    return this.root.textContent.replace(/\s+/g, ' ').trim();
  }

  /** Name of the row with the focus, or the id of another field. */
  get at(): string {
    const active = this.root.activeElement as HTMLInputElement | null;
    return active?.getAttribute('name') ?? active?.id ?? '';
  }

  get alarm(): string {
    return this.root.querySelector('.bar [role=alert]')?.textContent.trim() ?? '';
  }

  field(id: string): HTMLInputElement {
    return this.root.getElementById(id) as HTMLInputElement;
  }

  /** What a row shows. */
  row(id: string): string {
    return this.field(`row-${id}`).value;
  }

  async settle(): Promise<void> {
    await this.element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    await this.element.updateComplete;
  }

  async key(key: string, options: KeyboardEventInit = {}): Promise<void> {
    const target = this.root.activeElement as HTMLInputElement;
    const down = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
    if (target.dispatchEvent(down) && Array.from(key).length === 1) {
      target.value += key;
      target.dispatchEvent(new InputEvent('input', { data: key, inputType: 'insertText', bubbles: true }));
    }
    await this.settle();
  }

  async keys(keys: string): Promise<void> {
    for (const key of keys) await this.key(key);
  }

  async fill(id: string, value: string): Promise<void> {
    const field = this.field(id);
    field.focus();
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settle();
  }

  async press(selector: string): Promise<void> {
    (await until(() => this.root.querySelector<HTMLElement>(selector), selector)).click();
    await this.settle();
  }

  /** Types the rows of a sheet; `link` is the key of the third box. */
  async rows(answers: Readonly<Record<string, string>>, link = '0'): Promise<void> {
    await this.key('Enter');
    if (this.at === 'date') await this.key('Enter');
    await this.keys(`11${link}`);
    for (const id of [...closed, ...background]) {
      await until(() => this.field(`row-${id}`), id);
      this.field(`row-${id}`).focus();
      await this.key(answers[id] ?? ' ');
    }
  }

  async save(): Promise<void> {
    await this.press('#save');
  }

  async saved(count: number): Promise<void> {
    await until(() => this.text.includes(`已录 ${count} 份`), `${count} saved`);
  }
}

/** A made-up sheet: every item has one of its codes. */
const sheetOf = (seed: number): Record<string, string> =>
  Object.fromEntries(
    [...closed, ...background].map((id, i) => [id, codes(id)[(seed * 7 + i * 5) % codes(id).length] ?? '']),
  );
const valueOf = (id: string, code: string): number | string | undefined =>
  fieldOf(
    participationTrust,
    participationTrust.items.find((item) => item.id === id)!,
  )!.codes.find((one) => one.code === code)?.value;
const answersOf = (sheet: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(sheet).map(([id, code]) => [id, valueOf(id, code)]));

describe('paper: typing sheets in', () => {
  beforeEach(() => forgetEverything());
  afterEach(() => {
    cleanUp();
    document.documentElement.lang = '';
  });

  it('stores a sheet typed twice in digits, as meant, mode paper', async () => {
    const typist = await Typist.open();
    const sheet = sheetOf(1);
    await typist.key('Enter');
    expect(typist.at).to.equal('date');
    await typist.key('Enter');
    expect(typist.at).to.equal('#participate');
    await typist.keys('110');
    expect(typist.at).to.equal('FQ1');
    for (const id of closed) {
      expect(typist.at).to.equal(id);
      await typist.key(sheet[id]!);
    }
    expect(typist.at).to.equal('OQ1');
    await typist.fill('open-OQ1', '路灯修好了，找王书记，电话13912345678');
    typist.field('open-OQ2').focus();
    await typist.key('Enter');
    for (const id of background) {
      expect(typist.at).to.equal(id);
      await typist.key(sheet[id]!);
    }
    expect(typist.at).to.equal('save');
    await typist.save();
    expect(typist.text).to.contain('第二遍（抽查）');
    expect(typist.row('CY1')).to.equal('');
    expect(typist.at).to.equal('number');
    expect(await storedTexts('responses')).to.have.length(0);
    await typist.keys('1');
    await typist.rows(sheet);
    await typist.save();
    await typist.saved(1);
    expect(typist.text).to.contain('1 号已经存好');
    const [response, ...others] = await storedResponses();
    expect(others).to.have.length(0);
    expect(response).to.include({ mode: 'paper', study: 't', wave: 'pre', group: 'resident', locale: 'zh-Hans' });
    expect(response).to.include({ seconds: 0, form: 'full', link: null });
    expect(response?.answers).to.deep.equal({ ...answersOf(sheet), OQ1: '路灯修好了，找王书记，电话■' });
    expect(response?.consent.hash).to.match(/^[0-9a-f]{64}$/);
    expect(await storedTexts('drafts')).to.have.length(0);
    expect(typist.row('CY1')).to.equal('');
    expect(typist.field('number').value).to.equal('2');
  });

  it('finds a planted difference, asks the paper again, and tells the rate', async () => {
    const typist = await Typist.open();
    const sheet = { ...sheetOf(2), TR1: '2', DM1: '3' };
    await typist.rows(sheet);
    await typist.save();
    await typist.keys('1');
    await typist.rows({ ...sheet, TR1: '4', DM1: ' ' });
    await typist.save();
    await until(() => typist.text.includes('有 2 处两遍不一样'), 'the comparison');
    const rows = [...typist.root.querySelectorAll<HTMLInputElement>('.sheet .row input')].map(({ name }) => name);
    expect(rows).to.deep.equal(['TR1', 'DM1']);
    expect(typist.text).to.contain('第一遍：2 不太同意 · 第二遍：4 比较同意');
    await expectAccessible(typist.element);
    await typist.save();
    expect(typist.alarm).to.contain('还有 2 格没录');
    typist.field('row-TR1').focus();
    await typist.keys('43');
    await typist.save();
    await typist.saved(1);
    const [response] = await storedResponses();
    expect(response?.answers).to.deep.equal(answersOf({ ...sheet, TR1: '4' }));
    const rowsCompared = closed.length + background.length + 3;
    expect(typist.text).to.contain(`已核对 1 份、${rowsCompared} 格，两遍不一样的有 2 格（5.7%）`);
    expect(typist.text).to.contain('超过 1% 了');
  });

  it('undoes as often as asked, by Backspace and by Ctrl+Z', async () => {
    const typist = await Typist.open();
    typist.field('row-FQ1').focus();
    await typist.keys('1234');
    await typist.key('Backspace');
    expect(typist.at).to.equal('FQ4');
    expect(typist.row('FQ4')).to.equal('');
    await typist.key('z', { ctrlKey: true });
    await typist.key('Backspace');
    expect(typist.at).to.equal('FQ2');
    expect(typist.text).to.contain('已撤销，回到 第 2 题');
    expect([typist.row('FQ1'), typist.row('FQ2'), typist.row('FQ3')]).to.deep.equal(['1', '', '']);
    await typist.key('ArrowUp');
    expect(typist.at).to.equal('FQ1');
    await typist.key('4');
    expect([typist.row('FQ1'), typist.at]).to.deep.equal(['4', 'FQ2']);
    await typist.key('Backspace');
    expect(typist.row('FQ1')).to.equal('1');
  });

  it('takes full-width digits, and an input method only when it is done', async () => {
    const typist = await Typist.open();
    const input = typist.field('row-FQ1');
    input.focus();
    await typist.key('３');
    expect([typist.row('FQ1'), typist.at]).to.deep.equal(['3', 'FQ2']);
    const second = typist.field('row-FQ2');
    second.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    second.value = '１';
    second.dispatchEvent(
      new InputEvent('input', { data: '１', inputType: 'insertCompositionText', isComposing: true, bubbles: true }),
    );
    await typist.key('Enter', { isComposing: true });
    expect(typist.at).to.equal('FQ2');
    second.dispatchEvent(new CompositionEvent('compositionend', { data: '１２', bubbles: true }));
    second.dispatchEvent(new InputEvent('input', { data: '１２', inputType: 'insertCompositionText', bubbles: true }));
    await typist.settle();
    expect([typist.row('FQ2'), typist.row('FQ3'), typist.at]).to.deep.equal(['1', '2', 'FQ4']);
    await typist.key('　');
    expect([typist.row('FQ4'), typist.at]).to.deep.equal(['', 'LD']);
  });

  it('refuses a digit that the question does not have, says so, and loses nothing', async () => {
    const typist = await Typist.open();
    typist.field('row-LD').focus();
    await typist.keys('67');
    expect(typist.at).to.equal('RC3');
    expect(typist.alarm).to.equal('“7”不是 第 6 题 的答案，没有录。这里可以按：1 2 3 4 5 8 9');
    expect(typist.field('row-RC3').getAttribute('aria-invalid')).to.equal('true');
    expect([typist.row('LD'), typist.row('RC3')]).to.deep.equal(['6', '']);
    await expectAccessible(typist.element);
    await typist.key('5');
    expect(typist.alarm).to.equal('');
    expect([typist.row('RC3'), typist.at]).to.deep.equal(['5', 'CY1']);
  });

  it('does not store a sheet without both required boxes, nor one with rows left out', async () => {
    const typist = await Typist.open();
    typist.field('row-#participate').focus();
    await typist.keys('110');
    await until(async () => (await storedTexts('drafts')).length === 1, 'a draft');
    await typist.save();
    expect(typist.alarm).to.contain('还有 32 格没录，从 第 1 题 开始');
    expect(typist.at).to.equal('FQ1');
    typist.field('row-#process').focus();
    await typist.key('0');
    expect(typist.alarm).to.contain('这一份不能存');
    await until(async () => (await storedTexts('drafts')).length === 0, 'no draft');
    await typist.save();
    expect(typist.at).to.equal('discard');
    await typist.press('#discard');
    await expectAccessible(typist.element);
    await typist.press('.nav button:last-child');
    await until(() => typist.text.includes('已经清掉'), 'the next sheet');
    expect(await storedTexts('responses')).to.have.length(0);
    expect(typist.text).to.contain('已录 0 份');
  });

  it('makes the code at once, keeps no raw answer, and finds a slip in it', async () => {
    const typist = await Typist.open();
    const sheet = sheetOf(3);
    const six = async (day: string): Promise<void> => {
      const answers = { G1: '欧阳', G2: '鼠', G3: day, G4: '２', G5: '江苏省', G6: '女' };
      for (const [id, value] of Object.entries(answers)) await typist.fill(`link-${id}`, value);
    };
    await typist.rows(sheet, '1');
    await six('32');
    await typist.save();
    expect(typist.alarm).to.contain('看不懂录的是什么');
    expect(typist.at).to.equal('G3');
    await six('14');
    await typist.save();
    await until(() => typist.text.includes('第二遍（抽查）'), 'the second time');
    await until(async () => (await storedTexts('drafts')).length === 1, 'a draft');
    const kept = JSON.stringify([...(await storedTexts('drafts')), Object.entries(localStorage)]);
    expect(kept).not.to.match(/欧|江苏|"G\d"/);
    await typist.keys('1');
    await typist.rows(sheet, '1');
    expect(typist.field('link-G1').value).to.equal('');
    await six('15');
    await typist.save();
    await until(() => typist.text.includes('六个小问题两遍不一样'), 'the comparison');
    await six('14');
    await typist.save();
    await typist.saved(1);
    const [response] = await storedResponses();
    expect(response?.link).to.have.length(7);
    for (const one of response?.link ?? []) expect(one).to.match(/^[0-9a-f]{32}$/);
  });

  it('brings a half-typed sheet back after a reload, but not at a kiosk', async () => {
    const typist = await Typist.open();
    typist.field('row-#participate').focus();
    await typist.keys('1101234');
    await until(async () => JSON.stringify(await storedTexts('drafts')).includes('FQ4'), 'a draft');
    cleanUp();
    const again = await Typist.open();
    expect(again.text).to.contain('上次录到一半的这一份还在');
    expect([again.row('FQ1'), again.row('FQ4')]).to.deep.equal(['1', '4']);
    cleanUp();
    await forgetEverything();
    const kiosk = await Typist.open(
      html`<canyu-survey study="t" wave="pre" group="resident" mode="paper" .device=${'kiosk'}></canyu-survey>`,
    );
    kiosk.field('row-#participate').focus();
    await kiosk.keys('1101234');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await storedTexts('drafts')).to.have.length(0);
  });

  it('asks for the sheet that is being checked, and warns of a number used before', async () => {
    const typist = await Typist.open();
    const sheet = sheetOf(4);
    await typist.rows(sheet);
    await typist.save();
    await typist.keys('7');
    await typist.rows(sheet);
    await typist.save();
    expect(typist.alarm).to.contain('现在要核对的是 1 号，您填的是 7 号');
    await typist.fill('number', '１');
    await typist.save();
    await typist.saved(1);
    await typist.fill('number', '1');
    expect(typist.text).to.contain('1 号这次已经录过一份了');
  });

  it('keeps everything on screen when the store fails, and stores it at the next try', async () => {
    const typist = await Typist.open();
    const sheet = sheetOf(5);
    await typist.rows(sheet);
    await typist.save();
    await typist.keys('1');
    await typist.rows(sheet);
    const veto = (event: Event): void => event.preventDefault();
    typist.element.addEventListener('canyu-submit', veto);
    await typist.save();
    await until(() => typist.text.includes('还没有存好'), 'the failure');
    expect(await storedTexts('responses')).to.have.length(0);
    typist.element.removeEventListener('canyu-submit', veto);
    await typist.press('button.main');
    await typist.saved(1);
    expect((await storedResponses())[0]?.answers).to.deep.equal(answersOf(sheet));
  });

  it('is accessible and speaks one language at a time', async () => {
    const typist = await Typist.open();
    await expectAccessible(typist.element);
    expect(typist.text).not.to.match(/[a-z]{4,}/);
    cleanUp();
    const english = await Typist.open(
      html`<canyu-survey lang="en" study="t" wave="pre" group="official" mode="paper"></canyu-survey>`,
    );
    await expectAccessible(english.element);
    expect(english.text).not.to.match(/[\u4e00-\u9fff]/u);
    expect(english.root.querySelectorAll('.row').length).to.equal(3 + 36);
  });
});

/** The address of a study file of the test's own. */
const studyFile = (changes: object): string => {
  const text = (zh: string, en: string): object => ({ 'zh-Hans': zh, en });
  const study = {
    ...defaultStudy('file'),
    communities: [
      { id: 'wutongli', label: text('梧桐里', 'Wutongli') },
      { id: 'nanwan', label: text('南湾新村', 'Nanwan') },
    ],
    consent: {
      organisation: text('榆钱社区行动', 'Yuqian Community Action'),
      contact: text('项目办公室', 'the project office'),
      storedIn: text('本市的电脑里', 'a computer in this city'),
      tokensDestroyedBy: '2027-03-01',
      keptUntil: '2028-03-01',
      resultsOn: text('居民会上', 'at the residents’ meeting'),
    },
    ...changes,
  };
  return URL.createObjectURL(new Blob([JSON.stringify(study)], { type: 'application/json' }));
};

describe('paper: what a study asks for', () => {
  beforeEach(() => forgetEverything());
  afterEach(() => cleanUp());

  it('prints the pictures of the card, and takes a card only if it is one', async () => {
    const src = studyFile({ linking: 'card', communities: [] });
    const form = await fixture<CanyuSurvey>(
      html`<canyu-survey src=${src} group="resident" layout="print"></canyu-survey>`,
    );
    const root = await until(() => form.shadowRoot?.querySelector('.end') && form.shadowRoot, 'the form');
    expect(root.querySelectorAll('.picture svg')).to.have.length(19);
    expect(root.textContent).to.contain('五个图案的数字').and.not.to.contain('母亲');
    await expectAccessible(form);
    cleanUp();
    const [card] = makeCards(1, () => 7);
    const typist = await Typist.open(html`<canyu-survey src=${src} group="resident" mode="paper"></canyu-survey>`);
    const place = async (symbols: readonly string[]): Promise<void> => {
      for (const [i, symbol] of symbols.entries()) await typist.fill(`link-card${i + 1}`, symbol);
    };
    const numbers = card!.map((symbol) => String(cardSymbols.indexOf(symbol) + 1));
    for (const again of [false, true]) {
      if (again) await typist.keys('1');
      await typist.rows(sheetOf(6), '1');
      await place([numbers[1]!, numbers[0]!, ...numbers.slice(2)]);
      await typist.save();
      expect(typist.alarm).to.contain('不是一张卡片');
      await place(again ? card!.map((symbol) => cardNames['zh-Hans'][cardSymbols.indexOf(symbol)]!) : numbers);
      await typist.save();
      if (!again) await until(() => typist.text.includes('第二遍'), 'the second time');
    }
    await typist.saved(1);
    const [response] = await storedResponses();
    expect(response?.link).to.deep.equal(await exactTokens(cardMessage(card!)!, 'file', crypto.subtle));
  });

  it('asks which community, asks the vignettes, and links nobody by a device', async () => {
    const src = studyFile({ linking: 'device', extras: ['vignettes', 'then-test'] });
    const form = await fixture<CanyuSurvey>(
      html`<canyu-survey lang="en" src=${src} group="resident" layout="print"></canyu-survey>`,
    );
    const root = await until(() => form.shadowRoot?.querySelector('.end') && form.shadowRoot, 'the form');
    const items = [...root.querySelectorAll<HTMLElement>('[data-item]')].map(({ dataset }) => dataset['item']);
    expect(items[0]).to.equal('#community');
    expect(items.slice(-4)).to.deep.equal(['AV1', 'AV2', 'DM1', 'DM2']);
    expect(root.textContent).to.contain('1 March 2027');
    expect(root.querySelectorAll('.tick')).to.have.length(2);
    cleanUp();
    const typist = await Typist.open(html`<canyu-survey src=${src} group="resident" mode="paper"></canyu-survey>`);
    typist.field('row-#participate').focus();
    await typist.keys('112');
    expect(typist.at).to.equal('FQ1');
    expect(typist.field('row-#community').closest('.row')?.textContent).to.contain('南湾新村');
    expect(typist.field('row-AV2')).not.to.equal(null);
  });

  it('prints before a wave opens and types in after it has closed, and tells of a day outside', async () => {
    const src = studyFile({
      waves: [
        { id: 'pre', label: { 'zh-Hans': '项目前' }, opens: '2020-03-01', closes: '2020-03-15' },
        { id: 'post', label: { 'zh-Hans': '项目后' }, opens: '2099-03-01', closes: '2099-03-15' },
      ],
    });
    const form = await fixture<CanyuSurvey>(
      html`<canyu-survey src=${src} group="resident" layout="print"></canyu-survey>`,
    );
    const root = await until(() => form.shadowRoot?.querySelector('.end') && form.shadowRoot, 'the form');
    expect(root.querySelector('header')?.textContent).to.contain('项目后');
    cleanUp();
    const typist = await Typist.open(html`<canyu-survey src=${src} group="resident" mode="paper"></canyu-survey>`);
    expect(typist.root.querySelector('h2')?.textContent).to.contain('项目前');
    expect(typist.text).to.contain('这个日期不在本次调查的日子里（2020年3月1日 至 2020年3月15日）');
    await typist.fill('date', '2020-03-08');
    expect(typist.text).not.to.contain('不在本次调查的日子里');
  });

  it('prints and takes an instrument of the site: notes, conditions, long scales, open questions among the others', async () => {
    const text = (zh: string): object => ({ 'zh-Hans': zh });
    const points = (values: readonly number[]): object => ({
      points: values.map((value) => ({ value, label: text(`选项${value}`) })),
    });
    const item = (id: string, kind: string, more: object = {}): object => ({
      id,
      kind,
      key: 1,
      mirror: 'same',
      prompt: { resident: text(`题目${id}`) },
      ...more,
    });
    const instrument = {
      schema: 'canyu-instrument/1',
      id: 'own',
      version: '1',
      title: text('自己的问卷'),
      scales: { yes: points([0, 1]), ten: points([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) },
      constructs: [],
      items: [
        item('N1', 'note'),
        item('A', 'choice', { scale: 'yes' }),
        item('B', 'rating', { scale: 'ten', relevant: { item: 'A', equals: 1 } }),
        item('C', 'text'),
      ],
      forms: { full: { resident: { closed: ['N1', 'A', 'B', 'C'], open: [], background: [] } }, short: {} },
    };
    const file = URL.createObjectURL(new Blob([JSON.stringify(instrument)], { type: 'application/json' }));
    const form = await fixture<CanyuSurvey>(
      html`<canyu-survey study="o" instrument=${file} group="resident" layout="print"></canyu-survey>`,
    );
    const root = await until(() => form.shadowRoot?.querySelector('.end') && form.shadowRoot, 'the form');
    const printed = (id: string): HTMLElement => root.querySelector<HTMLElement>(`[data-item="${id}"]`)!;
    expect(printed('N1').querySelectorAll('.answer, .no')).to.have.length(0);
    expect(printed('A').querySelector('.no')?.textContent).to.equal('1.');
    expect(printed('B').textContent).to.contain('（只有第 1 题选“选项1”的才答）');
    expect([...printed('B').querySelectorAll('b')].map((sign) => sign.textContent).join('')).to.equal('1234567ABCD89');
    expect(printed('C').querySelectorAll('.ruled')).to.have.length(4);
    cleanUp();
    const typist = await Typist.open(
      html`<canyu-survey study="o" instrument=${file} group="resident" mode="paper"></canyu-survey>`,
    );
    for (const again of [false, true]) {
      if (again) await typist.keys('1');
      await typist.key('Enter');
      if (!again) await typist.key('Enter');
      await typist.keys('1101ｄ');
      if (!again) await typist.fill('open-C', '好');
      await typist.save();
      if (!again) await until(() => typist.text.includes('第二遍'), 'the second time');
    }
    await typist.saved(1);
    const [response] = await storedResponses();
    expect(response?.instrument).to.equal('own@1');
    expect(response?.answers).to.deep.equal({ A: 1, B: 10, C: '好' });
  });
});

describe('paper: a sealed study', () => {
  let keys: TestKeys;
  before(async () => void (keys = await testKeys()));
  beforeEach(forgetEverything);
  afterEach(() => cleanUp());

  const file = (seal: object | null): string => studyFile({ communities: [], ...(seal && { seal }) });
  const open = (seal: object | null = keys.study.seal): Promise<Typist> =>
    Typist.open(html`<canyu-survey src=${file(seal)} group="resident" mode="paper"></canyu-survey>`);

  it('seals a sheet when it is saved, keeps nothing of it before, and gives its receipt', async () => {
    const typist = await open();
    expect(typist.text).to.contain('录到一半的哪里都不存');
    const sheet = sheetOf(5);
    for (const again of [false, true]) {
      if (again) await typist.keys('1');
      await typist.rows(sheet);
      if (!again) await typist.fill('open-OQ1', '路灯修好了');
      await typist.save();
      await until(() => typist.text.includes(again ? '已录 1 份' : '第二遍'), 'what follows');
      expect(await storedTexts('drafts')).to.have.length(0);
      // The browser asks before a half-typed sheet is lost, and no longer when it is stored.
      const leaving = new Event('beforeunload', { cancelable: true });
      dispatchEvent(leaving);
      expect(leaving.defaultPrevented).to.equal(!again);
    }
    await expectAccessible(typist.element);
    const [text, ...others] = (await storedTexts('responses')).map(String);
    expect(others).to.have.length(0);
    expect(text).not.to.match(/路灯|answers|CY1/);
    const record = JSON.parse(text ?? '') as Sealed;
    expect(typist.text).to.contain(await sealReceipt(record));
    const { responses } = await openSealed([{ record }], keys.evaluator);
    expect(responses[0]).to.include({ mode: 'paper', wave: 'pre', group: 'resident', seconds: 0 });
    expect(responses[0]?.answers).to.deep.equal({ ...answersOf(sheet), OQ1: '路灯修好了' });
    expect(typist.field('number').value).to.equal('2');
  });

  it('deletes what was half typed before the study was sealed', async () => {
    const typist = await open(null);
    typist.field('row-#participate').focus();
    await typist.keys('1101234');
    await until(async () => (await storedTexts('drafts')).length === 1, 'a draft');
    cleanUp();
    const sealed = await open();
    expect(sealed.row('FQ1')).to.equal('');
    expect(await storedTexts('drafts')).to.have.length(0);
  });

  it('hands a sheet that is not stored over sealed', async () => {
    const typist = await open();
    const sheet = sheetOf(6);
    await typist.rows(sheet);
    await typist.save();
    await until(() => typist.text.includes('第二遍'), 'the second time');
    await typist.keys('1');
    await typist.rows(sheet);
    const { click } = HTMLAnchorElement.prototype;
    const { add, put } = IDBObjectStore.prototype;
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: full, put: full });
    HTMLAnchorElement.prototype.click = () => undefined;
    try {
      await typist.save();
      await until(() => typist.text.includes('这一份还没有存好'), 'the failure');
      await typist.press('.nav button:not(.main)');
      const kept = await until(() => typist.root.querySelector('textarea')?.value, 'the file');
      expect(kept).to.contain('canyu-sealed/1').and.not.to.contain('answers');
    } finally {
      Object.assign(IDBObjectStore.prototype, { add, put });
      HTMLAnchorElement.prototype.click = click;
    }
    await typist.press('.nav .main');
    await typist.saved(1);
    expect(await storedTexts('responses')).to.have.length(1);
  });

  it('does not begin with keys that cannot seal, and says why', async () => {
    const element = await fixture<CanyuSurvey>(
      html`<canyu-survey
        src=${file({ recipients: [{ kty: 'EC' }, { kty: 'EC' }] })}
        group="resident"
        mode="paper"
      ></canyu-survey>`,
    );
    await until(() => element.shadowRoot?.querySelector('[role=alert]'), 'the trouble');
    expect(element.shadowRoot?.textContent).to.contain('钥匙');
    expect(element.shadowRoot?.querySelector('form')).to.equal(null);
  });

  it('says on the printed form what sealing means for paper', async () => {
    const form = await fixture<CanyuSurvey>(
      html`<canyu-survey src=${file(keys.study.seal)} group="resident" layout="print"></canyu-survey>`,
    );
    const root = await until(() => form.shadowRoot?.querySelector('.end') && form.shadowRoot, 'the form');
    expect(root.textContent).to.contain('录进电脑的那一刻就加密封存').and.not.to.contain('刷新本页');
  });
});

describe('paper: the printed form', () => {
  afterEach(() => cleanUp());

  const open = async (lang: string, group: Group): Promise<CanyuSurvey> => {
    const element = await fixture<CanyuSurvey>(
      html`<canyu-survey lang=${lang} study="t" wave="pre" group=${group} layout="print"></canyu-survey>`,
    );
    await until(() => element.shadowRoot?.querySelector('.end'), 'the form');
    return element;
  };

  for (const lang of ['zh-Hans', 'en'] as const) {
    for (const group of ['resident', 'official', 'partner'] as const) {
      it(`has every question with the codes of the entry page: ${group}, ${lang}`, async () => {
        const element = await open(lang, group);
        const root = element.shadowRoot!;
        const form = participationTrust.forms.full[group]!;
        const shown = [...root.querySelectorAll<HTMLElement>('[data-item]')];
        const ids = shown.map((item) => item.dataset['item']);
        expect(ids).to.deep.equal([
          ...form.closed,
          ...['G1', 'G2', 'G3', 'G4', 'G5', 'G6'],
          ...form.open,
          ...form.background,
        ]);
        for (const id of [...form.closed, ...form.background]) {
          const item = participationTrust.items.find((one) => one.id === id)!;
          const printed = shown.find(({ dataset }) => dataset['item'] === id)!;
          const signs = [...printed.querySelectorAll('.answer b')].map((sign) => sign.textContent);
          expect(signs.sort()).to.deep.equal(codes(id).sort());
          if (id !== 'LD') expect(printed.textContent).to.contain(textIn(item.prompt[group], lang));
          for (const { label, labelByGroup } of participationTrust.scales[item.scale!]!.points) {
            expect(printed.textContent).to.contain(textIn(labelByGroup?.[group] ?? label, lang));
          }
        }
        if (lang === 'en') expect(root.textContent).not.to.match(/[\u4e00-\u9fff]/u);
        await expectAccessible(element);
      });
    }
  }

  it('has no type under 16 pt, nothing that may break inside an item, and no colour', async () => {
    const element = await open('zh-Hans', 'resident');
    const root = element.shadowRoot!;
    for (const one of root.querySelectorAll<HTMLElement>('.form *')) {
      const style = getComputedStyle(one);
      const [red, green, blue] = style.color.match(/\d+/g)!.map(Number);
      expect([red, green, blue], one.outerHTML.slice(0, 80)).to.deep.equal([0, 0, 0]);
      expect(parseFloat(style.fontSize), one.outerHTML.slice(0, 80)).to.be.at.least((16 * 96) / 72 - 0.01);
    }
    for (const item of root.querySelectorAll('[data-item]'))
      expect(getComputedStyle(item).breakInside).to.equal('avoid');
  });

  it('says on paper what is true of paper', async () => {
    const text = (await open('zh-Hans', 'resident')).shadowRoot!.textContent;
    expect(text).to.contain('录进电脑时马上变成乱码');
    expect(text).to.contain('销毁');
    expect(text).not.to.match(/点“|屏|本页|设备|浏览器/);
  });

  it('takes its rules for the page back when it goes', async () => {
    const before = document.adoptedStyleSheets.length;
    const element = await open('zh-Hans', 'resident');
    expect(document.adoptedStyleSheets.length).to.equal(before + 1);
    element.remove();
    expect(document.adoptedStyleSheets.length).to.equal(before);
  });

  it('prints at the press of the button', async () => {
    const element = await open('zh-Hans', 'official');
    const { print } = window;
    let printed = 0;
    window.print = (): void => {
      printed++;
    };
    element.shadowRoot!.querySelector<HTMLElement>('.toolbar button')!.click();
    window.print = print;
    expect(printed).to.equal(1);
  });
});
