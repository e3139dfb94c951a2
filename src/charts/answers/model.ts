import { isHidden, type Hidden, type ItemAnswers, type Rate, type Results } from '../../core/change/types.js';
import { known } from '../../core/describe/format.js';
import { participationTrust } from '../../core/instrument/participation-trust.js';
import { textIn, type Group, type Locale } from '../../core/text.js';
import type { KindOptions } from '../kind.js';
import { groupsOf } from '../plane-model.js';

/** In the order in which their bars lie. */
export const SIDES = ['low', 'middle', 'high'] as const;

/** The built-in instrument, whose wording everybody has; an own one comes without it. */
const OWN_NAME = `${participationTrust.id}@`;
const isOurs = (results: Results): boolean => results.instrument.startsWith(OWN_NAME);

/** True when the wording of the items is known. */
export const hasWording = isOurs;

/** The items of the chart: those of the construct asked for, real participation when none is. */
export function itemsOf(results: Results, { construct = 'CY' }: KindOptions): string[] {
  const own = isOurs(results) ? participationTrust.constructs.find(({ id }) => id === construct) : undefined;
  if (own) return [...own.items];
  const answered = Object.values(results.groups).flatMap((group) => {
    const items = group.items;
    return items === undefined || isHidden(items) ? [] : Object.keys(items);
  });
  const all = [...new Set(answered)];
  const starting = all.filter((id) => id.startsWith(construct));
  return starting.length > 0 || isOurs(results) ? starting : all;
}

/** What an item says to a group, or its id. */
export function wordingOf(results: Results, id: string, group: Group, locale: Locale): string {
  const item = isOurs(results) ? participationTrust.items.find((each) => each.id === id) : undefined;
  return textIn(item?.prompt[group] ?? item?.prompt.resident, locale) || id;
}

/** Labels of an item's options, or their values. */
export function optionLabels(
  results: Results,
  id: string,
  options: readonly number[],
  group: Group,
  locale: Locale,
): string[] {
  const item = isOurs(results) ? participationTrust.items.find((each) => each.id === id) : undefined;
  const points = participationTrust.scales[item?.scale ?? '']?.points ?? [];
  return options.map((value) => {
    const point = item && points.find((each) => each.value === value);
    return textIn(point?.labelByGroup?.[group] ?? point?.label, locale) || String(value);
  });
}

/** One wave of one group: shares of the options, or why there are none. */
export interface AnswersLane {
  readonly group: Group;
  readonly wave: 'baseline' | 'endline';
  /** As fractions of `n`, in the order of the options; or "almost all" of a side; or hidden. */
  readonly shares: readonly number[] | Hidden | { readonly almostAll: NonNullable<ItemAnswers['almostAll']> };
  /** The shares are those of the two sides and the middle, because the options by themselves may not be shown. */
  readonly grouped: boolean;
  readonly n: number | undefined;
  readonly dontKnow: Rate | Hidden | undefined;
  readonly notSaid: Rate | Hidden | undefined;
}

/** An item with its lanes: residents before and after, officials before and after. */
export interface AnswersBlock {
  readonly id: string;
  readonly options: readonly number[];
  readonly lanes: readonly AnswersLane[];
}

/** The answers to the items `ids`. */
export function answersModel(results: Results, ids: readonly string[], options: KindOptions): AnswersBlock[] {
  const groups = groupsOf(results, options.group);
  return ids.map((id) => {
    let values: readonly number[] = [];
    const lanes = groups.flatMap((group) => {
      const items = results.groups[group]?.items;
      const own = items === undefined || isHidden(items) ? items : items[id];
      if (own !== undefined && !isHidden(own)) values = own.options;
      return (['baseline', 'endline'] as const).map((wave) => {
        if (own === undefined || isHidden(own)) return laneOf(group, wave, own ?? { estimate: null, why: 'n<2' });
        return laneOf(group, wave, own[wave]);
      });
    });
    return { id, options: values, lanes };
  });
}

function laneOf(group: Group, wave: 'baseline' | 'endline', answers: ItemAnswers | Hidden): AnswersLane {
  if (isHidden(answers)) {
    return { group, wave, shares: answers, grouped: false, n: undefined, dontKnow: undefined, notSaid: undefined };
  }
  const { n, counts, sides, almostAll, dontKnow, notSaid } = answers;
  const grouped = isHidden(counts) && !isHidden(sides) && !almostAll && n > 0;
  const shares = grouped
    ? SIDES.map((side) => sides[side] / n)
    : almostAll
      ? { almostAll }
      : isHidden(counts)
        ? counts
        : n > 0
          ? counts.map((count) => count / n)
          : ({ estimate: null, why: 'n<2' } as const);
  return { group, wave, shares, grouped, n, dontKnow, notSaid };
}

/** Shares of the two sides and the middle in place of those of the options. */
export function bySides(lane: AnswersLane): AnswersLane {
  const { shares, grouped } = lane;
  if (grouped || !isShares(shares)) return lane;
  const half = Math.floor(shares.length / 2);
  const sum = (part: readonly number[]): number => part.reduce((total, share) => total + share, 0);
  const end = shares.length - half;
  return {
    ...lane,
    grouped: true,
    shares: [sum(shares.slice(0, half)), sum(shares.slice(half, end)), sum(shares.slice(end))],
  };
}

/** True where the shares of the options are there to draw. */
export const isShares = (shares: AnswersLane['shares']): shares is readonly number[] => Array.isArray(shares);

/** A share, or undefined where it is hidden. */
export function shareOf(rate: Rate | Hidden | undefined): number | undefined {
  return rate === undefined || isHidden(rate) ? undefined : known(rate.estimate);
}
