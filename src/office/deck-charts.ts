import { isHidden } from '../core/change/types.js';
import { decimalsFor, points } from '../core/describe/format.js';
import type { Group, Locale } from '../core/text.js';
import type { Results } from '../core/change/types.js';
import { gapModel } from '../charts/changes/gap.js';
import { hiddenText, intervalText, scaleLabel } from '../charts/chart-table.js';
import { forestModel, type ForestRow } from '../charts/forest-model.js';
import { constructsOf, nameOf, pairOf } from '../charts/pairs-model.js';
import { groupsOf, planeModel } from '../charts/plane-model.js';
import { PAPER } from '../charts/types.js';
import { wordsOf, type ChartWords } from '../charts/words.js';
import type { Bar, Box, ChartPart, PlanePart, Series, TablePart } from './deck-types.js';
import type { OfficeWords } from './words.js';

const plain = (colour: string): string => colour.slice(1).toUpperCase();

/** Colours of the pages, `RRGGBB`. */
export const INK = {
  text: plain(PAPER.text),
  soft: plain(PAPER.soft),
  rule: plain(PAPER.rule),
  notice: plain(PAPER.notice),
  resident: plain(PAPER.resident),
  official: plain(PAPER.official),
  partner: plain(PAPER.text),
  accent: '0B6E69',
} as const;

const WAVES = ['baseline', 'endline'] as const;
const round = (value: number | undefined): Bar => (value === undefined ? null : Math.round(value * 10) / 10);

/** A chart with a table of the same figures beside it, and what of it may not be shown. */
export interface ChartWithTable {
  readonly chart: ChartPart | undefined;
  readonly table: Omit<TablePart, 'box' | 'sizes'>;
  readonly missing: readonly string[];
}

/** The forest's rows; of an own instrument those of its constructs. */
function rowsOf(results: Results, locale: Locale): { readonly label: string; readonly marks: ForestRow['marks'] }[] {
  const words = wordsOf(locale);
  if (!results.labels) return forestModel(results).map(({ id, marks }) => ({ label: scaleLabel(id, words), marks }));
  return constructsOf(results).map((id) => ({
    label: nameOf(results, id, locale),
    marks: groupsOf(results).map((group) => ({ group, change: pairOf(results, group, id).change })),
  }));
}

/** Changes with their intervals, positive is better. */
export function forestParts(results: Results, own: OfficeWords, box: Box, alt: string): ChartWithTable {
  const { locale } = own;
  const words = wordsOf(locale);
  const rows = rowsOf(results, locale);
  const groups = groupsOf(results);
  const series = groups.map((group): Series => {
    const changes = rows.map(({ marks }) => marks.find((mark) => mark.group === group)?.change);
    const value = (of: 'value' | 'low' | 'high'): Bar[] =>
      changes.map((change) => (change === undefined || isHidden(change) ? null : round(change[of])));
    return {
      name: words.groups[group],
      colour: INK[group],
      values: value('value'),
      low: value('low'),
      high: value('high'),
    };
  });
  const all = series.flatMap(({ values, low = [], high = [] }) => [...values, ...low, ...high]);
  const reach = Math.max(10, ...all.map((value) => Math.abs(value ?? 0)));
  const step = reach > 40 ? 20 : 10;
  const end = Math.ceil(reach / step) * step;
  const hasNegative = all.some((value) => value !== null && value < 0);
  return {
    chart: all.some((value) => value !== null)
      ? {
          kind: 'bars',
          box,
          alt,
          lying: true,
          topDown: true,
          categories: rows.map(({ label }) => label),
          series,
          min: hasNegative ? -end : 0,
          max: end,
          step,
          axis: words.axes.change,
        }
      : undefined,
    table: {
      kind: 'table',
      head: [words.table.scale, words.table.group, own.change],
      widths: [4, 3, 5],
      rows: rows.flatMap(({ label, marks }) =>
        marks.map(({ group, change }, at) => {
          if (isHidden(change)) return [at ? '' : label, words.groups[group], hiddenText(change, words)];
          const decimals = decimalsFor(Math.min(change.n.baseline, change.n.endline));
          const text = words.brackets(points(change.value, decimals, true), intervalText(change, words, decimals));
          return [at ? '' : label, words.groups[group], text];
        }),
      ),
    },
    missing: sayMissing(
      rows.flatMap(({ label, marks }) =>
        marks.map(({ group, change }) => ({
          group,
          what: label,
          reason: isHidden(change) ? hiddenText(change, words) : undefined,
        })),
      ),
      words,
    ),
  };
}

