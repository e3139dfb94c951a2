import { isHidden, type Change, type Hidden, type Results } from '../../core/change/types.js';
import { decimalsFor, known, points } from '../../core/describe/format.js';
import type { Group, Locale } from '../../core/text.js';
import { hiddenText, intervalText, type ChartTable } from '../chart-table.js';
import { reasonOf, type Estimate } from '../figures.js';
import { arrow, hatch, line, widthOf, write } from '../ink.js';
import type { KindOptions } from '../kind.js';
import { changeOf, constructsOf, nameOf, pairOf, type LevelFigure, type PairFigure } from '../pairs-model.js';
import type { Picture, Spot } from '../picture.js';
import { fitted, penOf, sheetPicture, spotAt, type SheetDot } from '../sheet.js';
import type { DrawOptions } from '../types.js';
import { wordsOf, type ChartWords } from '../words.js';
import { changeText, levelText } from './figure-text.js';
import { changesWords, type ChangesWords } from './words.js';

const NARROW = 560;
const LANE = 34;
const WAVES = ['baseline', 'endline'] as const;
type Wave = (typeof WAVES)[number];

/** One wave of a construct that both sides judge: both means and their difference, official minus resident. */
interface GapLane {
  readonly wave: Wave;
  readonly resident: LevelFigure | Hidden;
  readonly official: LevelFigure | Hidden;
  readonly gap: (Estimate & { readonly decimals: 0 | 1 }) | Hidden;
}

interface GapBlock {
  readonly id: string;
  readonly lanes: readonly GapLane[];
  /** How much closer the two came, in points. */
  readonly convergence?: Estimate | undefined;
}

/** Constructs that may be compared, and trust, in which each side judges the other and which is drawn as two arrows. */
export interface GapModel {
  readonly blocks: readonly GapBlock[];
  readonly trust: readonly PairFigure[];
}

/** What the chart shows. */
export function gapModel(results: Results, { construct }: KindOptions): GapModel {
  const ids = constructsOf(results, construct);
  const blocks = ids.flatMap((id): GapBlock[] => {
    const gap = results.gaps[id];
    if (!gap) return [];
    const [resident, official] = (['resident', 'official'] as const).map((group) => pairOf(results, group, id));
    const lanes = WAVES.map((wave) => ({
      wave,
      resident: resident![wave],
      official: official![wave],
      gap: gapOf(gap[wave]),
    }));
    const { convergence } = gap;
    const closer = convergence === undefined || reasonOf(convergence, 'estimate') ? undefined : convergence;
    return [
      {
        id,
        lanes,
        ...(closer !== undefined &&
          !isHidden(closer) && {
            convergence: { value: known(closer.estimate)!, low: known(closer.low), high: known(closer.high) },
          }),
      },
    ];
  });
  const both = (['resident', 'official'] as const).map((group) => pairOf(results, group, 'TR'));
  return { blocks, trust: ids.includes('TR') && !results.labels ? both : [] };
}

function gapOf(change: Change | Hidden): GapLane['gap'] {
  const read = changeOf(change);
  if (isHidden(read)) return read;
  const { value, low, high, n } = read;
  return { value, low, high, decimals: decimalsFor(Math.min(n.baseline, n.endline)) };
}

/** Every figure of the gap chart. */
export function gapTable(results: Results, options: KindOptions): ChartTable {
  const { locale } = options;
  const words = wordsOf(locale);
  const own = changesWords[locale];
  const { blocks, trust } = gapModel(results, options);
  const rows = blocks.flatMap(({ id, lanes, convergence }) =>
    lanes.map(({ wave, resident, official, gap }, index) => [
      nameOf(results, id, locale),
      words.waves[wave],
      shownLevel(resident, words),
      shownLevel(official, words),
      isHidden(gap)
        ? hiddenText(gap, words)
        : words.brackets(points(gap.value, gap.decimals, true), intervalText(gap, words, gap.decimals)),
      index && convergence ? convergedText(convergence, lanes, own, words) : '–',
    ]),
  );
  const trustRows = trust.flatMap((pair) =>
    WAVES.map((wave, index) => [
      trustName(pair.group, own),
      words.waves[wave],
      ...(['resident', 'official'] as const).map((group) =>
        group === pair.group ? shownLevel(pair[wave], words) : '–',
      ),
      '–',
      index && !isHidden(pair.change) ? own.value(words.table.change, changeText(pair.change, words)) : '–',
    ]),
  );
  return {
    caption: own.gapCaption,
    head: [
      words.table.scale,
      words.table.wave,
      words.groups.resident,
      words.groups.official,
      own.gap,
      words.table.change,
    ],
    headings: 2,
    rows: [...rows, ...trustRows],
  };
}

