import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeResults } from '../../../src/core/change/compute.js';
import { publishResults } from '../../../src/core/change/publish.js';
import { isHidden, type Results } from '../../../src/core/change/types.js';
import { decimalsFor, points } from '../../../src/core/describe/format.js';
import { parseMaterial } from '../../../src/core/describe/parse-material.js';
import { ledgerTables } from '../../../src/core/describe/report-ledger.js';
import type { ReportMaterial } from '../../../src/core/describe/report-material.js';
import { reportTables, type ReportTable } from '../../../src/core/describe/report-tables.js';
import { REPORT_PARTS } from '../../../src/core/describe/report-words.js';
import { clipped, ownEntries, reportParts } from '../../../src/core/describe/report.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import type { Entry } from '../../../src/core/ledger/types.js';
import { entries as everyKind, results as everyPart } from '../json/documents.js';
import { people, study, usualResponses } from '../fixtures/synthetic.js';

const compute = (responses: Parameters<typeof computeResults>[0]['responses']): Results =>
  computeResults({ study, instrument: participationTrust, responses, options: { resamples: 60 } });
const usual = compute(usualResponses());
const few = compute(people({ group: 'resident', linked: 3, onlyBaseline: 0, onlyEndline: 0 }));

const row = { schema: 'canyu-entry/1', study: usual.study.id } as const;
const entries: readonly Entry[] = [
  {
    ...row,
    id: 's1',
    date: '2026-03-02',
    kind: 'suggestion',
    text: '装扶手',
    status: 'adopted',
    doneOn: '2026-04-01',
    reportedBackOn: '2026-03-20',
  },
  {
    ...row,
    id: 's2',
    date: '2026-03-02',
    kind: 'suggestion',
    text: '修停车场',
    status: 'declined',
    reason: '是绿地',
    reportedBackOn: '2026-03-20',
  },
  { ...row, id: 's3', date: '2026-03-02', kind: 'suggestion', text: '装电梯', status: 'deferred' },
  { ...row, id: 'e1', date: '2026-05-01', kind: 'event', event: 'fic-change', label: '书记调任', handover: false },
  { ...row, id: 'c1', date: '2026-10-01', kind: 'commitment', what: '开议事会', who: '街道办', due: '2026-12-31' },
  {
    ...row,
    id: 'p1',
    date: '2026-09-01',
    kind: 'proof',
    type: 'document',
    level: 'district',
    recognised: true,
    by: '区民政局',
    contributors: ['议事组'],
    label: '写进指引',
  },
  {
    ...row,
    study: 'another-study',
    id: 'x1',
    date: '2026-09-01',
    kind: 'suggestion',
    text: '别处的建议',
    status: 'declined',
    reason: '别处',
  },
];
const material: ReportMaterial = {
  entries,
  quotes: [{ group: 'resident', text: '问了我们，电话13812345678。' }],
  invited: { resident: { baseline: 300 } },
  days: { baseline: { opens: '2026-03-01', closes: '2026-03-10' } },
  fullReport: 'https://example.org/report',
};
const flat = (tables: readonly ReportTable[]): string[] => tables.flatMap(({ rows }) => rows.flat());

test('the thirteen parts are there in both languages, whatever the results', () => {
  for (const results of [usual, publishResults(usual), few, everyPart]) {
    for (const locale of ['zh-Hans', 'en', 'fr']) {
      for (const given of [{}, material]) {
        const parts = reportParts(results, given, locale);
        assert.deepEqual(Object.keys(parts.headings), [...REPORT_PARTS]);
        for (const text of [parts.title, parts.finding, parts.forest, parts.gap, parts.ladder, parts.method]) {
          assert.ok(text.length > 0);
        }
        assert.ok(parts.limits.length >= 4);
        assert.equal(parts.quotes.length, 2);
        for (const part of [parts.timeline, parts.steps, parts.proofs]) {
          assert.ok(part.items.length > 0 || part.missing, 'an empty part says what is missing');
        }
        assert.ok(!JSON.stringify(parts).includes('undefined') && !JSON.stringify(parts).includes('NaN'));
      }
    }
  }
});

