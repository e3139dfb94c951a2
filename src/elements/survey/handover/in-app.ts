import type { InAppBrowser } from '../../../i18n/handover/types.js';

const signs: readonly (readonly [InAppBrowser, RegExp])[] = [
  ['wechat', /MicroMessenger/i],
  ['dingtalk', /DingTalk/i],
  ['alipay', /AlipayClient/i],
  ['weibo', /Weibo/i],
  // Not the browser of the same maker, `MQQBrowser/`, which can download.
  ['qq', /\bQQ\//],
];

/**
 * The app whose built-in browser this is, if it is one in which downloads do nothing. There is nothing else to tell it by: such a
 * browser reports no error. The user agent is only read here, never stored or sent.
 */
export function inAppBrowser(userAgent: string): InAppBrowser | undefined {
  return signs.find(([, sign]) => sign.test(userAgent))?.[0];
}
