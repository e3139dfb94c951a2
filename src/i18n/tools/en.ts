import type { HelperTexts, ToolsMessages } from './types.js';

const resident: HelperTexts = {
  title: 'If somebody helps you',
  may: 'May help: your family, a volunteer from the neighbourhood, people from the organisation.',
  mayNot:
    'Please not: staff of the residents’ committee or the street office. With them beside you, some things are hard to say.',
  how: 'A helper reads the question and marks what you say. A helper does not decide for you or suggest an answer.',
  short:
    'Helpers only read aloud and mark what they are told. Please no help from residents’ committee or street office staff.',
};

const official: HelperTexts = {
  title: 'Filling in with assistance',
  may: 'May assist: staff of the organisation, volunteers.',
  mayNot: 'May not assist: staff of the residents’ committee or the street office.',
  how: 'The person assisting reads the question and marks the answer given, and neither answers for the respondent nor suggests an answer.',
  short:
    'The person assisting only reads and marks the answer given; staff of the residents’ committee or street office may not assist.',
};

/** The respondent's tools in English. */
export const messages: ToolsMessages = {
  name: 'Larger text, reading aloud and other help',
  size: 'Text size',
  sizes: { standard: 'Standard', large: 'Large', largest: 'Largest' },
  readQuestion: 'Read this question aloud',
  readPage: 'Read this page aloud',
  stopReading: 'Stop reading',
  readAlways: 'Read every question aloud',
  contrast: 'Strong black and white',
  digits: 'Choose answers with the number keys',
  digitsHint: '1 to 9 choose an answer, Enter goes on.',
  helped: 'Somebody is helping me',
  helper: (group) => (group === 'resident' ? resident : official),
  trouble: {
    'no-voice':
      'This device has no English voice of its own, so it cannot read aloud. A relative or a volunteer can read to you.',
    failed: 'The reading did not go on. Try once more, or ask a relative or a volunteer to read to you.',
    blocked: 'The browser has not allowed sound yet. Please press “Read” once more.',
  },
  close: 'Close',
};
