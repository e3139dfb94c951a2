import {
  boolean,
  byGroup,
  dictionary,
  id,
  label,
  list,
  member,
  number,
  object,
  oneOf,
  pattern,
  readDocument,
  type Report,
  unique,
} from '../json/shape.js';
import type { Parsed } from '../parsed.js';
import type { Group } from '../text.js';
import type { FormPlan, Instrument } from './types.js';

/** Most items an instrument may have. */
export const maxItems = 500;

const plan = object({ closed: list(id) }, { open: list(id), background: list(id) });
const form = object({}, { resident: plan, official: plan, partner: plan });

const instrument = object(
  {
    schema: oneOf('canyu-instrument/1'),
    id: pattern(/^[^\s@]{1,100}$/, 'must have 1 to 100 characters, without spaces and @'),
    version: pattern(/^[^\s@]{1,50}$/, 'must have 1 to 50 characters, without spaces and @'),
    title: label,
    scales: dictionary(object({ points: list(object({ value: number(), label }, { labelByGroup: byGroup }), 2) })),
    constructs: list(
      object({ id, label, items: list(id, 1), comparison: oneOf('same', 'recip') }, { formative: boolean }),
    ),
    items: list(
      object(
        {
          id,
          kind: oneOf('rating', 'frequency', 'ladder', 'text', 'choice'),
          key: oneOf(1, -1),
          mirror: oneOf('same', 'recip'),
          prompt: byGroup,
        },
        { scale: id, short: boolean, stem: byGroup },
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
  items.forEach(({ kind, scale }, i) => {
    if (scale === undefined) {
      if (kind !== 'text') report(`/items/${i}/scale`, 'required', `is missing; a ${kind} item needs a scale`);
    } else if (!Object.hasOwn(scales, scale)) report(`/items/${i}/scale`, 'unknown', `names no scale: ${scale}`);
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
      for (const [part, ids] of Object.entries(parts) as [string, readonly string[]][]) {
        for (const [i, one] of ids.entries()) {
          const at = `/forms/${name}/${group}/${part}/${i}`;
          paths.push(at);
          asked.push(one);
          const found = byId.get(one);
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

/**
 * Reads an instrument file, `canyu-instrument/1` (design.md §3). Never throws; members it does not know are left out.
 *
 * Beyond types: known kinds; unique ids; at most 500 items; a scale with different values for every item that is not free text;
 * every construct and form names items that exist, and every form only items worded for its group. An absent short form, or absent
 * open and background parts of a form, are read as empty.
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
