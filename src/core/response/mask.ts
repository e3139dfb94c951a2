export { toWellFormed } from '../json/well-formed.js';

/** What the person is asked to look at again before it is stored. */
export type OpenTextWarning = 'address' | 'official-name';

/** An open answer after masking. */
export interface MaskedText {
  readonly text: string;
  /** How many pieces were replaced by ■. */
  readonly masked: number;
  readonly warnings: readonly OpenTextWarning[];
}

const email = /[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/;
const idNumber = /\d{17}[\dX]\d*/;
const mobile = /(?:\+?86[-\s]?)?1[3-9]\d(?:\d{8,}|[-\s]\d{4}[-\s]?\d{4}|\d{4}[-\s]\d{4})/;
const landline = /0\d{2,3}[-\s]?\d{7,8}/;
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][·.\s-]?(?:[A-Z\d]{4}[挂学警港澳]|[A-Z\d]{5,6})/;
const identifying = new RegExp([email, idNumber, mobile, landline, plate].map(({ source }) => source).join('|'), 'gi');

const address = /\d\s*(?:号?楼|单元|室|栋|幢)|[一二三四五六七八九十百〇零](?:号楼|单元|室)|(?:楼|单元|室)\s*\d/;
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴代莫孔汤庞樊';
const officialName = new RegExp(`[${surnames}]\\p{Script=Han}{0,2}?副?(?:书记|主任)|(?:书记|主任)[${surnames}]`, 'u');

/** Full-width digits, letters and signs as their half-width forms; one code unit each, so that positions stay. */
const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );

/**
 * Masks an open answer before it is stored (method.md §6.3): phone and ID-card numbers, e-mail addresses and licence plates each
 * become ■, in full-width spelling too. Warns of what only a person can judge: 楼, 单元 or 室 with a number, and 书记 or 主任 with a
 * family name.
 *
 * It finds forms, not people: a name alone, or a number in words, goes through. A person reads open answers before they are quoted.
 *
 * @param text at most a few thousand characters; the survey limits it to 200
 */
export function maskOpenText(text: string): MaskedText {
  const searched = halfWidth(text);
  let masked = 0;
  let result = '';
  let end = 0;
  for (const found of searched.matchAll(identifying)) {
    result += text.slice(end, found.index) + '■';
    end = found.index + found[0].length;
    masked++;
  }
  const warnings: OpenTextWarning[] = [];
  if (address.test(searched)) warnings.push('address');
  if (officialName.test(text)) warnings.push('official-name');
  return { text: result + text.slice(end), masked, warnings };
}
