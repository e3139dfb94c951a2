import type { SurveyMessages } from './types.js';

/** The survey in Simplified Chinese, up to the first question: residents' texts plain, officials' formal. */
export const messages: SurveyMessages = {
  loading: '正在打开问卷……',
  synthetic: '演示问卷：其中的机构和项目都是虚构的',
  title: (group) => (group === 'resident' ? '居民问卷' : group === 'official' ? '工作人员问卷' : '合作机构问卷'),
  consentTitle: '参加之前，请您先看一看',
  consent: (group, w) =>
    group === 'resident'
      ? {
          lead: `您好！我们是${w.organisation}，想了解居民在社区里说话管不管用、大家互相信不信得过。${w.questions} 道选择题，大约 ${w.minutes} 分钟。`,
          points: [
            '参加不参加全凭自愿，哪题不想答就跳过，随时可以退出，对您享受的服务没有任何影响。',
            w.linking
              ? '不写姓名、电话、身份证号。最后六个小问题只用来把前后两次的回答对上号，当场变成乱码，原样不保存。'
              : '不写姓名、电话、身份证号。',
            '社区和街道的工作人员看不到任何一个人的答案，只看得到 5 个人以上合在一起的结果。',
            `数据存放在${w.storedIn}，只用于“${w.project}”的评估；${w.linking ? `对号以后，乱码在${w.tokensDestroyedBy}前销毁；` : ''}去掉身份痕迹的数据保存到${w.keptUntil}。`,
            w.linking
              ? `想撤回：${w.withdrawUntil}以前，在同一台设备上打开本页点“撤回”，再答一遍那六个小问题，就能删掉您的答卷；没留六个小答案的、或者过了这天的，已经认不出哪份是您的，就没法删了。`
              : '交上去以后，已经认不出哪份是您的，就没法撤回了。',
            `结果会在${w.resultsOn}跟大家说。有问题找${w.contact}。`,
            ...(w.foreignApproval ? [`涉外调查批准文号：${w.foreignApproval}。`] : []),
          ],
          participate: '我满 18 岁，看明白了，愿意参加。',
          process: '（单独同意）题目会问到我对社区和街道工作的看法，我同意为上面的目的处理这些信息。',
          link: '我愿意回答六个小问题，好把两次答卷对上（不勾也能参加）。',
        }
      : {
          lead: `本问卷由${w.organisation}开展，用于评估“${w.project}”前后社区居民参与和互信的变化，共 ${w.questions} 道选择题，约需 ${w.minutes} 分钟。`,
          points: [
            '参加自愿，可跳过任何题目，可随时退出。',
            '问卷不用于个人考核，也不向您的单位或上级提供个人答卷。结果仅以不少于 5 人的汇总形式呈现。',
            `数据存储于${w.storedIn}，去标识化后保存至${w.keptUntil}。`,
            ...(w.linking
              ? [
                  `匹配码经加密处理，于${w.tokensDestroyedBy}前销毁。`,
                  `撤回方式：${w.withdrawUntil}以前，在同一台设备上打开本页选择“撤回”，再次填写匹配码，即可删除您的答卷；未填写匹配码或逾期的，因无法辨认，不能删除。`,
                ]
              : ['提交后因无法辨认答卷归属，不能撤回。']),
            `结果将于${w.resultsOn}公布。联系人：${w.contact}。`,
            ...(w.foreignApproval ? [`涉外调查批准文号：${w.foreignApproval}。`] : []),
          ],
          participate: '本人知悉并同意参加。',
          process: '（单独同意）本人同意为上述目的处理问卷中涉及工作评价的信息。',
          link: '本人同意填写匹配码（可不选）。',
        },
  unnamed: {
    organisation: '本页面的主办机构',
    contact: '本页面的主办机构',
    storedIn: '您正在使用的这台设备的浏览器里，由主办机构取走',
    tokensDestroyedBy: '第二次调查结束满 30 天',
    keptUntil: '项目结束后两年',
    withdrawUntil: '第二次调查结束满 30 天',
    resultsOn: '调查结束后',
  },
  consentMissing: (group) => (group === 'resident' ? '前两个方框都打上勾，才能开始答题。' : '请勾选前两项后开始填写。'),
  agree: '开始',
  withdraw: '撤回以前的答卷',
  communityTitle: '您住在（或服务于）哪个社区？',
  frameTitle: '答题之前',
  frameHint: (group) =>
    group === 'resident'
      ? '一屏一道题。哪题不想答，直接点“跳过”就行；点“上一题”可以回去改。'
      : '每屏一题。不便回答的题目可直接跳过；可随时返回修改。',
  begin: '开始答题',
  progress: (index, total, minutes) => `第 ${index} 题，共 ${total} 题 · 大约还要 ${minutes} 分钟`,
  progressLabel: '答题进度',
  apart: '也可以选：',
  back: '上一题',
  leave: '返回',
  next: '下一题',
  skip: '跳过',
  toReview: '回到检查页',
  resumeTitle: '上次的问卷还没答完',
  resumeText: (index, total) => `这台设备上留着一份没答完的问卷，已经答到第 ${index} 题（共 ${total} 题）。是您的吗？`,
  resume: '是我的，接着答',
  restart: '不是，清掉重新开始',
  notSaved: '刚才的答案还没能存下来，不过都还在这一页上，可以接着答。请先不要关掉本页。',
  retry: '再存一次',
};
