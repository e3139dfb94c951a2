import { expect } from 'chai';
import { html } from 'lit';
import { computeResults } from '../../src/core/change/compute.js';
import { participationTrust } from '../../src/core/instrument/participation-trust.js';
import { parseResponse } from '../../src/core/response/parse.js';
import type { SurveyResponse } from '../../src/core/response/types.js';
import type { Extra, Study } from '../../src/core/study/types.js';
import { asksThenTest, planWithExtras } from '../../src/elements/survey/late/extras.js';
import { newId } from '../../src/elements/survey/platform.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, until } from '../support/fixture.js';
import { forgetEverything, storedResponses, storedTexts, SurveyDriver } from '../support/survey-driver.js';

const thens = ['CY1T', 'CY2T', 'CY3T', 'CY4T', 'CY5T'];

const study = (extras: readonly Extra[], more: Partial<Study> = {}): Study => ({
  schema: 'canyu-study/1',
  id: 'extras',
  title: { 'zh-Hans': '议事会', en: 'Council' },
  focal: { 'zh-Hans': '活动中心', en: 'the centre' },
  instrument: 'participation-trust@1.0.0',
  waves: [
    { id: 'pre', label: { 'zh-Hans': '前', en: 'Before' } },
    { id: 'post', label: { 'zh-Hans': '后', en: 'After' } },
  ],
  groups: ['resident', 'official', 'partner'],
  communities: [],
  linking: 'none',
  extras,
  ...more,
});

interface Tag {
  readonly group?: string;
  readonly wave?: string;
  readonly form?: string;
  readonly lang?: string;
  readonly layout?: string;
}

function open(
  settings: Study,
  { group = 'resident', wave = 'post', form = 'full', lang = 'zh-Hans', layout = 'step' }: Tag = {},
): Promise<SurveyDriver> {
  const src = URL.createObjectURL(new Blob([JSON.stringify(settings)], { type: 'application/json' }));
  return SurveyDriver.open(
    html`<canyu-survey
      lang=${lang}
      src=${src}
      wave=${wave}
      group=${group}
      form=${form}
      layout=${layout}
    ></canyu-survey>`,
  );
}

/** Makes ids of one half until the test is over: the then-test is asked of those that end in an even digit. */
function drawHalf(asked: boolean): () => void {
  const { getRandomValues } = crypto;
  crypto.getRandomValues = function <T extends ArrayBufferView>(array: T): T {
    getRandomValues.call(crypto, array as unknown as Uint8Array<ArrayBuffer>);
    if (array instanceof Uint8Array) array[0] = asked ? (array[0] as number) & 0xfe : (array[0] as number) | 1;
    return array;
  };
  return () => {
    crypto.getRandomValues = getRandomValues;
  };
}

/** Answers everything, and gives the ids in the order in which they were asked. */
async function walk(survey: SurveyDriver, value: (item: string) => number = () => 2): Promise<string[]> {
  const seen: string[] = [];
  await until(() => survey.item || survey.atReview, 'a question');
  while (!survey.atReview) {
    const { item } = survey;
    seen.push(item);
    if (survey.radios.length) await survey.choose(value(item));
    await survey.next();
    await until(() => survey.item !== item, `the step after ${item}`);
  }
  return seen;
}

