import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { parseTable, writeTable } from '../../../src/core/gather/csv.js';
import { ledgerTemplate, readLedgerBook, readLedgerTable } from '../../../src/core/gather/ledger-table.js';
import { ledgerColumns, ledgerValues } from '../../../src/core/gather/ledger-words.js';
import type { GatheredRecords } from '../../../src/core/gather/types.js';
import { parseEntry } from '../../../src/core/ledger/parse.js';
import { entries } from '../json/documents.js';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;

async function rows(text: string): Promise<GatheredRecords> {
  const read = await readLedgerTable(text, 's', subtle);
  assert.ok(read?.kind === 'records', JSON.stringify(read));
  return read;
}
const found = async (text: string) => (await rows(text)).studies[0]?.entries ?? [];

test('Chinese and English tables mean the same; days as spreadsheets write them', async () => {
  const [zh] = await found('种类,日期,建议内容,处理结果,反馈日期\n建议,2026/5/12,装扶手,没有采纳,2026年6月1日');
  const [en] = await found('kind;date;text;status;reportedBackOn\nsuggestion;2026-05-12;装扶手;declined;2026.6.1 0:00');
  assert.deepEqual(zh, en);
  assert.equal(zh?.kind === 'suggestion' && zh.status, 'declined');
  assert.equal(zh?.kind === 'suggestion' && zh.reportedBackOn, '2026-06-01');
});

test('every kind of row can be written in a table, and comes back as it was', async () => {
  const kinds = new Set(entries.map(({ kind }) => kind));
  assert.equal(kinds.size, 9);
  const cellOf = (entry: object, name: string): string => {
    const [outer = '', inner] = name.split('.');
    const value = (entry as Record<string, unknown>)[outer];
    const member = inner === undefined ? value : (value as Record<string, unknown> | undefined)?.[inner];
    if (typeof member === 'boolean') return member ? '是' : '否';
    return Array.isArray(member)
      ? member.join('；')
      : member === undefined
        ? ''
        : JSON.stringify(member).replace(/^"|"$/g, '');
  };
  const table = writeTable([
    ledgerColumns.map(({ name }) => name),
    ...entries.map((entry) => ledgerColumns.map(({ name }) => cellOf(entry, name))),
  ]);
  const read = await rows(table);
  assert.deepEqual(read.refusedRows, []);
  const asRead = entries.map((entry) => {
    const one = parseEntry({ ...entry, study: 's' });
    return one.ok && one.value;
  });
  assert.deepEqual(read.studies[0]?.entries, asRead);
});

test('wrong rows are named by row and column, right ones do not wait for them', async () => {
  const text = [
    'kind,date,label,event',
    'event,2026-05-12,参观,visit',
    ',,,',
    'event,昨天,参观,visit',
    'event,2026-05-13,,visit',
    'event,2026-05-13,参观,party',
    'banquet,2026-05-13,参观,visit',
    '# event,2026-05-13,参观,visit',
  ].join('\r\n');
  const read = await rows(text);
  assert.equal(read.studies[0]?.entries.length, 1);
  assert.deepEqual(
    read.refusedRows.map(({ row, column, code }) => `${row} ${column} ${code}`),
    ['4 date value', '5 label required', '6 event unknown', '7 kind unknown'],
  );
});

test('the same table twice gives the same ids; an own id is kept; another content is another id', async () => {
  const text = 'kind,date,label,event\nevent,2026-05-12,参观,visit';
  const [[first], [again], [other]] = await Promise.all([
    found(text),
    found(text.replaceAll('\n', '\r\n')),
    found(text.replace('参观', '座谈')),
  ]);
  assert.equal(first?.id, again?.id);
  assert.notEqual(first?.id, other?.id);
  assert.match(first?.id ?? '', /^row-[0-9a-f]{20}$/);
  const [own] = await found('id,kind,date,label,event\nE7,event,2026-05-12,参观,visit');
  assert.equal(own?.id, 'E7');
});

test('text that is no ledger is no table; one without kinds or days says which column is missing', async () => {
  for (const text of ['', '今天，收了十份', 'a,b,c\n1,2,3', '日期']) {
    assert.equal(await readLedgerTable(text, 's', subtle), undefined, text);
  }
  const read = await readLedgerTable('种类,建议内容\n建议,x', 's', subtle);
  assert.deepEqual(read, { kind: 'refused', why: 'table', detail: 'date', problems: [] });
});

test('the template holds every column, and its examples are never read', async () => {
  for (const locale of ['zh-Hans', 'en'] as const) {
    const template = ledgerTemplate(locale);
    assert.equal(parseTable(template.slice(1))[0]?.length, ledgerColumns.length);
    const read = await rows(template);
    assert.deepEqual([read.studies[0]?.entries, read.refusedRows], [[], []]);
    // Without the sign the examples are right rows.
    assert.equal((await found(template.replaceAll('# ', ''))).length, 2);
  }
});

test('no word stands for two columns, and every value is one that the ledger takes', () => {
  const names = ledgerColumns.flatMap(({ name, zh }) => [name, ...zh]);
  assert.equal(new Set(names).size, names.length);
  for (const name of Object.keys(ledgerValues))
    assert.ok(
      ledgerColumns.some((column) => column.name === name),
      name,
    );
});

test('cells with quotes, line breaks and separators; what was kept from being computed', () => {
  const cells = [['a', 'b "c"', 'd,e\nf', '']];
  assert.deepEqual(parseTable(writeTable(cells).slice(1)), cells);
  assert.deepEqual(parseTable("a\tb\r\n'=1+1\t'quoted'\r\n"), [
    ['a', 'b'],
    ['=1+1', "'quoted'"],
  ]);
});

test('the sheets of a workbook: ledgers are read, others passed over, wrong rows named with their sheet', async () => {
  const head = ['种类', '日期', '名称', '事件类型'];
  const event = (day: string): string[] => ['事件', day, '参观', '参观'];
  const read = await readLedgerBook(
    [
      { name: '说明', rows: [['这是一本台账']] },
      { name: '春天', rows: [['# 填表人：小李'], head, event('2026-05-12'), [], event('昨天')] },
      { name: '秋天', rows: [head, event('2026/10/8')] },
      { name: '没有种类', rows: [head.slice(1), ['2026-10-09', '参观', '参观']] },
      { name: '空的', rows: [] },
    ],
    's',
    subtle,
  );
  assert.ok(read?.kind === 'records');
  assert.deepEqual(
    read.studies[0]?.entries.map(({ study, date }) => `${study} ${date}`),
    ['s 2026-05-12', 's 2026-10-08'],
  );
  assert.deepEqual(
    read.refusedRows.map(({ sheet, row, column, code }) => [sheet, row, column, code]),
    [
      ['春天', 5, 'date', 'value'],
      ['没有种类', 1, 'kind', 'column'],
    ],
  );
  assert.equal(await readLedgerBook([{ name: '说明', rows: [['这是一本台账']] }], 's', subtle), undefined);
});

test('a workbook and the CSV of the same table give the same rows with the same ids', async () => {
  const text = '种类,日期,建议内容,处理结果\n建议,2026/5/12,装扶手,没有采纳';
  const book = await readLedgerBook([{ name: 'x', rows: parseTable(text) }], 's', subtle);
  assert.ok(book?.kind === 'records');
  assert.deepEqual(book.studies[0]?.entries, await found(text));
});
