import type { InstrumentStructure } from './structure.js';
import { participationTrustStructure } from './structure.js';

const byPrefix = (id: string, comparison: 'same' | 'recip', formative?: true) => ({
  id,
  items: participationTrustStructure.items.filter((item) => item.id.startsWith(id)).map((item) => item.id),
  comparison,
  ...(formative && { formative }),
});

/** The constructs of `participation-trust@1.0.0` and their items (method.md §1 and §2.2): what scoring needs and a survey does not. */
export const participationTrustConstructs: NonNullable<InstrumentStructure['constructs']> = [
  byPrefix('CY', 'same'),
  byPrefix('CJ', 'same'),
  byPrefix('PR', 'same'),
  byPrefix('TR', 'recip'),
  byPrefix('RC', 'recip'),
  byPrefix('GV', 'same', true),
  { id: 'CJF', items: ['FQ1', 'FQ2'], comparison: 'same', formative: true },
  { id: 'CYF', items: ['FQ3', 'FQ4'], comparison: 'same', formative: true },
  byPrefix('OC', 'same', true),
];
