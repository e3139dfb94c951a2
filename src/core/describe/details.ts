import {
  isHidden,
  type ByWave,
  type ConstructResult,
  type GroupResult,
  type Hidden,
  type ItemAnswers,
  type ItemResult,
  type Rate,
  type Results,
  type Shown,
} from '../change/types.js';
import type { Group } from '../text.js';
import type { DetailWords, SaidRate, SaidRates, SideNames } from './detail-words.js';
import { decimalsFor, known, percent, points } from './format.js';
import { saidChange, sayPair, smallest } from './say.js';
import type { WaveName, Words } from './words.js';

/** The words of one language. */
export interface Language {
  readonly words: Words;
  readonly details: DetailWords;
}

const WAVES = ['baseline', 'endline'] as const;
/** Ids of statements that are answered by agreement. */
const STATEMENT = /^(CY|CJ|PR|TR|RC|GV|OC)\d|^AU$/;
const RUNS = [
  'linkedOnly',
  'exactOnly',
  'withOneOff',
  'withoutStraightLiners',
  'weightedByAge',
  'completeScalesOnly',
  'withoutNewFirstInCommand',
] as const;
const RESOURCES = ['law', 'money', 'consensus', 'legitimation', 'information', 'time'] as const;

const shown = <T>(value: T | Hidden | undefined): T | undefined =>
  value === undefined || isHidden(value) ? undefined : value;

const hiddenIn = (value: unknown): Hidden | undefined => (isHidden(value) ? value : undefined);

function saidRate(rate: Rate | Hidden | undefined): SaidRate | undefined {
  const own = shown(rate);
  const share = known(own?.estimate);
  if (share === undefined) return undefined;
  const [low, high] = [known(own?.low), known(own?.high)];
  return {
    share: percent(share),
    ...(low !== undefined && high !== undefined && { low: percent(low), high: percent(high) }),
  };
}

/** Undefined where neither wave can be said. */
function saidRates(rates: ByWave<Rate | Hidden> | Hidden | undefined): SaidRates | undefined {
  const own = shown(rates);
  const [baseline, endline] = [saidRate(own?.baseline), saidRate(own?.endline)];
  if (!baseline && !endline) return undefined;
  return { ...(baseline && { baseline }), ...(endline && { endline }) };
}

/** The ladder: its mean, and the share at rung 4 or higher. */
export function sayLadder({ words, details }: Language, results: Results, group: Group, result: GroupResult): string {
  const { ladder } = result;
  const own = shown(ladder);
  const score = sayPair(words, results, group, details.ladder(group), own?.score ?? hiddenIn(ladder));
  const share = shown(own?.share);
  const rates = saidRates(share);
  if (!share || !rates) return score;
  const change = shown(share.change);
  const [estimate, low, high] = [change?.estimate, change?.low, change?.high].map((value) => {
    const number = known(value);
    return number === undefined ? undefined : points(100 * number, 0, true);
  });
  return words.join([
    score,
    details.ladderShare(group, rates, estimate === undefined ? undefined : details.shareChange(estimate, low, high)),
  ]);
}

/** How often: attending, taking part, and their balance. */
export function sayFrequency(
  { words, details }: Language,
  results: Results,
  group: Group,
  { frequency }: GroupResult,
): Readonly<Record<string, string>> {
  const own = shown(frequency);
  const ids = own ? Object.keys(own) : ['CJF', 'CYF', 'BALF'];
  return Object.fromEntries(
    ids.map((id) => [
      id,
      sayPair(words, results, group, details.frequency(id, group), own?.[id] ?? hiddenIn(frequency)),
    ]),
  );
}

/** Of the people asked twice, how many moved: the sentence for meetings (method.md §3.8, §3.11). */
export function sayMoved(
  { words, details }: Language,
  group: Group,
  { constructs }: GroupResult,
): Readonly<Record<string, string>> {
  const own = shown(constructs) ?? {};
  return Object.fromEntries(
    Object.entries(own).map(([id, construct]) => [id, sayMovedOf({ words, details }, group, id, shown(construct))]),
  );
}

function sayMovedOf(
  { words, details }: Language,
  group: Group,
  id: string,
  construct: ConstructResult | undefined,
): string {
  const what = words.construct(id, group);
  const moved = shown(construct?.netImprovement);
  const [up, same, down] = [known(moved?.up), known(moved?.same), known(moved?.down)];
  if (!moved || up === undefined || same === undefined || down === undefined) return details.movedHidden(what);
  const sentences = [details.moved(what, group, moved.n, up, same, down)];
  const clear = shown(construct?.reliableChange);
  const [clearlyUp, clearlyDown] = [known(clear?.up), known(clear?.down)];
  if (clearlyUp !== undefined && clearlyDown !== undefined)
    sentences.push(details.movedClearly(clearlyUp, clearlyDown));
  if (id === 'CJ') sentences.push(words.lessIsBetter);
  return words.join(sentences);
}

