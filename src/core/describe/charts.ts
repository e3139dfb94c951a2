import { isHidden, type Hidden, type ItemAnswers, type Level, type Results } from '../change/types.js';
import { textIn, type Group } from '../text.js';
import { chartSentencesEn, chartSentencesZhHans, type ChartSentences } from './chart-words.js';
import { describeResults } from './describe.js';
import { decimalsFor, known, percent, points } from './format.js';
import { saidChange, saidLevel, smallest } from './say.js';
import { en } from './words.en.js';
import type { Words } from './words.js';
import { zhHans } from './words.zh-Hans.js';

/** The charts beside plane and forest, whose sentences `describeResults` has. */
export type FurtherChart =
  'estimation' | 'slope' | 'gap' | 'likert' | 'ladder' | 'contributions' | 'loop' | 'timeline' | 'flow' | 'context';

/** What of a chart is shown. */
export interface ChartChoice {
  /** Only this group; residents and officials when absent. */
  readonly group?: Group | undefined;
  /** Only this construct; all of them when absent. */
  readonly construct?: string | undefined;
  /** Items of the chart with their wording, in order (likert). */
  readonly items?: readonly { readonly id: string; readonly wording: (group: Group) => string }[] | undefined;
}

interface Context extends ChartChoice {
  readonly results: Results;
  readonly locale: string;
  readonly words: Words;
  readonly said: ChartSentences;
  readonly groups: readonly Group[];
}

const SCALES = ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV'];

/**
 * The text alternative of a chart (method.md §5): `en` for English, Simplified Chinese for every other locale. Numbers come with their
 * intervals where the chart draws them; what is hidden is said to be; residents and officials are never ranked. Never empty.
 */
export function describeChart(results: Results, locale: string, type: FurtherChart, choice: ChartChoice = {}): string {
  const english = locale === 'en' || locale.startsWith('en-');
  const wanted: readonly Group[] = choice.group ? [choice.group] : ['resident', 'official'];
  const context: Context = {
    ...choice,
    results,
    locale,
    words: english ? en : zhHans,
    said: english ? chartSentencesEn : chartSentencesZhHans,
    groups: wanted.filter((group) => results.groups[group] ?? results.flow[group]),
  };
  return SAYINGS[type](context);
}

const SAYINGS: Readonly<Record<FurtherChart, (context: Context) => string>> = {
  estimation: sayEstimation,
  slope: (context) => sayScales(context, context.said.slope, levelsPart),
  gap: sayGaps,
  likert: sayLikert,
  ladder: ({ results, locale, groups, said }) => {
    const { ladder } = describeResults(results, locale);
    return said.join(orElse(present(groups.map((group) => ladder[group])), said.noLadder));
  },
  contributions: (context) => context.said.join(context.groups.map((group) => sayContributions(context, group))),
  loop: ({ results, locale, said }) => describeResults(results, locale).ledger.suggestions ?? said.noLedger,
  timeline: sayTimeline,
  flow: ({ results, locale, groups, said }) => {
    const { flow } = describeResults(results, locale);
    return said.join(orElse(present(groups.map((group) => flow[group])), said.nobody));
  },
  context: ({ results, locale, said }) => {
    const { phase, resources, groups, strategies, practices } = describeResults(results, locale).ledger;
    return said.join(orElse(present([phase, resources, groups, strategies, practices]), said.noContext));
  },
};

const present = (sentences: readonly (string | undefined)[]): string[] =>
  sentences.filter((sentence): sentence is string => sentence !== undefined);

const orElse = (sentences: readonly string[], instead: string): readonly string[] =>
  sentences.length > 0 ? sentences : [instead];

function idsOf({ results, construct }: Context): readonly string[] {
  const all = results.labels ? Object.keys(results.labels) : SCALES;
  return construct !== undefined && all.includes(construct) ? [construct] : all;
}

function nameOf({ results, locale, words }: Context, id: string, group?: Group): string {
  return textIn(results.labels?.[id], locale) || words.scale(id, group);
}

/** The index first, where all of it is asked for (method.md §5); then the scales. */
function sayEstimation(context: Context): string {
  const { results, locale, construct, groups, said } = context;
  const { index } = describeResults(results, locale);
  const own = construct === undefined || construct === 'CCI' ? present(groups.map((group) => index[group])) : [];
  const scales = construct === 'CCI' ? [] : [sayScales(context, said.estimation, changePart)];
  return said.join([...own, ...scales]);
}

type Part = (context: Context, group: Group, id: string) => string | undefined;

/** All constructs of all groups; one construct alone is said in its whole sentence. */
function sayScales(context: Context, lead: string, part: Part): string {
  const { results, locale, groups, said } = context;
  const ids = idsOf(context);
  if (ids.length === 1) {
    const { constructs } = describeResults(results, locale);
    const whole = present(groups.map((group) => constructs[group]?.[ids[0] as string]));
    if (whole.length > 0) return said.join(whole);
  }
  const sentences = groups.map((group) => {
    const parts = present(ids.map((id) => part(context, group, id)));
    return parts.length > 0 ? said.of(group, parts) : said.ofNothing(group);
  });
  return said.join([lead, ...sentences, ...(ids.includes('CJ') ? [said.lessIsBetter] : [])]);
}

function constructOf({ results }: Context, group: Group, id: string) {
  const constructs = results.groups[group]?.constructs;
  const own = constructs === undefined || isHidden(constructs) ? undefined : constructs[id];
  return own === undefined || isHidden(own) ? undefined : own;
}

