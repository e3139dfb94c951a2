import { t95 } from '../stats/t-distribution.js';
import { collapse, strongest, suppressed } from './disclosure.js';
import { mergeBins } from './histogram.js';
import { publishPair, smallerWave } from './published-construct.js';
import { refusal, roundChange, type Headline, type Publishing } from './published-figures.js';
import { inUnit, roundTo } from './published-rounding.js';
import {
  isHidden,
  type Change,
  type ClustersResult,
  type ConstructResult,
  type Flow,
  type Hidden,
  type Histogram,
  type IndexResult,
  type Level,
  type Pair,
  type Range,
  type SensitivityResult,
  type Settings,
  type Shown,
  type WeightedChange,
} from './types.js';
import { verdictOf } from './verdict.js';

/** From this many communities on the interval comes from the communities' own changes, not from the standard error (method.md §3.17). */
const OWN_CHANGES_FROM = 10;

/** What of a group an index is published with. */
export interface IndexContext {
  readonly settings: Settings;
  /** As published. */
  readonly constructs: Readonly<Record<string, ConstructResult | Hidden>> | Hidden;
  readonly flow: Flow | undefined;
}

/** The index of one group and its headline before rounding; hidden as a whole where its change may not be published. */
export function publishIndex(
  publishing: Publishing,
  path: string,
  index: IndexResult | Hidden,
  context: IndexContext,
): { readonly index: IndexResult | Hidden; readonly headline: Headline } {
  if (isHidden(index)) return { index, headline: { change: index, renewed: false } };
  const { pair, headline } = publishPair(publishing, path, index);
  if (isHidden(headline.change)) return { index: headline.change, headline };
  const { relevance } = context.settings;
  const n = smallerWave(headline.change);
  const { clusters } = index;
  const wide = widened(clusters, headline);
  return {
    headline,
    index: {
      ...pair,
      verdict: headline.renewed ? renewedVerdict(headline.change, wide, relevance) : index.verdict,
      contributions: publishContributions(publishing, index, context, n),
      ...(index.sensitivity !== undefined && {
        sensitivity: publishSensitivity(publishing, `${path}/sensitivity`, index, context, n),
      }),
      ...(index.histogram !== undefined && {
        histogram: publishHistograms(publishing, `${path}/histogram`, index.histogram, pair),
      }),
      ...(wide !== undefined && { clusters: isHidden(wide) ? wide : roundClusters(wide, n) }),
    },
  };
}

/** How the index is spread: in wider bins, and not where the level of the wave is hidden. */
function publishHistograms(
  publishing: Publishing,
  path: string,
  histogram: NonNullable<IndexResult['histogram']>,
  levels: Pair<Level | Hidden>,
): IndexResult['histogram'] & object {
  if (isHidden(histogram)) return histogram;
  const one = (wave: 'baseline' | 'endline'): Histogram | Hidden => {
    const [own, level] = [histogram[wave], levels[wave]];
    if (isHidden(own)) return own;
    if (isHidden(level)) return level;
    return refusal(publishing, `${path}/${wave}`, [own.n]) ?? mergeBins(own, publishing.k);
  };
  return collapse({ baseline: one('baseline'), endline: one('endline') });
}

/** The interval for several communities, made anew where the standard error was. */
function widened(
  clusters: ClustersResult | Hidden | undefined,
  { change, renewed }: Headline,
): ClustersResult | Hidden | undefined {
  if (clusters === undefined || isHidden(clusters) || !renewed || isHidden(change)) return clusters;
  const { communities, deff } = clusters;
  if (deff === undefined || communities >= OWN_CHANGES_FROM) return clusters;
  const { estimate, se, df } = change;
  if (typeof estimate !== 'number' || typeof se !== 'number' || typeof df !== 'number') return { communities };
  const half = t95(df) * se * Math.sqrt(deff);
  return { ...clusters, low: estimate - half, high: estimate + half };
}

function roundClusters({ communities, icc, deff, low, high }: ClustersResult, n: number): ClustersResult {
  const round = inUnit('points', n);
  return {
    communities,
    ...(icc !== undefined && { icc: roundTo(icc, 2) }),
    ...(deff !== undefined && { deff: roundTo(deff, 2) }),
    ...(low !== undefined && high !== undefined && { low: round(low) as number, high: round(high) as number }),
  };
}

function renewedVerdict(
  change: Change,
  clusters: ClustersResult | Hidden | undefined,
  relevance: number,
): IndexResult['verdict'] {
  const wide = clusters === undefined || isHidden(clusters) || clusters.low === undefined ? undefined : clusters;
  const [low, high] = wide ? [wide.low, wide.high] : [change.low, change.high];
  if (typeof low === 'number' && typeof high === 'number') return verdictOf(low, high, relevance);
  return isHidden(change.low) ? change.low : suppressed('n<5');
}

/**
 * A contribution rests on people who have both an index and the scale; how many these are is not in the document, but they cannot be
 * fewer than the two sizes leave room for in the wave. Where this is below the smallest cell the contribution is hidden, and with it the
 * remainder.
 */