/** What people said to each item. */
export function sayItems(language: Language, group: Group, { items }: GroupResult): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(shown(items) ?? {}).map(([id, item]) => [id, sayItem(language, group, id, shown(item))]),
  );
}

function sayItem({ words, details }: Language, group: Group, id: string, item: ItemResult | undefined): string {
  const names: SideNames = STATEMENT.test(id) ? 'agreement' : 'scale';
  const sentences = WAVES.map((wave) => {
    const answers = shown(item?.[wave]);
    return answers ? sayAnswers({ words, details }, names, wave, group, answers) : details.itemHidden(wave);
  });
  const score = shown(item?.score);
  const said = saidChange(score?.change, smallest(score?.change));
  return words.join([...sentences, ...(said ? [details.itemChange(words.change(said))] : [])]);
}

function sayAnswers(
  { words, details }: Language,
  names: SideNames,
  wave: WaveName,
  group: Group,
  { n, sides, almostAll, dontKnow, notSaid }: ItemAnswers,
): string {
  const counts = shown(sides);
  const said = almostAll
    ? details.almostAll(names, wave, group, n, almostAll)
    : counts
      ? details.item(names, wave, group, n, {
          low: percent(counts.low / n),
          middle: percent(counts.middle / n),
          high: percent(counts.high / n),
        })
      : details.itemHidden(wave);
  const [unknown, unsaid] = [known(shown(dontKnow)?.count), known(shown(notSaid)?.count)];
  return unknown === undefined || unsaid === undefined ? said : words.join([said, details.noAnswer(unknown, unsaid)]);
}

/** How the sheets were filled in, and what that means for the change. */
export function sayQuality({ words, details }: Language, group: Group, { quality }: GroupResult): string {
  const own = shown(quality);
  if (!own) return details.qualityHidden(group);
  const sentences: string[] = [];
  const add = (rates: SaidRates | undefined, say: (rates: SaidRates) => string): void => {
    if (rates) sentences.push(say(rates));
  };
  for (const wave of WAVES) {
    const modes = shown(shown(own.modes)?.[wave]);
    const [self, helped, paper] = [known(modes?.self), known(modes?.helped), known(modes?.paper)];
    if (self !== undefined && helped !== undefined && paper !== undefined) {
      sentences.push(details.modes(wave, self, helped, paper));
    }
  }
  add(saidRates(own.straightLiners), details.straightLiners);
  add(saidRates(own.speeders), details.speeders);
  add(saidRates(shown(own.acquiescence)?.share), details.acquiescence);
  add(saidRates(shown(own.prorated)?.['all']), details.prorated);
  const attrition = Object.entries(shown(own.attrition) ?? {}).map(([id, waves]) => ({
    id,
    flags: WAVES.flatMap((wave) => shown(shown(waves)?.[wave])?.flag ?? []),
  }));
  if (attrition.some(({ flags }) => flags.length > 0)) {
    const differ = attrition.filter(({ flags }) => flags.includes('differ')).map(({ id }) => words.scale(id, group));
    sentences.push(differ.length > 0 ? details.linkedDiffer(differ) : details.linkedAlike);
  }
  const moved = shown(own.standards)?.moved;
  if (typeof moved === 'boolean') sentences.push(details.standards(moved));
  const between = shown(shown(own.standards)?.betweenGroups);
  for (const wave of WAVES) {
    const differ = between?.[wave];
    if (typeof differ === 'boolean') sentences.push(details.standardsBetween(wave, differ));
  }
  const thenTest = shown(own.thenTest);
  const [shift, thenChange] = [thenTest?.shift, thenTest?.thenChange].map((change) =>
    saidChange(change, smallest(change)),
  );
  if (thenTest && shift && thenChange) {
    sentences.push(
      details.thenTest(words.scale('CY', group), group, thenTest.n, words.change(shift), words.change(thenChange)),
    );
  }
  return sentences.length > 0 ? words.join(sentences) : details.qualityHidden(group);
}

/** Other ways to compute the index; undefined where there is no index. */
export function saySensitivity({ words, details }: Language, { index }: GroupResult): string | undefined {
  const own = shown(index);
  const sensitivity = shown(own?.sensitivity);
  if (!own || !sensitivity) return undefined;
  const decimals = decimalsFor(smallest(own.change));
  const range = (of: { readonly low: Shown; readonly high: Shown } | undefined): [string, string] | undefined => {
    const [low, high] = [known(of?.low), known(of?.high)];
    return low === undefined || high === undefined
      ? undefined
      : [points(low, decimals, true), points(high, decimals, true)];
  };
  const sentences: string[] = [];
  const left = range(shown(sensitivity.leaveOneOut));
  if (left) sentences.push(details.leaveOneOut(...left));
  const drawn = shown(sensitivity.dirichlet);
  const weights = range(drawn);
  if (drawn && weights) sentences.push(details.dirichlet(...weights, percent(drawn.sameSign)));
  const bounds = range(shown(sensitivity.bounds));
  if (bounds) sentences.push(details.bounds(...bounds));
  if (typeof sensitivity.signRobust === 'boolean') sentences.push(details.signRobust(sensitivity.signRobust));
  for (const run of RUNS) {
    const view = shown(sensitivity[run]);
    if (!view) continue;
    const n = 'df' in view ? smallest(view) : Math.min(view.n.baseline, view.n.endline);
    const said = saidChange({ ...DETAIL_LESS, ...view }, n);
    if (said) sentences.push(details.run(run, words.change(said)));
  }
  return sentences.length > 0 ? words.join(sentences) : undefined;
}

