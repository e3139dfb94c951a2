import type { Answer, SurveyResponse } from '../response/types.js';
import { cheapHash, createNumbering } from './numbering.js';

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
  const early: Wave = { sheets: baseline, hashes: yield* hashesOf(baseline) };
  const late: Wave = { sheets: endline, hashes: yield* hashesOf(endline) };
  const [first, second] = yield* fullTokens(early, late);
  const repeated = (token: number): boolean =>
    (first.counts[token] as number) > 1 || (second.counts[token] as number) > 1;
  const coded = { baseline: codedOf(first, repeated), endline: codedOf(second, repeated) };
  const ambiguous = { baseline: first.coded - coded.baseline.length, endline: second.coded - coded.endline.length };
  yield;

  const exact: LinkedPair[] = [];
  const restBaseline: number[] = [];
  for (const at of coded.baseline) {
    const token = first.tokens[at] as number;
    if (second.counts[token] !== 1) restBaseline.push(at);
    else {
      const other = second.at[token] as number;
      if (!vetoed(baseline[at], endline[other])) exact.push({ baseline: at, endline: other });
    }
    if (at % SLICE === SLICE - 1) yield;
  }
  const restEndline = coded.endline.filter((at) => first.counts[second.tokens[at] as number] !== 1);
  yield;

  const oneOff: LinkedPair[] = [];
  const [towardsEndline, towardsBaseline] = yield* onlyCandidates(early, restBaseline, late, restEndline);
  for (const at of restBaseline) {
    const candidate = towardsEndline[at] as number;
    if (candidate < 0 || towardsBaseline[candidate] !== at) continue;
    if (!vetoed(baseline[at], endline[candidate])) oneOff.push({ baseline: at, endline: candidate });
  }

  const chance = yield* chanceOfSharing([
    [early, coded.baseline],
    [late, coded.endline],
  ]);
  const expectedFalse = chance * (restBaseline.length - oneOff.length) * (restEndline.length - oneOff.length);
  const oneOffUsed = oneOff.length > 0 && expectedFalse <= MOST_FALSE * (exact.length + oneOff.length);
  const linked = exact.length + oneOff.length;
  return {
    exact,
    oneOff,
    used: oneOffUsed ? [...exact, ...oneOff].sort((a, b) => a.baseline - b.baseline) : exact,
    ambiguous,
    unlinkedBaseline: baseline.length - linked - ambiguous.baseline,
    unlinkedEndline: endline.length - linked - ambiguous.endline,
    expectedFalse,
    oneOffUsed,
  };
}

/** Tokens of a sheet. */
const TOKENS = 7;

/** The sheets of a wave, and the hash of each of their seven tokens; 0 for a token that is not there. */
interface Wave {
  readonly sheets: readonly SurveyResponse[];
  readonly hashes: Uint32Array;
}

/** Reads all tokens once, sheet by sheet: what costs is to fetch them from memory, not to hash them. */
function* hashesOf(sheets: readonly SurveyResponse[]): Generator<void, Uint32Array> {
  const hashes = new Uint32Array(TOKENS * sheets.length);
  for (let at = 0; at < sheets.length; at++) {
    const link = sheets[at]?.link;
    if (link) {
      for (let element = 0; element < TOKENS; element++) {
        const token = link[element];
        if (token) hashes[TOKENS * at + element] = cheapHash(token);
      }
    }
    if (at % SLICE === SLICE - 1) yield;
  }
  return hashes;
}

/** The full tokens of a wave, as numbers that both waves share. */
interface Tokens {
  /** The token of every sheet; -1 for a sheet without one. */
  readonly tokens: Int32Array;
  /** How often each token occurs in the wave, and where it does. */
  readonly counts: Uint32Array;
  readonly at: Uint32Array;
  /** Sheets with a token. */
  readonly coded: number;
}

function* fullTokens(early: Wave, late: Wave): Generator<void, [Tokens, Tokens]> {
  const split = early.sheets.length;
  const most = split + late.sheets.length;
  const { numberOf } = createNumbering(most, (at) =>
    at < split ? tokenOf(early.sheets, at, 0) : tokenOf(late.sheets, at - split, 0),
  );
  const read: Tokens[] = [];
  for (const { sheets, hashes } of [early, late]) {
    const from = read.length * split;
    const tokens = new Int32Array(sheets.length).fill(-1);
    const counts = new Uint32Array(most);
    const places = new Uint32Array(most);
    let coded = 0;
    for (let at = 0; at < sheets.length; at++) {
      const hash = hashes[TOKENS * at] as number;
      if (hash !== 0) {
        const number = numberOf(hash, from + at);
        tokens[at] = number;
        counts[number]!++;
        places[number] = at;
        coded++;
      }
      if (at % SLICE === SLICE - 1) yield;
    }
    read.push({ tokens, counts, at: places, coded });
  }
  return read as [Tokens, Tokens];
}

/** A token that is there. */
function tokenOf(sheets: readonly SurveyResponse[], at: number, element: number): string {
  return sheets[at]?.link?.[element] as string;
}

/** The sheets of a wave whose token is nobody else's, in either wave. */
function codedOf({ tokens }: Tokens, repeated: (token: number) => boolean): readonly number[] {
  const sheets: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as number;
    if (token >= 0 && !repeated(token)) sheets.push(at);
  }
  return sheets;
}

const NONE = -1;
const SEVERAL = -2;

