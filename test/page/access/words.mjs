/** What the survey calls things, for who goes by names: written down here, not taken from the page. */
import { core } from '../site.mjs';

export const WORDS = {
  'zh-Hans': {
    start: '开始',
    begin: '开始答题',
    next: '下一题',
    skip: '跳过',
    nextCode: '下一个',
    done: '答好了',
    handIn: '交答卷',
    change: '修改：',
    progress: '答题进度',
    missing: '前两',
    optional: '可写可不写',
    masked: '已经自动遮住',
    saved: '答卷已经存好',
    identifying: '13912345678',
    tools: '大字 · 朗读',
  },
  en: {
    start: 'Start',
    begin: 'Begin',
    next: 'Next',
    skip: 'Skip',
    nextCode: 'Next',
    done: 'Done',
    handIn: 'Hand in',
    change: 'Change: ',
    progress: 'Progress',
    missing: 'the first two boxes',
    optional: 'Optional',
    masked: 'covered automatically',
    saved: 'Your answer sheet is saved',
    identifying: '13912345678',
    tools: 'Larger text · Read aloud',
  },
};

/** Answers to the six small questions: a text, or which option. */
export const CODE = { G1: 'w', G2: 3, G3: 13, G4: 2, G5: 4, G6: 1 };

/** The labels of each question's answers, as the instrument has them; a ladder's highest rung stands first. */
export function labelsOf(group, lang) {
  const { items, scales, missing } = core.participationTrust;
  const apart = [missing.dk[lang], missing.pns[lang]];
  return new Map(
    items
      .filter(({ scale }) => scale)
      .map(({ id, kind, scale }) => {
        const labels = scales[scale].points.map(({ label, labelByGroup }) => (labelByGroup?.[group] ?? label)[lang]);
        if (kind === 'ladder') labels.reverse();
        return [id, kind === 'choice' ? labels : [...labels, ...apart]];
      }),
  );
}
