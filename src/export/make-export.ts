import { canonicalJson, type DigestSubtle } from '../core/json/canonical.js';
import type { Results } from '../core/change/types.js';
import type { Instrument } from '../core/instrument/types.js';
import type { Entry } from '../core/ledger/types.js';
import type { SurveyResponse } from '../core/response/types.js';
import type { Study } from '../core/study/types.js';
import { textIn } from '../core/text.js';
import { codebookTable } from './codebook.js';
import { csvFile } from './csv.js';
import { ddiCodebook } from './ddi.js';
import { withManifest } from './manifest.js';
import { ledgerTable } from './ledger-table.js';
import { personLevel, type PersonLevel } from './person-level.js';
import { rScript } from './r-script.js';
import { figuresTable, resultsTable } from './results-table.js';
import type { ScriptInput } from './script-data.js';
import { settingsLine } from './settings-line.js';
import { spssSyntax } from './spss-syntax.js';
import { stataDo } from './stata-do.js';
import type { OfficeFacts, Studio } from './studio.js';
import { textFile, type Cell, type ExportFile, type Table } from './table.js';
import { describeVariables, type Variables } from './variables.js';
import type { ExportWords } from './words.js';
import { workbookParts } from './xlsx.js';
import { plainFile, zipFiles, type Pace } from './zip.js';

/** The kinds of export, in the order in which they are offered. */
export const FORMATS = ['pptx', 'docx', 'png', 'xlsx', 'csv', 'r', 'spss', 'stata', 'codebook', 'json', 'zip'] as const;
/** One kind of export. */
export type ExportFormat = (typeof FORMATS)[number];

/** What is exported. */
export interface ExportData {
  readonly results: Results;
  readonly words: ExportWords;
  /** Where the results were computed here; absent for a results file. */
  readonly study?: Study | undefined;
  readonly instrument?: Instrument | undefined;
  /** The sheets of people; only where the page's owner asked for them. */
  readonly responses?: readonly SurveyResponse[] | undefined;
  readonly entries?: readonly Entry[] | undefined;
  /** Makes pictures and office documents; absent where there is no page to make them on. */
  readonly studio?: Studio | undefined;
}

/** An export that is ready to be written. */
export interface PreparedExport {
  /** Name of the file. */
  readonly name: string;
  /** Rows of all tables in it. */
  readonly rows: number;
  /** Writes the file, in pieces of work of a few milliseconds. */
  write(pace: Pace): Promise<Blob>;
}

/**
 * The formats that can be made of a source: scripts need the sheets of people, the codebook needs the study, pictures need a page,
 * office documents one that may load their writers.
 */
export function formatsFor(source: {
  readonly isStudy: boolean;
  readonly personLevel: boolean;
  readonly hasStudio?: boolean;
  readonly hasWriters?: boolean;
}): readonly ExportFormat[] {
  return FORMATS.filter((format) => {
    if (format === 'png') return source.hasStudio === true;
    if (format === 'pptx' || format === 'docx') return source.hasWriters === true;
    if (format === 'r' || format === 'spss' || format === 'stata') return source.isStudy && source.personLevel;
    return format !== 'codebook' || source.isStudy;
  });
}

/** Everything that the formats are made from. */
interface Parts {
  readonly data: ExportData;
  readonly line: string;
  readonly people: PersonLevel | undefined;
  readonly variables: Variables | undefined;
  readonly tables: readonly Table[];
}

/**
 * Prepares an export: codes the sheets, makes the tables, and says how many rows there will be.
 *
 * @throws RangeError for a format that the data cannot give (`formatsFor`)
 */
