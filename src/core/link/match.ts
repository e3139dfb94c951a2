import type { Answer, SurveyResponse } from '../response/types.js';

/** Two sheets of one person: positions in the two arrays that were linked. */
export interface LinkedPair {
  readonly baseline: number;
  readonly endline: number;
}

/** What `linkResponses` found. Counts are of sheets, except pairs. */
export interface Links {
  /** Pairs whose full tokens are equal, after the veto; by position in `baseline`. */
  readonly exact: readonly LinkedPair[];
  /** Pairs that agree on all elements but one, after the veto; by position in `baseline`. */
  readonly oneOff: readonly LinkedPair[];
  /** The pairs that enter the figures: exact, and one-off where `oneOffUsed`. */
  readonly used: readonly LinkedPair[];
  /** Sheets set aside because their full token occurs more than once in a wave. */
  readonly ambiguous: { readonly baseline: number; readonly endline: number };
  readonly unlinkedBaseline: number;
  readonly unlinkedEndline: number;
  /** Expected number of false pairs among the one-off pairs. */
  readonly expectedFalse: number;
  readonly oneOffUsed: boolean;
}

/** Largest share of expected false pairs at which one-off pairs enter the figures (method.md §3.5). */
const MOST_FALSE = 0.02;

/** Sheets handled between two pauses of `linkSteps`. */
const SLICE = 2000;

/**
 * Finds the sheets of one person in two waves of one group by their linking tokens (method.md §3.5; results-paths rules 4–6).
 *
 * `link[0]` is the token of all elements, `link[1]` … `link[6]` those with one element left out. Exact: equal full tokens; a full token
 * that occurs twice in a wave sets aside all sheets that carry it. One-off: among the rest, sheets that share a token with one element left
 * out and have no other candidate, on either side. A pair is vetoed when the age band (DM1) differs by more than one or the years lived
 * here (DM2) shrink. Hash buckets: O((n₁ + n₂)·7), whatever the tokens are.
 */
