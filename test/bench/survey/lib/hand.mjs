/**
 * The hand-written page: what somebody writes who wants nothing but this one questionnaire. One file, plain HTML, a short style
 * sheet and a script that restores and saves the answers in IndexedDB and hands them in. No library, no build.
 */
const escape = (text) =>
  String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

export const STYLE = `
body{margin:0;font:20px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui,sans-serif;color:#1b1b1f}
main{max-width:36em;margin:auto;padding:16px 16px 24px}
h2{margin:0 0 16px;font-size:1.15em;line-height:1.45}
h2 span{display:block;font-weight:400;color:#5a5a63}
p{margin:0 0 12px}
ul{margin:0 0 16px;padding-left:1.2em}
li{margin-bottom:8px}
fieldset{min-width:0;margin:0 0 24px;padding:0;border:0}
legend{padding:0;width:100%}
label{display:flex;align-items:center;gap:12px;min-height:56px;margin-bottom:8px;padding:6px 16px;box-sizing:border-box;border:1px solid #75757d;border-radius:4px;cursor:pointer}
label:has(:checked){border-color:#0b6e69;box-shadow:inset 0 0 0 2px #0b6e69;background:#f3f6f5;font-weight:650}
label:has(:focus-visible){outline:3px solid #0b6e69;outline-offset:2px}
label.box{border-color:transparent;padding:6px 0;align-items:flex-start}
input{flex:none;width:24px;height:24px;margin:0;accent-color:#0b6e69}
.apart{margin-top:16px;padding-top:12px;border-top:1px solid #d8d8dc}
.row{display:flex;flex-wrap:wrap;gap:8px}
.row label{flex:1 1 6.5em}
.soft{color:#5a5a63;font-size:.9em}
textarea{display:block;width:100%;min-height:6em;box-sizing:border-box;font:inherit;margin-bottom:16px}
button{min-height:56px;padding:6px 24px;border:1px solid #0b6e69;border-radius:4px;background:#0b6e69;color:#fff;font:inherit;font-weight:650}
[hidden]{display:none!important}`;

const SCRIPT = `
const database = new Promise((resolve, reject) => {
  const request = indexedDB.open('answers', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('answers');
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const form = document.forms[0], answers = {};
const screens = [...form.children];
async function write(key, value) {
  const transaction = (await database).transaction('answers', 'readwrite');
  transaction.objectStore('answers').put(value, key);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}
function show(next) {
  for (const screen of screens) screen.hidden = screen !== next;
  next.querySelector('h2').focus();
}
database.then((db) => {
  const request = db.transaction('answers').objectStore('answers').get('draft');
  request.onsuccess = () => {
    for (const [name, value] of Object.entries(request.result ?? {})) {
      answers[name] = value;
      form.elements[name].value = value;
    }
  };
});
form.addEventListener('change', ({ target }) => {
  if (target.type === 'checkbox') return;
  answers[target.name] = target.value;
  write('draft', answers);
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const at = screens.findIndex((screen) => !screen.hidden);
  if (at < screens.length - 2) return show(screens[at + 1]);
  await write(crypto.randomUUID(), answers);
  show(screens.at(-1));
  document.documentElement.dataset.done = '';
});`;

const heading = (text, stem) => `<h2 tabindex="-1">${stem ? `<span>${escape(stem)}</span>` : ''}${escape(text)}</h2>`;
const paragraph = (text) => `<p>${escape(text)}</p>`;
const button = (text) => `<button>${escape(text)}</button>`;
const answer = (name, { value, label }) =>
  `<label><input type="radio" name="${name}" value="${value}"><span>${escape(label)}</span></label>`;

function question({ name, stem, prompt, options, apart }) {
  return `<fieldset><legend>${heading(prompt, stem)}</legend>${options.map((option) => answer(name, option)).join('\n')}${
    apart.options.length
      ? `<div class="apart"><p class="soft">${escape(apart.label)}</p><div class="row">${apart.options.map((option) => answer(name, option)).join('\n')}</div></div>`
      : ''
  }</fieldset>`;
}

const textQuestion = ({ id, text }) => `${heading(text)}<textarea name="${id}" autocomplete="off"></textarea>`;

/**
 * @param {import('./words.mjs').Words} words what the page says
 * @param {'page' | 'step'} layout all questions under each other, or one at a time
 */
export function handWritten({ title, consent, frame, questions, texts, next, submit, thanks }, layout) {
  const screens = [
    ...(consent
      ? [
          `${heading(consent.title)}${paragraph(consent.lead)}<ul>${consent.points.map((point) => `<li>${escape(point)}</li>`).join('')}</ul>${consent.boxes
            .map(
              ({ name, label, required }) =>
                `<label class="box"><input type="checkbox" name="${name}"${required ? ' required' : ''}><span>${escape(label)}</span></label>`,
            )
            .join('')}${button(consent.submit)}`,
        ]
      : []),
    ...(frame ? [`${heading(frame.title)}${frame.paragraphs.map(paragraph).join('')}${button(frame.submit)}`] : []),
    ...(layout === 'step'
      ? questions.map((one) => `${question(one)}${button(next)}`)
      : [`${questions.map(question).join('\n')}${consent ? button(next) : ''}`]),
    `${texts.map(textQuestion).join('')}${button(submit)}`,
    `${heading(thanks)}`,
  ];
  // Without the screens before, texts and questions are one page, as the peers show them.
  if (!consent && layout === 'page') screens.splice(0, 2, screens.slice(0, 2).join(''));
  return `<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<main><form autocomplete="off">${screens.map((screen, i) => `<section${i ? ' hidden' : ''}>${screen}</section>`).join('\n')}</form></main>
<script>${SCRIPT}</script>
</html>`;
}
