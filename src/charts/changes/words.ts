import type { Both } from '../kind.js';

/** Words inside the charts of change and their tables. */
export interface ChangesWords {
  readonly points: string;
  readonly change: string;
  /** The two titles where there is little room. */
  readonly short: { readonly points: string; readonly change: string };
  readonly design: (baseline: string, endline: string, linked: string) => string;
  readonly shortDesign: (baseline: string, endline: string) => string;
  readonly apart: string;
  readonly value: (who: string, value: string) => string;
  readonly estimationCaption: string;
  readonly slopeCaption: string;
  readonly gapCaption: string;
  readonly contributionsCaption: string;
  readonly before: string;
  readonly after: string;
  readonly linked: string;
  readonly gap: string;
  /** What the curves are: resampled, of the t distribution, or some of each. */
  readonly curve: Readonly<Record<'bootstrap' | 't' | 'both', string>>;
  readonly wide: string;
  readonly dot: (people: number) => string;
  readonly dots: (least: string) => string;
  readonly noDots: string;
  readonly spread: string;
  readonly bin: (from: string, to: string, count: string) => string;
  readonly hollow: string;
  readonly whiskers: string;
  readonly nothing: string;
  readonly noGaps: string;
  readonly differ: (points: string) => string;
  readonly same: string;
  readonly converged: (points: string, interval: string) => string;
  readonly parted: (points: string, interval: string) => string;
  readonly gapKey: string;
  readonly gapTrust: string;
  readonly trustOf: { readonly resident: string; readonly official: string };
  readonly total: string;
  readonly missing: string;
  readonly part: string;
  readonly weight: string;
  readonly contribution: string;
  readonly bounds: (low: string, high: string) => string;
  readonly robust: string;
  readonly notRobust: string;
  readonly contributionsKey: string;
  readonly boundsRow: string;
}

