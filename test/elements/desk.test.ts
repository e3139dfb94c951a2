import { expect } from 'chai';
import { html } from 'lit';
import { splitQrChunks } from '../../src/core/backup/qr-chunks.js';
import { writeBackup } from '../../src/core/backup/backup.js';
import { defaultStudy } from '../../src/core/study/default.js';
import '../../src/define/canyu-desk.js';
import type { CanyuDesk } from '../../src/elements/desk/canyu-desk.js';
import { makeSealKeys } from '../../src/seal/keys.js';
import { sealResponse } from '../../src/seal/seal.js';
import { removeResponses } from '../../src/store/responses.js';
import { openStore } from '../../src/store/store.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';
import { responsesFixture } from '../support/results-fixture.js';

const ROOMS = ['gather', 'check', 'results', 'meeting', 'publish'];
const PASSPHRASE = 'four words for a test';

let count = 0;
/** Each test has a study of its own: all of them share the database of this page. */
const freshStudy = (): string => `desk-${Date.now()}-${count++}`;

const make = (study: string | undefined, lang = 'zh-Hans') =>
  fixture<CanyuDesk>(html`<canyu-desk lang=${lang} .study=${study}></canyu-desk>`);
const root = (desk: CanyuDesk): ShadowRoot => desk.shadowRoot!;
const text = (desk: CanyuDesk, selector = '.desk'): string =>
  (root(desk).querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const find = (desk: CanyuDesk, selector: string, words = ''): HTMLElement | undefined =>
  [...root(desk).querySelectorAll<HTMLElement>(selector)].find((one) => one.textContent.includes(words));
const shown = (desk: CanyuDesk, selector: string, words = '') =>
  until(() => find(desk, selector, words), `${selector} ${words}`, 20_000);

const backup = async (study: string, records: readonly unknown[], device = '平板 2'): Promise<string> =>
  (await writeBackup({ study, device, createdAt: '2026-11-24', records }, crypto.subtle)).join('\n');
const file = (name: string, content: BlobPart): File => new File([content], name);

async function room(desk: CanyuDesk, name: string): Promise<void> {
  find(desk, `nav [data-room=${name}]`)?.click();
  await shown(desk, `section[data-room=${name}]`);
}

describe('canyu-desk', () => {
  afterEach(cleanUp);

  it('takes files that are dropped anywhere on it, and tells what became of each and of all', async () => {
    const study = freshStudy();
    const desk = await make(study);
    const responses = responsesFixture(study, { resident: [3, 2] });
    const files = new DataTransfer();
    files.items.add(file('a.ndjson', await backup(study, responses.slice(0, 3))));
    files.items.add(file('b.ndjson', await backup(study, responses.slice(2))));
    const heard = new Promise<CustomEvent>((resolve) =>
      desk.addEventListener('canyu-gather', resolve as EventListener),
    );
    root(desk)
      .querySelector('nav')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, composed: true, cancelable: true }));
    expect((await heard).detail).to.deep.equal({ study, added: 5 });
    await desk.updateComplete;
    expect(text(desk, '.total')).to.equal('一共 2 个文件；新收 5 份；1 份已经有了。');
    await shown(desk, '.holdings', '3');
    expect([...root(desk).querySelectorAll('.holdings td')].map((cell) => cell.textContent)).to.deep.equal([
      '3',
      '3',
      '2',
      '2',
    ]);
  });

  it('opens the study of the first file where it has none, and lists the studies that are here', async () => {
    const study = freshStudy();
    const desk = await make(undefined);
    expect(text(desk)).to.contain('还没有选定调查');
    await desk.gather([
      file(
        'study.json',
        JSON.stringify({ ...defaultStudy(study), title: { 'zh-Hans': '修路灯', en: 'Street lights' } }),
      ),
    ]);
    await shown(desk, 'h2', '修路灯');
    cleanUp();
    const other = await make(undefined, 'en');
    (await shown(other, 'ul.plain button', study)).click();
    await shown(other, 'h2', 'Street lights');
  });

  it('computes with the instrument of the site once its file was gathered', async () => {
    const id = freshStudy();
    const instrument = (await (await fetch('/demo/data/own-instrument.json')).json()) as {
      id: string;
      version: string;
    };
    const own = { ...defaultStudy(id), instrument: `${instrument.id}@${instrument.version}` };
    const desk = await make(id);
    await desk.gather([file('study.json', JSON.stringify(own))]);
    await room(desk, 'results');
    const card = (): string => root(desk).querySelector('canyu-change-index')?.shadowRoot?.textContent ?? '';
    await until(() => card().includes('本页没有这项调查用的问卷'), 'a question for the instrument');
    await desk.gather([file('own.json', JSON.stringify(instrument))]);
    await shown(desk, '.file.instrument', '问卷已存好');
    await room(desk, 'results');
    await until(() => card().includes('还没有回答'), 'the instrument in use');
  });

  it('asks before it keeps the file of another study', async () => {
    const study = freshStudy();
    const desk = await make(study);
    await desk.gather([file('study.json', JSON.stringify(defaultStudy(`${study}-y`)))]);
    await shown(desk, '.file.asking', `另一项调查（${study}-y）`);
    expect(text(desk)).to.not.contain('调查设置已换上');
    find(desk, '.file.asking button', '另存着')!.click();
    await shown(desk, '.file.study', '不算进这里的结果');
  });

  it('asks before it takes what is cut off or of another study; nothing is stored before', async () => {
    const study = freshStudy();
    const desk = await make(study, 'en');
    const responses = responsesFixture(study, { resident: [6, 0] });
    const whole = await backup(study, responses);
    const other = responsesFixture(`${study}-x`, { resident: [2, 0] });
    await desk.gather([
      file('cut.txt', whole.slice(0, whole.length * 0.6)),
      file('other.txt', await backup(`${study}-x`, other)),
    ]);
    await desk.updateComplete;
    expect(text(desk, '.total')).to.equal('2 files; 2 waiting for your decision.');
    expect(text(desk)).to.contain('it should hold 6 sheets').and.to.contain(`another study (${study}-x)`);
    expect(root(desk).querySelector('.holdings')).to.equal(null);
    find(desk, '.file.asking button', 'Take what is whole')!.click();
    await shown(desk, '.file.done', '3 new');
    expect(text(desk, '.file.done')).to.contain('not whole');
    find(desk, '.file.asking button', 'Take it too')!.click();
    await shown(desk, '.file.done', 'kept apart');
    expect(text(desk, '.holdings')).to.contain('3');
    const store = openStore();
    expect(
      await removeResponses(
        store,
        `${study}-x`,
        other.map(({ id }) => id),
      ),
    ).to.equal(2);
    store.close();
  });

  it('keeps a file that could not be stored, says so, and tries again', async () => {
    const study = freshStudy();
    const desk = await make(study);
    const put = IDBObjectStore.prototype.put;
    const content = await backup(study, responsesFixture(study, { resident: [4, 0] }));
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await desk.gather([file('a.ndjson', content)]);
      await shown(desk, '.file.failed', '代码：quota');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(root(desk).querySelector('.holdings')).to.equal(null);
    find(desk, '.file.failed button')!.click();
    await shown(desk, '.file.done', '新收 4 份');
  });

  it('reads text scanned from QR codes, and says which are missing until they are there', async () => {
    const study = freshStudy();
    const desk = await make(study);
    const chunks = splitQrChunks(await backup(study, responsesFixture(study, { resident: [2, 0] })));
    expect(chunks.length).to.be.greaterThan(2);
    const field = root(desk).querySelector<HTMLTextAreaElement>('#pasted')!;
    const send = (): void => field.form!.requestSubmit();
    field.value = chunks.slice(0, -1).join('\n');
    send();
    await shown(desk, '.file.refused', `还缺二维码：${chunks.length}/${chunks.length}`);
    expect(field.value).to.not.equal('');
    field.value += `\n${chunks.at(-1)!}`;
    send();
    await shown(desk, '.file.done', '新收 2 份');
    await until(() => field.value === '', 'an empty field');
  });

  it('keeps sealed sheets without the key, opens them with it, and forgets the key when told', async () => {
    const study = freshStudy();
    const keys = await makeSealKeys({ passphrase: PASSPHRASE });
    const responses = responsesFixture(study, { resident: [3, 0] });
    const sealed = [];
    for (const response of responses)
      sealed.push(await sealResponse(response, { seal: { recipients: keys.recipients } }));
    const desk = await make(study, 'en');
    await desk.gather([file('sealed.ndjson', await backup(study, sealed))]);
    await shown(desk, '.seal', '3 sealed sheets have not been opened');
    expect(text(desk, '.here')).to.contain('No answers yet').and.to.contain('3 more are still sealed');
    await desk.gather([file('key.json', keys.recovery.text)]);
    const enter = async (words: string): Promise<void> => {
      const field = (await shown(desk, '#passphrase')) as HTMLInputElement;
      expect(field.type).to.equal('password');
      field.value = words;
      field.form!.requestSubmit();
    };
    await enter('something quite different');
    await shown(desk, '.seal [role=alert]', 'not the passphrase');
    await enter(keys.recovery.passphrase);
    await shown(desk, '.seal li', '3 opened');
    await shown(desk, '.holdings', '3');
    expect(text(desk, '.seal')).to.contain('The recovery key is at hand');
    find(desk, '.seal button', 'Put the key away')!.click();
    await until(() => !text(desk, '.seal').includes('at hand'), 'no key');
  }).timeout(60_000);

  it('stops opening when told: what was opened is stored, the rest is opened later', async () => {
    const study = freshStudy();
    const keys = await makeSealKeys({ passphrase: PASSPHRASE });
    const all = 450;
    const sealed = [];
    for (const response of responsesFixture(study, { resident: [all, 0] })) {
      sealed.push(await sealResponse(response, { seal: { recipients: keys.recipients } }));
    }
    const desk = await make(study, 'en');
    await desk.gather([file('s.ndjson', await backup(study, sealed)), file('key.json', keys.evaluator.text)]);
    const field = (await shown(desk, '#passphrase')) as HTMLInputElement;
    field.value = PASSPHRASE;
    field.form!.requestSubmit();
    await until(() => root(desk).querySelector('progress'), 'progress');
    find(desk, '.seal button', 'Stop')!.click();
    await shown(desk, '.seal li', 'Stopped');
    (await shown(desk, '.seal button', 'Open the sealed sheets')).click();
    await shown(desk, '.holdings', String(all));
    expect(text(desk, '.seal')).to.not.contain('Stopped').and.to.not.contain('have not been opened');
  }).timeout(90_000);

  it('is worked by keyboard: the rooms take the focus to their headings', async () => {
    const desk = await make(freshStudy());
    for (const name of ROOMS) {
      const button = find(desk, `nav [data-room=${name}]`)!;
      button.focus();
      button.click();
      await shown(desk, `section[data-room=${name}]`);
      await until(() => root(desk).activeElement?.id === 'room', 'the heading');
      expect(button.getAttribute('aria-current')).to.equal('step');
    }
    await room(desk, 'gather');
    const reached = [...root(desk).querySelectorAll<HTMLElement>('input, summary, button')].filter(
      (one) => one.tabIndex >= 0,
    );
    expect(reached.map(({ id }) => id)).to.include.members(['files', 'copy']);
  });

  it('gives axe nothing to find, in both languages, light and dark, in every room, with every kind of file in the list', async () => {
    const study = freshStudy();
    const keys = await makeSealKeys({ passphrase: PASSPHRASE });
    const responses = responsesFixture(study, { resident: [12, 12], official: [11, 11] });
    const whole = await backup(study, responses);
    const sealed = await sealResponse(
      { ...responses[0]!, id: 'sealed-one' },
      { seal: { recipients: keys.recipients } },
    );
    for (const [lang, scheme] of [
      ['zh-Hans', 'light'],
      ['en', 'dark'],
    ] as const) {
      document.documentElement.style.setProperty('color-scheme', scheme);
      const desk = await make(study, lang);
      await desk.gather([
        file('a.ndjson', whole),
        file('cut.ndjson', whole.slice(0, whole.length / 2)),
        file('note.txt', 'ten sheets today'),
        file('sealed.json', JSON.stringify(sealed)),
        file('rows.csv', '种类,日期,名称,事件类型\n事件,昨天,x,参观\n事件,2026-01-02,x,参观'),
        file('key.json', keys.evaluator.text),
      ]);
      await shown(desk, '#passphrase');
      await expectAccessible(desk);
      for (const name of ROOMS.slice(1)) {
        await room(desk, name);
        await until(() => !root(desk).querySelector('[aria-busy]'), 'the room');
        await expectAccessible(desk);
      }
      cleanUp();
    }
    document.documentElement.style.removeProperty('color-scheme');
  }).timeout(90_000);
});