/** A weighted change has no test: only its estimate and interval are said. */
const DETAIL_LESS = { se: 0, df: 0, t: 0, p: 0 };

/** The ledger, part by part; parts without rows are absent. */
export type LedgerSentences = Readonly<
  Partial<
    Record<
      | 'suggestions'
      | 'events'
      | 'groups'
      | 'practices'
      | 'proofs'
      | 'phase'
      | 'resources'
      | 'strategies'
      | 'commitments',
      string
    >
  >
>;

/** What was done. */
export function sayLedger(language: Language, results: Results): LedgerSentences {
  const { ledger, waves } = results;
  if (!ledger) return {};
  const { words, details } = language;
  const join = (sentences: readonly string[]): string | undefined =>
    sentences.length > 0 ? words.join(sentences) : undefined;
  const events = shown(ledger.events) ?? [];
  const groups = shown(ledger.groups);
  const counts = {
    leading: groups?.leading?.count ?? 0,
    coordinating: groups?.coordinating?.count ?? 0,
    implementing: groups?.implementing?.count ?? 0,
  };
  const proofs = shown(ledger.proofs);
  const commitments = shown(ledger.commitments);
  const promised = commitments ? commitments.done + commitments.open + commitments.overdue : 0;
  const parts: { readonly [K in keyof LedgerSentences]: string | undefined } = {
    suggestions: saySuggestions(language, ledger),
    events:
      events.length > 0
        ? details.events(events.length, events.filter(({ event }) => event === 'fic-change').length)
        : undefined,
    groups: groups && Object.values(counts).some((n) => n > 0) ? details.groups(counts, groups.residentLed) : undefined,
    practices: join(
      (shown(ledger.practices) ?? []).map(({ name, baselineLevel, endlineLevel }) =>
        details.practice(name, baselineLevel, endlineLevel),
      ),
    ),
    proofs: proofs && proofs.count > 0 ? details.proofs(proofs.count, proofs.recognised) : undefined,
    phase: join(
      Object.entries(shown(ledger.phase) ?? {}).map(([project, { baseline, endline }]) =>
        details.phase(project, known(baseline), known(endline)),
      ),
    ),
    resources: sayResources(language, ledger, waves),
    strategies: join(sayStrategies(language, ledger)),
    commitments:
      commitments && promised > 0
        ? details.commitments(commitments.done, commitments.open, commitments.overdue)
        : undefined,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, sentence]) => sentence !== undefined));
}

type Ledger = NonNullable<Results['ledger']>;

function saySuggestions({ words, details }: Language, ledger: Ledger): string | undefined {
  const own = shown(ledger.suggestions);
  if (!own) return undefined;
  if (own.raised === 0) return details.noSuggestions;
  const { raised, adopted, partly, declined, deferred } = own.byStatus;
  const count = (rate: Rate | Hidden): number => known(shown(rate)?.count) ?? 0;
  const sentence = details.suggestions({
    day: ledger.asOf ?? '',
    raised: own.raised,
    answered: own.raised - raised,
    adopted: adopted + partly,
    refused: declined + deferred,
    explained: count(own.explained),
    reportedBack: count(own.reportedBack),
    done: count(own.done),
  });
  return words.join([sentence, details.closedLoop(count(own.closedLoop), own.raised, saidRate(own.closedLoop))]);
}

function sayResources({ words, details }: Language, ledger: Ledger, waves: Results['waves']): string | undefined {
  const own = shown(ledger.resources);
  if (!own) return undefined;
  const at = (wave: string, resource: (typeof RESOURCES)[number]): string | undefined => {
    const plurality = known(own[wave]?.[resource]?.plurality);
    return plurality === undefined ? undefined : points(plurality, 0);
  };
  const sentences = RESOURCES.flatMap((resource) => {
    const [before, after] = [at(waves.baseline, resource), at(waves.endline, resource)];
    return before === undefined && after === undefined ? [] : [details.resource(resource, before, after)];
  });
  return sentences.length > 0 ? words.join([details.pluralityCaution, ...sentences]) : undefined;
}

function sayStrategies({ details }: Language, ledger: Ledger): string[] {
  const uses = Object.values(shown(ledger.strategies) ?? {});
  return WAVES.flatMap((wave) => {
    const own = uses.map((use) => use[wave]);
    if (own.every((use) => isHidden(use))) return [];
    const count = (wanted: string): number => own.filter((use) => use === wanted).length;
    return [details.strategies(wave, count('regular'), count('tried'))];
  });
}
