import { partnerPoints } from '../survey/consent.partner-points.zh-Hans.js';
import type { ConsentWords } from '../survey/types.js';
import type { PaperConsent } from './types.js';

const approval = ({ foreignApproval }: ConsentWords): string[] =>
  foreignApproval ? [`涉外调查批准文号：${foreignApproval}。`] : [];

/** How sheets are collected, matched and withdrawn. */
const handling = (w: ConsentWords, card: boolean): string[] => [
  `填好的问卷由${w.organisation}收回并录入，核对后销毁，最迟${w.tokensDestroyedBy}。`,
  ...(w.linking
    ? [
        card
          ? `卡片上的五个图案只用于匹配前后两次答卷，录入时当场转换为匹配码，电脑中不保存图案原样，卡片发放不作登记；匹配码最迟${w.tokensDestroyedBy}销毁。`
          : `匹配码由六个小问题的答案在录入时当场转换而成，电脑中不保存答案原样；匹配码最迟${w.tokensDestroyedBy}销毁。`,
        `撤回方式：最迟${w.withdrawUntil}，与联系人联系，${card ? '出示卡片' : '再次回答六个小问题'}，即可找出并删除答卷；${card ? '未填写图案' : '未填写六个小问题'}或逾期的，因无法辨认，不能删除。`,
      ]
    : ['提交后因无法辨认答卷归属，不能撤回。']),
];

/** The consent of the printed form in Simplified Chinese (method.md §6.1–6.2), true of paper: who takes the sheet, and when it is destroyed. */
export const paperConsent: PaperConsent = {
  consent: {
    resident: (w, card) => ({
      points: [
        '参加不参加全凭自愿，哪题不想答就空着，随时可以不填了，对您享受的服务没有任何影响。',
        !w.linking
          ? '不写姓名、电话、身份证号。'
          : card
            ? '不写姓名、电话、身份证号。快答完时照着手里的卡片写五个图案的数字，只用来把前后两次的回答对上号；录进电脑时马上变成乱码，电脑里不存原样；谁拿了哪张卡片，没有人记。'
            : '不写姓名、电话、身份证号。快答完时有六个小问题（如母亲的姓、属相），只用来把前后两次的回答对上号；录进电脑时马上变成乱码，电脑里不存原样。',
        '最后还问年龄段、在这里住了几年；有的问卷有两道题可以写几句话。都可以不答。',
        '社区和街道的工作人员不经手填好的问卷，看不到任何一个人的答案，只看得到 5 个人以上合在一起的结果。',
        `填好的问卷由${w.organisation}收走，录进电脑、核对好就销毁，最迟${w.tokensDestroyedBy}。`,
        `录好的数据存放在${w.storedIn}，只用于“${w.project}”的评估；${w.linking ? `对号以后，乱码最迟${w.tokensDestroyedBy}销毁；` : ''}去掉身份痕迹的数据保存到${w.keptUntil}。`,
        !w.linking
          ? '交上去以后，已经认不出哪份是您的，就没法撤回了。'
          : card
            ? `想撤回：最迟${w.withdrawUntil}，带着卡片找下面的联系人，就能找出您的答卷并删掉；没写图案的、卡片丢了的、或者过了这天的，已经认不出哪份是您的，就没法删了。`
            : `想撤回：最迟${w.withdrawUntil}，找下面的联系人，再答一遍那六个小问题，就能找出您的答卷并删掉；没留六个小答案的、或者过了这天的，已经认不出哪份是您的，就没法删了。`,
        `结果会在${w.resultsOn}跟大家说。有问题找${w.contact}。`,
        ...approval(w),
      ],
    }),
    official: (w, card) => ({
      points: [
        '参加自愿，可跳过任何题目，可随时退出。',
        '问卷不用于个人考核，也不向您的单位或上级提供个人答卷。结果仅以不少于 5 人的汇总形式呈现。',
        `数据存储于${w.storedIn}，去标识化后保存至${w.keptUntil}。`,
        ...handling(w, card),
        `结果将于${w.resultsOn}公布。联系人：${w.contact}。`,
        ...approval(w),
      ],
    }),
    partner: (w, card) => ({ points: partnerPoints(w, handling(w, card)) }),
  },
  unnamed: {
    resident: { organisation: '发这份问卷的机构', contact: '发给您问卷的人', storedIn: '发问卷的机构的电脑里' },
    official: { organisation: '发放本问卷的机构', contact: '问卷发放人', storedIn: '发放机构的电脑' },
    partner: { organisation: '发放本问卷的机构', contact: '问卷发放人', storedIn: '发放机构的电脑' },
  },
};
