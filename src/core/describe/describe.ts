import { indexInterval } from '../change/index-interval.js';
import {
  isHidden,
  type Flow,
  type Gap,
  type GroupResult,
  type Hidden,
  type IndexResult,
  type Results,
} from '../change/types.js';
import { textIn, type Group } from '../text.js';
import { detailEn } from './detail-words.en.js';
import { detailZhHans } from './detail-words.zh-Hans.js';
import {
  sayFrequency,
  sayItems,
  sayLadder,
  sayLedger,
  sayMoved,
  sayQuality,
  saySensitivity,
  type Language,
  type LedgerSentences,
} from './details.js';
import { decimalsFor, known, percent, points } from './format.js';
import { missing, saidChange, saidLevel, sayPair, smallest } from './say.js';
import { en } from './words.en.js';
import type { SaidChange, Words } from './words.js';
import { zhHans } from './words.zh-Hans.js';

/** One sentence or a few for each figure of a results document. What is hidden says what is missing. */
export interface Description {
  /** The finding: the index of residents and of officials, side by side. */
  readonly headline: string;
  readonly index: Readonly<Partial<Record<Group, string>>>;
  readonly joint: string;
  readonly domains: Readonly<
    Partial<Record<Group, { readonly participation: string; readonly trust: string; readonly governance: string }>>
  >;
  readonly constructs: Readonly<Partial<Record<Group, Readonly<Record<string, string>>>>>;
  readonly gaps: Readonly<Record<string, string>>;
  readonly flow: Readonly<Partial<Record<Group, string>>>;
  /** How far residents were involved in the focal matter. */
  readonly ladder: Readonly<Partial<Record<Group, string>>>;
  /** How often, by score. */
  readonly frequency: Readonly<Partial<Record<Group, Readonly<Record<string, string>>>>>;
  /** Of the people asked twice, how many moved up and down, by construct. */
  readonly moved: Readonly<Partial<Record<Group, Readonly<Record<string, string>>>>>;
  /** What people said, by item; the wording of the items is the instrument's. */
  readonly items: Readonly<Partial<Record<Group, Readonly<Record<string, string>>>>>;
  /** How the sheets were filled in. */
  readonly quality: Readonly<Partial<Record<Group, string>>>;
  /** Other ways to compute the index; absent where there is none. */
  readonly sensitivity: Readonly<Partial<Record<Group, string>>>;
  /** What was done; parts without rows are absent. */
  readonly ledger: LedgerSentences;
  /** The text alternatives of the two main charts. */
  readonly charts: { readonly plane: string; readonly forest: string };
}

/** Fewest people of an index (method.md §3.21). */
const INDEX_FROM = 10;
const SCALES = ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV'] as const;

/**
 * A results document in sentences: `en` for English, Simplified Chinese for every other locale (design.md §2, §7; method.md §5). Each number
 * comes with its interval; points are whole numbers where fewer than 20 answered. Residents and officials are never ranked.
 */
