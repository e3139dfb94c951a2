import { CanyuExport } from '../elements/export/canyu-export.js';
import { defineElement } from '../elements/define-element.js';

defineElement('canyu-export', CanyuExport);
