import { isHidden, type Hidden, type Results, type Shown } from '../../core/change/types.js';
import { decimalsFor, known, points } from '../../core/describe/format.js';
import { smallest } from '../../core/describe/say.js';
import type { Group } from '../../core/text.js';
import { hiddenText, scaleLabel, type ChartTable } from '../chart-table.js';
import { reasonOf } from '../figures.js';
import { hatch, line, whisker, widthOf, wrap, write } from '../ink.js';
import type { KindOptions } from '../kind.js';
import { nameOf } from '../pairs-model.js';
import type { Picture, Spot } from '../picture.js';
import { groupsOf } from '../plane-model.js';
import { fitted, penOf, scaleAround, sheetPicture, type SheetBar } from '../sheet.js';
import type { DrawOptions } from '../types.js';
import { wordsOf } from '../words.js';
import { changesWords } from './words.js';

const NARROW = 560;

/** What a group's index is made up of, in points. */
export interface ContributionsModel {
  readonly group: Group;
  /** The index, or why there is none. */
  readonly total: number | Hidden;
  readonly decimals: 0 | 1;
  readonly parts: readonly { readonly id: string; readonly value: Shown; readonly weight: number | undefined }[];
  readonly bounds: { readonly low: number; readonly high: number } | undefined;
  readonly robust: boolean | undefined;
}

/** The index of each group, part by part (method.md §3.21). */
export function contributionsModel(results: Results, { group }: KindOptions): ContributionsModel[] {
  const { weights } = results.settings;
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return groupsOf(results, group).map((who) => {
    const index = results.groups[who]?.index;
    const none = { group: who, decimals: 1, parts: [], bounds: undefined, robust: undefined } as const;
    if (index === undefined) return { ...none, total: { estimate: null, why: 'n<2' } };
    if (isHidden(index)) return { ...none, total: index };
    const hidden = reasonOf(index.change, 'estimate');
    const change = isHidden(index.change) ? undefined : index.change;
    const { contributions, sensitivity } = index;
    const own = sensitivity === undefined || isHidden(sensitivity) ? undefined : sensitivity;
    const bounds = own === undefined || isHidden(own.bounds) ? undefined : own.bounds;
    const [low, high] = [known(bounds?.low), known(bounds?.high)];
    return {
      group: who,
      total: hidden ?? (isHidden(contributions) ? contributions : known(change?.estimate)!),
      decimals: decimalsFor(smallest(index.change)),
      parts:
        hidden || isHidden(contributions)
          ? []
          : Object.entries(contributions).map(([id, value]) => ({
              id,
              value,
              weight: id === 'missing' || sum <= 0 ? undefined : (weights[id] ?? 0) / sum,
            })),
      bounds: low === undefined || high === undefined ? undefined : { low, high },
      robust: typeof own?.signRobust === 'boolean' ? own.signRobust : undefined,
    };
  });
}

/** Every figure of the contributions. */
export function contributionsTable(results: Results, options: KindOptions): ChartTable {
  const { locale } = options;
  const words = wordsOf(locale);
  const own = changesWords[locale];
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    caption: own.contributionsCaption,
    head: [words.table.group, own.part, own.weight, own.contribution],
    headings: 2,
    rows: contributionsModel(results, options).flatMap(({ group, total, decimals, parts, bounds, robust }) => {
      const who = words.groups[group];
      return [
        ...parts.map(({ id, value, weight }) => [
          who,
          partName(results, id, options),
          weight === undefined ? '–' : percent.format(weight),
          typeof value === 'number' ? points(value, decimals, true) : hiddenText(value, words),
        ]),
        [who, own.total, '–', typeof total === 'number' ? points(total, decimals, true) : hiddenText(total, words)],
        ...(bounds
          ? [
              [
                who,
                own.boundsRow,
                robust === undefined ? '–' : robust ? own.robust : own.notRobust,
                words.interval(points(bounds.low, decimals, true), points(bounds.high, decimals, true)),
              ],
            ]
          : []),
      ];
    }),
  };
}

function partName(results: Results, id: string, { locale }: KindOptions): string {
  if (id === 'missing') return changesWords[locale].missing;
  return results.labels ? nameOf(results, id, locale) : scaleLabel(id, wordsOf(locale));
}