function changePart(context: Context, group: Group, id: string): string | undefined {
  const own = constructOf(context, group, id);
  const change = own && saidChange(own.change, smallest(own.change));
  return change && context.said.change(nameOf(context, id, group), change);
}

function levelsPart(context: Context, group: Group, id: string): string | undefined {
  const own = constructOf(context, group, id);
  const level = (wave: Level | Hidden | undefined): string | undefined =>
    wave === undefined ? undefined : saidLevel(wave);
  const [before, after] = [level(own?.baseline), level(own?.endline)];
  if (before === undefined && after === undefined) return undefined;
  const { said } = context;
  return said.levels(nameOf(context, id, group), before ?? said.notShown, after ?? said.notShown);
}

function sayGaps(context: Context): string {
  const { results, locale, said } = context;
  const { gaps, constructs } = describeResults(results, locale);
  const ids = idsOf(context);
  // Several in one sentence are said in short, with both sides' own changes (method.md §3.14).
  const own = ids.flatMap((id) => (ids.length > 1 ? sayGapShort(context, id) : gaps[id]) ?? []);
  // Each side rates the other: two changes, no gap (method.md §5).
  const trust = ids.length === 1 && own.length === 0 ? context.groups : [];
  const both = present(trust.map((group) => constructs[group]?.[ids[0] as string]));
  return said.join(orElse([...own, ...both], said.noGaps));
}

function sayGapShort(context: Context, id: string): string | undefined {
  const { results, words, said } = context;
  const gap = results.gaps[id];
  if (!gap) return undefined;
  const what = nameOf(context, id);
  const parts = (['baseline', 'endline'] as const).flatMap((wave) => {
    const change = gap[wave];
    const estimate = isHidden(change) ? undefined : known(change.estimate);
    if (estimate === undefined) return [];
    const size = points(Math.abs(estimate), decimalsFor(smallest(change)));
    return [words.gapWave(wave, Number(size) === 0 ? 0 : estimate, size)];
  });
  if (parts.length === 0) return words.gapHidden(what);
  const changes = (['resident', 'official'] as const).flatMap((group) => {
    const own = constructOf(context, group, id);
    const change = own && saidChange(own.change, smallest(own.change));
    return change ? [said.part(said.group[group], change.estimate)] : [];
  });
  return said.join([words.gap(what, parts), ...(changes.length > 0 ? [said.ownChanges(changes)] : [])]);
}

/** The share on the agreeing side, "almost all" where the counts are not shown. */
function agreeing(said: ChartSentences, wave: ItemAnswers | Hidden): string {
  if (isHidden(wave) || isHidden(wave.sides) || wave.n === 0) return said.notShown;
  return said.percent(percent(wave.sides.high / wave.n));
}

function sayLikert(context: Context): string {
  const { results, said, groups, items = [] } = context;
  const sentences = groups.flatMap((group) => {
    const answered = results.groups[group]?.items;
    if (answered === undefined || isHidden(answered)) return [said.ofNothing(group)];
    const parts = items.flatMap(({ id, wording }) => {
      const own = answered[id];
      if (own === undefined || isHidden(own)) return [];
      const [before, after] = [agreeing(said, own.baseline), agreeing(said, own.endline)];
      return before === said.notShown && after === said.notShown ? [] : [said.agreed(wording(group), before, after)];
    });
    return [parts.length > 0 ? said.of(group, parts) : said.ofNothing(group)];
  });
  return said.join(sentences.length > 0 ? [said.likert, ...sentences] : [said.noItems]);
}

function sayContributions(context: Context, group: Group): string {
  const { results, said } = context;
  const index = results.groups[group]?.index;
  if (index === undefined || isHidden(index) || isHidden(index.change) || isHidden(index.contributions)) {
    return said.noIndex(group);
  }
  const estimate = known(index.change.estimate);
  if (estimate === undefined) return said.noIndex(group);
  const decimals = decimalsFor(smallest(index.change));
  const parts = Object.entries(index.contributions).map(([id, value]) => {
    const number = known(value);
    const scale = nameOf(context, id, group);
    const name = id === 'missing' ? said.missing : id === 'CJ' ? context.words.reversed(scale) : scale;
    return said.part(name, number === undefined ? said.notShown : points(number, decimals, true));
  });
  const sentences = [said.contributions(group, points(estimate, decimals, true), parts)];
  const { sensitivity } = index;
  if (sensitivity !== undefined && !isHidden(sensitivity)) {
    const { bounds, signRobust } = sensitivity;
    const [low, high] = isHidden(bounds) ? [] : [known(bounds.low), known(bounds.high)];
    if (low !== undefined && high !== undefined) {
      sentences.push(said.bounds(points(low, decimals, true), points(high, decimals, true)));
    }
    if (typeof signRobust === 'boolean') sentences.push(said.robust(signRobust));
  }
  return said.join(sentences);
}

function sayTimeline({ results, locale, said }: Context): string {
  const events = results.ledger?.events;
  const waves = (results.study.waves ?? []).flatMap(({ id, label, opens, closes }) =>
    opens === undefined || closes === undefined ? [] : [said.wave(textIn(label, locale) || id, opens, closes)],
  );
  if (events === undefined || isHidden(events) || events.length === 0) return said.join([...waves, said.noEvents]);
  const counted = describeResults(results, locale).ledger.events;
  const changes = events.filter(({ event }) => event === 'fic-change');
  return said.join([
    ...waves,
    ...present([counted]),
    ...changes.map(({ date, label }) => said.event(date, said.events['fic-change'], label)),
  ]);
}
