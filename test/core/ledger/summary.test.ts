import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeResults } from '../../../src/core/change/compute.js';
import { publishResults } from '../../../src/core/change/publish.js';
import type { Rate } from '../../../src/core/change/types.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { dayNumber, daysBetween } from '../../../src/core/ledger/days.js';
import type { LedgerResult } from '../../../src/core/ledger/result.js';
import type { Entry, SuggestionEntry } from '../../../src/core/ledger/types.js';
import { createRandom } from '../../../src/core/stats/random.js';
import type { Study } from '../../../src/core/study/types.js';
import { study as plain } from '../fixtures/synthetic.js';
import { near } from '../stats/golden.js';

const study: Study = {
  ...plain,
  waves: [
    { id: 'pre', label: { en: 'before' }, closes: '2026-03-15' },
    { id: 'post', label: { en: 'after' }, closes: '2026-10-25' },
  ],
};
type Given<K extends Entry['kind']> = Omit<Extract<Entry, { kind: K }>, 'schema' | 'study' | 'kind' | 'id'> & {
  id?: string;
};
let serial = 0;
const row = <K extends Entry['kind']>(kind: K, given: Given<K>): Entry =>
  ({ schema: 'canyu-entry/1', study: 'synthetic', kind, id: `r${++serial}`, ...given }) as unknown as Entry;
const ledgerOf = (entries: readonly Entry[], today?: string, of = study): LedgerResult =>
  computeResults({
    study: of,
    instrument: participationTrust,
    responses: [],
    entries,
    options: today === undefined ? {} : { today },
  }).ledger as LedgerResult;
const suggestion = (given: Partial<SuggestionEntry>): Entry =>
  row('suggestion', { date: '2026-04-01', text: 'x', status: 'raised', ...given });
const none = (why: string): object => ({ estimate: null, why });

test('rates of suggestions by hand: 14 raised, 12 answered, 7 adopted', () => {
  const entries = [
    ...Array.from({ length: 4 }, () =>
      suggestion({ status: 'adopted', doneOn: '2026-06-01', reportedBackOn: '2026-05-02' }),
    ),
    suggestion({ status: 'partly', due: '2026-09-01', reportedBackOn: '2026-05-03' }),
    suggestion({ status: 'adopted', due: '2026-05-01', reportedBackOn: '2026-04-20' }),
    suggestion({ status: 'adopted', reportedBackOn: '2026-04-20' }),
    ...Array.from({ length: 3 }, () =>
      suggestion({ status: 'declined', reason: 'no space', reportedBackOn: '2026-04-30' }),
    ),
    suggestion({ status: 'deferred', reportedBackOn: '2026-04-30' }),
    suggestion({ status: 'deferred', reason: 'next year' }),
    suggestion({}),
    suggestion({}),
  ];
  const { suggestions, asOf } = ledgerOf(entries, '2026-07-01');
  assert.equal(asOf, '2026-07-01');
  const count = (rate: unknown): number[] => [(rate as Rate).count as number, (rate as Rate).n];
  assert.equal(suggestions.raised, 14);
  assert.deepEqual(suggestions.byStatus, { raised: 2, adopted: 6, partly: 1, declined: 3, deferred: 2 });
  assert.deepEqual(count(suggestions.answered), [12, 14]);
  assert.deepEqual(count(suggestions.adopted), [7, 12]);
  // Wilson of 7/12, method.md §3.19.
  near((suggestions.adopted as Rate).low, 0.31951131255, 1e-10);
  near((suggestions.adopted as Rate).high, 0.80673968634, 1e-10);
  assert.deepEqual(count(suggestions.explained), [4, 5]);
  // 2 May is day 31, 3 May day 32.
  assert.deepEqual(count(suggestions.reportedBack), [10, 12]);
  assert.deepEqual(count(suggestions.done), [4, 7]);
  // Four done, one still in time, three refused with a reason; all eight were told.
  assert.deepEqual(count(suggestions.closedLoop), [8, 14]);
  assert.deepEqual(count(ledgerOf(entries, '2026-09-02').suggestions.closedLoop), [7, 14]);
  // Without a given day: the latest on which anything happened.
  assert.equal(ledgerOf(entries).asOf, '2026-06-01');
});

