import type { Results } from '../core/change/types.js';
import { drawChart } from './draw-chart.js';
import { wrap, write } from './ink.js';
import { PAPER, type ChartFonts, type DrawOptions } from './types.js';

/** What stands on the sheet around the chart. */
export interface PngParts {
  readonly results: Results;
  /** Absent: there is nothing to draw, and the words stand alone. */
  readonly options: DrawOptions | undefined;
  readonly fonts: ChartFonts;
  readonly title: string;
  /** The label of made-up data. */
  readonly stamp: string | undefined;
  readonly sentence: string;
  /** Small print, a line or more each. */
  readonly notes: readonly string[];
  /** Device pixels per CSS pixel; kept within 1–4. */
  readonly scale: number;
}

/** Width of the sheet and its margin, in CSS pixels. */
const WIDTH = 820;
const MARGIN = 28;

/**
 * The chart as a PNG on white paper, in light colours whatever the page has.
 * @throws {Error} `no-canvas` when the browser gives no 2D context or makes no file of it.
 */
export async function chartPng(parts: PngParts): Promise<Blob> {
  const { results, options, fonts, title, stamp, sentence, notes } = parts;
  const scale = Number.isFinite(parts.scale) ? Math.min(4, Math.max(1, parts.scale)) : 2;
  const room = WIDTH - 2 * MARGIN;
  const sheet = document.createElement('canvas');
  const ctx = sheet.getContext('2d');
  if (!ctx) throw new Error('no-canvas');
  const drawing = document.createElement('canvas');
  const drawn =
    options &&
    drawChart(drawing, results, {
      ...options,
      colours: PAPER,
      fonts: { ...fonts, size: 16 },
      width: room,
      pixelRatio: scale,
    });
  try {
    const lines: { text: string; font: string; colour: string; height: number; at: number }[] = [];
    let y = MARGIN;
    const put = (texts: readonly string[], size: number, colour: string, bold = false): void => {
      const font = `${bold ? 'bold ' : ''}${size}px ${fonts.family}`;
      for (const text of texts.flatMap((each) => wrap(ctx, each, font, room))) {
        const height = Math.round(size * 1.5);
        lines.push({ text, font, colour, height, at: y + height / 2 });
        y += height;
      }
    };
    put([title], 22, PAPER.text, true);
    if (stamp !== undefined) put([stamp], 15, PAPER.soft);
    y += 6;
    put([sentence], 16, PAPER.text);
    y += 16;
    const top = y;
    if (drawn) y += drawing.height / scale + 16;
    put(notes, 14, PAPER.soft);
    y += MARGIN;

    sheet.width = Math.round(WIDTH * scale);
    sheet.height = Math.round(y * scale);
    ctx.fillStyle = PAPER.surface;
    ctx.fillRect(0, 0, sheet.width, sheet.height);
    if (drawn) ctx.drawImage(drawing, Math.round(MARGIN * scale), Math.round(top * scale));
    ctx.scale(scale, scale);
    for (const { text, font, colour, at } of lines) write(ctx, text, { x: MARGIN, y: at }, { font, colour });
  } finally {
    drawn?.destroy();
  }
  const file = await new Promise<Blob | null>((done) => sheet.toBlob(done, 'image/png'));
  if (!file) throw new Error('no-canvas');
  return file;
}
