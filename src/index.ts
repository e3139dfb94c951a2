/** Classes and types for npm users; importing this registers nothing and touches no DOM. */
export { CanyuSurvey, type CanyuSurveyEvents } from './elements/survey/canyu-survey.js';
export { CanyuChart } from './elements/chart/canyu-chart.js';
export { CanyuChangeIndex } from './elements/change-index/canyu-change-index.js';
export { CanyuExport, type ExportDetail } from './elements/export/canyu-export.js';
export { CanyuReport, type ReportReadyDetail } from './elements/report/canyu-report.js';
export type * from './core/describe/report-material.js';
export { CanyuKiosk, type CanyuKioskEvents } from './elements/kiosk/canyu-kiosk.js';
export { CanyuDesk, type GatherDetail } from './elements/desk/canyu-desk.js';
export { defineElement, type ElementClass } from './elements/define-element.js';
export * from './core.js';
