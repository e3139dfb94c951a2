import type { DetailWords, SaidRate, SaidRates, SideNames } from './detail-words.js';

const group = { resident: '居民', official: '工作人员', partner: '合作机构的人' } as const;
const wave = { baseline: '项目前', endline: '项目后' } as const;
const rate = ({ share, low, high }: SaidRate): string =>
  low === undefined || high === undefined ? `${share} %` : `${share} %（95 % 区间 ${low} % 至 ${high} %）`;
const rates = (shares: SaidRates): string =>
  (['baseline', 'endline'] as const)
    .flatMap((when) => {
      const own = shares[when];
      return own ? [`${wave[when]} ${rate(own)}`] : [];
    })
    .join('，');
const sides: Record<SideNames, Readonly<Record<'low' | 'middle' | 'high', string>>> = {
  agreement: { low: '不同意', middle: '一半一半', high: '同意' },
  scale: { low: '选偏低的', middle: '选中间的', high: '选偏高的' },
};
const frequencies: Readonly<Record<string, string>> = {
  CJF: '看演出、听讲座、签到这类活动的次数',
  CYF: '商量社区的事、动手为社区做事的次数',
  BALF: '“商量和动手”减“看和签到”',
};
const practiceLevels = [
  '还没有',
  '试过一次',
  '在本地反复做',
  '写进了制度或计划',
  '列入了预算',
  '被别处照着做，或写进了政策',
];
const phases = ['没有合作', '社会组织发起', '政府发起', '政府购买服务'];
const resources = {
  law: '法规',
  money: '资金',
  consensus: '共识',
  legitimation: '认可',
  information: '信息',
  time: '时间',
} as const;
const runs = {
  exactOnly: '只用六个小答案全对上的人配对',
  withoutStraightLiners: '不算从头到尾选同一个答案的答卷',
  linkedOnly: '只看前后两次都答了的人',
  withOneOff: '把只差一个小答案的也算作同一个人',
  weightedByAge: '按项目前的年龄构成调整',
  withoutNewFirstInCommand: '不算中途换了主要负责同志的社区',
  completeScalesOnly: '只用题目答全的得分',
} as const;

