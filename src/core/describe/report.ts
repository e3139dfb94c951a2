import { indexInterval } from '../change/index-interval.js';
import { isHidden, type Hidden, type Results, type Shown } from '../change/types.js';
import { canonicalJson } from '../json/canonical.js';
import { summariseLedger } from '../ledger/summary.js';
import type { LedgerResult } from '../ledger/result.js';
import type { Entry } from '../ledger/types.js';
import { maskOpenText } from '../response/mask.js';
import { defaultStudy } from '../study/default.js';
import { textIn, type Group, type Locale } from '../text.js';
import { describeChart } from './charts.js';
import { describeResults } from './describe.js';
import { detailEn } from './detail-words.en.js';
import { detailZhHans } from './detail-words.zh-Hans.js';
import { decimalsFor, known, percent, points } from './format.js';
import { daysOf, invitedOf } from './asked.js';
import type { ReportMaterial } from './report-material.js';
import { reportEn } from './report-words.en.js';
import type { ReportPartId, ReportWords } from './report-words.js';
import { reportZhHans } from './report-words.zh-Hans.js';
import { smallest } from './say.js';
import { en } from './words.en.js';
import { zhHans } from './words.zh-Hans.js';

/** The index of one group; without figures, `sentence` says why. */
export interface IndexPart {
  readonly group: Group;
  readonly name: string;
  /** Change in points, its interval, the levels of both waves; absent where they may not be shown. */
  readonly value?: string;
  readonly interval?: string;
  readonly levels?: string;
  readonly verdict?: string;
  readonly sentence: string;
}

/** A suggestion that was not taken on board. */
export interface RefusedSuggestion {
  readonly text: string;
  readonly status: string;
  readonly reason: string;
}

/** What became of suggestions. */
export interface LoopPart {
  readonly counts: readonly { readonly name: string; readonly count: string }[];
  /** The closed-loop rate with its interval. */
  readonly closed?: string;
  readonly refused: readonly RefusedSuggestion[];
  /** What is not there, and to be filled in by hand where `counts` is empty. */
  readonly missing?: string;
}

/** One quote; without text, room to write it. */
export interface QuotePart {
  readonly group: Group;
  readonly from: string;
  readonly text?: string;
}

/** Something that happened. */
export interface TimelineEvent {
  readonly date: string;
  readonly kind: string;
  readonly label: string;
  /** Whether the work was handed over. */
  readonly note?: string;
  /** A change of first-in-command stands out; a survey is one of ours. */
  readonly mark?: 'fic-change' | 'survey';
}

/** Who answered, one row a group; the cells follow `head`, the group first. */
export interface AnsweredPart {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly dates?: string;
  readonly missing?: string;
}

/** An agreed next step. */
export interface StepPart {
  readonly what: string;
  readonly who: string;
  readonly due: string;
}

/** One practice or proof: what, how far it got, and who stands behind it. */
export interface ProofPart {
  readonly label: string;
  readonly details: readonly string[];
}

/** A list with what is said where it is empty. */
export interface ListPart<T> {
  readonly items: readonly T[];
  readonly missing?: string;
}

/** The thirteen parts of a report in one language, as texts ready to be set; figures come from the results document alone. */
export interface ReportParts {
  readonly locale: Locale;
  readonly words: ReportWords;
  readonly title: string;
  /** The label that every page carries where the data are made up. */
  readonly synthetic?: string;
  readonly headings: Readonly<Record<ReportPartId, string>>;
  readonly finding: string;
  readonly index: readonly IndexPart[];
  readonly forest: string;
  readonly gap: string;
  readonly ladder: string;
  readonly loop: LoopPart;
  readonly quotes: readonly QuotePart[];
  readonly timeline: ListPart<TimelineEvent>;
  readonly answered: AnsweredPart;
  readonly limits: readonly string[];
  readonly steps: ListPart<StepPart>;
  readonly proofs: ListPart<ProofPart>;
  readonly method: string;
  readonly fullReport?: string;
}

/** From here on nothing is added to a figure (method.md part 3, reporting tiers). */
const FULL_FROM = 30;
const SIDES = ['resident', 'official'] as const;
const WAVES = ['baseline', 'endline'] as const;

/** The words of a report: `en` for English, Simplified Chinese for every other locale. */
export const reportWords = (locale: string): ReportWords => (isEnglish(locale) ? reportEn : reportZhHans);

const isEnglish = (locale: string): boolean => locale === 'en' || locale.startsWith('en-');

/**
 * The thirteen parts of the handout and of the head of a full report (method.md §5). What is suppressed in the results stays so; what
 * neither results nor material hold is said to be missing, never shown as zero.
 *
 * @param locale `en` for English, Simplified Chinese for every other
 */
