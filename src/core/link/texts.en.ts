import type { LinkTexts } from './code.js';

/** The linking code in English (method.md §2.6). */
export const linkEn: LinkTexts = {
  title: 'Six small questions',
  why: 'The next 6 small questions only join your two answer sheets. They are scrambled on the spot and not kept as they are.',
  unknown: "Don't know or prefer not to say",
  prompts: {
    G1: "What is your mother's family name? Please write the first character, as in Chinese",
    G2: 'Which animal is your zodiac sign?',
    G3: 'On which day of the month is the birthday on your ID card? Only the day',
    G4: 'Which child are you in your family? Count those who have died; an only child is the first',
    G5: 'In which province were you born?',
    G6: 'Are you male or female?',
  },
  labels: {
    G2: 'Rat Ox Tiger Rabbit Dragon Snake Horse Goat Monkey Rooster Dog Pig'.split(' '),
    G3: Array.from({ length: 31 }, (_, i) => String(i + 1)),
    G4: ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth or later'],
    G5: 'Beijing,Tianjin,Hebei,Shanxi,Inner Mongolia,Liaoning,Jilin,Heilongjiang,Shanghai,Jiangsu,Zhejiang,Anhui,Fujian,Jiangxi,Shandong,Henan,Hubei,Hunan,Guangdong,Guangxi,Hainan,Chongqing,Sichuan,Guizhou,Yunnan,Tibet,Shaanxi,Gansu,Qinghai,Ningxia,Xinjiang,Taiwan,Hong Kong,Macao,Abroad'.split(
      ',',
    ),
    G6: ['Male', 'Female'],
  },
};
