import { isHidden, type Results } from '../../core/change/types.js';
import { decimalsFor, points } from '../../core/describe/format.js';
import type { Group } from '../../core/text.js';
import { hiddenText, type ChartTable } from '../chart-table.js';
import { hatch, line, whisker, widthOf, wrap, write } from '../ink.js';
import type { KindOptions } from '../kind.js';
import { constructsOf, nameOf, pairOf, pairsOf, type LevelFigure } from '../pairs-model.js';
import type { Picture, Spot } from '../picture.js';
import { groupsOf } from '../plane-model.js';
import { fitted, penOf, sheetPicture, spotAt, type SheetDot } from '../sheet.js';
import type { DrawOptions } from '../types.js';
import { wordsOf } from '../words.js';
import { changeText, levelText } from './figure-text.js';
import { changesWords } from './words.js';

const NARROW = 560;
/** Narrowest panel, and height of its plot, in CSS pixels. */
const PANEL = 235;
const PLOT = 150;
/** On a wall the plots are as tall as the rows leave room for, and no lower than this. */
const LOWEST = 60;
/** Room around the plot of a row. */
const AROUND = { page: 40, wall: 28 };
const WAVES = ['baseline', 'endline'] as const;

/** Every figure of the slopegraph. */
export function slopeTable(results: Results, options: KindOptions): ChartTable {
  const words = wordsOf(options.locale);
  const own = changesWords[options.locale];
  return {
    caption: own.slopeCaption,
    head: [words.table.scale, words.table.group, own.before, own.after, words.table.change],
    headings: 2,
    rows: pairsOf(results, options).map(({ id, group, baseline, endline, change }) => [
      nameOf(results, id, options.locale),
      words.groups[group],
      isHidden(baseline) ? hiddenText(baseline, words) : levelText(baseline, words),
      isHidden(endline) ? hiddenText(endline, words) : levelText(endline, words),
      isHidden(change) ? hiddenText(change, words) : changeText(change, words),
    ]),
  };
}