export function describeResults(results: Results, locale: string): Description {
  const english = locale === 'en' || locale.startsWith('en-');
  const words = english ? en : zhHans;
  const language: Language = { words, details: english ? detailEn : detailZhHans };
  const groups = Object.keys(results.groups) as Group[];
  /** What the constructs of an own instrument are called; ours are known by their ids. */
  const named = (id: string): string => textIn(results.labels?.[id], locale) || id;
  const byGroup = <T>(say: (group: Group, result: GroupResult) => T): Partial<Record<Group, T>> =>
    Object.fromEntries(groups.map((group) => [group, say(group, results.groups[group] as GroupResult)]));

  const index = byGroup((group, result) => sayIndex(words, results, group, result.index));
  const pair = (['resident', 'official'] as const).flatMap((group) => index[group] ?? []);
  return {
    headline: words.join([...(results.study.synthetic ? [words.synthetic] : []), ...pair]),
    index,
    joint: sayJoint(words, results),
    domains: byGroup((group, { domains }) => {
      const say = (id: 'participation' | 'trust' | 'governance'): string =>
        sayPair(words, results, group, words.domain(id, group), isHidden(domains) ? domains : domains[id]);
      return { participation: say('participation'), trust: say('trust'), governance: say('governance') };
    }),
    constructs: byGroup((group, { constructs }) => {
      const all = results.labels ? Object.keys(results.labels) : [...Object.keys(results.settings.weights), 'BAL'];
      const ids = isHidden(constructs) ? all : Object.keys(constructs);
      return Object.fromEntries(
        ids.map((id) => {
          const construct = isHidden(constructs) ? constructs : constructs[id];
          const said = sayPair(words, results, group, words.construct(named(id), group), construct);
          const shown = construct !== undefined && !isHidden(construct) && !isHidden(construct.change);
          return [id, id === 'CJ' && shown ? words.join([said, words.lessIsBetter]) : said];
        }),
      );
    }),
    gaps: Object.fromEntries(
      Object.entries(results.gaps).map(([id, gap]) => [id, sayGap(words, results, id, gap, named(id))]),
    ),
    flow: Object.fromEntries(
      (Object.keys(results.flow) as Group[]).map((group) => [
        group,
        sayFlow(words, group, results.flow[group] as Flow),
      ]),
    ),
    ladder: byGroup((group, result) => sayLadder(language, results, group, result)),
    frequency: byGroup((group, result) => sayFrequency(language, results, group, result)),
    moved: byGroup((group, result) => sayMoved(language, group, result)),
    items: byGroup((group, result) => sayItems(language, group, result)),
    quality: byGroup((group, result) => sayQuality(language, group, result)),
    sensitivity: withoutAbsent(byGroup((_, result) => saySensitivity(language, result))),
    ledger: sayLedger(language, results),
    charts: { plane: sayPlane(words, results), forest: sayForest(words, results) },
  };
}

function withoutAbsent(sentences: Partial<Record<Group, string | undefined>>): Partial<Record<Group, string>> {
  return Object.fromEntries(Object.entries(sentences).filter(([, sentence]) => sentence !== undefined));
}

function sayIndex(words: Words, results: Results, group: Group, index: IndexResult | Hidden): string {
  const needed = Math.max(INDEX_FROM, results.settings.minimumCell);
  if (isHidden(index)) return missing(words, results, group, needed, index);
  const said = saidIndex(index);
  if (!said) return words.absentGroup(group, words.notShown);
  const verdict = isHidden(index.verdict) ? undefined : words.verdict[index.verdict];
  return words.indexChange(group, words.change(said), verdict, indexInterval(index)?.communities);
}

/** The index with the interval that its verdict goes by. */
function saidIndex(index: IndexResult): SaidChange | undefined {
  const interval = indexInterval(index);
  return interval && saidChange({ ...index.change, ...interval }, smallest(index.change));
}

function sayJoint(words: Words, results: Results): string {
  const { change } = results.joint.index;
  const said = saidChange(change, smallest(change));
  const sides = (['resident', 'official'] as const).map((group) => {
    const index = results.groups[group]?.index;
    return index === undefined || isHidden(index) || isHidden(index.change) ? undefined : known(index.change.estimate);
  });
  const ends = sides.filter((value): value is number => value !== undefined).sort((a, b) => a - b);
  if (!said || ends.length < 2) return words.jointHidden;
  const decimals = decimalsFor(smallest(change));
  const [low, high] = ends.map((value) => points(value, decimals, true));
  return words.joint(words.change(said), low as string, high as string);
}

function sayGap(words: Words, results: Results, id: string, gap: Gap, name: string): string {
  const what = words.scale(name);
  const parts = (['baseline', 'endline'] as const).flatMap((wave) => {
    const change = gap[wave];
    const estimate = isHidden(change) ? undefined : known(change.estimate);
    if (estimate === undefined) return [];
    const size = points(Math.abs(estimate), decimalsFor(smallest(change)));
    return [words.gapWave(wave, Number(size) === 0 ? 0 : estimate, size)];
  });
  if (parts.length === 0) return words.gapHidden(what);
  const n = Math.min(smallest(gap.baseline), smallest(gap.endline));
  const did = saidChange(gap.didChange, n);
  const own = (['resident', 'official'] as const).map((group) => {
    const constructs = results.groups[group]?.constructs;
    const construct = constructs === undefined || isHidden(constructs) ? undefined : constructs[id];
    const change = construct === undefined || isHidden(construct) ? undefined : construct.change;
    const said = saidChange(change, smallest(change));
    return said && words.change(said);
  });
  const [resident, official] = own;
  const sentences = [words.gap(what, parts, did && words.change(did))];
  if (resident !== undefined && official !== undefined) sentences.push(words.bothChanges(resident, official));
  else if (resident !== undefined) sentences.push(words.groupChange('resident', resident));
  else if (official !== undefined) sentences.push(words.groupChange('official', official));
  return words.join(sentences);
}

