import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { writeBackup } from '../../../src/core/backup/backup.js';
import { splitQrChunks } from '../../../src/core/backup/qr-chunks.js';
import { PartsJoiner, readInParts, type ReadPart } from '../../../src/core/gather/parts.js';
import { readGathered } from '../../../src/core/gather/read.js';
import { questionsOf } from '../../../src/core/gather/report.js';
import type { Gathered, GatheredRecords } from '../../../src/core/gather/types.js';
import { addressOf, canonicalJson } from '../../../src/core/json/canonical.js';
import { defaultStudy } from '../../../src/core/study/default.js';
import { entries, response } from '../json/documents.js';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const study = response.study;
const sheets = Array.from({ length: 12 }, (_, i) => ({ ...response, id: `r${i}` }));
const header = { study, device: '平板 2', createdAt: '2026-02-28' };
const backup = async (records: readonly unknown[] = sheets): Promise<string> =>
  (await writeBackup({ ...header, records }, subtle)).join('\n');

const read = (text: string): Promise<Gathered> => readGathered(text, { subtle, study });
async function records(text: string): Promise<GatheredRecords> {
  const found = await read(text);
  assert.ok(found.kind === 'records', `is ${JSON.stringify(found).slice(0, 200)}`);
  return found;
}
async function refused(text: string): Promise<string> {
  const found = await read(text);
  assert.ok(found.kind === 'refused', `is ${found.kind}`);
  return `${found.why} ${found.detail}`.trim();
}
const ids = ({ studies }: GatheredRecords): string[] =>
  studies.flatMap(({ responses }) => responses.map(({ id }) => id)).sort();
const all = sheets.map(({ id }) => id).sort();

test('a backup is known by what is in it, whatever its line ends, its mark and its blank lines', async () => {
  const text = await backup();
  for (const spelt of [text, `\ufeff${text}\n\n`, text.replaceAll('\n', '\r\n'), `\n${text}`]) {
    const found = await records(spelt);
    assert.deepEqual([found.source, found.header?.device, ids(found)], ['backup', '平板 2', all]);
    assert.equal(found.damage, undefined);
    assert.deepEqual(questionsOf(found, study), []);
  }
});

test('a backup cut off anywhere is handed out only with its damage, or refused; never as if it were whole', async () => {
  const text = await backup();
  let partly = 0;
  for (let at = 1; at < text.length; at += 97) {
    const found = await read(text.slice(0, at));
    if (found.kind === 'refused') {
      assert.ok(['damaged', 'unknown'].includes(found.why), `${at}: ${found.why}`);
      continue;
    }
    assert.ok(found.kind === 'records' && found.damage, `cut at ${at} is not seen`);
    assert.deepEqual(
      [found.damage.how, found.damage.count, found.damage.wholeLines],
      ['cut', sheets.length, ids(found).length],
    );
    assert.deepEqual(questionsOf(found, study), [{ code: 'cut', wholeLines: ids(found).length, count: 12 }]);
    partly += 1;
  }
  assert.ok(partly > 20);
});

test('a line that was changed or added: refused whole; a newer file: refused by its name', async () => {
  const text = await backup();
  assert.equal(await refused(text.replace(/"seconds":\d+/, '"seconds":77777')), 'altered');
  const [first = '', ...rest] = text.split('\n');
  assert.equal(await refused([first, JSON.stringify({ ...response, id: 'x' }), ...rest].join('\n')), 'altered');
  assert.equal(await refused(text.replace('canyu-backup/1', 'canyu-backup/3')), 'newer-schema canyu-backup/3');
  const newer = await backup([...sheets, { ...response, schema: 'canyu-response/2' }]);
  assert.equal(await refused(newer), 'newer-schema canyu-response/2');
});

