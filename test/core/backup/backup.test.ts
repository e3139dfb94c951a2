import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBackup, rootOf, writeBackup } from '../../../src/core/backup/backup.js';
import { addressOf } from '../../../src/core/json/canonical.js';
import { entries, response } from '../json/documents.js';
import { isValid } from '../json/json-schema.js';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const records = [
  ...entries,
  ...Array.from({ length: 8 }, (_, i) => ({ ...response, id: `r${i}`, answers: { OQ1: `第${i}\n行 \ud800` } })),
];
const contents = { study: response.study, device: '平板 2', createdAt: '2026-02-28', records };
const written = writeBackup(contents, subtle);

/** The lines with one replaced by others, or taken out. */
const put = (lines: readonly string[], at: number, ...others: string[]): string[] => [
  ...lines.slice(0, at),
  ...others,
  ...lines.slice(at + 1),
];
const read = async (lines: readonly string[], partial = false) => readBackup(lines.join('\n'), subtle, { partial });
async function refused(lines: readonly string[], partial = false) {
  const reading = await read(lines, partial);
  assert.ok(!reading.ok, 'was not refused');
  return { ...reading, codes: reading.problems.map(({ path, code }) => `${path} ${code}`) };
}
async function accepted(lines: readonly string[], partial = false) {
  const reading = await read(lines, partial);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.value;
}

test('what is written is read: every record once, with its address, complete', async () => {
  const lines = await written;
  assert.equal(lines.length, records.length + 2);
  const { header, complete, duplicates, records: got } = await accepted(lines);
  assert.deepEqual(header, {
    schema: 'canyu-backup/1',
    study: 'hepingli-2026',
    device: '平板 2',
    createdAt: '2026-02-28',
    count: records.length,
  });
  assert.deepEqual([complete, duplicates], [true, 0]);
  const addresses = await Promise.all(records.map((record) => addressOf(record, subtle)));
  assert.deepEqual(
    got.map(({ address }) => address),
    [...addresses].sort(),
  );
  for (const { address, record } of got) assert.equal(await addressOf(record, subtle), address);
  assert.ok(lines.every((line) => isValid('backup', JSON.parse(line))));
});

test('the order in which people answered does not show, and equal records are written once', async () => {
  const again = await writeBackup({ ...contents, records: [...records, ...records].reverse() }, subtle);
  assert.deepEqual(again, await written);
});

test('an empty backup is a whole one', async () => {
  const value = await accepted(await writeBackup({ ...contents, records: [] }, subtle));
  assert.deepEqual([value.complete, value.records], [true, []]);
});

test('another order, white space, line ends, a byte-order mark and repeated lines are the same records', async () => {
  const [header = '', ...rest] = await written;
  const footer = rest.pop() ?? '';
  const value = await accepted(
    ['\ufeff' + header, ...rest.reverse().map((line) => `  ${line} `), rest[0] ?? '', '', footer].map(
      (line) => `${line}\r`,
    ),
  );
  assert.deepEqual([value.complete, value.duplicates, value.records.length], [true, 1, records.length]);
});

test('lines may come one by one', async () => {
  const lines = await written;
  async function* slowly() {
    for (const line of lines) yield await Promise.resolve(line);
  }
  for (const source of [lines, slowly()]) {
    const reading = await readBackup(source, subtle);
    assert.ok(reading.ok && reading.value.complete);
  }
});

test('a file cut off anywhere says so; its whole lines are handed out only when asked for', async () => {
  const text = (await written).join('\n');
  const header = text.indexOf('\n');
  for (let end = header + 1; end < text.length; end += 7) {
    const cut = text.slice(0, end);
    const whole = cut.split('\n').slice(1, -1).length + (text[end] === '\n' ? 1 : 0);
    const reading = await refused([cut]);
    assert.ok(reading.codes.includes(' required'), `at ${end}: ${reading.codes.join()}`);
    assert.deepEqual(reading.partial, { wholeLines: whole, count: records.length }, `at ${end}`);
    const value = await accepted([cut], true);
    assert.deepEqual([value.complete, value.records.length], [false, whole]);
  }
  for (let end = 0; end < header; end += 5) {
    assert.deepEqual((await refused([text.slice(0, end)], true)).partial, undefined, `at ${end}`);
  }
});

test('a changed, a replaced, an added record: refused whole, even when partial is asked for', async () => {
  const lines = await written;
  const changed = lines.map((line) => line.replace('"装扶手"', '"装电梯"'));
  const replaced = put(lines, 3, JSON.stringify({ ...response, id: 'forged' }));
  const added = put(lines, 3, lines[3] ?? '', JSON.stringify({ ...response, id: 'forged' }));
  for (const tampered of [changed, replaced, added]) {
    assert.notDeepEqual(tampered, lines);
    const reading = await refused(tampered, true);
    assert.equal(reading.codes[0], `/${tampered.length - 1} value`);
    assert.equal(reading.partial, undefined);
  }
});