test('fewer than five: counts only; none: nothing to divide by', () => {
  const { suggestions } = ledgerOf([suggestion({ status: 'adopted' }), suggestion({})]);
  const few = none('n<5');
  assert.deepEqual(suggestions.answered, { estimate: few, low: few, high: few, count: 1, n: 2 });
  assert.deepEqual(suggestions.explained, none('n<2'));
});

test('events, groups, proofs, commitments', () => {
  const members = { government: 3, organisation: 2, residents: 10, others: 1 };
  const ledger = ledgerOf(
    [
      row('event', { date: '2026-05-01', event: 'open-space', label: 'b' }),
      row('event', { date: '2026-02-01', event: 'fic-change', label: 'a', post: 'head', handover: false }),
      row('group', {
        date: '2026-01-01',
        level: 'implementing',
        name: 'g1',
        members,
        vulnerable: 6,
        meetingsPerMonth: 4,
        residentLed: true,
      }),
      row('group', {
        date: '2026-01-01',
        level: 'implementing',
        name: 'g2',
        members: { ...members, residents: 4 },
        meetingsPerMonth: 1,
      }),
      row('group', {
        date: '2026-01-01',
        level: 'leading',
        name: 'g3',
        members,
        vulnerable: 2,
        meetingsPerMonth: 1,
        until: '2026-06-30',
      }),
      row('group', {
        date: '2026-01-01',
        level: 'leading',
        name: 'g4',
        members,
        meetingsPerMonth: 1,
        until: '2026-06-29',
        residentLed: true,
      }),
      row('proof', { date: '2026-06-01', type: 'award', level: 'city', recognised: true, label: 'p' }),
      row('proof', { date: '2026-06-01', type: 'press', level: 'city', recognised: false, label: 'q' }),
      row('commitment', { date: '2026-05-01', what: 'w', who: 'x', due: '2026-06-29' }),
      row('commitment', { date: '2026-05-01', what: 'w', who: 'x', due: '2026-06-30' }),
      row('commitment', { date: '2026-05-01', what: 'w', who: 'x', due: '2026-06-01', doneOn: '2026-06-20' }),
    ],
    '2026-06-30',
  );
  assert.deepEqual(ledger.events, [
    { date: '2026-02-01', event: 'fic-change', label: 'a', handover: false },
    { date: '2026-05-01', event: 'open-space', label: 'b' },
  ]);
  assert.equal(ledger.groups.residentLed, 1);
  const { implementing, leading } = ledger.groups;
  assert.deepEqual([implementing?.count, implementing?.meetingsPerMonth], [2, 2.5]);
  near(implementing?.residentsShare, 14 / 26, 1e-11);
  near(implementing?.vulnerableShare, 6 / 16, 1e-11);
  // Two vulnerable people among 16 would be known to everybody.
  assert.deepEqual([leading?.count, leading?.vulnerableShare], [1, { suppressed: true, why: 'n<5' }]);
  assert.deepEqual(ledger.proofs, { count: 2, recognised: 1, byLevel: { city: 2 } });
  assert.deepEqual(ledger.commitments, { open: 1, done: 1, overdue: 1 });
});