describe('extras of <canyu-survey>', () => {
  let undo = (): void => undefined;
  beforeEach(() => forgetEverything());
  afterEach(() => {
    undo();
    undo = (): void => undefined;
    cleanUp();
  });

  for (const group of ['resident', 'official']) {
    it(`asks the ${group} the vignettes after the open questions and the then-test last; the response holds them`, async function () {
      this.timeout(60_000);
      undo = drawHalf(true);
      const survey = await open(study(['vignettes', 'then-test']), { group });
      await survey.consent(false);
      const seen = await walk(survey, (item) => (item.startsWith('DM') ? 1 : 3));
      const background = group === 'resident' ? ['DM1', 'DM2'] : [];
      expect(seen.slice(seen.indexOf('OQ1'))).to.deep.equal(['OQ1', 'OQ2', 'AV1', 'AV2', ...background, ...thens]);
      expect(survey.text).to.contain('王阿姨').and.contain('现在回头看');
      await expectAccessible(survey.element);
      await survey.handIn();
      await until(() => survey.root.querySelector('.saved'), 'saved');
      const [response] = await storedResponses();
      expect(response?.answers).to.include({ AV1: 3, AV2: 3, CY1T: 3, CY5T: 3 });
      expect(parseResponse(response, participationTrust).ok).to.equal(true);
    });
  }

  it('asks the other half no then-test, the first wave none, and the vignettes at both', async function () {
    this.timeout(60_000);
    undo = drawHalf(false);
    const survey = await open(study(['vignettes', 'then-test']));
    await survey.consent(false);
    expect((await walk(survey)).slice(-4)).to.deep.equal(['AV1', 'AV2', 'DM1', 'DM2']);
    cleanUp();
    undo();
    undo = drawHalf(true);
    const first = await open(study(['vignettes', 'then-test']), { wave: 'pre' });
    await first.consent(false);
    expect((await walk(first)).slice(-4)).to.deep.equal(['AV1', 'AV2', 'DM1', 'DM2']);
  });

  it('asks only what the study names, and none in the short form or of partners', async function () {
    this.timeout(60_000);
    undo = drawHalf(true);
    const cases: [Extra[], Tag, string[]][] = [
      [['then-test'], {}, ['DM1', 'DM2', ...thens]],
      [['vignettes'], {}, ['AV1', 'AV2', 'DM1', 'DM2']],
      [['vignettes', 'then-test'], { form: 'short' }, ['RC4', 'TR4', 'DM1', 'DM2']],
      [['vignettes', 'then-test'], { group: 'partner' }, ['OC6', 'AU']],
    ];
    for (const [extras, tag, end] of cases) {
      const survey = await open(study(extras), tag);
      await survey.consent(false);
      expect((await walk(survey)).slice(-end.length)).to.deep.equal(end);
      // Handed in, so that the next page finds no half-finished sheet.
      await survey.handIn();
      await until(() => survey.root.querySelector('.saved'), 'saved');
      cleanUp();
    }
  });

  it('goes on with a half-finished sheet in the middle of the then-test, whichever half the new page draws', async function () {
    this.timeout(60_000);
    undo = drawHalf(true);
    const before = await open(study(['vignettes', 'then-test']));
    await before.consent(false);
    await before.goTo('CY3T', (item) => (item.startsWith('DM') ? 1 : 3));
    await until(
      async () => (await storedTexts('drafts')).some((text) => String(text).includes('"CY2T":3')),
      'the draft',
    );
    cleanUp();
    undo();
    undo = drawHalf(false);
    const after = await open(study(['vignettes', 'then-test']));
    expect(after.heading).to.equal('上次的问卷还没答完');
    await after.press('button.main');
    await until(() => after.item === 'CY3T', 'the question where it stopped');
    await after.choose(4);
    await after.next();
    await after.goTo('review', () => 4);
    await after.handIn();
    await until(() => after.root.querySelector('.saved'), 'saved');
    expect((await storedResponses())[0]?.answers).to.include({ CY2T: 3, CY3T: 4, CY5T: 4, AV1: 3 });
    // The next person is drawn anew.
    await after.pressText('换下一位来答');
    await after.consent(false);
    expect((await walk(after)).slice(-2)).to.deep.equal(['DM1', 'DM2']);
  });

  it('changes its language in the middle of the extras', async function () {
    this.timeout(60_000);
    undo = drawHalf(true);
    const survey = await open(study(['vignettes', 'then-test']));
    await survey.consent(false);
    await survey.goTo('AV1');
    expect(survey.text).to.contain('一点不管用');
    await expectAccessible(survey.element);
    survey.element.lang = 'en';
    await until(() => survey.heading.includes('Auntie Wang'), 'English');
    expect(survey.text)
      .to.contain('Not at all')
      .and.not.to.match(/[\u4e00-\u9fff]/u);
    await expectAccessible(survey.element);
    // There and back again at once.
    survey.element.lang = 'zh-Hans';
    await new Promise((resolve) => setTimeout(resolve));
    survey.element.lang = 'en';
    await new Promise((resolve) => setTimeout(resolve, 300));
    await survey.goTo('CY1T', () => 1);
    expect(survey.heading).to.match(/Looking back|six months ago/);
    await survey.goTo('review', () => 2);
    expect(survey.text).not.to.match(/[\u4e00-\u9fff]/u);
  });

  it('shows vignettes, background and then-test on a page each with layout="page", also on the way back', async function () {
    this.timeout(60_000);
    undo = drawHalf(true);
    const survey = await open(study(['vignettes', 'then-test']), { layout: 'page' });
    await survey.consent(false);
    const ids = (): string[] => [...new Set(survey.radios.map(({ name }) => name))];
    await until(() => ids().length === 30, 'the closed questions');
    await survey.next();
    for (const id of ['OQ1', 'OQ2']) {
      await until(() => survey.item === id, id);
      await survey.next();
    }
    await until(() => ids().join() === 'AV1,AV2', 'the vignettes');
    await survey.next();
    await until(() => ids().join() === 'DM1,DM2', 'the background');
    await survey.pressText('上一题');
    await until(() => ids().join() === 'AV1,AV2', 'the vignettes again');
    await survey.next();
    await until(() => ids().join() === 'DM1,DM2', 'the background again');
    await survey.next();
    await until(() => ids().join() === thens.join(), 'the then-test');
    await expectAccessible(survey.element);
    await survey.next();
    await until(() => survey.atReview, 'the review');
  });

  it('draws half of all sheets, whatever they will hold, and the same half again', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    const asked = ids.filter(asksThenTest).length;
    // Five standard errors of a fair coin.
    expect(Math.abs(asked - 10_000)).to.be.below(5 * Math.sqrt(20_000 * 0.25));
    const plan = { form: participationTrust.forms.full.resident!, linking: false, communities: [] };
    for (const id of ids.slice(0, 100)) {
      const twice = [1, 2].map(() => planWithExtras(plan, new Set<Extra>(['then-test']), id).form.background);
      expect(twice[0]).to.deep.equal(twice[1]);
      expect(twice[0]?.includes('CY1T')).to.equal(asksThenTest(id));
    }
  });

  it('gives the analysis what it needs: moved standards and a then-test', () => {
    const settings = study(['vignettes', 'then-test'], { linking: 'card' });
    const sheet = (person: number, wave: 'pre' | 'post'): SurveyResponse => {
      const post = wave === 'post';
      const form = planWithExtras(
        { form: participationTrust.forms.full.resident!, linking: true, communities: [] },
        new Set<Extra>(post ? ['vignettes', 'then-test'] : ['vignettes']),
        `x${person % 2 ? 1 : 2}`,
      ).form;
      const answers = Object.fromEntries(
        [...form.closed, ...form.background].map((id) => [
          id,
          id.startsWith('DM')
            ? 1
            : id.startsWith('AV')
              ? post
                ? 4
                : 3
              : id.endsWith('T')
                ? 2
                : 1 + ((person + (post ? 1 : 0)) % 4),
        ]),
      );
      return {
        schema: 'canyu-response/1',
        id: `${wave}-${person}`,
        study: settings.id,
        instrument: settings.instrument,
        wave,
        group: 'resident',
        form: 'full',
        mode: 'self',
        locale: 'zh-Hans',
        answers,
        link: Array<string>(7).fill(person.toString(16).padStart(32, '0')),
        consent: { version: '1', hash: null },
        date: '2026-05-01',
        seconds: 300,
        device: 'own',
      };
    };
    const people = Array.from({ length: 60 }, (_, person) => person);
    const results = computeResults({
      study: settings,
      instrument: participationTrust,
      responses: people.flatMap((person) => [sheet(person, 'pre'), sheet(person, 'post')]),
      entries: [],
      options: { resamples: 50 },
    });
    const { quality } = results.groups.resident!;
    expect(quality).to.have.property('thenTest');
    expect((quality as unknown as { thenTest: { n: number } }).thenTest.n).to.equal(30);
    expect(JSON.stringify(quality)).to.contain('tandards');
  });
});

