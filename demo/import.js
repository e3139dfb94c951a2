/* Reads a questionnaire in this browser, shows what was taken in and what was left out, and offers the instrument as a file. */
import { importSurveyJs, importXlsForm, parseInstrument, parseJson, readXlsForm, textIn } from '../dist/import.js';

const locale = document.documentElement.lang === 'en' ? 'en' : 'zh-Hans';
const say = (zh, en) => (locale === 'en' ? en : zh);
const status = document.querySelector('#status');
const result = document.querySelector('#result');
const drop = document.querySelector('#drop');
const input = document.querySelector('#file');

/** An element with attributes and content; text is always text. */
function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

const isWorkbook = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const failed = (problems) => ({ ok: false, problems });

/** What a file holds: an XLSForm, a SurveyJS survey, or an instrument of Canyu. */
async function read(file) {
  if (isWorkbook(new Uint8Array(await file.slice(0, 2).arrayBuffer()))) {
    const sheets = await readXlsForm(file);
    return sheets.ok ? { form: 'XLSForm', ...importXlsForm(sheets.value) } : failed(sheets.problems);
  }
  const json = parseJson(await file.text());
  if (!json.ok) return failed(json.problems);
  if (typeof json.value?.schema === 'string' && json.value.schema.startsWith('canyu-instrument/')) {
    const own = parseInstrument(json.value);
    return own.ok ? { form: 'Canyu', ok: true, instrument: own.value, leftOut: [], taken: [] } : failed(own.problems);
  }
  return { form: 'SurveyJS', ...importSurveyJs(json.value) };
}

const KINDS = {
  rating: say('打分', 'rating'),
  frequency: say('次数', 'how often'),
  ladder: say('阶梯', 'ladder'),
  choice: say('单选', 'one answer'),
  text: say('自由填写', 'free text'),
  note: say('说明', 'a note'),
};

/** Words in whatever language they have; marked as such where it is not that of the page. */
function words(text, attributes = {}) {
  const lang = text && !(locale in text) ? ('zh-Hans' in text ? 'zh' : Object.keys(text)[0]) : undefined;
  return make('span', { ...attributes, ...(lang && { lang: lang === 'en' ? 'en-GB' : lang }) }, textIn(text, locale));
}

const promptOf = (item) => Object.values(item.prompt)[0];

function itemView(instrument, item, turned) {
  const points = item.scale ? instrument.scales[item.scale].points : [];
  const rows = [make('p', { class: 'words' }, words(promptOf(item)))];
  const about = [KINDS[item.kind]];
  if (points.length) about.push(points.map(({ label }) => textIn(label, locale)).join(say('、', ', ')));
  rows.push(make('p', { class: 'soft' }, about.join(say('：', ': '))));
  if (item.relevant) {
    const other = instrument.items.find(({ id }) => id === item.relevant.item);
    const point = instrument.scales[other.scale].points.find(({ value }) => value === item.relevant.equals);
    const answer = point ? textIn(point.label, locale) : item.relevant.equals;
    const question = textIn(promptOf(other), locale);
    rows.push(
      make(
        'p',
        { class: 'soft' },
        say(`只在“${question}”选“${answer}”时才问`, `Only where “${question}” was answered “${answer}”`),
      ),
    );
  }
  if (item.kind === 'rating') {
    const box = make('input', { type: 'checkbox' });
    box.checked = turned.has(item.id);
    box.addEventListener('change', () => (box.checked ? turned.add(item.id) : turned.delete(item.id)));
    rows.push(make('label', { class: 'turned soft' }, box, say('这题是反着问的', 'This item is reverse-worded')));
  }
  return make('li', {}, ...rows);
}

/** Where in the file something is, as a person finds it there. */
function place(form, { path, name }) {
  const row = /^\/(survey|choices|settings)\/(\d+)(?:\/(.*))?$/.exec(path);
  if (form !== 'XLSForm' || !row) return name ? `${name} (${path || '/'})` : path || '/';
  const [, sheet, index, column] = row;
  const at = say(`${sheet} 表第 ${Number(index) + 2} 行`, `sheet ${sheet}, row ${Number(index) + 2}`);
  return [name, at, column?.replace(/~1/g, '/').replace(/~0/g, '~')].filter(Boolean).join(say('，', ', '));
}

function leftView(form, leftOut) {
  const reasons = Map.groupBy?.(leftOut, ({ why }) => why) ?? group(leftOut);
  return [...reasons.values()]
    .sort((a, b) => Number(b[0].question) - Number(a[0].question) || b.length - a.length)
    .map((all) => {
      const count = say(`${all.length} 处`, all.length === 1 ? '1 place' : `${all.length} places`);
      return make(
        'details',
        { class: 'left' },
        make(
          'summary',
          {},
          `${textIn(all[0].message, locale)} `,
          make('span', { class: 'soft' }, say(`（${count}）`, `(${count})`)),
        ),
        make('ul', {}, ...all.slice(0, 200).map((one) => make('li', { class: 'soft' }, place(form, one)))),
      );
    });
}

/** For browsers without `Map.groupBy`. */
function group(leftOut) {
  const reasons = new Map();
  for (const one of leftOut) reasons.set(one.why, [...(reasons.get(one.why) ?? []), one]);
  return reasons;
}

function field(label, id, value) {
  const box = make('input', { type: 'text', id, value, autocomplete: 'off', spellcheck: 'false' });
  return [make('p', {}, make('label', { for: id }, label), box), box];
}