/** Both languages. */
export const changesWords: Both<ChangesWords> = {
  'zh-Hans': {
    points: '平均分（0–100 分）',
    change: '项目后减项目前（分）',
    short: { points: '平均分', change: '后减前（分）' },
    design: (baseline, endline, linked) => `项目前 ${baseline} 人，项目后 ${endline} 人，${linked} 人前后对上`,
    shortDesign: (baseline, endline) => `${baseline} → ${endline} 人`,
    apart: '前后不是同一批人',
    value: (who, value) => `${who} ${value}`,
    estimationCaption: '变化有多大、多有把握：平均分和前后之差（分）',
    slopeCaption: '项目前到项目后的平均分（0–100 分）',
    gapCaption: '两边看法的差别：工作人员减居民（分）；信任是各自对对方的信任，不相减',
    contributionsCaption: '变化指数由哪几项合成（分）',
    before: '项目前',
    after: '项目后',
    linked: '前后对上',
    gap: '相差（工作人员减居民）',
    curve: {
      bootstrap:
        '曲线越高，变化越可能在那里：从这些答卷里一遍遍重新抽样（自助法），得到的变化就这样分布。横线是 95 % 区间。',
      t: '曲线越高，变化越可能在那里；横线是 95 % 区间。虚线的曲线由 t 分布画出，和区间同一个算法。',
      both: '曲线越高，变化越可能在那里；横线是 95 % 区间。实线的曲线是重新抽样（自助法）的分布；人数不够的用 t 分布画，是虚线。',
    },
    wide: '指数的横线可能比曲线宽：不同社区之间的差别也算进去了。',
    dot: (people) => (people === 1 ? '一点一人' : `一点约 ${people} 人`),
    dots: (least) => `分数按段合并，每段至少 ${least} 人，点在段里平均排开：点的位置不是哪个人的分数。`,
    noDots: '一组满 20 人，才画散点。',
    spread: '分数怎么分布（指数）',
    bin: (from, to, count) => `${from}–${to} 分 ${count} 人`,
    hollow: '空心是项目前，实心是项目后；圆是居民，方是工作人员。',
    whiskers: '竖线是 95 % 区间。',
    nothing: '回答的人还太少，这张图暂时不能显示。',
    noGaps: '两边都有足够的人作答，才能把看法放在一起看。',
    differ: (points) => `相差 ${points} 分`,
    same: '一样',
    converged: (points, interval) => `两边靠近了 ${points} 分（${interval}）`,
    parted: (points, interval) => `两边拉开了 ${points} 分（${interval}）`,
    gapKey: '圆是居民，方是工作人员，连线是两边的差别；空心是项目前，实心是项目后。',
    gapTrust: '信任问的是对方，两边不能相减：箭头各看各的前后变化。',
    trustOf: { resident: '居民对工作人员', official: '工作人员对居民' },
    total: '合计（变化指数）',
    missing: '缺答的差额',
    part: '哪一项',
    weight: '权重',
    contribution: '带来的变化',
    bounds: (low, high) => `怎么改权重，都在 ${low} 到 ${high} 分之间`,
    robust: '各项方向一致',
    notRobust: '各项方向不完全一致',
    contributionsKey: '每一条是这一项的变化乘以它的权重；各条加起来就是变化指数。“走形式”减少算作好转。',
    boundsRow: '怎么改权重的上下界',
  },
  en: {
    points: 'Mean points (0–100)',
    change: 'After minus before (points)',
    short: { points: 'Mean points', change: 'After − before' },
    design: (baseline, endline, linked) => `${baseline} before, ${endline} after, ${linked} linked`,
    shortDesign: (baseline, endline) => `n ${baseline} → ${endline}`,
    apart: 'not the same people',
    value: (who, value) => `${who} ${value}`,
    estimationCaption: 'How big the change is and how sure: means and differences (points)',
    slopeCaption: 'Mean points (0–100) before and after',
    gapCaption:
      'How far the two views are apart: officials minus residents (points); trust is each side’s trust in the other and is not subtracted',
    contributionsCaption: 'What the change index is made up of (points)',
    before: 'Before',
    after: 'After',
    linked: 'Linked',
    gap: 'Gap (officials minus residents)',
    curve: {
      bootstrap:
        'The higher the curve, the more likely the change lies there: it is how the change varies when these answers are sampled again and again (bootstrap). The line is the 95% interval.',
      t: 'The higher the curve, the more likely the change lies there; the line is the 95% interval. A dashed curve is the t distribution that the interval comes from.',
      both: 'The higher the curve, the more likely the change lies there; the line is the 95% interval. Solid curves come from sampling the answers again (bootstrap); dashed ones, for smaller groups, are t distributions.',
    },
    wide: 'The line of the index may be wider than its curve: it allows for differences between communities.',
    dot: (people) => (people === 1 ? '1 dot = 1 person' : `1 dot ≈ ${people} people`),
    dots: (least) =>
      `Scores are put together in ranges of at least ${least} people and the dots spread evenly inside: no dot shows anybody’s score.`,
    noDots: 'Dots are drawn from 20 people on.',
    spread: 'How the scores are spread (index)',
    bin: (from, to, count) => `${from}–${to}: ${count}`,
    hollow: 'Hollow is before, filled is after; circles are residents, squares officials.',
    whiskers: 'Upright lines are 95% intervals.',
    nothing: 'Too few people have answered for this chart to be shown.',
    noGaps: 'The two views can be put side by side once enough people of both sides have answered.',
    differ: (points) => `${points} apart`,
    same: 'alike',
    converged: (points, interval) => `${points} points closer (${interval})`,
    parted: (points, interval) => `${points} points further apart (${interval})`,
    gapKey:
      'Circles are residents, squares officials, the line between them is the gap; hollow is before, filled is after.',
    gapTrust: 'Trust is in the other side, so the two are not subtracted: each arrow shows its own change.',
    trustOf: { resident: 'Residents in staff', official: 'Staff in residents' },
    total: 'Total (change index)',
    missing: 'From missing answers',
    part: 'Part',
    weight: 'Weight',
    contribution: 'Contribution',
    bounds: (low, high) => `${low} to ${high} points whatever the weights`,
    robust: 'all parts point the same way',
    notRobust: 'not all parts point the same way',
    contributionsKey:
      'Each bar is the change of a scale times its weight; together they are the change index. Less token attendance counts as better.',
    boundsRow: 'Bounds for any weights',
  },
};
