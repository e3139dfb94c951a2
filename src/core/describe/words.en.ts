import type { Group } from '../text.js';
import type { Words } from './words.js';

const group = { resident: 'Residents', official: 'Officials', partner: 'Partners' } as const;
const one = { resident: 'resident', official: 'official', partner: 'partner' } as const;
const wave = { baseline: 'before the project', endline: 'after the project' } as const;
const scales: Readonly<Record<string, string>> = {
  CY: 'real participation',
  CJ: 'token attendance',
  PR: 'deliberation and follow-through',
  TR: 'trust',
  RC: 'give and take',
  GV: 'shared governance',
  BAL: 'real participation minus token attendance',
};
const trust = { resident: 'trust in community staff', official: 'trust in residents' } as const;
const trusts = (id: string, who: Group | undefined): string | undefined =>
  id === 'TR' && (who === 'resident' || who === 'official') ? trust[who] : undefined;
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sheets = (n: number): string => `${n} ${n === 1 ? 'sheet' : 'sheets'}`;
const people = (n: number): string => `${n} ${n === 1 ? 'person' : 'people'}`;

/** English. */
export const en: Words = {
  synthetic: 'This is example data made by a program, not a real survey.',
  group,
  verdict: {
    'clear-improvement': 'clear improvement',
    'clear-decline': 'clear decline',
    'no-relevant-change': 'no relevant change',
    'improvement-uncertain': 'improvement, size uncertain',
    'decline-uncertain': 'decline, size uncertain',
    undecided: 'undecided, more answers needed',
  },
  domain: (id, who) => `${group[who]}’ ${id} index`,
  construct: (id, who) => {
    const own = trusts(id, who);
    return own ? `${group[who]}’ ${own}` : `${capital(scales[id] ?? id)} as ${group[who].toLowerCase()} see it`;
  },
  scale: (id, who) => trusts(id, who) ?? scales[id] ?? id,
  change: ({ estimate, low, high }) =>
    low === undefined || high === undefined
      ? `${estimate} points (no interval can be computed)`
      : `${estimate} points (95% interval ${low} to ${high})`,
  indexChange: (who, change, verdict, communities) =>
    `${group[who]}’ change: ${change}${verdict ? `, ${verdict}` : ''}${communities === undefined ? '' : `; the interval allows for differences between ${communities} communities`}.`,
  notYet: (who, when, n, needed) =>
    n === 0
      ? `No ${one[who]}s have answered ${wave[when]} yet; results appear from ${needed}.`
      : `${n} ${one[who]}${n === 1 ? ' has' : 's have'} answered ${wave[when]}; results appear from ${needed}.`,
  tooFewAnswered: (who, needed) =>
    `Fewer than ${needed} of the ${one[who]}s answered enough of this part, so it is not shown.`,
  notShown: 'It cannot be shown now.',
  joint: (change, low, high) =>
    `Residents and officials together: ${change}. Whatever weight each side is given, the joint number lies between ${low} and ${high} points.`,
  jointHidden: 'There is a joint number once both indices can be shown.',
  levels: (what, before, after, change) => `${what}: from ${before} to ${after} points, a change of ${change}.`,
  oneLevel: (what, when, level, missing) => `${what}: ${level} points ${wave[when]}. ${missing}`,
  hidden: (what, missing) => `${what}: ${small(missing)}`,
  lessIsBetter: 'A lower score means less token attendance.',
  gapWave: (when, gap, points) =>
    gap === 0
      ? `${wave[when]} both sides gave the same rating`
      : `${wave[when]} officials rated it ${gap > 0 ? 'higher' : 'lower'} than residents by ${points} points`,
  gap: (what, parts, change) =>
    `${capital(what)}: ${parts.join(', ')}.${change ? ` The difference changed by ${change}.` : ''}`,
  bothChanges: (resident, official) => `Residents’ ratings changed by ${resident}, officials’ by ${official}.`,
  groupChange: (who, change) => `${group[who]}’ ratings changed by ${change}.`,
  gapHidden: (what) => `${capital(what)}: not enough people have answered to put the two views side by side.`,
  flow: (who, before, after, linked) =>
    `${group[who]}: ${sheets(before)} before the project, ${sheets(after)} after; ${people(linked)} could be linked across both.`,
  invited: (before, after) =>
    `${[before === undefined ? [] : `${people(before)} were invited before the project`, after === undefined ? [] : `${people(after)} after it`].flat().join(' and ')}.`,
  ambiguous: (n) => `${sheets(n)} gave the same small answers as another and could not be told apart.`,
  oneOff: (n, used) =>
    used
      ? `For ${people(n)} of these one small answer differed, yet it is certain enough who it is.`
      : `${people(n)} more differed in just one small answer; they were not linked, for fear of a wrong match.`,
  duplicates: (n) => `${n === 1 ? '1 copy was' : `${n} copies were`} left out.`,
  conflicts: (n) =>
    `${n} sheet ${n === 1 ? 'number stands' : 'numbers stand'} for different contents; all were counted, please check.`,
  silence: (before, after) => `Share of “prefer not to say”: ${before}% before, ${after}% after.`,
  plane:
    'Horizontal: token attendance; vertical: real participation; both 0–100 points. On the diagonal they are equal.',
  planePart: (what, before, after, change) => `${what} from ${before} to ${after} points, a change of ${change}`,
  planeGroup: (who, cj, cy) => `${group[who]}: ${cj}; ${cy}.`,
  reversed: (what) => `${what} (reversed)`,
  forest: 'Positive is better; token attendance is reversed, so positive means less of it.',
  forestGroup: (who, index, clear, unclear, untested) =>
    [
      `${group[who]}: ${index ?? 'the index is not shown'}.`,
      ...(clear.length > 0 ? [`Clear after adjustment for six comparisons: ${clear.join(', ')}.`] : []),
      ...(unclear.length > 0 ? [`No clear change: ${unclear.join(', ')}.`] : []),
      ...(untested.length > 0 ? [`Too few people to judge: ${untested.join(', ')}.`] : []),
    ].join(' '),
  forestPart: (what, { estimate, low, high }) =>
    `${what} ${estimate} points${low === undefined || high === undefined ? '' : ` (${low} to ${high})`}`,
  index: 'change index',
  absentGroup: (who, missing) => `${group[who]}: ${small(missing)}`,
  join: (sentences) => sentences.join(' '),
};
