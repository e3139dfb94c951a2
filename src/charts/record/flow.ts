import { isHidden, type Flow, type Level, type Hidden, type Results } from '../../core/change/types.js';
import { known, percent } from '../../core/describe/format.js';
import type { Group } from '../../core/text.js';
import { hiddenText, type ChartTable } from '../chart-table.js';
import { line, widthOf, wrap, write } from '../ink.js';
import type { KindOptions } from '../kind.js';
import type { Picture, Spot } from '../picture.js';
import { fitted, penOf, sheetPicture, type SheetBar } from '../sheet.js';
import type { DrawOptions } from '../types.js';
import { wordsOf, type ChartWords } from '../words.js';
import { tint } from '../tint.js';
import { recordWords, type RecordWords } from './words.js';

const NARROW = 560;
const THICK = 22;
const ORDER: readonly Group[] = ['resident', 'official', 'partner'];

/** How many answered and were linked, and how many preferred not to say. */
export interface FlowModel {
  readonly group: Group;
  readonly baseline: number;
  readonly endline: number;
  readonly linked: number;
  readonly silence: Readonly<Record<'baseline' | 'endline', string>>;
}

/** The flow of each group that the document has; counts are never hidden (results-paths rule 7). */
export function flowModel(results: Results, { group, locale }: KindOptions): FlowModel[] {
  const words = wordsOf(locale);
  return ORDER.filter((who) => !group || who === group).flatMap((who) => {
    const flow = results.flow[who];
    if (!flow) return [];
    const { exact, oneOff, oneOffUsed } = flow.linked;
    return [
      {
        group: who,
        baseline: flow.baseline,
        endline: flow.endline,
        linked: exact + (oneOffUsed ? oneOff : 0),
        silence: silenceOf(flow, words, recordWords[locale]),
      },
    ];
  });
}

function silenceOf({ silence }: Flow, words: ChartWords, own: RecordWords): FlowModel['silence'] {
  const said = (level: Level | Hidden): string => {
    if (isHidden(level)) return hiddenText(level, words);
    const mean = known(level.mean);
    return mean === undefined
      ? isHidden(level.mean)
        ? hiddenText(level.mean, words)
        : '–'
      : own.perCent(percent(mean));
  };
  if (isHidden(silence)) return { baseline: hiddenText(silence, words), endline: hiddenText(silence, words) };
  return { baseline: said(silence.baseline), endline: said(silence.endline) };
}

/** Every figure of the flow. */
export function flowTable(results: Results, options: KindOptions): ChartTable {
  const words = wordsOf(options.locale);
  const own = recordWords[options.locale];
  return {
    caption: own.flowCaption,
    head: [
      words.table.group,
      own.baseline,
      own.endline,
      own.linked,
      `${own.silence} · ${words.waves.baseline}`,
      `${own.silence} · ${words.waves.endline}`,
    ],
    headings: 1,
    rows: flowModel(results, options).map(({ group, baseline, endline, linked, silence }) => [
      words.groups[group],
      String(baseline),
      String(endline),
      String(linked),
      silence.baseline,
      silence.endline,
    ]),
  };
}

/** Bars of who answered before, after, and both times; silence beside (method.md §5, response flow). */
export function flowChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const words = wordsOf(options.locale);
  const own = recordWords[options.locale];
  const narrow = width < NARROW;
  const pen = penOf(options, narrow);
  const { colours, font, bold, lineHeight } = pen;
  const models = flowModel(results, options);
  const names = [own.baseline, own.endline, own.linked];
  const nameWidth = Math.ceil(Math.min(width * 0.44, Math.max(...names.map((text) => widthOf(ctx, text, font))) + 14));
  const figure = Math.ceil(widthOf(ctx, '88888', bold)) + 10;
  const most = Math.max(1, ...models.flatMap(({ baseline, endline }) => [baseline, endline]));
  const at = (count: number): number => nameWidth + (count / most) * (width - nameWidth - figure);
  const lane = THICK + 8;

  const bars: SheetBar[] = [];
  const spots: Spot[] = [];
  const draws: (() => void)[] = [];
  let y = 0;
  for (const [index, { group, baseline, endline, linked, silence }] of models.entries()) {
    const colour = pen.of(group);
    if (index) {
      const rule = y + 2;
      draws.push(() => line(ctx, { x: 0, y: rule }, { x: width, y: rule }, colours.rule, 1));
      y += 12;
    }
    const top = y + lineHeight / 2;
    draws.push(() => write(ctx, words.groups[group], { x: 0, y: top }, { font: bold, colour }));
    y += lineHeight + 4;
    for (const [row, count] of [baseline, endline, linked].entries()) {
      const level = y + lane / 2;
      const fill = [colours.surface, colour, tint(colour, colours.surface, 0.35)][row]!;
      if (count > 0) bars.push({ from: nameWidth, to: at(count), y: level, thick: THICK, fill, edge: colour });
      const name = names[row]!;
      draws.push(() => {
        write(ctx, fitted(ctx, name, font, nameWidth - 6), { x: 0, y: level }, { font, colour: colours.text });
        write(ctx, String(count), { x: at(count) + 8, y: level }, { font: bold, colour });
      });
      const said = `${words.groups[group]} · ${name}: ${count}`;
      spots.push({ left: 0, right: width, top: level - lane / 2, bottom: level + lane / 2, text: said });
      y += lane;
    }
    for (const text of wrap(ctx, own.silenceText(silence.baseline, silence.endline), font, width)) {
      const level = y + lineHeight / 2 + 2;
      draws.push(() => write(ctx, text, { x: 0, y: level }, { font, colour: colours.soft }));
      y += lineHeight;
    }
    y += 10;
  }
  const box = { left: 0, right: width, top: 0, bottom: y };
  const over = (): void => draws.forEach((draw) => draw());
  return sheetPicture({ width, height: y, box, bars, over, spots }, options, pen);
}