/** Simplified Chinese. */
export const detailZhHans: DetailWords = {
  ladder: (who) => `这件事上居民参与到哪一步（${group[who]}的看法）`,
  ladderShare: (who, shares, change) =>
    `${group[who]}里，选“一起商量、用没用都给说法”或更高的：${rates(shares)}${change ? `，变化 ${change}` : ''}。`,
  shareChange: (estimate, low, high) =>
    low === undefined || high === undefined
      ? `${estimate} 个百分点`
      : `${estimate} 个百分点（95 % 区间 ${low} 至 ${high}）`,
  frequency: (id, who) => `${group[who]}${frequencies[id] ?? id}`,
  moved: (what, who, n, up, same, down) =>
    `${what}：前后都答了的 ${n} 位${group[who]}里，${up} 位上升，${down} 位下降，${same} 位没变。`,
  movedClearly: (up, down) =>
    `其中变化大到不像是测量误差的：${up} 位上升，${down} 位下降；就算谁都没变，每边也会碰巧有 2.5 % 左右。`,
  movedHidden: (what) => `${what}：为了不让人猜出是谁，不显示几位上升、几位下降。`,
  item: (names, when, who, n, shares) =>
    `${wave[when]} ${n} 位${group[who]}作答：${sides[names].low} ${shares.low} %，${sides[names].middle} ${shares.middle} %，${sides[names].high} ${shares.high} %。`,
  almostAll: (names, when, who, n, side) =>
    `${wave[when]}作答的 ${n} 位${group[who]}几乎都${names === 'agreement' && side === 'middle' ? '选' : ''}${sides[names][side]}。`,
  noAnswer: (dontKnow, notSaid) => `另有 ${dontKnow} 位不清楚，${notSaid} 位不想说。`,
  itemHidden: (when) => `${wave[when]}作答的人太少，不显示。`,
  itemChange: (change) => `平均分变化 ${change}。`,
  straightLiners: (shares) => `从头到尾选同一个答案的答卷：${rates(shares)}。`,
  speeders: (shares) => `自己填、平均每题不到 2 秒的答卷：${rates(shares)}。`,
  acquiescence: (shares) => `对意思相反的题目都选“同意”的人：${rates(shares)}。`,
  prorated: (shares) => `有的题没答、按其余题目算出的得分：${rates(shares)}。`,
  modes: (when, self, helped, paper) => `${wave[when]}：自己填 ${self} 份，有人帮着填 ${helped} 份，纸质 ${paper} 份。`,
  linkedAlike: '前后对上号的人和没对上号的人，答得差不多。',
  linkedDiffer: (scales) =>
    `前后对上号的人和没对上号的人，在${scales.join('、')}上差得比较多，看变化时要留意，可以对照“只看前后两次都答了的人”的结果。`,
  standards: (moved) =>
    moved
      ? '前后两次给同一个小故事的评分差了半格以上：大家心里的尺子可能变了，分数的变化不全是现实的变化。'
      : '前后两次给同一个小故事的评分差不多，大家心里的尺子没怎么变。',
  standardsBetween: (when, differ) =>
    differ
      ? `${wave[when]}，居民和工作人员给同一个小故事的评分差了半格以上：两边心里的尺子可能不一样，对比两边的分数时要留意。`
      : `${wave[when]}，居民和工作人员给同一个小故事的评分差不多，两边用的尺子差不多。`,
  thenTest: (what, who, n, shift, change) =>
    `前后都答了的${group[who]}里，有 ${n} 位在项目后又回头给六个月以前的“${what}”打了分：和他们当时打的分相比，差 ${shift}；从回头看的分算起，到现在变化 ${change}。这一项只帮助理解变化，不算进指数。`,
  qualityHidden: (who) => `${group[who]}的答卷太少，不显示填答情况。`,
  leaveOneOut: (low, high) => `去掉任何一项，变化都在 ${low} 分至 ${high} 分之间。`,
  dirichlet: (low, high, sameSign) => `随机换 1000 种权重，九成在 ${low} 分至 ${high} 分之间，${sameSign} % 方向不变。`,
  bounds: (low, high) => `六项各自的变化在 ${low} 分至 ${high} 分之间；题目都答全时，无论怎么加权都不会超出这个范围。`,
  signRobust: (robust) => (robust ? '六项方向一致。' : '六项的方向不完全一致。'),
  run: (run, change) => `${runs[run]}：${change}。`,
  suggestions: ({ day, raised, answered, adopted, refused, explained, reportedBack, done }) =>
    `到 ${day}，一共记下 ${raised} 条建议，${answered} 条有了答复：采纳或部分采纳 ${adopted} 条，其中办成 ${done} 条；没采纳或暂缓 ${refused} 条，其中 ${explained} 条说明了理由。31 天内回了话的有 ${reportedBack} 条。`,
  noSuggestions: '还没有记下建议。',
  closedLoop: (count, n, share) =>
    `${n} 条建议里 ${count} 条有结果、有回音${share ? `，闭环率 ${rate(share)}` : ''}：办成了、还没到期，或者说明了不办的理由，并且都回了话。`,
  events: (n, newFirstInCommand) =>
    newFirstInCommand > 0
      ? `时间线上记下 ${n} 件事，其中主要负责同志变动 ${newFirstInCommand} 次，看变化时要留意。`
      : `时间线上记下 ${n} 件事。`,
  groups: ({ leading, coordinating, implementing }, residentLed) =>
    `在运作的小组：领导层 ${leading} 个，协调层 ${coordinating} 个，实施层 ${implementing} 个；居民带头的有 ${residentLed} 个。`,
  practice: (name, before, after) =>
    before === after
      ? `“${name}”：还是“${practiceLevels[after] ?? after}”。`
      : `“${name}”：从“${practiceLevels[before] ?? before}”到“${practiceLevels[after] ?? after}”。`,
  proofs: (n, recognised) => `政绩佐证 ${n} 项，其中 ${recognised} 项得到上级认可。`,
  phase: (project, before, after) => {
    const name = (phase: number | undefined): string =>
      phase === undefined ? '没有记录' : (phases[phase] ?? String(phase));
    return `“${project}”：项目前${name(before)}，项目后${name(after)}。`;
  },
  resource: (resource, before, after) =>
    `${resources[resource]}：${before === undefined ? '项目前没有记录' : `项目前 ${before}`}，${after === undefined ? '项目后没有记录' : `项目后 ${after}`}。`,
  pluralityCaution: '资源由几家分担的程度，0 是全靠一家，100 是政府、社会组织和居民三家一样多。',
  strategies: (when, regular, tried) => `${wave[when]}，十种做法里经常用的有 ${regular} 种，试过的有 ${tried} 种。`,
  commitments: (done, open, overdue) => `约定的下一步：办完 ${done} 件，在办 ${open} 件，过期 ${overdue} 件。`,
};
