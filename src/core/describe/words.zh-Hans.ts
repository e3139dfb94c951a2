import type { Group } from '../text.js';
import type { Words } from './words.js';

const group = { resident: '居民', official: '工作人员', partner: '合作机构' } as const;
const wave = { baseline: '项目前', endline: '项目后' } as const;
const scales: Readonly<Record<string, string>> = {
  CY: '真参与',
  CJ: '走形式',
  PR: '协商与落实',
  TR: '信任',
  RC: '有来有往',
  GV: '共同治理',
  BAL: '真参与减走形式',
};
const domains = { participation: '参与指数', trust: '信任指数', governance: '治理指数' } as const;
const trust = { resident: '对社区工作人员的信任', official: '对居民的信任' } as const;
const trusts = (id: string, who: Group | undefined): string | undefined =>
  id === 'TR' && (who === 'resident' || who === 'official') ? trust[who] : undefined;

/** Simplified Chinese. */
export const zhHans: Words = {
  synthetic: '这是程序生成的示例数据，不是真实调查。',
  group,
  verdict: {
    'clear-improvement': '明确好转',
    'clear-decline': '明确下降',
    'no-relevant-change': '没有实际变化',
    'improvement-uncertain': '有好转，幅度还说不准',
    'decline-uncertain': '有下降，幅度还说不准',
    undecided: '还看不出方向，需要更多回答',
  },
  domain: (id, who) => `${group[who]}的${domains[id]}`,
  construct: (id, who) => `${group[who]}${trusts(id, who) ?? `看到的“${scales[id] ?? id}”`}`,
  scale: (id, who) => trusts(id, who) ?? scales[id] ?? id,
  change: ({ estimate, low, high }) =>
    low === undefined || high === undefined
      ? `${estimate} 分（算不出区间）`
      : `${estimate} 分（95 % 区间 ${low} 至 ${high}）`,
  indexChange: (who, change, verdict, communities) =>
    `${group[who]}的变化：${change}${verdict ? `，${verdict}` : ''}${communities === undefined ? '' : `；区间已计入 ${communities} 个社区之间的差别`}。`,
  notYet: (who, when, n, needed) =>
    n === 0
      ? `${wave[when]}还没有${group[who]}作答；满 ${needed} 位才显示结果。`
      : `${wave[when]}已有 ${n} 位${group[who]}作答；满 ${needed} 位才显示结果。`,
  tooFewAnswered: (who, needed) => `作答的${group[who]}里，这部分答得够完整的还不到 ${needed} 位，所以不显示结果。`,
  notShown: '现在还不能显示。',
  joint: (change, low, high) =>
    `居民和工作人员合起来的变化：${change}。不管两边各占多少份量，合起来的数都在 ${low} 分和 ${high} 分之间。`,
  jointHidden: '两边的指数都能显示时，才有合起来的数。',
  levels: (what, before, after, change) => `${what}：从 ${before} 分到 ${after} 分，变化 ${change}。`,
  oneLevel: (what, when, level, missing) => `${what}：${wave[when]} ${level} 分。${missing}`,
  hidden: (what, missing) => `${what}：${missing}`,
  lessIsBetter: '分数下降，表示走形式少了。',
  gapWave: (when, gap, points) =>
    gap === 0
      ? `${wave[when]}两边的评分一样`
      : `${wave[when]}工作人员的评分比居民${gap > 0 ? '高' : '低'} ${points} 分`,
  gap: (what, parts, change) => `${what}：${parts.join('，')}。${change ? `两边之差的变化：${change}。` : ''}`,
  bothChanges: (resident, official) => `居民的评分变化 ${resident}，工作人员的评分变化 ${official}。`,
  groupChange: (who, change) => `${group[who]}的评分变化 ${change}。`,
  gapHidden: (what) => `${what}：作答的人还不够，两边的看法现在不能放在一起看。`,
  flow: (who, before, after, linked) =>
    `${group[who]}：项目前 ${before} 份答卷，项目后 ${after} 份，其中 ${linked} 人的前后两份对上了号。`,
  invited: (before, after) =>
    `${[before === undefined ? [] : `项目前请了 ${before} 人`, after === undefined ? [] : `项目后请了 ${after} 人`].flat().join('，')}。`,
  ambiguous: (n) => `${n} 份答卷的小答案和别人相同，分不清是谁，没有对号。`,
  oneOff: (n, used) =>
    used
      ? `其中 ${n} 人有一个小答案前后不同，但能确定是同一个人。`
      : `另有 ${n} 人只差一个小答案，怕对错人，没有算作对上。`,
  duplicates: (n) => `${n} 份重复的答卷没有再算。`,
  conflicts: (n) => `有 ${n} 个答卷编号对应不同的内容，都算进来了，请核对。`,
  silence: (before, after) => `选“不想说”的比例：项目前 ${before} %，项目后 ${after} %。`,
  plane: '横轴是走形式，纵轴是真参与，都是 0–100 分；斜线上两者一样多。',
  planePart: (what, before, after, change) => `${what}从 ${before} 分到 ${after} 分，变化 ${change}`,
  planeGroup: (who, cj, cy) => `${group[who]}：${cj}；${cy}。`,
  reversed: (what) => `${what}（已反过来）`,
  forest: '正数表示好转；“走形式”已反过来，正数表示走形式少了。',
  forestGroup: (who, index, clear, unclear, untested) =>
    [
      `${group[who]}：${index ?? '指数不显示'}。`,
      ...(clear.length > 0 ? [`六项一起校正后，站得住的变化：${clear.join('，')}。`] : []),
      ...(unclear.length > 0 ? [`还看不出明确变化的：${unclear.join('、')}。`] : []),
      ...(untested.length > 0 ? [`人太少、只能参考的：${untested.join('，')}。`] : []),
    ].join(''),
  forestPart: (what, { estimate, low, high }) =>
    `${what} ${estimate} 分${low === undefined || high === undefined ? '' : `（${low} 至 ${high}）`}`,
  index: '变化指数',
  absentGroup: (who, missing) => `${group[who]}：${missing}`,
  join: (sentences) => sentences.join(''),
};