test('the figures are those of the results document', () => {
  const { index } = usual.groups.resident!;
  assert.ok(!isHidden(index) && !isHidden(index.change) && typeof index.change.estimate === 'number');
  const n = index.change.n as { baseline: number; endline: number };
  const said = points(index.change.estimate, decimalsFor(Math.min(n.baseline, n.endline)), true);
  const parts = reportParts(usual, material, 'en');
  assert.equal(parts.index[0]!.value, `${said} points`);
  assert.ok(parts.finding.includes(said));
  const cells = flat(reportTables(usual, 'en').levels);
  assert.ok(cells.some((cell) => cell.startsWith(said)));
});

test('what is suppressed says why, and is never zero', () => {
  const parts = reportParts(few, material, 'zh-Hans');
  assert.equal(parts.index[0]!.value, undefined);
  assert.match(parts.index[0]!.sentence, /满 10 位才显示/);
  const cells = flat(reportTables(few, 'zh-Hans').levels);
  assert.ok(cells.length > 0);
  assert.ok(cells.some((cell) => cell.startsWith('不显示')));
  assert.ok(!cells.some((cell) => /^[+−]?0(\.0)?$/.test(cell)));
});

test('no number is said that the published document does not hold', () => {
  const published = publishResults(usual);
  const kept = new Set(JSON.stringify(published).match(/\d+(?:\.\d+)?/g));
  // Means and changes of a published document are rounded to a decimal, or to whole points for few people.
  const near = (text: string): boolean =>
    [...kept].some((each) => [0, 1].some((digits) => Number(each).toFixed(digits) === text));
  const { levels } = reportTables(published, 'en');
  for (const cell of levels.flatMap(({ rows }) => rows.map((cells) => cells[1] as string))) {
    for (const [number] of cell.matchAll(/\d+(?:\.\d+)?/g)) assert.ok(near(number), `${number} in ${cell}`);
  }
});

test('suggestions: counted by the rules of the ledger, refused ones with reasons, those of other studies left out', () => {
  const { loop, limits } = reportParts(usual, material, 'zh-Hans');
  assert.deepEqual(
    loop.counts.map(({ count }) => count),
    ['3', '1', '2', '2', '1'],
  );
  assert.deepEqual(loop.refused, [
    { text: '修停车场', status: '未采纳', reason: '是绿地' },
    { text: '装电梯', status: '暂缓', reason: '没有写明理由' },
  ]);
  assert.ok(limits.some((text) => text.includes('主要负责同志变动 1 次')));
  assert.equal(ownEntries(usual, [...entries, ...entries]).length, 6);
});

test('a ledger in the results wins over rows; counts without texts say that the texts did not come along', () => {
  const { loop, timeline, proofs } = reportParts(everyPart, {}, 'en');
  assert.equal(loop.counts[0]!.count, '20');
  assert.match(loop.missing!, /^5 suggestions were declined or deferred; their texts/);
  assert.equal(timeline.items.length, 1);
  assert.ok(proofs.items.length > 0);
});

test('next steps, proofs, quotes, people invited and days come from the material', () => {
  const parts = reportParts(usual, material, 'en');
  assert.deepEqual(parts.steps.items, [{ what: '开议事会', who: '街道办', due: '2026-12-31' }]);
  assert.match(parts.proofs.items[0]!.details.join(' '), /Document, district .*区民政局.*议事组/);
  assert.equal(parts.quotes[0]!.text, '问了我们，电话■。');
  assert.equal(parts.quotes[1]!.text, undefined);
  assert.equal(parts.answered.rows[0]![1], '300 → not stated');
  assert.match(parts.answered.dates!, /2026-03-01 to 2026-03-10/);
  assert.equal(parts.timeline.items[0]!.mark, 'survey');
  assert.equal(parts.timeline.items[1]!.note, 'work not handed over');
});

