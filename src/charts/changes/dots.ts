import type { Histogram } from '../../core/change/types.js';
import type { Group } from '../../core/text.js';
import { line } from '../ink.js';
import type { Pen } from '../sheet.js';

/** Side of the square that a dot takes, in CSS pixels. */
const DOT = 5;
/** Most rows of a stack, and the room above and below it. */
const ROWS = 8;
const AIR = 5;

/** How many people a dot stands for: few enough dots that every stack of every histogram fits; `width` is that of 100 points. */
export function peoplePerDot(histograms: readonly Histogram[], width: number): number {
  const fits = (people: number): boolean => histograms.every((own) => rowsOf(own, width, people) <= ROWS);
  for (let ten = 1; ; ten *= 10) {
    const found = [ten, 2 * ten, 5 * ten].find(fits);
    if (found !== undefined) return found;
  }
}

/** Height of the dots of the tallest of some histograms; 0 without any. */
export function stackHeight(histograms: readonly Histogram[], width: number, people: number): number {
  const rows = Math.max(0, ...histograms.map((own) => rowsOf(own, width, people)));
  return rows > 0 ? rows * DOT + AIR : 0;
}

/** Rows of the fullest bin; `width` is that of 100 points. */
function rowsOf({ edges, counts }: Histogram, width: number, people: number): number {
  const rows = counts.map((count, i) =>
    Math.ceil(dotsOf(count, people) / columnsOf(((edges[i + 1]! - edges[i]!) / 100) * width)),
  );
  return Math.max(...rows);
}

const dotsOf = (count: number, people: number): number => Math.max(1, Math.round(count / people));
const columnsOf = (width: number): number => Math.max(1, Math.floor(width / DOT + 1e-6));

/** What dots are drawn with. */
export interface DotStyle {
  readonly group: Group;
  readonly hollow: boolean;
  readonly people: number;
}

/**
 * People as dots above `y`: those of a bin stand evenly over its width, in as many rows as they need, so that wide bins with few people look
 * thin and no dot is anybody's score. Ticks mark the bins.
 */
export function drawDots(
  ctx: CanvasRenderingContext2D,
  { edges, counts }: Histogram,
  at: (value: number) => number,
  y: number,
  { group, hollow, people }: DotStyle,
  pen: Pen,
): void {
  ctx.save();
  ctx.strokeStyle = pen.of(group);
  ctx.fillStyle = hollow ? pen.colours.surface : pen.of(group);
  ctx.lineWidth = 1;
  counts.forEach((count, i) => {
    const [left, right] = [at(edges[i]!), at(edges[i + 1]!)];
    const dots = dotsOf(count, people);
    const rows = Math.ceil(dots / columnsOf(right - left));
    for (let row = 0; row < rows; row += 1) {
      // Rows as alike as can be, so that the stack is level.
      const inRow = Math.round((dots * (row + 1)) / rows) - Math.round((dots * row) / rows);
      for (let j = 0; j < inRow; j += 1) {
        const x = left + ((j + 0.5) * (right - left)) / inRow;
        mark(ctx, x, y - DOT / 2 - row * DOT, group);
      }
    }
  });
  ctx.restore();
  for (const edge of edges) line(ctx, { x: at(edge), y }, { x: at(edge), y: y + 4 }, pen.colours.control, 1);
  line(ctx, { x: at(edges[0]!), y }, { x: at(edges.at(-1)!), y }, pen.colours.control, 1);
}

function mark(ctx: CanvasRenderingContext2D, x: number, y: number, group: Group): void {
  ctx.beginPath();
  if (group === 'resident') ctx.arc(x, y, 1.9, 0, 2 * Math.PI);
  else ctx.rect(x - 1.8, y - 1.8, 3.6, 3.6);
  ctx.fill();
  ctx.stroke();
}
