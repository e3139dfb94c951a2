import type { KioskMessages } from './types.js';

/** Texts of a shared tablet in Simplified Chinese. */
export const messages: KioskMessages = {
  locale: 'zh-Hans',
  loading: '正在打开…',
  languages: '语言',
  attract: {
    title: '社区参与和互信问卷',
    by: (organisation) => `主办：${organisation}`,
    time: (minutes) => `大约 ${minutes} 分钟，一次一道题，随时可以停。`,
    noName: '不用写姓名，不用登记。',
    start: '点这里开始',
    clears: (seconds) => `没交之前要是离开了，${seconds} 秒没人碰屏幕，答过的内容就会清掉。`,
    staff: {
      backup: '工作人员请看：这台平板上的答卷该备份了。',
      lost: '工作人员请看：这台平板上的答卷可能少了，请打开管理页面。',
    },
    synthetic: '演示：内容和机构都是虚构的',
  },
  who: {
    title: '请问您是？',
    groups: {
      resident: { name: '居民', text: '住在这里，或者常在这里生活' },
      official: { name: '社区、街道的工作人员', text: '居委会、街道办和社工站的同志' },
      partner: { name: '合作机构的人员', text: '社会组织、企业、学校等' },
    },
    back: '返回',
  },
  stop: {
    button: '不填了',
    title: '不填了吗？',
    text: '还没交的回答会马上从这台平板上清掉，谁也看不到。',
    goOn: '接着填',
    stop: '清掉，结束',
  },
  idle: {
    title: '您还在吗？',
    text: '为了不让别人看到您的回答，没有人用的时候会把没交的内容清掉。点一下屏幕任何地方就能接着填。',
    left: (seconds) => `还有 ${seconds} 秒`,
    more: '我还要一点时间',
  },
  thanks: {
    taken: '您的答卷没有存在这台平板上，已经按您选的办法带走了。',
    receipt: '您的回执号',
    receiptUse:
      '以后会公布一份回执号名单。想核对自己的答卷有没有算进去，就看这个号在不在上面；从号码看不出您答了什么。可以抄下来，也可以不记；答卷加密封存的，以后想撤回要凭这个号，请抄下来。',
    done: '好了',
    back: (seconds) => `${seconds} 秒后回到开头。想多看一会儿，点一下屏幕就行。`,
  },
  closed: {
    hours: (next) => ({
      title: '现在没有开放',
      text: next ? `下次开放是${next}，欢迎您再来。` : '请问一问这里的工作人员什么时候开放。',
    }),
    when: (inDays, weekday, time) => `${inDays === 0 ? '今天' : inDays === 1 ? '明天' : weekday} ${time}`,
    wave: (next) =>
      next
        ? { title: '现在不是填问卷的时候', text: `下一次从${next}开始，到时候欢迎您来。` }
        : { title: '这项调查已经结束', text: '谢谢大家。结果出来以后会告诉大家。' },
    trouble: {
      store: {
        title: '这台平板现在存不了答卷',
        text: '可能是空间满了，或者浏览器不让保存（比如无痕模式）。请告诉工作人员；在修好之前请不要在这里填。',
      },
      insecure: {
        title: '这个网址不能用来做共用平板',
        text: '请工作人员用 https 开头的网址打开本页，否则答卷得不到保护。',
      },
      study: { title: '问卷暂时打不开', text: '没有读到这项调查的设置。请告诉工作人员；过一会儿会自动再试。' },
      groups: { title: '问卷的设置有误', text: '本页写的人群（groups）都不在这项调查里。请工作人员更正。' },
      load: { title: '没有完全打开', text: '可能是网络断了一下。过一会儿会自动再试。' },
    },
    retry: '再试一次',
  },
};
