import type { SealMessages } from './types.js';

const kept = '为了保护您的答案，问卷没有打开。';

/** A sealed survey, in Simplified Chinese. */
export const messages: SealMessages = {
  trouble: {
    'seal-no-crypto': {
      title: '这台设备现在还不能填写这份问卷',
      text: `这项调查的答卷要加密封存，但本页的网址不是 https 开头，浏览器因此不提供加密。${kept}请主办机构换成 https 网址。`,
    },
    'seal-one-key': {
      title: '这项调查的设置还差一步',
      text: `封存答卷要有两把钥匙：一把由评估人保管，一把备用，现在不够两把。${kept}请主办机构补上。`,
    },
    'seal-bad-key': {
      title: '这项调查的钥匙有误',
      text: `用来封存答卷的钥匙有一把不对，封上以后可能打不开。${kept}请主办机构按下面的提示更正。`,
    },
    'seal-failed': {
      title: '试着封存答卷，没有成功',
      text: `开始之前试封了一次，没有成功。${kept}请换一个浏览器试试；还是不行，请告诉主办机构。`,
    },
  },
  before: (organisation) =>
    `您交卷的那一刻，答卷就会加密封存，只有${organisation || '主办机构'}拿着钥匙才能打开；这台设备自己也打不开。没有交的答卷哪里都不存：关掉或刷新本页，就要从头再填。交上去的想撤回，凭交卷后给您的回执号，请抄下来；上面说的别的办法，在这里用不上。`,
  onPaper: (organisation) =>
    `问卷录进电脑的那一刻就加密封存，只有${organisation || '主办机构'}拿着钥匙才能打开；录入用的电脑自己也打不开。`,
  typing:
    '这项调查的答卷加密封存：录到一半的哪里都不存，关掉或刷新本页，手上这一份要从头录；存好的，在这台设备上谁也打不开。',
  typed: (receipt) => `已加密封存，回执号 ${receipt}（可以抄在这张纸上，要撤回这一份，就凭它找）`,
  sealed: '您的答卷已经加密封存。这台设备上谁也打不开它。',
  receipt: (receipt) => `您的回执号：${receipt}`,
  receiptUse:
    '请把回执号抄下来：想撤回，要凭它来找；想核对自己的答卷有没有算进去，到时在公布的名单里找它。回执号里看不出您答了什么。',
  sheetIsSealed: '答卷已经加密封存，除了主办机构，谁拿到也看不了。',
};
