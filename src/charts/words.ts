import type { Why } from '../core/change/types.js';
import { en as saidInEnglish } from '../core/describe/words.en.js';
import { zhHans as saidInChinese } from '../core/describe/words.zh-Hans.js';
import type { Group, Locale } from '../core/text.js';

/** The few words inside a picture and its table. */
export interface ChartWords {
  readonly groups: Readonly<Record<Group, string>>;
  readonly waves: { readonly baseline: string; readonly endline: string };
  /** The name of a construct, or of the index (`CCI`). */
  readonly scale: (id: string) => string;
  readonly reversed: (scale: string) => string;
  readonly axes: { readonly CJ: string; readonly CY: string; readonly change: string };
  /** The two sides of the diagonal, and the line itself. */
  readonly sides: { readonly above: string; readonly below: string; readonly equal: string };
  readonly interval: (low: string, high: string) => string;
  /** The label of a mark: whose, and when. */
  readonly mark: (group: string, wave: string) => string;
  /** In place of a figure. */
  readonly notShown: string;
  readonly notComputed: string;
  /** The reason, to stand in brackets after `notShown` or `notComputed`. */
  readonly why: Readonly<Record<Why, string>>;
  readonly comma: string;
  readonly brackets: (outside: string, inside: string) => string;
  /** Who or what is not in the picture, and why. */
  readonly absent: (who: string, reason: string) => string;
  readonly table: {
    readonly plane: string;
    readonly forest: string;
    readonly group: string;
    readonly wave: string;
    readonly scale: string;
    readonly change: string;
    readonly interval: string;
    readonly answered: string;
    readonly holm: string;
    readonly beforeAfter: (baseline: string, endline: string) => string;
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const zhHans: ChartWords = {
  groups: saidInChinese.group,
  waves: { baseline: '项目前', endline: '项目后' },
  scale: (id) => (id === 'CCI' ? saidInChinese.index : saidInChinese.scale(id)),
  reversed: (scale) => `${scale}（已反过来）`,
  axes: { CJ: '走形式（分）', CY: '真参与（分）', change: '项目后减项目前（分）' },
  sides: { above: '真参与多于走形式', below: '走形式多于真参与', equal: '一样多' },
  interval: (low, high) => `${low} 至 ${high}`,
  mark: (group, wave) => `${group} ${wave}`,
  notShown: '不显示',
  notComputed: '算不出',
  why: {
    'n<2': '没有足够的回答',
    'n<5': '人数太少',
    'n<10': '不足 10 人',
    'n<20': '不足 20 人',
    'zero-variance': '回答全都一样',
    'alpha<.60': '题目之间不够一致',
    complement: '会暴露少数人',
    'not-computable': '数据不足',
  },
  comma: '，',
  brackets: (outside, inside) => `${outside}（${inside}）`,
  absent: (who, reason) => `${who}：${reason}`,
  table: {
    plane: '走形式与真参与：项目前和项目后的平均分（0–100 分）',
    forest: '各项变化：项目后减项目前（分），正数表示好转；“走形式”已反过来',
    group: '谁',
    wave: '时间',
    scale: '内容',
    change: '变化',
    interval: '95 % 区间',
    answered: '作答人数（前 / 后）',
    holm: '校正后的 p',
    beforeAfter: (baseline, endline) => `${baseline} / ${endline}`,
  },
};

const en: ChartWords = {
  groups: saidInEnglish.group,
  waves: { baseline: 'Before', endline: 'After' },
  scale: (id) => capital(id === 'CCI' ? saidInEnglish.index : saidInEnglish.scale(id)),
  reversed: (scale) => `${scale} (reversed)`,
  axes: { CJ: 'Token attendance (points)', CY: 'Real participation (points)', change: 'After minus before (points)' },
  sides: { above: 'More real than token', below: 'More token than real', equal: 'equal' },
  interval: (low, high) => `${low} to ${high}`,
  mark: (group, wave) => `${group}, ${wave.toLowerCase()}`,
  notShown: 'not shown',
  notComputed: 'cannot be computed',
  why: {
    'n<2': 'not enough answers',
    'n<5': 'too few people',
    'n<10': 'fewer than 10',
    'n<20': 'fewer than 20',
    'zero-variance': 'all answers alike',
    'alpha<.60': 'items do not agree enough',
    complement: 'would reveal a few people',
    'not-computable': 'not enough data',
  },
  comma: ', ',
  brackets: (outside, inside) => `${outside} (${inside})`,
  absent: (who, reason) => `${who}: ${reason}`,
  table: {
    plane: 'Token attendance and real participation: mean points (0–100) before and after',
    forest: 'Changes: after minus before (points), positive is better; token attendance is reversed',
    group: 'Who',
    wave: 'When',
    scale: 'What',
    change: 'Change',
    interval: '95% interval',
    answered: 'Answered (before / after)',
    holm: 'Adjusted p',
    beforeAfter: (baseline, endline) => `${baseline} / ${endline}`,
  },
};

/** The words of `locale`. */
export function wordsOf(locale: Locale): ChartWords {
  return locale === 'en' ? en : zhHans;
}
