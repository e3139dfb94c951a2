/** Everything with which a sheet that cannot be stored leaves the page: one part, loaded at the first sign of trouble. */
export { Handover } from './handover.js';
export { Clipboard, handoverView } from './handover-view.js';
export { handoverStyles } from './handover.styles.js';
export { inAppBrowser } from './in-app.js';
