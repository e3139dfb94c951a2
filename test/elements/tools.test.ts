import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { readingParts } from '../../src/elements/survey/tools/reading-parts.js';
import { Recording } from '../../src/elements/survey/tools/recorded.js';
import { sentencesOf } from '../../src/elements/survey/tools/sentences.js';
import { Speech } from '../../src/elements/survey/tools/speech.js';
import { voiceFor } from '../../src/elements/survey/tools/voices.js';
import { expectAccessible } from '../support/axe.js';
import { FakeSpeech, mandarin, voice } from '../support/fake-speech.js';
import { cleanUp, until } from '../support/fixture.js';
import { forgetEverything, storedResponses, SurveyDriver } from '../support/survey-driver.js';

const KEY = 'canyu-tools';
/** The key code of every key that an input method has taken. */
const imeKeyCode = 229;

/** A study for every test: a draft that is still being written must not turn up in the next one. */
let study = '';
let studies = 0;
const short = (): TemplateResult => html`<canyu-survey study=${study} form="short" group="resident"></canyu-survey>`;
const full = (): TemplateResult => html`<canyu-survey study=${study} group="resident"></canyu-survey>`;
const kiosk = (): TemplateResult =>
  html`<canyu-survey study=${study} form="short" group="resident" .device=${'kiosk'}></canyu-survey>`;

/** What is heard of CY2, in order. */
const CY2 = [
  '我们居民提的意见，真的让社区改过做法。',
  '很不同意',
  '不太同意',
  '一半一半',
  '比较同意',
  '很同意',
  '也可以选：',
  '不清楚',
  '不想说',
];

