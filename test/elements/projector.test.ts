import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { parseResults } from '../../src/core/change/parse.js';
import type { Results } from '../../src/core/change/types.js';
import type { SuggestionEntry } from '../../src/core/ledger/types.js';
import type { CanyuReport } from '../../src/elements/report/canyu-report.js';
import '../../src/define/canyu-report.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';

const inside = (report: CanyuReport) => report.shadowRoot!;
const one = (report: CanyuReport, selector: string) => inside(report).querySelector<HTMLElement>(selector);
const input = (report: CanyuReport, selector: string) => inside(report).querySelector<HTMLInputElement>(selector)!;
const heading = (report: CanyuReport) => one(report, '#heading')?.textContent.trim() ?? '';
const count = (report: CanyuReport) => one(report, '.count')?.textContent.trim() ?? '';
const button = (report: CanyuReport, value: string) =>
  inside(report).querySelector<HTMLButtonElement>(`button[value="${value}"]`)!;
const said = (report: CanyuReport) => inside(report).querySelector('.slide')!.textContent.replace(/\s+/g, ' ');

const suggestion = (id: string, more: Partial<SuggestionEntry>): SuggestionEntry => ({
  schema: 'canyu-entry/1',
  id,
  study: 'yuqian-2026',
  date: '2026-03-14',
  kind: 'suggestion',
  text: `suggestion ${id}`,
  status: 'declined',
  ...more,
});
const ENTRIES = [
  suggestion('1', { text: '把空地改成停车场', reason: '空地是规划绿地', reportedBackOn: '2026-04-10' }),
  suggestion('2', { text: '给整栋楼装电梯' }),
  suggestion('3', { status: 'adopted', doneOn: '2026-07-01', reportedBackOn: '2026-04-10' }),
];

