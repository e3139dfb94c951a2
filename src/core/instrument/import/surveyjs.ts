import { guard, member, type Report } from '../../json/shape.js';
import type { Problem } from '../../parsed.js';
import type { Text } from '../../text.js';
import { maxSpan } from '../parse.js';
import type { Item } from '../types.js';
import { surveyJsEquality, type Equality } from './condition.js';
import { InstrumentDraft, type Imported, type ImportOptions, type Place, type Question } from './draft.js';
import { guessLocale, localeTag, withBrackets } from './locales.js';
import { plainText } from './plain-text.js';
import type { Option } from './points.js';
import { ROOT_PROPERTIES, isSetting, reasonOf, typesLeftOut } from './surveyjs-rest.js';

type Json = Readonly<Record<string, unknown>>;
type When = NonNullable<Question['when']>;

/**
 * Makes an instrument from a survey of SurveyJS (its JSON, parsed). Headless; never throws.
 *
 * Taken: `rating`, `radiogroup`, `dropdown`, `boolean`, `matrix` (one rating for each row), `text`, `comment`, and `html` as a note; pages and
 * panels one after the other; texts in all their languages; `visibleIf` of the form `{a} = 'x'`. Everything else is listed in `leftOut`
 * with the place where it is: nothing is dropped silently. Every item is keyed 1; reverse-worded ones have to be marked by hand.
 *
 * Problems: not an object, or without pages and elements; forbidden keys; nested deeper than 16 levels; nothing that can be asked.
 */
export function importSurveyJs(json: unknown, options: ImportOptions = {}): Imported {
  const problems: Problem[] = [];
  const problem: Report = (path, code, message) => {
    if (problems.length < 100) problems.push({ path, code, message });
  };
  try {
    if (!isObject(json)) problem('', 'type', 'must be an object');
    else if (!['pages', 'elements', 'questions'].some((key) => Array.isArray(json[key]))) {
      problem('', 'schema', 'has no pages and no elements; it is no SurveyJS survey');
    } else if (guard(json, problem, Infinity) && problems.length === 0) return new SurveyJsReader(json, options).read();
  } catch {
    problem('', 'type', 'could not be read');
  }
  return { ok: false, problems };
}

/** Goes through a survey once and fills a draft. */
class SurveyJsReader {
  readonly #survey: Json;
  readonly #draft: InstrumentDraft;
  readonly #locale: string;

  constructor(survey: Json, options: ImportOptions) {
    this.#survey = survey;
    this.#draft = new InstrumentDraft(options);
    this.#locale = options.locale ?? defaultLocale(survey);
  }

  read(): Imported {
    const survey = this.#survey;
    const root: Place = { path: '', name: '', type: 'survey' };
    const title = this.#text(survey['title'], { ...root, path: '/title' });
    this.#describe(survey, root, undefined);
    this.#children(survey, '', undefined, ['pages', 'elements', 'questions']);
    this.#rest(survey, root, ROOT_PROPERTIES);
    return this.#draft.finish({ title });
  }

  /** The questions of the survey, a page or a panel, in their order. */
  #children(parent: Json, path: string, when: When | undefined, lists: readonly string[]): void {
    for (const key of lists) {
      const list = parent[key];
      if (Array.isArray(list)) list.forEach((one, i) => this.#element(one, `${path}/${key}/${i}`, when));
      else if (list !== undefined)
        this.#draft.leave({ path: `${path}/${key}`, name: '', type: key }, 'not-a-question', true);
    }
  }

  #element(given: unknown, path: string, outer: When | undefined): void {
    if (!isObject(given)) {
      this.#draft.leave({ path, name: '', type: '' }, 'not-a-question', true);
      return;
    }
    const type = typeof given['type'] === 'string' ? given['type'] : /^\/pages\/\d+$/.test(path) ? 'page' : '';
    const place: Place = { path, name: wordOf(given['name']), type };
    const own = given['visibleIf'];
    if (given['visible'] === false && !own) {
      this.#draft.leave(place, 'hidden', true);
      this.#inside(given, path);
      return;
    }
    const when: When | undefined = own ? { path: `${path}/visibleIf`, equality: conditionOf(own) } : outer;
    // A question has room for one condition: its own.
    if (own && outer) this.#draft.leave({ ...place, path: outer.path }, 'condition');