test('what the results themselves say of days and of people invited comes first, and needs no material', () => {
  const { resident } = usual.flow;
  const told: Results = {
    ...usual,
    study: {
      ...usual.study,
      waves: [
        { id: usual.waves.baseline, label: {}, opens: '2025-01-06', closes: '2025-01-12' },
        { id: usual.waves.endline, label: {}, opens: '2025-06-02', closes: '2025-06-08' },
      ],
    },
    flow: { ...usual.flow, resident: { ...resident!, invited: { baseline: 210, endline: 195 } } },
  };
  for (const given of [{}, material]) {
    const { answered } = reportParts(told, given, 'en');
    assert.equal(answered.rows[0]![1], '210 → 195');
    assert.match(answered.dates!, /2025-01-06 to 2025-01-12/);
  }
});

test('only web addresses become a link to the full report', () => {
  assert.equal(reportParts(usual, material, 'en').fullReport, 'https://example.org/report');
  for (const fullReport of ['javascript:alert(1)', 'https://a b', '']) {
    assert.equal(reportParts(usual, { fullReport }, 'en').fullReport, undefined);
  }
});

test('made-up data are labelled, changed settings are named', () => {
  const odd: Results = {
    ...usual,
    study: { ...usual.study, synthetic: true },
    settings: { ...usual.settings, weights: { CY: 0.75, CJ: 0.25 }, changedFromDefault: ['weights', 'minimumCell'] },
  };
  const parts = reportParts(odd, {}, 'en');
  assert.match(parts.synthetic!, /^Synthetic data/);
  assert.match(parts.method, /real participation 75%/);
  assert.ok(parts.limits.includes('Not the default settings: weights.'));
});

test('tables: every row as wide as its head, no cell empty, in both languages alike', () => {
  for (const results of [usual, publishResults(usual), few, everyPart]) {
    const both = (['zh-Hans', 'en'] as const).map((locale) => {
      const { levels, robust, sensitivity, items, quality, flow, settings, glossary } = reportTables(results, locale);
      const sections = [levels, robust, sensitivity, items, quality, flow].flat();
      return [...sections, settings, glossary, ...ledgerTables(everyKind, locale)];
    });
    assert.equal(both[0]!.length, both[1]!.length);
    for (const { head, rows, caption } of both.flat()) {
      assert.ok(caption && rows.length > 0);
      for (const cells of rows) {
        assert.equal(cells.length, head.length, caption);
        assert.ok(
          cells.every((cell) => cell !== '' && !/undefined|NaN|\[object/.test(cell)),
          `${caption}: ${cells.join('|')}`,
        );
      }
    }
  }
});

test('material that is not what it should be is left out and counted, and never throws', () => {
  const read = parseMaterial({
    entries: [entries[0], { kind: 'suggestion' }, 7],
    quotes: [
      { group: 'mayor', text: 'x' },
      { group: 'official', text: { en: 'Yes' } },
    ],
    invited: { resident: { baseline: -1, endline: 20 } },
    days: { baseline: { opens: 'yesterday' } },
    fullReport: 5,
  });
  assert.equal(read.leftOut, 4);
  assert.deepEqual(read.material.entries, [entries[0]]);
  assert.deepEqual(read.material.quotes, [{ group: 'official', text: { en: 'Yes' } }]);
  assert.deepEqual(read.material.invited, { resident: { endline: 20 } });
  for (const odd of [undefined, null, 3, 'x', [], { entries: {} }]) assert.ok(parseMaterial(odd).material);
});

test('a long text is cut at a whole character, Chinese counting two', () => {
  assert.equal(clipped('abc', 3), 'abc');
  assert.equal(clipped('abcdef', 4), 'abc…');
  assert.equal(clipped('一二三四', 7), '一二三…');
  assert.equal(clipped('a  b\nc', 9), 'a b c');
  assert.equal(clipped('👍👍👍', 2), '👍…');
});
