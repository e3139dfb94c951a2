/* global SCREENS */
/**
 * Formbricks, one question on a card: the same statements with the same answers, in words. `SCREENS` holds what Canyu shows before
 * and beside (lib/words.mjs); null: the questions alone.
 */
import { renderSurveyInline } from '@formbricks/surveys';
import questionnaire from '../questionnaire.json';
import { handIn, keep } from './keep.js';

const { title, submitText, scale, groups, texts } = questionnaire;
const labels = { buttonLabel: '下一题', backButtonLabel: '上一题' };

/** Formbricks has one box on a card, so consent with two takes two cards. */
function before({ consent, frame }) {
  const { title, lead, points, boxes, submit } = consent;
  const [participate, process] = boxes;
  return [
    {
      ...labels,
      id: participate.name,
      type: 'consent',
      headline: title,
      html: `<p>${lead}</p><ul>${points.map((point) => `<li>${point}</li>`).join('')}</ul>`,
      label: participate.label,
      required: true,
    },
    {
      ...labels,
      id: process.name,
      type: 'consent',
      headline: title,
      label: process.label,
      required: true,
      buttonLabel: submit,
    },
    {
      ...labels,
      id: 'frame',
      type: 'cta',
      headline: frame.title,
      html: frame.paragraphs.map((text) => `<p>${text}</p>`).join(''),
      required: true,
      buttonLabel: frame.submit,
    },
  ];
}

const statements = SCREENS
  ? SCREENS.questions.map(({ name, stem, prompt, options, apart }) => ({
      id: name,
      text: prompt,
      stem,
      choices: [...options, ...apart.options],
    }))
  : groups.flatMap(({ items }) => items).map(({ id, text }) => ({ id, text, stem: '', choices: scale }));

const questions = [
  ...(SCREENS ? before(SCREENS) : []),
  ...statements.map(({ id, text, stem, choices }) => ({
    ...labels,
    id,
    type: 'multipleChoiceSingle',
    headline: text,
    subheader: stem,
    required: false,
    shuffleOption: 'none',
    choices: choices.map(({ value, label }) => ({ id: `${id}-${value}`, label })),
  })),
  ...texts.map(({ id, text, multiline }) => ({
    ...labels,
    id,
    type: 'openText',
    headline: text,
    required: false,
    inputType: 'text',
    longAnswer: multiline,
    buttonLabel: id === texts.at(-1).id ? submitText : labels.buttonLabel,
  })),
];

const answers = {};
renderSurveyInline({
  survey: {
    id: 'survey',
    name: title,
    questions,
    welcomeCard: { enabled: false },
    thankYouCard: { enabled: true, headline: '谢谢', subheader: '' },
    styling: {},
  },
  brandColor: '#0b6e69',
  isBrandingEnabled: false,
  containerId: 'survey',
  onResponse({ data, finished }) {
    Object.assign(answers, data);
    void keep(answers);
    if (finished) void handIn(answers);
  },
});
