/** Days of the calendar, `YYYY-MM-DD`, as numbers: pure arithmetic, so that no clock and no time zone comes in. */

/** The number of a day, counted from 1 March of the year 0 (proleptic Gregorian calendar). */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // Years that begin in March: leap days come last.
  const march = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  return (
    365 * march +
    Math.floor(march / 4) -
    Math.floor(march / 100) +
    Math.floor(march / 400) +
    Math.floor((153 * months + 2) / 5) +
    date -
    1
  );
}

/** Days from one day to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The latest of some days; undefined of none. */
export function latest(days: readonly (string | undefined)[]): string | undefined {
  let last: string | undefined;
  for (const day of days) if (day !== undefined && (last === undefined || day > last)) last = day;
  return last;
}
