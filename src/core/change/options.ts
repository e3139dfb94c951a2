import type { Instrument } from '../instrument/types.js';
import { INDEX_SCALES } from '../scoring/person-index.js';
import type { Study } from '../study/types.js';
import { VERSION } from '../version.js';
import type { Settings } from './types.js';

/** What a caller of `computeResults` may choose; everything else comes from the study (results-paths, names). */
export interface ResultsOptions {
  /** Wave ids; default the first and the last wave of the study. */
  readonly baseline?: string;
  readonly endline?: string;
  /** Seed of all random draws; default 1. */
  readonly seed?: number;
  /** Bootstrap resamples; default 10 000. 0: no bootstrap, its limits are `not-computable`. */
  readonly resamples?: number;
  /** Day on which the ledger is read, `YYYY-MM-DD`; default the latest day on which anything in it happened. */
  readonly today?: string;
}

const DEFAULTS = { voice: 0.5, relevance: 5, minimumCell: 5, seed: 1, resamples: 10_000 } as const;

/**
 * Whether the index can be computed: it stands for all six scales (method.md §3.21), and an average of some of them, or of the constructs of
 * another instrument, would be another thing under the same name.
 */
export const hasIndex = ({ constructs }: Instrument): boolean =>
  INDEX_SCALES.every((id) => constructs.some((construct) => construct.id === id));

/**
 * The settings of a computation, as they are stamped on its results. Weights are normalised to sum 1 over the six scales, and there are none
 * where the instrument does not have them all; no positive weight at all: equal. The smallest cell goes upwards only.
 */
export function resolveSettings(study: Study, instrument: Instrument, options: ResultsOptions): Settings {
  const scales = hasIndex(instrument) ? INDEX_SCALES : [];
  const given = scales.map((id) => Math.max(0, finite(study.weights?.[id], study.weights ? 0 : 1)));
  const total = given.reduce((sum, weight) => sum + weight, 0);
  const normalised = scales.map((_, i) => (total > 0 ? (given[i] as number) / total : 1 / scales.length));
  const settings = {
    voice: Math.min(1, Math.max(0, finite(study.voice, DEFAULTS.voice))),
    relevance: Math.max(0, finite(study.relevance, DEFAULTS.relevance)),
    minimumCell: Math.max(DEFAULTS.minimumCell, Math.ceil(finite(study.minimumCell, DEFAULTS.minimumCell))),
    seed: finite(options.seed, DEFAULTS.seed),
    resamples: Math.max(0, Math.floor(finite(options.resamples, DEFAULTS.resamples))),
  };
  const weightsChanged = normalised.some((weight) => Math.abs(weight - 1 / scales.length) > 1e-12);
  const names = ['voice', 'relevance', 'minimumCell', 'seed', 'resamples'] as const;
  return {
    software: `canyu@${VERSION}`,
    weights: Object.fromEntries(scales.map((id, i) => [id, normalised[i] as number])),
    voice: settings.voice,
    relevance: settings.relevance,
    minimumCell: settings.minimumCell,
    confidence: 0.95,
    seed: settings.seed,
    resamples: settings.resamples,
    changedFromDefault: [
      ...(weightsChanged ? ['weights'] : []),
      ...names.filter((name) => settings[name] !== DEFAULTS[name]),
    ],
  };
}

function finite(value: number | undefined, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
