/** The one-script-tag entry: registers every element; each loads its code when it first appears on the page. */
import './define/guard.js';
import './elements/survey/ahead.js';
import './define/canyu-chart.js';
import './define/canyu-change-index.js';
import './define/canyu-export.js';
import './define/canyu-desk.js';
import './define/canyu-report.js';
import './define/canyu-survey.js';
import './define/canyu-kiosk.js';
