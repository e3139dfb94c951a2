import type { HandoverMessages } from './types.js';

const apps = { wechat: '微信', qq: 'QQ', alipay: '支付宝', weibo: '微博', dingtalk: '钉钉' } as const;
const notThem = '不要交给社区或街道';

/** Handing the sheet over, in Simplified Chinese. */
export const messages: HandoverMessages = {
  title: '把答卷交出去',
  inApp: (app) =>
    `您是在${apps[app]}里打开本页的，${apps[app]}里点“下载”常常没有反应，请先用复制${app === 'wechat' ? '或二维码' : '、转发或二维码'}。右上角菜单里的“在浏览器中打开”也可以，不过要从头再答一遍。`,
  inAppBefore: (app) =>
    `您是在${apps[app]}里打开本页的。如果还没答几题，可以点右上角菜单，选“在浏览器中打开”，那里一般能保存。`,
  to: (group, organisation, contact) => {
    const whom = organisation && `：${organisation}${contact && `（${contact}）`}`;
    return group === 'resident'
      ? `请交给主办机构${whom}，${notThem}。`
      : `请交给主办机构${whom}，请勿经由社区或街道转交。`;
  },
  ways: {
    download: '把答卷下载成文件',
    copy: '复制答卷',
    share: '转发答卷',
    qr: '显示二维码，让人扫走',
  },
  hints: {
    download: '',
    copy: '答案会留在剪贴板里，别的程序可能读得到。结束时可以清掉。',
    share: '会打开手机的转发菜单，请只发给主办机构。',
    qr: '二维码里就是您的答案，别让旁人拍到。',
  },
  done: {
    download: '文件已经下载。请找到它，发给主办机构的人。',
    copy: '复制好了。请到发给主办机构的消息里，长按，选“粘贴”，再发出去。',
    share: '交给转发菜单了。请看一眼是不是真的发出去了。',
    qr: '请主办机构的人用手机“扫一扫”，一张一张扫，把每张显示的文字都存下来。身边没有人，也可以每张截一个屏，发给主办机构。',
  },
  failed: {
    download: '没能下载。请换一种办法。',
    copy: '没能自动复制。请点一下下面的方框选中全部，再长按，选“复制”。',
    share: '没能转发。请换一种办法。',
    qr: '二维码没能显示，可能是网络断了。请换一种办法。',
  },
  kept: {
    download: '文件我已经留好，结束',
    copy: '我已经贴好、发出去了，结束',
    share: '我已经发出去了，结束',
    qr: '每一张都扫好了，结束',
  },
  thanks: {
    download: `答卷文件已经下载，还没有存进这台设备。请把它交给主办机构的人，${notThem}。`,
    copy: '您的答卷由您自己发给了主办机构，没有存进这台设备。',
    share: '您的答卷由您自己发给了主办机构，没有存进这台设备。',
    qr: '您的答卷由主办机构的人扫走了，没有存进这台设备。',
  },
  qr: {
    position: (index, count) => `第 ${index} 张，共 ${count} 张`,
    label: (index, count) => `答卷的二维码，第 ${index} 张，共 ${count} 张`,
    previous: '上一张',
    next: '下一张',
    rest: (count) => `还有 ${count} 张没有看过。每一张都扫到，答卷才完整。`,
  },
  content: '看看交出去的是什么',
  contentText: '这就是答卷的全部内容。点一下方框，就会选中全部，可以复制。',
  clipboard: {
    text: '您的答案还在这台设备的剪贴板里。贴好、发出去以后，请在这里清掉。',
    clear: '清掉剪贴板',
    cleared: '剪贴板已经清掉。',
    failed: '没能清掉。随便复制一个别的字，就会盖掉它。',
  },
};
