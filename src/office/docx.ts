import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { cellText } from '../export/cell-text.js';
import { lineWidth } from './fit.js';
import type { Block } from './report.js';
import type { OfficeRequest, PngPicture, WordTable } from './types.js';
import type { OfficeWords } from './words.js';

/** A4 and its margins, in twentieths of a point. */
const PAPER = { width: 11906, height: 16838, margin: 1134 };
const TEXT_WIDTH = PAPER.width - 2 * PAPER.margin;
/** Largest picture, in pixels of 1/96 inch. */
const WIDEST = 640;
const HIGHEST = 690;
/** Eight bytes with which every PNG begins. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MARKED = 12;
/** Widths of columns relative to each other, in sizes of the type. */
const NARROWEST_COLUMN = 3.5;
const WIDEST_COLUMN = 18;

/**
 * Writes the blocks as a Word document (A4). In place of each picture it holds a mark, which `pictureOf` reads: the writer would
 * compress pictures in one go.
 */
export async function writeDocx(
  blocks: readonly Block[],
  request: OfficeRequest,
  own: OfficeWords,
): Promise<Uint8Array> {
  const { results, synthetic, settingsLine, locale } = request;
  const { report } = own;
  const lang = { value: 'en-GB', eastAsia: 'zh-CN' };
  const title = cellText(blocks[0]?.kind === 'title' ? blocks[0].text : results.study.id);
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: '1B1B1F', font: own.font },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  let pictures = 0;
  const document = new Document({
    title,
    subject: cellText(settingsLine),
    creator: 'Canyu',
    lastModifiedBy: 'Canyu',
    description: cellText(synthetic === undefined ? settingsLine : `${synthetic}. ${settingsLine}`),
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: own.font, hAnsi: own.font, eastAsia: 'Microsoft YaHei', cs: own.font },
            size: 22,
            language: lang,
          },
          paragraph: { spacing: { after: 120, line: locale === 'en' ? 290 : 310, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { size: 44, bold: true, color: '1B1B1F', font: own.font },
          paragraph: { spacing: { after: 160 } },
        },
        heading1: heading(32, 360),
        heading2: heading(26, 280),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAPER.width, height: PAPER.height },
            margin: { top: PAPER.margin, bottom: PAPER.margin, left: PAPER.margin, right: PAPER.margin },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  ...(synthetic === undefined
                    ? []
                    : [run(`${synthetic}  `, { size: 18, bold: true, color: 'B8500A' })]),
                  run(short(title, 40), { size: 18, color: '5A5A63' }),
                ],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO },
                children: [run(settingsLine, { size: 14, color: '5A5A63' })],
              }),
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: report
                  .page('\u0000')
                  .split('\u0000')
                  .flatMap((text, at) => [
                    ...(at > 0 ? [new TextRun({ children: [PageNumber.CURRENT], size: 16, color: '5A5A63' })] : []),
                    run(text, { size: 16, color: '5A5A63' }),
                  ]),
              }),
            ],
          }),
        },
        children: blocks.flatMap((block) => {
          switch (block.kind) {
            case 'title':
              return [new Paragraph({ heading: HeadingLevel.TITLE, children: [run(block.text)] })];
            case 'heading':
              return [
                new Paragraph({
                  heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
                  children: [run(block.text)],
                }),
              ];
            case 'words':
              return block.lines.map(
                (line) =>
                  new Paragraph({
                    ...(block.bullets && { bullet: { level: 0 } }),
                    ...(block.keep && { keepNext: true }),
                    children: [
                      run(line, {
                        ...(block.small && { size: 18, color: '5A5A63' }),
                        ...(block.strong && { bold: true }),
                      }),
                    ],
                  }),
              );
            case 'picture':
              return [picture(block.picture, block.alt, pictures++)];
            case 'table':
              return [...table(block.table), new Paragraph({ spacing: { after: 60 }, children: [] })];
          }
        }),
      },
    ],
  });
  return new Uint8Array(await Packer.pack(document, 'uint8array'));
}

type RunLook = Readonly<Partial<Record<'size', number> & Record<'bold', boolean> & Record<'color', string>>>;

/** Words, each line of its own where the text has several. */
function run(text: string, look: RunLook = {}): TextRun {
  const [first = '', ...more] = cellText(text).split('\n');
  return new TextRun({
    ...look,
    children: [first, ...more.flatMap((line) => [new TextRun({ text: line, break: 1, ...look })])] as never,
  });
}

const short = (text: string, longest: number): string => {
  const letters = Array.from(text);
  return letters.length <= longest ? text : `${letters.slice(0, longest).join('')}…`;
};

function picture({ width, height }: PngPicture, alt: string, number: number): Paragraph {
  const shrink = Math.min(1, WIDEST / width, HIGHEST / height);
  const mark = new Uint8Array(MARKED);
  mark.set(SIGNATURE);
  new DataView(mark.buffer).setUint32(SIGNATURE.length, number);
  const words = cellText(alt);
  return new Paragraph({
    spacing: { before: 80, after: 80, line: 240, lineRule: LineRuleType.AUTO },
    keepNext: true,
    children: [
      new ImageRun({
        type: 'png',
        data: mark,
        transformation: { width: Math.round(width * shrink), height: Math.round(height * shrink) },
        altText: { name: `picture-${number + 1}`, description: words, title: short(words, 80) },
      }),
    ],
  });
}

/** The number of the picture that belongs in the place of these bytes; undefined for other files. */
export function pictureOf(bytes: Uint8Array): number | undefined {
  if (bytes.length !== MARKED || !SIGNATURE.every((byte, at) => bytes[at] === byte)) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(SIGNATURE.length);
}

/** Columns as wide as what stands in them, within limits, together as wide as the text of the page. */
function columnWidths(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const wanted = head.map((name, at) => {
    const longest = Math.max(...rows.map((row) => lineWidth(row[at] ?? '')), 0);
    return Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, longest, lineWidth(name) / 2));
  });
  const all = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => Math.floor((width * TEXT_WIDTH) / all));
}

function table({ caption, head, headings, rows }: WordTable): (Paragraph | Table)[] {
  const columns = head.length;
  const widths = columnWidths(head, rows);
  const border = { style: BorderStyle.SINGLE, size: 4, color: 'D8D8DC' };
  const borders = { top: border, bottom: border, left: border, right: border };
  const cell = (text: string, at: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      borders,
      ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'E3F0EF', color: 'auto' } }),
      children: [
        new Paragraph({
          spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO },
          children: [run(text, { size: columns > 5 ? 16 : 18, bold: isHead || at < headings })],
        }),
      ],
    });
  return [
    ...(caption
      ? [
          new Paragraph({
            keepNext: true,
            spacing: { before: 120, after: 60 },
            children: [run(caption, { size: 18, bold: true })],
          }),
        ]
      : []),
    new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, at) => cell(text, at, true)) }),
        ...rows.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: head.map((_, at) => cell(row[at] ?? '', at, false)),
            }),
        ),
      ],
    }),
  ];
}
