import './canyu-change-index.js';
import './canyu-chart.js';
import './canyu-export.js';
import './canyu-report.js';
import { defineElement } from '../elements/define-element.js';
import { CanyuDesk } from '../elements/desk/canyu-desk.js';

defineElement('canyu-desk', CanyuDesk);
