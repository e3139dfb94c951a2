import { sheets, study as twoWaves } from '../bench/population.mjs';

/** Three communities, so that what is shown of communities is computed too. */
const communities = ['a', 'b', 'c'];

/**
 * A made-up study of the usual size for comparing engines: 225 residents and 40 officials, of whom most answer twice; full and short forms,
 * missing answers, slips in the linking code, one sheet delivered twice. The same in every engine: whole numbers and arithmetic only.
 */
export function makeInput(instrument, createRandom) {
  const random = createRandom(2026, 'engines');
  const lines = [
    ...sheets(instrument, random, { group: 'resident', linked: 140, onlyBaseline: 50, onlyEndline: 35 }),
    ...sheets(instrument, random, {
      group: 'official',
      linked: 24,
      onlyBaseline: 9,
      onlyEndline: 7,
      shift: 0.1,
      level: 1.2,
    }),
  ];
  const responses = lines.map((line, i) => ({
    ...JSON.parse(line),
    community: communities[i % communities.length],
    form: i % 11 === 0 ? 'short' : 'full',
  }));
  const study = {
    ...twoWaves,
    communities: communities.map((id) => ({ id, label: { 'zh-Hans': id, en: id } })),
    weights: { CY: 3, CJ: 2, PR: 1, TR: 2, RC: 1, GV: 1 },
  };
  return { study, instrument, responses: [...responses, responses[0]], options: { seed: 7 } };
}
