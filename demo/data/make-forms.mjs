/**
 * Writes the sample questionnaires of the page "bring a questionnaire you already have": node demo/data/make-forms.mjs.
 * All of it is invented. The same run writes the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

const here = (name) => new URL(name, import.meta.url);
const both = (zh, en) => ({ 'zh-Hans': zh, en });
const write = (name, value) => writeFileSync(here(name), `${JSON.stringify(value, null, 2)}\n`);

/* An instrument of the site's own: two constructs on a scale of seven, a note, a condition. */
const seven = [
  both('1（完全不同意）', '1 (disagree completely)'),
  both('2', '2'),
  both('3', '3'),
  both('4（一半一半）', '4 (half and half)'),
  both('5', '5'),
  both('6', '6'),
  both('7（完全同意）', '7 (agree completely)'),
];
const item = (id, kind, zh, en, more = {}) => ({
  id,
  kind,
  ...(kind === 'rating' && { scale: 'seven' }),
  key: 1,
  mirror: 'same',
  ...more,
  prompt: { resident: both(zh, en) },
});
const help = { relevant: { item: 'ASKED', equals: 0 } };
write('own-instrument.json', {
  schema: 'canyu-instrument/1',
  id: 'neighbours-sample',
  version: '1',
  title: both('邻里问卷（样例）', 'Neighbours (a sample)'),
  frame: { resident: both('请想想最近半年里您和邻居的来往。', 'Please think of your neighbours in the last six months.') },
  scales: {
    seven: { points: seven.map((label, i) => ({ value: i + 1, label })) },
    yesno: {
      points: [
        { value: 0, label: both('找过', 'Yes, I have') },
        { value: 1, label: both('没有', 'No') },
      ],
    },
  },
  constructs: [
    { id: 'HELP', label: both('邻里互助', 'Helping each other'), items: ['HELP1', 'HELP2', 'HELP3'], comparison: 'same' },
    { id: 'HOME', label: both('归属感', 'Feeling at home'), items: ['HOME1', 'HOME2'], comparison: 'same' },
  ],
  items: [
    item('INTRO', 'note', '下面先问几句邻里之间的事。\n没有对错，按您自己的感觉选。', 'First a few questions about neighbours.\nThere is no right or wrong: choose what fits you.'),
    item('HELP1', 'rating', '家里有急事，我能找到邻居帮忙。', 'In an emergency I can find a neighbour to help.'),
    item('HELP2', 'rating', '邻居有难处，我会搭把手。', 'When a neighbour is in difficulty, I lend a hand.'),
    item('HELP3', 'rating', '在我们这儿，各家只管各家的事。', 'Around here, everybody minds their own business.', { key: -1 }),
    item('ASKED', 'choice', '最近半年，您找邻居帮过忙吗？', 'Have you asked a neighbour for help in the last six months?', { scale: 'yesno' }),
    item('SOLVED', 'rating', '那一次，事情办成了。', 'That time, it worked out.', help),
    item('HOME1', 'rating', '这里就像我的家。', 'This place feels like home.'),
    item('HOME2', 'rating', '要是搬走，我会舍不得。', 'I would be sorry to move away.'),
    item('MORE', 'text', '关于邻里，您还想说点什么？', 'Is there anything else you would like to say about your neighbours?'),
  ],
  forms: {
    full: {
      resident: { closed: ['INTRO', 'HELP1', 'HELP2', 'HELP3', 'ASKED', 'SOLVED', 'HOME1', 'HOME2'], open: ['MORE'] },
    },
  },
});

/* A survey as SurveyJS writes it. */
const text = (zh, en) => ({ default: en, 'zh-cn': zh });
write('sample-surveyjs.json', {
  title: text('社区活动问卷（样例）', 'Community activities (a sample)'),
  showProgressBar: 'top',
  pages: [
    {
      name: 'page1',
      title: text('参加活动', 'Activities'),
      description: text('请想想最近一年社区里的活动。', 'Please think of the activities in your community last year.'),
      elements: [
        {
          type: 'matrix',
          name: 'voice',
          title: text('您同意下面的说法吗？', 'Do you agree with these statements?'),
          isAllRowRequired: true,
          columns: [
            { value: 1, text: text('很不同意', 'Strongly disagree') },
            { value: 2, text: text('不太同意', 'Disagree') },
            { value: 3, text: text('一半一半', 'Half and half') },
            { value: 4, text: text('比较同意', 'Agree') },
            { value: 5, text: text('很同意', 'Strongly agree') },
            { value: 9, text: text('不清楚', 'I do not know') },
          ],
          rows: [
            { value: 'asked', text: text('办活动以前，会先问居民的意见。', 'Residents are asked before an activity is planned.') },
            { value: 'used', text: text('居民的意见用上了。', 'What residents say is used.') },
            { value: 'show', text: text('活动多半是做样子。', 'Most activities are for show.') },
          ],
        },
        {
          type: 'boolean',
          name: 'took part',
          title: text('您参加过活动吗？', 'Have you taken part in an activity?'),
          labelTrue: text('参加过', 'Yes'),
          labelFalse: text('没有', 'No'),
        },
        {
          type: 'rating',
          name: 'satisfied',
          title: text('您对这次活动有多满意？', 'How satisfied were you with it?'),
          visibleIf: '{took part} = true',
          rateMax: 7,
          minRateDescription: text('很不满意', 'not at all'),
          maxRateDescription: text('很满意', 'very'),
        },
        {
          type: 'checkbox',
          name: 'which',
          title: text('您参加过哪些活动？', 'Which activities did you take part in?'),
          choices: ['open space', 'garden', 'repair'],
        },
      ],
    },
    {
      name: 'page2',
      elements: [
        {
          type: 'radiogroup',
          name: 'heard from',
          title: text('您是怎么知道活动的？', 'How did you hear of it?'),
          choices: [
            { value: 'poster', text: text('海报', 'A poster') },
            { value: 'neighbour', text: text('邻居', 'A neighbour') },
            { value: 'wechat', text: text('微信群', 'WeChat') },
          ],
          hasOther: true,
        },
        { type: 'comment', name: 'wish', title: text('您希望办什么活动？', 'What would you like to see?'), maxLength: 200 },
        { type: 'text', name: 'phone', inputType: 'tel', title: text('您的电话', 'Your phone number') },
        { type: 'html', name: 'thanks', html: text('<p>谢谢您！<b>结果会贴在楼道里。</b></p>', '<p>Thank you! <b>The results will be posted in the hallway.</b></p>') },
      ],
    },
  ],
  triggers: [{ type: 'complete', expression: "{took part} = false" }],
});

