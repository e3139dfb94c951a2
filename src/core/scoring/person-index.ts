/** The six scales of the index, in the order in which they are always shown (method.md §3.21). */
export const INDEX_SCALES = ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV'] as const;

/** Scales of which less is better; they enter the index and the domains as 100 - x. */
export const LESS_IS_BETTER: ReadonlySet<string> = new Set(['CJ']);

/** The three domains of the index (results-paths, names). */
export const DOMAINS = {
  participation: ['CY', 'CJ'],
  trust: ['TR', 'RC'],
  governance: ['PR', 'GV'],
} as const;

/** Share of the weight that has to be answered. */
const FEWEST = 0.5;

/** True when the answered weight is at least half of the whole; 1e-12 forgives rounding of the weights. */
export function enoughWeight(answered: number, whole: number): boolean {
  return whole > 0 && answered >= FEWEST * whole - 1e-12;
}

/**
 * Q of one person: the weighted mean of the oriented scales (CJ as 100 - CJ) that were answered, provided they carry at least half of the
 * weight (method.md §3.21); null otherwise. `scores` in points, null for a scale without a score. Weights of any sum; default equal.
 * `scales` restricts it to a domain.
 */
export function personIndex(
  scores: Readonly<Record<string, number | null | undefined>>,
  weights: Readonly<Record<string, number>> = {},
  scales: readonly string[] = INDEX_SCALES,
): number | null {
  const equal = scales.every((scale) => !((weights[scale] ?? 0) > 0));
  let whole = 0;
  let answered = 0;
  let sum = 0;
  for (const scale of scales) {
    const weight = equal ? 1 : Math.max(0, weights[scale] ?? 0);
    whole += weight;
    const score = scores[scale];
    if (score === null || score === undefined) continue;
    answered += weight;
    sum += weight * (LESS_IS_BETTER.has(scale) ? 100 - score : score);
  }
  return enoughWeight(answered, whole) ? sum / answered : null;
}
