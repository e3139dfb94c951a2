import {
  boolean,
  day,
  id,
  list,
  member,
  number,
  object,
  oneOf,
  readDocument,
  type Report,
  type Shape,
  string,
  words,
} from '../json/shape.js';
import type { Parsed } from '../parsed.js';
import { type Entry, strategies, type Strategy } from './types.js';

const row = <K extends Entry['kind']>(kind: K) => ({
  schema: oneOf('canyu-entry/1'),
  id,
  study: id,
  date: day,
  kind: oneOf(kind),
});
const people = number(0, Infinity, 'whole');

/** The words of method.md are taken for the key, e.g. "repeated meetings" for `repeated-meetings`. */
const strategy: Shape<Strategy> = (value, path, report) => {
  const text = string(value, path, report);
  if (text === undefined) return text;
  return oneOf(...strategies)(text.toLowerCase().replace(/[^a-z]+/g, '-'), path, report);
};

/** One contributor may stand alone. */
const contributors: Shape<readonly string[]> = (value, path, report) => {
  if (typeof value !== 'string') return list(words)(value, path, report);
  const one = words(value, path, report);
  return one === undefined ? one : [one];
};

const shapes: { readonly [K in Entry['kind']]: Shape<Extract<Entry, { kind: K }>> } = {
  event: object(
    {
      ...row('event'),
      event: oneOf('fic-change', 'policy', 'open-space', 'visit', 'press', 'registration', 'shock', 'other'),
      label: words,
    },
    { post: words, handover: boolean, source: words },
  ),
  suggestion: object(
    {
      ...row('suggestion'),
      text: words,
      status: oneOf('raised', 'adopted', 'partly', 'declined', 'deferred'),
    },
    { event: words, reason: words, owner: words, due: day, reportedBackOn: day, doneOn: day, evidence: words },
  ),
  group: object(
    {
      ...row('group'),
      level: oneOf('leading', 'coordinating', 'implementing'),
      name: words,
      members: object({ government: people, organisation: people, residents: people, others: people }),
      meetingsPerMonth: number(0),
    },
    { vulnerable: people, residentLed: boolean, until: day },
  ),
  practice: object({ ...row('practice'), name: words, level: number(0, 5, 'whole') }, { document: words }),
  phase: object(
    { ...row('phase'), project: words, wave: id, cooperation: boolean },
    {
      initiator: oneOf('organisation', 'government', 'both'),
      payer: oneOf('organisation', 'foundation', 'government-grant', 'government-contract'),
      contract: words,
    },
  ),
  resource: object({
    ...row('resource'),
    wave: id,
    actor: oneOf('government', 'organisation', 'residents'),
    resource: oneOf('law', 'money', 'consensus', 'legitimation', 'information', 'time'),
    contribution: number(0, 3, 'whole'),
  }),
  strategy: object(
    { ...row('strategy'), wave: id, strategy, use: oneOf('no', 'tried', 'regular') },
    { confirmedByOfficials: boolean },
  ),
  proof: object(
    {
      ...row('proof'),
      type: oneOf('award', 'visit', 'press', 'document', 'contract', 'evaluation'),
      level: oneOf('community', 'street', 'district', 'city', 'province', 'national'),
      recognised: boolean,
      label: words,
    },
    { by: words, contributors },
  ),
  commitment: object({ ...row('commitment'), what: words, who: words, due: day }, { doneOn: day }),
};

const kinds = oneOf(...(Object.keys(shapes) as Entry['kind'][]));

const entry: Shape<Entry> = (value, path, report) => {
  const { kind } = value as { readonly kind?: unknown };
  if (kind === undefined) {
    report(member(path, 'kind'), 'required', 'is missing');
    return undefined;
  }
  const known = kinds(kind, member(path, 'kind'), report);
  return known && shapes[known](value, path, report);
};

function check(read: Entry, report: Report): void {
  if (read.kind !== 'phase' || !read.cooperation) return;
  for (const key of ['initiator', 'payer'] as const) {
    if (read[key] === undefined) report(`/${key}`, 'required', 'is missing; there is cooperation');
  }
}

/**
 * Reads a ledger row, `canyu-entry/1` (design.md §3), of any kind. Never throws; members it does not know are left out.
 *
 * A blank text counts as missing. A phase with cooperation needs its initiator and payer, because the phase number follows from
 * them (method.md PH).
 */
export const parseEntry = (value: unknown): Parsed<Entry> => readDocument<Entry>(value, 'canyu-entry', entry, check);
