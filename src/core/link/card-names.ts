import type { Locale } from '../text.js';

const zhHans = '太阳 月亮 星星 云 山 树 花 鱼 房子 船 杯子 钥匙 爱心 书 灯笼 眼镜 信封 汽车 椅子';
const en = 'sun moon star cloud hill tree flower fish house boat cup key heart book lantern glasses letter car chair';

/** What the pictures of `cardSymbols` are called, in their order: printed below each, and read by screen readers. */
export const cardNames: Readonly<Record<Locale, readonly string[]>> = {
  'zh-Hans': zhHans.split(' '),
  en: en.split(' '),
};