function sayFlow(words: Words, group: Group, flow: Flow): string {
  const { exact, oneOff, oneOffUsed, ambiguous } = flow.linked;
  const { baseline, endline } = flow.invited ?? {};
  const asked = baseline === undefined && endline === undefined ? [] : [words.invited(baseline, endline)];
  const sentences = [words.flow(group, flow.baseline, flow.endline, exact + (oneOffUsed ? oneOff : 0))];
  if (oneOff > 0) sentences.push(words.oneOff(oneOff, oneOffUsed));
  if (ambiguous > 0) sentences.push(words.ambiguous(ambiguous));
  if (flow.duplicates > 0) sentences.push(words.duplicates(flow.duplicates));
  if (flow.conflicts > 0) sentences.push(words.conflicts(flow.conflicts));
  sentences.push(...asked);
  if (!isHidden(flow.silence)) {
    const [before, after] = [flow.silence.baseline, flow.silence.endline].map((level) =>
      isHidden(level) ? undefined : known(level.mean),
    );
    if (before !== undefined && after !== undefined) sentences.push(words.silence(percent(before), percent(after)));
  }
  return words.join(sentences);
}

/** The groups of the two main charts; partners are not asked the six scales (method.md §2.1). */
function chartGroups(results: Results): readonly Group[] {
  return (['resident', 'official'] as const).filter((group) => results.groups[group]);
}

function sayPlane(words: Words, results: Results): string {
  const sentences = chartGroups(results).map((group) => {
    const constructs = results.groups[group]?.constructs;
    const [cj, cy] = (['CJ', 'CY'] as const).map((id) => {
      const construct = constructs === undefined || isHidden(constructs) ? undefined : constructs[id];
      if (construct === undefined || isHidden(construct)) return undefined;
      const [before, after] = [saidLevel(construct.baseline), saidLevel(construct.endline)];
      const change = saidChange(construct.change, smallest(construct.change));
      return before === undefined || after === undefined || !change
        ? undefined
        : words.planePart(words.scale(id), before, after, words.change(change));
    });
    return cj !== undefined && cy !== undefined
      ? words.planeGroup(group, cj, cy)
      : words.absentGroup(group, missing(words, results, group, results.settings.minimumCell));
  });
  return words.join([words.plane, ...sentences]);
}

function sayForest(words: Words, results: Results): string {
  const sentences = chartGroups(results).map((group) => {
    const { index, constructs } = results.groups[group] as GroupResult;
    const said = isHidden(index) ? undefined : saidIndex(index);
    const first = said && words.forestPart(words.index, said);
    const clear: string[] = [];
    const unclear: string[] = [];
    const untested: string[] = [];
    for (const id of SCALES) {
      const construct = isHidden(constructs) ? undefined : constructs[id];
      if (construct === undefined || isHidden(construct)) continue;
      const change = saidChange(construct.change, smallest(construct.change), id === 'CJ');
      if (!change) continue;
      const holm = known(construct.holm);
      const name = id === 'CJ' ? words.reversed(words.scale(id, group)) : words.scale(id, group);
      if (holm === undefined) untested.push(words.forestPart(name, change));
      else if (holm < 0.05) clear.push(words.forestPart(name, change));
      else unclear.push(name);
    }
    return first === undefined && clear.length + unclear.length + untested.length === 0
      ? words.absentGroup(group, missing(words, results, group, results.settings.minimumCell))
      : words.forestGroup(group, first, clear, unclear, untested);
  });
  return words.join([words.forest, ...sentences]);
}
