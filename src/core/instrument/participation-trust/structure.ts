import type { Group } from '../../text.js';
import type { FormPlan, Instrument, Item, ItemKind } from '../types.js';

/** An instrument without words: everything of it that is the same in every language. */
export interface InstrumentStructure {
  readonly id: string;
  readonly version: string;
  /** The values of each scale, in order; the texts give one label for each. */
  readonly scales: Readonly<Record<string, readonly number[]>>;
  readonly items: readonly Omit<Item, 'prompt' | 'stem'>[];
  /** Absent where nothing is scored: a survey does not need them. */
  readonly constructs?: readonly Omit<Instrument['constructs'][number], 'label'>[];
  readonly forms: Instrument['forms'];
}

/** Ids of the two anchoring vignettes (method.md §2.5, §3.15): an optional module that no form contains. */
export const vignetteItems: readonly string[] = ['AV1', 'AV2'];

const ids = (list: string): string[] => list.split(' ');
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/**
 * Items as `id` and marks: `-` reverse-keyed, `~` mirror "recip", `*` in the short form (★), then the scale.
 * One string each, because this file is in the first load of every survey page.
 */
function items(kind: ItemKind, scale: string | undefined, list: string): Omit<Item, 'prompt' | 'stem'>[] {
  return ids(list).map((entry) => ({
    id: entry.slice(0, 3).replace('-', ''),
    kind,
    ...(scale && { scale }),
    key: entry.includes('-') ? -1 : 1,
    mirror: entry.includes('~') ? 'recip' : 'same',
    ...(entry.includes('*') && { short: true }),
  }));
}

const frequency = ids('FQ1 FQ2 FQ3 FQ4');
const cooperation = ids('OC1 OC2 OC3 OC4 OC5 OC6');
const open = ids('OQ1 OQ2');

const allItems = [
  ...items('frequency', 'frequency', frequency.join(' ')),
  ...items('ladder', 'ladder', 'LD'),
  ...items(
    'rating',
    'agreement',
    'CY1 CY2* CY3 CY4 CY5-* CJ1* CJ2 CJ3 CJ4-* PR1 PR2 PR3-* PR4* TR1~* TR2~ TR3~ TR4-~* RC1~* RC2 RC3 RC4-~* GV1* GV2 GV3-* GV4 OC1 OC2 OC3- OC4 OC5 OC6 AU',
  ),
  ...items('rating', 'voice', vignetteItems.join(' ')),
  ...items('text', undefined, open.join(' ')),
  ...items('choice', 'age', 'DM1'),
  ...items('choice', 'years', 'DM2'),
];

/** Interleaved, easy first; the same at every wave (method.md §2.1). */
const closed = [
  ...frequency,
  ...ids('LD RC3 CY1 PR1 CJ1 GV1 TR2 CY4 PR3 RC1 CJ4 GV3 CY2 TR1 PR2 CJ2 RC2 CY5 GV4 TR3 CJ3 PR4 RC4 CY3 GV2 TR4'),
];
const starred = closed.filter((id) => allItems.some((item) => item.id === id && item.short));
const background = ids('DM1 DM2');
const partner: FormPlan = { closed: [...cooperation, 'AU'], open: [], background: [] };

/**
 * The language-free part of `participation-trust@1.0.0` (method.md §2): ids, kinds, scales, keys, mirrors, forms.
 *
 * - Residents and officials answer the same 30 closed items; officials then OC1–6. Partners answer OC1–6 and AU in both forms,
 *   which is short as it is.
 * - `short` is the 12 ★ items, two of each scale, without FQ, LD, OC and open questions (method.md §2.1).
 * - Officials have no background items: in a small staff a tier can point at a person (method.md §2.5 allows one only from 15
 *   invited officials on, and gives it no id).
 */
export const participationTrustStructure: InstrumentStructure = {
  id: 'participation-trust',
  version: '1.0.0',
  scales: {
    agreement: range(1, 5),
    frequency: range(0, 4),
    ladder: range(0, 6),
    voice: range(1, 5),
    age: range(0, 3),
    years: range(0, 2),
  },
  items: allItems,
  forms: {
    full: {
      resident: { closed, open, background },
      official: { closed: [...closed, ...cooperation], open, background: [] },
      partner,
    },
    short: {
      resident: { closed: starred, open: [], background },
      official: { closed: starred, open: [], background: [] },
      partner,
    },
  } satisfies Record<'full' | 'short', Record<Group, FormPlan>>,
};