/* An XLSForm workbook, as KoboToolbox and ODK use it. */
const survey = [
  ['type', 'name', 'label::中文 (zh)', 'label::English (en)', 'hint::中文 (zh)', 'hint::English (en)', 'required', 'relevant', 'constraint', 'appearance'],
  ['start', 'start'],
  ['note', 'welcome', '下面问问您家门口的公共空间。', 'Here are some questions about the public space near your home.'],
  ['begin group', 'space', '公共空间', 'Public space', '', '', '', '', '', 'table-list'],
  ['select_one agree', 'clean', '那里干净。', 'It is clean.', '', '', 'yes'],
  ['select_one agree', 'safe', '晚上去那里我也放心。', 'I feel safe there, also at night.', '', '', 'yes'],
  ['select_one agree', 'mine', '那里怎么用，居民说了算。', 'Residents decide how it is used.', '', '', 'yes'],
  ['end group'],
  ['select_one yesno', 'used', '最近一个月您去过吗？', 'Have you been there in the last month?'],
  ['select_one reason', 'why_not', '主要是什么原因没去？', 'What was the main reason?', '', '', '', "${used} = 'no'"],
  ['integer', 'times', '去过几次？', 'How many times?', '大概就行', 'a guess will do', '', "${used} = 'yes'", '. >= 0'],
  ['range', 'liking', '给这个地方打几分？', 'How many points would you give it?'],
  ['select_multiple reason', 'changes', '最该改的是什么？', 'What should change most?'],
  ['calculate', 'total', '', '', '', '', '', '', '', ''],
  ['text', 'wish', '您最希望那里多些什么？', 'What would you most like to have there?'],
  ['geopoint', 'place', '请标出位置', 'Please mark the place'],
];
const choices = [
  ['list_name', 'name', 'label::中文 (zh)', 'label::English (en)'],
  ['agree', 1, '很不同意', 'Strongly disagree'],
  ['agree', 2, '不太同意', 'Disagree'],
  ['agree', 3, '一半一半', 'Half and half'],
  ['agree', 4, '比较同意', 'Agree'],
  ['agree', 5, '很同意', 'Strongly agree'],
  ['agree', 88, '不清楚', 'I do not know'],
  ['yesno', 'yes', '去过', 'Yes'],
  ['yesno', 'no', '没有', 'No'],
  ['reason', 'far', '太远', 'Too far'],
  ['reason', 'dull', '没什么可做的', 'Nothing to do there'],
  ['reason', 'time', '没时间', 'No time'],
];
const settings = [
  ['form_title', 'form_id', 'version', 'default_language'],
  ['公共空间问卷（样例）', 'public-space-sample', '2026-11', '中文 (zh)'],
];

const escape = (value) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const xml = (body) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
const shared = [];
function cell(value, column, row) {
  const at = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (!value) return '';
  const known = shared.indexOf(value);
  const index = known < 0 ? shared.push(value) - 1 : known;
  return `<c r="${at}" t="s"><v>${index}</v></c>`;
}
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const worksheet = (rows) =>
  xml(
    `<worksheet xmlns="${MAIN}"><sheetData>${rows
      .map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, column, row)).join('')}</row>`)
      .join('')}</sheetData></worksheet>`,
  );
const sheets = { survey, choices, settings };
const names = Object.keys(sheets);
const files = Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheets[name])]));
const part = (name, type) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
const relation = (id, type, target) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
writeFileSync(
  here('sample-xlsform.xlsx'),
  zipSync(
    {
      '[Content_Types].xml': xml(
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', 'sheet.main')}${part('xl/sharedStrings.xml', 'sharedStrings')}${names.map((_, i) => part(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}</Types>`,
      ),
      '_rels/.rels': xml(`<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
      'xl/workbook.xml': xml(
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': xml(
        `<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation(`rId${names.length + 1}`, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      ),
      ...files,
      'xl/sharedStrings.xml': xml(
        `<sst xmlns="${MAIN}" count="${shared.length}" uniqueCount="${shared.length}">${shared.map((value) => `<si><t>${escape(value)}</t></si>`).join('')}</sst>`,
      ),
    },
    { mtime: new Date(2026, 0, 1), level: 9 },
  ),
);
