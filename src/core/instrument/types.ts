import type { ByGroup, Group, Text } from '../text.js';

/**
 * How an item is answered. `rating` 1–5, `frequency` 0–4 and `ladder` 0–6 are numbers, `choice` is the 0-based number of the option, `text`
 * is free text, `note` is words to read that ask for no answer. The scales of an own instrument may have other numbers.
 */
export type ItemKind = 'rating' | 'frequency' | 'ladder' | 'text' | 'choice' | 'note';

/** An item is asked only where another item, asked earlier in the same form, was answered in one certain way. */
export interface Relevance {
  /** Id of the other item; it has a scale. */
  readonly item: string;
  /** A value of its scale, or `dk` or `pns` where it has these two. */
  readonly equals: number | 'dk' | 'pns';
}

/** One answer option of a scale. */
export interface ScalePoint {
  readonly value: number;
  /** The label everyone sees, unless `labelByGroup` has another for the respondent's group. */
  readonly label: Text;
  readonly labelByGroup?: ByGroup;
}

/** A response format shared by items. */
export interface Scale {
  readonly points: readonly ScalePoint[];
}

/** One question or statement (method.md §2). Ids are stable: changed wording means a new id. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  /** Key into `Instrument.scales`; absent for `text` and `note`. */
  readonly scale?: string;
  /** 1: a higher answer means more of the construct; -1: reverse-keyed (method.md §3.1). */
  readonly key: 1 | -1;
  /** `same`: both groups judge the same thing; `recip`: each judges the other side (method.md §2.1). */
  readonly mirror: 'same' | 'recip';
  /** Part of the short form (★). */
  readonly short?: boolean;
  /** When the item is asked at all; absent: always. */
  readonly relevant?: Relevance;
  /** Lead-in shown before the prompt, e.g. the stem of the frequency block. */
  readonly stem?: ByGroup;
  /** The wording for each group that is asked this item. `{focal}` stands for the study's focal matter. */
  readonly prompt: ByGroup;
}

/** What several items measure together. */
export interface Construct {
  readonly id: string;
  readonly label: Text;
  readonly items: readonly string[];
  /** `same`: residents' and officials' scores may be compared as a gap; `recip`: they may not (method.md §3.14). */
  readonly comparison: 'same' | 'recip';
  /** Formative constructs have no reliability (method.md §3.4). */
  readonly formative?: boolean;
}

/** The order of items for one group in one form. The linking code comes after `closed` (method.md §2.1, order). */
export interface FormPlan {
  readonly closed: readonly string[];
  readonly open: readonly string[];
  readonly background: readonly string[];
}

/** The fixed set of items that measures the constructs: `canyu-instrument/1` (design.md §3). */
export interface Instrument {
  readonly schema: 'canyu-instrument/1';
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  /** The sentence shown before the first question: which period to think of. */
  readonly frame?: ByGroup;
  /** Explains once a word that the items use, e.g. whom "社区干部" means. */
  readonly glossary?: ByGroup;
  /** Labels of the two answers beside every scale: `dk` and `pns` (method.md §2.1). */
  readonly missing?: Readonly<Record<'dk' | 'pns', Text>>;
  readonly scales: Readonly<Record<string, Scale>>;
  readonly constructs: readonly Construct[];
  readonly items: readonly Item[];
  readonly forms: Readonly<Record<'full' | 'short', Readonly<Partial<Record<Group, FormPlan>>>>>;
}

/** `full` or `short` (★ items only). */
export type FormId = 'full' | 'short';
