import './canyu-survey.js';
import { defineElement } from '../elements/define-element.js';
import { CanyuKiosk } from '../elements/kiosk/canyu-kiosk.js';

defineElement('canyu-kiosk', CanyuKiosk);
