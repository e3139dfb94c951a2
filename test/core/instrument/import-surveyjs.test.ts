import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importSurveyJs } from '../../../src/core/instrument/import/surveyjs.js';
import type { ImportOptions } from '../../../src/core/instrument/import/draft.js';
import type { Item } from '../../../src/core/instrument/types.js';

/** Imports and expects it to work. */
function taken(survey: unknown, options?: ImportOptions) {
  const read = importSurveyJs(survey, options);
  assert.ok(read.ok, JSON.stringify(read));
  const { instrument, leftOut } = read;
  const item = (id: string): Item => {
    const found = instrument.items.find((one) => one.id === id);
    assert.ok(found, `${id} is not there: ${instrument.items.map((one) => one.id).join(' ')}`);
    return found;
  };
  return {
    instrument,
    leftOut,
    left: leftOut.map(({ path, why, question }) => `${path} ${why}${question ? ' !' : ''}`),
    item,
    prompt: (id: string) => item(id).prompt.resident,
    points: (id: string) => instrument.scales[item(id).scale ?? '']?.points.map(({ value, label }) => [value, label]),
  };
}

/** The shape of the product feedback survey that SurveyJS hands out with its quick-starts (old spelling of the rate descriptions). */
const feedback = {
  title: 'Product Feedback Survey',
  showProgressBar: 'top',
  pages: [
    {
      name: 'page1',
      elements: [
        {
          type: 'matrix',
          name: 'Quality',
          title: 'Please indicate if you agree or disagree with the following statements',
          isRequired: true,
          columns: [
            { value: 5, text: 'Strongly agree' },
            { value: 4, text: 'Agree' },
            { value: 3, text: 'Neutral' },
            { value: 2, text: 'Disagree' },
            { value: 1, text: 'Strongly disagree' },
          ],
          rows: [
            { value: 'affordable', text: 'Product is affordable' },
            { value: 'does what it claims', text: 'Product does what it claims' },
            { value: 'easy to use' },
          ],
        },
        {
          type: 'rating',
          name: 'satisfaction',
          title: 'How satisfied are you with the product?',
          mininumRateDescription: 'Not satisfied',
          maximumRateDescription: 'Completely satisfied',
        },
        {
          type: 'rating',
          name: 'recommend friends',
          visibleIf: '{satisfaction} > 3',
          title: 'Would you recommend it?',
        },
        { type: 'comment', name: 'suggestions', title: 'What would make you more satisfied?' },
      ],
    },
    {
      name: 'page2',
      elements: [
        {
          type: 'radiogroup',
          name: 'price',
          title: 'Compared to our competitors, do you feel the product is',
          choices: ['Less expensive', 'Priced about the same', 'More expensive', 'Not sure'],
          hasOther: true,
        },
        { type: 'text', name: 'email', inputType: 'email', title: 'Your e-mail' },
        {
          type: 'text',
          name: 'years',
          inputType: 'number',
          title: 'For how many years?',
          validators: [{ type: 'numeric' }],
        },
        { type: 'checkbox', name: 'features', choices: ['a', 'b'] },
      ],
    },
  ],
};