describe('the respondent’s tools', () => {
  let speech: FakeSpeech;

  beforeEach(async () => {
    sessionStorage.clear();
    await forgetEverything();
    study = `t${++studies}`;
    speech = new FakeSpeech([mandarin]).install();
  });
  afterEach(() => {
    cleanUp();
    speech.remove();
    sessionStorage.clear();
    document.documentElement.lang = '';
  });

  const panel = (survey: SurveyDriver): HTMLElement | null =>
    survey.root.querySelector<HTMLElement>('.aids .panel:not([hidden])');
  const toggle = (survey: SurveyDriver): HTMLButtonElement =>
    survey.root.querySelector<HTMLButtonElement>('.aids .toggle')!;
  const fontSize = (survey: SurveyDriver): number =>
    parseFloat(getComputedStyle(survey.root.querySelector('.step')!).fontSize);
  const set = (survey: SurveyDriver, name: string): Promise<void> => survey.press(`.aids input[name=${name}]`);
  const heard = (count: number): Promise<boolean> => until(() => speech.spoken.length === count, `${count} sentences`);
  const helper = (survey: SurveyDriver): string => survey.root.querySelector('.helper')?.textContent ?? '';

  const openTools = async (survey: SurveyDriver): Promise<void> => {
    if (!toggle(survey)) await survey.press('button.tools');
    else await survey.press('.aids .toggle');
    await until(() => panel(survey), 'the panel');
  };
  const atCY2 = async (template = short()): Promise<SurveyDriver> => {
    const survey = await SurveyDriver.open(template);
    await survey.consent(false);
    await survey.goTo('CY2');
    return survey;
  };

  describe('the panel', () => {
    it('opens from one button, takes and gives back the focus, and makes room for the next question', async () => {
      const survey = await SurveyDriver.open(short());
      expect(survey.root.querySelector('.aids')).to.equal(null);
      survey.root.querySelector<HTMLElement>('button.tools')!.focus();
      await openTools(survey);
      expect(survey.root.activeElement).to.equal(toggle(survey));
      expect(toggle(survey).getAttribute('aria-expanded')).to.equal('true');
      expect(toggle(survey).textContent.trim()).to.equal('大字 · 朗读');
      await survey.pressText('收起');
      expect(panel(survey)).to.equal(null);
      expect(survey.root.activeElement).to.equal(toggle(survey));
      expect(toggle(survey).getAttribute('aria-expanded')).to.equal('false');
      await openTools(survey);
      toggle(survey).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      await survey.settle();
      expect(panel(survey)).to.equal(null);
      expect(survey.root.activeElement).to.equal(toggle(survey));
      await openTools(survey);
      await survey.consent(false);
      expect(panel(survey)).to.equal(null);
      expect(survey.root.activeElement?.tagName).to.equal('H2');
    });

    it('is worked by keyboard alone', async () => {
      const { sendKeys } = await import('@web/test-runner-commands');
      const survey = await SurveyDriver.open(short());
      const key = async (press: string): Promise<void> => {
        await sendKeys({ press });
        await survey.settle();
      };
      survey.root.querySelector<HTMLElement>('button.tools')!.focus();
      await key('Enter');
      await until(() => panel(survey), 'the panel');
      for (const next of ['朗读这一页', '标准', '大']) {
        await key('Tab');
        expect(survey.root.activeElement?.textContent.trim()).to.equal(next);
      }
      await key('Enter');
      expect(fontSize(survey)).to.equal(25);
      expect(survey.root.activeElement?.textContent.trim(), 'the focus stays').to.equal('大');
      for (const name of ['', 'reading', 'contrast', 'digits']) {
        await key('Tab');
        expect((survey.root.activeElement as HTMLInputElement).name).to.equal(name);
      }
      await key(' ');
      expect(survey.root.querySelector<HTMLInputElement>('input[name=digits]')!.checked).to.equal(true);
      await key('Escape');
      expect(panel(survey)).to.equal(null);
      expect(survey.root.activeElement).to.equal(toggle(survey));
    });

    for (const lang of ['zh-Hans', 'en']) {
      it(`is accessible in ${lang}, at every text size, and with every switch on`, async () => {
        const survey = await atCY2(
          html`<canyu-survey lang=${lang} study=${study} form="short" group="resident"></canyu-survey>`,
        );
        await openTools(survey);
        await expectAccessible(survey.element);
        for (const size of ['large', 'largest']) {
          await survey.press(`.aids button[value=${size}]`);
          await expectAccessible(survey.element);
        }
        for (const name of ['contrast', 'digits', 'helped']) await set(survey, name);
        await expectAccessible(survey.element);
        expect(survey.root.querySelector('.aids')?.getAttribute('lang')).to.equal(lang);
        const texts = survey.root.querySelector('.aids')?.textContent ?? '';
        expect(/[\u4e00-\u9fff]/u.test(texts)).to.equal(lang === 'zh-Hans');
      });
    }

    it('changes its language with the page', async () => {
      document.documentElement.lang = 'zh-CN';
      const survey = await SurveyDriver.open(short());
      await openTools(survey);
      document.documentElement.lang = 'en';
      await until(() => panel(survey)?.textContent.includes('Text size'), 'English');
      document.documentElement.lang = 'zh-CN';
      await until(() => panel(survey)?.textContent.includes('字的大小'), 'Chinese again');
    });

    it('has targets of at least 48 px with 8 px between them', async () => {
      const survey = await atCY2();
      await openTools(survey);
      const boxes = survey.all('.aids button, .aids .switch').map((one) => one.getBoundingClientRect());
      expect(boxes).to.have.length(10);
      boxes.forEach((box, i) => {
        expect(Math.round(box.height), `height of target ${i}`).to.be.at.least(48);
        for (const other of boxes.slice(i + 1)) {
          const across = Math.max(box.left, other.left) - Math.min(box.right, other.right);
          const down = Math.max(box.top, other.top) - Math.min(box.bottom, other.bottom);
          expect(Math.max(across, down), `gap beside target ${i}`).to.be.at.least(7.5);
        }
      });
    });
  });

  describe('text size', () => {
    it('enlarges every text of the survey in three steps and is remembered in the session, without any answer', async () => {
      const survey = await atCY2();
      expect(fontSize(survey)).to.equal(20);
      expect(sessionStorage.getItem(KEY)).to.equal(null);
      await openTools(survey);
      const steps = survey.all<HTMLButtonElement>('.steps button');
      const shown = (): number[] => steps.map((one) => Math.round(parseFloat(getComputedStyle(one).fontSize)));
      expect(shown()).to.deep.equal([20, 25, 32]);
      await survey.press('.aids button[value=largest]');
      expect(fontSize(survey)).to.equal(32);
      expect(shown(), 'each step keeps its own size').to.deep.equal([20, 25, 32]);
      expect(steps.map((one) => one.getAttribute('aria-pressed'))).to.deep.equal(['false', 'false', 'true']);
      const [option] = survey.all('.option span');
      expect(parseFloat(getComputedStyle(option!).fontSize)).to.equal(32);
      await survey.press('.aids button[value=large]');
      expect(fontSize(survey)).to.equal(25);
      expect(JSON.parse(sessionStorage.getItem(KEY)!)).to.deep.equal({
        size: 'large',
        contrast: false,
        digits: false,
        reading: false,
      });
      cleanUp();
      const later = await SurveyDriver.open(short());
      await until(() => fontSize(later) === 25, 'the size from before');
      expect(panel(later)).to.equal(null);
    });

    it('takes no harm from what stands in the storage', async () => {
      for (const text of ['{"size":"huge","contrast":"yes","digits":1}', 'null', '[', '""']) {
        sessionStorage.setItem(KEY, text);
        const survey = await SurveyDriver.open(short());
        await until(() => toggle(survey), `the tools in spite of ${text}`);
        expect(fontSize(survey)).to.equal(20);
        cleanUp();
      }
    });

    it('goes back to standard for the next person at a kiosk, and leaves nothing in the session', async () => {
      const survey = await atCY2(kiosk());
      await openTools(survey);
      await survey.press('.aids button[value=largest]');
      for (const name of ['contrast', 'digits', 'helped']) await set(survey, name);
      await survey.goTo('review', () => 1);
      expect(fontSize(survey)).to.equal(32);
      await survey.handIn();
      await until(() => survey.text.includes('答卷已经存好'), 'saved');
      expect(fontSize(survey), 'thanks are still theirs').to.equal(32);
      await survey.pressText('换下一位来答');
      await until(() => survey.all('input[name=participate]').length === 1, 'consent');
      expect(fontSize(survey)).to.equal(20);
      await openTools(survey);
      expect(survey.all<HTMLInputElement>('.aids input').map(({ name, checked }) => [name, checked])).to.deep.equal([
        ['reading', false],
        ['contrast', false],
        ['digits', false],
        ['helped', false],
      ]);
      expect(helper(survey)).to.equal('');
      await survey.press('.aids button[value=large]');
      await survey.element.reset();
      await survey.settle();
      expect(fontSize(survey)).to.equal(20);
      expect(sessionStorage.getItem(KEY)).to.equal(null);
    });

    for (const width of [360, 320]) {
      it(`makes no screen scroll sideways at ${width} px, at any size, in both languages`, async function () {
        this.timeout(120_000);
        for (const lang of ['zh-Hans', 'en']) {
          const place = document.createElement('div');
          place.style.inlineSize = `${width}px`;
          document.body.append(place);
          const survey = await SurveyDriver.open(
            html`<canyu-survey lang=${lang} study=${study} group="resident" mode="helped"></canyu-survey>`,
            place,
          );
          await until(() => toggle(survey), 'the tools');
          const page = survey.root.querySelector('.page')!;
          const fits = async (where: string): Promise<void> => {
            for (const size of ['standard', 'large', 'largest']) {
              if (!panel(survey)) await openTools(survey);
              await survey.press(`.aids button[value=${size}]`);
              expect(page.scrollWidth, `${where} ${lang} ${size}`).to.be.at.most(page.clientWidth);
              for (const one of survey.all('.page *:not(.unseen)')) {
                const { right } = one.getBoundingClientRect();
                const edge = page.getBoundingClientRect().right;
                expect(right, `${where} ${lang} ${size} ${one.outerHTML.slice(0, 80)}`).to.be.at.most(edge + 0.5);
              }
            }
          };
          await fits('consent');
          await survey.consent();
          await set(survey, 'digits').catch(() => undefined);
          for (const stop of ['FQ1', 'LD', 'CY1', 'link']) {
            await survey.goTo(stop);
            await fits(stop);
          }
          for (const id of ['G1', 'G2', 'G3', 'G4', 'G5', 'G6']) {
            await until(() => survey.item === id, id);
            await fits(id);
            await survey.choose('?');
            await survey.next();
          }
          await survey.next();
          await survey.goTo('OQ1');
          await fits('OQ1');
          await survey.goTo('review', () => 1);
          await fits('review');
          await survey.handIn();
          await until(() => survey.root.querySelector('.saved'), 'saved');
          await fits('thanks');
          cleanUp();
          place.remove();
          sessionStorage.clear();
        }
      });
    }
  });

  describe('reading aloud', () => {
    it('says the question, then each answer in order, and marks what it is at by more than colour', async () => {
      speech.hold();
      const survey = await atCY2();
      await openTools(survey);
      await survey.pressText('朗读这一题');
      const marked = (): string[] => survey.all('[data-reading]').map((one) => one.textContent.trim());
      for (const [i, sentence] of CY2.entries()) {
        await heard(i + 1);
        expect(speech.spoken.at(-1)?.text).to.equal(sentence);
        expect(marked()).to.deep.equal([sentence]);
        expect(getComputedStyle(survey.all('[data-reading]')[0]!).outlineStyle).to.equal('dashed');
        speech.finish();
      }
      await until(() => survey.text.includes('朗读这一题'), 'the end');
      expect(marked()).to.deep.equal([]);
      const [first] = speech.spoken;
      expect(first).to.include({ lang: 'zh-CN', voice: mandarin });
      expect(first?.rate).to.be.lessThan(1);
    });

    it('says the lead-in before the question', async () => {
      const survey = await SurveyDriver.open(full());
      await survey.consent(false);
      await survey.goTo('FQ1');
      await openTools(survey);
      await survey.pressText('朗读这一题');
      await until(() => survey.text.includes('朗读这一题') && speech.spoken.length > 3, 'the end');
      const stem = survey.root.querySelector('.stem')!.textContent.trim();
      expect(stem).not.to.equal('');
      expect(speech.text.replace(/\s/g, '')).to.match(new RegExp(`^${stem.replace(/[?？]/g, '.')}看演出、听讲座`));
    });

    it('stops when it is told to, when the next question comes, and when the survey leaves the page', async () => {
      speech.hold();
      const survey = await atCY2();
      await openTools(survey);
      await survey.pressText('朗读这一题');
      await heard(1);
      await survey.pressText('停止朗读');
      expect(speech.speaking).to.equal(false);
      expect(survey.all('[data-reading]')).to.have.length(0);
      await survey.pressText('朗读这一题');
      await heard(2);
      await survey.next();
      await until(() => survey.item !== 'CY2', 'the next question');
      expect(speech.speaking).to.equal(false);
      expect(survey.all('[data-reading]')).to.have.length(0);
      await survey.pressText('朗读这一题');
      await heard(3);
      survey.element.remove();
      expect(speech.speaking).to.equal(false);
      await survey.settle();
      expect(speech.spoken).to.have.length(3);
    });

    it('stops when the language changes, and then reads the other one', async () => {
      speech.voices = [mandarin, voice('Samantha', 'en-US')];
      speech.hold();
      document.documentElement.lang = 'zh-CN';
      const survey = await atCY2();
      await openTools(survey);
      await survey.pressText('朗读这一题');
      await heard(1);
      document.documentElement.lang = 'en';
      await until(() => survey.heading.startsWith('What residents said'), 'English');
      expect(speech.speaking).to.equal(false);
      await until(() => survey.text.includes('Read this question aloud'), 'the words of the tools');
      await survey.pressText('Read this question aloud');
      await heard(2);
      expect(speech.spoken[1]).to.include({
        text: 'What residents said has really made the community change what it does.',
        lang: 'en-US',
      });
    });

    it('reads every question by itself once that is switched on, and other pages only when asked', async () => {
      const survey = await SurveyDriver.open(short());
      await openTools(survey);
      await set(survey, 'reading');
      await until(() => speech.text.includes('参加之前'), 'the consent, because it was just switched on');
      await survey.pressText('停止朗读').catch(() => undefined);
      const before = speech.spoken.length;
      await survey.consent(false);
      const question = survey.heading;
      await until(() => speech.spoken.slice(before).some(({ text }) => text === question), 'the first question');
      expect(speech.spoken.slice(before).map(({ text }) => text)).not.to.contain('答题之前');
      await survey.next();
      await until(() => speech.spoken.some(({ text }) => text === survey.heading), 'the second question');
    });

    it('says plainly that there is no voice, and takes it back when voices arrive after all', async () => {
      speech.voices = [
        voice('Google 普通话', 'zh-CN', false),
        voice('Sinji', 'zh-HK'),
        voice('Meijia', 'zh-TW'),
        voice('Samantha', 'en-US'),
      ];
      const survey = await atCY2();
      await openTools(survey);
      await survey.pressText('朗读这一题');
      await until(() => survey.text.includes('没有能用的普通话语音'), 'the explanation');
      expect(survey.root.querySelector('.aids [role=status]')?.textContent).to.contain('请家人或志愿者念');
      expect(speech.spoken).to.have.length(0);
      await expectAccessible(survey.element);
      speech.arrive([mandarin]);
      await until(() => !survey.text.includes('没有能用的普通话语音'), 'the message to go');
      await survey.pressText('朗读这一题');
      await until(() => speech.spoken.length === CY2.length, 'the reading');
    });

    it('waits for voices that arrive late', async () => {
      speech.voices = [];
      const survey = await atCY2();
      await openTools(survey);
      await survey.pressText('朗读这一题');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(survey.text).to.contain('停止朗读').and.not.to.contain('没有能用的');
      speech.arrive([mandarin]);
      await until(() => speech.spoken.length === CY2.length, 'the reading');
    });

    it('says so where the browser has no speech at all, or does not allow it', async () => {
      speech.remove();
      speech = new FakeSpeech([]).install(false);
      const survey = await atCY2();
      await openTools(survey);
      await survey.pressText('朗读这一题');
      await until(() => survey.text.includes('没有能用的普通话语音'), 'the explanation');
      cleanUp();
      speech.remove();
      speech = new FakeSpeech([mandarin]).install();
      speech.failWith('not-allowed');
      const other = await atCY2(
        html`<canyu-survey study=${`${study}-again`} form="short" group="resident"></canyu-survey>`,
      );
      await openTools(other);
      await other.pressText('朗读这一题');
      await until(() => other.text.includes('请再点一次'), 'what to do');
      speech.failWith('synthesis-failed');
      await other.pressText('朗读这一题');
      await until(() => other.text.includes('朗读没能继续'), 'what to do');
    });

    it('reads whole pages too: consent, the linking questions, open questions', async () => {
      const survey = await SurveyDriver.open(full());
      await openTools(survey);
      await survey.pressText('朗读这一页');
      await until(() => survey.text.includes('朗读这一页'), 'the end');
      expect(speech.text)
        .to.contain(survey.heading)
        .and.to.contain(survey.all('.box span')[0]!.textContent.trim())
        .and.not.to.contain('撤回以前的答卷');
      await survey.consent();
      await survey.goTo('link');
      const parts = readingParts(survey.root.querySelector('.step')!).map(({ text }) => text);
      expect(parts.some((text) => text === survey.heading)).to.equal(true);
      expect(parts.join('')).not.to.contain('跳过这一步');
    });
  });

  describe('speech', () => {
    it('takes only voices of the device, in Mandarin or English', () => {
      const names = (locale: 'zh-Hans' | 'en', ...voices: SpeechSynthesisVoice[]): string | undefined =>
        voiceFor(voices, locale)?.name;
      for (const lang of [
        'zh-CN',
        'zh_CN',
        'zh-Hans-CN',
        'zh-CN-#Hans',
        'cmn-CN',
        'cmn',
        'cmn-Hans-CN',
        'zh',
        'ZH-cn',
      ]) {
        expect(names('zh-Hans', voice('x', lang)), lang).to.equal('x');
      }
      for (const lang of [
        'zh-HK',
        'zh-TW',
        'yue',
        'yue-CN',
        'zh-Hant',
        'cmn-TW',
        'cmn-Hant-TW',
        'zh-Hans-HK',
        'en',
        'ja',
      ]) {
        expect(names('zh-Hans', voice('x', lang)), lang).to.equal(undefined);
      }
      expect(names('zh-Hans', voice('far', 'zh-CN', false))).to.equal(undefined);
      expect(names('en', voice('Albert', 'en-US'), voice('Samantha', 'en-US'))).to.equal('Samantha');
      expect(names('en', voice('Albert', 'en-US'), voice('mine', 'en-GB', true, true))).to.equal('mine');
      expect(names('en', voice('a', 'enm'), voice('b', 'en_GB'))).to.equal('b');
    });

    it('speaks sentence by sentence, short enough for browsers that stop after 15 seconds', () => {
      expect(sentencesOf('第一句。第二句！“第三句？”', 'zh-Hans')).to.deep.equal([
        '第一句。',
        '第二句！',
        '“第三句？”',
      ]);
      expect(sentencesOf('One. Two? About 3.5 hours, e.g. here.', 'en')).to.deep.equal([
        'One.',
        'Two?',
        'About 3.5 hours, e.g.',
        'here.',
      ]);
      expect(sentencesOf('…… —', 'zh-Hans')).to.deep.equal([]);
      const long = `${'这是一个很长的句子，中间有许多逗号，'.repeat(8)}完。`;
      const pieces = sentencesOf(long, 'zh-Hans');
      expect(Math.max(...pieces.map(({ length }) => length))).to.be.at.most(45);
      expect(pieces.join('').replace(/\s/g, '')).to.equal(long);
      const english = `${'a rather long clause, and then another one, '.repeat(9)}end.`;
      expect(Math.max(...sentencesOf(english, 'en').map(({ length }) => length))).to.be.at.most(160);
      expect(sentencesOf(english, 'en').join(' ')).to.equal(english);
    });

    it('gives up on a browser that takes a sentence and never speaks it, or never ends it', async () => {
      const patience = { start: 20, end: 20, character: 0, voices: 10 };
      speech.mute();
      expect(await new Speech(speech.synthesis, patience).say('你好', mandarin)).to.equal('failed');
      speech.hold();
      expect(await new Speech(speech.synthesis, patience).say('你好', mandarin)).to.equal('failed');
      expect(speech.speaking).to.equal(false);
      speech.voices = [];
      expect(await new Speech(speech.synthesis, patience).voice('zh-Hans')).to.equal(undefined);
    });

    it('does not silence what another part of the page says', async () => {
      speech.hold();
      const one = new Speech(speech.synthesis);
      const said = one.say('你好', mandarin);
      new Speech(speech.synthesis).stop();
      await heard(1);
      expect(speech.speaking).to.equal(true);
      one.stop();
      expect(await said).to.equal('stopped');
    });
  });

  describe('recordings', () => {
    const file = {
      schema: 'canyu-study/1',
      id: 'recorded',
      title: { 'zh-Hans': '有录音的', en: 'Recorded' },
      instrument: 'participation-trust@1.0.0',
      waves: [
        { id: 'pre', label: { 'zh-Hans': '前', en: 'Before' } },
        { id: 'post', label: { 'zh-Hans': '后', en: 'After' } },
      ],
      groups: ['resident'],
      communities: [],
      linking: 'none',
      audio: { 'zh-Hans': 'sound/zh/' },
      consent: {
        organisation: { 'zh-Hans': '某机构', en: 'An organisation' },
        contact: { 'zh-Hans': '某处', en: 'Somewhere' },
        storedIn: { 'zh-Hans': '某地', en: 'Some place' },
        tokensDestroyedBy: '2030-01-01',
        keptUntil: '2031-01-01',
        resultsOn: { 'zh-Hans': '某日', en: 'Some day' },
      },
    };
    const { fetch, Audio } = window;
    beforeEach(async () => {
      // Browsers let a page make a sound only after somebody has pressed something.
      const { sendKeys } = await import('@web/test-runner-commands');
      await sendKeys({ press: 'a' });
      window.fetch = (address, ...rest): Promise<Response> =>
        address === '/studies/2026/study.json'
          ? Promise.resolve(new Response(JSON.stringify(file)))
          : fetch(address, ...rest);
    });
    afterEach(() => {
      window.fetch = fetch;
      window.Audio = Audio;
    });
    const recorded = (): TemplateResult =>
      html`<canyu-survey src="/studies/2026/study.json" form="short"></canyu-survey>`;
    const open = async (): Promise<SurveyDriver> => {
      const survey = await SurveyDriver.open(recorded());
      await survey.press('input[name=participate]');
      await survey.press('input[name=process]');
      await survey.next();
      await until(() => survey.text.includes('答题之前'), 'the frame');
      await survey.next();
      await survey.goTo('CY2');
      await openTools(survey);
      return survey;
    };

    it('plays the study’s own recording of the question, beside the study file', async () => {
      const asked: string[] = [];
      const players: HTMLAudioElement[] = [];
      window.Audio = function player() {
        const audio = document.createElement('audio');
        Object.defineProperty(audio, 'src', { set: (address: string) => asked.push(address) });
        audio.play = (): Promise<void> => {
          audio.dispatchEvent(new Event('playing'));
          return Promise.resolve();
        };
        audio.pause = (): void => void players.splice(players.indexOf(audio), 1);
        players.push(audio);
        return audio;
      } as unknown as typeof Audio;
      const survey = await open();
      await survey.pressText('朗读这一题');
      await until(() => asked.length === 1, 'the recording');
      expect(asked).to.deep.equal([`${location.origin}/studies/2026/sound/zh/resident-CY2.mp3`]);
      expect(survey.all('[data-reading]').map(({ tagName }) => tagName)).to.deep.equal(['H2']);
      players[0]?.dispatchEvent(new Event('ended'));
      await until(() => survey.text.includes('朗读这一题'), 'the end');
      expect(players).to.have.length(0);
      await survey.pressText('朗读这一题');
      await until(() => players.length === 1, 'the recording again');
      await survey.next();
      await until(() => survey.item !== 'CY2', 'the next question');
      expect(players, 'silence at the next question').to.have.length(0);
      expect(speech.spoken).to.have.length(0);
    });

    it('reads with the device’s voice where there is no recording, and does not ask for it again', async () => {
      const survey = await open();
      await survey.pressText('朗读这一题');
      await until(() => speech.spoken.length === CY2.length, 'the voice');
      expect(speech.spoken.map(({ text }) => text)).to.deep.equal(CY2);
      await until(() => survey.text.includes('朗读这一题'), 'the end');
      window.Audio = function never(): never {
        throw new Error('asked again');
      } as unknown as typeof Audio;
      await survey.pressText('朗读这一题');
      await until(() => speech.spoken.length === CY2.length * 2, 'the voice again');
    });

    it('tells a missing recording from one that was stopped', async () => {
      const recording = new Recording();
      const gone = `${location.origin}/no/such/resident-CY2.mp3`;
      const played = recording.play(gone);
      recording.stop();
      expect(await played).to.equal('stopped');
      expect(recording.mayPlay(gone)).to.equal(true);
      expect(await recording.play(gone)).to.equal('missing');
      expect(recording.mayPlay(gone)).to.equal(false);
    });
  });

  describe('contrast', () => {
    it('turns everything black and white, light or dark, and back', async () => {
      const survey = await atCY2();
      await openTools(survey);
      const colours = (): string[] => {
        const { color, backgroundColor } = getComputedStyle(survey.element);
        return [color, backgroundColor];
      };
      const before = colours();
      await set(survey, 'contrast');
      expect(colours()).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      expect(getComputedStyle(survey.all('.option')[0]!).borderTopWidth).to.equal('2px');
      await expectAccessible(survey.element);
      survey.element.parentElement!.style.colorScheme = 'dark';
      if (CSS.supports('color', 'light-dark(#000, #fff)')) {
        expect(colours()).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
        await expectAccessible(survey.element);
      }
      survey.element.parentElement!.style.colorScheme = '';
      // What is loaded later must not take the colours away again.
      await survey.goTo('review', () => 1);
      expect(colours()).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      await openTools(survey);
      await set(survey, 'contrast');
      expect(colours()).to.deep.equal(before);
    });
  });

  describe('number keys', () => {
    const key = async (
      survey: SurveyDriver,
      press: string,
      more: KeyboardEventInit = {},
      target: Element = survey.root.activeElement ?? document.body,
    ): Promise<KeyboardEvent> => {
      const event = new KeyboardEvent('keydown', {
        key: press,
        bubbles: true,
        composed: true,
        cancelable: true,
        ...more,
      });
      target.dispatchEvent(event);
      await survey.settle();
      return event;
    };
    const chosen = (survey: SurveyDriver): string | undefined => survey.radios.find(({ checked }) => checked)?.value;
    const numbered = (survey: SurveyDriver): boolean =>
      getComputedStyle(survey.all('.step .option')[0]!, '::before').content.includes('counter');

    it('do nothing until they are switched on; then they choose, and Enter goes on', async () => {
      const { sendKeys } = await import('@web/test-runner-commands');
      const survey = await atCY2();
      await sendKeys({ press: '4' });
      await survey.settle();
      expect(chosen(survey)).to.equal(undefined);
      expect(numbered(survey)).to.equal(false);
      await openTools(survey);
      await set(survey, 'digits');
      expect(numbered(survey)).to.equal(true);
      await survey.pressText('收起');
      for (const [press, value] of [
        ['4', '4'],
        ['6', 'dk'],
        ['7', 'pns'],
        ['2', '2'],
      ] as const) {
        await sendKeys({ press });
        await survey.settle();
        expect(chosen(survey), press).to.equal(value);
      }
      await key(survey, '8');
      expect(chosen(survey), 'there is no eighth answer').to.equal('2');
      await key(survey, '1', { code: 'Numpad1' });
      expect(chosen(survey)).to.equal('1');
      await sendKeys({ press: 'Enter' });
      await until(() => survey.item !== 'CY2', 'the next question');
      await sendKeys({ press: '5' });
      await survey.settle();
      expect(chosen(survey), 'with the focus on the new question').to.equal('5');
    });

    it('are left alone with a modifier, while held down, and while an input method is composing', async () => {
      const survey = await atCY2();
      await openTools(survey);
      await set(survey, 'digits');
      for (const more of [
        { ctrlKey: true },
        { altKey: true },
        { metaKey: true },
        { repeat: true },
        { isComposing: true },
        Object.fromEntries([['keyCode', imeKeyCode]]),
      ]) {
        const event = await key(survey, '3', more);
        expect(chosen(survey), JSON.stringify(more)).to.equal(undefined);
        expect(event.defaultPrevented).to.equal(false);
      }
      await key(survey, '3');
      expect(chosen(survey)).to.equal('3');
    });

    it('are left alone in a text field, in the linking questions, and elsewhere on the page', async () => {
      const survey = await SurveyDriver.open(full());
      await openTools(survey);
      await set(survey, 'digits');
      await survey.consent();
      await survey.goTo('CY2');
      const field = document.createElement('input');
      document.body.append(field);
      await key(survey, '3', {}, field);
      expect(chosen(survey)).to.equal(undefined);
      await key(survey, '3', {}, document.body);
      expect(chosen(survey), 'nothing has the focus').to.equal('3');
      field.remove();
      await survey.goTo('link');
      expect(numbered(survey)).to.equal(false);
      await survey.next();
      await until(() => survey.item === 'G2', 'G2');
      await key(survey, '3');
      expect(chosen(survey)).to.equal(undefined);
      await survey.pressText('不留了，跳过这一步');
      await survey.goTo('OQ1');
      const [area] = survey.all<HTMLTextAreaElement>('textarea');
      const event = await key(survey, '3', {}, area);
      expect(event.defaultPrevented).to.equal(false);
      expect(survey.item).to.equal('OQ1');
    });

    it('choose for the question that has the focus where a page has several', async () => {
      const survey = await SurveyDriver.open(
        html`<canyu-survey study=${study} form="short" layout="page" group="resident"></canyu-survey>`,
      );
      await openTools(survey);
      await set(survey, 'digits');
      await survey.consent(false);
      await until(() => survey.all('fieldset').length === 12, 'the page of questions');
      const [, second] = survey.all<HTMLElement>('fieldset');
      const name = second!.querySelector('input')!.name;
      (survey.root.activeElement as HTMLElement).blur();
      await key(survey, '2', {}, document.body);
      expect(chosen(survey)).to.equal(undefined);
      second!.querySelector('input')!.focus();
      await key(survey, '2');
      expect(survey.radios.filter(({ checked }) => checked).map((one) => [one.name, one.value])).to.deep.equal([
        [name, '2'],
      ]);
    });

    it('choose only in the survey that has the focus where a page has two', async () => {
      const one = await atCY2();
      await openTools(one);
      await set(one, 'digits');
      const two = await SurveyDriver.open(
        html`<canyu-survey study=${`${study}-two`} form="short" group="resident"></canyu-survey>`,
      );
      await until(() => toggle(two), 'the tools of the session');
      await two.consent(false);
      await two.goTo('CY2');
      await key(two, '3');
      expect([chosen(one), chosen(two)]).to.deep.equal([undefined, '3']);
      (two.root.activeElement as HTMLElement).blur();
      await key(two, '4', {}, document.body);
      expect([chosen(one), chosen(two)], 'one of them where none has it').to.deep.equal(['4', '3']);
    });

    it('and Enter leave an input method alone in the field for the family name', async () => {
      const survey = await SurveyDriver.open(full());
      await openTools(survey);
      await set(survey, 'digits');
      await survey.consent();
      await survey.goTo('link');
      const [field] = survey.all<HTMLInputElement>('input.name');
      field!.focus();
      const digit = await key(survey, '1', { isComposing: true }, field);
      expect(digit.defaultPrevented).to.equal(false);
      const enter = await key(survey, 'Enter', { isComposing: true }, field);
      expect(enter.defaultPrevented, 'the form is not sent').to.equal(true);
      expect(survey.item).to.equal('G1');
    });

    it('stop with the survey', async () => {
      const survey = await atCY2();
      await openTools(survey);
      await set(survey, 'digits');
      const radio = survey.radios[2]!;
      survey.element.remove();
      await key(survey, '3', {}, document.body);
      expect(radio.checked).to.equal(false);
    });
  });

  describe('a helper', () => {
    it('is told who may help and who may not, and the response says so', async () => {
      const survey = await SurveyDriver.open(short());
      await openTools(survey);
      expect(helper(survey)).to.equal('');
      await set(survey, 'helped');
      expect(helper(survey))
        .to.contain('邻里志愿者')
        .and.to.contain('社区居委会、街道的工作人员')
        .and.to.contain('只念题');
      await survey.consent(false);
      expect(helper(survey), 'two sentences beside a question').to.contain('居委会、街道的工作人员请不要帮忙');
      await survey.goTo('review', () => 1);
      await survey.handIn();
      await until(() => survey.text.includes('答卷已经存好'), 'saved');
      expect((await storedResponses())[0]?.mode).to.equal('helped');
      expect(helper(survey)).to.equal('');
    });

    it('is told again when the half-finished sheet is taken up after a reload', async () => {
      const before = await SurveyDriver.open(short());
      await openTools(before);
      await set(before, 'helped');
      await before.consent(false);
      await before.goTo('CJ1', () => 4);
      // Not looked up in the database: asking for one that is not there yet would make an empty one.
      let saved = false;
      before.element.addEventListener('canyu-saved', () => (saved = true));
      await before.choose(4);
      await until(() => saved, 'the draft');
      cleanUp();
      const after = await SurveyDriver.open(short());
      await after.press('button.main');
      await until(() => helper(after), 'the notice');
      expect(panel(after)).to.equal(null);
    });

    it('can be taken back', async () => {
      const survey = await atCY2();
      await openTools(survey);
      await set(survey, 'helped');
      await set(survey, 'helped');
      expect(helper(survey)).to.equal('');
      await survey.goTo('review', () => 1);
      await survey.handIn();
      await until(() => survey.text.includes('答卷已经存好'), 'saved');
      expect((await storedResponses())[0]?.mode).to.equal('self');
    });

    it('sees the notice at once with mode="helped", formally as an official', async () => {
      const survey = await SurveyDriver.open(
        html`<canyu-survey study=${study} mode="helped" group="resident"></canyu-survey>`,
      );
      await until(() => helper(survey).includes('邻里志愿者'), 'the notice');
      expect(panel(survey)).to.equal(null);
      await expectAccessible(survey.element);
      const official = await SurveyDriver.open(
        html`<canyu-survey study=${study} mode="helped" group="official"></canyu-survey>`,
      );
      await until(() => helper(official).includes('不可协助：社区居委会、街道的工作人员'), 'the formal notice');
    });
  });
});
