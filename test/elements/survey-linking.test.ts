import { expect } from 'chai';
import { html } from 'lit';
import { makeCards } from '../../src/core/link/card.js';
import { linkResponses } from '../../src/core/link/match.js';
import type { Linking, Study } from '../../src/core/study/types.js';
import { linkingConsent } from '../../src/i18n/survey/linking.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, until } from '../support/fixture.js';
import { forgetEverything, storedResponses, storedTexts, SurveyDriver } from '../support/survey-driver.js';

let seed = 1;
const [card, otherCard] = makeCards(2, (limit) => (seed = (seed * 48271) % 2147483647) % limit) as [string[], string[]];
const code = { G1: '王', G2: '3', G3: '14', G4: '2', G5: '32', G6: '2' };

const study = (linking: Linking, more: Partial<Study> = {}): Study => ({
  schema: 'canyu-study/1',
  id: `by-${linking}`,
  title: { 'zh-Hans': '议事会', en: 'Council' },
  instrument: 'participation-trust@1.0.0',
  waves: [
    { id: 'pre', label: { 'zh-Hans': '前', en: 'Before' } },
    { id: 'post', label: { 'zh-Hans': '后', en: 'After' } },
  ],
  groups: ['resident', 'official', 'partner'],
  communities: [],
  linking,
  consent: {
    organisation: { 'zh-Hans': '榆钱行动', en: 'Yuqian Action' },
    contact: { 'zh-Hans': '刘老师，电话 010-1', en: 'Ms Liu, phone 010-1' },
    storedIn: { 'zh-Hans': '北京', en: 'Beijing' },
    tokensDestroyedBy: '2098-12-31',
    keptUntil: '2099-12-31',
    resultsOn: { 'zh-Hans': '居民会上', en: 'at the meeting' },
  },
  ...more,
});

/** Opens the survey of a study; the short form, so that the step comes soon. */
function open(
  settings: Study,
  { group = 'resident', wave = 'pre', lang = 'zh-Hans', device = 'own' } = {},
): Promise<SurveyDriver> {
  const src = URL.createObjectURL(new Blob([JSON.stringify(settings)], { type: 'application/json' }));
  return SurveyDriver.open(
    html`<canyu-survey
      lang=${lang}
      src=${src}
      wave=${wave}
      group=${group}
      form="short"
      .device=${device}
    ></canyu-survey>`,
  );
}

/** On to the step that links, past the closed questions. */
async function toLink(survey: SurveyDriver, there: string): Promise<void> {
  for (let i = 0; i < 30 && !survey.root.querySelector(there); i++) {
    if (survey.radios.length) await survey.choose(2);
    const here = survey.heading;
    await survey.next();
    await until(() => survey.heading !== here, `the step after ${here}`);
  }
  await until(() => survey.root.querySelector(there), there);
}

async function pressCard(survey: SurveyDriver, symbols: readonly string[]): Promise<void> {
  for (const symbol of symbols) await survey.press(`.tray button[value=${symbol}]`);
}

async function handIn(survey: SurveyDriver): Promise<void> {
  await survey.goTo('review', () => 1);
  await survey.handIn();
  await until(() => survey.root.querySelector('.saved'), 'saved');
}

/** One sheet by the card, from consent to thanks. */
async function sheetByCard(symbols: readonly string[] | undefined, wave = 'pre'): Promise<SurveyDriver> {
  const survey = await open(study('card'), { wave });
  await survey.consent();
  await toLink(survey, '.tray');
  if (symbols) {
    await pressCard(survey, symbols);
    await survey.next();
  } else await survey.pressText('没有卡片，跳过这一步');
  await until(() => survey.item === 'DM1', 'the step after the card');
  await handIn(survey);
  return survey;
}

async function sheetByDevice(choice: 'own' | 'shared' | undefined, wave = 'pre'): Promise<SurveyDriver> {
  const survey = await open(study('device'), { wave });
  await survey.consent();
  await toLink(survey, 'input[name=device]');
  if (choice) await survey.choose(choice);
  await survey.next();
  return survey;
}

