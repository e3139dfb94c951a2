/**
 * The exported files, opened by their real programs where these are installed: the workbook by LibreOffice, the scripts by R and PSPP. The
 * modules of src/export belong to another project of the compiler, so they are imported by address.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { computeResults } from '../../../src/core/change/compute.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { createRandom } from '../../../src/core/stats/random.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import { answersAt, sheet, study as plain, tokens } from '../fixtures/synthetic.js';

const from = (name: string): Promise<any> => import(new URL(`../../../src/export/${name}.js`, import.meta.url).href);
const { prepareExport, formatsFor } = await from('make-export');
const { csvFile } = await from('csv');
const { workbookParts } = await from('xlsx');
const { zipFiles } = await from('zip');
const { isoWeek } = await from('week');
const { words: chinese } = await from('words.zh-Hans');
const { words: english } = await from('words.en');

const pace = { breathe: () => undefined, progress: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'canyu-export-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Whether a program is on this machine. */
function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

const study = { ...plain, communities: [{ id: 'a', label: { en: 'A' } }] };
const random = createRandom(7);

/** `n` people at both waves and some at one only. */
function people(group: 'resident' | 'official', n: number, alone: number): SurveyResponse[] {
  const one = (who: string, wave: string, linked: boolean, i: number): SurveyResponse => {
    const at = 0.3 + (wave === 'post' ? 0.15 : 0) + (i % 7) * 0.04;
    const level = { CY: at, CJ: 1 - at, PR: at, TR: at, RC: at, GV: at, LD: at, FQ: at };
    const answers: Record<string, number | string> = { ...answersAt(random, level), CY2: i % 5 === 0 ? 'dk' : 3 };
    if (i % 6 === 0) answers['PR1'] = 'pns';
    answers['DM1'] = i % 4;
    if (group === 'resident' && wave === 'pre') answers['OQ1'] = i === 0 ? '打 13812345678 找我' : `=1+${i}`;
    return {
      ...sheet({
        id: `${group}-${who}-${wave}`,
        group,
        wave,
        answers,
        community: 'a',
        link: linked ? tokens(who) : null,
      }),
      date: '2026-10-20',
      seconds: 367,
    };
  };
  return [
    ...Array.from({ length: n }, (_, i) => ['pre', 'post'].map((wave) => one(`${group}${i}`, wave, true, i))).flat(),
    ...['pre', 'post'].flatMap((wave) => Array.from({ length: alone }, (_, i) => one(`x${i}`, wave, false, i))),
  ];
}

const responses = [...people('resident', 40, 12), ...people('official', 12, 3)];
const results = computeResults({ study, instrument: participationTrust, responses, options: { resamples: 200 } });
const entries = [
  {
    schema: 'canyu-entry/1',
    id: 'e1',
    study: study.id,
    date: '2026-05-01',
    kind: 'suggestion',
    text: '＝1+1',
    status: 'raised',
    owner: '王五',
  },
];
const data = { results, words: chinese, study, instrument: participationTrust, responses, entries };

async function files(
  format: string,
  given: object = data,
): Promise<{ name: string; files: Record<string, Uint8Array> }> {
  const prepared = await prepareExport(format, given, pace);
  const blob: Blob = await prepared.write(pace);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return {
    name: prepared.name,
    files: format === 'json' || format === 'codebook' ? { [prepared.name]: bytes } : unzipSync(bytes),
  };
}

/** Writes an archive's files into a folder of their own. */
function unpack(all: Record<string, Uint8Array>, name: string): string {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  for (const [file, bytes] of Object.entries(all)) writeFileSync(join(place, file), bytes);
  return place;
}

/** RFC 4180, as a reader of CSV files takes it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && bare === '' && end === '') break;
    (rows.at(-1) as string[]).push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Sixty texts that mean harm or come out wrong where a file is careless. */
const hostile = [
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠'].flatMap((sign) => [
    `${sign}1+1`,
    `${sign}HYPERLINK("http://x.example","y")`,
    ` ${sign}2`,
    `\u200f${sign}3`,
  ]),
  ...['\t=1', '\n=1', "=cmd|'/c calc'!A0", '@SUM(1+1)*cmd', '\ufeff=1', '\u202e=1+1', '%=1', '﹦1', '⁼1', '−1'],
  ...['a\u0000b', '\u0001', '\u001b[31m', '\u007f', '\u0085', '\ufffe', '\ud800', 'a\udc00'],
  ...['"', '""', ',', ';', '"a","b"', "'", "'=1", '</t></is></c>', '&amp;', '_x0041_', ']]>', '𠮷👨‍👩‍👧'],
];

