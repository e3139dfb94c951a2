import type { Group } from '../text.js';
import type { SaidChange } from './words.js';

/** Phrases of the sentences of charts, in one language. Numbers arrive formatted. */
export interface ChartSentences {
  readonly group: Readonly<Record<Group, string>>;
  /** `真参与 37.9 → 54.4 分`; a wave that is not shown has its reason in place of the number. */
  readonly levels: (what: string, before: string, after: string) => string;
  readonly change: (what: string, change: SaidChange) => string;
  /** All of a group: parts one after the other. */
  readonly of: (group: Group, parts: readonly string[]) => string;
  /** Nothing of a group may be shown. */
  readonly ofNothing: (group: Group) => string;
  readonly notShown: string;
  readonly estimation: string;
  readonly slope: string;
  readonly lessIsBetter: string;
  readonly likert: string;
  /** The share that agreed, or chose a higher answer. */
  readonly agreed: (what: string, before: string, after: string) => string;
  readonly percent: (share: string) => string;
  readonly noItems: string;
  readonly noGaps: string;
  readonly ownChanges: (parts: readonly string[]) => string;
  readonly noLadder: string;
  readonly contributions: (group: Group, total: string, parts: readonly string[]) => string;
  readonly part: (what: string, points: string) => string;
  readonly bounds: (low: string, high: string) => string;
  readonly robust: (robust: boolean) => string;
  readonly missing: string;
  readonly noIndex: (group: Group) => string;
  readonly noLedger: string;
  readonly noEvents: string;
  readonly wave: (label: string, opens: string, closes: string) => string;
  readonly event: (date: string, what: string, label: string) => string;
  readonly events: Readonly<
    Record<'fic-change' | 'policy' | 'open-space' | 'visit' | 'press' | 'registration' | 'shock' | 'other', string>
  >;
  readonly noContext: string;
  readonly nobody: string;
  readonly join: (sentences: readonly string[]) => string;
}

/** Simplified Chinese. */
export const chartSentencesZhHans: ChartSentences = {
  group: { resident: '居民', official: '工作人员', partner: '合作机构' },
  levels: (what, before, after) => `${what} ${before} → ${after} 分`,
  change: (what, { estimate, low, high }) =>
    `${what} ${estimate} 分${low === undefined || high === undefined ? '' : `（${low} 至 ${high}）`}`,
  of: (group, parts) => `${chartSentencesZhHans.group[group]}：${parts.join('，')}。`,
  ofNothing: (group) => `${chartSentencesZhHans.group[group]}：现在还不能显示。`,
  notShown: '（不显示）',
  estimation: '项目后减项目前，括号里是 95 % 区间。',
  slope: '平均分（0–100 分），项目前 → 项目后。',
  lessIsBetter: '走形式的分数下降，表示走形式少了。',
  likert: '选“同意”一边的人占多少，项目前 → 项目后。',
  agreed: (what, before, after) => `“${what}” ${before} → ${after}`,
  percent: (share) => `${share} %`,
  noItems: '各题的回答现在还不能显示。',
  noGaps: '两边的看法现在不能放在一起看。',
  ownChanges: (parts) => `各自的变化：${parts.join('，')} 分。`,
  noLadder: '参与到哪一步，现在还不能显示。',
  contributions: (group, total, parts) =>
    `${chartSentencesZhHans.group[group]}的变化指数 ${total} 分，由这几项合成：${parts.join('，')}。`,
  part: (what, points) => `${what} ${points}`,
  bounds: (low, high) => `怎么改权重，都在 ${low} 分到 ${high} 分之间。`,
  robust: (robust) => (robust ? '各项方向一致，往哪个方向变不靠权重。' : '各项方向不完全一致，结论会受权重影响。'),
  missing: '缺答造成的差额',
  noIndex: (group) => `${chartSentencesZhHans.group[group]}：指数还不能显示。`,
  noLedger: '这份结果里没有建议的记录。',
  noEvents: '这份结果里没有记下时间线上的事。',
  wave: (label, opens, closes) => `${label}的问卷调查：${opens} 至 ${closes}。`,
  event: (date, what, label) => `${date} ${what}：${label}。`,
  events: {
    'fic-change': '主要负责同志变动',
    policy: '政策',
    'open-space': '开放空间',
    visit: '来访',
    press: '媒体报道',
    registration: '登记注册',
    shock: '突发事件',
    other: '其他',
  },
  noContext: '这份结果里没有合作情况的记录。',
  nobody: '还没有答卷。',
  join: (sentences) => sentences.join(''),
};

/** English. */
export const chartSentencesEn: ChartSentences = {
  group: { resident: 'Residents', official: 'Officials', partner: 'Partners' },
  levels: (what, before, after) => `${what} ${before} → ${after} points`,
  change: (what, { estimate, low, high }) =>
    `${what} ${estimate} points${low === undefined || high === undefined ? '' : ` (${low} to ${high})`}`,
  of: (group, parts) => `${chartSentencesEn.group[group]}: ${parts.join(', ')}.`,
  ofNothing: (group) => `${chartSentencesEn.group[group]}: cannot be shown now.`,
  notShown: '(not shown)',
  estimation: 'After minus before, with 95% intervals in brackets.',
  slope: 'Mean points (0–100), before → after.',
  lessIsBetter: 'A lower score of token attendance means less of it.',
  likert: 'Share of people on the agreeing side, before → after.',
  agreed: (what, before, after) => `“${what}” ${before} → ${after}`,
  percent: (share) => `${share}%`,
  noItems: 'The answers to single statements cannot be shown now.',
  noGaps: 'The two views cannot be put side by side now.',
  ownChanges: (parts) => `Own changes in points: ${parts.join(', ')}.`,
  noLadder: 'How far residents were involved cannot be shown now.',
  contributions: (group, total, parts) =>
    `${chartSentencesEn.group[group]}’ change index of ${total} points is made up of: ${parts.join(', ')}.`,
  part: (what, points) => `${what} ${points}`,
  bounds: (low, high) => `Whatever the weights, it lies between ${low} and ${high} points.`,
  robust: (robust) =>
    robust
      ? 'All parts point the same way: the direction does not depend on the weights.'
      : 'The parts do not all point the same way: the weights matter.',
  missing: 'remainder from missing answers',
  noIndex: (group) => `${chartSentencesEn.group[group]}: the index cannot be shown yet.`,
  noLedger: 'These results hold no record of suggestions.',
  noEvents: 'These results hold no events for a time line.',
  wave: (label, opens, closes) => `Survey “${label}”: ${opens} to ${closes}.`,
  event: (date, what, label) => `${date} ${what}: ${label}.`,
  events: {
    'fic-change': 'change of first-in-command',
    policy: 'policy',
    'open-space': 'open space',
    visit: 'visit',
    press: 'press',
    registration: 'registration',
    shock: 'sudden event',
    other: 'other',
  },
  noContext: 'These results hold no record of the cooperation.',
  nobody: 'No sheets yet.',
  join: (sentences) => sentences.join(' '),
};
