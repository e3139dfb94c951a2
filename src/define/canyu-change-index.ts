import './canyu-chart.js';
import { CanyuChangeIndex } from '../elements/change-index/canyu-change-index.js';
import { defineElement } from '../elements/define-element.js';

defineElement('canyu-change-index', CanyuChangeIndex);