describe('the partners’ form', () => {
  beforeEach(() => forgetEverything());
  afterEach(() => cleanUp());

  for (const form of ['full', 'short']) {
    for (const lang of ['zh-Hans', 'en']) {
      it(`runs from consent to thanks (${form}, ${lang})`, async () => {
        const survey = await open(study([], { linking: 'code' }), { group: 'partner', form, lang, wave: 'pre' });
        expect(survey.text).to.contain(lang === 'en' ? 'partner organisations' : '合作机构的工作人员');
        expect(survey.text).to.match(lang === 'en' ? /groups of 5 or more/ : /不少于 5 人/);
        expect(survey.text).to.match(lang === 'en' ? /might guess/ : /可能猜出/);
        expect(survey.text).not.to.match(lang === 'en' ? /superiors/ : /您的单位或上级|个人考核/);
        await expectAccessible(survey.element);
        await survey.consent();
        const seen: string[] = [];
        while (!survey.atReview) {
          const item = await until(() => survey.item, 'a question');
          if (item === 'G1') {
            await survey.pressText(lang === 'en' ? 'No code: skip this step' : '不留了，跳过这一步');
          } else {
            seen.push(item);
            await survey.choose(4);
            await survey.next();
          }
          await until(() => survey.item !== item, `the step after ${item}`);
        }
        expect(seen).to.deep.equal(['OC1', 'OC2', 'OC3', 'OC4', 'OC5', 'OC6', 'AU']);
        await expectAccessible(survey.element);
        await survey.handIn();
        await until(() => survey.root.querySelector('.saved'), 'saved');
        await expectAccessible(survey.element);
        const [response] = await storedResponses();
        expect(response).to.include({ group: 'partner', form });
        expect(response?.answers).to.deep.equal({ OC1: 4, OC2: 4, OC3: 4, OC4: 4, OC5: 4, OC6: 4, AU: 4 });
        expect(parseResponse(response, participationTrust).ok).to.equal(true);
      });
    }
  }
});
