import { defineElement } from '../elements/define-element.js';
import { CanyuSurvey } from '../elements/survey/canyu-survey.js';

defineElement('canyu-survey', CanyuSurvey);
