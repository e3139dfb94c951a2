import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, until } from '../support/fixture.js';
import { forgetEverything, storedResponses, storedTexts, SurveyDriver } from '../support/survey-driver.js';

const code = { G1: '王', G2: '3', G3: '14', G4: '2', G5: '32', G6: '2' };

describe('<canyu-survey>', () => {
  beforeEach(() => forgetEverything());
  afterEach(() => {
    cleanUp();
    document.documentElement.lang = '';
  });

  describe('consent', () => {
    it('ticks no box beforehand and does not start without the two required ones', async () => {
      const survey = await SurveyDriver.open();
      const boxes = survey.all<HTMLInputElement>('input[type=checkbox]');
      expect(boxes.map((box) => [box.name, box.checked])).to.deep.equal([
        ['participate', false],
        ['process', false],
        ['link', false],
      ]);
      await survey.press('input[name=participate]');
      await survey.next();
      expect(survey.text).to.contain('前两个方框里打勾');
      expect(survey.all('input[type=radio]')).to.have.length(0);
      await expectAccessible(survey.element);
      expect(await storedTexts('drafts').catch(() => [])).to.have.length(0);
    });

    it('speaks formally to officials and plainly to residents, in both languages', async () => {
      const official = await SurveyDriver.open(
        html`<canyu-survey study="t" wave="pre" group="official"></canyu-survey>`,
      );
      expect(official.text).to.contain('本人知悉并同意参加');
      const english = await SurveyDriver.open(html`<canyu-survey lang="en" study="t" group="resident"></canyu-survey>`);
      expect(english.text).to.contain('I am 18 or older');
      expect(english.text).not.to.match(/[\u4e00-\u9fff]/u);
    });
  });

  it('stores what was answered, exactly, and shows nothing of it at the end', async () => {
    const survey = await SurveyDriver.open();
    await survey.consent();
    await survey.goTo('link', (item) => (item === 'CY1' ? 'pns' : item === 'CJ1' ? 'dk' : item === 'LD' ? 4 : 2));
    await survey.code(code);
    await survey.goTo('review', () => 1);
    await survey.handIn();
    await until(() => survey.text.includes('答卷已经存好'), 'saved');
    expect(survey.all('input')).to.have.length(0);
    const [response, ...others] = await storedResponses();
    expect(others).to.have.length(0);
    expect(response).to.include({
      schema: 'canyu-response/1',
      study: 't',
      instrument: 'participation-trust@1.0.0',
      wave: 'pre',
      group: 'resident',
      form: 'full',
      mode: 'self',
      locale: 'zh-Hans',
      device: 'own',
    });
    expect(response?.answers).to.include({ CY1: 'pns', CJ1: 'dk', LD: 4, CY2: 2, DM1: 1, FQ1: 2 });
    expect(Object.keys(response?.answers ?? {})).to.have.length(32);
    expect(response?.link).to.have.length(7);
    for (const token of response?.link ?? []) expect(token).to.match(/^[0-9a-f]{32}$/);
    expect(response?.date).to.match(/^\d{4}-\d\d-\d\d$/);
    expect(response?.consent.hash).to.match(/^[0-9a-f]{64}$/);
    expect(await storedTexts('drafts')).to.have.length(0);
  });

  it('keeps no raw answer of the linking code anywhere', async () => {
    const survey = await SurveyDriver.open();
    await survey.consent();
    await survey.goTo('link');
    await survey.code({ ...code, G1: '欧' });
    await survey.goTo('OQ2');
    await until(async () => (await storedTexts('drafts')).length === 1, 'a draft');
    const everything = [...(await storedTexts('drafts')), JSON.stringify(Object.entries(localStorage))].join();
    expect(everything).not.to.contain('欧');
    expect(everything).not.to.contain('"G1"');
  });

  it('lets people leave out the code, say that they do not know, and skip any question', async () => {
    const survey = await SurveyDriver.open();
    await survey.consent();
    await survey.next();
    await survey.goTo('link');
    await survey.pressText('不留了，跳过这一步');
    await survey.goTo('review');
    expect(survey.text).to.contain('没有留');
    await survey.handIn();
    await until(() => survey.text.includes('答卷已经存好'), 'saved');
    const [response] = await storedResponses();
    expect(response?.link).to.equal(null);
    expect(response?.answers).not.to.have.property('FQ1');
  });

  it('makes no code when two answers are unknown, and says so', async () => {
    const survey = await SurveyDriver.open();
    await survey.consent();
    await survey.goTo('link');
    await survey.code({ ...code, G1: '?', G4: '?' });
    await until(() => survey.text.includes('这次就不留码了'), 'the explanation');
    await survey.next();
    await survey.goTo('review');
    expect(survey.text).to.contain('没有留');
  });

  it('goes back without losing an answer, and changes one from the review', async () => {
    const survey = await SurveyDriver.open();
    await survey.consent(false);
    await survey.goTo('LD', () => 3);
    await survey.pressText('上一题');
    expect(survey.item).to.equal('FQ4');
    expect(survey.radios.find(({ checked }) => checked)?.value).to.equal('3');
    await survey.goTo('review', (item) => (item.startsWith('DM') ? 1 : 3));
    await survey.press('button[value=CY1]');
    expect(survey.item).to.equal('CY1');
    await survey.choose(5);
    await survey.pressText('回到检查页');
    expect(survey.atReview).to.equal(true);
    await survey.handIn();
    await until(() => survey.text.includes('答卷已经存好'), 'saved');
    const [response] = await storedResponses();
    expect(response?.answers['CY1']).to.equal(5);
    expect(response?.answers['FQ4']).to.equal(3);
  });

  it('masks a phone number in an open answer before it is stored', async () => {
    const survey = await SurveyDriver.open();
    await survey.consent(false);
    await survey.goTo('OQ1');
    const area = survey.all<HTMLTextAreaElement>('textarea')[0]!;
    area.value = '找张书记，电话13912345678';
    area.dispatchEvent(new Event('input'));
    area.dispatchEvent(new Event('change'));
    await survey.settle();
    expect(survey.text).to.contain('已经自动遮住');
    expect(survey.text).to.contain('只写事、不写人');
    await expectAccessible(survey.element);
    await survey.goTo('review');
    await survey.handIn();
    await until(() => survey.text.includes('答卷已经存好'), 'saved');
    const [response] = await storedResponses();
    expect(response?.answers['OQ1']).to.equal('找张书记，电话■');
  });

  describe('on a person’s own device', () => {
    it('offers a half-finished sheet after a reload and goes on where it stopped', async () => {
      const before = await SurveyDriver.open();
      await before.consent();
      await before.goTo('CJ1', () => 4);
      await until(
        async () => (await storedTexts('drafts')).some((text) => String(text).includes('"PR1":4')),
        'the draft',
      );
      cleanUp();
      const after = await SurveyDriver.open();
      expect(after.heading).to.equal('上次的问卷还没答完');
      await expectAccessible(after.element);
      await after.press('button.main');
      await until(() => after.item === 'CJ1', 'the question where it stopped');
      await after.goTo('link', () => 4);
      await after.pressText('不留了，跳过这一步');
      await after.goTo('review', () => 1);
      await after.handIn();
      await until(() => after.text.includes('答卷已经存好'), 'saved');
      expect(await storedResponses()).to.have.length(1);
      expect((await storedResponses())[0]?.answers['FQ1']).to.equal(4);
    });

    it('clears it when it is somebody else’s', async () => {
      const before = await SurveyDriver.open();
      await before.consent();
      await before.goTo('CJ1');
      await until(async () => (await storedTexts('drafts')).length === 1, 'the draft');
      cleanUp();
      const after = await SurveyDriver.open();
      await after.pressText('不是，清掉重新开始');
      await until(() => after.all('input[type=checkbox]').length === 3, 'consent');
      expect(await storedTexts('drafts')).to.have.length(0);
    });
  });

  it('keeps all answers when the language changes in the middle, and works twice on a page in two languages', async () => {
    document.documentElement.lang = 'zh-CN';
    const survey = await SurveyDriver.open();
    const other = await SurveyDriver.open(
      html`<canyu-survey lang="en" study="other" wave="pre" group="official"></canyu-survey>`,
    );
    await survey.consent();
    await survey.goTo('CY1', () => 3);
    await survey.choose(4);
    document.documentElement.lang = 'en';
    await until(() => survey.heading.startsWith('Before things are decided'), 'English');
    expect(survey.radios.find(({ checked }) => checked)?.value).to.equal('4');
    document.documentElement.lang = 'zh-CN';
    await until(() => survey.heading.startsWith('社区要办事'), 'Chinese again');
    expect(other.text).to.contain('I have read this and agree');
  });

  it('keeps its place when it is moved in the document, and works inside a foreign shadow root', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const shadow = host.attachShadow({ mode: 'open' });
    const survey = await SurveyDriver.open(undefined, shadow);
    await survey.consent();
    await survey.goTo('CY1', () => 3);
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(survey.element);
    await survey.settle();
    expect(survey.item).to.equal('CY1');
    await survey.pressText('上一题');
    expect(survey.radios.find(({ checked }) => checked)?.value).to.equal('3');
    elsewhere.remove();
    host.remove();
  });

  it('tells the page what happens without telling any answer', async () => {
    const seen: [string, unknown][] = [];
    const types = ['canyu-ready', 'canyu-start', 'canyu-progress', 'canyu-saved', 'canyu-submit', 'canyu-complete'];
    const listen = (event: Event): void => void seen.push([event.type, (event as CustomEvent).detail]);
    for (const type of types) document.addEventListener(type, listen);
    const survey = await SurveyDriver.open(html`<canyu-survey study="t" form="short" group="resident"></canyu-survey>`);
    await survey.consent(false);
    await survey.goTo('review', () => 2);
    await survey.handIn();
    await until(() => seen.some(([type]) => type === 'canyu-complete'), 'complete');
    for (const type of types) document.removeEventListener(type, listen);
    expect([...new Set(seen.map(([type]) => type))]).to.have.members(types);
    for (const [, detail] of seen) {
      expect(Object.keys(detail as object)).to.satisfy((keys: string[]) =>
        keys.every((key) => ['index', 'total', 'responseId', 'wave', 'group'].includes(key)),
      );
    }
    const [response] = await storedResponses();
    expect(seen.at(-1)?.[1]).to.deep.equal({ responseId: response?.id, wave: 'pre', group: 'resident' });
    expect(Object.keys(response?.answers ?? {})).to.have.length(14);
  });

  it('stores nothing when the page cancels the hand-in, and stores it later', async () => {
    const survey = await SurveyDriver.open(html`<canyu-survey study="t" form="short" group="resident"></canyu-survey>`);
    await survey.consent(false);
    await survey.goTo('review');
    survey.element.addEventListener('canyu-submit', (event) => event.preventDefault(), { once: true });
    await survey.handIn();
    expect(survey.atReview).to.equal(true);
    expect(await storedResponses()).to.have.length(0);
    await survey.handIn();
    await until(() => survey.text.includes('答卷已经存好'), 'saved');
  });

  it('shows all closed questions on one page with layout="page"', async () => {
    const survey = await SurveyDriver.open(
      html`<canyu-survey study="t" form="short" layout="page" group="resident"></canyu-survey>`,
    );
    await survey.consent(false);
    await until(() => survey.all('fieldset').length === 12, 'the page of questions');
    for (const name of new Set(survey.radios.map((radio) => radio.name))) {
      survey.radios.find((radio) => radio.name === name && radio.value === '4')?.click();
      await survey.settle();
    }
    await expectAccessible(survey.element);
    await survey.next();
    await until(() => survey.all('fieldset').length === 2, 'the background');
    await survey.next();
    await until(() => survey.atReview, 'the review');
    await survey.handIn();
    await until(() => survey.text.includes('答卷已经存好'), 'saved');
    expect(Object.values((await storedResponses())[0]?.answers ?? {})).to.deep.equal(Array(12).fill(4));
  });

  it('withdraws the sheet of who gives the same six answers again', async () => {
    const survey = await SurveyDriver.open(html`<canyu-survey study="t" form="short" group="resident"></canyu-survey>`);
    for (const name of ['王', '李']) {
      await survey.consent();
      await survey.goTo('link');
      await survey.code({ ...code, G1: name });
      await survey.goTo('review', () => 1);
      await survey.handIn();
      await until(() => survey.text.includes('答卷已经存好'), 'saved');
      await survey.pressText('换下一位来答');
      await until(() => survey.all('input[type=checkbox]').length === 3, 'consent');
    }
    expect(await storedResponses()).to.have.length(2);
    const [first] = (await storedResponses()).filter(({ link }) => link);
    await survey.pressText('撤回以前的答卷');
    await survey.code({ ...code, G1: '王' });
    await until(() => survey.text.includes('删掉了 1 份'), 'the deletion');
    await expectAccessible(survey.element);
    expect(await storedResponses()).to.have.length(1);
    expect(first).to.not.equal(undefined);
    await survey.press('button.main');
    await survey.pressText('撤回以前的答卷');
    expect(survey.text).to.contain('不撤回了').and.not.to.contain('不留了，跳过这一步');
    await survey.code({ ...code, G1: '孙' });
    await until(() => survey.text.includes('没有找到您的答卷'), 'nothing found');
    expect(await storedResponses()).to.have.length(1);
  });

  describe('by keyboard alone', () => {
    it('is done with Tab, arrows, Space and Enter only, with the focus on each new question', async () => {
      const { sendKeys } = await import('@web/test-runner-commands');
      const survey = await SurveyDriver.open(
        html`<canyu-survey study="t" form="short" group="resident"></canyu-survey>`,
      );
      const focused = (): Element | null => survey.root.activeElement;
      const key = async (press: string): Promise<void> => {
        await sendKeys({ press });
        await survey.settle();
      };
      survey.all<HTMLElement>('input')[0]!.focus();
      await key(' ');
      await key('Tab');
      await key(' ');
      await key('Enter');
      await until(() => focused()?.tagName === 'H2' && survey.text.includes('答题之前'), 'focus on the new heading');
      await survey.next();
      for (let i = 0; i < 14; i++) {
        await until(() => focused()?.tagName === 'H2', 'focus on the question');
        const { item } = survey;
        await key('Tab');
        await key(' ');
        await key('ArrowDown');
        expect(
          survey.radios.filter(({ checked }) => checked),
          item,
        ).to.have.length(1);
        await key('Enter');
        await until(() => survey.item !== item, `the step after ${item}`);
      }
      await until(() => survey.atReview, 'the review');
      await survey.handIn();
      await until(() => survey.text.includes('答卷已经存好'), 'saved');
      expect(Object.keys((await storedResponses())[0]?.answers ?? {})).to.have.length(14);
    });
  });

  describe('every screen, both languages', () => {
    for (const lang of ['zh-Hans', 'en']) {
      for (const group of ['resident', 'official']) {
        it(`is accessible for the ${group} in ${lang}`, async function () {
          this.timeout(120_000);
          const survey = await SurveyDriver.open(
            html`<canyu-survey lang=${lang} study="a" group=${group}></canyu-survey>`,
          );
          await expectAccessible(survey.element);
          await survey.consent();
          for (const stop of ['FQ1', 'LD', 'CY1', 'link']) {
            await survey.goTo(stop);
            await expectAccessible(survey.element);
          }
          for (const id of ['G1', 'G2', 'G3', 'G4', 'G5', 'G6']) {
            await until(() => survey.item === id, id);
            await expectAccessible(survey.element);
            if (id !== 'G1') await survey.choose(1).catch(() => survey.choose(11));
            await survey.next();
          }
          await survey.goTo('OQ1');
          await expectAccessible(survey.element);
          await survey.goTo('review', () => 1);
          await expectAccessible(survey.element);
          await survey.handIn();
          await until(() => survey.root.querySelector('.saved'), 'saved');
          await expectAccessible(survey.element);
        });
      }
    }
  });
});
