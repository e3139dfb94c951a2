/**
 * Holm's adjusted p values (Holm 1979): adj p_(i) = max over j <= i of min(1, (m - j + 1) p_(j)), in the order of the input.
 * A null (p not there) stays null and is left out of m. R: `p.adjust(p, "holm")`. method.md §3.12.
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const order = pValues
    .map((p, index) => ({ p, index }))
    .filter((entry): entry is { p: number; index: number } => entry.p !== null)
    .sort((a, b) => a.p - b.p || a.index - b.index);
  const adjusted = pValues.map((): number | null => null);
  let largest = 0;
  order.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, (order.length - rank) * p));
    adjusted[index] = largest;
  });
  return adjusted;
}
