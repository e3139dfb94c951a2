import type { DetailWords, SaidRate, SaidRates, SideNames } from './detail-words.js';

const one = { resident: 'resident', official: 'official', partner: 'partner' } as const;
const group = { resident: 'residents', official: 'officials', partner: 'partners' } as const;
const wave = { baseline: 'before the project', endline: 'after the project' } as const;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const people = (who: keyof typeof one, n: number): string => `${n} ${n === 1 ? one[who] : group[who]}`;
const some = (n: number, singular: string, plural = `${singular}s`): string => `${n} ${n === 1 ? singular : plural}`;
const rate = ({ share, low, high }: SaidRate): string =>
  low === undefined || high === undefined ? `${share}%` : `${share}% (95% interval ${low}% to ${high}%)`;
const rates = (shares: SaidRates): string =>
  (['baseline', 'endline'] as const)
    .flatMap((when) => {
      const own = shares[when];
      return own ? [`${rate(own)} ${wave[when]}`] : [];
    })
    .join(', ');
const sides: Record<SideNames, Readonly<Record<'low' | 'middle' | 'high', string>>> = {
  agreement: { low: 'disagreed', middle: 'said half and half', high: 'agreed' },
  scale: { low: 'chose the lower answers', middle: 'chose the middle', high: 'chose the higher answers' },
};
const frequencies: Readonly<Record<string, string>> = {
  CJF: 'How often {who} went to shows, talks or meetings to sign in',
  CYF: 'How often {who} discussed or did things for the community',
  BALF: 'Discussing and doing minus watching and signing in ({who})',
};
const practiceLevels = [
  'not there yet',
  'tried once',
  'repeated on site',
  'written into rules or a plan',
  'given a budget line',
  'copied elsewhere or in a policy text',
];
const phases = [
  'no cooperation',
  'started by the organisation',
  'started by government',
  'a service bought by government',
];
const resources = {
  law: 'Law',
  money: 'Money',
  consensus: 'Consensus',
  legitimation: 'Legitimation',
  information: 'Information',
  time: 'Time',
} as const;
const runs = {
  exactOnly: 'With only those people linked whose six small answers all agree',
  withoutStraightLiners: 'Without sheets that give the same answer throughout',
  linkedOnly: 'Only people who answered both times',
  withOneOff: 'Counting people who differ in one small answer as the same',
  weightedByAge: 'Adjusted to the ages of those who answered before the project',
  withoutNewFirstInCommand: 'Without communities whose first-in-command changed',
  completeScalesOnly: 'Only scores with every question answered',
} as const;