test('single sheets, lists and lines of them need no header', async () => {
  const one = JSON.stringify(sheets[0], null, 2);
  assert.deepEqual(ids(await records(one)), ['r0']);
  assert.deepEqual(ids(await records(JSON.stringify(sheets))), all);
  const lines = sheets.map((sheet) => JSON.stringify(sheet)).join('\n');
  assert.deepEqual(ids(await records(lines)), all);
  const twice = await records(`${lines}\n${lines}`);
  assert.deepEqual([ids(twice), twice.duplicates], [all, 12]);
  const cut = await records(lines.slice(0, -20));
  assert.deepEqual([ids(cut).length, cut.damage], [11, { wholeLines: 11, count: undefined, how: 'cut' }]);
  assert.equal(
    await refused(JSON.stringify({ ...response, schema: 'canyu-response/9' })),
    'newer-schema canyu-response/9',
  );
});

test('a sheet that quotes the header of a backup is a sheet', async () => {
  const sheet = { ...response, answers: { OQ1: '{"schema":"canyu-backup/1","x":1}' } };
  assert.deepEqual(ids(await records(JSON.stringify(sheet))), [response.id]);
});

test('what does not parse is kept as it came, under its study and its address; everything else is taken', async () => {
  const bad = { ...response, id: 'bad', answers: { CY1: [] } };
  const strange = { schema: 'canyu-strange/1', study: 'elsewhere', word: '心里话' };
  const found = await records(await backup([...sheets, ...entries, bad, strange, { schema: 'other' }]));
  assert.deepEqual(ids(found), all);
  const aside = found.studies.flatMap((one) => one.aside.map((record) => ({ study: one.study, ...record })));
  assert.deepEqual(
    aside.map((one) => one.study).sort(),
    ['elsewhere', study, study].sort(),
    'one that names no study belongs to that of the header',
  );
  for (const { address, record } of aside) assert.equal(await addressOf(record, subtle), address);
  assert.ok(aside.some(({ record }) => canonicalJson(record) === canonicalJson(bad)));
  assert.equal(
    found.studies.reduce((sum, one) => sum + one.entries.length, 0),
    entries.length,
  );
});

test('records of another study are asked about, by its name; where no study is open nothing is asked', async () => {
  const found = await records(await backup([...sheets, { ...response, study: 'other-one', id: 'o' }]));
  assert.deepEqual(questionsOf(found, study), [{ code: 'other-study', studies: ['other-one'] }]);
  assert.deepEqual(questionsOf(found, 'third'), [{ code: 'other-study', studies: ['other-one', study].sort() }]);
  assert.deepEqual(questionsOf(found, ''), []);
});

test('QR codes: any order, words between, a missing one is named, all together are the backup', async () => {
  const text = await backup(sheets.slice(0, 3));
  const chunks = splitQrChunks(text);
  assert.ok(chunks.length > 2);
  const pasted = `老王：\n${[...chunks].reverse().join('\n好的\n')}`;
  assert.deepEqual(ids(await records(pasted)), ['r0', 'r1', 'r2']);
  assert.equal(await refused(chunks.slice(1).join('\n')), `qr-missing 1/${chunks.length}`);
  assert.equal(await refused('canyu-qr/1 something'), 'qr-faulty canyu-qr');
  const other = splitQrChunks(await backup(sheets.slice(3)));
  const both = await records([...chunks, ...other.slice(1)].join(' '));
  assert.deepEqual(ids(both), ['r0', 'r1', 'r2']);
  assert.deepEqual(
    both.gaps.map(({ missing }) => missing),
    [[1]],
  );
});

test('studies and other documents are told apart; a file of nothing known is refused', async () => {
  const own = defaultStudy('s');
  const found = await read(JSON.stringify(own, null, 1));
  assert.deepEqual(found, { kind: 'study', study: own });
  assert.match(await refused(JSON.stringify({ ...own, waves: [] })), /^damaged canyu-study/);
  for (const [text, why] of [
    ['', 'empty'],
    ['  \ufeff\n', 'empty'],
    ['今天收了十份', 'unknown'],
    ['{"a":1}', 'unknown'],
    ['[1,2]', 'unknown'],
    ['[]', 'unknown'],
    ['null', 'unknown'],
    ['{"schema":"canyu-results/1"}', 'results'],
    ['{"schema":"canyu-sealed/2"}', 'newer-schema canyu-sealed/2'],
    ['{"schema":"canyu-response/1",', 'damaged'],
    ['{"a":{"__proto__":1}}', 'damaged'],
    [`${'['.repeat(40)}${']'.repeat(40)}`, 'damaged'],
  ] as const) {
    assert.equal(await refused(text), why, text.slice(0, 40));
  }
});

