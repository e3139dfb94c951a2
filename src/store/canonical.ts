/**
 * A JSON document as text with the keys of every object in one order, so that the same content is the same text. The store
 * keeps texts: two records are compared by `===`, one damaged record cannot make a whole page of records unreadable, and
 * there is no Blob and nothing that cannot be cloned.
 */
export const canonical = (document: unknown): string =>
  JSON.stringify(document, (_key, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
