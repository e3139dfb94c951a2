import { expect } from 'chai';
import { html } from 'lit';
import '../../src/define/canyu-desk.js';
import '../../src/define/canyu-export.js';
import '../../src/define/canyu-report.js';
import type { CanyuDesk } from '../../src/elements/desk/canyu-desk.js';
import type { CanyuExport } from '../../src/elements/export/canyu-export.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';
import { responsesFixture } from '../support/results-fixture.js';
import { writeBackup } from '../../src/core/backup/backup.js';
import type { Entry } from '../../src/core/ledger/types.js';
import { copyDesk } from '../../src/elements/desk/copy.js';
import { addRecords } from '../../src/store/import.js';
import { openStore } from '../../src/store/store.js';

let count = 0;
const freshStudy = (): string => `material-${Date.now()}-${count++}`;
const root = (desk: CanyuDesk): ShadowRoot => desk.shadowRoot!;
const text = (desk: CanyuDesk, selector: string): string =>
  (root(desk).querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const find = (desk: CanyuDesk, selector: string, words = ''): HTMLElement | undefined =>
  [...root(desk).querySelectorAll<HTMLElement>(selector)].find((one) => one.textContent.includes(words));
const shown = (desk: CanyuDesk, selector: string, words = '') =>
  until(() => find(desk, selector, words), `${selector} ${words}`, 20_000);
const file = (name: string, content: unknown): File =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name);

/** A desk with the meeting room open. */
async function make(study: string, lang = 'zh-Hans'): Promise<CanyuDesk> {
  const desk = await fixture<CanyuDesk>(html`<canyu-desk lang=${lang} .study=${study}></canyu-desk>`);
  await meeting(desk);
  return desk;
}

async function meeting(desk: CanyuDesk): Promise<void> {
  (await shown(desk, 'nav [data-room=meeting]')).click();
  await shown(desk, '#quote-text');
}

