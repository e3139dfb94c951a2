import { createApp } from 'vue';
import 'canyu/define/canyu-survey.js';
import SurveyPage from './survey-page.vue';

createApp(SurveyPage).mount('#app');