export async function prepareExport(format: ExportFormat, data: ExportData, pace: Pace): Promise<PreparedExport> {
  const isStudy = data.study !== undefined && data.instrument !== undefined;
  const { studio } = data;
  const source = {
    isStudy,
    personLevel: data.responses !== undefined,
    hasStudio: studio !== undefined,
    hasWriters: studio?.office !== undefined,
  };
  if (!formatsFor(source).includes(format)) {
    throw new RangeError(`no ${format} of these data`);
  }
  const parts = await partsOf(data, pace);
  const stem = `canyu-${data.results.study.id.replace(/[^\p{L}\p{N}_-]/gu, '_')}`;
  const rows = (files: readonly { readonly rows: number }[]): number => files.reduce((sum, file) => sum + file.rows, 0);
  const facts = { settingsLine: parts.line, ...(data.results.study.synthetic && { synthetic: data.words.synthetic }) };
  switch (format) {
    case 'pptx':
    case 'docx': {
      return { name: `${stem}.${format}`, rows: 0, write: (to) => written(data.studio, format, facts, to) };
    }
    case 'png':
      return { name: `${stem}-png.zip`, rows: 0, write: (to) => album(parts, facts, to) };
    case 'xlsx': {
      const files = workbook(parts);
      return { name: `${stem}.xlsx`, rows: rows(files), write: (to) => book(files, to) };
    }
    case 'json':
      return {
        name: `${stem}-results.json`,
        rows: 0,
        write: (to) => plainFile(jsonFile(parts), 'application/json', to),
      };
    case 'codebook':
      return {
        name: `${stem}-codebook.xml`,
        rows: parts.variables?.all.length ?? 0,
        write: (to) => plainFile(ddiFile(parts) as ExportFile, 'application/xml', to),
      };
    default: {
      const files = filesOf(format, parts);
      return {
        name: `${stem}${format === 'zip' ? '' : `-${format}`}.zip`,
        rows: rows(files),
        write: (to) => archive(files, format, parts, facts, to),
      };
    }
  }
}

async function partsOf(data: ExportData, pace: Pace): Promise<Parts> {
  const { results, words, study, instrument, responses, entries = [] } = data;
  const line = settingsLine(results, words);
  const people =
    study && instrument && responses
      ? await run(personLevel({ study, instrument, results, words, responses }), pace)
      : undefined;
  const variables =
    people?.variables ?? (study && instrument ? describeVariables(study, instrument, new Set(), words) : undefined);
  const tables: Table[] = [];
  if (people) tables.push(people.responses);
  if (people && people.openTexts.rows.length > 0) tables.push(people.openTexts);
  if (variables && study && instrument) tables.push(codebookTable(variables, study, instrument, words));
  tables.push(resultsTable(results, instrument, words), figuresTable(results, words));
  if (entries.length > 0) tables.push(ledgerTable(entries, people !== undefined, words));
  return { data, line, people, variables, tables };
}

/** Runs work that comes in pieces. */
async function run<T>(steps: Generator<void, T>, { breathe }: Pace): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

/** The sheet in front of the others: what the workbook is, how it was made, what to take care of. */
function aboutTable({ data, line, people, tables }: Parts): Table {
  const { results, words } = data;
  const { about } = words;
  const rows: Cell[][] = [
    [about.title, textIn(results.study.title, words.locale) || results.study.id],
    ...(results.study.synthetic ? [[about.data, words.synthetic]] : []),
    [about.settings, line],
    [about.sheets, tables.map(({ title }) => title).join(words.comma)],
    [about.hidden, about.hiddenText],
    ...(people ? [about.personLevelText, ...people.notes].map((note) => [about.personLevel, note]) : []),
  ];
  return {
    name: 'about',
    title: words.sheets.about,
    columns: [
      { id: about.what, type: 'text', width: 22 },
      { id: 'canyu', type: 'text', width: 100 },
    ],
    rows,
    frozen: 0,
  };
}

const workbook = (parts: Parts): readonly ExportFile[] => workbookParts([aboutTable(parts), ...parts.tables]);

