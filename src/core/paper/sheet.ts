import type { FormPlan, Instrument, Relevance } from '../instrument/types.js';
import type { Answer, SurveyResponse } from '../response/types.js';
import { fieldOf, signsFor, type PaperField } from './codes.js';
import type { EntryValues } from './entry.js';

/** Ids of the rows that are no items; `#` keeps them apart from the ids of items. */
export const consentRows = { participate: '#participate', process: '#process', link: '#link' } as const;
export const communityRow = '#community';

/** What is printed and typed, in the order of the paper. */
export interface PaperPlan {
  readonly form: FormPlan;
  /** Whether the third box of the consent (linking) is on the sheet. */
  readonly linking: boolean;
  /** Ids of the communities to choose from; empty where there is nothing to choose. */
  readonly communities: readonly string[];
}

/** A tick box as a row: 1 ticked, 0 not ticked. */
const box = (id: string): PaperField => ({
  id,
  codes: [
    { code: '1', value: 1 },
    { code: '0', value: 0 },
  ],
});

/** All rows of a sheet: the boxes of the consent, the community, closed items, background items. */
export function paperFields(instrument: Instrument, { form, linking, communities }: PaperPlan): readonly PaperField[] {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const fields = [...form.closed, ...form.background].flatMap((id) => {
    const item = items.get(id);
    const field = item && fieldOf(instrument, item);
    return field ? [field] : [];
  });
  const signs = signsFor(
    communities.map((_, i) => i + 1),
    false,
  );
  return [
    box(consentRows.participate),
    box(consentRows.process),
    ...(linking ? [box(consentRows.link)] : []),
    ...(communities.length
      ? [{ id: communityRow, codes: communities.map((id, i) => ({ code: signs[i] ?? '', value: id })) }]
      : []),
    ...fields,
  ];
}

/** Whether both required boxes are ticked: `given`; one is not: `refused`; not typed yet: `open`. A sheet without consent may not be stored. */
export function consentIn(values: EntryValues): 'given' | 'refused' | 'open' {
  const boxes = [values[consentRows.participate], values[consentRows.process]];
  if (boxes.some((one) => one === 0 || one === null)) return 'refused';
  return boxes.every((one) => one === 1) ? 'given' : 'open';
}

/** Whether the box for linking is ticked too. */
export const linkAgreed = (values: EntryValues): boolean => values[consentRows.link] === 1;

/** A sheet ready to be stored, but for its typed rows. */
export interface PaperSheet {
  readonly start: Pick<SurveyResponse, 'id' | 'study' | 'instrument' | 'wave' | 'group' | 'form' | 'locale' | 'device'>;
  /** The community where the page or the study names it. */
  readonly community?: string | undefined;
  readonly consent: SurveyResponse['consent'];
  /** The day written on the sheet, `YYYY-MM-DD`. */
  readonly date: string;
  readonly values: EntryValues;
  /** Open answers by item id, masked. */
  readonly texts: Readonly<Record<string, string>>;
  readonly link: readonly string[] | null;
  /** Items that are asked only where an earlier one was answered in a certain way. */
  readonly relevant?: ReadonlyMap<string, Relevance> | undefined;
}

/**
 * The response that a typed sheet amounts to, `mode: "paper"`; null without consent. Blank rows are absent. `seconds` is 0: how
 * long the person took is not known, and speed is only told of sheets filled in alone on a screen. The number written on the
 * paper is not in it, nor are answers to questions that another answer made irrelevant: a screen would not have asked them.
 */
export function paperResponse({
  start,
  community,
  consent,
  date,
  values,
  texts,
  link,
  relevant,
}: PaperSheet): SurveyResponse | null {
  if (consentIn(values) !== 'given') return null;
  const typed = Object.entries(values).filter(
    (one): one is [string, Answer] => !one[0].startsWith('#') && one[1] !== null,
  );
  const written = Object.entries(texts).filter(([, text]) => text !== '');
  const given: Readonly<Record<string, Answer>> = Object.fromEntries([...typed, ...written]);
  const isAsked = (id: string): boolean => {
    const when = relevant?.get(id);
    return !when || (given[when.item] === when.equals && isAsked(when.item));
  };
  const chosen = values[communityRow];
  const place = community ?? (typeof chosen === 'string' ? chosen : undefined);
  return {
    schema: 'canyu-response/1',
    ...start,
    ...(place !== undefined && { community: place }),
    mode: 'paper',
    answers: Object.fromEntries(Object.entries(given).filter(([id]) => isAsked(id))),
    link: linkAgreed(values) ? link : null,
    consent,
    date,
    seconds: 0,
  };
}
