/** The local day of a date, `YYYY-MM-DD`; today's when none is given. */
export const dayOf = (date = new Date()): string =>
  new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
