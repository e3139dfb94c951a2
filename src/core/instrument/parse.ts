import {
  boolean,
  byGroup,
  dictionary,
  id,
  isForbiddenKey,
  label,
  list,
  member,
  number,
  object,
  oneOf,
  pattern,
  readDocument,
  type Report,
  type Shape,
  unique,
} from '../json/shape.js';
import type { Parsed } from '../parsed.js';
import type { Group } from '../text.js';
import type { FormPlan, Instrument, Item, Relevance, Scale } from './types.js';

/** Most items an instrument may have, most options of a scale, and widest span of a scale of numbers. */
export const maxItems = 500;
export const maxPoints = 300;
export const maxSpan = 100;

/** Names that the session has for steps of its own; no item may have them. */
const STEPS: ReadonlySet<string> = new Set(['consent', 'community', 'frame', 'link', 'review']);

/** Whether an item may have this id: it is not a step of the session, and not the name of a member that every object has. */
export const isFreeItemId = (id: string): boolean => !STEPS.has(id) && !isForbiddenKey(id) && !(id in {});

const answer: Shape<number | 'dk' | 'pns'> = (value, path, report) =>
  typeof value === 'number' ? value : oneOf('dk', 'pns')(value, path, report);

const plan = object({ closed: list(id) }, { open: list(id), background: list(id) });
const form = object({}, { resident: plan, official: plan, partner: plan });

const instrument = object(
  {
    schema: oneOf('canyu-instrument/1'),
    id: pattern(/^[^\s@]{1,100}$/, 'must have 1 to 100 characters, without spaces and @'),
    version: pattern(/^[^\s@]{1,50}$/, 'must have 1 to 50 characters, without spaces and @'),
    title: label,
    scales: dictionary(
      object({ points: list(object({ value: number(), label }, { labelByGroup: byGroup }), 2, maxPoints) }),
    ),
    constructs: list(
      object({ id, label, items: list(id, 1), comparison: oneOf('same', 'recip') }, { formative: boolean }),
    ),
    items: list(
      object(
        {
          id,
          kind: oneOf('rating', 'frequency', 'ladder', 'text', 'choice', 'note'),
          key: oneOf(1, -1),
          mirror: oneOf('same', 'recip'),
          prompt: byGroup,
        },
        { scale: id, short: boolean, stem: byGroup, relevant: object({ item: id, equals: answer }) },
      ),
      1,
      maxItems,
    ),
    forms: object({ full: form }, { short: form }),
  },
  { frame: byGroup, glossary: byGroup, missing: object({ dk: label, pns: label }) },
);

type Draft = Omit<Instrument, 'forms'> & {
  readonly forms: { readonly [F in 'full' | 'short']?: Partial<Record<Group, Partial<FormPlan>>> };
};

