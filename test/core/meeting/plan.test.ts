import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { parseResults } from '../../../src/core/change/parse.js';
import { isHidden, type Results } from '../../../src/core/change/types.js';
import { parseEntry } from '../../../src/core/ledger/parse.js';
import type { SuggestionEntry } from '../../../src/core/ledger/types.js';
import { commitmentEntries, entryLines, missingParts } from '../../../src/core/meeting/commitments.js';
import { measuredScore, readGuess } from '../../../src/core/meeting/guess.js';
import { daysOf, invitedOf } from '../../../src/core/describe/asked.js';
import { answeredOf, constructName } from '../../../src/core/meeting/names.js';
import { meetingPlan, withSuggestions } from '../../../src/core/meeting/plan.js';
import { gapQuestions } from '../../../src/core/meeting/questions.js';

function read(name: string): Results {
  const file = new URL(`demo/data/${name}.json`, `file://${process.cwd()}/`);
  const parsed = parseResults(JSON.parse(readFileSync(file, 'utf8')) as unknown);
  assert.ok(parsed.ok);
  return parsed.value;
}
const results = read('results');

const suggestion = (id: string, more: Partial<SuggestionEntry>): SuggestionEntry => ({
  schema: 'canyu-entry/1',
  id,
  study: results.study.id,
  date: '2026-03-14',
  kind: 'suggestion',
  text: `suggestion ${id}`,
  status: 'raised',
  ...more,
});
const list = [
  suggestion('late', { date: '2026-06-01', status: 'deferred', reason: 'next year' }),
  suggestion('early', { status: 'declined', reason: 'no room', reportedBackOn: '2026-04-10' }),
  suggestion('done', { status: 'adopted', doneOn: '2026-07-02', reportedBackOn: '2026-04-10' }),
  suggestion('elsewhere', { study: 'another', status: 'declined' }),
];

