import type { Counts, Question } from '../../core/gather/report.js';
import type { Gathered, RefusedRow } from '../../core/gather/types.js';
import { ledgerColumns } from '../../core/gather/ledger-words.js';
import type { DeskMessages } from './types.js';

/** What a file is, in a few words; '' where its refusal says so. */
export function kindText({ kinds }: DeskMessages, gathered: Gathered): string {
  if (gathered.kind === 'refused') return '';
  if (gathered.kind !== 'records') return kinds[gathered.kind];
  const { source, header } = gathered;
  return source === 'backup' ? kinds.backup(header?.device ?? '', header?.createdAt ?? '') : kinds[source];
}

const ORDER: readonly (keyof Counts)[] = [
  'added',
  'sealedAdded',
  'same',
  'sealedSame',
  'conflict',
  'aside',
  'rowsAdded',
  'rowsSame',
  'rowsReplaced',
  'rowsKept',
  'rowsRefused',
  'quotesAdded',
  'quotesSame',
  'partsKept',
  'partsRefused',
];

/** Each count that is not 0, in words. */
export function countsText({ report, locale }: DeskMessages, counts: Counts): string[] {
  const number = new Intl.NumberFormat(locale);
  return ORDER.filter((name) => counts[name] > 0).map((name) => report[name](number.format(counts[name])));
}

/** What is asked before a file is taken in. */
export function questionText({ ask, locale }: DeskMessages, question: Question, study: string): string {
  const number = new Intl.NumberFormat(locale);
  const { code, studies = [], wholeLines = 0, count } = question;
  const [whole, all] = [number.format(wholeLines), count === undefined ? '' : number.format(count)];
  switch (code) {
    case 'other-study':
      return ask.otherStudy(studies.join(locale === 'en' ? ', ' : '、'), study);
    case 'cut':
      return all ? ask.cut(whole, all) : ask.cutUnknown(whole);
    case 'changed':
      return ask.changed(whole, all);
  }
}

/** What is wrong in a row of a table. */
export function rowText({ report, locale }: DeskMessages, { sheet = '', row, column, code }: RefusedRow): string {
  const known = ledgerColumns.find(({ name }) => name === column || name.startsWith(`${column}.`));
  const named = locale === 'en' ? column : (known?.zh[0] ?? column);
  const { problems } = report;
  const isPlain = code === 'unknown' || code === 'required' || code === 'column';
  const isDay = known?.holds === 'day' && code !== 'required' && code !== 'column';
  const why = isDay ? problems.day : isPlain ? problems[code] : problems.value;
  return report.row(sheet, String(row), named, why);
}
