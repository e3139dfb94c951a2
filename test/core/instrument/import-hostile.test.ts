import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Imported } from '../../../src/core/instrument/import/draft.js';
import { plainText } from '../../../src/core/instrument/import/plain-text.js';
import { importSurveyJs } from '../../../src/core/instrument/import/surveyjs.js';
import { importXlsForm, type XlsFormSheets } from '../../../src/core/instrument/import/xlsform.js';
import { parseInstrument } from '../../../src/core/instrument/parse.js';
import { isValid } from '../json/json-schema.js';

/** What comes out can be read again as it is, by the parser and by the schema. */
function assertReadable(read: Imported): void {
  if (!read.ok) {
    assert.ok(read.problems.length > 0);
    return;
  }
  const written: unknown = JSON.parse(JSON.stringify(read.instrument));
  const again = parseInstrument(written);
  assert.ok(again.ok, JSON.stringify(again));
  assert.deepEqual(again.value, read.instrument);
  assert.ok(isValid('instrument', written));
  assert.equal(read.taken.length, read.instrument.items.length);
}

const quick = (work: () => void, milliseconds = 3000): void => {
  const start = performance.now();
  work();
  const spent = performance.now() - start;
  assert.ok(spent < milliseconds, `took ${spent} ms`);
};

test('ten thousand questions: five hundred come in, the rest is listed', () => {
  quick(() => {
    const read = importSurveyJs({
      elements: Array.from({ length: 10_000 }, (_, i) => ({ type: 'comment', name: i % 2 ? 'same' : `q${i}` })),
    });
    assert.ok(read.ok);
    assert.equal(read.instrument.items.length, 500);
    assert.equal(read.leftOut.filter(({ why, question }) => why === 'too-many' && question).length, 9500);
    assertReadable(read);
  });
  quick(() => {
    const choices = Array.from({ length: 10_000 }, (_, i) => ({ list_name: 'big', name: i, label: `${i}` }));
    const survey = Array.from({ length: 10_000 }, (_, i) => ({
      type: i % 2 ? 'text' : 'select_one big',
      name: 'n',
      label: 'x',
    }));
    const read = importXlsForm({ survey, choices });
    assert.ok(read.ok);
    assert.equal(read.leftOut.filter(({ why }) => why === 'too-many-choices').length, 1000 / 2);
    assertReadable(read);
  }, 20_000);
});

test('texts made to be slow are read once', () => {
  for (const unit of ['<script', '<', '</p', '&#', '<a <', "{a} = '", '(((', ' ', '<p>', '&amp', '\u202a']) {
    quick(() => {
      const bomb = unit.repeat(200_000);
      plainText(bomb);
      assertReadable(
        importSurveyJs({
          elements: [
            { type: 'html', name: bomb, html: bomb },
            { type: 'text', name: 'a', title: 'T', visibleIf: bomb },
          ],
        }),
      );
      assertReadable(
        importXlsForm({
          survey: [
            { type: bomb, name: bomb, label: bomb, relevant: bomb },
            { type: 'text', name: bomb, label: 'T' },
          ],
        }),
      );
    });
  }
});

test('numbers made to be large', () => {
  for (const rating of [
    { rateMax: 1e9 },
    { rateMin: -1e308, rateMax: 1e308 },
    { rateStep: 1e-9 },
    { rateStep: 0 },
    { rateStep: -1 },
    { rateMin: NaN },
  ]) {
    quick(() => assertReadable(importSurveyJs({ elements: [{ type: 'rating', name: 'r', ...rating }] })));
  }
  for (const parameters of [
    'start=0 end=999999999',
    'start=1 end=2 step=0.00000001',
    'start=5 end=1',
    'start=0 end=1 step=0',
  ]) {
    quick(() => assertReadable(importXlsForm({ survey: [{ type: 'range', name: 'r', label: 'R', parameters }] })));
  }
});