/** Slopegraph (method.md §5): one panel per scale, residents and officials as two lines, intervals as whiskers, always 0–100. */
export function slopeChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const { locale } = options;
  const words = wordsOf(locale);
  const pen = penOf(options, width < NARROW);
  const { colours, font, bold, lineHeight } = pen;
  /** Room for the figures of the axis, and for those beside the marks, in the font of the page. */
  const scaleWidth = Math.ceil(widthOf(ctx, '100', font)) + 8;
  const figures = Math.ceil(widthOf(ctx, '88.8', bold));
  const waveWidth = {
    baseline: widthOf(ctx, words.waves.baseline, font),
    endline: widthOf(ctx, words.waves.endline, font),
  };
  const groups = groupsOf(results, options.group);
  const ids = constructsOf(results, options.construct);
  const columns = Math.max(1, Math.min(ids.length, 3, Math.floor(width / PANEL)));
  // One panel alone need not be as wide as the page.
  const panel = Math.min(width / columns, 420);
  const panels = ids.map((id, index) => {
    const pairs = groups.map((group) => pairOf(results, group, id));
    const absent = pairs.flatMap(({ group, baseline, endline }) =>
      isHidden(baseline) && isHidden(endline)
        ? [words.absent(words.groups[group], hiddenText(baseline, words))]
        : WAVES.flatMap((wave) => {
            const figure = wave === 'baseline' ? baseline : endline;
            const who = words.mark(words.groups[group], words.waves[wave]);
            return isHidden(figure) ? [words.absent(who, hiddenText(figure, words))] : [];
          }),
    );
    const lines = absent.flatMap((text) =>
      wrap(ctx, text, font, panel - 40).map((words, row) => ({ text: words, isFirst: row === 0 })),
    );
    // The last word of a name may be longer than any line.
    const title = wrap(ctx, nameOf(results, id, locale), bold, panel - 10).map((text) =>
      fitted(ctx, text, bold, panel - 10),
    );
    return { id, index, pairs, absent: lines, title };
  });
  const rows = Math.ceil(ids.length / columns);
  /** Lines above and below the plots of a row. */
  const text = Array.from({ length: rows }, (_, row) => {
    const own = panels.filter(({ index }) => Math.floor(index / columns) === row);
    return {
      title: Math.max(...own.map(({ title }) => title.length)),
      absent: Math.max(...own.map(({ absent }) => absent.length)),
    };
  });
  const around = options.wall ? AROUND.wall : AROUND.page;
  const beside = text.map(({ title, absent }) => lineHeight * (title + 1 + absent) + around + (absent > 0 ? 8 : 0));
  /** The groups are named once, above the panels, each beside its mark. */
  const isNamed = !options.wall || groups.length > 1;
  const head = isNamed ? lineHeight + 14 : 0;
  const free = options.wall && (options.wall.height - head - beside.reduce((sum, own) => sum + own, 0)) / rows;
  const plot = free === undefined ? PLOT : Math.min(PLOT, Math.max(LOWEST, Math.floor(free)));
  const heights = beside.map((own) => own + plot);
  const rowTop = (row: number): number => heights.slice(0, row).reduce((sum, height) => sum + height, head);
  const height = rowTop(rows);

  const dots: SheetDot[] = [];
  const spots: Spot[] = [];
  const placed = panels.map(({ id, index, pairs, absent, title }) => {
    const left = (index % columns) * panel;
    const row = Math.floor(index / columns);
    const head = rowTop(row);
    const top = head + lineHeight * text[row]!.title + 14;
    const x = { baseline: left + scaleWidth + figures + 22, endline: left + panel - figures - 38 };
    const y = (value: number): number => top + plot * (1 - Math.min(100, Math.max(0, value)) / 100);
    const marks = pairs.flatMap(({ group, baseline, endline }) =>
      WAVES.flatMap((wave) => {
        const figure = wave === 'baseline' ? baseline : endline;
        return isHidden(figure) ? [] : [{ group, wave, figure, x: x[wave] + aside(group), y: y(figure.value) }];
      }),
    );
    for (const mark of marks) {
      dots.push({ x: mark.x, y: mark.y, group: mark.group, hollow: mark.wave === 'baseline' });
      const who = words.mark(words.groups[mark.group], words.waves[mark.wave]);
      spots.push(spotAt(mark.x, mark.y, `${nameOf(results, id, locale)} · ${who}: ${levelText(mark.figure, words)}`));
    }
    return { left, head, top, x, y, marks, absent, title };
  });

  /** Residents a little to the left, officials to the right, so that whiskers at the same place can be told apart. */
  function aside(group: Group): number {
    return groups.length < 2 ? 0 : group === 'resident' ? -5 : 5;
  }

  const under = (): void => {
    for (const { left, top, x, y, marks } of placed) {
      for (const value of [0, 50, 100]) {
        line(ctx, { x: left + scaleWidth, y: y(value) }, { x: left + panel - 14, y: y(value) }, colours.rule, 1);
        const style = { font, colour: colours.soft, align: 'right' as const };
        write(ctx, String(value), { x: left + scaleWidth - 4, y: y(value) }, style);
      }
      for (const wave of WAVES) {
        line(ctx, { x: x[wave], y: top }, { x: x[wave], y: top + plot }, colours.rule, 1);
      }
      for (const { figure, group, x: at } of marks) whiskerOf(figure, at, y, pen.of(group));
      for (const group of groups) {
        const ends = marks.filter((mark) => mark.group === group);
        if (ends.length === 2) line(ctx, ends[0]!, ends[1]!, pen.of(group), 2.5);
      }
    }
  };

  /** The names of the waves stand under their marks, moved apart where they would touch. */
  function waveAt(x: Readonly<Record<(typeof WAVES)[number], number>>, wave: (typeof WAVES)[number]): number {
    const least = (waveWidth.baseline + waveWidth.endline) / 2 + 8;
    const missing = Math.max(0, least - (x.endline - x.baseline)) / 2;
    return x[wave] + (wave === 'baseline' ? -missing : missing);
  }

  function whiskerOf({ low, high }: LevelFigure, x: number, y: (value: number) => number, colour: string): void {
    if (low === undefined || high === undefined) return;
    whisker(ctx, { x, y: y(low) }, { x, y: y(high) }, colour, 1.5);
  }

  const over = (): void => {
    let from = 0;
    for (const group of isNamed ? groups : []) {
      const text = `${group === 'resident' ? '●' : group === 'official' ? '■' : '▲'} ${words.groups[group]}`;
      write(ctx, text, { x: from, y: lineHeight / 2 }, { font: bold, colour: pen.of(group) });
      from += widthOf(ctx, text, bold) + 24;
    }
    for (const { left, head, top, x, marks, absent, title } of placed) {
      for (const [row, text] of title.entries()) {
        write(ctx, text, { x: left, y: head + 2 + lineHeight * (row + 0.5) }, { font: bold, colour: colours.text });
      }
      for (const wave of WAVES) {
        const style = { font, colour: colours.soft, align: 'center' as const };
        write(ctx, words.waves[wave], { x: waveAt(x, wave), y: top + plot + lineHeight / 2 + 6 }, style);
      }
      for (const wave of WAVES) {
        const own = marks.filter((mark) => mark.wave === wave);
        const levels = apart(
          own.map((mark) => mark.y),
          lineHeight - 1,
        );
        for (const [index, { figure, group }] of own.entries()) {
          const text = points(figure.value, decimalsFor(figure.n));
          const before = wave === 'baseline';
          const style = {
            font: bold,
            colour: pen.of(group),
            halo: colours.surface,
            align: before ? 'right' : 'left',
          } as const;
          write(ctx, text, { x: x[wave] + (before ? -15 : 15), y: levels[index]! }, style);
        }
      }
      for (const [index, { text, isFirst }] of absent.entries()) {
        const y = top + plot + lineHeight * (index + 1.5) + 14;
        if (isFirst) hatch(ctx, { left, right: left + 22, top: y - 7, bottom: y + 7 }, colours.control);
        write(ctx, text, { x: left + 28, y }, { font, colour: colours.text });
      }
    }
  };

  const box = { left: 0, right: width, top: 0, bottom: height };
  return sheetPicture({ width, height, box, dots, under, over, spots }, options, pen);
}

/** Two heights moved apart until their labels do not touch. */
export function apart(heights: readonly number[], least: number): number[] {
  const [a, b] = heights;
  if (a === undefined || b === undefined || Math.abs(a - b) >= least) return [...heights];
  const middle = (a + b) / 2;
  return a <= b ? [middle - least / 2, middle + least / 2] : [middle + least / 2, middle - least / 2];
}
