/** From when until when, in minutes after midnight; the end itself is no longer open. */
export type Span = readonly [from: number, to: number];

/** The opening times of each day of the week, Sunday first as in `Date.getDay()`; each day's in order. */
export type OpeningHours = readonly (readonly Span[])[];

/** The next opening: how many days from today (0–7) and the minute of that day. */
export interface Opening {
  readonly inDays: number;
  readonly minute: number;
}

const DAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];

/**
 * Reads opening hours: `09:00-17:30`, `09:00-11:30,14:00-17:30`, `Mo-Fr 09:00-17:30; Sa 09:00-12:00` (the simple part of the
 * OpenStreetMap notation). Rules without days hold every day, a later rule replaces an earlier one on its days, days without a rule are
 * closed. Undefined for anything else.
 */
export function parseOpeningHours(text: string): OpeningHours | undefined {
  const week: Span[][] = DAYS.map(() => []);
  for (const rule of text.split(';')) {
    const [, days, times] = /^\s*(?:([A-Z][a-z][A-Za-z, -]*?)\s+)?(\d[\d:,\s-]*?)\s*$/.exec(rule) ?? [];
    const on = days === undefined ? DAYS.map((_, day) => day) : daysOf(days);
    const spans = times?.split(',').map(spanOf);
    if (!on || !spans) return undefined;
    const read = spans.filter((span) => span !== undefined).sort(([a], [b]) => a - b);
    const overlaps = read.some(([from], i) => i > 0 && from < (read[i - 1]?.[1] ?? 0));
    if (read.length < spans.length || overlaps) return undefined;
    for (const day of on) week[day] = read;
  }
  return week;
}

/** Whether it is open on a day of the week at a minute of that day. */
export const isOpenAt = (hours: OpeningHours, day: number, minute: number): boolean =>
  (hours[day] ?? []).some(([from, to]) => from <= minute && minute < to);

/** The next opening after a minute of a day of the week; undefined where it never opens. */
export function nextOpening(hours: OpeningHours, day: number, minute: number): Opening | undefined {
  for (let inDays = 0; inDays <= 7; inDays++) {
    const from = (hours[(day + inDays) % 7] ?? [])
      .map(([start]) => start)
      .find((start) => inDays > 0 || start > minute);
    if (from !== undefined) return { inDays, minute: from };
  }
  return undefined;
}

function spanOf(text: string): Span | undefined {
  const [, ...numbers] = /^\s*(\d\d?):(\d\d)\s*-\s*(\d\d?):(\d\d)\s*$/.exec(text) ?? [];
  const [h1, m1, h2, m2] = numbers.map(Number);
  if (h1 === undefined || m1 === undefined || h2 === undefined || m2 === undefined || m1 > 59 || m2 > 59) {
    return undefined;
  }
  const [from, to] = [h1 * 60 + m1, h2 * 60 + m2];
  return from < to && to <= 24 * 60 ? [from, to] : undefined;
}

function daysOf(text: string): number[] | undefined {
  const found: number[] = [];
  for (const part of text.split(',')) {
    const [first = -1, last = first, ...more] = part.split('-').map((name) => DAYS.indexOf(name.trim()));
    if (first < 0 || last < 0 || more.length) return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      found.push(day);
      if (day === last) break;
    }
  }
  return found;
}