test('conditions in a circle, on oneself and on nobody never hide a question', () => {
  const read = importSurveyJs({
    elements: [
      { type: 'boolean', name: 'a', visibleIf: '{b} = true' },
      { type: 'boolean', name: 'b', visibleIf: '{a} = true' },
      { type: 'boolean', name: 'c', visibleIf: '{c} = true' },
      { type: 'boolean', name: 'd', visibleIf: '{__proto__} = true' },
      { type: 'boolean', name: 'e', visibleIf: "{a} = 'maybe'" },
    ],
  });
  assert.ok(read.ok);
  assert.deepEqual(
    read.instrument.items.map(({ relevant }) => relevant?.item),
    [undefined, 'a', undefined, undefined, undefined],
  );
  assert.equal(read.leftOut.filter(({ why }) => why === 'condition').length, 4);
});

test('headings and names that reach for prototypes', () => {
  const row = JSON.parse(
    '{"type":"text","name":"__proto__","label::constructor":"a","__proto__":"b","label::__proto__":"c"}',
  ) as object;
  const read = importXlsForm({ survey: [row, { type: 'text', name: 'prototype', label: 'x' }] } as XlsFormSheets);
  assert.ok(read.ok);
  assertReadable(read);
  assert.deepEqual(
    read.instrument.items.map(({ id }) => id),
    ['__proto___2', 'prototype_2'],
  );
  assert.equal(({} as Record<string, unknown>)['a'], undefined);
});

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'c',
    'CY1',
    '__proto__',
    'constructor',
    '',
    ' ',
    '不清楚',
    '是',
    '1',
    '2',
    'true',
    'link',
    '\u202e',
    '<b>x</b>',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.oneof(
  word,
  fc.record({ default: word, en: word, 'zh-cn': word }, { requiredKeys: [] }),
  fc.constant(undefined),
  fc.integer(),
);
const option = fc.oneof(
  word,
  fc.integer({ min: -2, max: 9 }),
  fc.record({ value: fc.oneof(word, fc.nat(9)), text }, { requiredKeys: [] }),
  fc.constant(null),
);
const condition = fc.oneof(
  fc.constant(undefined),
  fc.tuple(fc.constantFrom('a', 'b', 'c', 'm.a'), word).map(([name, value]) => `{${name}} = '${value}'`),
  word,
);
const leaf = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom(
        'rating',
        'radiogroup',
        'dropdown',
        'boolean',
        'matrix',
        'text',
        'comment',
        'html',
        'checkbox',
        'file',
        'expression',
      ),
      word,
    ),
    name: word,
    title: text,
    description: text,
    html: text,
    choices: fc.array(option, { maxLength: 6 }),
    columns: fc.array(option, { maxLength: 6 }),
    rows: fc.array(option, { maxLength: 4 }),
    rateMin: fc.integer({ min: -3, max: 3 }),
    rateMax: fc.integer({ min: -3, max: 12 }),
    rateValues: fc.array(option, { maxLength: 4 }),
    labelTrue: text,
    valueTrue: word,
    visibleIf: condition,
    visible: fc.boolean(),
    isRequired: fc.boolean(),
    inputType: fc.constantFrom('text', 'email', 'number'),
    surprise: fc.anything(),
  },
  { requiredKeys: ['type'] },
);
const panel = fc.record(
  {
    type: fc.constantFrom('panel', 'paneldynamic'),
    name: word,
    title: text,
    description: text,
    visibleIf: condition,
    elements: fc.array(leaf, { maxLength: 4 }),
  },
  { requiredKeys: ['type'] },
);
const survey = fc.record(
  {
    title: text,
    locale: word,
    pages: fc.array(
      fc.record(
        {
          name: word,
          title: text,
          description: text,
          visibleIf: condition,
          elements: fc.array(fc.oneof(leaf, panel), { maxLength: 5 }),
        },
        { requiredKeys: [] },
      ),
      {
        maxLength: 3,
      },
    ),
    elements: fc.array(fc.oneof(leaf, panel, fc.anything()), { maxLength: 6 }),
  },
  { requiredKeys: ['elements'] },
);