async function read(name = 'results'): Promise<Results> {
  const parsed = parseResults(await (await fetch(`/demo/data/${name}.json`)).json());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

async function open(lang = 'zh-Hans', results?: Results): Promise<CanyuReport> {
  const report = await fixture<CanyuReport>(
    html`<canyu-report
      layout="projector"
      lang=${lang}
      .results=${results ?? (await read())}
      .entries=${ENTRIES}
    ></canyu-report>`,
  );
  await until(() => count(report), 'the first page');
  return report;
}

/** Turns to the first page of this kind. */
async function turnTo(report: CanyuReport, selector: string): Promise<void> {
  await until(async () => {
    if (one(report, selector)) return true;
    await press(report, 'PageDown');
    return false;
  }, selector);
  await report.updateComplete;
}

async function press(report: CanyuReport, key: string): Promise<void> {
  await sendKeys({ press: key });
  await report.updateComplete;
}

function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const numberOf = (report: CanyuReport) => Number(count(report).split('/')[0]);

/** WebKit allows a hundred changes of the address in ten seconds, which the pages of these tests use up. */
function clearAddress(): void {
  try {
    history.replaceState(null, '', location.pathname + location.search);
  } catch {
    location.hash = '';
  }
}

describe('<canyu-report layout="projector">', () => {
  beforeEach(clearAddress);
  afterEach(() => {
    cleanUp();
    clearAddress();
  });

  it('turns pages by the keys of a keyboard and of a clicker, wherever the focus is', async () => {
    const report = await open();
    expect(numberOf(report)).to.equal(1);
    for (const [key, at] of [
      ['ArrowRight', 2],
      ['ArrowDown', 3],
      [' ', 4],
      ['PageDown', 5],
      ['ArrowLeft', 4],
      ['ArrowUp', 3],
      ['PageUp', 2],
      ['Home', 1],
      ['ArrowLeft', 1],
    ] as const) {
      await press(report, key);
      expect(numberOf(report), key).to.equal(at);
    }
    await press(report, 'End');
    const last = numberOf(report);
    expect(count(report)).to.equal(`${last} / ${last}`);
    await press(report, 'ArrowRight');
    expect(numberOf(report)).to.equal(last);
    expect(location.hash).to.equal(`#${last}`);
  });

  it('jumps to a step by its digit, and says where it is', async () => {
    const report = await open('en');
    await press(report, '3');
    const step = inside(report).querySelector('[aria-current="step"]')!;
    expect(step.getAttribute('aria-label')).to.equal('3 Gaps');
    const live = inside(report).querySelector('.deck > .visually-hidden')!.textContent;
    expect(live).to.equal(`Page ${numberOf(report)} of ${count(report).split('/')[1]!.trim()}: ${heading(report)}`);
    await press(report, '0');
    expect(numberOf(report)).to.equal(1);
  });

  it('has a button for everything that keys do, at least 48 px', async () => {
    const report = await open();
    button(report, 'next').click();
    await report.updateComplete;
    expect(numberOf(report)).to.equal(2);
    button(report, 'back').click();
    await report.updateComplete;
    expect(numberOf(report)).to.equal(1);
    button(report, 'step-5').click();
    await report.updateComplete;
    expect(heading(report)).to.equal('今天定三件事');
    for (const each of inside(report).querySelectorAll<HTMLElement>('.bar button')) {
      if (!each.checkVisibility()) continue;
      const { width, height } = each.getBoundingClientRect();
      expect(Math.min(width, height), each.textContent).to.be.at.least(48);
    }
  });

  it('leaves keys to fields and sliders, but not those of a clicker', async () => {
    const report = await open();
    await press(report, '1');
    const field = input(report, 'input.big[data-side=resident]');
    field.focus();
    for (const key of ['ArrowLeft', ' ', 'b', 'Home']) await press(report, key);
    expect(numberOf(report)).to.equal(2);
    expect(one(report, '.black')).to.equal(null);
    const slider = input(report, 'input[type=range][data-side=resident]');
    slider.focus();
    await press(report, 'ArrowRight');
    expect(numberOf(report)).to.equal(2);
    expect(field.value).to.equal('51');
    await press(report, 'PageDown');
    expect(numberOf(report)).to.equal(3);
  });

  it('takes guesses by digits, and shows nothing measured before the next page', async () => {
    const report = await open();
    await press(report, 'ArrowRight');
    const results = await read();
    const official = results.groups.official!.index as unknown as { endline: { mean: number } };
    const measured = official.endline.mean.toFixed(1);
    expect(said(report)).to.not.contain(measured);
    await sendKeys({ type: '5' });
    await sendKeys({ type: '8' });
    await report.updateComplete;
    expect(numberOf(report)).to.equal(2);
    await press(report, 'PageDown');
    expect(said(report))
      .to.contain('58 分')
      .and.to.contain(`${measured} 分`)
      .and.to.contain(`相差 ${Math.abs(58 - Number(measured)).toFixed(1)} 分`);
    expect(said(report)).to.contain('没有填');
  });

  it('asks again for a guess that is no number from 0 to 100', async () => {
    const report = await open();
    await press(report, 'ArrowRight');
    const field = input(report, 'input.big[data-side=official]');
    type(field, '140');
    await report.updateComplete;
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(said(report)).to.contain('请填 0 到 100 的整数');
    await press(report, 'PageDown');
    expect(said(report)).to.not.contain('140');
  });

  it('shows no hidden score, whatever is guessed, and no index of a hidden group', async () => {
    const whole = await read();
    const hidden = { suppressed: true, why: 'n<5' } as const;
    const report = await open('zh-Hans', {
      ...whole,
      groups: { ...whole.groups, official: { index: hidden, domains: hidden, constructs: hidden } },
      gaps: Object.fromEntries(
        Object.keys(whole.gaps).map((id) => [id, { baseline: hidden, endline: hidden, didChange: hidden }]),
      ),
    });
    await press(report, 'ArrowRight');
    type(input(report, 'input.big[data-side=resident]'), '60');
    await report.updateComplete;
    await press(report, 'PageDown');
    expect(said(report)).to.contain('60 分').and.to.contain('不显示');
    const { endline } = whole.groups.official!.index as unknown as { endline: { mean: number } };
    expect(said(report)).to.not.contain(endline.mean.toFixed(1));
    expect(inside(report).querySelectorAll('.track')).to.have.length(1);
    await turnTo(report, '.weights');
    const row = [...inside(report).querySelectorAll('.weights .figure.official')].map((cell) => cell.textContent);
    expect(row.slice(1).every((text) => text.includes('不显示'))).to.equal(true);
    await turnTo(report, '.asks');
    expect(said(report)).to.not.match(/\d+\.\d/);
  });

  it('weighs anew as sliders move, says that it is an estimate, and comes back', async () => {
    const report = await open();
    await turnTo(report, '.weights');
    const total = () => one(report, '.total .figure.resident strong')!.textContent;
    const before = total();
    const results = await read();
    const { change } = results.groups.resident!.index as unknown as { change: { estimate: number } };
    expect(before).to.equal(`+${change.estimate.toFixed(1)}`);
    for (const id of ['CJ', 'PR', 'TR', 'RC', 'GV']) type(input(report, `input[data-id=${id}]`), '0');
    await report.updateComplete;
    const resident = results.groups.resident!.constructs as unknown as Record<string, { change: { estimate: number } }>;
    expect(total()).to.equal(`约 +${resident['CY']!.change.estimate.toFixed(1)}`);
    expect(said(report)).to.contain('算不出区间').and.to.contain(`${before}（`);
    type(input(report, 'input[data-id=CY]'), '0');
    await report.updateComplete;
    expect(total()).to.equal('不显示');
    one(report, '.total button')!.click();
    await report.updateComplete;
    expect(total()).to.equal(before);
  });

  it('reads out suggestions that were not taken up, one at a time, with the reason or its want', async () => {
    const report = await open();
    await turnTo(report, '.suggestion');
    expect(said(report)).to.contain('把空地改成停车场').and.to.contain('空地是规划绿地');
    await press(report, 'PageDown');
    expect(said(report)).to.contain('给整栋楼装电梯').and.to.contain('理由还没有写下来').and.to.contain('还没有回话');
    await press(report, 'PageDown');
    expect(one(report, '.agreed')).to.not.equal(null);
  });

  it('saves whole next steps as ledger rows, says what is missing, and warns before they are lost', async () => {
    const report = await open();
    await turnTo(report, '.agreed');
    const leave = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).to.equal(false);
    const field = (name: string) => input(report, `input[name="${name}"]`);
    type(field('what-0'), '阅览室开门');
    type(field('who-0'), '街道办');
    await report.updateComplete;
    expect(leave()).to.equal(true);
    const save = one(report, '.save button')!;
    save.click();
    await report.updateComplete;
    expect(said(report)).to.contain('第 1 件还差：哪天做完');
    type(field('due-0'), '2026-12-31');
    let file: Blob | undefined;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => make((file = blob as Blob));
    // A real download opens a panel in Firefox, which keeps all keys to itself from then on.
    HTMLAnchorElement.prototype.click = () => undefined;
    try {
      save.click();
    } finally {
      URL.createObjectURL = make;
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    await report.updateComplete;
    const row = JSON.parse((await file!.text()).trim());
    expect(row).to.include({ schema: 'canyu-entry/1', kind: 'commitment', study: 'yuqian-2026', what: '阅览室开门' });
    expect(row).to.include({ who: '街道办', due: '2026-12-31' });
    expect(said(report)).to.contain('1 件已存进');
    expect(leave()).to.equal(false);
  });

  it('goes black and comes back without turning the page', async () => {
    const report = await open();
    await press(report, 'ArrowRight');
    await press(report, 'b');
    expect(one(report, '.black')).to.not.equal(null);
    await press(report, 'ArrowRight');
    expect(one(report, '.black')).to.equal(null);
    expect(numberOf(report)).to.equal(2);
  });

  it('lists its keys, and takes none while the list is open', async () => {
    const report = await open('en');
    button(report, 'help').click();
    const dialog = inside(report).querySelector('dialog')!;
    expect(dialog.open).to.equal(true);
    await press(report, 'PageDown');
    expect(numberOf(report)).to.equal(1);
    await press(report, 'Escape');
    expect(dialog.open).to.equal(false);
  });

  it('shows the table of a chart in its place', async () => {
    const report = await open();
    await turnTo(report, 'canvas');
    const name = one(report, 'canvas')!.getAttribute('aria-label')!;
    expect(name).to.contain('横轴是走形式');
    await press(report, 't');
    expect(one(report, 'canvas')).to.equal(null);
    expect(inside(report).querySelectorAll('tbody tr').length).to.be.greaterThan(3);
    button(report, 'table').click();
    await report.updateComplete;
    expect(one(report, 'canvas')).to.not.equal(null);
  });

  it('opens results and the list of suggestions from files, and refuses others by name', async () => {
    const report = await fixture<CanyuReport>(html`<canyu-report layout="projector" lang="en"></canyu-report>`);
    await until(() => one(report, 'input[type=file]'), 'a field for files');
    const give = async (...files: File[]) => {
      const data = new DataTransfer();
      for (const file of files) data.items.add(file);
      const field = input(report, 'input[type=file]');
      field.files = data.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await report.updateComplete;
    };
    await give(new File(['hello'], 'letter.txt'));
    await until(() => inside(report).textContent.includes('“letter.txt” could not be read'), 'the refusal');
    const results = await (await fetch('/demo/data/published.json')).text();
    const lines = `${JSON.stringify(ENTRIES[0])}\n{"half":\n`;
    await give(new File([results], 'results.json'), new File([lines], 'list.ndjson'));
    await until(() => count(report), 'the first page');
    expect(said(report)).to.contain('Opened: results.json').and.to.contain('1 rows of the list could not be read');
    await turnTo(report, '.suggestion');
    expect(said(report)).to.contain('把空地改成停车场');
  });

  for (const lang of ['zh-Hans', 'en']) {
    it(`is accessible on every page (${lang})`, async function () {
      this.timeout(120_000);
      const report = await open(lang);
      const pages = Number(count(report).split('/')[1]);
      for (let at = 1; at <= pages; at++) {
        await expectAccessible(report);
        expect(said(report)).to.not.match(/undefined|NaN|\[object|null/);
        await press(report, 'PageDown');
      }
    });
  }
});
