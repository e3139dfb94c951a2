import {
  isHidden,
  type Change,
  type ConstructResult,
  type GroupResult,
  type Hidden,
  type Interval,
  type Level,
  type Pair,
  type Rate,
  type Results,
  type Shown,
} from '../change/types.js';
import { indexInterval } from '../change/index-interval.js';
import { participationTrust } from '../instrument/participation-trust.js';
import { textIn, type Group, type Locale } from '../text.js';
import { decimalsFor, known, percent, points } from './format.js';
import type { ReportTableWords, RunName } from './report-table-words.js';
import { reportTablesEn } from './report-table-words.en.js';
import { reportTablesZhHans } from './report-table-words.zh-Hans.js';
import { hiddenText, reportWords } from './report.js';
import type { ReportWords } from './report-words.js';
import { smallest } from './say.js';
import { en } from './words.en.js';
import { zhHans } from './words.zh-Hans.js';

/** A table ready to be set; every row starts with its headings. Nothing in it is empty: what is not there says why, or is a dash. */
export interface ReportTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** How many cells at the start of each row are headings. */
  readonly headings: number;
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a full report that come from the results document, by section. */
export interface ReportTables {
  readonly words: ReportTableWords;
  readonly levels: readonly ReportTable[];
  readonly robust: readonly ReportTable[];
  readonly sensitivity: readonly ReportTable[];
  readonly items: readonly ReportTable[];
  readonly quality: readonly ReportTable[];
  readonly flow: readonly ReportTable[];
  readonly settings: ReportTable;
  readonly glossary: ReportTable;
}

const WAVES = ['baseline', 'endline'] as const;
const SIDES = ['resident', 'official'] as const;
const RUNS: readonly RunName[] = [
  'leaveOneOut',
  'bounds',
  'dirichlet',
  'linkedOnly',
  'exactOnly',
  'withOneOff',
  'withoutStraightLiners',
  'weightedByAge',
  'completeScalesOnly',
  'withoutNewFirstInCommand',
];
const DASH = '–';

/** The words of the tables: `en` for English, Simplified Chinese for every other locale. */
export const reportTableWords = (locale: string): ReportTableWords =>
  locale === 'en' || locale.startsWith('en-') ? reportTablesEn : reportTablesZhHans;

/** What the cells of one report are made with. */
interface Pen {
  readonly results: Results;
  readonly locale: Locale;
  readonly words: ReportTableWords;
  readonly said: ReportWords;
  readonly groups: readonly Group[];
}

/** Every table of the full report but those of the ledger, in `locale`. Hidden figures say why; nothing is computed anew. */
export function reportTables(results: Results, locale: string): ReportTables {
  const said = reportWords(locale);
  const words = reportTableWords(locale);
  const groups = SIDES.filter((group) => results.groups[group]);
  const pen: Pen = { results, locale: said.locale, words, said, groups };
  const perGroup = (make: (pen: Pen, group: Group, result: GroupResult) => ReportTable): ReportTable[] =>
    groups.map((group) => make(pen, group, results.groups[group] as GroupResult));
  return {
    words,
    levels: [...perGroup(levelsTable), ...perGroup(changesTable), gapsTable(pen)].filter(filled),
    robust: [...perGroup(designsTable), ...perGroup(movedTable), ...perGroup(reliabilityTable)].filter(filled),
    sensitivity: perGroup(sensitivityTable).filter(filled),
    items: perGroup(itemsTable).filter(filled),
    quality: [qualityTable(pen), modesTable(pen), ...perGroup(attritionTable)].filter(filled),
    flow: [flowTable(pen)].filter(filled),
    settings: settingsTable(pen),
    glossary: {
      caption: words.captions.glossary,
      head: [words.head.term, words.head.meaning],
      headings: 1,
      rows: words.glossary,
    },
  };
}

const filled = ({ rows }: ReportTable): boolean => rows.length > 0;

