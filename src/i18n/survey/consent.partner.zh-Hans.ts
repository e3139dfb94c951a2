import { partnerPoints } from './consent.partner-points.zh-Hans.js';
import type { ConsentMessages } from './types.js';

/** The consent screen for partner organisations in Simplified Chinese (method.md §2.5, §6.2). */
export const messages: ConsentMessages = {
  title: '参加之前，请您先看一看',
  consent: (w) => ({
    lead: `本问卷由${w.organisation}开展，请合作机构的工作人员评价“${w.project}”中与政府伙伴合作的条件，共 ${w.questions} 道选择题，约需 ${w.minutes} 分钟。`,
    points: partnerPoints(
      w,
      w.linking
        ? [
            `匹配码由六个小问题的答案当场转换而成，答案原样不保存；匹配码最迟${w.tokensDestroyedBy}销毁。`,
            `撤回方式：最迟${w.withdrawUntil}，在同一台设备上打开本页选择“撤回”，再次回答六个小问题，即可删除仍存于本设备的答卷；已取走的，请与联系人联系；未填写匹配码或逾期的，因无法辨认，不能删除。`,
          ]
        : ['提交后因无法辨认答卷归属，不能撤回。'],
    ),
    participate: '本人知悉并同意参加。',
    process: '（单独同意）本人同意为上述目的处理问卷中涉及合作评价的信息。',
    link: '本人同意回答六个小问题，用于生成匹配码（可不选）。',
  }),
  unnamed: {
    organisation: '本页面的主办机构',
    contact: '本页面的主办机构',
    storedIn: '您正在使用的这台设备的浏览器里（不会自动发给主办机构）',
    tokensDestroyedBy: '第二次调查结束后第 30 天',
    keptUntil: '项目结束后两年',
    withdrawUntil: '第二次调查结束后第 30 天',
    resultsOn: '调查结束后',
  },
  missing: '请勾选前两项后开始填写。',
};
