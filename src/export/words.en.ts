import type { ExportWords } from './words.js';

export const words: ExportWords = {
  locale: 'en',
  groups: { resident: 'Residents', official: 'Officials', partner: 'Partners' },
  sheets: {
    about: 'About',
    responses: 'Responses',
    openTexts: 'Open answers',
    codebook: 'Codebook',
    results: 'Results',
    figures: 'All figures',
    ledger: 'Ledger',
  },
  synthetic: 'SYNTHETIC DATA: made by a program, not the answers of real people',
  officeMissing:
    'The presentation and the report are not here: the file office.js is missing beside the page’s script, or could not be loaded.',
  settings: (facts) =>
    `study ${facts.study}; instrument ${facts.instrument}; waves ${facts.waves}; weights ${facts.weights}; residents' share ${facts.voice}; relevance line ${facts.relevance} points; smallest cell k = ${facts.minimumCell}; seed ${facts.seed}, ${facts.resamples} resamples; 95 % intervals; changed settings: ${facts.changed}; software ${facts.software}`,
  equalWeights: 'equal over six scales',
  noWeights: 'no index',
  nothingChanged: 'none',
  comma: ', ',
  about: {
    what: 'What this is',
    title: 'Study',
    settings: 'How the numbers were made',
    data: 'Kind of data',
    sheets: 'Sheets',
    hidden: 'Cells without a number',
    hiddenText:
      'Where there are too few people no number is given, so that nobody can be recognised; column "why" has the reason.',
    personLevel: 'Please note',
    personLevelText:
      'Each row of the responses is one sheet of one person. There are no names and no linking tokens, dates are told to the week and time to the minute; even so, somebody who knows the place may recognise a person. For the evaluators only: do not pass it on and do not put it on the web.',
  },
  personNotes: {
    leftOut: (group, wave, count, k) => `${group}, "${wave}": only ${count} sheets, fewer than ${k}; left out.`,
    placesLeftOut: (group) => `${group}: communities are left out, because at least one of them has too few people.`,
    rare: (count) =>
      `${count} rows are the only one of their group, wave, community, age band and years lived here: the easiest to recognise.`,
    officials: (count) =>
      `There are few officials (${count} sheets at the smaller wave); colleagues may recognise each other.`,
    textsLeftOut: (count, k) =>
      `${count} open answers are left out: fewer than ${k} to the same question in the same group.`,
  },
  variables: {
    person: 'Person (the same number where two sheets were linked; it has nothing to do with a name)',
    group: 'Group',
    wave: 'Wave',
    community: 'Community',
    form: 'Form (full or short)',
    mode: 'How it was filled in (self, helped, paper)',
    locale: 'Language of the sheet',
    week: 'Week of the answer (ISO 8601)',
    minutes: 'Time spent (whole minutes, at most 60)',
    index: 'Change index, score of the person (0–100 points)',
  },
  score: (name) => `Score: ${name} (0–100 points)`,
  missing: { dk: "Don't know", pns: 'Prefer not to say' },
  blank: 'Empty: not asked, or not reached',
  names: {
    index: 'Change index',
    joint: 'Joint change index',
    BAL: 'Real minus token participation',
    BALF: 'Real minus token participation (how often)',
    participation: 'Participation index',
    trust: 'Trust index',
    governance: 'Governance index',
    LD: 'Ladder of participation',
    gap: 'Officials minus residents',
    silence: 'Share of "prefer not to say"',
  },
  kinds: { rating: 'rating', frequency: 'frequency', ladder: 'ladder', choice: 'choice', text: 'text' },
  reversed: 'reverse-keyed: turned round for scores',
  why: {
    'n<2': 'fewer than 2 people',
    'n<5': 'too few people to show',
    'n<10': 'fewer than 10 people',
    'n<20': 'fewer than 20 people',
    'zero-variance': 'everybody answered alike',
    'alpha<.60': 'reliability below .60',
    complement: 'would give away another small cell',
    'not-computable': 'cannot be computed',
  },
};
