import {
  isHidden,
  type ByWave,
  type ConstructResult,
  type GroupResult,
  type Hidden,
  type ModesResult,
  type Rate,
  type Results,
  type Shown,
} from '../change/types.js';
import type { Group } from '../text.js';

/** What an evaluator looks at before the results: shares of people, as fractions (method.md §3.6, §3.20). */
export const qualityMeasures = ['coded', 'linked', 'straight', 'fast', 'agreeing', 'silence', 'helped'] as const;
export type QualityMeasure = (typeof qualityMeasures)[number];

/** One measure of one group at both waves; undefined where the results do not hold it. */
export interface QualityRow {
  readonly measure: QualityMeasure;
  readonly baseline: Shown | undefined;
  readonly endline: Shown | undefined;
}

/** Cronbach's α of a scale at both waves (method.md §3.15). */
export interface AlphaRow {
  readonly scale: string;
  readonly baseline: Shown | undefined;
  readonly endline: Shown | undefined;
}

/** Scales in the order of the method; BAL is derived and has no α of its own. */
const SCALES = ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV'];

/** The quality of a group's sheets, read out of a results document; disclosure control has been applied there. */
export function qualityRows(results: Results, group: Group): readonly QualityRow[] {
  const result = results.groups[group];
  const quality = result?.quality;
  const silence = results.flow[group]?.silence;
  const of = (measure: QualityMeasure): readonly [Shown | undefined, Shown | undefined] => {
    if (measure === 'silence') {
      if (!silence || isHidden(silence)) return [silence, silence];
      const mean = (level: typeof silence.baseline): Shown => (isHidden(level) ? level : level.mean);
      return [mean(silence.baseline), mean(silence.endline)];
    }
    if (!quality || isHidden(quality)) return [quality, quality];
    switch (measure) {
      case 'coded':
        return both(quality.coded);
      case 'linked':
        return both(quality.linked);
      case 'straight':
        return both(quality.straightLiners);
      case 'fast':
        return both(quality.speeders);
      case 'agreeing':
        return isHidden(quality.acquiescence)
          ? [quality.acquiescence, quality.acquiescence]
          : both(quality.acquiescence.share);
      case 'helped':
        return isHidden(quality.modes)
          ? [quality.modes, quality.modes]
          : [helped(quality.modes.baseline), helped(quality.modes.endline)];
    }
  };
  return qualityMeasures.map((measure) => {
    const [baseline, endline] = of(measure);
    return { measure, baseline, endline };
  });
}

const both = (rates: ByWave<Rate | Hidden> | Hidden): readonly [Shown, Shown] => {
  const one = (rate: Rate | Hidden): Shown => (isHidden(rate) ? rate : rate.estimate);
  return isHidden(rates) ? [rates, rates] : [one(rates.baseline), one(rates.endline)];
};

const helped = (modes: ModesResult | Hidden): Shown =>
  isHidden(modes) ? modes : isHidden(modes.helped) ? modes.helped : modes.helped / modes.n;

/** α of each scale of a group; scales of an own instrument in the order of the document. */
export function alphaRows(result: GroupResult | undefined): readonly AlphaRow[] {
  const constructs = result?.constructs;
  if (!constructs || isHidden(constructs)) return [];
  const names = Object.keys(constructs).filter((name) => name !== 'BAL');
  const known = SCALES.filter((name) => names.includes(name));
  return [...known, ...names.filter((name) => !SCALES.includes(name))].flatMap((scale) => {
    const reliability = reliabilityOf(constructs[scale]);
    if (!reliability) return [];
    if (isHidden(reliability)) return [{ scale, baseline: reliability, endline: reliability }];
    const { baseline, endline } = reliability;
    return [
      {
        scale,
        baseline: isHidden(baseline) ? baseline : baseline.alpha,
        endline: isHidden(endline) ? endline : endline.alpha,
      },
    ];
  });
}

function reliabilityOf(construct: ConstructResult | Hidden | undefined): ConstructResult['reliability'] | Hidden {
  return construct && !isHidden(construct) ? construct.reliability : undefined;
}
