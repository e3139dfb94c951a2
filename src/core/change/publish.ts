import { holm } from '../stats/holm.js';
import { combine, differenceInDifferences } from '../stats/t-estimate.js';
import type { Group } from '../text.js';
import { collapse, strongest, suppressed } from './disclosure.js';
import { earlierViews } from './differencing.js';
import { publishConstruct, publishPair } from './published-construct.js';
import { publishItem, publishQuality } from './published-detail.js';
import {
  asEstimate,
  publishRate,
  refusal,
  roundChange,
  roundInference,
  shownInference,
  type Headline,
  type Publishing,
} from './published-figures.js';
import { levelOf, publishIndex } from './published-index.js';
import { inUnit, roundTo, toTwoDigits } from './published-rounding.js';
import {
  isHidden,
  type Change,
  type ConstructResult,
  type Flow,
  type Gap,
  type GroupResult,
  type Hidden,
  type Interval,
  type ItemResult,
  type LadderResult,
  type Level,
  type Pair,
  type Rate,
  type Results,
  type Settings,
  type Shown,
} from './types.js';

/** Smallest cell of what everyone may see (design.md §6.2). */
export const PUBLISHED_CELL = 10;

/** Whether an organisation can say "no" to its partners in government concerns the organisation alone (method.md AU). */
const FOR_PARTNERS_ONLY: ReadonlySet<string> = new Set(['AU']);

/** A group as published, and what gaps and the joint index need of it. */
interface PublishedGroup {
  readonly result: GroupResult;
  readonly index: Headline;
  readonly headlines: ReadonlyMap<string, Headline>;
}

/**
 * What everyone may see of a results document (design.md §6.2, results-paths rule 9, method.md §3.13). The smallest cell is raised to 10
 * (or stays, where the study's is higher): a group with fewer in a wave is hidden whole, and so is every figure of fewer people, with what
 * would give it away. Points are whole numbers where the smaller wave has fewer than 20, else rounded to 0.1; shares to whole per cents, p to
 * two significant digits; counts of 1–4 people are hidden. Counts of sheets in `flow` stay (results-paths rule 7).
 *
 * Fewer linked people than the smallest cell do not lend their correlation: headline intervals and verdicts that rest on it are made
 * anew without it.
 *
 * `published` are the documents of this study that people have seen before; any results document will do, for it carries the n of every
 * figure it shows. A figure of nearly the same people as an earlier one, 1 to k - 1 more or fewer, is hidden as `complement`
 * (method.md §3.13.3).
 *
 * Works on a document alone, also one that was read with `parseResults`. Publishing a published document changes nothing.
 */
export function publishResults(results: Results, published: readonly Results[] = []): Results {
  const k = Math.max(PUBLISHED_CELL, results.settings.minimumCell);
  const publishing: Publishing = { k, earlier: earlierViews(published, results, k) };
  const names = Object.keys(results.groups) as Group[];
  const groups = new Map(names.map((group) => [group, publishGroup(publishing, results, group)]));
  return {
    schema: results.schema,
    study: results.study,
    instrument: results.instrument,
    waves: results.waves,
    settings: raised(results.settings, k),
    flow: Object.fromEntries(
      (Object.keys(results.flow) as Group[]).map((group) => [
        group,
        publishFlow(publishing, `flow/${group}`, results.flow[group] as Flow),
      ]),
    ),
    groups: Object.fromEntries([...groups].map(([group, { result }]) => [group, result])),
    joint: { index: { change: publishJoint(results, groups) } },
    gaps: Object.fromEntries(
      Object.entries(results.gaps).map(([id, gap]) => [id, publishGap(publishing, id, gap, groups)]),
    ),
    ...(results.labels !== undefined && { labels: results.labels }),
    ...(results.ledger !== undefined && { ledger: publishLedger(results.ledger) as NonNullable<Results['ledger']> }),
  };
}