function download(instrument) {
  const blob = new Blob([`${JSON.stringify(instrument, null, 2)}\n`], { type: 'application/json' });
  const link = make('a', { href: URL.createObjectURL(blob), download: `${instrument.id}-${instrument.version}.json` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function show({ form, instrument, leftOut }) {
  const turned = new Set(instrument.items.filter(({ key }) => key === -1).map(({ id }) => id));
  const missing = leftOut.filter(({ question }) => question).length;
  const [idField, id] = field(
    say('问卷的代号（英文字母，不带空格）', 'Id of the questionnaire (no spaces)'),
    'id',
    instrument.id,
  );
  const [versionField, version] = field(say('版本', 'Version'), 'version', instrument.version);
  const snippet = make('code');
  const fault = make('p', { role: 'alert' });
  const made = () => ({
    ...instrument,
    id: id.value.trim(),
    version: version.value.trim(),
    items: instrument.items.map((item) => ({ ...item, key: turned.has(item.id) ? -1 : 1 })),
  });
  const update = () => {
    snippet.textContent = `<canyu-survey study="${id.value.trim()}" wave="pre" group="resident" instrument="${id.value.trim()}-${version.value.trim()}.json"></canyu-survey>`;
  };
  for (const box of [id, version]) box.addEventListener('input', update);
  update();
  const save = make(
    'button',
    { type: 'button', class: 'go main' },
    say('下载问卷文件', 'Download the questionnaire file'),
  );
  save.addEventListener('click', () => {
    const checked = parseInstrument(made());
    fault.textContent = checked.ok
      ? ''
      : say(
          '代号和版本里不能有空格和 @，也不能空着。',
          'Id and version must not be empty and have no spaces and no @.',
        );
    if (checked.ok) download(checked.value);
  });
  const heading = make('h2', { tabindex: '-1' }, say('2. 带进来了这些', '2. What was taken in'));
  const constructs = instrument.constructs.map(({ label, items }) =>
    make('li', {}, words(label), say(`（${items.length} 题）`, ` (${items.length} items)`)),
  );
  result.replaceChildren(
    heading,
    make(
      'p',
      {},
      words(instrument.title),
      say(`：${instrument.items.length} 题`, `: ${instrument.items.length} items`),
    ),
    make(
      'p',
      { class: 'soft' },
      say(
        '打分题如果是反着问的（越同意越不好），请勾上，算分时会反过来。',
        'Tick the ratings that are worded the other way round (agreeing is bad); they are turned round for scoring.',
      ),
    ),
    make('ol', { class: 'taken' }, ...instrument.items.map((item) => itemView(instrument, item, turned))),
    ...(constructs.length
      ? [make('h3', {}, say('合在一起算分的', 'Scored together')), make('ul', {}, ...constructs)]
      : []),
    make('h2', {}, say('3. 没有带进来的', '3. What was left out')),
    ...(leftOut.length
      ? [
          make(
            'p',
            {},
            say(
              `有 ${missing} 题没有带进来，另有 ${leftOut.length - missing} 处改动。点开可以看在文件的什么地方。`,
              `Questions left out: ${missing}; smaller changes: ${leftOut.length - missing}. Open a line to see where in the file.`,
            ),
          ),
          ...leftView(form, leftOut),
        ]
      : [make('p', {}, say('没有，全都带进来了。', 'Nothing: all of it was taken in.'))]),
    make('h2', {}, say('4. 存下来，放到网页上', '4. Save it and put it on your page')),
    make('div', { class: 'fields' }, idField, versionField),
    fault,
    make('p', {}, save),
    make(
      'p',
      {},
      say(
        '把下载的文件放到您的网站上，再把这一行贴进网页：',
        'Put the file on your site, and paste this line into your page:',
      ),
    ),
    make('pre', { class: 'code', tabindex: '0' }, snippet),
  );
  status.textContent = say(
    `读好了：${form}，带进来 ${instrument.items.length} 题，${missing} 题没有带进来。`,
    `Read as ${form}: ${instrument.items.length} items taken in, questions left out: ${missing}.`,
  );
  heading.focus();
}

function refuse(problems) {
  const [first] = problems;
  const newer = problems.some(({ code }) => code === 'newer-schema');
  status.textContent = newer
    ? say('这个文件是用更新的 Canyu 做的，这里读不了。', 'This file was made by a newer Canyu and cannot be read here.')
    : say(
        '这个文件读不了：它不是 SurveyJS 的 JSON，也不是 XLSForm 表格（.xlsx），或者里面没有 Canyu 能问的题。',
        'This file cannot be read: it is neither a SurveyJS JSON nor an XLSForm workbook (.xlsx), or it holds no question that Canyu can ask.',
      );
  result.replaceChildren(
    make(
      'p',
      { class: 'soft' },
      say('给技术人员：', 'For developers: '),
      make('code', {}, `${first?.path ?? ''} ${first?.code ?? ''}: ${first?.message ?? ''}`),
    ),
  );
}

let latest = 0;
async function take(file) {
  const turn = ++latest;
  status.textContent = say('正在读……', 'Reading …');
  try {
    const found = await read(await file);
    if (turn !== latest) return;
    if (found.ok) show(found);
    else refuse(found.problems);
  } catch {
    if (turn === latest) status.textContent = say('没有读成，请再试一次。', 'It could not be read. Please try again.');
  }
}

input.addEventListener('change', () => input.files[0] && void take(input.files[0]));
for (const type of ['dragover', 'dragleave', 'drop']) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', type === 'dragover');
    if (type === 'drop' && event.dataTransfer.files[0]) void take(event.dataTransfer.files[0]);
  });
}
for (const button of document.querySelectorAll('[data-sample]')) {
  button.addEventListener(
    'click',
    () => void take(fetch(`data/${button.dataset.sample}`).then((answer) => answer.blob())),
  );
}