    if (type === 'page' || type === 'panel') {
      this.#describe(given, place, when);
      this.#children(given, path, when, ['elements', 'questions']);
      this.#rest(given, place, [
        'type',
        'name',
        'visible',
        'visibleIf',
        'title',
        'description',
        'elements',
        'questions',
      ]);
    } else if (type === 'matrix') this.#matrix(given, place, when);
    else this.#question(given, place, when);
  }

  /** The introduction of a page or panel is a note; its title alone is not shown. */
  #describe(given: Json, place: Place, when: When | undefined): void {
    const title = place.path ? this.#text(given['title'], { ...place, path: `${place.path}/title` }) : {};
    const text = this.#text(given['description'], { ...place, path: `${place.path}/description` });
    if (isWorded(text)) {
      const name = place.name ? `${place.name}_text` : 'introduction';
      const own = { ...place, path: `${place.path}/description`, name };
      this.#draft.add({ place: own, kind: 'note', text, stem: title, when });
    } else if (isWorded(title)) this.#draft.leave({ ...place, path: `${place.path}/title` }, 'heading');
  }

  #question(given: Json, place: Place, when: When | undefined): void {
    const { type, path } = place;
    const common = ['type', 'name', 'title', 'description', 'visible', 'visibleIf'];
    const hint = this.#text(given['description'], { ...place, path: `${path}/description` });
    const asked = this.#text(given['title'] ?? place.name, { ...place, path: `${path}/title` });
    const text = withBrackets(asked, hint);
    const add = (question: Omit<Question, 'place' | 'when'>, own: readonly string[]): void => {
      if (this.#draft.add({ place, when, ...question })) this.#rest(given, place, [...common, ...own]);
    };
    switch (type) {
      case 'radiogroup':
      case 'dropdown':
        add({ kind: 'choice', text, options: this.#options(given['choices'], place, 'choices') }, ['choices']);
        return;
      case 'boolean':
        add({ kind: 'choice', text, options: this.#yesAndNo(given, place) }, BOOLEAN_PROPERTIES);
        return;
      case 'rating':
        add({ kind: 'choice', text, options: this.#rating(given, place), isRated: true }, RATING_PROPERTIES);
        return;
      case 'html':
        add({ kind: 'note', text: this.#text(given['html'], { ...place, path: `${path}/html` }) }, ['html']);
        return;
      case 'text':
      case 'comment': {
        const input = wordOf(given['inputType']);
        if (PERSONAL_INPUTS.has(input)) {
          this.#draft.leave(place, 'personal', true);
          return;
        }
        add({ kind: 'text', text }, ['inputType']);
        if (input && input !== 'text') this.#draft.leave({ ...place, path: `${path}/inputType` }, 'as-text');
        return;
      }
      default:
        this.#draft.leave(place, typesLeftOut.get(type) ?? 'unknown-type', true);
        this.#inside(given, path);
    }
  }

  /** One rating for each row; the matrix itself is a construct. */
  #matrix(given: Json, place: Place, when: When | undefined): void {
    const { path, name } = place;
    const rows: unknown = given['rows'];
    const options = this.#options(given['columns'], place, 'columns');
    if (!Array.isArray(rows) || rows.length === 0 || options.length < 2) {
      this.#draft.leave(place, 'no-choices', true);
      return;
    }
    const title = this.#text(given['title'] ?? name, { ...place, path: `${path}/title` });
    const stem = withBrackets(title, this.#text(given['description'], { ...place, path: `${path}/description` }));
    const items = rows.flatMap((row: unknown, i): Item[] => {
      const value = wordOf(isObject(row) ? row['value'] : row);
      const own: Place = { path: `${path}/rows/${i}`, name: `${name}.${value}`, type: 'matrix' };
      if (!value) {
        this.#draft.leave(own, 'no-text', true);
        return [];
      }
      const text = this.#text((isObject(row) ? row['text'] : undefined) ?? value, { ...own, path: `${own.path}/text` });
      const condition: unknown = isObject(row) ? row['visibleIf'] : undefined;
      const rowWhen = condition ? { path: `${own.path}/visibleIf`, equality: conditionOf(condition) } : when;
      if (condition && when) this.#draft.leave({ ...own, path: when.path }, 'condition');
      const item = this.#draft.add({ place: own, kind: 'choice', text, stem, options, isRated: true, when: rowWhen });
      if (isObject(row)) this.#rest(row, own, ['value', 'text', 'visibleIf']);
      return item ? [item] : [];
    });
    this.#draft.construct(name, title, items);
    this.#rest(given, place, ['type', 'name', 'title', 'description', 'visible', 'visibleIf', 'columns', 'rows']);
  }

  #options(given: unknown, place: Place, key: string): readonly Option[] {
    if (!Array.isArray(given)) return [];
    return given.flatMap((one: unknown, i): Option[] => {
      const path = `${place.path}/${key}/${i}`;
      const value = wordOf(isObject(one) ? one['value'] : one);
      if (value === '') {
        this.#draft.leave({ ...place, path }, 'no-text');
        return [];
      }
      if (isObject(one)) this.#rest(one, { ...place, path }, ['value', 'text']);
      const label = this.#text((isObject(one) ? one['text'] : undefined) ?? value, { ...place, path: `${path}/text` });
      return [{ value, label }];
    });
  }

  #rating(given: Json, place: Place): readonly Option[] {
    if (Array.isArray(given['rateValues']) && given['rateValues'].length > 0) {
      return this.#options(given['rateValues'], place, 'rateValues');
    }
    const number = (key: string, otherwise: number): number =>
      typeof given[key] === 'number' && Number.isFinite(given[key]) ? given[key] : otherwise;
    const [first, step] = [number('rateMin', 1), number('rateStep', 1)];
    const last = number('rateMax', first + number('rateCount', 5) - 1);
    const values: number[] = [];
    if (step > 0 && (last - first) / step <= maxSpan) for (let at = first; at <= last; at += step) values.push(at);
    const ends = {
      min: this.#text(given['minRateDescription'] ?? given['mininumRateDescription'], {
        ...place,
        path: `${place.path}/minRateDescription`,
      }),
      max: this.#text(given['maxRateDescription'] ?? given['maximumRateDescription'], {
        ...place,
        path: `${place.path}/maxRateDescription`,
      }),
    };
    return values.map((value, i) => {
      const end = i === 0 ? ends.min : i === values.length - 1 ? ends.max : {};
      const plain = Object.fromEntries(Object.keys(end).map((locale) => [locale, String(value)]));
      return {
        value: String(value),
        label: isWorded(end) ? withBrackets(plain, end) : { [this.#locale]: String(value) },
      };
    });
  }

  #yesAndNo(given: Json, place: Place): readonly Option[] {
    return [true, false].map((yes): Option => {
      const key = yes ? 'labelTrue' : 'labelFalse';
      const label = this.#text(given[key], { ...place, path: `${place.path}/${key}` });
      const value = wordOf(given[yes ? 'valueTrue' : 'valueFalse']) || String(yes);
      return { value, label: isWorded(label) ? label : yes ? YES : NO };
    });
  }

  /** A text in its languages, without markup. */
  #text(given: unknown, place: Place): Text {
    const marks: boolean[] = [];
    const read = (words: unknown): string => {
      const { text, marked } = plainText(wordOf(words));
      marks.push(marked);
      return text;
    };
    const text = isObject(given)
      ? this.#languages(given, read)
      : given === undefined || given === null
        ? {}
        : { [this.#locale]: read(given) };
    if (marks.includes(true)) this.#draft.leave(place, 'markup');
    return Object.fromEntries(Object.entries(text).filter(([, words]) => words !== ''));
  }

  #languages(given: Json, read: (words: unknown) => string): Record<string, string> {
    const { default: untagged, ...tagged } = given;
    const text: Record<string, string> = {};
    for (const [tag, words] of Object.entries(tagged)) text[localeTag(tag)] ??= read(words);
    if (untagged !== undefined) text[this.#locale] ||= read(untagged);
    return text;
  }

  /** Lists what an object says beyond `known`. */
  #rest(given: Json, place: Place, known: readonly string[]): void {
    for (const [key, value] of Object.entries(given)) {
      if (known.includes(key) || !isSetting(key, value)) continue;
      this.#draft.leave({ ...place, path: `${place.path}${member('', key)}` }, reasonOf(key));
    }
  }

  /** The questions inside of something that was left out. */
  #inside(given: Json, path: string): void {
    for (const key of ['elements', 'questions', 'templateElements', 'items', 'columns']) {
      const list = given[key];
      if (!Array.isArray(list)) continue;
      list.forEach((one: unknown, i) => {
        if (!isObject(one)) return;
        const own = `${path}/${key}/${i}`;
        this.#draft.leave(
          { path: own, name: wordOf(one['name']), type: wordOf(one['type'] ?? one['cellType']) },
          'inside',
          true,
        );
        this.#inside(one, own);
      });
    }
  }
}

