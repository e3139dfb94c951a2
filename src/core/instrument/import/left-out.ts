import type { Text } from '../../text.js';

/** Why something of a foreign questionnaire is not in the instrument made from it. */
export type WhyLeftOut = keyof typeof leftOutMessages;

/** Something that was left out or changed on the way in. */
export interface LeftOut {
  /** JSON pointer into what was given, e.g. `/pages/0/elements/3/validators` or `/survey/12/constraint`. */
  readonly path: string;
  /** Name of the question, or "" where it has none. */
  readonly name: string;
  /** Its type as the file calls it. */
  readonly type: string;
  readonly why: WhyLeftOut;
  /** True: a whole question is missing; false: it is there without this part. */
  readonly question: boolean;
  /** The reason in a sentence. */
  readonly message: Text;
}

const both = (zh: string, en: string): Text => ({ 'zh-Hans': zh, en });

/** Every reason in words, for whoever brings the questionnaire in. */
export const leftOutMessages = {
  'unknown-type': both('Canyu 没有这种题型。', 'Canyu has no such kind of question.'),
  'multiple-choice': both(
    '一题选好几个答案、或者给答案排先后，Canyu 里没有。',
    'Canyu has no questions with several answers and none that put answers in order.',
  ),
  repeat: both(
    '重复填写的部分和多列的表格，Canyu 里没有。',
    'Canyu has no repeated parts and no tables with several columns.',
  ),
  inside: both('它在没有带进来的那一部分里。', 'It is inside a part that was left out.'),
  personal: both(
    '这题要的是能认出人的东西（电话、邮箱、位置、照片、录音、签名），Canyu 不收集。',
    'It asks for something that can identify a person (phone, e-mail, place, picture, recording, signature); Canyu does not collect that.',
  ),
  metadata: both(
    '这是自动记下的设备或时间，Canyu 不记。',
    'It records the device or the time by itself; Canyu does not.',
  ),
  calculation: both(
    'Canyu 的问卷里不做计算，也不运行脚本。',
    'A Canyu questionnaire computes nothing and runs no scripts.',
  ),
  hidden: both('这题在原问卷里本来就不显示。', 'The original never shows this question.'),
  validation: both('Canyu 不限制答案的写法。', 'Canyu does not restrict what may be answered.'),
  required: both(
    '在 Canyu 里每一题都可以跳过，没有必答题。',
    'In Canyu every question may be skipped; none is required.',
  ),
  condition: both(
    'Canyu 只认一种条件：前面某一道选择题选了某一个答案。这个条件不是这样，所以这题现在每个人都会看到。',
    'Canyu knows one kind of condition: an earlier choice question was answered in one certain way. This one is different, so the question is now asked of everybody.',
  ),
  'part-condition': both(
    '选项和行什么时候显示，Canyu 里不能设条件：现在每个人都会看到。',
    'Canyu has no conditions for single answers and rows; everybody sees them now.',
  ),
  'no-choices': both(
    '文件里没有它的备选答案，或者不到两个。',
    'The file has no answers for it to choose from, or fewer than two.',
  ),
  'too-many-choices': both('备选答案太多，一屏放不下。', 'It has too many answers for one screen.'),
  'duplicate-choice': both('同一个答案写了两遍，只留第一个。', 'The same answer is there twice; the first one stays.'),
  'missing-answer': both(
    '每一道打分题旁边本来就有“不清楚”和“不想说”，所以不算在分数里。',
    '“Not clear” and “prefer not to say” stand beside every rating anyway, so this answer is no point of the scale.',
  ),
  'other-answer': both(
    '“其他（请写明）”“以上都不是”这类另加的选项没有带进来；需要的话请写成普通选项。',
    'An added answer such as “other, please say” or “none of these” was left out; write it as an ordinary answer if you need it.',
  ),
  heading: both('页面和分组的小标题不显示。', 'Titles of pages and groups are not shown.'),
  markup: both('只留文字，去掉了格式、图片和脚本。', 'The words stay; formatting, pictures and scripts are gone.'),
  piping: both(
    '题目里有要代入别的答案的括号，Canyu 不会代入，请把句子改通顺。',
    'The text has a placeholder for another answer. Canyu does not fill it in; please reword the sentence.',
  ),
  'as-text': both('原来要填数字或日期，现在是自由填写。', 'It asked for a number or a date; it is free text now.'),
  renamed: both(
    '题目的代号换了，因为原来的不能用或者重复。',
    'Its id was changed, because the old one cannot be used or is there twice.',
  ),
  'no-text': both('没有题目文字。', 'It has no text.'),
  'too-long': both('文字超过 4000 字。', 'Its text is longer than 4,000 characters.'),
  'too-many': both('一份问卷最多 500 题。', 'A questionnaire has 500 questions at most.'),
  'default-value': both('Canyu 不替人预先选好答案。', 'Canyu does not choose answers for people beforehand.'),
  look: both('只跟外观有关，由 Canyu 自己排版。', 'It is about looks only; Canyu has its own layout.'),
  media: both('图片、录音、录像没有带进来。', 'Pictures, sound and film were left out.'),
  setting: both('Canyu 没有这项设置。', 'Canyu has no such setting.'),
  column: both('Canyu 不认识这一列。', 'Canyu does not know this column.'),
  sheet: both('Canyu 不用这张工作表。', 'Canyu does not use this sheet.'),
  'unused-list': both('没有题目用到这组答案。', 'No question uses this list of answers.'),
  'not-a-question': both('这一处不是题目，读不出来。', 'This is not a question and could not be read.'),
} as const satisfies Readonly<Record<string, Text>>;