export function linkResponses(baseline: readonly SurveyResponse[], endline: readonly SurveyResponse[]): Links {
  const steps = linkSteps(baseline, endline);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `linkResponses` with pauses, for a caller that has no worker. */
export function* linkSteps(
  baseline: readonly SurveyResponse[],
  endline: readonly SurveyResponse[],
): Generator<void, Links> {
  const first = yield* fullTokens(baseline);
  const second = yield* fullTokens(endline);
  const repeated = (token: string): boolean =>
    (first.get(token)?.count ?? 0) > 1 || (second.get(token)?.count ?? 0) > 1;
  const ambiguous = { baseline: ambiguousIn(first, repeated), endline: ambiguousIn(second, repeated) };
  yield;

  const exact: LinkedPair[] = [];
  const taken = new Set<string>();
  for (const [token, { at, count }] of first) {
    const other = second.get(token);
    if (count > 1 || other?.count !== 1) continue;
    taken.add(token);
    if (!vetoed(baseline[at], endline[other.at])) exact.push({ baseline: at, endline: other.at });
    if (taken.size % SLICE === 0) yield;
  }

  const coded = (token: string): boolean => !repeated(token);
  const pool = (tokens: Tokens): number[] => {
    const rest: number[] = [];
    for (const [token, { at }] of tokens) if (coded(token) && !taken.has(token)) rest.push(at);
    return rest;
  };
  const restBaseline = pool(first);
  const restEndline = pool(second);
  yield;
  const oneOff: LinkedPair[] = [];
  const towardsEndline = yield* onlyCandidates(baseline, restBaseline, endline, restEndline);
  const towardsBaseline = yield* onlyCandidates(endline, restEndline, baseline, restBaseline);
  for (const [at, candidate] of towardsEndline) {
    if (towardsBaseline.get(candidate) !== at) continue;
    if (!vetoed(baseline[at], endline[candidate])) oneOff.push({ baseline: at, endline: candidate });
  }

  const chance = yield* chanceOfSharing([
    [baseline, first, repeated],
    [endline, second, repeated],
  ]);
  const expectedFalse = chance * (restBaseline.length - oneOff.length) * (restEndline.length - oneOff.length);
  const oneOffUsed = oneOff.length > 0 && expectedFalse <= MOST_FALSE * (exact.length + oneOff.length);
  const byBaseline = (a: LinkedPair, b: LinkedPair): number => a.baseline - b.baseline;
  exact.sort(byBaseline);
  oneOff.sort(byBaseline);
  const linked = exact.length + oneOff.length;
  return {
    exact,
    oneOff,
    used: oneOffUsed ? [...exact, ...oneOff].sort(byBaseline) : exact,
    ambiguous,
    unlinkedBaseline: baseline.length - linked - ambiguous.baseline,
    unlinkedEndline: endline.length - linked - ambiguous.endline,
    expectedFalse,
    oneOffUsed,
  };
}

/** Where a full token first occurs in a wave, and how often. */
type Tokens = Map<string, { readonly at: number; count: number }>;

function* fullTokens(wave: readonly SurveyResponse[]): Generator<void, Tokens> {
  const tokens: Tokens = new Map();
  for (const [at, response] of wave.entries()) {
    const token = response.link?.[0];
    if (token) {
      const seen = tokens.get(token);
      if (seen) seen.count++;
      else tokens.set(token, { at, count: 1 });
    }
    if (at % SLICE === SLICE - 1) yield;
  }
  return tokens;
}

function ambiguousIn(tokens: Tokens, repeated: (token: string) => boolean): number {
  let sheets = 0;
  for (const [token, { count }] of tokens) if (repeated(token)) sheets += count;
  return sheets;
}

/** For each sheet of `from` with exactly one candidate in `to`, that candidate. Two sheets in one bucket already are two candidates. */
function* onlyCandidates(
  from: readonly SurveyResponse[],
  fromPool: readonly number[],
  to: readonly SurveyResponse[],
  toPool: readonly number[],
): Generator<void, Map<number, number>> {
  const several = -1;
  const found = new Map<number, number>();
  for (let element = 1; element <= 6; element++) {
    const buckets = new Map<string, number>();
    for (const at of toPool) {
      const token = to[at]?.link?.[element];
      if (token) buckets.set(token, buckets.has(token) ? several : at);
    }
    yield;
    for (const at of fromPool) {
      const token = from[at]?.link?.[element];
      const candidate = token ? buckets.get(token) : undefined;
      if (candidate === undefined) continue;
      const before = found.get(at);
      found.set(at, before === undefined || before === candidate ? candidate : several);
    }
    yield;
  }
  for (const [at, candidate] of found) if (candidate === several) found.delete(at);
  return found;
}

/**
 * p̂: how likely two different people share a token with one element left out, seen inside the waves, where every such pair is two people
 * (results-paths rule 6). A wave with fewer than two coded sheets says nothing; none that says something: 0.
 */
function* chanceOfSharing(
  waves: readonly (readonly [readonly SurveyResponse[], Tokens, (token: string) => boolean])[],
): Generator<void, number> {
  const chances: number[] = [];
  for (const [wave, tokens, repeated] of waves) {
    const sheets: number[] = [];
    for (const [token, { at }] of tokens) if (!repeated(token)) sheets.push(at);
    if (sheets.length < 2) continue;
    let sharing = 0;
    for (let element = 1; element <= 6; element++) {
      const counts = new Map<string, number>();
      for (const at of sheets) {
        const token = wave[at]?.link?.[element];
        if (!token) continue;
        const before = counts.get(token) ?? 0;
        sharing += before;
        counts.set(token, before + 1);
      }
      yield;
    }
    chances.push(sharing / ((sheets.length * (sheets.length - 1)) / 2));
  }
  return chances.length ? chances.reduce((sum, chance) => sum + chance, 0) / chances.length : 0;
}

/** Age band further apart than one, or fewer years lived here than before. What is missing vetoes nothing (results-paths rule 5). */
function vetoed(before: SurveyResponse | undefined, after: SurveyResponse | undefined): boolean {
  const band = (response: SurveyResponse | undefined, id: string): Answer | undefined => response?.answers[id];
  const [age1, age2] = [band(before, 'DM1'), band(after, 'DM1')];
  if (typeof age1 === 'number' && typeof age2 === 'number' && Math.abs(age2 - age1) > 1) return true;
  const [years1, years2] = [band(before, 'DM2'), band(after, 'DM2')];
  return typeof years1 === 'number' && typeof years2 === 'number' && years2 < years1;
}
