import type { ItemSide } from '../../core/change/types.js';
import type { Both } from '../kind.js';

/** Words inside the charts of answers and their tables. */
export interface AnswersWords {
  readonly likertCaption: string;
  readonly ladderCaption: string;
  readonly item: string;
  readonly who: string;
  readonly answered: string;
  readonly dontKnow: string;
  readonly notSaid: string;
  readonly silent: (dontKnow: string, notSaid: string) => string;
  /** Both together, where there is little room. */
  readonly silentTogether: (share: string) => string;
  readonly percent: (share: number) => string;
  readonly almostAll: Readonly<Record<ItemSide, string>>;
  readonly sides: Readonly<Record<ItemSide, string>>;
  /** The ladder below, at and above its middle. */
  readonly rungs: Readonly<Record<ItemSide, string>>;
  readonly groupedKey: string;
  readonly nothing: string;
  readonly noLadder: string;
  readonly divergingKey: string;
  readonly plainKey: string;
  readonly silentKey: string;
  readonly noWording: string;
  readonly rung: string;
  readonly line: string;
  readonly shortLine: string;
  readonly share: (before: string, after: string) => string;
  readonly shareName: string;
  readonly interval: (share: string, low: string, high: string) => string;
  readonly ladderKey: string;
  readonly choice: string;
}

/** Both languages. */
export const answersWords: Both<AnswersWords> = {
  'zh-Hans': {
    likertCaption: '每一题的回答（占作答人数的百分比）',
    ladderCaption: '这件事居民参与到哪一步（占作答人数的百分比，第 6 级在最上面）',
    item: '题目',
    who: '谁、什么时候',
    answered: '作答人数',
    dontKnow: '不清楚',
    notSaid: '不想说',
    silentTogether: (share) => `没作答 ${share}`,
    silent: (dontKnow, notSaid) => `不清楚 ${dontKnow}，不想说 ${notSaid}`,
    percent: (share) => `${Math.round(100 * share)} %`,
    almostAll: { low: '几乎都选前一半的答案', middle: '几乎都选中间的答案', high: '几乎都选后一半的答案' },
    sides: { low: '不同意一边', middle: '一半一半', high: '同意一边' },
    rungs: {
      low: '0–2 事先没说、走过场或只是通知',
      middle: '3 征求了意见，用没用不知道',
      high: '4–6 一起商量、一起定或居民自己定',
    },
    groupedKey: '有的答案选的人太少，单独显示会认出是谁，所以几种答案合在一起。',
    nothing: '每一题的回答，满 10 人作答才显示。',
    noLadder: '参与到哪一步，满 10 人作答才显示。',
    divergingKey: '左边是不同意，右边是同意，选“一半一半”的另放一列；颜色越浓，意见越强。',
    plainKey: '每一条是 100 %，从左到右是从不同意到同意；颜色越浓，意见越强。',
    silentKey: '“不清楚”和“不想说”按所有答过这一题的人算，不放进条里。',
    noWording: '这份结果用的是自带的问卷，里面没有题目的文字，所以只写题号。',
    rung: '哪一级',
    shortLine: '参与线',
    line: '参与线：从这里往上，才是一起商量',
    share: (before, after) => `参与线以上：项目前 ${before}，项目后 ${after}`,
    shareName: '参与线以上（第 4 级起）',
    interval: (share, low, high) => `${share}（${low} 至 ${high}）`,
    ladderKey: '空心是项目前，实心是项目后。括号里是 95 % 区间。',
    choice: '走到哪一级是事先的选择，不是打分：只答应通知的事，做到通知就是做到了。',
  },
  en: {
    likertCaption: 'Answers to each statement (per cent of those who answered)',
    ladderCaption: 'How far residents were involved in this matter (per cent of those who answered, rung 6 on top)',
    item: 'Statement',
    who: 'Who, when',
    answered: 'Answered',
    dontKnow: 'Don’t know',
    notSaid: 'Prefer not to say',
    silentTogether: (share) => `no answer ${share}`,
    silent: (dontKnow, notSaid) => `don’t know ${dontKnow}, rather not say ${notSaid}`,
    percent: (share) => `${Math.round(100 * share)}%`,
    almostAll: {
      low: 'almost all chose the lower answers',
      middle: 'almost all chose the middle',
      high: 'almost all chose the higher answers',
    },
    sides: { low: 'disagreeing side', middle: 'half and half', high: 'agreeing side' },
    rungs: {
      low: '0–2 not told, called in for form’s sake or only informed',
      middle: '3 asked, use unknown',
      high: '4–6 discussed or decided together, or by residents',
    },
    groupedKey: 'Too few chose some of the answers to show them singly, so several are put together.',
    nothing: 'Answers to single statements are shown from 10 people.',
    noLadder: 'How far residents were involved is shown from 10 people.',
    divergingKey:
      'Disagreement is at the left, agreement at the right, “half and half” in a column of its own; the fuller the colour, the stronger.',
    plainKey:
      'Each bar is 100%, from disagreement at the left to agreement at the right; the fuller the colour, the stronger.',
    silentKey:
      '“Don’t know” and “prefer not to say” are shares of everybody who met the question; they are not in the bars.',
    noWording: 'These results come from an instrument of its own and hold no wording, so only its ids are shown.',
    rung: 'Rung',
    shortLine: 'Canyu line',
    line: 'Canyu line: from here up, matters are discussed together',
    share: (before, after) => `Above the canyu line: ${before} before, ${after} after`,
    shareName: 'Above the canyu line (from rung 4)',
    interval: (share, low, high) => `${share} (${low} to ${high})`,
    ladderKey: 'Hollow is before, filled is after. 95% intervals in brackets.',
    choice:
      'How high to go is a choice made beforehand, not a mark: where informing was promised, informing is a promise kept.',
  },
};
