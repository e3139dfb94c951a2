import type { Parsed, Problem } from '../../parsed.js';
import { guard } from '../../json/shape.js';
import type { ByGroup, Group, Text } from '../../text.js';
import { isFreeItemId, maxItems, maxPoints, parseInstrument } from '../parse.js';
import type { Construct, Instrument, Item, Scale } from '../types.js';
import type { Equality } from './condition.js';
import { leftOutMessages, type LeftOut, type WhyLeftOut } from './left-out.js';
import { pointsOf, type Answers, type Option } from './points.js';

/** What the caller decides; everything has a default. */
export interface ImportOptions {
  /** Id of the instrument; default: what the file calls itself, else `imported`. */
  readonly id?: string;
  /** Default: what the file says, else `1`. */
  readonly version?: string;
  readonly title?: Text;
  /** Who is asked; default residents. Every group gets the same words. */
  readonly groups?: readonly Group[];
  /** Language of texts that do not say theirs; default: guessed from their characters. */
  readonly locale?: string;
  /** What the ratings measure together; items by their name in the file. Default: each matrix, and each group of one rating list, is one. */
  readonly constructs?: readonly {
    readonly id: string;
    readonly label: Text;
    readonly items: readonly string[];
    readonly comparison?: Construct['comparison'];
  }[];
}

