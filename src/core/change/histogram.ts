import type { Tally } from '../stats/tally.js';
import { notComputable, SOME, suppressed } from './disclosure.js';
import type { Hidden, Histogram } from './types.js';

/** Width of a bin before bins are merged, in points. */
const WIDTH = 5;
/** A score this close below an edge is rounding of the edge. */
const ROUNDING = 1e-9;

/**
 * How the scores of a wave (in points 0–100) are spread: bins of 5 points, merged until each holds at least `k` people; from 20 people on
 * (method.md §3.13.4). The bins always reach from 0 to 100, so that neither the lowest nor the highest score can be read off their ends.
 */
export function histogramOf({ n, values, counts }: Tally, k: number): Histogram | Hidden {
  if (n === 0) return notComputable('n<2');
  if (n < SOME) return suppressed(n < k ? 'n<5' : 'n<20');
  const bins = Array.from({ length: 100 / WIDTH }, () => 0);
  values.forEach((value, i) => {
    bins[Math.min(bins.length - 1, Math.max(0, Math.floor((value + ROUNDING) / WIDTH)))]! += counts[i] as number;
  });
  return mergeBins({ n, edges: [...bins.map((_, i) => i * WIDTH), 100], counts: bins }, k);
}

/**
 * The histogram in bins of at least `k` people. From both ends towards the middle of the people, each bin takes in the next until it holds that
 * many; what is left over between them is a bin of its own or goes to one beside it. Merging a merged one again only leaves edges out, so
 * that no difference of two of them has fewer people than a bin.
 */
export function mergeBins({ n, edges, counts }: Histogram, k: number): Histogram {
  const end = counts.length;
  const cuts = new Set([0, end]);
  const marks = [0, end];
  const sums = [0, 0];
  const seen = [0, 0];
  for (let left = 0, right = end; left < right;) {
    const side = seen[0]! <= seen[1]! ? 0 : 1;
    const count = counts[side ? --right : left++]!;
    seen[side]! += count;
    sums[side]! += count;
    if (sums[side]! < k) continue;
    sums[side] = 0;
    marks[side] = side ? right : left;
    cuts.add(marks[side]);
  }
  // A cut at an end stays: it is the end.
  if (sums[0]! + sums[1]! < k && marks[0] !== marks[1]) {
    const spare = marks.find((at) => at > 0 && at < end);
    if (spare !== undefined) cuts.delete(spare);
  }
  const kept = [...cuts].sort((a, b) => a - b);
  return {
    n,
    edges: kept.map((at) => edges[at]!),
    counts: kept.slice(1).map((to, i) => counts.slice(kept[i], to).reduce((sum, count) => sum + count, 0)),
  };
}
