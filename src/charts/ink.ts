/** Small drawing helpers that chart.js has not: whiskers, an arrow, hatching, text that keeps clear of the marks. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface TextStyle {
  /** A canvas font, e.g. `bold 16px sans-serif`. */
  readonly font: string;
  readonly colour: string;
  readonly align?: CanvasTextAlign;
  /** Drawn around the letters, so that lines do not cut them. */
  readonly halo?: string;
}

/** Half the length of the bar that ends a whisker, in CSS pixels. */
const CAP = 4;

/** A straight line. */
export function line(
  ctx: CanvasRenderingContext2D,
  from: Point,
  to: Point,
  colour: string,
  width: number,
  dash: number[] = [],
): void {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
  ctx.restore();
}

/** An interval as a line with a short bar at each end; `from` and `to` share x or y. */
export function whisker(ctx: CanvasRenderingContext2D, from: Point, to: Point, colour: string, width: number): void {
  line(ctx, from, to, colour, width);
  const upright = from.x === to.x;
  for (const { x, y } of [from, to]) {
    line(
      ctx,
      { x: upright ? x - CAP : x, y: upright ? y : y - CAP },
      { x: upright ? x + CAP : x, y: upright ? y : y + CAP },
      colour,
      width,
    );
  }
}

/** An arrow that stops `gap` pixels before both points, so that the marks stay free; nothing when they are closer than that. */
export function arrow(
  ctx: CanvasRenderingContext2D,
  from: Point,
  to: Point,
  colour: string,
  width: number,
  gap: number,
): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const head = 4 * width;
  if (length < 2 * gap + head) return;
  const unit = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const at = (distance: number, aside = 0): Point => ({
    x: from.x + unit.x * distance - unit.y * aside,
    y: from.y + unit.y * distance + unit.x * aside,
  });
  const tip = length - gap;
  line(ctx, at(gap), at(tip - head + 1), colour, width);
  ctx.save();
  ctx.fillStyle = colour;
  ctx.beginPath();
  for (const [index, point] of [at(tip), at(tip - head, head / 2), at(tip - head, -head / 2)].entries()) {
    if (index) ctx.lineTo(point.x, point.y);
    else ctx.moveTo(point.x, point.y);
  }
  ctx.fill();
  ctx.restore();
}

/** Slanted hairlines inside a framed box: the sign for "not shown". */
export function hatch(ctx: CanvasRenderingContext2D, box: Box, colour: string): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  ctx.clip();
  const height = box.bottom - box.top;
  for (let x = box.left - height; x < box.right; x += 7) {
    line(ctx, { x, y: box.bottom }, { x: x + height, y: box.top }, colour, 1);
  }
  ctx.restore();
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.strokeRect(box.left + 0.5, box.top + 0.5, box.right - box.left - 1, height - 1);
  ctx.restore();
}

/** Text with its middle at `at.y`. */
export function write(
  ctx: CanvasRenderingContext2D,
  text: string,
  at: Point,
  { font, colour, align = 'left', halo }: TextStyle,
): void {
  ctx.save();
  ctx.font = font;
  ctx.textAlign = align;
  ctx.textBaseline = 'middle';
  if (halo) {
    ctx.strokeStyle = halo;
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    ctx.strokeText(text, at.x, at.y);
  }
  ctx.fillStyle = colour;
  ctx.fillText(text, at.x, at.y);
  ctx.restore();
}

/** Many short texts in one font, each with its middle at its place: the state of the canvas is set once. */
export function writeAll(
  ctx: CanvasRenderingContext2D,
  texts: readonly { readonly text: string; readonly x: number; readonly y: number; readonly colour: string }[],
  font: string,
  align: CanvasTextAlign,
): void {
  ctx.save();
  ctx.font = font;
  ctx.textAlign = align;
  ctx.textBaseline = 'middle';
  for (const { text, x, y, colour } of texts) {
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  }
  ctx.restore();
}

/** Width of `text` in CSS pixels. */
export function widthOf(ctx: CanvasRenderingContext2D, text: string, font: string): number {
  ctx.save();
  ctx.font = font;
  const { width } = ctx.measureText(text);
  ctx.restore();
  return width;
}

/** `text` in lines no wider than `room`: broken at spaces, Chinese between characters but never before a closing mark. */
export function wrap(ctx: CanvasRenderingContext2D, text: string, font: string, room: number): string[] {
  const pieces = text.match(/[\u2e80-\uffef][）】”’，。、；：]*|[^\u2e80-\uffef\s]+\s?|\s+/gu) ?? [text];
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces) {
    if (current && widthOf(ctx, (current + piece).trimEnd(), font) > room) {
      lines.push(current.trimEnd());
      current = piece;
    } else {
      current += piece;
    }
  }
  return [...lines, current.trimEnd()].filter(Boolean);
}

/** A place that labels should keep clear of, and how much. */
export interface Obstacle extends Box {
  readonly weight: number;
}

/** The boxes along a line, as obstacles for labels. */
export function boxesAlong(from: Point, to: Point, weight: number, half = 4): Obstacle[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / (2 * half)));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const x = from.x + ((to.x - from.x) * step) / steps;
    const y = from.y + ((to.y - from.y) * step) / steps;
    return { left: x - half, right: x + half, top: y - half, bottom: y + half, weight };
  });
}

/** The best of `candidates`: inside `area`, on few and light `obstacles`, and rather an early one than a late one. */
export function freest(candidates: readonly Box[], obstacles: readonly Obstacle[], area: Box): Box {
  const costs = candidates.map((box, order) => {
    const touched = obstacles.reduce((sum, other) => sum + (overlap(box, other) ? other.weight : 0), 0);
    return touched + order * 0.5 + (inside(box, area) ? 0 : 1000);
  });
  return candidates[costs.indexOf(Math.min(...costs))]!;
}

/** True where `box` lies on an obstacle of at least `weight`, or reaches out of `area`. */
export function isTaken(box: Box, obstacles: readonly Obstacle[], weight: number, area: Box): boolean {
  return !inside(box, area) || obstacles.some((other) => other.weight >= weight && overlap(box, other));
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function inside(box: Box, area: Box): boolean {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}
