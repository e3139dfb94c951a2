import { paperConsent } from './consent.en.js';
import type { PaperMessages } from './types.js';

/** Paper in English. */
export const messages: PaperMessages = {
  consent: paperConsent,
  print: {
    print: 'Print',
    screenHint:
      'This is how it prints: A4, large type, black and white is enough. Set the scale to 100% in the print window.',
    formName: {
      resident: 'Questionnaire for residents',
      official: 'Questionnaire for staff',
      partner: 'Questionnaire for partner organisations',
    },
    number: 'No.',
    numberHint: 'filled in by the typist, after collection',
    date: 'Date',
    year: '(year)',
    month: '(month)',
    day: '(day)',
    synthetic: 'Demonstration: the organisation and the project are invented',
    communityTitle: 'Which community do you live in (or work for)?',
    consentTitle: 'Before you start',
    tick: 'If you agree, please tick the boxes:',
    howTitle: 'How to fill it in',
    how: (group) =>
      group === 'resident'
        ? [
            'One answer to each question: circle the one that fits best, or tick its circle.',
            'If you do not know, circle 8; if you would rather not say, circle 9; leaving it blank is fine too.',
            'A mistake? Cross it out and circle another.',
            'Please write no name, phone number or address.',
          ]
        : [
            'One answer to each question: please circle the one that fits best, or tick its circle.',
            'Circle 8 for “don’t know”, 9 for “prefer not to say”, or leave the question blank.',
            'To correct an answer, cross it out and circle another.',
            'Please write no name, phone number or name of your unit.',
          ],
    instruction: () => 'Circle the one that fits best, one for each question',
    codeTitle: 'Six small questions',
    codeWhy: () =>
      'They only match your two answer sheets. They are scrambled when the sheet is typed in, and the computer does not keep them. If you did not tick the third box, please leave them blank.',
    hint: (text) => ` (${text})`,
    onlyIf: (question, answer) => `only if your answer to ${question} is “${answer}”`,
    codeHints: {
      G1: 'one Chinese character',
      G2: 'circle one',
      G3: 'e.g. 7',
      G4: 'circle one',
      G5: 'name of the province, or “abroad”',
      G6: 'circle one',
    },
    codeSkip: () => 'Write “?” where you do not know. With two or more unknown, leave all of them out.',
    cardTitle: 'The five pictures on your card',
    cardText: () =>
      'Please look at your card and write the number of each picture into the boxes, from left to right. They only match your two answer sheets and are scrambled when the sheet is typed in. Without a card, leave them blank.',
    openTitle: (group) => (group === 'resident' ? 'Would you like to add a few words?' : 'Open questions (optional)'),
    openHint: () =>
      'Optional. Please write no name, phone number or address; of other people, write what happened, not who.',
    backgroundTitle: 'Last (optional)',
    end: (_group, organisation) =>
      `Done, thank you! Please fold the sheet and put it into the box, or give it to ${organisation}, not to staff of the community or street office.`,
    pages: ['Page ', ' of ', ''],
  },
  entry: {
    title: (form) => `Typing in paper sheets: ${form}`,
    synthetic: 'Demonstration: the organisation and the project are invented',
    intro: [
      'One sheet at a time: write its number on the paper, type what is on it, save, take the next.',
      'Type what the paper says. Do not correct it and do not guess.',
      'A crossed-out answer does not count; two circles in one question count as no answer.',
    ],
    keysTitle: 'How it works',
    keys: [
      'A digit fills the row and moves on',
      '8 don’t know · 9 prefer not to say',
      'Space or Enter: nothing on the paper',
      'Backspace (or Ctrl+Z): undo, as often as you like',
      'Up and down: another row',
    ],
    resumed:
      'The sheet you were typing is still here: go on. The six small questions were not kept; please type them again.',
    done: (count) => `${count} typed in`,
    number: 'No.',
    numberHint: 'Write this number on the paper',
    date: 'Date on the paper',
    consentTitle: 'Boxes of the consent',
    boxes: {
      participate: 'Box 1: takes part (required)',
      process: 'Box 2: separate consent (required)',
      link: 'Box 3: linking (optional)',
    },
    ticked: 'ticked',
    unticked: 'not ticked',
    community: 'Community',
    closedTitle: 'Questions',
    linkTitle: 'Six small questions',
    linkHint: 'What is blank on the paper stays blank here. They are scrambled when you save and not kept.',
    cardTitle: 'Pictures of the card',
    cardHint:
      'Type the numbers or names on the paper; what is blank stays blank. They are scrambled when you save and not kept.',
    cardPlace: (place) => `Picture ${place}`,
    cardWrong:
      'These five pictures are not those of a card. Please look at the paper again; if that is what it says, leave all five blank.',
    openTitle: 'In their own words',
    openHint: 'Type it as it stands. Phone and ID numbers are masked by themselves; leave names out.',
    backgroundTitle: 'Last questions',
    question: (number) => `question ${number}`,
    blank: 'no answer',
    save: 'Save this sheet',
    toSecond: 'First time done',
    check: 'Compare the two',
    working: 'One moment …',
    discard: 'Do not type in this sheet',
    discardSure: 'Clear what you typed of this sheet?',
    discardYes: 'Clear it, next sheet',
    discardNo: 'No, go on',
    saved: (number) => `No. ${number} is saved`,
    handedOver: (number) => `No. ${number} is kept as a file, not on this device`,
    discarded: 'Cleared, nothing was stored. Take the next sheet.',
    already: (number) =>
      `No. ${number} was typed in already this time. Is it the same sheet? Otherwise choose another number.`,
    codes: (row, codes) => `${row}: ${codes}`,
    typed: (row, meaning) => `${row}: ${meaning}`,
    refused: (row, key, codes) => `“${key}” is no answer to ${row}; nothing was changed. Possible here: ${codes}`,
    undone: (row) => `Undone, back at ${row}`,
    untyped: (count, first) =>
      `${count} ${count === 1 ? 'row is' : 'rows are'} not typed yet, from ${first}. Press Space where the paper is blank.`,
    noNumber: 'Please give the sheet a number and write it on the paper.',
    badDate:
      'Please type the date on the paper; it cannot be later than today. Without one, take the day it was collected.',
    outsideWave: (from, to) =>
      `This day is not within the survey (${from} to ${to}). Please look at the paper again; if it is right you can save it.`,
    noConsent:
      'The first two boxes are not both ticked: this sheet may not be stored. Press “Do not type in this sheet” and hand the paper to the person in charge.',
    linkUnclear: (question) =>
      `It is not clear what was typed for “${question}”. Please use one of the answers, or leave it blank.`,
    linkTooFew: 'Two or more of the six small questions are blank: this sheet gets no code; the rest is saved.',
    noCrypto:
      'This page cannot scramble the six answers now, so no code was made and none was kept. Please open it at an https address.',
    second: {
      title: 'Second time (check)',
      text: (number) =>
        `Please type no. ${number} once more, best by another person. Look at the paper, do not type from memory. First the number on the paper.`,
      other: (wanted, typed) => `No. ${wanted} is to be checked; you typed no. ${typed}. Please take sheet ${wanted}.`,
    },
    compare: {
      title: (differences) => `${differences} ${differences === 1 ? 'row differs' : 'rows differ'}`,
      text: 'Please look at the paper and type each of these rows once more. What counts is the paper, not that the two agree.',
      first: 'first time',
      second: 'second time',
      link: 'The six small questions differ: please type them once more from the paper.',
      card: 'The pictures of the card differ: please type them once more from the paper.',
      confirm: 'This one counts: save',
    },
    tally: {
      title: 'Checks',
      none: 'No sheet checked yet.',
      text: (sheets, items, differences, percent) =>
        `${sheets} ${sheets === 1 ? 'sheet' : 'sheets'} checked, ${items} rows, ${differences} typed differently (${percent}).`,
      rule: (first, every) => `The first ${first} sheets and then every ${every}th are typed twice.`,
      tooMany: 'That is more than 1%. Tick “type every sheet twice”, and check again what was typed in before.',
      all: 'Type every sheet twice',
    },
    failed: {
      title: 'This sheet is not saved yet',
      text: 'Nothing is lost: what you typed is still on this page. Please do not close it.',
      retry: 'Save again',
      download: 'Download this sheet as a file',
      handedOver: 'I have kept the file: next sheet',
    },
  },
};