function type(desk: CanyuDesk, id: string, value: string): void {
  const field = root(desk).querySelector<HTMLInputElement>(`#${id}`)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const submit = (desk: CanyuDesk, section: string): void =>
  root(desk).querySelector<HTMLFormElement>(`.${section} form`)!.requestSubmit();

async function addQuote(desk: CanyuDesk, group: string, words: string, english = ''): Promise<void> {
  type(desk, 'quote-group', group);
  type(desk, 'quote-text', words);
  type(desk, 'quote-english', english);
  submit(desk, 'quotes');
  await shown(desk, '.quotes .written', words);
}

async function addStep(desk: CanyuDesk, what: string, who: string, due: string): Promise<void> {
  type(desk, 'step-what', what);
  type(desk, 'step-who', who);
  type(desk, 'step-due', due);
  submit(desk, 'steps');
  await shown(desk, '.steps .written', what);
}

const items = (desk: CanyuDesk, section: string): string[] =>
  [...root(desk).querySelectorAll(`.${section} .written`)].map((item) => item.textContent.replace(/\s+/g, ' ').trim());

describe('canyu-desk: what the report says beside the figures', () => {
  afterEach(cleanUp);

  it('keeps quotes: added, printed first, changed, removed and put back, and there again in a new desk', async () => {
    const study = freshStudy();
    const desk = await make(study);
    expect(items(desk, 'quotes')).to.deep.equal([]);
    await addQuote(desk, 'resident', '第一句');
    await addQuote(desk, 'resident', '第二句', 'The second');
    await addQuote(desk, 'official', '第三句');
    expect(root(desk).querySelector<HTMLTextAreaElement>('#quote-text')!.value).to.equal('');
    expect(items(desk, 'quotes').map((item) => item.includes('印在报告里'))).to.deep.equal([true, false, true]);

    find(desk, '.quotes .written button', '改印这句')!.click();
    await until(() => items(desk, 'quotes')[0]!.includes('第二句'), 'another first');
    expect(items(desk, 'quotes').map((item) => item.includes('印在报告里'))).to.deep.equal([true, false, true]);

    root(desk).querySelector<HTMLElement>('.quotes .written button')!.click();
    const field = root(desk).querySelector<HTMLTextAreaElement>('#quote-text')!;
    await until(() => root(desk).activeElement === field && field.value === '第二句', 'the quote in the form');
    expect(root(desk).querySelector<HTMLTextAreaElement>('#quote-english')!.value).to.equal('The second');
    type(desk, 'quote-text', '改过的第二句');
    submit(desk, 'quotes');
    await shown(desk, '.quotes [role=status]', '已存好');
    expect(items(desk, 'quotes')).to.have.length(3);
    expect(items(desk, 'quotes')[0]).to.contain('改过的第二句');

    root(desk).querySelector<HTMLElement>('.quotes .written button[aria-label^="删"]')!.click();
    const back = await shown(desk, '.quotes .back');
    expect(items(desk, 'quotes')).to.have.length(2);
    await until(() => root(desk).activeElement === back, 'the focus on the way back');
    back.click();
    await until(() => items(desk, 'quotes')[0]?.includes('改过的第二句'), 'the quote where it was');
    cleanUp();

    const again = await make(study, 'en');
    await shown(again, '.quotes .written', 'The second');
    expect(items(again, 'quotes')).to.have.length(3);
  });

  it('warns of what may tell who somebody is, while it is written and afterwards, and stops nobody', async () => {
    const desk = await make(freshStudy());
    type(desk, 'quote-text', '找王主任，电话 13812345678，住 3 号楼');
    await shown(desk, '#quote-warnings', '会变成 ■');
    expect(text(desk, '#quote-warnings')).to.contain('门牌号').and.to.contain('干部');
    type(desk, 'quote-text', '路灯亮了');
    await until(() => text(desk, '#quote-warnings') === '', 'no warning');
    await addQuote(desk, 'resident', '电话 13812345678');
    expect(items(desk, 'quotes')[0]).to.contain('会变成 ■');
  });

  it('keeps next steps as commitments of the ledger: added, done, removed and put back', async () => {
    const study = freshStudy();
    const desk = await make(study);
    await addStep(desk, '装路灯', '物业', '2027-03-01');
    await addStep(desk, '每月开会', '居委会', '2027-01-15');
    expect(items(desk, 'steps')[0]).to.contain('每月开会');
    root(desk).querySelector<HTMLElement>('.steps .written button')!.click();
    await until(() => root(desk).activeElement?.id === 'step-what', 'the form');
    type(desk, 'step-doneOn', '2027-01-10');
    submit(desk, 'steps');
    await shown(desk, '.steps .written', '2027-01-10 已办完');
    expect(items(desk, 'steps')).to.have.length(2);
    root(desk).querySelector<HTMLElement>('.steps .written button[aria-label^="删"]')!.click();
    (await shown(desk, '.steps .back')).click();
    await until(() => items(desk, 'steps').length === 2, 'the step again');
    type(desk, 'step-what', ' ');
    type(desk, 'step-who', '物业');
    type(desk, 'step-due', '2027-03-01');
    submit(desk, 'steps');
    await shown(desk, '.steps [role=alert]', '还没有填全');
    expect(items(desk, 'steps')).to.have.length(2);
    (await shown(desk, 'nav [data-room=gather]')).click();
    await shown(desk, '.here', '台账 2 行');
  });

  it('says when nothing could be stored; what was written stays in the form', async () => {
    const desk = await make(freshStudy());
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function () {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      type(desk, 'quote-text', '不能丢的话');
      submit(desk, 'quotes');
      await shown(desk, '.quotes [role=alert]', '没有存成');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(root(desk).querySelector<HTMLTextAreaElement>('#quote-text')!.value).to.equal('不能丢的话');
    submit(desk, 'quotes');
    await shown(desk, '.quotes .written', '不能丢的话');
  });

  it('takes a file of material, dropped or chosen; the same again adds nothing, rows of other studies stay out', async () => {
    const study = freshStudy();
    const desk = await make(study);
    const row = { schema: 'canyu-entry/1', kind: 'commitment', date: '2026-11-01', due: '2027-01-01', who: '物业' };
    const material = {
      quotes: [
        { group: 'resident', text: { 'zh-Hans': '话算数了', en: 'They listened' } },
        { group: 'nobody', text: 'x' },
      ],
      invited: { resident: { baseline: 180 } },
      entries: [
        { ...row, study, id: `${study}-1`, what: '装扶手' },
        { ...row, study: 'another', id: `${study}-2`, what: '别处的' },
      ],
    };
    await desk.gather([file('material.json', material), file('again.json', material)]);
    await shown(desk, '.file.done .soft', '报告材料');
    const [again, first] = [...root(desk).querySelectorAll('.file')].map((one) => one.textContent);
    for (const words of ['原话新增 1 句', '报告材料更新 1 项', '台账新增 1 行', '有 2 处读不懂'])
      expect(first).to.contain(words);
    for (const words of ['1 句原话已经有了', '台账 1 行已经有了']) expect(again).to.contain(words);
    expect(again).not.to.contain('新增');
    await meeting(desk);
    expect(items(desk, 'quotes')[0]).to.contain('话算数了');
    expect(items(desk, 'steps')[0]).to.contain('装扶手');

    const files = new DataTransfer();
    files.items.add(file('more.json', { quotes: [{ group: 'official', text: '下回早点说' }] }));
    const input = root(desk).querySelector<HTMLInputElement>('#material-file')!;
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await shown(desk, '.material > [role=status]', 'more.json：原话新增 1 句');
    await shown(desk, '.quotes .written', '下回早点说');
  });

  it('copies of a ledger row that was replaced only the newest, so that the old one cannot come back with the copy', async () => {
    const study = freshStudy();
    const store = openStore();
    const row = (what: string): Entry => ({
      schema: 'canyu-entry/1',
      id: `row-${study}`,
      study,
      kind: 'commitment',
      date: '2027-01-01',
      what,
      who: '居委会',
      due: '2027-03-01',
    });
    const records = { responses: [], sealed: [], aside: [] };
    await addRecords(store, { ...records, entries: [row('修路灯')] });
    await addRecords(store, { ...records, entries: [row('修路灯和长椅')], replace: true });
    const { blob, count: lines, leftOut } = await copyDesk(store, study, '2027-01-01', () => undefined);
    const copied = await blob.text();
    expect(copied).to.contain('修路灯和长椅').and.not.to.contain('修路灯"');
    expect([lines, leftOut]).to.deep.equal([1, 1]);
    store.close();
  });

  it('does not take material where no study is open', async () => {
    const desk = await fixture<CanyuDesk>(html`<canyu-desk lang="zh-Hans"></canyu-desk>`);
    await desk.gather([file('material.json', { quotes: [{ group: 'resident', text: '话' }] })]);
    await shown(desk, '.file.refused', '请先打开一项调查');
  });

  it('shows quotes and next steps in the report and hands them to the files at once, and axe finds nothing', async () => {
    const study = freshStudy();
    const desk = await fixture<CanyuDesk>(html`<canyu-desk lang="zh-Hans" .study=${study}></canyu-desk>`);
    const responses = responsesFixture(study, { resident: [12, 12], official: [11, 11] });
    const header = { study, device: '平板', createdAt: '2026-11-24' };
    const backup = await writeBackup({ ...header, records: responses }, crypto.subtle);
    await desk.gather([file('a.ndjson', backup.join('\n'))]);
    await meeting(desk);
    const report = () => root(desk).querySelector('canyu-report');
    const paper = (): string => report()?.shadowRoot?.textContent ?? '';
    await until(() => paper().includes('还没有选定原话'), 'the report', 60_000);
    const before = report();
    await addQuote(desk, 'resident', '电话 13812345678，有事找我');
    await until(() => paper().includes('电话 ■，有事找我'), 'the quote on paper', 20_000);
    await addStep(desk, '给楼道装灯', '物业', '2027-03-01');
    await until(() => paper().includes('给楼道装灯'), 'the step on paper', 20_000);
    expect(report()).to.equal(before);
    const menu = root(desk).querySelector('canyu-export') as CanyuExport;
    expect(menu.material).to.deep.equal({ quotes: [{ group: 'resident', text: '电话 13812345678，有事找我' }] });
    await expectAccessible(desk);
    for (const button of root(desk).querySelectorAll<HTMLElement>(
      '.material :is(button, input:not([type=file]), .choose, select, textarea)',
    )) {
      const { height, width } = button.getBoundingClientRect();
      expect(Math.round(height), button.outerHTML).to.be.at.least(48);
      expect(Math.round(width), button.outerHTML).to.be.at.least(48);
    }
  }).timeout(90_000);
});