test('the pages follow the five steps, and nothing measured comes before the guess', () => {
  const plan = meetingPlan(results, list);
  const steps = plan.map(({ step }) => step);
  assert.deepEqual(
    [...steps].sort((a, b) => a - b),
    steps,
  );
  assert.deepEqual([...new Set(steps)], [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(
    plan.slice(0, 3).map(({ kind }) => kind),
    ['title', 'guess', 'reveal'],
  );
  const charts = plan.flatMap((slide) => (slide.kind === 'chart' ? [slide.chart] : []));
  assert.ok(charts.includes('plane') && charts.includes('forest') && charts.includes('gap'));
});

test('every suggestion of this study that was not taken up has its page, the oldest first', () => {
  const pages = meetingPlan(results, list).flatMap((slide) => (slide.kind === 'declined' ? [slide] : []));
  assert.deepEqual(
    pages.map((page) => [page.suggestion.id, page.at, page.of]),
    [
      ['early', 0, 2],
      ['late', 1, 2],
    ],
  );
});

test('without a list the page says so, with one it is counted', () => {
  assert.ok(meetingPlan(results).some(({ kind }) => kind === 'no-list'));
  assert.equal(withSuggestions(results), results);
  const counted = withSuggestions(results, list);
  assert.equal(counted.ledger?.asOf, '2026-07-02');
  const { suggestions } = counted.ledger;
  assert.ok(suggestions && 'raised' in suggestions);
  assert.equal(suggestions.raised, 3);
  assert.equal(withSuggestions(counted, []), counted, 'the document’s own counts stand');
  const plan = meetingPlan(counted, list);
  assert.ok(plan.some((slide) => slide.kind === 'chart' && slide.chart === 'loop'));
  assert.ok(!plan.some(({ kind }) => kind === 'no-list'));
});

test('an instrument of a site’s own has no plane and no forest', () => {
  const own = meetingPlan({ ...results, labels: { A: { en: 'Care' } }, gaps: {} });
  const charts = own.flatMap((slide) => (slide.kind === 'chart' ? [slide.chart] : []));
  assert.deepEqual(charts, ['slope', 'slope']);
  assert.equal(constructName({ ...results, labels: { A: { en: 'Care' } } }, 'A', 'en'), 'Care');
});

test('a score is measured only where the index and its change may be shown', () => {
  const found = measuredScore(results, 'official');
  assert.ok('mean' in found);
  const { index } = results.groups.official!;
  assert.ok(!isHidden(index) && !isHidden(index.endline));
  assert.deepEqual([found.mean, found.low, found.high], [index.endline.mean, index.endline.low, index.endline.high]);
  const hidden = { suppressed: true, why: 'n<5' } as const;
  const { official } = results.groups;
  const few: Results = { ...results, groups: { ...results.groups, official: { ...official!, index: hidden } } };
  assert.deepEqual(measuredScore(few, 'official'), hidden);
  assert.deepEqual(measuredScore({ ...results, groups: {} }, 'official'), { estimate: null, why: 'n<2' });
});

test('a guess is a whole number from 0 to 100', () => {
  assert.equal(readGuess(' 58 '), 58);
  assert.equal(readGuess('100'), 100);
  for (const text of ['', '101', '-1', '5.5', 'a', '1e1']) assert.equal(readGuess(text), undefined, text);
});

test('questions are asked only where the views are clearly apart, the widest first', () => {
  const questions = gapQuestions(results);
  assert.ok(questions.length > 0 && questions.length <= 3);
  const sizes = questions.map(({ gap }) => Math.abs(gap));
  assert.deepEqual(
    [...sizes].sort((a, b) => b - a),
    sizes,
  );
  for (const { construct, gap } of questions) {
    const { endline } = results.gaps[construct]!;
    assert.ok(!isHidden(endline) && endline.estimate === gap);
  }
  for (const { low, high } of questions) assert.ok(low * high > 0);
  const hidden = { suppressed: true, why: 'n<5' } as const;
  const none = Object.fromEntries(
    Object.keys(results.gaps).map((id) => [id, { baseline: hidden, endline: hidden, didChange: hidden }]),
  );
  assert.deepEqual(gapQuestions({ ...results, gaps: none }), []);
});

test('next steps become ledger rows that the parser accepts, half-filled ones do not', () => {
  const whole = { what: ' 阅览室开门 ', who: '街道办', due: '2026-12-31' };
  const half = { what: 'x', who: ' ', due: '' };
  assert.deepEqual(missingParts(whole), []);
  assert.deepEqual(missingParts(half), ['who', 'due']);
  assert.deepEqual(missingParts({ what: '', who: '', due: '' }), []);
  const rows = commitmentEntries([whole, half], results.study.id, '2026-11-24', ['a1', 'a2']);
  assert.equal(rows.length, 1);
  const lines = entryLines(rows).trimEnd().split('\n');
  const read = parseEntry(JSON.parse(lines[0]!) as unknown);
  assert.ok(read.ok);
  assert.deepEqual(read.value, {
    schema: 'canyu-entry/1',
    id: 'a1',
    study: 'yuqian-2026',
    date: '2026-11-24',
    kind: 'commitment',
    what: '阅览室开门',
    who: '街道办',
    due: '2026-12-31',
  });
});

test('who answered, who was asked and when, with the document before the material', () => {
  const { baseline, endline, linked } = results.flow.resident!;
  const wanted = { baseline, endline, linked: linked.exact + linked.oneOff };
  assert.deepEqual(answeredOf(results, 'resident'), {
    ...wanted,
    linked: linked.oneOffUsed ? wanted.linked : linked.exact,
  });
  const material = { days: { baseline: { opens: '2020-01-01' } }, invited: { resident: { baseline: 7 } } };
  const bare: Results = {
    ...results,
    study: { id: 'x', title: {} },
    flow: { resident: { ...results.flow.resident!, invited: {} } },
  };
  assert.deepEqual(daysOf(bare, material, 'baseline'), { opens: '2020-01-01' });
  assert.equal(invitedOf(bare, material, 'resident', 'baseline'), 7);
  const told: Results = {
    ...bare,
    study: {
      ...bare.study,
      waves: [{ id: bare.waves.baseline, label: {}, opens: '2026-03-02', closes: '2026-03-15' }],
    },
    flow: { resident: { ...bare.flow.resident!, invited: { baseline: 210 } } },
  };
  assert.equal(daysOf(told, material, 'baseline').opens, '2026-03-02');
  assert.equal(invitedOf(told, material, 'resident', 'baseline'), 210);
  assert.equal(answeredOf(results, 'partner'), undefined);
});