describe('export', () => {
  test('there are sixty hostile strings or more', () => assert.ok(hostile.length >= 60, String(hostile.length)));

  const table = {
    name: 'texts',
    title: 'texts',
    columns: [
      { id: 'n', type: 'number', width: 8 },
      { id: 'text', type: 'text', width: 40 },
    ],
    rows: hostile.map((text, i) => [i, text]),
    frozen: 0,
  };

  test('CSV: BOM, settings line, and no cell that a spreadsheet would compute', () => {
    const text = [...csvFile(table, 'settings').pieces()].map((piece: any) => String(piece.text)).join('');
    assert.ok(text.startsWith('\ufeff"# settings"\r\n"n","text"\r\n'));
    const rows = parseCsv(text.slice(1)).slice(2);
    assert.equal(rows.length, hostile.length);
    for (const [i, [n, cell = '']] of rows.entries()) {
      assert.equal(n, String(i));
      assert.doesNotMatch(cell, /^[\s\p{Cf}]*[=+\-@＝＋－＠﹦⁼−]/u);
      assert.doesNotMatch(cell, /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ufffe]|\p{Surrogate}/u);
    }
    assert.equal(rows[0]?.[1], "'=1+1");
    assert.equal(rows.at(-1)?.[1], hostile.at(-1));
  });

  test('XLSX: typed cells, frozen heading, widths, no formula', async () => {
    const book = unzipSync(new Uint8Array(await (await zipFiles(workbookParts([table]), pace)).arrayBuffer()));
    const xml = strFromU8(book['xl/worksheets/sheet1.xml'] as Uint8Array);
    assert.match(xml, /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/);
    assert.match(xml, /<col min="2" max="2" width="40" customWidth="1"\/>/);
    assert.match(xml, /<c r="A3"><v>1<\/v><\/c><c r="B3" t="inlineStr"/);
    assert.doesNotMatch(xml, /<f[ >]/);
    assert.match(xml, /_x005F_x0041_/);
  });

  if (has('soffice')) {
    test('XLSX in LibreOffice: every hostile string comes back as itself', async () => {
      const place = join(folder, 'lo');
      mkdirSync(place);
      writeFileSync(
        join(place, 'b.xlsx'),
        new Uint8Array(await (await zipFiles(workbookParts([table]), pace)).arrayBuffer()),
      );
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false';
      const profile = `-env:UserInstallation=file://${place}/profile`;
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', filter, '--outdir', place, join(place, 'b.xlsx')],
        {
          stdio: 'ignore',
          timeout: 180_000,
        },
      );
      const { cellText } = await from('cell-text');
      const text = readFileSync(join(place, 'b.csv'), 'utf8')
        .replace(/^\ufeff/, '')
        .replaceAll('\n', '\r\n');
      const cells = parseCsv(text)
        .slice(1)
        .map((row) => row[1]?.replaceAll('\r\n', '\n'));
      assert.deepEqual(
        cells,
        hostile.map((each) => cellText(each)),
      );
    });
  }

  test('the sheets of people: no tokens, no ids, no days, weeks instead; open answers masked and apart', async () => {
    const { files: all } = await files('zip');
    const text = Object.values(all)
      .map((bytes) => strFromU8(bytes))
      .join('\n');
    for (const { id, link } of responses) {
      assert.ok(!text.includes(id), id);
      for (const token of link ?? []) assert.ok(!text.includes(token), token);
    }
    assert.ok(!text.includes('2026-10-20') && text.includes('2026-W43'));
    assert.ok(!text.includes('13812345678'));
    const [, names = [], first = []] = parseCsv(strFromU8(all['responses.csv'] as Uint8Array));
    assert.equal(names.includes('OQ1'), false);
    assert.equal(first[names.indexOf('minutes')], '6');
    assert.equal(parseCsv(strFromU8(all['open-texts.csv'] as Uint8Array)).length - 2, 52);
    assert.match(strFromU8(all['README.txt'] as Uint8Array), /工作人员人数不多/);
  });

  test('every file carries the settings line, and says that the data are made up', async () => {
    const { files: all } = await files('zip');
    for (const [name, bytes] of Object.entries(all)) {
      const book = name.endsWith('.xlsx') && unzipSync(bytes);
      const text = book ? strFromU8(book['xl/worksheets/sheet1.xml'] as Uint8Array) : strFromU8(bytes);
      assert.match(text, /participation-trust@1\.0\.0/, name);
      assert.match(text, /示例数据|"synthetic":true/, name);
    }
  });

  test('the manifest has the hash of every file', async () => {
    const { files: all } = await files('zip');
    const manifest = JSON.parse(strFromU8(all['manifest.json'] as Uint8Array));
    assert.deepEqual(
      manifest.files.map((file: any) => [file.name, file.sha256]),
      Object.entries(all)
        .filter(([name]) => name !== 'manifest.json')
        .map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
    );
  });

  test('without responses there are no sheets of people, and no names in the ledger', async () => {
    const { files: all } = await files('zip', { ...data, responses: undefined });
    assert.deepEqual(
      Object.keys(all).filter((name) => /^(?:responses|open)/.test(name)),
      [],
    );
    assert.doesNotMatch(strFromU8(all['ledger.csv'] as Uint8Array), /王五/);
    await assert.rejects(prepareExport('r', { ...data, responses: undefined }, pace), RangeError);
    assert.deepEqual(formatsFor({ isStudy: false, personLevel: true }), ['xlsx', 'csv', 'json', 'zip']);
  });

  test('a group too small at a wave has no rows there, nor communities that are too small', async () => {
    const few = [...people('resident', 40, 12), ...people('official', 3, 0)].map((each, i) =>
      i === 0 ? { ...each, community: 'b' } : each,
    );
    const given = {
      ...data,
      responses: few,
      results: computeResults({ study, instrument: participationTrust, responses: few, options: { resamples: 0 } }),
    };
    const { files: all } = await files('r', given);
    const rows = parseCsv(strFromU8(all['responses.csv'] as Uint8Array)).slice(2);
    assert.deepEqual([...new Set(rows.map((row) => row[1]))], ['resident']);
    assert.deepEqual([...new Set(rows.map((row) => row[3]))], ['']);
  });

  test('the results file is the results document', async () => {
    const { files: all, name } = await files('json');
    assert.deepEqual(JSON.parse(strFromU8(all[name] as Uint8Array)), results);
  });

  test('the codebook has every variable with its values and missing codes', async () => {
    const { files: all, name } = await files('codebook', { ...data, words: english });
    const xml = strFromU8(all[name] as Uint8Array);
    assert.match(
      xml,
      /<var ID="V_CY1" name="CY1"[^]*?<range min="1" max="5"\/>[^]*?<item VALUE="-8"\/><item VALUE="-9"\/>/,
    );
    assert.match(xml, /<catgry missing="Y"><catValu>-9<\/catValu><labl>Prefer not to say<\/labl>/);
  });

  test('weeks are those of ISO 8601', () => {
    assert.deepEqual(['2026-01-01', '2027-01-03', '2024-12-30', 'x'].map(isoWeek), [
      '2026-W01',
      '2026-W53',
      '2025-W01',
      '',
    ]);
  });

  if (has('Rscript')) {
    for (const words of [chinese, english]) {
      test(`R computes the same figures (${words.locale})`, async () => {
        const place = unpack((await files('r', { ...data, words })).files, `r-${words.locale}`);
        const said = execFileSync('Rscript', [join(place, 'responses.R')], { encoding: 'utf8', timeout: 120_000 });
        assert.match(said, /All 14 figures agree with those of Canyu\./);
      });
    }

    test('the R script stops where an answer was changed afterwards', async () => {
      const all = (await files('r')).files;
      const [line = [], names = [], ...rows] = parseCsv(strFromU8(all['responses.csv'] as Uint8Array).slice(1));
      const at = names.indexOf('CY1');
      const changed = rows.map((row) => row.map((cell, i) => (i === at && cell === '3' ? '1' : cell)));
      const csv = [line, names, ...changed]
        .map((row) => row.map((cell) => (/^-?[\d.]*$/.test(cell) ? cell : `"${cell}"`)).join())
        .join('\r\n');
      const place = unpack({ ...all, 'responses.csv': new TextEncoder().encode(csv) }, 'r-changed');
      assert.throws(
        () => execFileSync('Rscript', [join(place, 'responses.R')], { encoding: 'utf8', stdio: 'pipe' }),
        /differ from those of Canyu/,
      );
    });
  }

  if (has('pspp')) {
    test('the SPSS syntax gives the headline of Canyu', async () => {
      const place = unpack((await files('spss')).files, 'spss');
      const said = execFileSync('pspp', ['-b', 'responses.sps'], { cwd: place, encoding: 'utf8', timeout: 120_000 });
      const rows = said.split('\n').filter((line) => /^\|\s*(?:official|resident)/.test(line));
      assert.equal(rows.length, 2, said);
      for (const row of rows) {
        const [estimate, known, low, knownLow, high, knownHigh] = row
          .split('|')
          .slice(5, 11)
          .map((cell) => cell.trim());
        assert.deepEqual([estimate, low, high], [known, knownLow, knownHigh]);
      }
    });
  }
});
