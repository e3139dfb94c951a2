import type { ReceiptMessages } from './late.receipt.js';

/** Withdrawing a sealed sheet, in Simplified Chinese. */
export const messages: ReceiptMessages = {
  text: '答卷已经加密封存，这台设备看不到里面，要凭交卷后给您的回执号来找。找到以后先问您，再删。',
  label: '回执号',
  hint: '十位数字和字母，比如 7Q3ZK-0M9TA。大写小写、空格、横线都不要紧。',
  lost: '没有抄下回执号，这台设备就认不出哪份是您的，请和下面的联系人说一声。',
  find: '找一找',
  searching: '正在找……',
  incomplete: (count) =>
    count === 0
      ? '请先写上回执号。'
      : count === 10
        ? '回执号里没有字母 U，请再对照一遍。'
        : `回执号一共十位，这里写了 ${count} 位，请再对照一遍。`,
  none: '这台设备上没有找到这个回执号的答卷，什么也没有删。可能号码抄错了一位；可能是在别的设备、别的浏览器里答的；也可能主办机构已经取走，这台设备上的清掉了。号码要是没错，请把它告诉主办机构，他们能凭回执号认出这份答卷。',
  ambiguous: '这台设备上有两份答卷的回执号一样，分不清哪份是您的，所以一份也没有删。',
  foundTitle: '找到了一份答卷',
  found: '请看看是不是这一份。答了什么，这里不显示。',
  receipt: (receipt) => `回执号：${receipt}`,
  study: (title) => `调查：${title}`,
  wave: (label) => `哪一次：${label}`,
  sure: '删掉以后，在这台设备上就找不回来了。要删掉吗？',
  keep: '先不删',
  remove: '删掉这份答卷',
  removing: '正在删……',
  removed: '这份答卷已经从这台设备上删掉了。',
  copies:
    '要是在这之前备份过，或者已经被主办机构取走，那里还留着一份，从这里删不到。请把回执号告诉主办机构，请他们打开答卷时把那一份也删掉。',
};
