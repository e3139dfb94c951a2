import pptxgenjs from 'pptxgenjs';
import { cellText } from '../export/cell-text.js';
import { INK } from './deck-charts.js';
import type { Slide, TablePart, WordsPart } from './deck-types.js';
import { addBars, addPlane } from './pptx-charts.js';
import { clipped, fittingSize, linesOf } from './fit.js';
import type { OfficeRequest } from './types.js';
import type { OfficeWords } from './words.js';

// The package gives its class as default of a module; its types were written for another way of importing.
const Presentation = pptxgenjs as unknown as typeof pptxgenjs.default;
/** A presentation that is being written. */
export type Presentation = InstanceType<typeof Presentation>;
/** One of its pages. */
export type Page = ReturnType<Presentation['addSlide']>;

/** Stands between the paragraphs of notes until `repack` makes paragraphs of them. */
export const PARAGRAPH = '\u2029';
const MASTER = 'CANYU';
/** Space in a cell, left and right and above and below together, in inches. */
const PADDING = { across: 0.16, up: 0.1 };
const LINE = 1.36 / 72;

/** What all parts of a page need to know. */
export interface Pen {
  readonly font: string;
  readonly lang: string;
}

/** Writes the pages as an Office Open XML presentation without compression; charts lack what `amendChart` adds. */
export async function writePptx(
  slides: readonly Slide[],
  { results, synthetic, locale, settingsLine }: OfficeRequest,
  own: OfficeWords,
): Promise<Uint8Array> {
  const pen: Pen = { font: own.font, lang: locale === 'en' ? 'en-GB' : 'zh-CN' };
  const deck = new Presentation();
  const title = cellText(slides[0]?.title ?? results.study.id);
  deck.layout = 'LAYOUT_WIDE';
  deck.author = 'Canyu';
  deck.company = results.settings.software;
  deck.title = synthetic === undefined ? title : `${title} (${synthetic})`;
  deck.subject = cellText(settingsLine);
  deck.theme = { headFontFace: own.font, bodyFontFace: own.font };
  deck.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      { line: { x: 0.6, y: 6.93, w: 12.13, h: 0, line: { color: INK.rule, width: 0.75 } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 0.6,
            y: 0.42,
            w: 12.13,
            h: 0.8,
            margin: 0,
            align: 'left',
            valign: 'middle',
            bold: true,
            color: INK.text,
            fontFace: own.font,
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: 12.2,
      y: 6.98,
      w: 0.53,
      h: 0.3,
      align: 'right',
      color: INK.soft,
      fontFace: own.font,
      fontSize: 10,
    },
  });
  const footer = own.footer(title, results.instrument, results.settings.software);
  for (const slide of slides) {
    const page = deck.addSlide({ masterName: MASTER });
    const size = fittingSize([slide.title], [12.13, 0.8], [28, 26, 24, 22, 20, 18]);
    page.addText(clipped(slide.title, 12.13, size, 2), {
      placeholder: 'title',
      fontSize: size,
      fontFace: own.font,
      lang: pen.lang,
    });
    if (synthetic !== undefined) {
      page.addText(cellText(synthetic), {
        x: 0.6,
        y: 0.12,
        w: 12.13,
        h: 0.3,
        margin: 0,
        fontSize: 11,
        bold: true,
        align: 'right',
        color: INK.official,
        fontFace: own.font,
        lang: pen.lang,
      });
    }
    page.addText(clipped(footer, 11.4, 10, 1), {
      x: 0.6,
      y: 6.98,
      w: 11.4,
      h: 0.3,
      margin: 0,
      fontSize: 10,
      color: INK.soft,
      fontFace: own.font,
      lang: pen.lang,
    });
    for (const part of slide.parts) {
      if (part.kind === 'words') addWords(page, part, pen);
      else if (part.kind === 'table') addTable(page, part, pen);
      else if (part.kind === 'bars') addBars(deck, page, part, pen);
      else addPlane(deck, page, part, pen);
    }
    page.addNotes(slide.notes.map(cellText).join(PARAGRAPH));
  }
  return (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
}

function addWords(
  page: Page,
  { box, lines, sizes, bold = false, bullets = false, colour = INK.text }: WordsPart,
  { font, lang }: Pen,
): void {
  if (lines.length === 0) return;
  const [x, y, w, h] = box;
  const room = bullets ? w - 0.3 : w;
  const size = fittingSize(lines, [room, h], sizes);
  const most = Math.max(1, Math.floor(h / (size * LINE)));
  let left = most;
  const kept = lines.flatMap((line, at) => {
    const own = Math.max(1, left - (lines.length - at - 1));
    if (left <= 0) return [];
    const text = clipped(line, room, size, own);
    left -= linesOf(text, room, size);
    return [text];
  });
  page.addText(
    kept.map((text) => ({ text, options: { breakLine: true, ...(bullets && { bullet: { indent: 16 } }) } })),
    { x, y, w, h, margin: 0, valign: 'top', fontSize: size, bold, color: colour, fontFace: font, lang, fit: 'none' },
  );
}

function addTable(page: Page, part: TablePart, { font, lang }: Pen): void {
  const [x, y, w, h] = part.box;
  const total = part.widths.reduce((sum, width) => sum + width, 0);
  const columns = part.widths.map((width) => (w * width) / total);
  const { size, rows } = fittedRows(part, columns, h);
  const cell = (text: string, head: boolean, first: boolean) => ({
    text,
    options: {
      bold: head || first,
      color: head ? 'FFFFFF' : INK.text,
      ...(head && { fill: { color: INK.accent } }),
    },
  });
  const height = part.tall ? (h - 0.45) / Math.max(1, rows.length) : undefined;
  page.addTable(
    [
      part.head.map((text) => cell(cellText(text), true, false)),
      ...rows.map((row) => row.map((text, at) => cell(text, false, at === 0))),
    ],
    {
      x,
      y,
      w,
      colW: columns,
      ...(height !== undefined && { rowH: [0.45, ...rows.map(() => height)] }),
      border: { type: 'solid', pt: 0.75, color: INK.rule },
      margin: [0.04, 0.07, 0.04, 0.07],
      valign: 'middle',
      fontSize: size,
      fontFace: font,
      autoPage: false,
      lang,
    },
  );
}

/** The largest type at which the rows fit; where none does, cells are cut and rows left out, and both show it. */
function fittedRows(
  part: TablePart,
  columns: readonly number[],
  height: number,
): { readonly size: number; readonly rows: readonly (readonly string[])[] } {
  const clean = part.rows.map((row) => row.map(cellText));
  const heightAt = (row: readonly string[], size: number): number =>
    Math.max(...row.map((text, at) => linesOf(text, (columns[at] ?? 1) - PADDING.across, size))) * size * LINE +
    PADDING.up;
  const all = (rows: readonly (readonly string[])[], size: number): number =>
    rows.reduce((sum, row) => sum + heightAt(row, size), heightAt(part.head, size));
  const size = part.sizes.find((each) => all(clean, each) <= height);
  if (size !== undefined) return { size, rows: clean };
  const least = part.sizes.at(-1) ?? 10;
  const short = clean.map((row) => row.map((text, at) => clipped(text, (columns[at] ?? 1) - PADDING.across, least, 2)));
  let kept = short.length;
  const ellipsis = part.head.map(() => '…');
  while (kept > 1 && all(kept < short.length ? [...short.slice(0, kept), ellipsis] : short, least) > height) kept -= 1;
  return { size: least, rows: kept < short.length ? [...short.slice(0, kept), ellipsis] : short };
}
