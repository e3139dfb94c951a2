import type { WhyLeftOut } from './left-out.js';

/** Types of rows of XLSForm that are not taken in, and why; names as they are compared: lower case, `_` for every space. */
const TYPES: readonly (readonly [WhyLeftOut, string])[] = [
  ['multiple-choice', 'select_multiple select_all_that_apply select_multiple_from_file rank odk:rank'],
  ['no-choices', 'select_one_from_file select_one_external'],
  ['calculation', 'calculate hidden trigger'],
  ['personal', 'geopoint geotrace geoshape start-geopoint image photo audio background-audio video file phone_number'],
  [
    'metadata',
    'start end today deviceid device_id subscriberid simserial phonenumber username email audit start_time end_time imei',
  ],
  ['setting', 'csv-external xml-external'],
];

/** Why rows of this type stay outside. */
export const reasonOfType = (type: string): WhyLeftOut =>
  TYPES.find(([, types]) => types.split(' ').includes(type))?.[0] ?? 'unknown-type';

/** Columns of the survey sheet that are not taken in, and why; names in lower case, without language. */
const COLUMNS: readonly (readonly [WhyLeftOut, readonly string[]])[] = [
  ['validation', ['constraint', 'constraint_message', 'bind::jr:constraintmsg', 'bind::constraint']],
  ['required', ['required', 'required_message', 'bind::required']],
  ['calculation', ['calculation', 'trigger', 'bind::calculate', 'instance::', 'save_to']],
  ['part-condition', ['choice_filter']],
  ['default-value', ['default']],
  ['media', ['image', 'audio', 'video', 'big-image', 'media']],
  [
    'look',
    ['appearance', 'parameters', 'body::accuracythreshold', 'guidance_hint', 'autoplay', 'readonly', 'read_only'],
  ],
  [
    'setting',
    ['repeat_count', '$kuid', '$autoname', '$xpath', '$qpath', '$anchor', 'kobo--locking-profile', 'disabled', 'note'],
  ],
];

/** Why a column of the survey sheet stays outside. */
export const reasonOfColumn = (column: string): WhyLeftOut =>
  COLUMNS.find(([, names]) => names.includes(column))?.[0] ?? 'column';