function nameOf({ results, locale }: Pen, id: string, group?: Group): string {
  const name = textIn(results.labels?.[id], locale) || (locale === 'en' ? en : zhHans).scale(id, group);
  return locale === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

const captionOf = ({ words, said }: Pen, caption: string, group: Group): string => words.of(caption, said.group[group]);

/** A number or why there is none. */
function cell({ said }: Pen, value: Shown | undefined, format: (value: number) => string): string {
  if (value === undefined) return DASH;
  return isHidden(value) ? hiddenText(said, value) : format(value);
}

/** "+9.5 (5.6 to 13.5)", or why there is none. */
function intervalCell(
  pen: Pen,
  figure: Interval | Hidden | undefined,
  format: (value: number) => string,
  limit = format,
): string {
  if (figure === undefined) return DASH;
  if (isHidden(figure)) return hiddenText(pen.said, figure);
  const estimate = cell(pen, figure.estimate, format);
  const [low, high] = [known(figure.low), known(figure.high)];
  if (known(figure.estimate) === undefined || low === undefined || high === undefined) return estimate;
  return pen.words.bracket(estimate, pen.words.span(limit(low), limit(high)));
}

function changeCell(pen: Pen, change: Change | Hidden | undefined): string {
  const decimals = change === undefined || isHidden(change) ? 0 : decimalsFor(smallest(change));
  return intervalCell(
    pen,
    change,
    (value) => points(value, decimals, true),
    (value) => points(value, decimals),
  );
}

/** Standardised figures and coefficients: two decimals, with a real minus sign. */
const two = (value: number): string => {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};

/** A probability, never "0.00". */
const probability = (p: number): string => (p < 0.001 ? '< 0.001' : String(Number(p.toPrecision(2))));

const shareOf = ({ said }: Pen, share: number): string => said.percent(percent(share));

function rateCell(pen: Pen, rate: Rate | Hidden | undefined): string {
  return intervalCell(pen, rate, (share) => shareOf(pen, share));
}

const shown = <T>(value: T | Hidden | undefined): T | undefined =>
  value === undefined || isHidden(value) ? undefined : value;

type Row = readonly [name: string, pair: Pair<Level | Hidden> | Hidden, holm?: Shown | undefined];

/** Every measure in points: the index, its parts, the constructs, how often, and the ladder. */
function measures(pen: Pen, group: Group, result: GroupResult): Row[] {
  const { words } = pen;
  const index: Pair<Level | Hidden> | Hidden = isHidden(result.index)
    ? result.index
    : {
        ...result.index,
        change: isHidden(result.index.change)
          ? result.index.change
          : { ...result.index.change, ...limits(indexInterval(result.index)) },
      };
  const domains = (['participation', 'trust', 'governance'] as const).map((id): Row => [
    words.domains[id],
    isHidden(result.domains) ? result.domains : result.domains[id],
  ]);
  const constructs = constructsOf(pen, result).map((id): Row => {
    const own = isHidden(result.constructs) ? result.constructs : result.constructs[id]!;
    return [nameOf(pen, id, group), own, isHidden(own) ? own : own.holm];
  });
  const frequency = Object.entries(shown(result.frequency) ?? {}).map(([id, pair]): Row => [
    words.frequency[id] ?? id,
    pair,
  ]);
  const ladder = shown(result.ladder);
  // An own instrument has constructs only.
  const whole: Row[] = pen.results.labels ? [] : [[words.index, index], ...domains];
  return [...whole, ...constructs, ...frequency, ...(ladder ? [[words.ladder, ladder.score] as const] : [])];
}

const limits = (interval: ReturnType<typeof indexInterval>) =>
  interval ? { low: interval.low, high: interval.high } : {};

function constructsOf({ results }: Pen, { constructs }: GroupResult): string[] {
  if (!isHidden(constructs)) return Object.keys(constructs);
  return results.labels ? Object.keys(results.labels) : [...Object.keys(results.settings.weights), 'BAL'];
}

function levelsTable(pen: Pen, group: Group, result: GroupResult): ReportTable {
  const { words } = pen;
  const { head } = words;
  const cells = (level: Level | Hidden): string[] => {
    if (isHidden(level)) return [hiddenText(pen.said, level), DASH, DASH];
    const format = (value: number): string => points(value, decimalsFor(level.n));
    const { mean, low, high, sd } = level;
    return [intervalCell(pen, { estimate: mean, low, high }, format), cell(pen, sd, format), String(level.n)];
  };
  return {
    caption: captionOf(pen, words.captions.levels, group),
    head: [
      head.measure,
      ...[words.before, words.after].flatMap((when) => [
        when(words.bracket(head.mean, head.interval)),
        when(head.sd),
        when(head.n),
      ]),
    ],
    headings: 1,
    rows: measures(pen, group, result).map(([name, pair]) => [
      name,
      ...(isHidden(pair) ? [...cells(pair), ...cells(pair)] : [...cells(pair.baseline), ...cells(pair.endline)]),
    ]),
  };
}

function changesTable(pen: Pen, group: Group, result: GroupResult): ReportTable {
  const { words } = pen;
  const { head } = words;
  const cells = (pair: Row[1], holm: Row[2]): string[] => {
    const change = isHidden(pair) ? pair : pair.change;
    if (isHidden(change)) return [hiddenText(pen.said, change), DASH, DASH, DASH, DASH];
    return [
      changeCell(pen, change),
      'baseline' in change.n ? `${change.n.baseline} / ${change.n.endline} / ${change.n.linked}` : DASH,
      cell(pen, change.p, probability),
      cell(pen, holm, probability),
      intervalCell(pen, change.g, two),
    ];
  };
  const share = shown(shown(result.ladder)?.share);
  const shareRow = share && [
    words.ladderShare,
    intervalCell(
      pen,
      share.change,
      (value) => words.percentagePoints(points(100 * value, 0, true)),
      (value) => points(100 * value, 0),
    ),
    DASH,
    DASH,
    DASH,
    DASH,
  ];
  return {
    caption: captionOf(pen, words.captions.changes, group),
    head: [head.measure, head.change, head.answered, head.p, head.holm, head.g],
    headings: 1,
    rows: [
      ...measures(pen, group, result).map(([name, pair, holm]) => [name, ...cells(pair, holm)]),
      ...(shareRow ? [shareRow] : []),
    ],
  };
}

function gapsTable(pen: Pen): ReportTable {
  const { words, results } = pen;
  const { head } = words;
  return {
    caption: words.captions.gaps,
    head: [head.measure, words.before(head.difference), words.after(head.difference), head.difOfChange, head.closer],
    headings: 1,
    rows: Object.entries(results.gaps).map(([id, gap]) => {
      const least = Math.min(smallest(gap.baseline), smallest(gap.endline));
      const signed = (value: number): string => points(value, decimalsFor(least), true);
      const plain = (value: number): string => points(value, decimalsFor(least));
      return [
        nameOf(pen, id),
        changeCell(pen, gap.baseline),
        changeCell(pen, gap.endline),
        intervalCell(pen, gap.didChange, signed, plain),
        intervalCell(pen, gap.convergence, signed, plain),
      ];
    }),
  };
}

type OwnRow = (own: ConstructResult) => readonly string[];

/** One row for each construct; where it is hidden, the reason in the first cell. */
function constructRows(pen: Pen, group: Group, { constructs }: GroupResult, width: number, row: OwnRow): string[][] {
  if (isHidden(constructs)) return [];
  return Object.entries(constructs).map(([id, own]) => [
    nameOf(pen, id, group),
    ...(isHidden(own) ? [hiddenText(pen.said, own), ...Array.from({ length: width - 1 }, () => DASH)] : row(own)),
  ]);
}

function designsTable(pen: Pen, group: Group, result: GroupResult): ReportTable {
  const { words } = pen;
  const { head } = words;
  return {
    caption: captionOf(pen, words.captions.designs, group),
    head: [head.measure, head.change, head.paired, head.unpaired, head.cliff, head.wilcoxon],
    headings: 1,
    rows: constructRows(pen, group, result, 5, ({ change, paired, unpaired, cliff, wilcoxon }) => [
      changeCell(pen, change),
      changeCell(pen, paired),
      changeCell(pen, unpaired),
      intervalCell(pen, cliff, two),
      wilcoxon === undefined || isHidden(wilcoxon)
        ? cell(pen, wilcoxon, String)
        : cell(pen, known(wilcoxon.exact) ?? wilcoxon.p, probability),
    ]),
  };
}

function movedTable(pen: Pen, group: Group, result: GroupResult): ReportTable {
  const { words } = pen;
  const { head } = words;
  const three = (counts: { readonly up: Shown; readonly same: Shown; readonly down: Shown } | Hidden | undefined) =>
    counts === undefined || isHidden(counts)
      ? cell(pen, counts, String)
      : [counts.up, counts.same, counts.down].map((count) => cell(pen, count, String)).join(' / ');
  return {
    caption: captionOf(pen, words.captions.moved, group),
    head: [head.measure, head.upSameDown, head.net, head.beyondError],
    headings: 1,
    rows: constructRows(pen, group, result, 3, ({ netImprovement, reliableChange }) => [
      three(netImprovement),
      intervalCell(pen, netImprovement, (share) => shareOf(pen, share).replace('-', '−')),
      three(reliableChange),
    ]),
  };
}

function reliabilityTable(pen: Pen, group: Group, result: GroupResult): ReportTable {
  const { words } = pen;
  const { head } = words;
  const cells = ({ reliability, floorCeiling }: ConstructResult, wave: (typeof WAVES)[number]): string[] => {
    const own = isHidden(reliability) ? reliability : reliability?.[wave];
    const ends = isHidden(floorCeiling) ? floorCeiling : floorCeiling?.[wave];
    return [
      own === undefined || isHidden(own)
        ? cell(pen, own, two)
        : intervalCell(pen, { estimate: own.alpha, low: own.low, high: own.high }, two),
      own === undefined || isHidden(own) ? DASH : cell(pen, own.omega, two),
      ends === undefined || isHidden(ends)
        ? cell(pen, ends, two)
        : [ends.floor, ends.ceiling].map((share) => cell(pen, share, (value) => shareOf(pen, value))).join(' / '),
    ];
  };
  return {
    caption: captionOf(pen, words.captions.reliability, group),
    head: [
      head.measure,
      ...[words.before, words.after].flatMap((when) => [when(head.alpha), when(head.omega), when(head.ends)]),
    ],
    headings: 1,
    rows: constructRows(pen, group, result, 6, (own) => WAVES.flatMap((wave) => cells(own, wave))).filter((row) =>
      row.slice(1).some((text) => text !== DASH),
    ),
  };
}

function sensitivityTable(pen: Pen, group: Group, { index }: GroupResult): ReportTable {
  const { words, said } = pen;
  const sensitivity = shown(shown(index)?.sensitivity);
  const n = isHidden(index) || isHidden(index.change) ? 0 : smallest(index.change);
  const signed = (value: number): string => points(value, decimalsFor(n), true);
  const rows = !sensitivity
    ? []
    : RUNS.flatMap((run): string[][] => {
        const figure = sensitivity[run];
        if (figure === undefined) return [];
        const name = words.runs[run];
        if (isHidden(figure)) return [[name, hiddenText(said, figure)]];
        if ('estimate' in figure) {
          return [[name, intervalCell(pen, figure, signed, (value) => points(value, decimalsFor(n)))]];
        }
        return [[name, words.span(cell(pen, figure.low, signed), cell(pen, figure.high, signed))]];
      });
  if (sensitivity && !isHidden(sensitivity.signRobust)) {
    rows.push([words.signRobust, sensitivity.signRobust ? words.yes : words.no]);
  }
  return {
    caption: captionOf(pen, words.captions.sensitivity, group),
    head: [words.head.run, words.head.change],
    headings: 1,
    rows,
  };
}

function itemsTable(pen: Pen, group: Group, result: GroupResult): ReportTable {
  const { words, results } = pen;
  const { head } = words;
  const ours = results.instrument.startsWith(`${participationTrust.id}@`);
  const items = Object.entries(shown(result.items) ?? {});
  return {
    caption: captionOf(pen, words.captions.items, group),
    head: [head.item, words.before(head.mean), words.after(head.mean), head.change, head.answered],
    headings: 1,
    rows: items.map(([id, item]) => {
      const known = ours ? participationTrust.items.find((each) => each.id === id) : undefined;
      const wording = textIn(known?.prompt[group] ?? known?.prompt.resident, pen.locale);
      const name = wording ? `${id} ${wording}` : id;
      const score = isHidden(item) ? item : item.score;
      if (isHidden(score)) return [name, hiddenText(pen.said, score), DASH, DASH, DASH];
      const mean = (level: Level | Hidden): string =>
        isHidden(level)
          ? hiddenText(pen.said, level)
          : cell(pen, level.mean, (value) => points(value, decimalsFor(level.n)));
      const { change } = score;
      return [
        name,
        mean(score.baseline),
        mean(score.endline),
        changeCell(pen, change),
        isHidden(change) || !('baseline' in change.n)
          ? DASH
          : `${change.n.baseline} / ${change.n.endline} / ${change.n.linked}`,
      ];
    }),
  };
}

function qualityTable(pen: Pen): ReportTable {
  const { words, results, groups, said } = pen;
  const { head } = words;
  return {
    caption: words.captions.quality,
    head: [head.group, head.measure, words.before(head.value), words.after(head.value)],
    headings: 2,
    rows: groups.flatMap((group) => {
      const quality = shown(results.groups[group]?.quality);
      if (!quality) return [];
      const { acquiescence, prorated } = quality;
      const rates = {
        straightLiners: quality.straightLiners,
        speeders: quality.speeders,
        acquiescence: isHidden(acquiescence) ? acquiescence : acquiescence.share,
        prorated: isHidden(prorated) ? prorated : prorated['all'],
        coded: quality.coded,
        linked: quality.linked,
      };
      return (Object.keys(rates) as (keyof typeof rates)[]).flatMap((name) => {
        const rate = rates[name];
        if (rate === undefined) return [];
        return [
          [
            said.group[group],
            words.quality[name],
            ...WAVES.map((wave) => rateCell(pen, isHidden(rate) ? rate : rate[wave])),
          ],
        ];
      });
    }),
  };
}

function modesTable(pen: Pen): ReportTable {
  const { words, results, groups, said } = pen;
  const { head } = words;
  return {
    caption: words.captions.modes,
    head: [head.group, words.flow.answered, head.self, head.helped, head.paper],
    headings: 2,
    rows: groups.flatMap((group) => {
      const modes = shown(shown(results.groups[group]?.quality)?.modes);
      if (!modes) return [];
      return WAVES.map((wave) => {
        const own = modes[wave];
        const counts = isHidden(own) ? [own, own, own] : [own.self, own.helped, own.paper];
        return [said.group[group], said.waves[wave], ...counts.map((count) => cell(pen, count, String))];
      });
    }),
  };
}

function attritionTable(pen: Pen, group: Group, result: GroupResult): ReportTable {
  const { words } = pen;
  const { head } = words;
  const attrition = shown(shown(result.quality)?.attrition) ?? {};
  return {
    caption: captionOf(pen, words.captions.attrition, group),
    head: [head.measure, ...[words.before, words.after].flatMap((when) => [when(head.g), when(head.judged)])],
    headings: 1,
    rows: Object.entries(attrition).map(([id, waves]) => [
      nameOf(pen, id, group),
      ...WAVES.flatMap((wave) => {
        const own = isHidden(waves) ? waves : waves[wave];
        return isHidden(own) ? [hiddenText(pen.said, own), DASH] : [intervalCell(pen, own, two), words.flags[own.flag]];
      }),
    ]),
  };
}

function flowTable(pen: Pen): ReportTable {
  const { words, results, said } = pen;
  const own = words.flow;
  const groups = (['resident', 'official', 'partner'] as const).filter((group) => {
    const flow = results.flow[group];
    return flow && (group !== 'partner' || flow.baseline + flow.endline > 0);
  });
  return {
    caption: words.captions.flow,
    head: [
      words.head.group,
      own.answered,
      own.exact,
      own.oneOff,
      own.ambiguous,
      own.unlinked,
      own.duplicates,
      own.conflicts,
      words.quality.silence,
    ],
    headings: 1,
    rows: groups.map((group) => {
      const { baseline, endline, linked, duplicates, conflicts, silence } = results.flow[group]!;
      const kept = WAVES.map((wave) => {
        const level = isHidden(silence) ? silence : silence[wave];
        return isHidden(level) ? hiddenText(said, level) : cell(pen, level.mean, (share) => shareOf(pen, share));
      });
      return [
        said.group[group],
        said.pair(String(baseline), String(endline)),
        String(linked.exact),
        linked.oneOff > 0 ? words.bracket(String(linked.oneOff), words.oneOffUsed(linked.oneOffUsed)) : '0',
        String(linked.ambiguous),
        said.pair(String(linked.unlinkedBaseline), String(linked.unlinkedEndline)),
        String(duplicates),
        String(conflicts),
        said.pair(kept[0]!, kept[1]!),
      ];
    }),
  };
}

function settingsTable(pen: Pen): ReportTable {
  const { words, results, said } = pen;
  const { settings, study, instrument, waves } = results;
  const own = words.settings;
  const changed = settings.changedFromDefault.map((name) => said.settingNames[name] ?? name);
  return {
    caption: words.captions.settings,
    head: [words.head.setting, words.head.value],
    headings: 1,
    rows: [
      [own.study, study.id],
      [own.instrument, instrument],
      [own.waves, said.pair(waves.baseline, waves.endline)],
      [
        own.weights,
        said.list(Object.entries(settings.weights).map(([id, weight]) => `${nameOf(pen, id)} ${two(weight)}`)) || DASH,
      ],
      [own.voice, two(settings.voice)],
      [own.relevance, String(settings.relevance)],
      [own.minimumCell, String(settings.minimumCell)],
      [own.confidence, said.percent(String(100 * settings.confidence))],
      [own.seed, String(settings.seed)],
      [own.resamples, String(settings.resamples)],
      [own.software, settings.software],
      [own.changed, said.list(changed) || words.nothingChanged],
    ],
  };
}
