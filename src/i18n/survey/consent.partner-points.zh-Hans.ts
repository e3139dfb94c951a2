import type { ConsentWords } from './types.js';

const approval = ({ foreignApproval }: ConsentWords): readonly string[] =>
  foreignApproval ? [`涉外调查批准文号：${foreignApproval}。`] : [];

/** What partners are told; `linking`: how their sheets are matched and withdrawn. */
export function partnerPoints(w: ConsentWords, linking: readonly string[]): readonly string[] {
  return [
    '参加自愿，可跳过任何题目，可随时退出；是否参加、如何作答，均不作为评价贵机构或决定是否继续合作的依据。',
    '个人答卷不提供给政府伙伴，也不提供给贵机构。结果仅以不少于 5 人的汇总形式呈现；“能否对政府伙伴说‘不’”一题的结果只反馈给合作机构，不对外公布。',
    '合作机构的人数往往不多，即使只看汇总结果，熟悉情况的人也可能猜出某个人的回答。如有顾虑，请跳过有关题目，或与联系人商量改为当面交谈。',
    `数据存储于${w.storedIn}，去标识化后保存至${w.keptUntil}。`,
    ...linking,
    `结果将于${w.resultsOn}公布。联系人：${w.contact}。`,
    ...approval(w),
  ];
}
