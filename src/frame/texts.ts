import type { Locale } from '../core/text.js';
import type { AddressTrouble } from './address.js';

/** Codes of the iframe page's own messages. */
export type PlainCode = AddressTrouble | 'load-failed';

/** Both languages are shown together: without an address that can be read nobody knows which one is wanted. */
export const plainTexts: Readonly<Record<PlainCode, Readonly<Record<Locale, string>>>> = {
  'bad-address': {
    'zh-Hans':
      '问卷打不开：网址不完整，没有写明是哪一项调查。请告诉放这份问卷的网站，或者主办机构（代号 bad-address）。',
    en: 'The survey cannot be opened: its address does not say which study it is. Please tell the website that shows it, or the organisation that runs it (code bad-address).',
  },
  'foreign-source': {
    'zh-Hans':
      '问卷没有打开：网址里的调查文件不在主办机构自己的网站上，为了保护您，这样的问卷一律不打开（代号 foreign-source）。',
    en: 'The survey was not opened: its address names a study file that is not on the organisation’s own website. To protect you, such a survey is never opened (code foreign-source).',
  },
  'load-failed': {
    'zh-Hans':
      '问卷没有打开：可能是网络断了一下，也可能是浏览器太旧。请刷新一次，或者换一个浏览器；还是不行，请告诉主办机构（代号 load-failed）。',
    en: 'The survey did not open: the network may have dropped, or the browser may be too old. Please reload, or try another browser; if that does not help, tell the organisation that runs it (code load-failed).',
  },
};
