import { CanyuReport } from '../elements/report/canyu-report.js';
import { defineElement } from '../elements/define-element.js';

defineElement('canyu-report', CanyuReport);