/** A questionnaire that was brought in, or the reasons why nothing could be read. */
export type Imported =
  | {
      readonly ok: true;
      readonly instrument: Instrument;
      readonly leftOut: readonly LeftOut[];
      /** Where in the file each item comes from, in the order of the items. */
      readonly taken: readonly { readonly path: string; readonly item: string }[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A place in the file. */
export interface Place {
  readonly path: string;
  readonly name: string;
  readonly type: string;
}

/** A question as it comes from the file. */
export interface Question {
  readonly place: Place;
  readonly kind: 'choice' | 'text' | 'note';
  readonly text: Text;
  readonly stem?: Text | undefined;
  /** Of a choice. */
  readonly options?: readonly Option[];
  /** The file says that the options are a scale. */
  readonly isRated?: boolean;
  readonly when?: { readonly path: string; readonly equality: Equality | undefined } | undefined;
}

/** Ids that mean something in the built-in instrument and its results (method.md part 2); a foreign question must not take their place. */
const OURS = /^(?:(?:FQ|CY|CJ|PR|TR|RC|GV|OC|OQ|AV|DM|TT|TCY)\d{0,2}|LD|AU|BALF?|CYF|CJF)$/i;

/** An instrument in the making, and the list of what did not come in. */
export class InstrumentDraft {
  readonly leftOut: LeftOut[] = [];
  readonly #options: ImportOptions;
  readonly #groups: readonly Group[];
  readonly #items: Item[] = [];
  readonly #ids = new Set<string>();
  readonly #taken: { path: string; item: string }[] = [];
  readonly #scales = new Map<string, { readonly id: string; readonly scale: Scale }>();
  readonly #constructs: Construct[] = [];
  /** By name in the file: the item, and its answers where they can be compared. */
  readonly #byName = new Map<string, { readonly item: Item; readonly answers: Answers | undefined }>();

  constructor(options: ImportOptions) {
    this.#options = options;
    this.#groups = options.groups?.length ? options.groups : ['resident'];
  }

  /** Notes that something is not there, or not as it was. */
  leave(place: Place, why: WhyLeftOut, question = false): void {
    this.leftOut.push({ ...place, why, question, message: leftOutMessages[why] });
  }

  /** Takes a question in; the item it became, or null with the reason in the list. */
  add(question: Question): Item | null {
    const { place, kind, text, stem, options = [], isRated = false, when } = question;
    const words = [text, stem ?? {}, ...options.map(({ label }) => label)];
    if (!says(text)) return this.#refuse(place, 'no-text');
    if (words.some(isTooLong)) return this.#refuse(place, 'too-long');
    if (this.#items.length >= maxItems) return this.#refuse(place, 'too-many');
    if (words.some((each) => Object.values(each).some((one) => /\{[^{}]{1,200}\}/.test(one))))
      this.leave(place, 'piping');

    const choices = kind === 'choice' ? this.#distinct(options, place) : [];
    if (kind === 'choice' && choices.length < 2) return this.#refuse(place, 'no-choices');
    if (choices.length > maxPoints) return this.#refuse(place, 'too-many-choices');
    const points = kind === 'choice' ? pointsOf(choices, isRated) : undefined;
    for (const { value } of points?.missing ?? [])
      this.leave({ ...place, name: `${place.name}: ${value}` }, 'missing-answer');

    const id = this.#idFor(place);
    const relevant = when && this.#relevance(when.equality);
    if (when && !relevant) this.leave({ ...place, path: when.path }, 'condition');
    const item: Item = {
      id,
      kind: points?.kind ?? (kind === 'note' ? 'note' : 'text'),
      ...(points && { scale: this.#scale({ points: points.points }) }),
      key: 1,
      mirror: 'same',
      ...(relevant && { relevant }),
      ...(stem && says(stem) && { stem: this.#forGroups(stem) }),
      prompt: this.#forGroups(text),
    };
    this.#items.push(item);
    this.#taken.push({ path: place.path, item: id });
    if (place.name && !this.#byName.has(place.name)) this.#byName.set(place.name, { item, answers: points?.answers });
    return item;
  }

  /** Says that some ratings measure one thing together, unless the caller has said what measures what. */
  construct(name: string, label: Text, items: readonly Item[]): void {
    const rated = items.filter(({ kind }) => kind === 'rating');
    if (this.#options.constructs || rated.length < 2 || isTooLong(label)) return;
    const taken = new Set(this.#constructs.map(({ id }) => id));
    const id = freeId(name, (one) => taken.has(one) || OURS.test(one));
    const words = says(label) ? label : { en: id };
    this.#constructs.push({ id, label: words, items: rated.map((item) => item.id), comparison: 'same' });
  }

  /** The instrument, checked like any other. */
  finish(named: { readonly id?: string; readonly version?: string; readonly title?: Text | undefined }): Imported {
    const { id = named.id, version = named.version, title = named.title, constructs } = this.#options;
    const isText = ({ kind }: Item): boolean => kind === 'text';
    let closed = this.#items.length;
    while (closed > 0 && isText(this.#items[closed - 1] as Item)) closed--;
    const ids = this.#items.map((item) => item.id);
    const plan = { closed: ids.slice(0, closed), open: ids.slice(closed), background: [] };
    const read: Parsed<Instrument> = parseInstrument({
      schema: 'canyu-instrument/1',
      id: nameOf(id, 'imported'),
      version: nameOf(version, '1'),
      title: title && says(title) && !isTooLong(title) ? title : UNTITLED,
      scales: Object.fromEntries(Array.from(this.#scales.values(), (each) => [each.id, each.scale])),
      constructs: constructs
        ? constructs.map(({ items, comparison = 'same', ...construct }) => ({
            ...construct,
            comparison,
            items: items.map((name) => this.#byName.get(name)?.item.id ?? name),
          }))
        : this.#constructs,
      items: this.#items,
      forms: { full: Object.fromEntries(this.#groups.map((group) => [group, plan])) },
    });
    return read.ok
      ? { ok: true, instrument: read.value, leftOut: this.leftOut, taken: this.#taken }
      : { ok: false, problems: read.problems };
  }

  #refuse(place: Place, why: WhyLeftOut): null {
    this.leave(place, why, true);
    return null;
  }

  #forGroups(text: Text): ByGroup {
    return Object.fromEntries(this.#groups.map((group) => [group, text]));
  }

  /** The options that can be told apart, each with words. */
  #distinct(options: readonly Option[], place: Place): readonly Option[] {
    const seen = new Map<string, Option>();
    for (const { value, label } of options) {
      const own = { ...place, name: `${place.name}: ${value}` };
      if (seen.has(value)) this.leave(own, 'duplicate-choice');
      else if (says(label) || says({ value })) seen.set(value, { value, label: says(label) ? label : { en: value } });
      else this.leave(own, 'no-text');
    }
    return [...seen.values()];
  }

  #scale(scale: Scale): string {
    const key = JSON.stringify(scale);
    const known = this.#scales.get(key);
    if (known) return known.id;
    const id = `s${this.#scales.size + 1}`;
    this.#scales.set(key, { id, scale });
    return id;
  }

  #idFor(place: Place): string {
    const id = freeId(place.name || 'q', (one) => this.#ids.has(one) || !isFreeItemId(one) || OURS.test(one));
    this.#ids.add(id);
    if (id !== place.name && place.name) this.leave(place, 'renamed');
    return id;
  }

  #relevance(equality: Equality | undefined): Item['relevant'] | undefined {
    const other = equality && this.#byName.get(equality.name);
    const equals = other?.answers?.get(equality?.value ?? '');
    return other && equals !== undefined ? { item: other.item.id, equals } : undefined;
  }
}

const UNTITLED: Text = { 'zh-Hans': '带进来的问卷', en: 'Imported questionnaire' };

/** An id made of a name, that nothing else has. */
function freeId(name: string, isTaken: (id: string) => boolean): string {
  const base = firstOf(name.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, '_'), 80) || 'q';
  if (!isTaken(base)) return base;
  for (let number = 2; ; number++) {
    const id = `${base}_${number}`;
    if (!isTaken(id)) return id;
  }
}

/** As an id or version of an instrument has to be. */
const nameOf = (name: string | undefined, otherwise: string): string =>
  firstOf((name ?? '').trim().replace(/[\s@]+/g, '-'), 50) || otherwise;

/** The first characters of a text, none of them cut in two. */
const firstOf = (text: string, count: number): string =>
  Array.from(text.slice(0, 2 * count))
    .slice(0, count)
    .join('');

/** Whether a text has words in any language, as `parseInstrument` will see it. */
const says = (text: Text): boolean =>
  Object.values(text).some((words) => words.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').trim() !== '');

function isTooLong(text: Text): boolean {
  let fits = true;
  guard(text, () => void (fits = false));
  return !fits;
}