test('practices, phases, resources and strategies by wave', () => {
  const phase = (wave: string, given: object): Entry =>
    row('phase', { date: '2026-01-01', project: 'p', wave, cooperation: true, ...given });
  const resource = (actor: 'government' | 'organisation' | 'residents', contribution: number, wave = 'pre'): Entry =>
    row('resource', { date: '2026-01-01', wave, actor, resource: 'time', contribution });
  const entries = [
    row('practice', { date: '2026-01-01', name: 'board', level: 1 }),
    row('practice', { date: '2026-06-01', name: 'board', level: 3 }),
    row('practice', { date: '2026-11-30', name: 'board', level: 4 }),
    row('practice', { date: '2026-05-01', name: 'circle', level: 2 }),
    phase('pre', { initiator: 'government', payer: 'foundation' }),
    phase('post', { initiator: 'organisation', payer: 'government-contract' }),
    row('phase', { date: '2026-01-01', project: 'q', wave: 'pre', cooperation: false }),
    phase('pre', { project: 'q2', initiator: 'both', payer: 'foundation' }),
    resource('government', 3),
    resource('organisation', 0),
    resource('residents', 0),
    resource('government', 1, 'post'),
    resource('organisation', 1, 'post'),
    resource('residents', 1, 'post'),
    row('strategy', { date: '2026-01-01', wave: 'pre', strategy: 'fic', use: 'tried' }),
    row('strategy', { date: '2026-02-01', wave: 'pre', strategy: 'fic', use: 'regular' }),
  ];
  const ledger = ledgerOf(entries);
  assert.deepEqual(ledger.practices, [
    { name: 'board', baselineLevel: 1, endlineLevel: 4 },
    { name: 'circle', baselineLevel: 0, endlineLevel: 2 },
  ]);
  assert.deepEqual(ledger.phase, {
    p: { baseline: 2, endline: 3 },
    q: { baseline: 0, endline: none('not-computable') },
    q2: { baseline: 1, endline: none('not-computable') },
  });
  const byActor = { government: 3, organisation: 0, residents: 0 };
  assert.deepEqual(ledger.resources['pre'], { time: { plurality: 0, byActor } });
  near(ledger.resources['post']?.time?.plurality, 100, 1e-11);
  assert.deepEqual(ledger.strategies, { fic: { baseline: 'regular', endline: none('not-computable') } });
  const followed = { ...study, waves: [...study.waves, { id: 'w3', label: { en: 'later' } }] };
  const middle = computeResults({
    study: followed,
    instrument: participationTrust,
    responses: [],
    entries,
    options: { baseline: 'pre', endline: 'post' },
  }).ledger as LedgerResult;
  assert.equal(middle.practices[0]?.endlineLevel, 3);
});

test('copies count once, other studies not at all, order does not matter, no rows no ledger', () => {
  const entries = [
    suggestion({ status: 'adopted' }),
    suggestion({}),
    row('event', { date: '2026-02-01', event: 'press', label: 'a' }),
    row('event', { date: '2026-02-01', event: 'visit', label: 'b' }),
    row('practice', { date: '2026-02-01', name: 'n', level: 2 }),
  ];
  const once = ledgerOf(entries);
  const foreign = { ...(entries[0] as Entry), study: 'elsewhere', id: 'z' };
  const random = createRandom(3);
  const shuffled = [...entries, ...entries, foreign]
    .map((entry) => ({ entry, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
  assert.equal(JSON.stringify(ledgerOf(shuffled)), JSON.stringify(once));
  const edited = ledgerOf([...entries, { ...(entries[1] as SuggestionEntry), status: 'declined' }]);
  assert.deepEqual([edited.suggestions.raised, edited.conflicts], [3, 1]);
  assert.equal(ledgerOf([]), undefined);
  assert.equal(ledgerOf([foreign]), undefined);
});

test('published rates are whole per cents', () => {
  const entries = [suggestion({ status: 'adopted' }), ...Array.from({ length: 6 }, () => suggestion({}))];
  const results = computeResults({ study, instrument: participationTrust, responses: [], entries });
  const { suggestions } = publishResults(results).ledger as LedgerResult;
  assert.deepEqual(
    [(suggestions.answered as Rate).estimate, (suggestions.answered as Rate).count, suggestions.raised],
    [0.14, 1, 7],
  );
});

test('days of the calendar', () => {
  assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2);
  assert.equal(daysBetween('2023-02-28', '2023-03-01'), 1);
  assert.equal(daysBetween('1900-02-28', '1900-03-01'), 1);
  assert.equal(daysBetween('2026-12-31', '2027-01-01'), 1);
  for (const day of ['1970-01-01', '2000-02-29', '2026-11-24', '2100-03-01']) {
    assert.equal(dayNumber(day) - dayNumber('1970-01-01'), Date.parse(day) / 86_400_000);
  }
});