function shownLevel(level: LevelFigure | Hidden, words: ChartWords): string {
  return isHidden(level) ? hiddenText(level, words) : levelText(level, words);
}

function trustName(group: Group, own: ChangesWords): string {
  return own.trustOf[group === 'official' ? 'official' : 'resident'];
}

function convergedText(convergence: Estimate, lanes: readonly GapLane[], own: ChangesWords, words: ChartWords): string {
  const decimals = lanes.some(({ gap }) => !isHidden(gap) && gap.decimals === 0) ? 0 : 1;
  const { value, low, high } = convergence;
  if (value >= 0) return own.converged(points(value, decimals), intervalText(convergence, words, decimals));
  const turned = {
    value: -value,
    low: high === undefined ? undefined : -high,
    high: low === undefined ? undefined : -low,
  };
  return own.parted(points(-value, decimals), intervalText(turned, words, decimals));
}

/** The label of a gap: its size, without a verdict. */
function gapLabel(gap: GapLane['gap'], own: ChangesWords): string {
  if (isHidden(gap)) return '–';
  const size = points(Math.abs(gap.value), gap.decimals);
  return Number(size) === 0 ? own.same : own.differ(size);
}

/** Dumbbells (method.md §5): resident ● — ■ official, the row before above the row after; trust as an arrow of each side. */
export function gapChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const locale: Locale = options.locale;
  const words = wordsOf(locale);
  const own = changesWords[locale];
  const narrow = width < NARROW;
  const pen = penOf(options, narrow);
  const { colours, font, bold, lineHeight } = pen;
  const { blocks, trust } = gapModel(results, options);

  const laneNames = [...WAVES.map((wave) => words.waves[wave]), ...(trust.length ? Object.values(own.trustOf) : [])];
  const nameWidth = narrow ? 64 : Math.ceil(Math.max(...laneNames.map((text) => widthOf(ctx, text, font)))) + 22;
  const labels = blocks.flatMap(({ lanes }) => lanes.map(({ gap }) => gapLabel(gap, own)));
  const labelWidth = Math.ceil(Math.max(0, ...labels.map((text) => widthOf(ctx, text, font)))) + 16;
  const box = { left: nameWidth, right: width - labelWidth - 8, top: 0, bottom: 0 };
  const at = (value: number): number => box.left + (value / 100) * (box.right - box.left);

  const plainHeading = lineHeight + 10;
  const closer = blocks.map(({ convergence, lanes }) => convergence && convergedText(convergence, lanes, own, words));
  /** How much closer the two came stands beside the name, or below it where it does not fit. */
  const isBelow =
    narrow ||
    blocks.some(({ id }, block) => {
      const both = [widthOf(ctx, nameOf(results, id, locale), bold), widthOf(ctx, closer[block] ?? '', font)];
      return both[0]! + 16 + both[1]! > width;
    });
  const heading = plainHeading + (isBelow && closer.some(Boolean) ? lineHeight : 0);
  const blockHeight = heading + 2 * LANE + 10;
  const trustLane = narrow ? LANE + lineHeight : LANE;
  const trustTop = blocks.length * blockHeight;
  const bottom = trustTop + (trust.length ? plainHeading + trust.length * trustLane + 6 : 0);
  box.bottom = bottom;
  const laneY = (block: number, lane: number): number => block * blockHeight + heading + (lane + 0.5) * LANE;
  const trustY = (lane: number): number => trustTop + plainHeading + (lane + 1) * trustLane - LANE / 2;

  const dots: SheetDot[] = [];
  const spots: Spot[] = [];
  for (const [block, { id, lanes }] of blocks.entries()) {
    for (const [lane, { wave, resident, official }] of lanes.entries()) {
      for (const [group, figure] of [
        ['resident', resident],
        ['official', official],
      ] as const) {
        if (isHidden(figure)) continue;
        const y = laneY(block, lane);
        dots.push({ x: figure.value, y, group, hollow: wave === 'baseline' });
        const who = words.mark(words.groups[group], words.waves[wave]);
        spots.push(spotAt(at(figure.value), y, `${nameOf(results, id, locale)} · ${who}: ${levelText(figure, words)}`));
      }
    }
  }
  for (const [lane, pair] of trust.entries()) {
    for (const wave of WAVES) {
      const figure = pair[wave];
      if (isHidden(figure)) continue;
      dots.push({ x: figure.value, y: trustY(lane), group: pair.group, hollow: wave === 'baseline' });
      const who = `${trustName(pair.group, own)} · ${words.waves[wave]}`;
      spots.push(spotAt(at(figure.value), trustY(lane), `${who}: ${levelText(figure, words)}`));
    }
  }

  const under = (): void => {
    const ranges = [
      ...blocks.map((_, block) => [laneY(block, -0.5), laneY(block, 1.5)] as const),
      ...(trust.length ? [[trustTop + plainHeading, bottom - 4] as const] : []),
    ];
    for (const [top, end] of ranges) {
      for (const value of [0, 20, 40, 60, 80, 100]) {
        line(ctx, { x: at(value), y: top }, { x: at(value), y: end }, colours.rule, 1);
      }
    }
    for (const [block, { lanes }] of blocks.entries()) {
      for (const [lane, { wave, resident, official }] of lanes.entries()) {
        const y = laneY(block, lane);
        if (!isHidden(resident) && !isHidden(official)) {
          const ends = [
            { x: at(resident.value), y },
            { x: at(official.value), y },
          ] as const;
          line(ctx, ...ends, colours.control, wave === 'baseline' ? 2 : 5, wave === 'baseline' ? [5, 4] : []);
        }
        const absent = (['resident', 'official'] as const).filter((who) =>
          isHidden(who === 'resident' ? resident : official),
        );
        if (absent.length === 0) continue;
        const figure = (absent[0] === 'resident' ? resident : official) as Hidden;
        const who = absent.length === 2 ? '' : words.groups[absent[0]!];
        absence(y, who ? words.absent(who, hiddenText(figure, words)) : hiddenText(figure, words), absent.length === 2);
      }
    }
    for (const [lane, { baseline, endline }] of trust.entries()) {
      const hidden = isHidden(baseline) ? baseline : isHidden(endline) ? endline : undefined;
      if (hidden) absence(trustY(lane), hiddenText(hidden, words), isHidden(baseline) && isHidden(endline));
    }
  };

  /** The reason why a mark is not there: across the lane when nothing is, else in its corner, so that it cuts no mark. */
  function absence(y: number, reason: string, whole: boolean): void {
    const text = fitted(ctx, reason, font, box.right - box.left - 40);
    const half = widthOf(ctx, text, font);
    const left = whole ? box.left : box.right - half - 34;
    hatch(ctx, { left, right: whole ? box.right : left + 22, top: y - 10, bottom: y + 10 }, colours.rule);
    const style = { font, colour: colours.text, halo: colours.surface };
    if (whole) write(ctx, text, { x: (left + box.right) / 2, y }, { ...style, align: 'center' });
    else write(ctx, text, { x: left + 28, y }, style);
  }

  const over = (): void => {
    for (const [block, { id, lanes }] of blocks.entries()) {
      const y = block * blockHeight + lineHeight / 2 + 5;
      if (block)
        line(ctx, { x: 0, y: block * blockHeight - 4 }, { x: width, y: block * blockHeight - 4 }, colours.rule, 1);
      const name = nameOf(results, id, locale);
      write(ctx, name, { x: 0, y }, { font: bold, colour: colours.text });
      if (closer[block]) {
        const text = fitted(ctx, closer[block], font, width);
        const place = isBelow ? { x: 0, y: y + lineHeight } : { x: width, y };
        write(ctx, text, place, { font, colour: colours.soft, align: isBelow ? 'left' : 'right' });
      }
      for (const [lane, { wave, gap }] of lanes.entries()) {
        write(ctx, words.waves[wave], { x: 0, y: laneY(block, lane) }, { font, colour: colours.soft });
        const place = { x: width, y: laneY(block, lane) };
        write(ctx, gapLabel(gap, own), place, { font: bold, colour: colours.text, align: 'right' });
      }
    }
    if (!trust.length) return;
    line(ctx, { x: 0, y: trustTop - 4 }, { x: width, y: trustTop - 4 }, colours.rule, 1);
    write(
      ctx,
      nameOf(results, 'TR', locale),
      { x: 0, y: trustTop + plainHeading / 2 },
      { font: bold, colour: colours.text },
    );
    for (const [lane, { group, baseline, endline, change }] of trust.entries()) {
      const y = trustY(lane);
      const place = narrow ? { x: 0, y: y - LANE / 2 - lineHeight / 2 + 2 } : { x: 0, y };
      write(ctx, trustName(group, own), place, { font, colour: pen.of(group) });
      if (!isHidden(baseline) && !isHidden(endline)) {
        arrow(ctx, { x: at(baseline.value), y }, { x: at(endline.value), y }, pen.of(group), 2, 8);
      }
      if (isHidden(change)) continue;
      const decimals = decimalsFor(Math.min(change.n.baseline, change.n.endline));
      const style = { font: bold, colour: pen.of(group), align: 'right' as const };
      write(ctx, points(change.value, decimals, true), { x: width, y }, style);
    }
  };

  const axis = { min: 0, max: 100, ticks: [0, 20, 40, 60, 80, 100], format: (value: number) => String(value) };
  return sheetPicture({ width, height: bottom + pen.foot, box, axis, dots, under, over, spots }, options, pen);
}