function check({ scales, constructs, items, forms }: Draft, report: Report): void {
  const byId = new Map(items.map((item, i) => [item.id, { item, i }]));
  unique(
    items.map((item) => item.id),
    (i) => `/items/${i}/id`,
    report,
  );
  unique(
    constructs.map((construct) => construct.id),
    (i) => `/constructs/${i}/id`,
    report,
  );

  for (const [scale, { points }] of Object.entries(scales)) {
    unique(
      points.map((point) => point.value),
      (i) => `${member('/scales', scale)}/points/${i}/value`,
      report,
    );
  }
  items.forEach(({ id: own, kind, scale, relevant }, i) => {
    if (!isFreeItemId(own)) report(`/items/${i}/id`, 'value', `${own} means something else in Canyu`);
    if (scale === undefined) {
      if (!isUnscaled(kind)) report(`/items/${i}/scale`, 'required', `is missing; a ${kind} item needs a scale`);
    } else if (!Object.hasOwn(scales, scale)) report(`/items/${i}/scale`, 'unknown', `names no scale: ${scale}`);
    else if (!isUnscaled(kind) && kind !== 'choice') checkNumbers(scale, scales[scale]?.points ?? [], report);
    if (relevant) checkRelevance(relevant, byId.get(relevant.item)?.item, scales, `/items/${i}/relevant`, report);
  });
  constructs.forEach((construct, c) => {
    const at = (i: number) => `/constructs/${c}/items/${i}`;
    unique(construct.items, at, report);
    construct.items.forEach((one, i) => {
      if (!byId.has(one)) report(at(i), 'unknown', `names no item: ${one}`);
    });
  });
  for (const [name, groups] of Object.entries(forms)) {
    for (const [group, parts] of Object.entries(groups) as [Group, FormPlan][]) {
      const paths: string[] = [];
      const asked: string[] = [];
      const before = new Set<string>();
      for (const [part, ids] of Object.entries(parts) as [string, readonly string[]][]) {
        for (const [i, one] of ids.entries()) {
          const at = `/forms/${name}/${group}/${part}/${i}`;
          paths.push(at);
          asked.push(one);
          const found = byId.get(one);
          const condition = found?.item.relevant;
          if (condition && !before.has(condition.item)) {
            report(`/items/${found.i}/relevant/item`, 'value', `is not asked before ${one} in the ${name} form`);
          }
          before.add(one);
          if (!found) report(at, 'unknown', `names no item: ${one}`);
          else if (!found.item.prompt[group]) {
            report(
              `/items/${found.i}/prompt/${group}`,
              'required',
              `is missing; the ${name} form asks it of this group`,
            );
          }
        }
      }
      unique(asked, (i) => paths[i] ?? '', report);
    }
  }
}

const isUnscaled = (kind: Item['kind']): boolean => kind === 'text' || kind === 'note';

/** Values that are counted as numbers: whole, and not so far apart that a table of them would fill the memory. */
function checkNumbers(scale: string, points: Scale['points'], report: Report): void {
  const values = points.map(({ value }) => value);
  if (!values.every(Number.isInteger)) report(member('/scales', scale), 'value', 'must have whole numbers');
  else if (Math.max(...values) - Math.min(...values) > maxSpan) {
    report(member('/scales', scale), 'value', `must not span more than ${maxSpan}`);
  }
}

/** The other item must be one whose answers can be compared, and able to have this answer. */
function checkRelevance(
  { item, equals }: Relevance,
  other: Item | undefined,
  scales: Instrument['scales'],
  path: string,
  report: Report,
): void {
  if (!other) report(`${path}/item`, 'unknown', `names no item: ${item}`);
  else if (isUnscaled(other.kind))
    report(`${path}/item`, 'value', `is a ${other.kind} item, whose answers are not compared`);
  else {
    const points = (other.scale && Object.hasOwn(scales, other.scale) && scales[other.scale]?.points) || [];
    const known = typeof equals === 'number' ? points.some(({ value }) => value === equals) : other.kind !== 'choice';
    if (!known) report(`${path}/equals`, 'unknown', `is no answer to ${item}: ${equals}`);
  }
}

/**
 * Reads an instrument file, `canyu-instrument/1` (design.md §3). Never throws; members it does not know are left out.
 *
 * Beyond types: known kinds; unique ids that mean nothing else; at most 500 items; a scale with different values (whole numbers, unless the
 * item is a choice) for every item that is not free text or a note; every construct and form names items that exist, every form only items
 * worded for its group, and a condition an item asked earlier in every form. An absent short form, or absent open and background parts of a
 * form, are read as empty.
 */
export function parseInstrument(value: unknown): Parsed<Instrument> {
  const read = readDocument<Draft>(value, 'canyu-instrument', instrument, check);
  if (!read.ok) return read;
  const { full, short } = read.value.forms;
  return { ok: true, value: { ...read.value, forms: { full: withAllParts(full), short: withAllParts(short) } } };
}

function withAllParts(groups: Partial<Record<Group, Partial<FormPlan>>> = {}): Partial<Record<Group, FormPlan>> {
  return Object.fromEntries(
    Object.entries(groups).map(([group, { closed = [], open = [], background = [] }]) => [
      group,
      { closed, open, background },
    ]),
  );
}
