import type { gapModel } from '../../../charts/changes/gap.js';
import type { forestModel, isHolmMarked } from '../../../charts/forest-model.js';
import type { ladderModel } from '../../../charts/answers/ladder.js';
import type { bySides, isShares } from '../../../charts/answers/model.js';
import type { nameOf } from '../../../charts/pairs-model.js';
import type { wordsOf } from '../../../charts/words.js';

/** What the charts folder knows of the figures and of names; none of it draws. */
export interface FigureModels {
  readonly forestModel: typeof forestModel;
  readonly isHolmMarked: typeof isHolmMarked;
  readonly gapModel: typeof gapModel;
  readonly ladderModel: typeof ladderModel;
  readonly isShares: typeof isShares;
  readonly bySides: typeof bySides;
  readonly nameOf: typeof nameOf;
  readonly wordsOf: typeof wordsOf;
}

/** Loads them. */
export async function loadModels(): Promise<FigureModels> {
  const [forest, gap, ladder, answers, pairs, words] = await Promise.all([
    import('../../../charts/forest-model.js'),
    import('../../../charts/changes/gap.js'),
    import('../../../charts/answers/ladder.js'),
    import('../../../charts/answers/model.js'),
    import('../../../charts/pairs-model.js'),
    import('../../../charts/words.js'),
  ]);
  return { ...forest, ...gap, ...ladder, ...answers, ...pairs, ...words };
}
