import { isHidden, type Results } from './types.js';

/*
 * Differencing against what is known already (method.md §3.13.3). Two views of nearly the same people give away the few who are in one of
 * them only: n·mean of one minus n·mean of the other. A results document carries what this check needs, the n of every figure it shows.
 */

/** What was shown before of the people a figure is about. */
export interface EarlierViews {
  /** Whether an earlier view of the same figure rests on 1 to k - 1 people more or fewer, in any of its sizes. */
  refuses(path: string, sizes: readonly number[]): boolean;
}

/**
 * The views in documents of the same study as `current`. A figure of one wave is the same view in every comparison that uses this wave,
 * whether it came first or last; a change is the same view between the same two waves.
 */
export function earlierViews(published: readonly Results[], current: Results, k: number): EarlierViews {
  const sizesAt = new Map<string, (readonly number[])[]>();
  for (const document of published) {
    if (document.study.id !== current.study.id) continue;
    for (const part of ['groups', 'flow'] as const) collect(document[part], part, document.waves, sizesAt);
  }
  return {
    refuses: (path, sizes) =>
      (sizesAt.get(viewOf(path, current.waves)) ?? []).some((earlier) =>
        sizes.some((n, i) => {
          const apart = Math.abs(n - (earlier[i] ?? n));
          return apart > 0 && apart < k;
        }),
      ),
  };
}

/** The sizes a figure carries in `n`: one, or one for each wave (and linked people). */
export function sizesOf(n: number | object): readonly number[] {
  return typeof n === 'number' ? [n] : Object.values(n).filter((size) => typeof size === 'number');
}

function collect(
  value: unknown,
  path: string,
  waves: Results['waves'],
  into: Map<string, (readonly number[])[]>,
): void {
  if (typeof value !== 'object' || value === null || isHidden(value)) return;
  const { n } = value as { readonly n?: unknown };
  if (typeof n === 'number' || (typeof n === 'object' && n !== null && !isHidden(n))) {
    const view = viewOf(path, waves);
    into.set(view, [...(into.get(view) ?? []), sizesOf(n)]);
  }
  for (const [key, member] of Object.entries(value)) if (key !== 'n') collect(member, `${path}/${key}`, waves, into);
}

/** A path with the wave it is about in place of its role; a path that is about both carries both. */
function viewOf(path: string, { baseline, endline }: Results['waves']): string {
  const one = path.replace(
    /\/(baseline|endline)(?=\/|$)/,
    (_, role) => `/@${role === 'baseline' ? baseline : endline}`,
  );
  return one === path ? `${path}@${baseline}>${endline}` : one;
}
