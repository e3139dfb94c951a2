import { isHidden, type Results } from '../core/change/types.js';
import type { Group } from '../core/text.js';
import { ladderModel } from '../charts/answers/ladder.js';
import { answersModel, bySides, isShares, itemsOf, optionLabels, wordingOf, SIDES } from '../charts/answers/model.js';
import { answersWords } from '../charts/answers/words.js';
import { hiddenText } from '../charts/chart-table.js';
import { loopModel } from '../charts/record/loop.js';
import { wordsOf } from '../charts/words.js';
import { INK, sayMissing } from './deck-charts.js';
import type { Box, ChartPart, Series } from './deck-types.js';
import type { OfficeWords } from './words.js';

/** From disagreement to agreement: greys, then the group's colour, told apart by lightness too. */
const SHADES: Readonly<Record<'resident' | 'official', readonly string[]>> = {
  resident: ['8A8A93', 'BDBDC4', 'E9E9EC', '8FA6D6', '143F8F'],
  official: ['8A8A93', 'BDBDC4', 'E9E9EC', 'E0A97F', 'B8500A'],
};

/** The rungs of one group, in per cent; undefined where they may not be shown. */
export function ladderPart(
  results: Results,
  { locale, perCent }: OfficeWords,
  group: Group,
  box: Box,
  alt: string,
): ChartPart | undefined {
  const words = wordsOf(locale);
  const [block] = ladderModel(results, { type: 'ladder', locale, group });
  if (!block?.lanes.some(({ shares }) => isShares(shares))) return undefined;
  const series = block.lanes.map(({ wave, shares }): Series => ({
    name: words.waves[wave],
    colour: INK[group],
    hollow: wave === 'baseline',
    values: block.rungs.map((_, at) => (isShares(shares) ? Math.round(100 * (shares[at] ?? 0)) : null)),
  }));
  const most = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const max = Math.min(100, Math.ceil((most + 5) / 20) * 20);
  return {
    kind: 'bars',
    box,
    alt,
    lying: true,
    categories: block.rungs,
    series,
    min: 0,
    max,
    step: 20,
    axis: perCent,
    labels: '0',
  };
}

/** One group's answers to the statements about taking part, as bars of 100 %, with the statements they belong to. */
export function answersPart(
  results: Results,
  { locale, perCent }: OfficeWords,
  group: 'resident' | 'official',
  box: Box,
  alt: string,
): {
  readonly chart: ChartPart | undefined;
  readonly wordings: readonly string[];
  readonly missing: readonly string[];
} {
  const words = wordsOf(locale);
  const options = { type: 'likert', locale, group } as const;
  const items = itemsOf(results, options).slice(0, 5);
  const blocks = answersModel(results, items, options);
  const grouped = blocks.some(({ lanes }) => lanes.some((lane) => lane.grouped));
  const rows = blocks.flatMap(({ lanes }, at) =>
    lanes.map((lane) => ({
      label: `${at + 1} ${words.waves[lane.wave]}`,
      shares: (grouped ? bySides(lane) : lane).shares,
    })),
  );
  const first = blocks[0];
  const names =
    grouped || !first
      ? SIDES.map((side) => answersWords[locale].sides[side])
      : optionLabels(results, first.id, first.options, group, locale);
  const shades = grouped ? [0, 2, 4].map((at) => SHADES[group][at] ?? INK.soft) : SHADES[group];
  const drawn = rows.some(({ shares }) => isShares(shares));
  return {
    chart: drawn
      ? {
          kind: 'bars',
          box,
          alt,
          lying: true,
          topDown: true,
          stacked: true,
          categories: rows.map(({ label }) => label),
          series: names.map((name, at) => ({
            name,
            colour: shades[at] ?? INK.soft,
            values: rows.map(({ shares }) => (isShares(shares) ? Math.round(100 * (shares[at] ?? 0)) : null)),
          })),
          min: 0,
          max: 100,
          step: 20,
          axis: perCent,
          // Shares too narrow for a figure go without.
          labels: '[>=6]0;""',
        }
      : undefined,
    wordings: items.map((id, at) => `${at + 1} ${wordingOf(results, id, group, locale)}`),
    missing: sayMissing(
      rows.map(({ label, shares }) => ({
        group,
        what: label,
        reason: isShares(shares)
          ? undefined
          : isHidden(shares)
            ? hiddenText(shares, words)
            : answersWords[locale].almostAll[shares.almostAll],
      })),
      words,
    ),
  };
}

/** What became of the suggestions: how many, of how many; undefined without suggestions. */
export function loopPart(results: Results, { locale }: OfficeWords, box: Box, alt: string): ChartPart | undefined {
  const steps = loopModel(results, { type: 'loop', locale });
  if (steps.length === 0) return undefined;
  const most = Math.max(...steps.map(({ n, count }) => Math.max(n ?? 0, typeof count === 'number' ? count : 0)));
  const step = most > 100 ? 50 : most > 40 ? 20 : most > 10 ? 5 : 2;
  return {
    kind: 'bars',
    box,
    alt,
    lying: true,
    topDown: true,
    categories: steps.map(({ name, of, n }) => (of === undefined ? name : `${name}（${of} ${n ?? '–'}）`)),
    series: [
      { name: '', colour: INK.accent, values: steps.map(({ count }) => (typeof count === 'number' ? count : null)) },
    ],
    min: 0,
    max: Math.ceil((most + 1) / step) * step,
    step,
    axis: '',
    labels: '0',
  };
}