test('the product feedback survey: ratings with their numbers, a choice, open questions, and a list of the rest', () => {
  const { instrument, item, points, prompt, left } = taken(feedback);
  assert.deepEqual(
    instrument.items.map(({ id, kind }) => `${id} ${kind}`),
    [
      'Quality.affordable rating',
      'Quality.does_what_it_claims rating',
      'Quality.easy_to_use rating',
      'satisfaction rating',
      'recommend_friends rating',
      'suggestions text',
      'price choice',
      'years text',
    ],
  );
  assert.deepEqual(points('Quality.affordable')?.[0], [5, { en: 'Strongly agree' }]);
  assert.deepEqual(prompt('Quality.easy_to_use'), { en: 'easy to use' });
  assert.deepEqual(item('Quality.affordable').stem?.resident, { en: feedback.pages[0]?.elements[0]?.title });
  assert.deepEqual(points('satisfaction'), [
    [1, { en: '1 (Not satisfied)' }],
    [2, { en: '2' }],
    [3, { en: '3' }],
    [4, { en: '4' }],
    [5, { en: '5 (Completely satisfied)' }],
  ]);
  assert.deepEqual(points('price')?.at(-1), [3, { en: 'Not sure' }]);
  assert.deepEqual(instrument.constructs, [
    {
      id: 'Quality',
      label: { en: feedback.pages[0]?.elements[0]?.title },
      items: ['Quality.affordable', 'Quality.does_what_it_claims', 'Quality.easy_to_use'],
      comparison: 'same',
    },
  ]);
  // Open questions at the end are the open part; the one in the middle stays where it was.
  assert.deepEqual(instrument.forms.full.resident?.open, ['years']);
  assert.ok(instrument.forms.full.resident?.closed.includes('suggestions'));
  assert.deepEqual(left, [
    '/pages/0/elements/0/rows/1 renamed',
    '/pages/0/elements/0/rows/2 renamed',
    '/pages/0/elements/0/isRequired required',
    '/pages/0/elements/2 renamed',
    '/pages/0/elements/2/visibleIf condition',
    '/pages/1/elements/0/hasOther other-answer',
    '/pages/1/elements/1 personal !',
    '/pages/1/elements/2/validators validation',
    '/pages/1/elements/2/inputType as-text',
    '/pages/1/elements/3 multiple-choice !',
    '/showProgressBar look',
  ]);
});

test('texts in several languages; an untagged text is in the language it is written in', () => {
  const { instrument, prompt, points } = taken({
    title: { default: '社区问卷', en: 'Community survey' },
    pages: [
      {
        elements: [
          {
            type: 'radiogroup',
            name: 'a',
            title: { default: '您参加过吗？', en: 'Have you taken part?', 'zh-tw': '您參加過嗎？' },
            choices: [
              { value: 'y', text: { default: '参加过', en: 'Yes' } },
              { value: 'n', text: { 'zh-cn': '没有', default: '沒有', en: 'No' } },
            ],
          },
        ],
      },
    ],
  });
  assert.deepEqual(instrument.title, { 'zh-Hans': '社区问卷', en: 'Community survey' });
  assert.deepEqual(prompt('a'), { 'zh-Hans': '您参加过吗？', en: 'Have you taken part?', 'zh-Hant': '您參加過嗎？' });
  assert.deepEqual(points('a'), [
    [0, { 'zh-Hans': '参加过', en: 'Yes' }],
    [1, { 'zh-Hans': '没有', en: 'No' }],
  ]);
  const french = taken({ locale: 'fr', elements: [{ type: 'comment', name: 'q', title: 'Pourquoi ?' }] });
  assert.deepEqual(french.prompt('q'), { fr: 'Pourquoi ?' });
});

test('simple equality becomes a condition, on a matrix row as well; pages and panels hand theirs down', () => {
  const { item, left } = taken({
    elements: [
      { type: 'boolean', name: 'moved', title: 'Did you move?' },
      { type: 'matrix', name: 'm', columns: ['no', 'yes'], rows: ['r1', 'r2'] },
      { type: 'text', name: 'why', visibleIf: '{moved} = true' },
      { type: 'rating', name: 'how', visibleIf: "'yes' == {m.r2}" },
      {
        type: 'panel',
        name: 'p',
        visibleIf: '{how} = 2',
        elements: [
          { type: 'comment', name: 'inner' },
          { type: 'comment', name: 'own', visibleIf: '({moved} = false)' },
          { type: 'comment', name: 'later', visibleIf: "{after} = 'a'" },
        ],
      },
      { type: 'radiogroup', name: 'after', choices: ['a', 'b'] },
      { type: 'comment', name: 'both', visibleIf: "{after} = 'a' and {moved} = true" },
      { type: 'comment', name: 'open', visibleIf: "{why} = 'x'" },
    ],
  });
  assert.deepEqual(item('why').relevant, { item: 'moved', equals: 0 });
  assert.deepEqual(item('how').relevant, { item: 'm.r2', equals: 2 });
  assert.deepEqual(item('inner').relevant, { item: 'how', equals: 2 });
  assert.deepEqual(item('own').relevant, { item: 'moved', equals: 1 });
  for (const id of ['later', 'both', 'open']) assert.equal(item(id).relevant, undefined);
  assert.deepEqual(left, [
    '/elements/4/visibleIf condition',
    '/elements/4/visibleIf condition',
    '/elements/4/elements/2/visibleIf condition',
    '/elements/6/visibleIf condition',
    '/elements/7/visibleIf condition',
  ]);
});