/**
 * For each sheet of the rest of a wave, its only candidate in the other wave, `NONE` or `SEVERAL`: both ways. Two sheets in one bucket
 * already are two candidates.
 */
function* onlyCandidates(
  early: Wave,
  restEarly: readonly number[],
  late: Wave,
  restLate: readonly number[],
): Generator<void, [Int32Array, Int32Array]> {
  const towardsLate = new Int32Array(early.sheets.length).fill(NONE);
  const towardsEarly = new Int32Array(late.sheets.length).fill(NONE);
  if (restEarly.length === 0 || restLate.length === 0) return [towardsLate, towardsEarly];
  const split = early.sheets.length;
  const most = restEarly.length + restLate.length;
  for (let element = 1; element < TOKENS; element++) {
    const { numberOf, size } = createNumbering(most, (at) =>
      at < split ? tokenOf(early.sheets, at, element) : tokenOf(late.sheets, at - split, element),
    );
    const ours = numbersOf(early, restEarly, element, (hash, at) => numberOf(hash, at));
    const theirs = numbersOf(late, restLate, element, (hash, at) => numberOf(hash, split + at));
    yield;
    note(towardsLate, restEarly, ours, onlyCarriers(restLate, theirs, size()));
    note(towardsEarly, restLate, theirs, onlyCarriers(restEarly, ours, size()));
    yield;
  }
  return [towardsLate, towardsEarly];
}

/** The number of each sheet's token; NONE where it has none. */
function numbersOf(
  { hashes }: Wave,
  rest: readonly number[],
  element: number,
  numberOf: (hash: number, at: number) => number,
): Int32Array {
  const numbers = new Int32Array(rest.length);
  for (let i = 0; i < rest.length; i++) {
    const at = rest[i] as number;
    const hash = hashes[TOKENS * at + element] as number;
    numbers[i] = hash === 0 ? NONE : numberOf(hash, at);
  }
  return numbers;
}

/** For each token the only sheet that carries it, NONE or SEVERAL. */
function onlyCarriers(rest: readonly number[], numbers: Int32Array, size: number): Int32Array {
  const carriers = new Int32Array(size).fill(NONE);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    if (number >= 0) carriers[number] = carriers[number] === NONE ? (rest[i] as number) : SEVERAL;
  }
  return carriers;
}

/** Notes for each sheet of one side the candidate that its token gives it on the other. */
function note(found: Int32Array, rest: readonly number[], numbers: Int32Array, carriers: Int32Array): void {
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    const candidate = number >= 0 ? (carriers[number] as number) : NONE;
    if (candidate === NONE) continue;
    const at = rest[i] as number;
    const before = found[at] as number;
    found[at] = before === NONE || before === candidate ? candidate : SEVERAL;
  }
}

/**
 * p̂: how likely two different people share a token with one element left out, seen inside the waves, where every such pair is two people
 * (results-paths rule 6), over the sheets that are coded and not ambiguous. A wave with fewer than two of them says nothing; none that says
 * something: 0.
 */
function* chanceOfSharing(waves: readonly (readonly [Wave, readonly number[]])[]): Generator<void, number> {
  const chances: number[] = [];
  for (const [wave, sheets] of waves) {
    if (sheets.length < 2) continue;
    let sharing = 0;
    for (let element = 1; element < TOKENS; element++) {
      const repeated = repeatedHashes(wave, sheets, element);
      yield;
      // Only sheets whose hash occurs again are looked at: hardly any token does.
      const counts = new Map<string, number>();
      if (repeated.size > 0) {
        for (const at of sheets) {
          if (!repeated.has(wave.hashes[TOKENS * at + element] as number)) continue;
          const token = tokenOf(wave.sheets, at, element);
          const before = counts.get(token) ?? 0;
          sharing += before;
          counts.set(token, before + 1);
        }
      }
      yield;
    }
    chances.push(sharing / ((sheets.length * (sheets.length - 1)) / 2));
  }
  return chances.length ? chances.reduce((sum, chance) => sum + chance, 0) / chances.length : 0;
}

/** The hashes of one element's tokens that occur more than once. */
function repeatedHashes({ hashes }: Wave, sheets: readonly number[], element: number): ReadonlySet<number> {
  const sorted = new Uint32Array(sheets.length);
  for (let i = 0; i < sheets.length; i++) sorted[i] = hashes[TOKENS * (sheets[i] as number) + element] as number;
  sorted.sort();
  const repeated = new Set<number>();
  for (let i = 1; i < sorted.length; i++) {
    const hash = sorted[i] as number;
    if (hash !== 0 && hash === sorted[i - 1]) repeated.add(hash);
  }
  return repeated;
}

/** Age band further apart than one, or fewer years lived here than before. What is missing vetoes nothing (results-paths rule 5). */
function vetoed(before: SurveyResponse | undefined, after: SurveyResponse | undefined): boolean {
  const band = (response: SurveyResponse | undefined, id: string): Answer | undefined => response?.answers[id];
  const [age1, age2] = [band(before, 'DM1'), band(after, 'DM1')];
  if (typeof age1 === 'number' && typeof age2 === 'number' && Math.abs(age2 - age1) > 1) return true;
  const [years1, years2] = [band(before, 'DM2'), band(after, 'DM2')];
  return typeof years1 === 'number' && typeof years2 === 'number' && years2 < years1;
}
