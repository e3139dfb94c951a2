import { expect } from 'chai';
import type { CanyuSurvey } from '../../src/elements/survey/canyu-survey.js';
import '../../src/define/canyu-survey.js';
import { readInstrumentFile } from '../../src/elements/survey/own-instrument.js';
import { cleanUp, until } from '../support/fixture.js';

const en = (text: string) => ({ en: text });
const item = (id: string, kind: string, more: object = {}) => ({
  id,
  kind,
  key: 1,
  mirror: 'same',
  prompt: { resident: en(`About ${id}`) },
  ...more,
});
/** English only, one group, no short form, no frame, no words for "not clear". */
const own = {
  schema: 'canyu-instrument/1',
  id: 'english',
  version: '1',
  title: en('English only'),
  scales: { two: { points: [0, 1].map((value) => ({ value, label: en(`answer ${value}`) })) } },
  constructs: [],
  items: [
    item('N', 'note', { prompt: { resident: en('Read this.\nAnd this.') } }),
    item('A', 'rating', { scale: 'two' }),
    item('T', 'text'),
    item('B', 'choice', { scale: 'two', relevant: { item: 'A', equals: 1 } }),
    item('C', 'choice', { scale: 'two' }),
  ],
  forms: { full: { resident: { closed: ['N', 'A', 'T', 'B', 'C'] } } },
};

const addressOf = (value: unknown): string =>
  URL.createObjectURL(new Blob([JSON.stringify(value)], { type: 'application/json' }));
const all = (survey: CanyuSurvey, selector: string): HTMLElement[] => [
  ...(survey.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const names = (survey: CanyuSurvey): string[] => [
  ...new Set(all(survey, 'input[type=radio]').map((radio) => (radio as HTMLInputElement).name)),
];

async function open(attributes: Record<string, string>): Promise<CanyuSurvey> {
  const survey = document.createElement('canyu-survey');
  survey.lang = 'zh-Hans';
  for (const [name, value] of Object.entries({ study: `own-${Math.random()}`, ...attributes })) {
    survey.setAttribute(name, value);
  }
  document.body.append(survey);
  await until(() => all(survey, '[name=participate], [part=heading]').length > 0);
  return survey;
}

async function start(survey: CanyuSurvey): Promise<void> {
  for (const name of ['participate', 'process']) all(survey, `[name=${name}]`)[0]?.click();
  await next(survey);
}

async function next(survey: CanyuSurvey): Promise<void> {
  const before = survey.shadowRoot?.querySelector('h2')?.textContent;
  all(survey, 'button[type=submit]')[0]?.click();
  await until(() => all(survey, 'h2').length > 0 && survey.shadowRoot?.querySelector('h2')?.textContent !== before);
}

describe('an instrument of the site’s own', () => {
  afterEach(cleanUp);

  it('is read with words for what it leaves out, and asked for once', async () => {
    const src = addressOf(own);
    const [first, second] = await Promise.all([readInstrumentFile(src), readInstrumentFile(src)]);
    expect(first).to.equal(second);
    if ('code' in first) throw new Error(first.code);
    expect(first.missing?.dk).to.have.keys('zh-Hans', 'en');
    expect(first.forms.short.resident).to.deep.equal(first.forms.full.resident);
    expect(first.items.every(({ short }) => short)).to.equal(true);
  });

  it('says what is wrong and is asked for again', async () => {
    const trouble = await readInstrumentFile(addressOf({ ...own, items: [] }));
    expect(trouble).to.include({ code: 'instrument-invalid' });
    expect('problems' in trouble && trouble.problems?.[0]?.path).to.equal('/items');
    expect(await readInstrumentFile(addressOf({ schema: 'canyu-instrument/7' }))).to.include({ code: 'newer-schema' });
    expect(await readInstrumentFile('/nothing/here.json')).to.include({ code: 'instrument-not-found' });
    expect(await readInstrumentFile('http://[')).to.include({ code: 'instrument-not-found' });
  });

  it('in one language only is marked as that language, beside the words of the page', async () => {
    const survey = await open({ instrument: addressOf(own), form: 'short' });
    await start(survey);
    expect(all(survey, 'form.step > p').every((line) => line.textContent?.trim() !== '')).to.equal(true);
    await next(survey);
    expect(all(survey, 'h2')[0]?.textContent).to.equal('Read this.');
    expect(all(survey, 'h2')[0]?.closest('[lang]')?.getAttribute('lang')).to.equal('en');
    expect(all(survey, 'p').some((line) => line.textContent === 'And this.')).to.equal(true);
    await next(survey);
    expect(all(survey, 'legend')[0]?.lang).to.equal('en');
    const labels = all(survey, '.option span').map((label) => label.textContent);
    expect(labels).to.deep.equal(['answer 0', 'answer 1', '不清楚', '不想说']);
    expect(all(survey, '.apart')[0]?.closest('[lang]')?.getAttribute('lang')).to.equal('zh-Hans');
  });

  it('on one page: the note stands between the questions, an open question has a screen, a condition shows its question', async () => {
    const survey = await open({ instrument: addressOf(own), layout: 'page' });
    await start(survey);
    await next(survey);
    await until(() => names(survey).length > 0);
    expect(names(survey)).to.deep.equal(['A']);
    expect(all(survey, 'h2')[0]?.textContent).to.equal('Read this.');
    all(survey, 'input[value="1"]')[0]?.click();
    await next(survey);
    expect(all(survey, 'textarea')).to.have.length(1);
    await next(survey);
    expect(names(survey)).to.deep.equal(['B', 'C']);
    await next(survey);
    await until(() => all(survey, 'ul.review').length > 0);
    expect(all(survey, 'ul.review .question').map((line) => line.textContent)).to.deep.equal([
      'About A',
      'About T',
      'About B',
      'About C',
    ]);
  });
});
