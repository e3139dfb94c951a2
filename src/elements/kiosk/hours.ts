import { isOpenAt, nextOpening, parseOpeningHours, type OpeningHours } from '../../core/kiosk/opening-hours.js';
import type { Locale } from '../../core/text.js';
import type { KioskMessages } from '../../i18n/kiosk/types.js';

const read = new Map<string, OpeningHours | undefined>();

/** The opening hours of an attribute; undefined where there are none, or where they cannot be read (with a warning for the page's editor). */
export function hoursOf(text: string | undefined): OpeningHours | undefined {
  if (!text?.trim()) return undefined;
  if (!read.has(text)) {
    read.set(text, parseOpeningHours(text));
    if (!read.get(text)) console.warn(`canyu: hours="${text}" cannot be read; the kiosk is always open.`);
  }
  return read.get(text);
}

const minuteOf = (date: Date): number => date.getHours() * 60 + date.getMinutes();

export const isOpenNow = (hours: OpeningHours | undefined, date: Date): boolean =>
  !hours || isOpenAt(hours, date.getDay(), minuteOf(date));

/** When it opens next, in words. */
export function nextOpeningText(
  hours: OpeningHours | undefined,
  date: Date,
  { closed }: KioskMessages,
  locale: Locale,
): string | undefined {
  const next = hours && nextOpening(hours, date.getDay(), minuteOf(date));
  if (!next) return undefined;
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() + next.inDays);
  const weekday = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { weekday: 'long' }).format(day);
  const time = `${Math.floor(next.minute / 60)}:${String(next.minute % 60).padStart(2, '0')}`;
  return closed.when(next.inDays, weekday, time);
}
