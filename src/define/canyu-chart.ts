import { CanyuChart } from '../elements/chart/canyu-chart.js';
import { defineElement } from '../elements/define-element.js';

defineElement('canyu-chart', CanyuChart);