function raised(settings: Settings, minimumCell: number): Settings {
  const { changedFromDefault } = settings;
  if (minimumCell === settings.minimumCell || changedFromDefault.includes('minimumCell')) {
    return { ...settings, minimumCell };
  }
  const after = changedFromDefault.findIndex((name) => name === 'seed' || name === 'resamples');
  const at = after < 0 ? changedFromDefault.length : after;
  return {
    ...settings,
    minimumCell,
    changedFromDefault: [...changedFromDefault.slice(0, at), 'minimumCell', ...changedFromDefault.slice(at)],
  };
}

/** Fewer than the smallest cell, but somebody, in a wave. */
function tooSmall(flow: Flow | undefined, k: number): boolean {
  return flow !== undefined && [flow.baseline, flow.endline].some((n) => n > 0 && n < k);
}

function publishFlow(publishing: Publishing, path: string, flow: Flow): Flow {
  const { silence } = flow;
  if (isHidden(silence)) return flow;
  return {
    ...flow,
    silence: tooSmall(flow, publishing.k)
      ? suppressed('n<5')
      : collapse(publishPair(publishing, `${path}/silence`, silence, 'share').pair),
  };
}

function publishGroup(publishing: Publishing, results: Results, group: Group): PublishedGroup {
  const result = results.groups[group] as GroupResult;
  const flow = results.flow[group];
  const path = `groups/${group}`;
  if (tooSmall(flow, publishing.k)) {
    const few = suppressed('n<5');
    return {
      result: Object.fromEntries(Object.keys(result).map((part) => [part, few])) as unknown as GroupResult,
      index: { change: few, renewed: false },
      headlines: new Map(),
    };
  }
  const headlines = new Map<string, Headline>();
  const constructs = isHidden(result.constructs)
    ? result.constructs
    : collapse(publishConstructs(publishing, `${path}/constructs`, result.constructs, headlines));
  const { index, headline } = publishIndex(publishing, `${path}/index`, result.index, {
    settings: results.settings,
    constructs,
    flow,
  });
  const { ladder, frequency, items, quality } = result;
  return {
    index: headline,
    headlines,
    result: {
      index,
      domains: publishPairs(publishing, `${path}/domains`, result.domains),
      constructs,
      ...(ladder !== undefined && { ladder: publishLadder(publishing, `${path}/ladder`, ladder) }),
      ...(frequency !== undefined && { frequency: publishPairs(publishing, `${path}/frequency`, frequency) }),
      ...(items !== undefined && { items: publishItems(publishing, `${path}/items`, items) }),
      ...(quality !== undefined && {
        quality: isHidden(quality)
          ? quality
          : collapse(
              publishQuality(publishing, `${path}/quality`, quality, {
                real: isHidden(result.constructs) ? result.constructs : result.constructs['CY'],
                published: isHidden(constructs) ? constructs : constructs['CY'],
                otherHidden: (['resident', 'official'] as const).some((other) =>
                  tooSmall(results.flow[other], publishing.k),
                ),
              }),
            ),
      }),
    },
  };
}

function publishItems(
  publishing: Publishing,
  path: string,
  items: Readonly<Record<string, ItemResult | Hidden>> | Hidden,
): Readonly<Record<string, ItemResult | Hidden>> | Hidden {
  if (isHidden(items)) return items;
  const shown = Object.entries(items).filter(([id]) => !FOR_PARTNERS_ONLY.has(id));
  if (shown.length === 0) return suppressed('n<5');
  return collapse(
    Object.fromEntries(
      shown.map(([id, item]) => [
        id,
        isHidden(item) ? item : withoutOptions(publishItem(publishing, `${path}/${id}`, item)),
      ]),
    ),
  );
}

/** The values of the options alone are no reason to list an item. */
function withoutOptions(item: ItemResult): ItemResult | Hidden {
  const { baseline, endline } = item;
  return isHidden(baseline) && isHidden(endline) ? strongest([baseline, endline]) : item;
}

