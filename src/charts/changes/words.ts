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
  readonly curve: string;
  readonly noDots: string;
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
    curve: '曲线越高，变化越可能在那里；横线是 95 % 区间。曲线由 t 分布画出，和区间同一个算法。',
    noDots: '这份结果里没有每个人的分数和重复抽样的分布，所以不画散点。',
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
    curve:
      'The higher the curve, the more likely the change lies there; the line is the 95% interval. The curve is the t distribution that the interval comes from.',
    noDots: 'These results hold no single scores and no resampled distribution, so no dots are drawn.',
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
