import { isHidden, type Results } from '../../core/change/types.js';
import { textIn, type Locale } from '../../core/text.js';
import type { EventResult } from '../../core/ledger/result.js';
import type { ChartTable } from '../chart-table.js';
import { line, widthOf, wrap, write } from '../ink.js';
import type { KindOptions } from '../kind.js';
import type { Picture, Spot } from '../picture.js';
import { penOf, sheetPicture, type SheetDot } from '../sheet.js';
import type { DrawOptions } from '../types.js';
import { recordWords, type RecordWords } from './words.js';

/** A long silence on the line is no longer than this, in CSS pixels. */
const LONGEST = 70;
const DAY = 86_400_000;

/** The events of the document, by date. */
export function timelineModel(results: Results): readonly EventResult[] {
  const events = results.ledger?.events;
  if (events === undefined || isHidden(events)) return [];
  return [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** A wave of the study on the line: the days on which it could be answered. */
export interface TimelineWave {
  readonly opens: string;
  readonly closes: string;
  readonly label: string;
}

/** Baseline and endline as far as the document says when they were open; a wave with one date begins and ends on it. */
export function timelineWaves({ study }: Results, locale: Locale): TimelineWave[] {
  return (study.waves ?? []).flatMap(({ id, label, opens, closes }) => {
    const [first, last] = [opens ?? closes, closes ?? opens];
    if (first === undefined || last === undefined) return [];
    return [{ opens: first, closes: last, label: textIn(label, locale) || id }];
  });
}

function whatOf({ event, label, handover }: EventResult, own: RecordWords): string {
  const handed =
    event === 'fic-change' && handover !== undefined ? (handover ? own.handedOver : own.notHandedOver) : '';
  return [label, handed].filter(Boolean).join(' · ');
}

/** Every event of the line. */
export function timelineTable(results: Results, { locale }: KindOptions): ChartTable {
  const own = recordWords[locale];
  return {
    caption: own.timelineCaption,
    head: [own.date, own.kind, own.what],
    headings: 1,
    rows: [
      ...[
        ...timelineModel(results).map((event) => [event.date, own.events[event.event], whatOf(event, own)]),
        ...timelineWaves(results, locale).map(({ opens, closes, label }) => [
          opens,
          own.survey,
          `${label}${locale === 'en' ? ', ' : '，'}${own.days(opens, closes)}`,
        ]),
      ].sort(byDate),
      ...(results.ledger?.asOf === undefined ? [] : [[results.ledger.asOf, '–', own.read]]),
    ],
  };
}

/** A line from top to bottom, longer where more time passed; changes of first-in-command stand out (method.md §5). */
export function timelineChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const own = recordWords[options.locale];
  const pen = penOf(options, width < 560);
  const { colours, font, bold, lineHeight } = pen;
  const events = timelineModel(results);
  const asOf = results.ledger?.asOf;
  const waves = timelineWaves(results, options.locale);
  const rows = [
    ...[
      ...events.map((event) => ({
        date: event.date,
        head: own.events[event.event],
        text: whatOf(event, own),
        strong: event.event === 'fic-change',
        wave: false,
      })),
      ...waves.map(({ opens, closes, label }) => ({
        date: opens,
        head: own.wave(label),
        text: own.days(opens, closes),
        strong: true,
        wave: true,
      })),
    ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    ...(asOf !== undefined &&
    asOf >= [...events.map(({ date }) => date), ...waves.map(({ opens }) => opens)].reduce(later, '')
      ? [{ date: asOf, head: '', text: own.read, strong: false, wave: false }]
      : []),
  ];
  const dateWidth = Math.ceil(widthOf(ctx, '2026-88-88', font)) + 18;
  const from = dateWidth + 24;
  const first = Date.parse(rows[0]?.date ?? '');
  const span = Math.max(1, (Date.parse(rows.at(-1)?.date ?? '') - first) / DAY);

  let y = 8;
  const placed = rows.map((row, index) => {
    const previous = rows[index - 1];
    const days = previous ? (Date.parse(row.date) - Date.parse(previous.date)) / DAY : 0;
    if (previous) y += Math.min(LONGEST, Number.isFinite(days) ? (days / span) * 30 * rows.length : 0) * 0.6 + 10;
    const lines = wrap(ctx, row.text, font, width - from);
    const top = y;
    y += (row.head ? lineHeight : 0) + lines.length * lineHeight;
    return { ...row, lines, top, mark: top + lineHeight / 2 };
  });
  const height = y + 12;
  const x = dateWidth + 2;
  const dots: SheetDot[] = placed
    .filter(({ head, wave }) => head !== '' && !wave)
    .map(({ mark, strong }) => ({ x, y: mark, group: 'partner', hollow: !strong }));
  const spots: Spot[] = placed.map(({ date, head, text, top, mark }) => ({
    left: 0,
    right: width,
    top,
    bottom: mark + lineHeight,
    text: [date, head, text].filter(Boolean).join(' · '),
  }));
  const under = (): void => {
    // A wave is a band across the sheet, with bars at both sides that show in grey and in forced colours too.
    for (const { wave, top, lines } of placed) {
      if (!wave) continue;
      const bottom = top + (1 + lines.length) * lineHeight;
      ctx.fillStyle = colours.notice;
      ctx.fillRect(0, top - 3, width, bottom - top + 6);
      for (const y of [top - 3, bottom + 3]) line(ctx, { x: 0, y }, { x: width, y }, colours.control, 1);
    }
    line(ctx, { x, y: placed[0]?.mark ?? 0 }, { x, y: placed.at(-1)?.mark ?? 0 }, colours.control, 2);
  };
  const over = (): void => {
    for (const { date, head, lines, mark, strong, wave } of placed) {
      if (wave) {
        ctx.fillStyle = colours.text;
        ctx.fillRect(x - 4, mark - 9, 8, lines.length * lineHeight + 18);
      }
      write(ctx, date, { x: 0, y: mark }, { font: strong ? bold : font, colour: strong ? colours.text : colours.soft });
      if (head) write(ctx, head, { x: from, y: mark }, { font: bold, colour: colours.text });
      else line(ctx, { x: x - 8, y: mark }, { x: x + 8, y: mark }, colours.control, 2);
      for (const [index, text] of lines.entries()) {
        const level = mark + (index + (head ? 1 : 0)) * lineHeight;
        write(ctx, text, { x: from, y: level }, { font, colour: head ? colours.text : colours.soft });
      }
    }
  };
  const box = { left: 0, right: width, top: 0, bottom: height };
  return sheetPicture({ width, height, box, dots, under, over, spots }, options, pen);
}

const byDate = (a: readonly (string | undefined)[], b: readonly (string | undefined)[]): number =>
  (a[0] ?? '') < (b[0] ?? '') ? -1 : (a[0] ?? '') > (b[0] ?? '') ? 1 : 0;

const later = (a: string, b: string): string => (a > b ? a : b);