function publishConstructs(
  publishing: Publishing,
  path: string,
  constructs: Readonly<Record<string, ConstructResult | Hidden>>,
  headlines: Map<string, Headline>,
): Readonly<Record<string, ConstructResult | Hidden>> {
  const published: Record<string, ConstructResult | Hidden> = {};
  for (const [id, construct] of Object.entries(constructs)) {
    if (isHidden(construct)) published[id] = construct;
    else {
      const made = publishConstruct(publishing, `${path}/${id}`, construct);
      published[id] = made.construct;
      headlines.set(id, made.headline);
    }
  }
  return withHolm(published, constructs, headlines);
}

/** Holm's p: hidden with its change; made anew over all scales where the p of any of them has changed (method.md §3.12). */
function withHolm(
  published: Readonly<Record<string, ConstructResult | Hidden>>,
  original: Readonly<Record<string, ConstructResult | Hidden>>,
  headlines: ReadonlyMap<string, Headline>,
): Readonly<Record<string, ConstructResult | Hidden>> {
  const scales = Object.keys(published).flatMap((id) => {
    const construct = original[id];
    const { change } = headlines.get(id) ?? {};
    if (construct === undefined || isHidden(construct) || construct.holm === undefined || change === undefined)
      return [];
    return [{ id, holm: construct.holm, p: isHidden(change) ? change : change.p, renewed: headlines.get(id)?.renewed }];
  });
  const adjusted = scales.some(({ renewed }) => renewed)
    ? holm(scales.map(({ p }) => (isHidden(p) ? null : p)))
    : scales.map(({ holm: given }) => (isHidden(given) ? null : given));
  return {
    ...published,
    ...Object.fromEntries(
      scales.map(({ id, p, holm: given }, i): [string, ConstructResult] => {
        const own = isHidden(p) ? (isHidden(given) ? given : p) : (adjusted[i] ?? given);
        const holmP: Shown = toTwoDigits(own);
        return [id, { ...(published[id] as ConstructResult), holm: holmP }];
      }),
    ),
  };
}

function publishPairs(
  publishing: Publishing,
  path: string,
  pairs: Readonly<Record<string, Pair<Level | Hidden> | Hidden>> | Hidden,
): Readonly<Record<string, Pair<Level | Hidden> | Hidden>> | Hidden {
  if (isHidden(pairs)) return pairs;
  return collapse(
    Object.fromEntries(
      Object.entries(pairs).map(([id, pair]) => [
        id,
        isHidden(pair) ? pair : publishPair(publishing, `${path}/${id}`, pair).pair,
      ]),
    ),
  );
}

/** Shares whose count may not be published hide the change of the share too: it would tell them. */
function publishLadder(publishing: Publishing, path: string, ladder: LadderResult | Hidden): LadderResult | Hidden {
  if (isHidden(ladder)) return ladder;
  const { score, share } = ladder;
  return collapse({
    score: isHidden(score) ? score : publishPair(publishing, `${path}/score`, score).pair,
    share: isHidden(share) ? share : publishShare(publishing, `${path}/share`, share),
  });
}

function publishShare(publishing: Publishing, path: string, share: Pair<Rate | Hidden>): Pair<Rate | Hidden> {
  const baseline = publishRate(publishing, `${path}/baseline`, share.baseline);
  const endline = publishRate(publishing, `${path}/endline`, share.endline);
  const { change } = publishPair(
    publishing,
    path,
    {
      baseline: isHidden(baseline) ? baseline : asLevel(share.baseline),
      endline: isHidden(endline) ? endline : asLevel(share.endline),
      change: share.change,
    },
    'share',
  ).pair;
  return { baseline, endline, change };
}

/** A share as the mean of a variable that is 0 or 1. */
function asLevel(rate: Rate | Hidden): Level | Hidden {
  if (isHidden(rate)) return rate;
  const { n, estimate, low, high } = rate;
  const sd = typeof estimate === 'number' ? Math.sqrt((estimate * (1 - estimate) * n) / (n - 1)) : estimate;
  return { n, mean: estimate, sd, low, high };
}

