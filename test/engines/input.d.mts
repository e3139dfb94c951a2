import type { ResultsInput } from '../../src/core/change/compute.js';
import type { Instrument } from '../../src/core/instrument/types.js';
import type { Random } from '../../src/core/stats/random.js';

export function makeInput(
  instrument: Instrument,
  createRandom: (seed: number, stream?: string) => Random,
): ResultsInput;
