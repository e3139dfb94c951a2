import type { Results } from '../../core/change/types.js';
import type { ChartTable } from '../chart-table.js';
import { hatch, line, widthOf, wrap, write } from '../ink.js';
import type { KindOptions } from '../kind.js';
import type { Picture, Spot } from '../picture.js';
import { fitted, penOf, sheetPicture } from '../sheet.js';
import type { DrawOptions } from '../types.js';
import { contextModel, type ContextCell } from './context-model.js';
import { recordWords } from './words.js';

const NARROW = 600;
const CIRCLE = 6;
const PITCH = 17;

/** Every cell of the strips. */
export function contextTable(results: Results, options: KindOptions): ChartTable {
  const own = recordWords[options.locale];
  const strips = contextModel(results, options);
  const said = ({ steps, text }: ContextCell): string => {
    if (!steps) return text;
    const counted = `${steps.value} / ${steps.of}`;
    return text === String(steps.value) ? counted : `${counted} ${text}`;
  };
  return {
    caption: own.contextCaption,
    head: [own.part, own.what, '1', '2', '3'],
    headings: 2,
    rows: strips.flatMap(({ title, columns, rows }) =>
      rows.map(({ name, cells }) => [
        title,
        name,
        ...[0, 1, 2].map((index) => {
          const cell = cells[index];
          return cell === undefined ? '–' : columns.length > 1 ? `${columns[index] ?? ''}: ${said(cell)}` : said(cell);
        }),
      ]),
    ),
  };
}

/** Strips of circles: phases, resources by actor, groups at three levels, strategies, practices; facts of the ledger, dated. */
export function contextChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const narrow = width < NARROW;
  const pen = penOf(options, narrow);
  const { colours, font, bold, lineHeight } = pen;
  const strips = contextModel(results, options);
  const draws: (() => void)[] = [];
  const spots: Spot[] = [];
  let y = 0;

  function circles(x: number, level: number, { value, of }: NonNullable<ContextCell['steps']>): void {
    ctx.save();
    ctx.strokeStyle = colours.text;
    ctx.fillStyle = colours.text;
    ctx.lineWidth = 1.5;
    for (let at = 0; at < of; at += 1) {
      ctx.beginPath();
      ctx.arc(x + CIRCLE + 1 + at * PITCH, level, CIRCLE, 0, 2 * Math.PI);
      if (at < value) ctx.fill();
      ctx.stroke();
    }
    ctx.restore();
  }

  /** Circles with their words, or words alone, within `room`; the words go below where they do not fit beside. */
  function cell({ steps, text, hidden }: ContextCell, x: number, level: number, room: number): void {
    const used = steps ? steps.of * PITCH + 8 : 0;
    if (steps) circles(x, level, steps);
    if (hidden) hatch(ctx, { left: x, right: x + 26, top: level - 8, bottom: level + 8 }, colours.control);
    if (steps && text === String(steps.value)) return;
    const left = x + used + (hidden ? 34 : 0);
    write(
      ctx,
      fitted(ctx, text, font, x + room - left),
      { x: left, y: level },
      { font, colour: hidden || !steps ? colours.soft : colours.text },
    );
  }

  for (const [index, { title, columns, rows }] of strips.entries()) {
    if (index) {
      const rule = y + 4;
      draws.push(() => line(ctx, { x: 0, y: rule }, { x: width, y: rule }, colours.rule, 1));
      y += 16;
    }
    for (const text of wrap(ctx, title, bold, width)) {
      const level = y + lineHeight / 2;
      draws.push(() => write(ctx, text, { x: 0, y: level }, { font: bold, colour: colours.text }));
      y += lineHeight;
    }
    y += 6;
    const widest = Math.ceil(Math.max(...rows.map(({ name }) => widthOf(ctx, name, font)))) + 20;
    // Words beside the circles need a line of their own on a phone, one for each wave.
    const worded = rows.some(({ cells }) => cells.some(({ steps, text }) => !steps || text !== String(steps.value)));
    // Short names stand beside circles on a phone too.
    const beside = !narrow || (!worded && widest + columns.length * 70 <= width);
    const nameWidth = beside ? Math.min(widest, Math.round(width * 0.34)) : 0;
    const stacked = narrow && worded && columns.length > 1;
    const heads = Math.max(0, ...columns.map((text) => widthOf(ctx, text, font))) + 12;
    const room = stacked ? width - heads : (width - nameWidth) / Math.max(1, columns.length);
    if (columns.length > 1 && !stacked) {
      const level = y + lineHeight / 2;
      draws.push(() => {
        for (const [at, text] of columns.entries()) {
          write(ctx, text, { x: nameWidth + at * room, y: level }, { font, colour: colours.soft });
        }
      });
      y += lineHeight + 2;
    }
    for (const { name, cells } of rows) {
      const lines = wrap(ctx, name, font, beside ? nameWidth - 12 : width);
      const top = y;
      const first = y + lineHeight / 2;
      draws.push(() => {
        for (const [at, text] of lines.entries()) {
          write(ctx, text, { x: 0, y: first + at * lineHeight }, { font, colour: colours.text });
        }
      });
      if (!beside) y += lines.length * lineHeight + 2;
      for (const [at, each] of cells.entries()) {
        const level = y + lineHeight / 2 + (stacked ? at * (lineHeight + 2) : 0);
        const x = stacked ? heads : nameWidth + at * room;
        draws.push(() => {
          if (stacked) write(ctx, columns[at] ?? '', { x: 0, y: level }, { font, colour: colours.soft });
          cell(each, x, level, room - 8);
        });
        const said = each.steps ? `${each.steps.value} / ${each.steps.of} ${each.text}` : each.text;
        const text = [name, columns.length > 1 ? columns[at] : '', said].filter(Boolean).join(' · ');
        spots.push({ left: x, right: x + room, top: level - lineHeight / 2, bottom: level + lineHeight / 2, text });
      }
      y += stacked ? cells.length * (lineHeight + 2) + 8 : !beside ? lineHeight + 10 : lines.length * lineHeight + 6;
      y = Math.max(y, top + lineHeight + 6);
    }
    y += 4;
  }
  const box = { left: 0, right: width, top: 0, bottom: y };
  const over = (): void => draws.forEach((draw) => draw());
  return sheetPicture({ width, height: y, box, over, spots }, options, pen);
}