/** v·residents + (1 - v)·officials; hidden when either index is, made anew when either was. */
function publishJoint(results: Results, groups: ReadonlyMap<Group, PublishedGroup>): Change | Hidden {
  const { change } = results.joint.index;
  const [resident, official] = [groups.get('resident')?.index, groups.get('official')?.index];
  if (isHidden(change)) return change;
  if (!resident || !official) return suppressed('n<5');
  const hidden = [resident.change, official.change].filter(isHidden);
  if (hidden.length > 0) return strongest(hidden);
  const sizes = [resident.change, official.change].flatMap((own) =>
    isHidden(own) || !('linked' in own.n) ? [] : [own.n.baseline, own.n.endline],
  );
  const smallest = Math.min(...sizes);
  if (!resident.renewed && !official.renewed) return roundChange(change, smallest);
  const [ours, theirs] = [asEstimate(resident.change), asEstimate(official.change)];
  if (!ours || !theirs) return suppressed('n<5');
  const { voice } = results.settings;
  const joint = combine([
    { of: ours, by: voice },
    { of: theirs, by: 1 - voice },
  ]);
  return roundChange({ ...shownInference(joint), n: change.n }, smallest);
}

/** A gap is made of two levels: it goes with them. Its change goes with both groups' changes. */
function publishGap(publishing: Publishing, id: string, gap: Gap, groups: ReadonlyMap<Group, PublishedGroup>): Gap {
  const [resident, official] = [groups.get('resident'), groups.get('official')];
  const sides = [resident, official];
  const wave = (name: 'baseline' | 'endline'): Change | Hidden => {
    const own = gap[name];
    if (isHidden(own)) return own;
    const hidden = sides.map((group) => levelOf(group?.result.constructs, id, name)).filter(isHidden);
    if (hidden.length > 0) return strongest(hidden);
    const sizes = 'resident' in own.n ? [own.n.resident, own.n.official] : [];
    return refusal(publishing, `gaps/${id}/${name}`, sizes) ?? roundChange(own, Math.min(...sizes));
  };
  const [baseline, endline] = [wave('baseline'), wave('endline')];
  const headlines = sides.map((group) => group?.headlines.get(id) ?? { change: suppressed('n<5'), renewed: false });
  const hidden = headlines.map(({ change }) => change).filter(isHidden);
  const secret = hidden.length > 0 ? strongest(hidden) : undefined;
  const sizes = [baseline, endline].flatMap((own) =>
    isHidden(own) || !('resident' in own.n) ? [] : [own.n.resident, own.n.official],
  );
  const smallest = Math.min(...sizes);
  const { didChange, convergence } = gap;
  const renewed = headlines.some((headline) => headline.renewed)
    ? headlines.map(({ change }) => asEstimate(change))
    : [];
  const [ours, theirs] = renewed;
  const difference = ours && theirs ? shownInference(differenceInDifferences(ours, theirs)) : didChange;
  return {
    baseline,
    endline,
    didChange: isHidden(didChange)
      ? didChange
      : (secret ?? (isHidden(difference) ? difference : roundInference(difference, smallest))),
    ...(convergence !== undefined && {
      convergence: isHidden(convergence) ? convergence : (secret ?? roundPoints(convergence, smallest)),
    }),
  };
}

function roundPoints({ estimate, low, high }: Interval, n: number): Interval {
  const round = inUnit('points', n);
  return { estimate: round(estimate), low: round(low), high: round(high) };
}

/** Shares of the ledger to whole per cents; its counts are of what was done, not of what people answered. */
function publishLedger(value: unknown): unknown {
  if (typeof value === 'number') return roundTo(value, 2);
  if (typeof value !== 'object' || value === null || isHidden(value)) return value;
  if (Array.isArray(value)) return value.map(publishLedger);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, publishLedger(member)]));
}
