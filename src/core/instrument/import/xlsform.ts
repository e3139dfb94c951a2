import { member } from '../../json/shape.js';
import type { Text } from '../../text.js';
import { maxSpan } from '../parse.js';
import type { Item } from '../types.js';
import { xlsFormEquality } from './condition.js';
import { InstrumentDraft, type Imported, type ImportOptions, type Place, type Question } from './draft.js';
import { guessLocale, localeTag, withBrackets } from './locales.js';
import { plainText } from './plain-text.js';
import type { Option } from './points.js';
import { reasonOfColumn, reasonOfType } from './xlsform-rest.js';

/** One row of a sheet: what stands in each column, by the column's heading. Blank rows are kept, so that places can be found again. */
export type SheetRow = Readonly<Record<string, unknown>>;

/** The sheets of an XLSForm. Others may be there and are listed as left out. */
export interface XlsFormSheets {
  readonly survey: readonly SheetRow[];
  readonly choices?: readonly SheetRow[];
  readonly settings?: readonly SheetRow[];
  readonly [other: string]: readonly SheetRow[] | undefined;
}

type When = NonNullable<Question['when']>;

/** A group of rows that is open. `outside`: nothing in it is taken in. */
interface Section {
  readonly place: Place;
  readonly label: Text;
  readonly when: When | undefined;
  readonly isRated: boolean;
  readonly outside: boolean;
  /** The list of answers of a KoboToolbox rating matrix. */
  readonly list?: string;
  readonly items: (Item | null)[];
}

/** A cell by the name of its column. */
interface Cell {
  readonly heading: string;
  /** In lower case, without language. */
  readonly column: string;
  readonly locale: string;
  readonly text: string;
}

/**
 * Makes an instrument from an XLSForm (its sheets as rows). Headless; never throws.
 *
 * Taken: `select_one`, `range`, `text`, `note`, numbers and dates as free text, KoboToolbox's rating matrix; groups one after the other;
 * `label::Language (code)`; `hint` in brackets; `relevant` of the form `${a} = 'x'` or `selected(${a}, 'x')`. Everything else that has
 * something in a cell is listed in `leftOut`; `/survey/12/constraint` is the thirteenth row below the headings.
 *
 * Problems: no survey sheet with a column `type`; nothing that can be asked.
 */
export function importXlsForm(sheets: XlsFormSheets, options: ImportOptions = {}): Imported {
  try {
    const problem = problemOf(sheets);
    return problem ? { ok: false, problems: [problem] } : new XlsFormReader(sheets, options).read();
  } catch {
    return { ok: false, problems: [{ path: '', code: 'type', message: 'could not be read' }] };
  }
}

function problemOf(sheets: unknown): { path: string; code: 'type' | 'schema'; message: string } | undefined {
  if (typeof sheets !== 'object' || sheets === null) return { path: '', code: 'type', message: 'must be an object' };
  const { survey } = sheets as { readonly survey?: unknown };
  if (!Array.isArray(survey)) return { path: '/survey', code: 'schema', message: 'is missing; it is no XLSForm' };
  const isTyped = survey.some(
    (row: unknown) => isRow(row) && Object.keys(row).some((key) => key.trim().toLowerCase() === 'type'),
  );
  return isTyped ? undefined : { path: '/survey', code: 'schema', message: 'has no column type; it is no XLSForm' };
}

/** Goes through the survey sheet once and fills a draft. */
class XlsFormReader {
  readonly #sheets: XlsFormSheets;
  readonly #draft: InstrumentDraft;
  readonly #settings: ReadonlyMap<string, string>;
  readonly #locale: string;
  readonly #lists: ReadonlyMap<string, readonly Option[]>;
  readonly #used = new Set<string>();
  readonly #sections: Section[] = [];