test('HTML becomes a note without markup and scripts', () => {
  const { item, prompt, left } = taken({
    elements: [
      {
        type: 'html',
        name: 'intro',
        html: '<article><h1>您好</h1>\n<p>这是&nbsp;<b>第一</b>段。<br>第二段 &lt;完&gt;</p><script>alert("<p>坏</p>")</script><style>p{}</style></article>',
      },
      { type: 'comment', name: 'c', title: '比较 A < B & C > D <b>bold</b>' },
    ],
  });
  assert.equal(item('intro').kind, 'note');
  assert.deepEqual(prompt('intro'), { 'zh-Hans': '您好\n这是 第一段。\n第二段 <完>' });
  assert.deepEqual(prompt('c'), { 'zh-Hans': '比较 A < B & C > D bold' });
  assert.deepEqual(left, ['/elements/0/html markup', '/elements/1/title markup']);
});

test('"do not know" is no point of a rating; in a choice it stays an answer', () => {
  const columns = [1, 2, 3, 4].map((value) => ({ value, text: `${value}` })).concat({ value: 9, text: '不清楚' });
  const { item, points, left } = taken({
    elements: [
      { type: 'matrix', name: 'm', columns, rows: ['a'] },
      { type: 'comment', name: 'why', visibleIf: '{m.a} = 9' },
      { type: 'dropdown', name: 'd', choices: ['tea', 'coffee', "Don't know"] },
    ],
  });
  assert.deepEqual(
    points('m.a')?.map(([value]) => value),
    [1, 2, 3, 4],
  );
  assert.deepEqual(item('why').relevant, { item: 'm.a', equals: 'dk' });
  assert.equal(points('d')?.length, 3);
  assert.deepEqual(left, ['/elements/0/rows/0 missing-answer']);
});

