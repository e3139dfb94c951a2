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
  /** How many were asked to answer, where the study says so. */
  readonly invited?: Flow['invited'];
  readonly silence: Readonly<Record<'baseline' | 'endline', string>>;
}

interface FlowRow {
  readonly name: string;
  readonly count: number;
  readonly look: 'asked' | 'before' | 'after' | 'linked';
  /** Of how many it is a part. */
  readonly of?: number | undefined;
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
        ...(flow.invited && { invited: flow.invited }),
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
  const models = flowModel(results, options);
  const asked = models.some(({ invited }) => invited) ? (['baseline', 'endline'] as const) : [];
  return {
    caption: own.flowCaption,
    head: [
      words.table.group,
      ...asked.map((wave) => (wave === 'baseline' ? own.askedBefore : own.askedAfter)),
      own.baseline,
      own.endline,
      own.linked,
      `${own.silence} · ${words.waves.baseline}`,
      `${own.silence} · ${words.waves.endline}`,
    ],
    headings: 1,
    rows: models.map(({ group, baseline, endline, linked, silence, invited }) => [
      words.groups[group],
      ...asked.map((wave) => String(invited?.[wave] ?? '–')),
      answeredText(baseline, invited?.baseline, own),
      answeredText(endline, invited?.endline, own),
      String(linked),
      silence.baseline,
      silence.endline,
    ]),
  };
}

/** "134（请到的 64 %）"; the number alone where more answered than were asked, or nobody says how many were. */
function answeredText(count: number, invited: number | undefined, own: RecordWords, short = false): string {
  return invited === undefined || invited < count || invited === 0
    ? String(count)
    : (short ? own.ofInvitedShort : own.ofInvited)(String(count), own.percent(count / invited));
}

/** Bars of who was invited, who answered before, after, and both times; silence beside (method.md §5, response flow). */
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
  const rowsOf = ({ baseline, endline, linked, invited }: FlowModel): FlowRow[] => [
    ...(invited?.baseline === undefined
      ? []
      : [{ name: own.askedBefore, count: invited.baseline, look: 'asked' as const }]),
    { name: own.baseline, count: baseline, look: 'before', of: invited?.baseline },
    ...(invited?.endline === undefined
      ? []
      : [{ name: own.askedAfter, count: invited.endline, look: 'asked' as const }]),
    { name: own.endline, count: endline, look: 'after', of: invited?.endline },
    { name: own.linked, count: linked, look: 'linked' },
  ];
  const names = models.flatMap((model) => rowsOf(model).map(({ name }) => name));
  const nameWidth = Math.ceil(Math.min(width * 0.44, Math.max(...names.map((text) => widthOf(ctx, text, font))) + 14));
  const texts = models.flatMap((model) => rowsOf(model).map(({ count, of }) => answeredText(count, of, own, narrow)));
  const figure = Math.ceil(Math.max(0, ...texts.map((text) => widthOf(ctx, text, bold)))) + 14;
  const most = Math.max(1, ...models.flatMap((model) => rowsOf(model).map(({ count }) => count)));
  const at = (count: number): number => nameWidth + (count / most) * (width - nameWidth - figure);
  const lane = THICK + 8;

  const bars: SheetBar[] = [];
  const spots: Spot[] = [];
  const draws: (() => void)[] = [];
  let y = 0;
  for (const [index, model] of models.entries()) {
    const { group, silence } = model;
    const colour = pen.of(group);
    if (index) {
      const rule = y + 2;
      draws.push(() => line(ctx, { x: 0, y: rule }, { x: width, y: rule }, colours.rule, 1));
      y += 12;
    }
    const top = y + lineHeight / 2;
    draws.push(() => write(ctx, words.groups[group], { x: 0, y: top }, { font: bold, colour }));
    y += lineHeight + 4;
    for (const { name, count, look, of } of rowsOf(model)) {
      const level = y + lane / 2;
      const fill = {
        asked: colours.surface,
        before: colours.surface,
        after: colour,
        linked: tint(colour, colours.surface, 0.35),
      }[look];
      if (count > 0 && look !== 'asked') {
        bars.push({ from: nameWidth, to: at(count), y: level, thick: THICK, fill, edge: colour });
      }
      const text = answeredText(count, of, own, narrow);
      draws.push(() => {
        if (look === 'asked') dashedFrame(ctx, { from: nameWidth, to: at(count), y: level }, colour);
        write(ctx, fitted(ctx, name, font, nameWidth - 6), { x: 0, y: level }, { font, colour: colours.text });
        const style = { font: look === 'asked' ? font : bold, colour: look === 'asked' ? colours.soft : colour };
        write(ctx, text, { x: at(count) + 8, y: level }, style);
      });
      const said = `${words.groups[group]} · ${name}: ${text}`;
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

/** People who were asked: a frame that is not there yet. */
function dashedFrame(
  ctx: CanvasRenderingContext2D,
  { from, to, y }: { readonly from: number; readonly to: number; readonly y: number },
  colour: string,
): void {
  const [top, bottom] = [y - THICK / 2, y + THICK / 2];
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.2;
  ctx.setLineDash([4, 3]);
  ctx.strokeRect(from, top, to - from, bottom - top);
  ctx.restore();
}
