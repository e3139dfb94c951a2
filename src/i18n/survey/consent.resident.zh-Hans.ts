import type { ConsentMessages } from './types.js';

/** The consent screen for residents in Simplified Chinese (method.md §6.1). */
export const messages: ConsentMessages = {
  title: '参加之前，请您先看一看',
  consent: (w) => ({
    lead: `您好！我们是${w.organisation}，想了解居民在社区里说话管不管用、大家互相信不信得过。${w.questions} 道选择题，大约 ${w.minutes} 分钟。`,
    points: [
      '参加不参加全凭自愿，哪题不想答就跳过，随时可以退出，对您享受的服务没有任何影响。',
      w.linking
        ? '不写姓名、电话、身份证号。快答完时有六个小问题（如母亲的姓、属相），只用来把前后两次的回答对上号，当场变成乱码，原样不保存。'
        : '不写姓名、电话、身份证号。',
      '最后还问年龄段、在这里住了几年；有的问卷有两道题可以写几句话。都可以不答。',
      '社区和街道的工作人员看不到任何一个人的答案，只看得到 5 个人以上合在一起的结果。',
      `数据存放在${w.storedIn}，只用于“${w.project}”的评估；${w.linking ? `对号以后，乱码最迟${w.tokensDestroyedBy}销毁；` : ''}去掉身份痕迹的数据保存到${w.keptUntil}。`,
      w.linking
        ? `想撤回：最迟${w.withdrawUntil}，在同一台设备上打开本页点“撤回”，再答一遍那六个小问题，就能删掉还存在这台设备上的答卷；已经被主办机构取走的，请找下面的联系人；没留六个小答案的、或者过了这天的，已经认不出哪份是您的，就没法删了。`
        : '交上去以后，已经认不出哪份是您的，就没法撤回了。',
      `结果会在${w.resultsOn}跟大家说。有问题找${w.contact}。`,
      ...(w.foreignApproval ? [`涉外调查批准文号：${w.foreignApproval}。`] : []),
    ],
    participate: '我满 18 岁，看明白了，愿意参加。',
    process: '（单独同意）题目会问到我对社区和街道工作的看法，我同意为上面的目的处理这些信息。',
    link: '我愿意回答六个小问题，好把两次答卷对上（不勾也能参加）。',
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
  missing: '请先在前两个方框里打勾，再点“开始”。',
};