async function book(files: readonly ExportFile[], pace: Pace): Promise<Blob> {
  const archive = await zipFiles(files, pace);
  return new Blob([archive], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

/** The results document itself, as `<canyu-change-index>` reads it; its settings travel inside. */
const jsonFile = ({ data }: Parts): ExportFile => textFile('results.json', `${canonicalJson(data.results)}\n`);

function ddiFile({ data, line, people, variables }: Parts): ExportFile | undefined {
  const { study, instrument, results, words } = data;
  if (!study || !instrument || !variables) return undefined;
  const rows = people?.responses.rows.length;
  return textFile(
    'codebook.xml',
    ddiCodebook({ settingsLine: line, study, instrument, results, variables, rows, words }),
  );
}

/** The files of an archive but its workbook and its manifest. */
function filesOf(format: ExportFormat, parts: Parts): readonly ExportFile[] {
  const { data, line, people, tables } = parts;
  const { study, instrument, results, words } = data;
  const scripts: ScriptInput | undefined =
    people && study && instrument ? { settingsLine: line, study, instrument, results, people, words } : undefined;
  const script = (one: ExportFormat): ExportFile[] => {
    if (!scripts) return [];
    if (one === 'r') return [textFile('responses.R', rScript(scripts))];
    return one === 'spss'
      ? [textFile('responses.sps', spssSyntax(scripts))]
      : [textFile('responses.do', stataDo(scripts))];
  };
  const csv = tables.map((table) => csvFile(table, line));
  const readme = readmeFile(parts);
  if (format === 'csv') return [readme, ...csv];
  if (format !== 'zip') {
    const needed = csv.filter(({ name }) => name === 'responses.csv' || name === 'codebook.csv');
    return [readme, ...needed, ...script(format)];
  }
  const ddi = ddiFile(parts);
  return [
    readme,
    ...csv,
    ...script('r'),
    ...script('spss'),
    ...script('stata'),
    ...(ddi ? [ddi] : []),
    jsonFile(parts),
  ];
}

/** Zips files with a manifest of their hashes; the archive of everything has the workbook, the pictures and the office documents too. */
async function archive(
  files: readonly ExportFile[],
  format: ExportFormat,
  parts: Parts,
  facts: OfficeFacts,
  pace: Pace,
): Promise<Blob> {
  const all = [...files];
  if (format === 'zip') {
    const quiet = { ...pace, progress: () => undefined };
    all.push(await binaryFile('workbook.xlsx', await book(workbook(parts), quiet)));
    all.push(...(await studioFiles(parts, facts, quiet)));
  }
  return sealed(all, parts, pace);
}

/** Files with their manifest in one archive. */
async function sealed(files: readonly ExportFile[], parts: Parts, pace: Pace): Promise<Blob> {
  const { subtle } = globalThis.crypto as { readonly subtle?: DigestSubtle };
  const whole = await withManifest(files, { line: parts.line, results: parts.data.results }, subtle, pace);
  return zipFiles(whole, { ...pace, progress: () => undefined });
}

const bytesFile = (name: string, bytes: Uint8Array<ArrayBuffer>): ExportFile => ({
  name,
  rows: 0,
  pieces: () => [{ text: bytes, rows: 0 }],
});

const binaryFile = async (name: string, blob: Blob): Promise<ExportFile> =>
  bytesFile(name, new Uint8Array(await blob.arrayBuffer()));

/** The charts, one picture each. */
async function album(parts: Parts, facts: OfficeFacts, pace: Pace): Promise<Blob> {
  const pictures = await (parts.data.studio as Studio).pictures(facts, pace);
  const files = pictures.map(({ name, bytes }) => bytesFile(name, bytes));
  return sealed([readmeFile(parts), ...files], parts, { ...pace, progress: () => undefined });
}

async function written(
  studio: Studio | undefined,
  kind: 'pptx' | 'docx',
  facts: OfficeFacts,
  pace: Pace,
): Promise<Blob> {
  if (!studio?.office) throw new Error('office-missing');
  return studio.office(kind, facts, pace);
}

/** Pictures and documents for the archive of everything; where the writers of documents are missing, a line says so in their place. */
async function studioFiles({ data }: Parts, facts: OfficeFacts, pace: Pace): Promise<readonly ExportFile[]> {
  const { studio, words } = data;
  if (!studio) return [];
  const pictures = await studio.pictures(facts, pace);
  const files = pictures.map(({ name, bytes }) => bytesFile(`charts/${name}`, bytes));
  try {
    files.push(await binaryFile('meeting.pptx', await written(studio, 'pptx', facts, pace)));
    files.push(await binaryFile('report.docx', await written(studio, 'docx', facts, pace)));
  } catch (error) {
    if (!(error instanceof Error && error.message === 'office-missing')) throw error;
    files.push(textFile('MISSING.txt', `\ufeff${words.officeMissing}\r\n`));
  }
  return files;
}

/** What the archive is, in front of its other files. */
const readmeFile = (parts: Parts): ExportFile =>
  textFile(
    'README.txt',
    `\ufeff${aboutTable(parts)
      .rows.map((row) => row.join(': '))
      .join('\r\n\r\n')}\r\n`,
  );