export function reportParts(results: Results, material: ReportMaterial, locale: string): ReportParts {
  const words = reportWords(locale);
  const ledger = ledgerOf(results, material);
  const entries = ownEntries(results, material.entries ?? []);
  const whole: Results = ledger === results.ledger ? results : { ...results, ledger: ledger! };
  const described = describeResults(whole, locale);
  const focal = material.focal && textIn(material.focal, locale);
  const { synthetic } = results.study;
  const fullReport = webAddress(material.fullReport);
  return {
    locale: words.locale,
    words,
    title: textIn(results.study.title, locale) || results.study.id,
    ...(synthetic && { synthetic: words.synthetic }),
    headings: focal ? { ...words.headings, ladder: words.ladderOf(focal) } : words.headings,
    finding: SIDES.flatMap((group) => described.index[group] ?? []).join(isEnglish(locale) ? ' ' : ''),
    index: SIDES.filter((group) => results.groups[group] ?? results.flow[group]).map((group) =>
      indexPart(results, words, group, described.index[group] ?? ''),
    ),
    forest: described.charts.forest,
    gap: describeChart(whole, locale, 'gap'),
    ladder: describeChart(whole, locale, 'ladder'),
    loop: loopPart(words, ledger, entries),
    quotes: quotesOf(words, material, locale),
    timeline: timelineOf(results, words, ledger, material),
    answered: answeredPart(results, words, material),
    limits: limitsOf(results, words, ledger),
    steps: stepsOf(words, entries),
    proofs: proofsOf(words, ledger, entries),
    method: methodLine(results, words),
    ...(fullReport !== undefined && { fullReport }),
  };
}

type Ledger = NonNullable<Results['ledger']>;

/** The ledger of the results; else the counts of the rows that came along, by the same rules (method.md §3.19). */
export function ledgerOf(results: Results, material: ReportMaterial): Ledger | undefined {
  if (results.ledger) return results.ledger;
  const own: LedgerResult | undefined = summariseLedger(material.entries ?? [], {
    study: {
      ...defaultStudy(results.study.id),
      waves: WAVES.map((wave) => {
        const { closes } = daysOf(results, material, wave);
        return { id: results.waves[wave], label: {}, ...(closes !== undefined && { closes }) };
      }),
    },
    waves: results.waves,
    k: results.settings.minimumCell,
    answeredUntil: () => undefined,
  });
  return own;
}

