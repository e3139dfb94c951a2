/** Type-7 quantile (Hyndman & Fan 1996; R's default) of values sorted upwards. NaN when there are none. method.md §3.9. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const position = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = Math.floor(position);
  const low = sorted[below];
  const high = sorted[Math.min(sorted.length - 1, below + 1)];
  if (low === undefined || high === undefined) return NaN;
  return low + (position - below) * (high - low);
}