test('the line that breaks the order of addresses is named', async () => {
  const lines = await written;
  const first = { ...response, id: '' };
  let address = '';
  for (let i = 0; !address.startsWith('00'); i++)
    address = await addressOf(Object.assign(first, { id: `n${i}` }), subtle);
  const reading = await refused(put(lines, 9, JSON.stringify(first)));
  assert.deepEqual(reading.codes, [`/${lines.length - 1} value`, '/9 value']);
});

test('header and footer cannot be edited either; lines after the end are refused', async () => {
  const lines = await written;
  const last = lines.length - 1;
  assert.deepEqual((await refused(put(lines, 0, lines[0]?.replace(/"count":\d+/, '"count":3') ?? ''), true)).codes, [
    '/0/count value',
  ]);
  assert.deepEqual((await refused([...lines, ...lines.slice(1)], true)).codes[0], `/${last + 1} value`);
  const root = await rootOf([], subtle);
  const reading = await refused(put(lines, last, JSON.stringify({ count: records.length, root })), true);
  assert.equal(reading.codes[0], `/${last} value`);
});

test('another study, device or day in the header is found; the records are offered', async () => {
  const lines = await written;
  for (const [from, to] of [
    [/"device":"[^"]*"/, '"device":"another"'],
    [/"createdAt":"[^"]*"/, '"createdAt":"2020-01-01"'],
    [/"study":"[^"]*"/, '"study":"another"'],
  ] as const) {
    const changed = put(lines, 0, lines[0]?.replace(from, to) ?? '');
    assert.notEqual(changed[0], lines[0]);
    const reading = await refused(changed);
    assert.deepEqual(reading.codes, ['/0 value']);
    assert.deepEqual(reading.partial, { wholeLines: records.length, count: records.length });
    assert.equal((await accepted(changed, true)).records.length, records.length);
  }
});

test('a footer without the hash of the header, as other programs may write it, is read; one with other keys is not', async () => {
  const lines = await written;
  const last = lines.length - 1;
  const { head, ...footer } = JSON.parse(lines[last] ?? '') as Record<string, unknown>;
  assert.equal((await accepted(put(lines, last, JSON.stringify(footer)))).records.length, records.length);
  const reading = await refused(put(lines, last, JSON.stringify({ ...footer, heae: head })));
  assert.equal(reading.codes[0], `/${last} value`);
});

test('a damaged or missing line: refused, the rest offered', async () => {
  const lines = await written;
  const broken = put(lines, 4, (lines[4] ?? '').replace('{', '('));
  const hostile = put(lines, 4, '{"schema":"canyu-entry/1","__proto__":{"a":1}}');
  const missing = put(lines, 4);
  for (const [damaged, code] of [
    [broken, '/4 syntax'],
    [hostile, '/4/__proto__ forbidden-key'],
    [put(lines, 4, '[1]'), '/4 type'],
    [put(lines, 4, '{"id":"x"}'), '/4/schema schema'],
    [missing, `/${missing.length - 1} value`],
  ] as const) {
    const reading = await refused(damaged);
    assert.deepEqual(reading.codes, [code]);
    assert.deepEqual(reading.partial, { wholeLines: records.length - 1, count: records.length });
    assert.equal((await accepted(damaged, true)).records.length, records.length - 1);
  }
});

test('newer files and newer records are refused whole, by name', async () => {
  const lines = await written;
  const newer = await refused(put(lines, 0, lines[0]?.replace('canyu-backup/1', 'canyu-backup/2') ?? ''), true);
  assert.deepEqual(newer.codes, ['/0/schema newer-schema']);
  assert.match(newer.problems[0]?.message ?? '', /canyu-backup\/2/);
  const record = await refused(put(lines, 2, JSON.stringify({ ...response, schema: 'canyu-response/12' })), true);
  assert.deepEqual(record.codes, ['/2/schema newer-schema']);
  assert.match(record.problems[0]?.message ?? '', /canyu-response\/12/);
  for (const other of ['', 'hello', '{"schema":"canyu-study/1"}', '[]', 'PK\u0003\u0004']) {
    assert.match((await refused([other], true)).codes.join(), / schema$/);
  }
});

test('flipping any one character never goes unnoticed', async () => {
  const text = (await written).join('\n');
  const { header, records: all } = await accepted([text]);
  const value = JSON.stringify([header, all]);
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 }), async (at, mask) => {
      const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ mask) + text.slice(at + 1);
      const reading = await readBackup(flipped, subtle);
      if (reading.ok) assert.equal(JSON.stringify([reading.value.header, reading.value.records]), value);
    }),
    { numRuns: 600 },
  );
});

test('any text at all: never throws', async () => {
  const [header = ''] = await written;
  const line = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constantFrom(header, '{"count":0,"root":"x"}'));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.boolean(), async (lines, partial) => {
      await readBackup([header, ...lines], subtle, { partial });
      await readBackup(lines, subtle, { partial });
    }),
  );
});