  constructor(sheets: XlsFormSheets, options: ImportOptions) {
    this.#sheets = sheets;
    this.#draft = new InstrumentDraft(options);
    const settings = rowsOf(sheets.settings).find((row) => isRow(row)) ?? {};
    this.#settings = new Map(Object.entries(settings).map(([key, value]) => [key.trim().toLowerCase(), wordOf(value)]));
    const own = this.#settings.get('default_language');
    this.#locale = options.locale ?? (own && !/^default$/i.test(own) ? localeTag(own) : guessLocale(labelsOf(sheets)));
    this.#lists = this.#readLists();
  }

  read(): Imported {
    rowsOf(this.#sheets.survey).forEach((row, i) => this.#row(row, `/survey/${i}`));
    while (this.#sections.length > 0) this.#close();
    for (const list of this.#lists.keys()) {
      if (!this.#used.has(list)) this.#draft.leave({ path: '/choices', name: list, type: 'list' }, 'unused-list');
    }
    for (const [key, value] of this.#settings) {
      if (!value || ['form_title', 'form_id', 'version', 'default_language'].includes(key)) continue;
      this.#draft.leave({ path: `/settings/0${member('', key)}`, name: key, type: 'settings' }, 'setting');
    }
    for (const name of Object.keys(this.#sheets)) {
      if (['survey', 'choices', 'settings'].includes(name)) continue;
      this.#draft.leave({ path: member('', name), name, type: 'sheet' }, 'sheet');
    }
    const title = this.#settings.get('form_title');
    return this.#draft.finish({
      id: this.#settings.get('form_id') ?? '',
      version: this.#settings.get('version') ?? '',
      title: title ? { [this.#locale]: plainText(title).text } : undefined,
    });
  }

  #row(row: unknown, path: string): void {
    if (!isRow(row)) {
      if (row !== null && row !== undefined) this.#draft.leave({ path, name: '', type: '' }, 'not-a-question', true);
      return;
    }
    const cells = cellsOf(row, this.#locale);
    if (cells.length === 0) return;
    const type = (cellIn(cells, 'type') ?? '').replace(/\s+/g, ' ');
    const place: Place = { path, name: cellIn(cells, 'name') ?? '', type };
    const word = type.toLowerCase().replace(/ /g, '_');
    const parts = /^(begin|end)_(group|repeat|score|rank|kobomatrix)$/.exec(word);
    const section = this.#sections.at(-1);
    if (parts?.[1] === 'begin') this.#open(cells, place, parts[2] ?? '');
    else if (parts) {
      if (section) this.#close();
      else this.#draft.leave(place, 'not-a-question');
    } else if (section?.outside) this.#draft.leave(place, 'inside', true);
    else {
      const item = this.#question(cells, place, word);
      if (section) section.items.push(item);
    }
  }

  #open(cells: readonly Cell[], place: Place, kind: string): void {
    const outer = this.#sections.at(-1);
    const outside = outer?.outside === true || !['group', 'score'].includes(kind);
    const label = this.#text(cells, 'label', place);
    const appearance = cellIn(cells, 'appearance') ?? '';
    const list = cellIn(cells, 'kobo--score-choices');
    this.#sections.push({
      place,
      label,
      when: this.#when(cells, place, outer?.when),
      isRated: kind === 'score' || /table-list|likert/.test(appearance),
      outside,
      ...(list && { list }),
      items: [],
    });
    if (outside)
      this.#draft.leave(place, outer?.outside ? 'inside' : kind === 'rank' ? 'multiple-choice' : 'repeat', true);
    else {
      if (Object.keys(label).length > 0 && kind === 'group')
        this.#draft.leave({ ...place, path: `${place.path}/label` }, 'heading');
      this.#rest(cells, place, [
        'type',
        'name',
        'label',
        'relevant',
        'kobo--score-choices',
        ...(this.#sections.at(-1)?.isRated ? ['appearance'] : []),
      ]);
    }
  }