/** A figure of a chart: whose, which, and why it is not shown; undefined where it is. */
export interface Place {
  readonly group: Group;
  readonly what: string;
  readonly reason: string | undefined;
}

/** What is not shown; a group of which nothing is, in one phrase. */
export function sayMissing(places: readonly Place[], words: ChartWords): string[] {
  const groups = [...new Set(places.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const own = places.filter((place) => place.group === group);
    const [first] = own;
    const alike = own.every(({ reason }) => reason !== undefined && reason === first?.reason);
    if (alike && first?.reason !== undefined) return [words.absent(words.groups[group], first.reason)];
    return own.flatMap(({ what, reason }) =>
      reason === undefined ? [] : [words.absent(`${words.groups[group]} ${what}`, reason)],
    );
  });
}

/** Attending across, taking part upwards; undefined where neither side may be shown. */
export function planePart(results: Results, own: OfficeWords, box: Box, alt: string): PlanePart | undefined {
  const words = wordsOf(own.locale);
  const ways = planeModel(results).flatMap((path) => {
    const places = WAVES.flatMap((wave) => {
      const point = path[wave];
      if (isHidden(point)) return [];
      const { x, y } = point;
      return [
        {
          x: round(x.value) ?? 0,
          y: round(y.value) ?? 0,
          hollow: wave === 'baseline',
          xLow: x.low,
          xHigh: x.high,
          yLow: y.low,
          yHigh: y.high,
        },
      ];
    });
    return places.length > 0
      ? [
          {
            name: words.mark(words.groups[path.group], words.waves.endline),
            earlier: words.mark(words.groups[path.group], words.waves.baseline),
            colour: INK[path.group],
            points: places,
          },
        ]
      : [];
  });
  return ways.length > 0
    ? { kind: 'plane', box, alt, across: words.axes.CJ, up: words.axes.CY, ways, equal: words.sides.equal }
    : undefined;
}

/** What both sides see, before and after. */
export function gapParts(results: Results, own: OfficeWords, box: Box, alt: string): ChartWithTable {
  const { locale } = own;
  const words = wordsOf(locale);
  const { blocks } = gapModel(results, { type: 'gap', locale });
  const sides = ['resident', 'official'] as const;
  const series = sides.flatMap((group) =>
    WAVES.map((wave): Series => {
      const levels = blocks.map(({ lanes }) => lanes.find((lane) => lane.wave === wave)?.[group]);
      const value = (of: 'value' | 'low' | 'high'): Bar[] =>
        levels.map((level) => (level === undefined || isHidden(level) ? null : round(level[of])));
      return {
        name: words.mark(words.groups[group], words.waves[wave]),
        colour: INK[group],
        hollow: wave === 'baseline',
        values: value('value'),
        low: value('low'),
        high: value('high'),
      };
    }),
  );
  return {
    chart: series.some(({ values }) => values.some((value) => value !== null))
      ? {
          kind: 'bars',
          box,
          alt,
          lying: true,
          topDown: true,
          categories: blocks.map(({ id }) => nameOf(results, id, locale)),
          series,
          min: 0,
          max: 100,
          step: 20,
          axis: own.points,
          labels: '0',
          inside: true,
        }
      : undefined,
    table: {
      kind: 'table',
      head: [words.table.scale, words.waves.baseline, words.waves.endline],
      widths: [3, 4, 4],
      rows: blocks.map(({ id, lanes }) => [
        nameOf(results, id, locale),
        ...lanes.map(({ gap }) =>
          isHidden(gap)
            ? hiddenText(gap, words)
            : words.brackets(points(gap.value, gap.decimals, true), intervalText(gap, words, gap.decimals)),
        ),
      ]),
    },
    missing: sayMissing(
      blocks.flatMap(({ id, lanes }) =>
        lanes.flatMap((lane) =>
          sides.map((group): Place => {
            const level = lane[group];
            const what = `${nameOf(results, id, locale)} ${words.waves[lane.wave]}`;
            return { group, what, reason: isHidden(level) ? hiddenText(level, words) : undefined };
          }),
        ),
      ),
      words,
    ),
  };
}