test('numbers: three or more in equal steps are a rating, codes are not', () => {
  const kinds = (choices: unknown[]) => taken({ elements: [{ type: 'radiogroup', name: 'q', choices }] });
  assert.equal(kinds([1, 2, 3, 4, 5]).item('q').kind, 'rating');
  assert.deepEqual(
    kinds([10, 8, 6])
      .points('q')
      ?.map(([value]) => value),
    [10, 8, 6],
  );
  assert.equal(kinds([1, 2]).item('q').kind, 'choice');
  assert.equal(kinds([1, 2, 99]).item('q').kind, 'choice');
  assert.equal(kinds([0, 1000, 2000]).item('q').kind, 'choice');
  assert.equal(kinds(['14-24', '25-34', '35-44']).item('q').kind, 'choice');
  const nps = taken({ elements: [{ type: 'rating', name: 'nps', rateMin: 0, rateMax: 10, rateType: 'stars' }] });
  assert.deepEqual(
    nps.points('nps')?.map(([value]) => value),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
  const faces = taken({
    elements: [{ type: 'rating', name: 'f', rateValues: [{ value: 'bad', text: '差' }, 'so-so', 'good'] }],
  });
  assert.deepEqual(
    faces.points('f')?.map(([value]) => value),
    [1, 2, 3],
  );
});

test('what a page says at its head is a note; questions of parts that stay outside are listed too', () => {
  const { instrument, left } = taken({
    pages: [
      { name: 'p1', title: 'Part 1', description: 'Think of last year.', elements: [{ type: 'comment', name: 'c' }] },
      {
        name: 'p2',
        title: 'Part 2',
        elements: [
          { type: 'comment', name: 'c2', visible: false },
          {
            type: 'paneldynamic',
            name: 'family',
            templateElements: [
              { type: 'text', name: 'member' },
              { type: 'panel', elements: [{ type: 'rating', name: 'age' }] },
            ],
          },
          null,
        ],
      },
    ],
  });
  assert.deepEqual(
    instrument.items.map(({ id, kind, stem }) => [id, kind, stem?.resident]),
    [
      ['p1_text', 'note', { en: 'Part 1' }],
      ['c', 'text', undefined],
    ],
  );
  assert.deepEqual(left, [
    '/pages/1/title heading',
    '/pages/1/elements/0 hidden !',
    '/pages/1/elements/1 repeat !',
    '/pages/1/elements/1/templateElements/0 inside !',
    '/pages/1/elements/1/templateElements/1 inside !',
    '/pages/1/elements/1/templateElements/1/elements/0 inside !',
    '/pages/1/elements/2 not-a-question !',
  ]);
});

test('ids: twice the same, without a name, or ours', () => {
  const { instrument, left } = taken({
    elements: [
      { type: 'comment', name: 'a' },
      { type: 'comment', name: 'a', title: 'Again' },
      { type: 'comment', title: 'Nameless' },
      { type: 'comment', name: 'CY1', title: 'Ours' },
      { type: 'comment', name: 'toString', title: 'An object has it' },
      { type: 'comment', name: 'link', title: 'A step has it' },
    ],
  });
  assert.deepEqual(
    instrument.items.map(({ id }) => id),
    ['a', 'a_2', 'q', 'CY1_2', 'toString_2', 'link_2'],
  );
  assert.equal(left.filter((each) => each.endsWith('renamed')).length, 4);
});

test('the caller names constructs, groups, id and version', () => {
  const { instrument } = taken(feedback, {
    id: 'feedback',
    version: '2.1',
    groups: ['resident', 'official'],
    constructs: [{ id: 'USE', label: { en: 'Use' }, items: ['Quality.easy to use', 'satisfaction'] }],
  });
  assert.equal(`${instrument.id}@${instrument.version}`, 'feedback@2.1');
  assert.deepEqual(instrument.constructs[0]?.items, ['Quality.easy_to_use', 'satisfaction']);
  assert.deepEqual(Object.keys(instrument.forms.full), ['resident', 'official']);
  const wrong = importSurveyJs(feedback, { constructs: [{ id: 'X', label: { en: 'X' }, items: ['nobody'] }] });
  assert.ok(!wrong.ok);
  assert.deepEqual(wrong.problems[0]?.path, '/constructs/0/items/0');
});

test('what is no survey says so', () => {
  const codes = (value: unknown) => {
    const read = importSurveyJs(value);
    assert.ok(!read.ok);
    return read.problems.map(({ path, code }) => `${path} ${code}`);
  };
  assert.deepEqual(codes(null), [' type']);
  assert.deepEqual(codes([]), [' type']);
  assert.deepEqual(codes({ schema: 'canyu-instrument/1', items: [] }), [' schema']);
  assert.deepEqual(codes({ pages: [] }), ['/items value']);
  assert.deepEqual(codes(JSON.parse('{"pages":[{"__proto__":{"a":1}}]}')), ['/pages/0/__proto__ forbidden-key']);
  let deep: object = { elements: [] };
  for (let i = 0; i < 20; i++) deep = { elements: [deep] };
  assert.match(codes(deep)[0] ?? '', /too-deep$/);
});
