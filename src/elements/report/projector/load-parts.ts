import type { MeetingChart } from '../../../core/meeting/plan.js';
import type { Locale } from '../../../core/text.js';
import { loadMessages } from '../../../i18n/locale.js';
import { projectorCatalogues } from '../../../i18n/projector/index.js';
import type { ProjectorMessages } from '../../../i18n/projector/types.js';
import { resultsCatalogues } from '../../../i18n/results/index.js';
import type { ResultsMessages } from '../../../i18n/results/types.js';
import { kindOf, type AnyKind } from '../../chart/kinds.js';

/** Words and charts of the wall in one language. */
export interface Parts {
  readonly words: ProjectorMessages;
  readonly messages: ResultsMessages;
  readonly kinds: Readonly<Record<MeetingChart, AnyKind>>;
}

/** Loads everything before the first page: nothing may be missing when the network goes in the middle of a meeting. */
export async function loadParts(locale: Locale): Promise<Parts> {
  const [words, messages] = await Promise.all([
    loadMessages(projectorCatalogues, locale),
    loadMessages(resultsCatalogues, locale),
  ]);
  const [plane, forest, slope, gap, loop] = await Promise.all([
    kindOf('plane', messages),
    kindOf('forest', messages),
    kindOf('slope', messages),
    kindOf('gap', messages),
    kindOf('loop', messages),
    import('../../../charts/draw-chart.js'),
    import('../../../charts/plane-chart.js'),
    import('../../../charts/forest-chart.js'),
  ]);
  return { words, messages, kinds: { plane, forest, slope, gap, loop } };
}