/** Bars of what each scale adds to the index, the index itself below them, and how far any weights could move it. */
export function contributionsChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const { locale } = options;
  const words = wordsOf(locale);
  const own = changesWords[locale];
  const narrow = width < NARROW;
  const pen = penOf(options, narrow);
  const { colours, font, bold, lineHeight } = pen;
  const models = contributionsModel(results, options);

  const limitsOf = ({ bounds, robust, decimals }: ContributionsModel): string[] => {
    if (!bounds) return [];
    const limits = own.bounds(points(bounds.low, decimals, true), points(bounds.high, decimals, true));
    const parts = [limits, ...(robust === undefined ? [] : [robust ? `✓ ${own.robust}` : own.notRobust])];
    return narrow ? parts.flatMap((text) => wrap(ctx, text, font, width)) : [parts.join(' · ')];
  };
  const names = models.flatMap(({ parts }) => parts.map(({ id }) => partName(results, id, options)));
  const widest = Math.max(0, ...[...names, own.total].map((text) => widthOf(ctx, text, bold)));
  const nameWidth = Math.ceil(Math.min(widest + 14, width * 0.42));
  // A long name takes two lines.
  const LANE = widest + 8 > nameWidth ? 2 * lineHeight + 4 : 32;
  const valueWidth = Math.ceil(widthOf(ctx, '+88.8', bold)) + 12;
  const values = models.flatMap(({ total, parts, bounds }) => [
    ...(typeof total === 'number' ? [total] : []),
    ...parts.flatMap(({ value }) => known(value) ?? []),
    ...(bounds ? [bounds.low, bounds.high] : []),
  ]);
  const heading = lineHeight * (narrow ? 1 + Math.max(0, ...models.map((model) => limitsOf(model).length)) : 1) + 12;
  const tops: number[] = [];
  let bottom = 0;
  for (const { parts } of models) {
    tops.push(bottom);
    bottom += heading + (parts.length + 1) * LANE + 18;
  }
  const box = { left: nameWidth, right: width - valueWidth, top: 0, bottom };
  const scale = scaleAround(values, Math.floor((box.right - box.left) / 52));
  const axis = { ...scale, format: (value: number) => points(value, 0, true) };
  const laneY = (block: number, lane: number): number => tops[block]! + heading + (lane + 0.5) * LANE;

  const bars: SheetBar[] = [];
  const spots: Spot[] = [];
  for (const [block, { group, total, decimals, parts }] of models.entries()) {
    const add = (lane: number, value: number, name: string, whole: boolean): void => {
      const y = laneY(block, lane);
      bars.push({
        from: 0,
        to: value,
        y,
        thick: 18,
        fill: whole ? pen.of(group) : colours.notice,
        edge: pen.of(group),
      });
      const text = `${words.groups[group]} · ${name}: ${points(value, decimals, true)}`;
      spots.push({ left: 0, right: width, top: y - LANE / 2, bottom: y + LANE / 2, text });
    };
    for (const [lane, { id, value }] of parts.entries()) {
      const number = known(value);
      if (number !== undefined) add(lane, number, partName(results, id, options), false);
    }
    if (typeof total === 'number') add(parts.length, total, own.total, true);
  }

  const under = (x: (value: number) => number): void => {
    for (const [block, { parts, total }] of models.entries()) {
      const [top, end] = [laneY(block, -0.5), laneY(block, parts.length + 0.5)];
      for (const value of scale.ticks) line(ctx, { x: x(value), y: top }, { x: x(value), y: end }, colours.rule, 1);
      for (const [lane, { value }] of parts.entries()) if (isHidden(value)) absence(laneY(block, lane), value);
      if (isHidden(total)) absence(laneY(block, parts.length), total);
    }
  };

  function absence(y: number, figure: Hidden): void {
    hatch(ctx, { left: box.left, right: box.right, top: y - 10, bottom: y + 10 }, colours.rule);
    const text = fitted(ctx, hiddenText(figure, words), font, box.right - box.left - 8);
    const style = { font, colour: colours.text, halo: colours.surface, align: 'center' as const };
    write(ctx, text, { x: (box.left + box.right) / 2, y }, style);
  }

  const over = (x: (value: number) => number): void => {
    for (const [block, model] of models.entries()) {
      const { group, total, decimals, parts, bounds } = model;
      const top = tops[block]!;
      const colour = pen.of(group);
      if (block) line(ctx, { x: 0, y: top - 4 }, { x: width, y: top - 4 }, colours.rule, 1);
      const y = top + lineHeight / 2 + 4;
      write(ctx, words.groups[group], { x: 0, y }, { font: bold, colour });
      const from = narrow ? 0 : widthOf(ctx, words.groups[group], bold) + 16;
      for (const [row, text] of limitsOf(model).entries()) {
        const place = { x: from, y: y + (narrow ? (row + 1) * lineHeight : 0) };
        write(ctx, fitted(ctx, text, font, width - from), place, { font, colour: colours.soft });
      }
      if (bounds) {
        const last = laneY(block, parts.length) + 15;
        whisker(ctx, { x: x(bounds.low), y: last }, { x: x(bounds.high), y: last }, colours.control, 1.5);
      }
      const [first, end] = [laneY(block, -0.5), laneY(block, parts.length + 0.5)];
      line(ctx, { x: x(0), y: first }, { x: x(0), y: end }, colours.text, 1.5);
      const rows = [
        ...parts.map(({ id, value }) => ({ name: partName(results, id, options), value, font })),
        { name: own.total, value: total, font: bold },
      ];
      for (const [lane, row] of rows.entries()) {
        const at = laneY(block, lane);
        const lines = wrap(ctx, row.name, row.font, nameWidth - 8);
        for (const [index, name] of lines.entries()) {
          const level = at + (index - (lines.length - 1) / 2) * lineHeight;
          write(ctx, name, { x: 0, y: level }, { font: row.font, colour: colours.text });
        }
        const text = typeof row.value === 'number' ? points(row.value, decimals, true) : '–';
        write(ctx, text, { x: width, y: at }, { font: row.font, colour, align: 'right' });
      }
    }
  };

  return sheetPicture({ width, height: bottom + pen.foot, box, axis, bars, under, over, spots }, options, pen);
}