test('SurveyJS: never throws, what comes out is an instrument, and every question is in it or in the list', () => {
  fc.assert(
    fc.property(survey, (given) => {
      const read = importSurveyJs(given);
      assertReadable(read);
      if (!read.ok) return;
      const mentioned = [
        ...read.taken.map(({ path }) => path),
        ...read.leftOut.filter(({ question }) => question).map(({ path }) => path),
      ];
      const check = (list: unknown, path: string): void => {
        if (!Array.isArray(list)) return;
        list.forEach((one: unknown, i) => {
          const at = `${path}/${i}`;
          const element =
            typeof one === 'object' && one !== null && !Array.isArray(one)
              ? (one as Record<string, unknown>)
              : undefined;
          if (element?.['type'] === 'panel' && !(element['visible'] === false && !element['visibleIf']))
            check(element['elements'], `${at}/elements`);
          else
            assert.ok(
              mentioned.some((each) => each === at || each.startsWith(`${at}/`)),
              `${at} is lost: ${JSON.stringify(one)}`,
            );
        });
      };
      check(given.elements, '/elements');
      given.pages?.forEach((page, i) => check(page.elements, `/pages/${i}/elements`));
    }),
    { numRuns: 1500 },
  );
});

test('SurveyJS: anything at all', () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withSparseArray: true }),
      (given) => {
        assertReadable(importSurveyJs(given));
        assertReadable(importSurveyJs({ elements: given }));
        assertReadable(importSurveyJs({ elements: [given] }));
        assertReadable(importXlsForm(given as XlsFormSheets));
        assertReadable(importXlsForm({ survey: [given, { type: 'text', name: 'a', label: 'A' }] } as XlsFormSheets));
      },
    ),
    { numRuns: 500 },
  );
});

const cell = fc.oneof(word, fc.integer({ min: -2, max: 9 }), fc.boolean(), fc.constant(null), fc.date());
const row = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom(
        'select_one l',
        'select_one m or_other',
        'select_multiple l',
        'text',
        'note',
        'integer',
        'range',
        'calculate',
      ),
      fc.constantFrom(
        'begin group',
        'end group',
        'begin repeat',
        'end repeat',
        'begin_score',
        'score__row',
        'end_score',
        'geopoint',
        'start',
      ),
      cell,
    ),
    name: cell,
    label: cell,
    'label::English (en)': cell,
    'label::中文 (zh)': cell,
    hint: cell,
    appearance: fc.constantFrom('likert', 'label', 'minimal', 'table-list'),
    parameters: fc.constantFrom('start=0 end=5', 'start=9 end=1', 'x'),
    relevant: fc.oneof(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), word).map(([name, value]) => `\${${name}} = '${value}'`),
      word,
    ),
    required: cell,
    'kobo--score-choices': fc.constantFrom('l', 'm'),
    surprise: fc.anything(),
  },
  { requiredKeys: ['type'] },
);
const choice = fc.record(
  { list_name: fc.constantFrom('l', 'm', ''), name: cell, label: cell, 'label::English (en)': cell },
  { requiredKeys: [] },
);

test('XLSForm: never throws, what comes out is an instrument, and every row is in it or in the list', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.array(choice, { maxLength: 10 }),
      (rows, choices) => {
        const read = importXlsForm({ survey: rows, choices });
        assertReadable(read);
        if (!read.ok) return;
        const mentioned = new Set([...read.taken.map(({ path }) => path), ...read.leftOut.map(({ path }) => path)]);
        rows.forEach((given, i) => {
          const type = String(given.type).trim();
          if (/^(?:begin|end)[ _](?:group|score)$/.test(type)) return;
          const isBlank =
            Object.values(given).every(
              (value) => !['string', 'number', 'boolean'].includes(typeof value) || String(value).trim() === '',
            ) && !Object.values(given).some((value) => value instanceof Date);
          if (!isBlank && !/^end[ _]/.test(type))
            assert.ok(mentioned.has(`/survey/${i}`), `row ${i} is lost: ${JSON.stringify(given)}`);
        });
      },
    ),
    { numRuns: 1500 },
  );
});