  /** A group whose ratings all have the same answers measures one thing. */
  #close(): void {
    const section = this.#sections.pop();
    if (!section || section.outside) return;
    const items = section.items.filter((item) => item !== null);
    const rated = items.filter(({ kind }) => kind === 'rating');
    const isOne = new Set(rated.map(({ scale }) => scale)).size === 1;
    if (isOne && items.every(({ kind }) => kind === 'rating' || kind === 'note')) {
      this.#draft.construct(section.place.name, section.label, rated);
    }
  }

  #question(cells: readonly Cell[], place: Place, word: string): Item | null {
    const section = this.#sections.at(-1);
    const appearance = cellIn(cells, 'appearance') ?? '';
    const select = /^(?:select[ _]one(?: from)?|select1|add select one prompt using) (\S+)( or[ _]other)?$/i.exec(
      place.type,
    );
    const list = select?.[1] ?? (word === 'score__row' ? section?.list : undefined);
    const isLikert = /likert/.test(appearance);
    const stem = word === 'score__row' ? section?.label : undefined;
    const add = (question: Omit<Question, 'place' | 'text' | 'when'>, known: readonly string[]): Item | null => {
      const hint = this.#text(cells, 'hint', place);
      const text = withBrackets(this.#text(cells, 'label', place), hint);
      const item = this.#draft.add({ place, text, stem, when: this.#when(cells, place, section?.when), ...question });
      if (item) this.#rest(cells, place, ['type', 'name', 'label', 'hint', 'relevant', ...known]);
      return item;
    };
    if (list !== undefined && (select || word === 'score__row')) {
      // The first row of a table of answers only holds their headings.
      if (/(?:^|\s)label(?:\s|$)/.test(appearance)) {
        this.#draft.leave(place, 'heading', true);
        return null;
      }
      this.#used.add(list);
      if (select?.[2]) this.#draft.leave({ ...place, path: `${place.path}/type` }, 'other-answer');
      const isRated = isLikert || section?.isRated === true;
      return add({ kind: 'choice', options: this.#lists.get(list) ?? [], isRated }, isLikert ? ['appearance'] : []);
    }
    switch (word) {
      case 'range':
        return add(
          { kind: 'choice', options: rangeOf(cellIn(cells, 'parameters') ?? '', this.#locale), isRated: true },
          ['parameters'],
        );
      case 'text':
      case 'string':
        return add({ kind: 'text' }, []);
      case 'note':
        return add({ kind: 'note' }, []);
      case 'integer':
      case 'int':
      case 'decimal':
      case 'date':
      case 'time':
      case 'datetime': {
        const item = add({ kind: 'text' }, []);
        if (item) this.#draft.leave({ ...place, path: `${place.path}/type` }, 'as-text');
        return item;
      }
      default:
        this.#draft.leave(
          place,
          word
            ? reasonOfType(
                word
                  .replace(/^(select_(?:multiple|one)\w*|rank|odk:rank)_.*$/, '$1')
                  .replace(/^select_multiple.*/, 'select_multiple'),
              )
            : 'not-a-question',
          true,
        );
        return null;
    }
  }

  #when(cells: readonly Cell[], place: Place, outer: When | undefined): When | undefined {
    const relevant = cellIn(cells, 'relevant');
    if (!relevant) return outer;
    // A question has room for one condition: its own.
    if (outer) this.#draft.leave({ ...place, path: outer.path }, 'condition');
    return { path: `${place.path}/relevant`, equality: xlsFormEquality(relevant) };
  }

  /** What the cells of a column say, in every language. */
  #text(cells: readonly Cell[], column: string, place: Place): Text {
    const text: Record<string, string> = {};
    for (const cell of cells) {
      if (cell.column !== column || text[cell.locale]) continue;
      const { text: words, marked } = plainText(cell.text);
      if (words) text[cell.locale] = words;
      if (marked) this.#draft.leave({ ...place, path: `${place.path}${member('', cell.heading)}` }, 'markup');
    }
    return text;
  }

  #rest(cells: readonly Cell[], place: Place, known: readonly string[]): void {
    for (const { heading, column, text } of cells) {
      if (known.includes(column)) continue;
      const why = reasonOfColumn(column);
      if (why === 'required' && /^(?:no|false|false\(\))$/i.test(text)) continue;
      this.#draft.leave({ ...place, path: `${place.path}${member('', heading)}` }, why);
    }
  }

  #readLists(): ReadonlyMap<string, readonly Option[]> {
    const lists = new Map<string, Option[]>();
    const others = new Set<string>();
    rowsOf(this.#sheets.choices).forEach((row, i) => {
      if (!isRow(row)) return;
      const cells = cellsOf(row, this.#locale);
      const list = cellIn(cells, 'list_name') ?? cellIn(cells, 'list name');
      const value = cellIn(cells, 'name') ?? cellIn(cells, 'value');
      const place: Place = { path: `/choices/${i}`, name: list ?? '', type: 'choice' };
      if (list === undefined || value === undefined) {
        if (cells.length > 0) this.#draft.leave(place, 'not-a-question');
        return;
      }
      for (const { heading, column } of cells) {
        if (!['list_name', 'list name', 'name', 'value', 'label'].includes(column)) others.add(heading);
      }
      const label = this.#text(cells, 'label', place);
      const options = lists.get(list) ?? [];
      options.push({ value, label: Object.keys(label).length > 0 ? label : { [this.#locale]: value } });
      lists.set(list, options);
    });
    for (const heading of others) {
      this.#draft.leave({ path: '/choices', name: heading, type: 'column' }, reasonOfColumn(heading.toLowerCase()));
    }
    return lists;
  }
}

const isRow = (row: unknown): row is SheetRow => typeof row === 'object' && row !== null && !Array.isArray(row);

const rowsOf = (rows: unknown): readonly unknown[] => (Array.isArray(rows) ? (rows as unknown[]) : []);

/** What stands in a cell, as a text. */
function wordOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : '';
}

/** The cells of a row that say something; `label::English (en)` is the column `label` in English. */
function cellsOf(row: SheetRow, locale: string): readonly Cell[] {
  return Object.entries(row).flatMap(([heading, value]): Cell[] => {
    const text = wordOf(value);
    if (!text) return [];
    const name = heading.trim();
    const [, base, language] =
      /^(label|hint|guidance_hint|constraint_message|required_message|(?:media::)?(?:image|audio|video|big-image)) ?::? ?(.+)$/is.exec(
        name,
      ) ?? [];
    const column = (base ?? name).toLowerCase().replace(/^media::/, '');
    return [{ heading, column, locale: language ? localeTag(language) : locale, text }];
  });
}

const cellIn = (cells: readonly Cell[], column: string): string | undefined =>
  cells.find((cell) => cell.column === column)?.text;

function labelsOf({ survey, choices }: XlsFormSheets): readonly string[] {
  return [...rowsOf(survey), ...rowsOf(choices)].flatMap((row) => {
    const label = isRow(row) ? wordOf(row['label']) : '';
    return label ? [label] : [];
  });
}

/** `start=0 end=10 step=1`, with ODK's defaults. */
function rangeOf(parameters: string, locale: string): readonly Option[] {
  const number = (name: string, otherwise: number): number =>
    Number(
      new RegExp(String.raw`(?:^|[\s;,])${name}\s*=\s*(-?\d{1,9}(?:\.\d{1,9})?)`).exec(parameters)?.[1] ?? otherwise,
    );
  const [start, end, step] = [number('start', 1), number('end', 10), number('step', 1)];
  const count = step > 0 ? Math.floor((end - start) / step + 1e-9) : -1;
  if (count < 1 || count > maxSpan) return [];
  return Array.from({ length: count + 1 }, (_, i) => {
    const value = String(Number((start + i * step).toFixed(6)));
    return { value, label: { [locale]: value } };
  });
}