/** English. */
export const detailEn: DetailWords = {
  ladder: (who) => `How far residents were involved in this matter, as ${group[who]} see it`,
  ladderShare: (who, shares, change) =>
    `Of the ${group[who]}, those who said “discussed, with reasons given” or more: ${rates(shares)}${change ? `, a change of ${change}` : ''}.`,
  shareChange: (estimate, low, high) =>
    low === undefined || high === undefined
      ? `${estimate} percentage points`
      : `${estimate} percentage points (95% interval ${low} to ${high})`,
  frequency: (id, who) => (frequencies[id] ?? `${id} ({who})`).replace('{who}', group[who]),
  moved: (what, who, n, up, same, down) =>
    `${what}: of ${people(who, n)} asked twice, ${up} moved up, ${down} down and ${same} stayed the same.`,
  movedClearly: (up, down) =>
    `By more than measurement error explains: ${up} up, ${down} down; if nobody had changed, about 2.5% on each side would do so by chance.`,
  movedHidden: (what) => `${what}: how many moved up or down is not shown, so that nobody can be recognised.`,
  item: (names, when, who, n, shares) =>
    `${capital(wave[when])}, of ${people(who, n)} ${shares.low}% ${sides[names].low}, ${shares.middle}% ${sides[names].middle}, ${shares.high}% ${sides[names].high}.`,
  almostAll: (names, when, who, n, side) =>
    `${capital(wave[when])}, almost all of the ${people(who, n)} who answered ${sides[names][side]}.`,
  noAnswer: (dontKnow, notSaid) => `${dontKnow} more did not know, ${notSaid} preferred not to say.`,
  itemHidden: (when) => `Too few people answered ${wave[when]}, so it is not shown.`,
  itemChange: (change) => `The mean changed by ${change}.`,
  straightLiners: (shares) => `Sheets with the same answer throughout: ${rates(shares)}.`,
  speeders: (shares) => `Sheets filled in alone at under 2 seconds a question: ${rates(shares)}.`,
  acquiescence: (shares) => `People who agreed with a statement and with its opposite: ${rates(shares)}.`,
  prorated: (shares) => `Scores made from some of the questions because others were left out: ${rates(shares)}.`,
  modes: (when, self, helped, paper) =>
    `${capital(wave[when])}: ${some(self, 'sheet')} filled in alone, ${helped} with a helper, ${paper} on paper.`,
  linkedAlike: 'People who could be linked across both times answered much like those who could not.',
  linkedDiffer: (scales) =>
    `People who could be linked differ from those who could not on ${scales.join(', ')}; read the change with care and beside “only people who answered both times”.`,
  standards: (moved) =>
    moved
      ? 'The same short story was rated half a step or more differently: people’s standards may have moved, so not all of the change is a change of what happens.'
      : 'The same short story was rated much alike both times: people’s standards did not move much.',
  standardsBetween: (when, differ) =>
    differ
      ? `${capital(wave[when])}, residents and officials rated the same short story half a step or more apart: their standards may differ, so compare their scores with care.`
      : `${capital(wave[when])}, residents and officials rated the same short story much alike: their standards do not differ much.`,
  thenTest: (what, who, n, shift, change) =>
    `Of those asked twice, ${people(who, n)} also looked back afterwards and rated ${what} as it was six months ago. Compared with their rating at the time this differs by ${shift}; from what they now say of then, the change is ${change}. This helps to understand the change and is not part of the index.`,
  qualityHidden: (who) => `Too few ${group[who]} answered to say how the sheets were filled in.`,
  leaveOneOut: (low, high) => `Whichever scale is left out, the change lies between ${low} and ${high} points.`,
  dirichlet: (low, high, sameSign) =>
    `With 1,000 random weightings, nine in ten give ${low} to ${high} points; ${sameSign}% point the same way.`,
  bounds: (low, high) =>
    `The six scales changed by between ${low} and ${high} points; with complete answers no weighting can leave this range.`,
  signRobust: (robust) => (robust ? 'All six scales point the same way.' : 'Not all six scales point the same way.'),
  run: (run, change) => `${runs[run]}: ${change}.`,
  suggestions: ({ day, raised, answered, adopted, refused, explained, reportedBack, done }) =>
    `By ${day}, ${some(raised, 'suggestion')} ${raised === 1 ? 'was' : 'were'} noted and ${answered} answered: ${adopted} adopted or partly adopted, of which ${done} ${done === 1 ? 'is' : 'are'} done; ${refused} declined or deferred, ${explained} of them with a reason. For ${reportedBack}, residents heard back within 31 days.`,
  noSuggestions: 'No suggestions have been noted yet.',
  closedLoop: (count, n, share) =>
    `${count} of ${some(n, 'suggestion')} ${count === 1 ? 'is' : 'are'} closed${share ? `, a closed-loop rate of ${rate(share)}` : ''}: done or still in time, or declined with a reason, and reported back.`,
  events: (n, newFirstInCommand) =>
    newFirstInCommand > 0
      ? `The time line has ${some(n, 'event')}, among them ${some(newFirstInCommand, 'change')} of the first-in-command; keep this in mind when reading the change.`
      : `The time line has ${some(n, 'event')}.`,
  groups: ({ leading, coordinating, implementing }, residentLed) =>
    `Groups at work: ${leading} leading, ${coordinating} coordinating, ${implementing} implementing; ${residentLed} led by residents.`,
  practice: (name, before, after) =>
    before === after
      ? `“${name}”: still ${practiceLevels[after] ?? after}.`
      : `“${name}”: from ${practiceLevels[before] ?? before} to ${practiceLevels[after] ?? after}.`,
  proofs: (n, recognised) => `${some(n, 'proof')} of achievement, ${recognised} recognised by a superior.`,
  phase: (project, before, after) => {
    const name = (phase: number | undefined): string =>
      phase === undefined ? 'nothing noted' : (phases[phase] ?? String(phase));
    return `“${project}”: ${name(before)} before the project, ${name(after)} after it.`;
  },
  resource: (resource, before, after) =>
    `${resources[resource]}: ${before === undefined ? 'nothing noted' : before} before the project, ${after === undefined ? 'nothing noted' : after} after it.`,
  pluralityCaution:
    'How far a resource is shared: 0 means one actor alone, 100 means government, organisation and residents alike.',
  strategies: (when, regular, tried) =>
    `${capital(wave[when])}, of the ten strategies ${regular} ${regular === 1 ? 'was' : 'were'} used regularly and ${tried} tried.`,
  commitments: (done, open, overdue) => `Agreed next steps: ${done} done, ${open} under way, ${overdue} overdue.`,
};