test('the page gets its turn while a long file is read', async () => {
  let turns = 0;
  await readGathered(await backup(Array.from({ length: 400 }, (_, i) => ({ ...response, id: `n${i}` }))), {
    subtle,
    study,
    breathe: () => {
      turns += 1;
      return undefined;
    },
  });
  assert.ok(turns >= 8, `${turns} turns`);
});

test('a file that is handed out in parts and put together again is the file', async () => {
  const many = Array.from({ length: 450 }, (_, i) => ({ ...response, id: `n${i}` }));
  const bad = { ...response, id: 'bad', answers: 7 };
  const other = { ...response, study: 'another', id: 'o' };
  for (const text of [await backup([...many, ...entries, bad, other]), 'nothing known']) {
    const joiner = new PartsJoiner();
    const parts: ReadPart[] = [];
    await readInParts({ kind: 'read-gathered', text, study }, subtle, (part) => void parts.push(part));
    // As they come from a worker.
    const copies = structuredClone(parts) as Exclude<ReadPart, { broken: string }>[];
    const whole = copies.map((part) => joiner.take(part));
    assert.deepEqual(whole.at(-1), await read(text));
    assert.ok(whole.slice(0, -1).every((one) => one === undefined));
    for (const part of copies) assert.ok('gathered' in part || part.records.length <= 200);
  }
});

const quotes = [{ group: 'resident', text: '话算数了' }] as const;

test('report material: its rows are ledger rows, parts that cannot be read and rows of other studies are counted', async () => {
  const [row] = entries;
  const material = {
    quotes: [...quotes, { group: 'nobody', text: 'x' }],
    invited: { resident: { baseline: 180 } },
    entries: [
      { ...row, study },
      { ...row, study: 'another', id: 'other' },
    ],
  };
  const found = await records(JSON.stringify(material));
  assert.equal(found.source, 'material');
  assert.deepEqual(found.materials, [{ study, material: { quotes, invited: material.invited } }]);
  assert.equal(found.studies[0]?.entries.length, 1);
  assert.equal(found.partsRefused, 2);
  assert.deepEqual(questionsOf(found, study), []);
  assert.deepEqual(await refused('{"pages":[]}'), 'unknown');
  const nowhere = await readGathered(JSON.stringify({ quotes }), { subtle, study: '' });
  assert.ok(nowhere.kind === 'refused' && nowhere.why === 'no-study');
  const named = await readGathered(JSON.stringify(material), { subtle, study: '' });
  assert.ok(named.kind === 'records');
  assert.deepEqual(
    named.studies.map((one) => one.study),
    [study],
  );
});

test('report material comes back from a backup, under its study; a broken record of it is kept as it came', async () => {
  const record = { schema: 'canyu-material/1', study, quotes };
  const broken = { ...record, study: 'x', quotes: [{ group: 'nobody' }] };
  const found = await records(await backup([...sheets, record, broken]));
  assert.deepEqual(found.materials, [{ study, material: { quotes } }]);
  assert.deepEqual(
    found.studies.flatMap(({ aside }) => aside.map((one) => one.record)),
    [broken],
  );
  const other = await records(JSON.stringify({ ...record, study: 'elsewhere' }));
  assert.deepEqual(questionsOf(other, study), [{ code: 'other-study', studies: ['elsewhere'] }]);
  assert.equal(
    await refused(JSON.stringify({ ...record, schema: 'canyu-material/2' })),
    'newer-schema canyu-material/2',
  );
});