/** The matcher on what this browser stored. */
async function links(): Promise<ReturnType<typeof linkResponses>> {
  const all = await storedResponses();
  return linkResponses(
    all.filter(({ wave }) => wave === 'pre'),
    all.filter(({ wave }) => wave === 'post'),
  );
}

describe('linking in <canyu-survey>', () => {
  beforeEach(() => forgetEverything());
  afterEach(() => cleanUp());

  describe('by card', () => {
    it('links two waves exactly, keeps no picture, and tells people to keep the card', async function () {
      this.timeout(90_000);
      const survey = await sheetByCard(card);
      expect(survey.text).to.contain('请把卡片收好').and.not.to.contain('六个');
      cleanUp();
      await sheetByCard(otherCard);
      cleanUp();
      await sheetByCard(card, 'post');
      const found = await links();
      expect(found.exact).to.have.length(1);
      expect(found.unlinkedBaseline).to.equal(1);
      const [response] = await storedResponses();
      expect(response?.link).to.have.length(7);
      const everything = [...(await storedTexts('responses')), JSON.stringify(Object.entries(localStorage))].join();
      for (const symbol of card) expect(everything).not.to.contain(`"${symbol}"`);
    });

    it('says when the pictures do not fit, without a guess which is wrong, and goes on only when they do', async () => {
      const survey = await open(study('card'));
      await survey.consent();
      await toLink(survey, '.tray');
      await expectAccessible(survey.element);
      await survey.next();
      expect(survey.text).to.contain('还差 5 个图案');
      const swapped = [card[1], card[0], ...card.slice(2)] as string[];
      await pressCard(survey, swapped);
      expect(survey.root.querySelector('.said')?.textContent).to.contain('和卡片对不上');
      await expectAccessible(survey.element);
      await survey.next();
      expect(survey.root.querySelector('.tray')).not.to.equal(null);
      for (let i = 0; i < 5; i++) await survey.pressText('退回一个');
      // A trembling finger presses twice.
      await pressCard(survey, [card[0], card[0], ...card.slice(1)] as string[]);
      expect(survey.text).to.contain('对上了');
      await expectAccessible(survey.element);
      await survey.next();
      await until(() => survey.item === 'DM1', 'the step after the card');
      await survey.goTo('review', () => 1);
      expect(survey.text).to.contain('卡片').and.contain('图案原样没有保存');
      // Another card instead, from the review.
      await survey.press('button[value=link]');
      expect(survey.all('.places .filled')).to.have.length(0);
      await survey.pressText('没有卡片，跳过这一步');
      await until(() => survey.atReview, 'the review');
      expect(survey.text).to.contain('没有用');
    });

    it('is done by keyboard, names every picture, and has targets of 48 px, 8 px apart', async () => {
      const survey = await open(study('card'));
      await survey.consent();
      await toLink(survey, '.tray');
      survey.element.style.inlineSize = '328px';
      const buttons = survey.all<HTMLButtonElement>('.tray button');
      const boxes = buttons.map((button) => button.getBoundingClientRect());
      for (const { width, height } of boxes) {
        expect(width).to.be.at.least(48);
        expect(height).to.be.at.least(48);
      }
      expect(boxes[1]!.left - boxes[0]!.right).to.be.at.least(7.9);
      for (const button of buttons) expect(button.textContent.trim()).to.match(/^[\u4e00-\u9fff]{1,2}$/);
      const { sendKeys } = await import('@web/test-runner-commands');
      for (const symbol of card) {
        buttons.find(({ value }) => value === symbol)!.focus();
        await sendKeys({ press: 'Enter' });
        await survey.settle();
      }
      expect(survey.text).to.contain('对上了');
    });

    it('shows the next person nothing of the one before', async () => {
      const survey = await open(study('card'));
      await survey.consent();
      await toLink(survey, '.tray');
      await pressCard(survey, card.slice(0, 3));
      await survey.element.reset();
      await until(() => survey.all('input[type=checkbox]').length === 3, 'consent');
      await survey.consent();
      await toLink(survey, '.tray');
      expect(survey.all('.places .filled')).to.have.length(0);
    });

    it('withdraws by the card, and says honestly when there is nothing', async function () {
      this.timeout(90_000);
      const survey = await sheetByCard(card);
      await survey.pressText('换下一位来答');
      await survey.pressText('撤回以前的答卷');
      await until(() => survey.root.querySelector('.tray'), 'the card');
      expect(survey.text).to.contain('上次用的那张卡片').and.contain('不撤回了');
      await expectAccessible(survey.element);
      await pressCard(survey, otherCard);
      await survey.next();
      await until(() => survey.text.includes('没有找到用这张卡片的答卷'), 'nothing found');
      expect(survey.text).to.contain('刘老师');
      await expectAccessible(survey.element);
      expect(await storedResponses()).to.have.length(1);
      await survey.press('button.main');
      await survey.pressText('撤回以前的答卷');
      await until(() => survey.root.querySelector('.tray'), 'the card');
      await pressCard(survey, card);
      await survey.next();
      await until(() => survey.text.includes('删掉了 1 份'), 'the deletion');
      expect(await storedResponses()).to.have.length(0);
    });

    it('deletes nothing when two sheets of one wave carry the same card', async function () {
      this.timeout(90_000);
      await sheetByCard(card);
      cleanUp();
      const survey = await sheetByCard(card);
      await survey.pressText('换下一位来答');
      await survey.pressText('撤回以前的答卷');
      await until(() => survey.root.querySelector('.tray'), 'the card');
      await pressCard(survey, card);
      await survey.next();
      await until(() => survey.text.includes('一份也没有删'), 'the reason');
      expect(await storedResponses()).to.have.length(2);
    });
  });

  describe('by device', () => {
    it('links two waves on one device exactly; the number stays in this browser and in no sheet', async function () {
      this.timeout(90_000);
      const survey = await sheetByDevice('own');
      await until(() => survey.item === 'DM1', 'the step after the device');
      await survey.goTo('review', () => 1);
      expect(survey.text).to.contain('用这台设备对号');
      await handIn(survey);
      expect(survey.text).to.contain('还用这台设备、这个浏览器');
      cleanUp();
      const later = await sheetByDevice('own', 'post');
      await until(() => later.item === 'DM1', 'the step after the device');
      await handIn(later);
      expect((await links()).exact).to.have.length(1);
      const number = localStorage.getItem('canyu-device:by-device');
      expect(number).to.match(/^[0-9a-f-]{36}$/);
      for (const { link, id } of await storedResponses()) {
        expect(link).to.have.length(7);
        expect(new Set(link)).to.have.length(1);
        expect(id).not.to.equal(number);
      }
      expect((await storedTexts('responses')).join()).not.to.contain(number);
    });

    for (const choice of ['shared', undefined] as const) {
      it(`leaves no number in the browser when it is ${choice ?? 'skipped'}`, async () => {
        const survey = await sheetByDevice(choice);
        await until(() => survey.item === 'DM1', 'the step after the device');
        await handIn(survey);
        expect((await storedResponses())[0]?.link).to.equal(null);
        expect(localStorage.getItem('canyu-device:by-device')).to.equal(null);
      });
    }

    it('does not take a second person on one device for the first', async function () {
      this.timeout(90_000);
      const survey = await sheetByDevice('own');
      await until(() => survey.item === 'DM1', 'the step after the device');
      await handIn(survey);
      cleanUp();
      const second = await sheetByDevice('own');
      await until(() => second.text.includes('怕把两个人弄混'), 'the reason');
      await expectAccessible(second.element);
      await second.next();
      await until(() => second.item === 'DM1', 'the step after the device');
      await handIn(second);
      expect((await storedResponses()).map(({ link }) => link === null).sort()).to.deep.equal([false, true]);
    });

    it('is not offered at a kiosk', async () => {
      const survey = await open(study('device'), { device: 'kiosk' });
      expect(survey.all('input[type=checkbox]')).to.have.length(2);
      expect(survey.text).not.to.contain('编号').and.not.to.contain('六个');
      await survey.consent(false);
      await survey.goTo('DM1', () => 2);
      await handIn(survey);
      expect((await storedResponses())[0]?.link).to.equal(null);
      expect(localStorage.getItem('canyu-device:by-device')).to.equal(null);
    });

    it('withdraws on the same device, and says why where there is no number', async function () {
      this.timeout(90_000);
      const survey = await sheetByDevice('own');
      await until(() => survey.item === 'DM1', 'the step after the device');
      await handIn(survey);
      await survey.pressText('换下一位来答');
      await survey.pressText('撤回以前的答卷');
      await until(() => survey.text.includes('按下面的按钮'), 'the button');
      await expectAccessible(survey.element);
      await survey.pressText('找出来并删掉');
      await until(() => survey.text.includes('删掉了 1 份'), 'the deletion');
      expect(await storedResponses()).to.have.length(0);
      expect(localStorage.getItem('canyu-device:by-device')).to.equal(null);
      await survey.press('button.main');
      await survey.pressText('撤回以前的答卷');
      await survey.pressText('找出来并删掉');
      await until(() => survey.text.includes('这个浏览器里没有留编号'), 'the reason');
      expect(survey.text).to.contain('刘老师');
      expect(localStorage.getItem('canyu-device:by-device')).to.equal(null);
    });

    it('goes on without linking where the page may keep nothing', async () => {
      const { getItem } = Storage.prototype;
      Storage.prototype.getItem = function (key): string | null {
        if (key.startsWith('canyu-device')) throw new DOMException('', 'SecurityError');
        return getItem.call(this, key);
      };
      try {
        const survey = await sheetByDevice('own');
        await until(() => survey.text.includes('这个浏览器不让网页留编号'), 'the reason');
        await survey.next();
        await until(() => survey.item === 'DM1', 'the step after the device');
      } finally {
        Storage.prototype.getItem = getItem;
      }
    });
  });

  describe('by the six questions', () => {
    it('says why nothing can be withdrawn with two unknown answers, and deletes nothing', async () => {
      const survey = await open(study('code'));
      await survey.pressText('撤回以前的答卷');
      await survey.code({ ...code, G1: '?', G4: '?' });
      await until(() => survey.text.includes('找不准是哪一份'), 'the reason');
      expect(survey.text).to.contain('刘老师').and.not.to.contain('请接着往下答');
      await expectAccessible(survey.element);
    });

    it('clears the six answers when the next person comes', async () => {
      const survey = await open(study('code'));
      await survey.pressText('撤回以前的答卷');
      await until(() => survey.item === 'G1', 'the first');
      await survey.choose('?');
      await survey.next();
      await until(() => survey.item === 'G2', 'the second');
      await survey.element.reset();
      await until(() => survey.all('input[type=checkbox]').length === 3, 'consent');
      await survey.pressText('撤回以前的答卷');
      await until(() => survey.item === 'G1', 'the first again');
      expect(survey.radios.some(({ checked }) => checked)).to.equal(false);
    });

    it('says on a page without crypto that nothing was looked for', async () => {
      const survey = await open(study('code'));
      await survey.pressText('撤回以前的答卷');
      const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')!;
      Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, get: () => undefined });
      try {
        await survey.code(code);
        await until(() => survey.text.includes('没有办法把您的回答变成乱码'), 'the reason');
      } finally {
        Object.defineProperty(Crypto.prototype, 'subtle', subtle);
      }
    });
  });

  it('can no longer withdraw after the tokens are destroyed, and says so before asking anything', async () => {
    const { consent } = study('card');
    const survey = await open(study('card', { consent: { ...consent!, tokensDestroyedBy: '2020-03-01' } }));
    await survey.pressText('撤回以前的答卷');
    await until(() => survey.text.includes('过了2020年3月1日'), 'the reason');
    expect(survey.root.querySelector('.tray')).to.equal(null);
    expect(survey.text).to.contain('刘老师');
    await expectAccessible(survey.element);
  });

  it('still withdraws when the wave is over, and lets nobody answer any more', async () => {
    const survey = await open(study('code'));
    await survey.consent();
    await survey.goTo('link', () => 1);
    await survey.code(code);
    await survey.goTo('review', () => 1);
    await survey.handIn();
    await until(() => survey.text.includes('答卷已经存好'), 'saved');
    const { waves } = study('code');
    const closed = study('code', {
      waves: waves.map((wave) => ({ ...wave, opens: '2020-01-01', closes: '2020-02-01' })),
    });
    const late = await open(closed);
    await until(() => late.text.includes('已经结束'), 'the end');
    await expectAccessible(late.element);
    await late.pressText('撤回以前的答卷');
    await late.code(code);
    await until(() => late.text.includes('删掉了 1 份'), 'the deletion');
    expect(await storedResponses()).to.have.length(0);
    await late.press('button.main');
    await until(() => late.text.includes('已经结束'), 'the end again');
    expect(late.all('input[type=checkbox]')).to.have.length(0);
  });

  it('says, where nobody is linked, that sheets cannot be told apart and whom to ask', async () => {
    const survey = await open(study('none'));
    expect(survey.all('input[type=checkbox]')).to.have.length(2);
    (survey.element as unknown as { view: { app: { onWithdraw(): void } } }).view.app.onWithdraw();
    await until(() => survey.text.includes('谁也认不出哪份是您的'), 'the reason');
    expect(survey.text).to.contain('刘老师');
  });

  describe('what the consent says', () => {
    for (const lang of ['zh-Hans', 'en'] as const) {
      for (const group of ['resident', 'official', 'partner'] as const) {
        for (const linking of ['code', 'card', 'device', 'none'] as const) {
          it(`fits ${linking} for the ${group} in ${lang}`, async () => {
            const survey = await open(study(linking), { group, lang });
            const six = lang === 'en' ? /six (?:small )?(?:questions|answers)|family name/ : /六个小/;
            const its = {
              card: lang === 'en' ? /your card/ : /卡片/,
              device: lang === 'en' ? /random number/ : /随机编号/,
              code: six,
              none: lang === 'en' ? /cannot be withdrawn/ : /不能撤回|没法撤回/,
            };
            for (const [kind, words] of Object.entries(its)) {
              if (kind === linking) expect(survey.text).to.match(words);
              else expect(survey.text).not.to.match(words);
            }
            expect(survey.all('input[type=checkbox]')).to.have.length(linking === 'none' ? 2 : 3);
            expect(survey.text).to.contain(lang === 'en' ? 'Ms Liu' : '刘老师');
            if (lang === 'en') expect(survey.text).not.to.match(/[\u4e00-\u9fff]/u);
            await expectAccessible(survey.element);
          });
        }
      }
    }

    it('is the same as with the six questions in all sentences that do not speak of linking', async () => {
      const words = {
        project: 'P',
        organisation: 'O',
        contact: 'C',
        storedIn: 'S',
        tokensDestroyedBy: 'T',
        keptUntil: 'K',
        withdrawUntil: 'W',
        resultsOn: 'R',
        foreignApproval: 'F',
        linking: true,
        questions: 30,
        minutes: 6,
      };
      const { consentCatalogues } = await import('../../src/i18n/survey/index.js');
      for (const locale of ['zh-Hans', 'en'] as const) {
        for (const group of ['resident', 'official', 'partner'] as const) {
          const { messages } = await consentCatalogues[group][locale]();
          const six = messages.consent(words).points;
          for (const linking of ['card', 'device'] as const) {
            const points = linkingConsent[locale][group](words, linking).points ?? [];
            expect(points).to.have.length(six.length);
            const changed = points.filter((point, i) => point !== six[i]);
            expect(changed, `${locale} ${group} ${linking}`).to.have.length(2);
          }
        }
      }
    });
  });

  describe('every screen in English', () => {
    for (const linking of ['card', 'device'] as const) {
      it(`is accessible by ${linking}`, async () => {
        const survey = await open(study(linking), { lang: 'en' });
        await survey.consent();
        await toLink(survey, linking === 'card' ? '.tray' : 'input[name=device]');
        await expectAccessible(survey.element);
        expect(survey.text).not.to.match(/[\u4e00-\u9fff]/u);
        if (linking === 'card') await pressCard(survey, card);
        else await survey.choose('own');
        await expectAccessible(survey.element);
        await survey.next();
        await until(() => survey.item === 'DM1', 'the next step');
      });
    }
  });
});
