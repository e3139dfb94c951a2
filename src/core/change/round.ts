/**
 * A document with every number at 12 significant digits and -0 as 0: the same bytes on every engine (design.md §3). The only rounding of a
 * computation, at its very end.
 */
export function roundDocument<T>(value: T): T {
  if (typeof value === 'number') return (Number.isInteger(value) ? value + 0 : Number(value.toPrecision(12))) as T;
  if (Array.isArray(value)) return value.map((member: unknown) => roundDocument(member)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, roundDocument(member)])) as T;
  }
  return value;
}
