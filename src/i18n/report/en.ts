import type { ReportMessages } from './types.js';

/** `<canyu-report>` in English. */
export const messages: ReportMessages = {
  locale: 'en',
  print: 'Print',
  handoutHint: 'Exactly one A4 page, readable in black and white. Choose “Save as PDF” when printing to send it on.',
  fullHint: 'Print it on A4, or choose “Save as PDF” when printing.',
  noMaterial:
    'The file with suggestions, next steps, achievements and quotes could not be read, so these parts are empty. The web editor should check the address in material.',
  leftOut: (count) =>
    count === 1
      ? 'One part of the material is not as it should be and was left out.'
      : `${count} parts of the material are not as they should be and were left out.`,
  missingChart: 'This chart could not be drawn; its numbers are in the tables.',
  figures: {
    what: 'What',
    who: 'Who',
    when: 'When',
    picture: 'Chart',
    change: 'Change (points) [95% interval]',
    gap: 'Gap',
    band: (points) => `Grey band: within ±${points} points there is no relevant change.`,
    holm: '＊ clear also after adjustment for six scales.',
    reversed: 'Token attendance is reversed: to the right means less of it.',
    gapKey: 'Hollow: before; filled: after.',
    trust: { resident: 'Residents in officials', official: 'Officials in residents' },
    rung: 'Rung',
    line: 'Canyu line: from here up, talked over together',
    lineShare: 'Above the canyu line',
    ladderKey: 'Before → after, per cent of those who answered. Hollow: before; filled: after.',
    nothing: 'Too few people: not shown.',
    notAsked: 'These results hold no question about this.',
  },
  contents: 'Contents',
  asChart: {
    plane: 'From token to real participation',
    forest: 'What moved, what did not',
    estimation: 'How large the changes are, and how sure',
    slope: 'Mean points before and after',
    gap: 'How far apart the two views are',
    likert: 'How each statement was answered',
    ladder: 'How far residents were involved',
    contributions: 'What the change index is made of',
    loop: 'What became of the suggestions',
    timeline: 'What else happened',
    flow: 'Who answered',
    context: 'What carried the change',
  },
  pages: ['Page ', ' of ', ''],
};
