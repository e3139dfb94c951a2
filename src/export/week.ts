const DAY = 86_400_000;

/** The ISO 8601 week of a day, e.g. `2026-W43`: all that an export tells of when somebody answered (method.md §3.13.6). */
export function isoWeek(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return '';
  // The week belongs to the year of its Thursday.
  const thursday = time + (3 - ((new Date(time).getUTCDay() + 6) % 7)) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Days since 30 December 1899, as workbooks count them; undefined for what is no day. */
export function serialDay(day: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? undefined : Math.round((time - Date.UTC(1899, 11, 30)) / DAY);
}
