import type { Instrument } from '../instrument/types.js';
import {
  day,
  dictionary,
  group,
  id,
  list,
  member,
  number,
  object,
  oneOf,
  pattern,
  readDocument,
  type Report,
  type Shape,
} from '../json/shape.js';
import type { Parsed } from '../parsed.js';
import type { Answer, SurveyResponse } from './types.js';

const answer: Shape<Answer> = (value, path, report) => {
  if (value === '') report(path, 'value', 'must not be empty');
  return typeof value === 'string' ? value : number()(value, path, report);
};

const token = pattern(/^[0-9a-f]{32}$/, 'must be 32 hex digits in lower case');
const tokens = list(token, 7, 7);
const link: Shape<readonly string[] | null> = (value, path, report) =>
  value === null ? null : tokens(value, path, report);

const digest = pattern(/^[0-9a-f]{64}$/, 'must be 64 hex digits in lower case');
const hash: Shape<string | null> = (value, path, report) => (value === null ? null : digest(value, path, report));
const brief = pattern(/^.{0,100}$/su, 'must have no more than 100 characters');

const response = object(
  {
    schema: oneOf('canyu-response/1'),
    id,
    study: id,
    instrument: pattern(/^[^\s@]{1,100}@[^\s@]{1,50}$/, 'must be id@version'),
    wave: id,
    group,
    form: oneOf('full', 'short'),
    mode: oneOf('self', 'helped', 'paper'),
    locale: brief,
    answers: dictionary(answer),
    link,
    consent: object({ version: brief, hash }),
    date: day,
    seconds: number(0, Infinity, 'whole'),
    device: brief,
  },
  { community: id },
);

/**
 * Reads an answer sheet, `canyu-response/1` (design.md §3). Never throws; members it does not know are left out, so nothing can ride
 * along that Canyu does not ask.
 *
 * @param instrument when given, the sheet must be of this instrument, its answers to items that exist, numbers values of the item's
 * scale, and texts only `dk` or `pns` unless the item is free text
 */
export const parseResponse = (value: unknown, instrument?: Instrument): Parsed<SurveyResponse> =>
  readDocument<SurveyResponse>(value, 'canyu-response', response, (sheet, report) => {
    if (instrument) checkAnswers(sheet, instrument, report);
  });

function checkAnswers(sheet: SurveyResponse, instrument: Instrument, report: Report): void {
  const name = `${instrument.id}@${instrument.version}`;
  if (sheet.instrument !== name) {
    report('/instrument', 'unknown', `is another instrument than ${name}`);
    return;
  }

  const items = new Map(instrument.items.map((item) => [item.id, item]));
  for (const [itemId, given] of Object.entries(sheet.answers)) {
    const at = member('/answers', itemId);
    const item = items.get(itemId);
    if (!item) report(at, 'unknown', 'answers an item that is not in the instrument');
    else if (typeof given === 'string') {
      if (item.kind !== 'text' && given !== 'dk' && given !== 'pns') {
        report(at, 'value', 'must be a value of the scale, dk or pns');
      }
    } else if (item.kind === 'text') report(at, 'type', 'must be a text');
    else if (!instrument.scales[item.scale ?? '']?.points.some((point) => point.value === given)) {
      report(at, 'value', 'is not a value of the scale');
    }
  }
}