const YES: Text = { 'zh-Hans': '是', en: 'Yes' };
const NO: Text = { 'zh-Hans': '否', en: 'No' };

const BOOLEAN_PROPERTIES = ['labelTrue', 'labelFalse', 'valueTrue', 'valueFalse'];
const RATING_PROPERTIES = [
  ...['rateMin', 'rateMax', 'rateStep', 'rateCount', 'rateValues', 'autoGenerate'],
  ...['minRateDescription', 'maxRateDescription', 'mininumRateDescription', 'maximumRateDescription'],
];
/** What a text may ask for that tells who somebody is, or is a secret. */
const PERSONAL_INPUTS: ReadonlySet<string> = new Set(['email', 'tel', 'password', 'url']);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, number or truth value as a text; "" for anything else. */
const wordOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

const isWorded = (text: Text): boolean => Object.keys(text).length > 0;

const conditionOf = (expression: unknown): Equality | undefined =>
  typeof expression === 'string' ? surveyJsEquality(expression) : undefined;

/** Texts without a language are Chinese where they are written so, else in the survey's own language, else English (SurveyJS's default). */
function defaultLocale(survey: Json): string {
  const texts: string[] = [];
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (['title', 'text', 'description', 'html', 'default'].includes(key)) texts.push(value);
    } else if (Array.isArray(value)) value.forEach((one) => collect(one, 'text'));
    else if (isObject(value)) for (const [name, one] of Object.entries(value)) collect(one, name);
  };
  collect(survey, '');
  if (guessLocale(texts) === 'zh-Hans') return 'zh-Hans';
  const own = wordOf(survey['locale']);
  return own && !/^zh/i.test(own) ? localeTag(own) : 'en';
}