/** The rows of this study, each content once, by date: the rows that its counts come from. */
export function ownEntries(results: Results, entries: readonly Entry[]): Entry[] {
  const own = entries.filter(({ study }) => study === results.study.id);
  const once = new Map(own.map((entry) => [canonicalJson(entry), entry]));
  return [...once.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const shown = <T>(value: T | Hidden | undefined): T | undefined =>
  value === undefined || isHidden(value) ? undefined : value;

/** A count, or why it is not there. */
function countText(words: ReportWords, count: Shown): string {
  return isHidden(count) ? hiddenText(words, count) : String(count);
}

/** "not shown (too few people)", "cannot be computed (…)". */
export function hiddenText(words: ReportWords, hidden: Hidden): string {
  return words.hidden('suppressed' in hidden, words.why[hidden.why]);
}

function indexPart(results: Results, words: ReportWords, group: Group, sentence: string): IndexPart {
  const part = { group, name: words.group[group], sentence };
  const index = shown(results.groups[group]?.index);
  const change = shown(index?.change);
  const estimate = known(change?.estimate);
  if (!index || !change || estimate === undefined) return part;
  const decimals = decimalsFor(smallest(change));
  const { low, high } = { ...change, ...indexInterval(index) };
  const [from, to] = [known(low), known(high)];
  const [before, after] = WAVES.map((wave) => {
    const level = shown(index[wave]);
    const mean = known(level?.mean);
    return level && mean !== undefined ? points(mean, decimalsFor(level.n)) : undefined;
  });
  const { verdict } = index;
  return {
    ...part,
    value: words.points(points(estimate, decimals, true)),
    interval:
      from === undefined || to === undefined
        ? words.noInterval
        : words.interval(points(from, decimals), points(to, decimals)),
    ...(before !== undefined && after !== undefined && { levels: words.levels(before, after) }),
    ...(!isHidden(verdict) && { verdict: (words.locale === 'en' ? en : zhHans).verdict[verdict] }),
  };
}

function loopPart(words: ReportWords, ledger: Ledger | undefined, entries: readonly Entry[]): LoopPart {
  const suggestions = shown(ledger?.suggestions);
  const refused = entries
    .filter((entry) => entry.kind === 'suggestion')
    .filter(({ status }) => status === 'declined' || status === 'deferred')
    .map(({ text, status, reason }) => ({
      text,
      status: words.status[status],
      reason: reason?.trim() ? reason : words.noReason,
    }));
  if (!suggestions || suggestions.raised === 0) return { counts: [], refused, missing: words.noSuggestions };
  const { raised, adopted, byStatus, reportedBack, done, closedLoop } = suggestions;
  const of = (rate: typeof adopted): string =>
    isHidden(rate)
      ? 'estimate' in rate && rate.why === 'n<2'
        ? '0'
        : hiddenText(words, rate)
      : countText(words, rate.count);
  const away = byStatus.declined + byStatus.deferred;
  const closed = shown(closedLoop);
  const share = known(closed?.estimate);
  const [low, high] = [known(closed?.low), known(closed?.high)];
  const missing = away === 0 ? words.nothingRefused : refused.length === 0 ? words.noReasons(away) : undefined;
  return {
    counts: [
      { name: words.counts.raised, count: String(raised) },
      { name: words.counts.adopted, count: of(adopted) },
      { name: words.counts.refused, count: String(away) },
      { name: words.counts.reportedBack, count: of(reportedBack) },
      { name: words.counts.done, count: of(done) },
    ],
    ...(share !== undefined && {
      closed: words.closedLoop(
        words.percent(percent(share)) +
          (low === undefined || high === undefined
            ? ''
            : words.locale === 'en'
              ? ` (${words.interval(words.percent(percent(low)), words.percent(percent(high)))})`
              : `（${words.interval(words.percent(percent(low)), words.percent(percent(high)))}）`),
      ),
    }),
    refused,
    ...(missing !== undefined && { missing }),
  };
}

function quotesOf(words: ReportWords, { quotes = [] }: ReportMaterial, locale: string): QuotePart[] {
  return SIDES.map((group) => {
    const quote = quotes.find((each) => each.group === group);
    const text = typeof quote?.text === 'string' ? quote.text : textIn(quote?.text, locale);
    const from = words.quoteFrom[group];
    return text.trim() ? { group, from, text: maskOpenText(text.trim()).text } : { group, from };
  });
}

function timelineOf(
  results: Results,
  words: ReportWords,
  ledger: Ledger | undefined,
  material: ReportMaterial,
): ListPart<TimelineEvent> {
  const events = (shown(ledger?.events) ?? []).map(({ date, event, label, handover }): TimelineEvent => {
    return {
      date,
      kind: words.events[event],
      label,
      ...(event === 'fic-change' && { mark: 'fic-change' as const }),
      ...(event === 'fic-change' && handover !== undefined && { note: words.handover(handover) }),
    };
  });
  if (events.length === 0) return { items: [], missing: words.noEvents };
  const surveys = WAVES.flatMap((wave): TimelineEvent[] => {
    const { opens, closes } = daysOf(results, material, wave);
    const date = opens ?? closes;
    if (date === undefined) return [];
    const label = opens && closes ? `→ ${closes}` : '';
    return [{ date, kind: words.surveyed(words.waves[wave]), label, mark: 'survey' }];
  });
  return { items: [...events, ...surveys].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) };
}

function answeredPart(results: Results, words: ReportWords, material: ReportMaterial): AnsweredPart {
  const rows = (['resident', 'official', 'partner'] as const).flatMap((group) => {
    const flow = results.flow[group];
    if (!flow || (group === 'partner' && flow.baseline + flow.endline === 0)) return [];
    const [first, second] = WAVES.map((wave) => invitedOf(results, material, group, wave));
    const quality = shown(results.groups[group]?.quality);
    const share = known(shown(shown(quality?.linked)?.endline)?.estimate);
    const silence = shown(flow.silence);
    const [before, after] = WAVES.map((wave) => {
      const mean = known(shown(silence?.[wave])?.mean);
      return mean === undefined ? words.hidden(true, words.why['n<5']) : words.percent(percent(mean));
    });
    const modes = shown(shown(quality?.modes)?.endline);
    const brief = (count: Shown): string => (isHidden(count) ? words.notShown : String(count));
    const asked = (n: number | undefined): string => (n === undefined ? words.invitedUnknown : String(n));
    return [
      [
        words.group[group],
        first === undefined && second === undefined ? words.invitedUnknown : words.pair(asked(first), asked(second)),
        words.pair(String(flow.baseline), String(flow.endline)),
        words.linked(
          String(flow.linked.exact + (flow.linked.oneOffUsed ? flow.linked.oneOff : 0)),
          share === undefined ? undefined : words.percent(percent(share)),
        ),
        before === after && !silence ? before! : words.pair(before!, after!),
        modes
          ? words.modes(brief(modes.self), brief(modes.helped), brief(modes.paper))
          : words.hidden(true, words.why['n<5']),
      ],
    ];
  });
  const said = (wave: 'baseline' | 'endline'): string | undefined => {
    const { opens, closes } = daysOf(results, material, wave);
    return opens || closes ? words.days(opens, closes) : undefined;
  };
  const [before, after] = [said('baseline'), said('endline')];
  return {
    head: words.answeredHead,
    rows,
    ...(before || after ? { dates: words.dates(before, after) } : { missing: words.noDates }),
  };
}

function limitsOf(results: Results, words: ReportWords, ledger: Ledger | undefined): string[] {
  const { limits } = words;
  const few = SIDES.filter((group) => {
    const flow = results.flow[group];
    return flow && Math.min(flow.baseline, flow.endline) < FULL_FROM;
  });
  const changes = (shown(ledger?.events) ?? []).filter(({ event }) => event === 'fic-change').length;
  const unlinked = SIDES.some((group) => {
    const linked = results.flow[group]?.linked;
    return linked && linked.unlinkedBaseline + linked.unlinkedEndline > 0;
  });
  // A raised smallest cell protects people, and the method line states it: not something to be warned of.
  const changed = results.settings.changedFromDefault.filter((name) => name !== 'minimumCell');
  return [
    limits.noComparison,
    limits.selfReport,
    ...(few.length > 0 ? [limits.small(few.map((group) => words.group[group].toLowerCase()))] : []),
    limits.notAll,
    ...(unlinked ? [limits.linkedOnlySome] : []),
    ...(changes > 0 ? [limits.newFirstInCommand(changes)] : []),
    ...(changed.length > 0 ? [limits.changedSettings(changed.map((name) => words.settingNames[name] ?? name))] : []),
    limits.noRanking,
  ];
}

function stepsOf(words: ReportWords, entries: readonly Entry[]): ListPart<StepPart> {
  const items = entries
    .filter((entry) => entry.kind === 'commitment')
    .sort((a, b) => Number(a.doneOn !== undefined) - Number(b.doneOn !== undefined) || (a.due < b.due ? -1 : 1))
    .map(({ what, who, due, doneOn }) => ({
      what,
      who,
      due: doneOn === undefined ? due : words.doneOn(doneOn),
    }));
  return items.length > 0 ? { items } : { items, missing: words.noSteps };
}

function proofsOf(words: ReportWords, ledger: Ledger | undefined, entries: readonly Entry[]): ListPart<ProofPart> {
  const details = words.locale === 'en' ? detailEn : detailZhHans;
  const practices = (shown(ledger?.practices) ?? []).map(({ name, baselineLevel, endlineLevel }) => ({
    label: details.practice(name, baselineLevel, endlineLevel),
    details: [],
  }));
  const proofs = entries
    .filter((entry) => entry.kind === 'proof')
    .sort((a, b) => Number(b.recognised) - Number(a.recognised))
    .map(({ type, level, label, recognised, by, contributors = [] }) => ({
      label,
      details: [
        words.list([words.proofType[type], words.proofLevel[level]]),
        recognised ? words.recognised(by) : words.notRecognised,
        ...(contributors.length > 0 ? [words.contributors(contributors)] : []),
      ],
    }));
  const counted = shown(ledger?.proofs);
  const known = proofs.length === 0 && counted && counted.count > 0;
  const told = known ? [{ label: details.proofs(counted.count, counted.recognised), details: [] }] : proofs;
  const items = [...told, ...practices];
  return items.length > 0 ? { items } : { items, missing: words.noProofs };
}

function methodLine({ settings, instrument, labels }: Results, words: ReportWords): string {
  const number = (value: number): string => String(Number(value.toFixed(3)));
  const weights = Object.entries(settings.weights);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const alike = weights.every(([, weight]) => Math.abs(weight / total - 1 / weights.length) < 1e-9);
  const scales = words.locale === 'en' ? en : zhHans;
  return words.method({
    instrument,
    weights: alike
      ? undefined
      : words.list(
          weights.map(([id, weight]) =>
            words.weight(textIn(labels?.[id], words.locale) || scales.scale(id), percent(weight / total)),
          ),
        ),
    voice: words.percent(percent(settings.voice)),
    relevance: number(settings.relevance),
    minimumCell: String(settings.minimumCell),
    seed: String(settings.seed),
    resamples: String(settings.resamples),
    software: settings.software,
  });
}

/** An address that a phone opens: http and https only. */
function webAddress(address: string | undefined): string | undefined {
  return address && /^https?:\/\/[^\s]+$/i.test(address) ? address : undefined;
}

/** Scripts whose characters are twice as wide as Latin letters. */
const WIDE =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** A text at most `most` Latin letters wide, a Chinese character counting two; what is cut off leaves "…". */
export function clipped(text: string, most: number): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  const widthOf = (character: string): number => (WIDE.test(character) ? 2 : 1);
  if (characters.reduce((sum, each) => sum + widthOf(each), 0) <= most) return characters.join('');
  let room = most - 1;
  const kept = characters.slice(
    0,
    characters.findIndex((each) => (room -= widthOf(each)) < 0),
  );
  return `${kept.join('')}…`;
}
