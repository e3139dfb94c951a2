/* global SHAPE */
/** SurveyJS, one page with all questions: `matrix` is one table for each group, `radiogroup` one list for each question. */
import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.css';
import 'survey-js-ui';
import questionnaire from '../questionnaire.json';
import { handIn, keep } from './keep.js';

const { title, intro, submitText, scale, groups, texts } = questionnaire;
const choices = scale.map(({ value, label }) => ({ value, text: label }));
const matrix = ({ id, title, items }) => ({
  type: 'matrix',
  name: id,
  title,
  columns: choices,
  rows: items.map((item) => ({ value: item.id, text: item.text })),
});
const list = ({ id, title, items }) => ({
  type: 'panel',
  name: id,
  title,
  elements: items.map((item) => ({ type: 'radiogroup', name: item.id, title: item.text, choices })),
});

const model = new Model({
  title,
  description: intro,
  completeText: submitText,
  showQuestionNumbers: 'off',
  elements: [
    ...groups.map(SHAPE === 'matrix' ? matrix : list),
    ...texts.map((text) => ({ type: text.multiline ? 'comment' : 'text', name: text.id, title: text.text })),
  ],
});
model.onValueChanged.add(() => void keep(model.data));
model.onComplete.add(() => void handIn(model.data));
model.render(document.getElementById('survey'));
