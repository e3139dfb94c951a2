import { canonicalJson } from '../json/canonical.js';
import { parseEntry } from '../ledger/parse.js';
import type { Entry } from '../ledger/types.js';
import type { Group, Text } from '../text.js';
import type { Invited, KeptMaterial, Quote, ReportMaterial, StudyMaterial } from './report-material.js';

/** Material that could be read, and how many of its parts could not. */
export interface ReadMaterial {
  readonly material: ReportMaterial;
  /** Parts that were left out because they are not what they should be. */
  readonly leftOut: number;
}

type Json = Readonly<Record<string, unknown>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Longest text that is read, in characters (design.md §3). */
const LONGEST = 4000;
const GROUPS: readonly Group[] = ['resident', 'official', 'partner'];
const WAVES = ['baseline', 'endline'] as const;

/** Reads the material of a report from a JSON document (`ReportMaterial`). Never throws; what cannot be read is left out and counted. */
export function parseMaterial(value: unknown): ReadMaterial {
  const document = objectOf(value);
  if (!document) return { material: {}, leftOut: value === undefined || value === null ? 0 : 1 };
  let leftOut = 0;
  const read = <T>(part: unknown, as: (part: unknown) => T | undefined): T | undefined => {
    if (part === undefined || part === null) return undefined;
    const got = as(part);
    if (got === undefined) leftOut += 1;
    return got;
  };
  const list = <T>(part: unknown, as: (part: unknown) => T | undefined): T[] | undefined =>
    read(part, (all) => (Array.isArray(all) ? all.flatMap((each: unknown) => read(each, as) ?? []) : undefined));
  const material: ReportMaterial = {
    entries: list(document['entries'], entryOf),
    quotes: list(document['quotes'], quoteOf),
    invited: read(document['invited'], invitedOf),
    days: read(document['days'], daysOf),
    focal: read(document['focal'], textOf),
    fullReport: read(document['fullReport'], (text) => (typeof text === 'string' ? text : undefined)),
  };
  return { material, leftOut };
}

/** The parts of material that are kept beside the ledger. */
const KEPT = ['quotes', 'invited', 'days', 'focal', 'fullReport'] as const;

/** Whether a document can be meant as report material: it has no schema of its own and at least one part of material. */
export function isMaterial(value: unknown): boolean {
  const document = objectOf(value);
  return document !== undefined && !('schema' in document) && ['entries', ...KEPT].some((part) => part in document);
}

/** The parts that are kept beside the ledger; those that are absent or empty are left out. */
export function keptOf(material: ReportMaterial): KeptMaterial {
  const isThere = (part: unknown): boolean => part !== undefined && !(Array.isArray(part) && part.length === 0);
  return Object.fromEntries(KEPT.flatMap((name) => (isThere(material[name]) ? [[name, material[name]] as const] : [])));
}

/** Material as a record of a backup file. */
export const materialRecord = ({ study, material }: StudyMaterial): Json => ({
  ...material,
  schema: 'canyu-material/1',
  study,
});

/** Material with another beside it. */
export interface JoinedMaterial {
  readonly material: KeptMaterial;
  /** Quotes that came in, and quotes that were there already. */
  readonly quotesAdded: number;
  readonly quotesSame: number;
  /** Other parts that came in or took the place of one. */
  readonly parts: number;
}

/**
 * Puts material beside what is there: quotes that say something new come behind the others.
 *
 * @param replace whether the other parts take the place of those that are there; else they only fill what is missing
 */
export function joinMaterial(before: KeptMaterial, more: KeptMaterial, replace: boolean): JoinedMaterial {
  const quotes = new Map((before.quotes ?? []).map((quote) => [canonicalJson(quote), quote]));
  const had = quotes.size;
  for (const quote of more.quotes ?? []) quotes.set(canonicalJson(quote), quote);
  const news = KEPT.filter((name) => {
    if (name === 'quotes' || more[name] === undefined) return false;
    if (before[name] === undefined) return true;
    return replace && canonicalJson(before[name]) !== canonicalJson(more[name]);
  });
  const parts = Object.fromEntries(news.map((name) => [name, more[name]]));
  const quotesAdded = quotes.size - had;
  return {
    material: keptOf({ ...before, ...parts, quotes: [...quotes.values()] }),
    quotesAdded,
    quotesSame: (more.quotes?.length ?? 0) - quotesAdded,
    parts: news.length,
  };
}

const objectOf = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;

const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST;

function entryOf(value: unknown): Entry | undefined {
  const parsed = parseEntry(value);
  return parsed.ok ? parsed.value : undefined;
}

function quoteOf(value: unknown): Quote | undefined {
  const quote = objectOf(value);
  const group = GROUPS.find((each) => each === quote?.['group']);
  const said = quote?.['text'];
  const text = isShort(said) ? said : textOf(said);
  return group && text !== undefined ? { group, text } : undefined;
}

const isTexts = (value: Json): value is Text => Object.values(value).every(isShort);

function textOf(value: unknown): Text | undefined {
  const text = objectOf(value);
  return text && isTexts(text) ? text : undefined;
}

function invitedOf(value: unknown): Invited | undefined {
  const invited = objectOf(value);
  if (!invited) return undefined;
  return Object.fromEntries(
    GROUPS.flatMap((group) => {
      const own = objectOf(invited[group]);
      if (!own) return [];
      const counts = WAVES.flatMap((wave) => {
        const n = own[wave];
        return Number.isInteger(n) && (n as number) >= 0 ? [[wave, n as number] as const] : [];
      });
      return [[group, Object.fromEntries(counts)] as const];
    }),
  );
}

function daysOf(value: unknown): ReportMaterial['days'] {
  const days = objectOf(value);
  if (!days) return undefined;
  return Object.fromEntries(
    WAVES.flatMap((wave) => {
      const own = objectOf(days[wave]);
      if (!own) return [];
      const said = (['opens', 'closes'] as const).flatMap((name) => {
        const day = own[name];
        return typeof day === 'string' && DAY.test(day) ? [[name, day] as const] : [];
      });
      return [[wave, Object.fromEntries(said)] as const];
    }),
  );
}
