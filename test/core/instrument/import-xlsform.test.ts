import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportOptions } from '../../../src/core/instrument/import/draft.js';
import { importXlsForm, type XlsFormSheets } from '../../../src/core/instrument/import/xlsform.js';
import type { Item } from '../../../src/core/instrument/types.js';

function taken(sheets: XlsFormSheets, options?: ImportOptions) {
  const read = importXlsForm(sheets, options);
  assert.ok(read.ok, JSON.stringify(read));
  const { instrument, leftOut } = read;
  const item = (id: string): Item => {
    const found = instrument.items.find((one) => one.id === id);
    assert.ok(found, `${id} is not there: ${instrument.items.map((one) => one.id).join(' ')}`);
    return found;
  };
  return {
    instrument,
    item,
    left: leftOut.map(({ path, why, question }) => `${path} ${why}${question ? ' !' : ''}`),
    prompt: (id: string) => item(id).prompt.resident,
    points: (id: string) => instrument.scales[item(id).scale ?? '']?.points.map(({ value, label }) => [value, label]),
  };
}

/** Rows from lines of cells. */
const sheet = (heads: string[], ...lines: unknown[][]) =>
  lines.map((line) => Object.fromEntries(heads.map((head, i) => [head, line[i] ?? null])));

/** The shape of a form as KoboToolbox and ODK hand it out, in two languages. */
const bilingual: XlsFormSheets = {
  survey: sheet(
    [
      'type',
      'name',
      'label::中文 (zh)',
      'label::English (en)',
      'hint::English (en)',
      'required',
      'relevant',
      'constraint',
      'appearance',
    ],
    ['start', 'start'],
    ['begin group', 'block', '关于社区', 'About the community', null, null, null, null, 'field-list'],
    ['note', 'intro', '请想想最近半年。', 'Please think of the last six months.'],
    ['select_one agree', 'heard', '居民说的话有人听。', 'Residents are heard.', null, 'yes'],
    ['select_one agree', 'told', '做了什么会告诉居民。', 'Residents are told.', null, 'no'],
    ['end group'],
    ['select_one yesno', 'moved', '您是搬来的吗？', 'Did you move here?'],
    [],
    ['integer', 'years', '几年前？', 'How many years ago?', 'a whole number', null, "${moved} = 'yes'", '. > 0'],
    ['range', 'ladder', '打几分？', 'How many points?'],
    ['calculate', 'score', null, null],
    ['select_multiple yesno', 'many', '选几个', 'Choose'],
    ['begin repeat', 'members', '家人', 'Family'],
    ['text', 'member', '名字', 'Name'],
    ['end repeat'],
    ['text', 'more', '还有什么？', 'Anything else?', null, null, "selected(${moved}, 'no')"],
    ['geopoint', 'where', '在哪里', 'Where'],
  ),
  choices: sheet(
    ['list_name', 'name', 'label::中文 (zh)', 'label::English (en)', 'region'],
    ['agree', 1, '不同意', 'Disagree'],
    ['agree', 2, '一半一半', 'Half and half'],
    ['agree', 3, '同意', 'Agree'],
    ['agree', 88, '不清楚', "Don't know"],
    ['yesno', 'yes', '是', 'Yes', 'north'],
    ['yesno', 'no', '不是', 'No'],
    ['spare', 'x', '多余', 'Spare'],
  ),
  settings: sheet(['form_title', 'form_id', 'version', 'style'], ['社区问卷', 'community survey', '2026-01', 'pages']),
};

test('a form in two languages: its questions, their conditions, and everything that stays outside', () => {
  const { instrument, item, prompt, points, left } = taken(bilingual);
  assert.equal(`${instrument.id}@${instrument.version}`, 'community-survey@2026-01');
  assert.deepEqual(
    instrument.items.map(({ id, kind }) => `${id} ${kind}`),
    ['intro note', 'heard rating', 'told rating', 'moved choice', 'years text', 'ladder rating', 'more text'],
  );
  assert.deepEqual(prompt('years'), { 'zh-Hans': '几年前？', en: 'How many years ago? (a whole number)' });
  assert.deepEqual(points('heard'), [
    [1, { 'zh-Hans': '不同意', en: 'Disagree' }],
    [2, { 'zh-Hans': '一半一半', en: 'Half and half' }],
    [3, { 'zh-Hans': '同意', en: 'Agree' }],
  ]);
  assert.equal(points('ladder')?.length, 10);
  assert.deepEqual(item('years').relevant, { item: 'moved', equals: 0 });
  assert.deepEqual(item('more').relevant, { item: 'moved', equals: 1 });
  assert.deepEqual(instrument.constructs, [
    {
      id: 'block',
      label: { 'zh-Hans': '关于社区', en: 'About the community' },
      items: ['heard', 'told'],
      comparison: 'same',
    },
  ]);
  assert.deepEqual(instrument.forms.full.resident?.open, ['more']);
  assert.deepEqual(left, [
    '/choices column',
    '/survey/0 metadata !',
    '/survey/1/label heading',
    '/survey/1/appearance look',
    '/survey/3 missing-answer',
    '/survey/3/required required',
    '/survey/4 missing-answer',
    '/survey/8/constraint validation',
    '/survey/8/type as-text',
    '/survey/10 calculation !',
    '/survey/11 multiple-choice !',
    '/survey/12 repeat !',
    '/survey/13 inside !',
    '/survey/16 personal !',
    '/choices unused-list',
    '/settings/0/style setting',
  ]);
});

