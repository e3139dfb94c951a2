import type { LinkTexts } from './code.js';

/** The linking code in Simplified Chinese (method.md §2.6). */
export const linkZhHans: LinkTexts = {
  title: '六个小问题',
  why: '下面 6 个小问题只用来把您前后两次的回答对上号。答案当场变成乱码，原样不保存。',
  unknown: '不知道或不想说',
  prompts: {
    G1: '您母亲姓什么？',
    G2: '您属什么？',
    G3: '您身份证上的生日是几号？只要"几号"',
    G4: '您在兄弟姐妹里排行老几？去世的也算，独生选老大',
    G5: '您出生在哪个省？',
    G6: '您的性别？',
  },
  labels: {
    G2: Array.from('鼠牛虎兔龙蛇马羊猴鸡狗猪'),
    G3: Array.from({ length: 31 }, (_, i) => `${i + 1}号`),
    G4: '老大 老二 老三 老四 老五 老六 老七 老八或更后'.split(' '),
    G5: '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门 国外'.split(
      ' ',
    ),
    G6: ['男', '女'],
  },
};