function publishContributions(
  { k }: Publishing,
  index: IndexResult,
  { settings, constructs, flow }: IndexContext,
  n: number,
): IndexResult['contributions'] {
  const { contributions } = index;
  if (isHidden(contributions)) return contributions;
  const round = inUnit('points', n);
  const published: Record<string, Shown> = {};
  let missing: Shown = contributions['missing'] ?? { estimate: null, why: 'not-computable' };
  for (const [id, value] of Object.entries(contributions)) {
    if (id === 'missing') continue;
    const construct = isHidden(constructs) ? constructs : constructs[id];
    const enough = (wave: 'baseline' | 'endline'): boolean => {
      const [scale, own] = [construct === undefined || isHidden(construct) ? undefined : construct[wave], index[wave]];
      if (scale === undefined || isHidden(scale) || isHidden(own) || flow === undefined) return false;
      return scale.n + own.n - flow[wave] >= k;
    };
    if (isHidden(value)) published[id] = value;
    else if (settings.weights[id] === 0 || (enough('baseline') && enough('endline'))) published[id] = round(value);
    else {
      published[id] = suppressed('n<5');
      if (!isHidden(missing)) missing = suppressed('complement');
    }
  }
  return { ...published, missing: round(missing) };
}

/** Other ways to compute the index: ranges, and changes of which each is a view of its own. */
function publishSensitivity(
  publishing: Publishing,
  path: string,
  index: IndexResult,
  { constructs, settings }: IndexContext,
  n: number,
): SensitivityResult | Hidden {
  const { sensitivity } = index;
  if (sensitivity === undefined || isHidden(sensitivity)) return sensitivity ?? suppressed('n<5');
  const { leaveOneOut, bounds, dirichlet, signRobust, weightedByAge, ...views } = sensitivity;
  const scales = Object.keys(settings.weights).map((id): Change | Hidden => {
    const construct = isHidden(constructs) ? constructs : constructs[id];
    return construct === undefined ? suppressed('n<5') : isHidden(construct) ? construct : construct.change;
  });
  const hidden = scales.filter(isHidden);
  // The range of the scales' changes would show a hidden one that lies outside the others.
  const secret = hidden.length > 0 ? strongest(hidden) : undefined;
  const range = (value: unknown, also?: Hidden): unknown => {
    if (value === undefined || isHidden(value)) return value;
    if (also) return also;
    const { low, high, ...more } = value as Range & Readonly<Record<string, unknown>>;
    const round = inUnit('points', n);
    const { sameSign } = more;
    return {
      low: round(low),
      high: round(high),
      ...(typeof sameSign === 'number' && { sameSign: roundTo(sameSign, 2) }),
    };
  };
  const published: Record<string, unknown> = {
    leaveOneOut: range(leaveOneOut),
    bounds: range(bounds, secret),
    signRobust: typeof signRobust === 'boolean' && secret ? secret : signRobust,
    dirichlet: range(dirichlet),
  };
  for (const [name, view] of Object.entries(views)) {
    published[name] = publishView(publishing, `${path}/${name}`, index, view);
  }
  if (weightedByAge !== undefined) {
    published['weightedByAge'] = publishWeighted(publishing, `${path}/weightedByAge`, index, weightedByAge);
  }
  return Object.fromEntries(
    Object.entries(published).filter(([, value]) => value !== undefined),
  ) as unknown as SensitivityResult;
}

/** The index of fewer people or fewer links: not where it differs from the headline by fewer than the smallest cell. */
function publishView(publishing: Publishing, path: string, index: IndexResult, view: Change | Hidden): Change | Hidden {
  if (isHidden(view)) return view;
  if (isHidden(index.change) || !('linked' in view.n) || !('linked' in index.change.n)) return suppressed('n<5');
  const [own, all] = [view.n, index.change.n];
  const refused = refusal(publishing, path, [own.baseline, own.endline, own.linked]);
  if (refused) return refused;
  const apart = [all.baseline - own.baseline, all.endline - own.endline, all.linked - own.linked];
  if (apart.some((n) => n !== 0 && Math.abs(n) < publishing.k)) return suppressed('complement');
  return roundChange(view, smallerWave(view));
}

/** The weighted index rests on age bands: each has to be large enough, and so do those who gave no age. */
function publishWeighted(
  publishing: Publishing,
  path: string,
  index: IndexResult,
  weighted: WeightedChange | Hidden,
): WeightedChange | Hidden {
  if (isHidden(weighted)) return weighted;
  const { estimate, low, high, n, smallestBand } = weighted;
  if (isHidden(index.change) || !('linked' in index.change.n)) return suppressed('n<5');
  const all = index.change.n;
  const apart = [all.baseline - n.baseline, all.endline - n.endline];
  if ([smallestBand, ...apart].some((size) => size > 0 && size < publishing.k)) return suppressed('n<5');
  const refused = refusal(publishing, path, [n.baseline, n.endline]);
  if (refused) return refused;
  const round = inUnit('points', Math.min(n.baseline, n.endline));
  return { estimate: round(estimate), low: round(low), high: round(high), n, smallestBand };
}

/** Level of a wave, or why it is hidden: for gaps, which are made of two. */
export function levelOf(
  constructs: IndexContext['constructs'] | undefined,
  id: string,
  wave: 'baseline' | 'endline',
): Level | Hidden {
  if (constructs === undefined) return suppressed('n<5');
  const construct = isHidden(constructs) ? constructs : constructs[id];
  if (construct === undefined) return suppressed('n<5');
  return isHidden(construct) ? construct : construct[wave];
}