test('a Likert appearance makes a scale of worded answers; a table of answers has its headings once', () => {
  const { item, points, left, instrument } = taken({
    survey: sheet(
      ['type', 'name', 'label', 'appearance'],
      ['select_one often', 'l', 'How often?', 'likert'],
      ['begin_group', 'table', 'Please say how often', 'table-list'],
      ['select_one often', 'head', 'Heads', 'label'],
      ['select_one often', 't1', 'Meetings', 'list-nolabel'],
      ['select_one often', 't2', 'Visits', 'list-nolabel'],
      ['end_group'],
      ['select_one often', 'plain', 'Plain'],
    ),
    choices: sheet(
      ['list name', 'name', 'label'],
      ['often', 'never', 'Never'],
      ['often', 'some', 'Sometimes'],
      ['often', 'lot', 'Often'],
    ),
  });
  assert.equal(item('l').kind, 'rating');
  assert.deepEqual(points('t1'), [
    [1, { en: 'Never' }],
    [2, { en: 'Sometimes' }],
    [3, { en: 'Often' }],
  ]);
  assert.equal(item('plain').kind, 'choice');
  assert.deepEqual(instrument.constructs[0]?.items, ['t1', 't2']);
  assert.deepEqual(left, [
    '/survey/1/label heading',
    '/survey/2 heading !',
    '/survey/3/appearance look',
    '/survey/4/appearance look',
  ]);
});

test('a rating matrix of KoboToolbox', () => {
  const { item, instrument } = taken({
    survey: sheet(
      ['type', 'name', 'label', 'kobo--score-choices'],
      ['begin_score', 'trust', 'How far do you trust …', 'five'],
      ['score__row', 'a', '… your neighbours?'],
      ['score__row', 'b', '… the committee?'],
      ['end_score'],
    ),
    choices: sheet(
      ['list_name', 'name', 'label'],
      ...[1, 2, 3, 4, 5].map((value) => ['five', value, `${value} points`]),
    ),
  });
  assert.deepEqual(item('b').stem?.resident, { en: 'How far do you trust …' });
  assert.deepEqual(instrument.constructs[0]?.items, ['a', 'b']);
});

test('groups hand their condition down; what Canyu cannot ask is listed and the question stays', () => {
  const { item, left } = taken({
    survey: sheet(
      ['type', 'name', 'label', 'relevant'],
      ['select_one yn', 'a', 'A'],
      ['begin group', 'g', '', "${a} = 'y'"],
      ['text', 'b', 'B ${a}'],
      ['text', 'c', 'C', "${a} = 'n'"],
      ['text', 'd', 'D', "${a} = 'y' and ${b} != ''"],
      ['end group'],
      ['text', 'e', 'E', "${zzz} = 'y'"],
      ['select_one yn or_other', 'f', 'F'],
      ['select_one nobody', 'h', 'H'],
      ['end group'],
    ),
    choices: sheet(
      ['list_name', 'name', 'label'],
      ['yn', 'y', 'Yes'],
      ['yn', 'n', 'No'],
      ['yn', 'n', 'No again'],
      ['', 'x', 'X'],
    ),
  });
  assert.deepEqual(item('b').relevant, { item: 'a', equals: 0 });
  assert.deepEqual(item('c').relevant, { item: 'a', equals: 1 });
  assert.equal(item('d').relevant, undefined);
  assert.deepEqual(left, [
    '/choices/3 not-a-question',
    '/survey/0 duplicate-choice',
    '/survey/2 piping',
    '/survey/1/relevant condition',
    '/survey/1/relevant condition',
    '/survey/4/relevant condition',
    '/survey/6/relevant condition',
    '/survey/7/type other-answer',
    '/survey/7 duplicate-choice',
    '/survey/8 no-choices !',
    '/survey/9 not-a-question',
  ]);
});

test('what is no XLSForm says so', () => {
  for (const given of [null, 3, {}, { survey: 'x' }, { survey: [] }, { survey: [{ question: 'x' }] }]) {
    const read = importXlsForm(given as unknown as XlsFormSheets);
    assert.ok(!read.ok);
    assert.match(read.problems[0]?.code ?? '', /^(?:type|schema)$/);
  }
  const empty = importXlsForm({ survey: [{ type: 'start', name: 'start' }] });
  assert.ok(!empty.ok);
  assert.equal(empty.problems[0]?.path, '/items');
});
