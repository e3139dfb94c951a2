/** The pages that are compared, as files to serve. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { root } from '../../../../scripts/lib/setup.mjs';
import { STYLE, handWritten } from './hand.mjs';
import { bareWords } from './words.mjs';

const here = new URL('../', import.meta.url);
const dist = new URL(`${process.env.CANYU_DIST ?? 'dist'}/`, root);

export const questionnaire = JSON.parse(readFileSync(new URL('questionnaire.json', here), 'utf8'));

const zh = (text) => ({ 'zh-Hans': text });

/** The questionnaire as an instrument of Canyu (`canyu-instrument/1`). */
function instrument() {
  const items = questionnaire.groups.flatMap((group) => group.items);
  return {
    schema: 'canyu-instrument/1',
    id: questionnaire.id,
    version: '1.0.0',
    title: zh(questionnaire.title),
    frame: { resident: zh(questionnaire.intro) },
    missing: { dk: zh('不清楚'), pns: zh('不想说') },
    scales: {
      agreement: { points: questionnaire.scale.map(({ value, label }) => ({ value, label: zh(label) })) },
    },
    constructs: questionnaire.groups.map((group) => ({
      id: group.id,
      label: zh(group.title),
      items: group.items.map(({ id }) => id),
      comparison: 'same',
    })),
    items: [
      ...items.map(({ id, text }) => ({
        id,
        kind: 'rating',
        scale: 'agreement',
        key: 1,
        mirror: 'same',
        prompt: { resident: zh(text) },
      })),
      ...questionnaire.texts.map(({ id, text }) => ({
        id,
        kind: 'text',
        key: 1,
        mirror: 'same',
        prompt: { resident: zh(text) },
      })),
    ],
    forms: {
      full: {
        resident: {
          closed: items.map(({ id }) => id),
          open: questionnaire.texts.map(({ id }) => id),
          background: [],
        },
      },
    },
  };
}

const page = (body, head = '') => `<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${questionnaire.title}</title>
<link rel="icon" href="data:,">
${head}${body}
</html>`;

const canyu = (attributes, folder) =>
  page(`<canyu-survey study="bench" wave="pre" group="resident" ${attributes}></canyu-survey>
<script type="module" src="/${folder}/canyu.js"></script>`);

function bundleFiles(dist, folder) {
  if (!existsSync(new URL('canyu.js', dist)))
    throw new Error(`No bundle in ${dist.pathname}: run \`npm run build\` first.`);
  const names = ['canyu.js', ...readdirSync(new URL('chunks/', dist)).map((name) => `chunks/${name}`)];
  return names.map((name) => [`/${folder}/${name}`, readFileSync(new URL(name, dist))]);
}

/** The pages of Canyu: attributes by the page's name. */
const PAGES = {
  'canyu-page': 'layout="page" instrument="instrument.json"',
  'canyu-step': 'instrument="instrument.json"',
  'canyu-own': '',
};

/** Files of Canyu's bundle and its pages. */
export const canyuFiles = () => [
  ...bundleFiles(dist, 'canyu'),
  ...Object.entries(PAGES).map(([name, attributes]) => [`/${name}.html`, canyu(attributes, 'canyu')]),
  // Only read for its words.
  ['/canyu-own-page.html', canyu('layout="page"', 'canyu')],
  ['/instrument.json', JSON.stringify(instrument())],
];

/**
 * Files and peers of another bundle, to be measured beside this one.
 * @param {string} folder from the project's root
 */
export function besideFiles(folder, index) {
  const mark = `beside${index + 1}`;
  return {
    files: [
      ...bundleFiles(new URL(`${folder}/`, root), mark),
      ...Object.entries(PAGES).map(([name, attributes]) => [`/${name}-${mark}.html`, canyu(attributes, mark)]),
    ],
    peers: peers
      .filter(({ id }) => id in PAGES)
      .map((peer) => ({ ...peer, id: `${peer.id}-${mark}`, title: `${peer.title} (${folder.split('/').pop()})` })),
  };
}

async function bundled(name, entry, define, body = '<div id="survey"></div>') {
  const { outputFiles } = await build({
    entryPoints: [new URL(`peers/${entry}`, here).pathname],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    logLevel: 'error',
  });
  const files = outputFiles.map(({ path, contents }) => [`/${name}.${path.split('.').pop()}`, Buffer.from(contents)]);
  const styles = files.some(([path]) => path.endsWith('.css')) ? `<link rel="stylesheet" href="/${name}.css">` : '';
  return [...files, [`/${name}.html`, page(`${body}<script src="/${name}.js"></script>`, styles)]];
}

const litFiles = (name, words) =>
  bundled(name, 'lit.js', { WORDS: JSON.stringify(words), STYLE: JSON.stringify(STYLE) }, '<one-survey></one-survey>');

/** Files of all other pages; `words` and `ownWords` are what Canyu's pages say, with the bench's instrument and with its own. */
export async function peerFiles(words, ownWords) {
  return [
    ['/hand-page.html', handWritten(words, 'page')],
    ['/hand-step.html', handWritten(words, 'step')],
    ['/hand-own.html', handWritten(ownWords, 'step')],
    ...(await litFiles('lit-step', words)),
    ...(await litFiles('lit-own', ownWords)),
    ['/bare.html', handWritten(bareWords(questionnaire), 'page')],
    ...(await bundled('surveyjs-matrix', 'surveyjs.js', { SHAPE: '"matrix"' })),
    ...(await bundled('surveyjs-list', 'surveyjs.js', { SHAPE: '"list"' })),
    ...(await bundled('formbricks', 'formbricks.js', { SCREENS: 'null' })),
    ...(await bundled('formbricks-consent', 'formbricks.js', { SCREENS: JSON.stringify(words) })),
  ];
}

const radio = { mark: 'question', find: 'input[type=radio]' };
const boxes = 'input[name=participate],input[name=process]';
const ours = [
  { mark: 'screen', find: 'label.box', tick: boxes, press: 'button[type=submit]' },
  { mark: 'frame', find: 'form.step:not(:has(input)) button[type=submit]', press: 'button[type=submit]' },
  radio,
];
const hands = [
  { mark: 'screen', find: 'label.box', tick: boxes, press: 'button' },
  { mark: 'frame', find: 'section:not(:has(input)) button', press: 'button' },
  radio,
];

const cards = [
  {
    mark: 'screen',
    find: '#fbjs:has(li) input[type=checkbox]',
    tick: 'input[type=checkbox]',
    press: 'button.bg-brand',
  },
  { mark: 'process', find: '#process', tick: '#process', press: 'button.bg-brand' },
  { mark: 'frame', find: '#fbjs:not(:has(input)):has(p) button.bg-brand', press: 'button.bg-brand' },
  radio,
];

/**
 * The peers. `like`: the hand-written page that does the same work · `floor`: the least that an element of Lit can be · `rival`: what must not be ahead of it in any column ·
 * `plan`: see probe.mjs · `next`: the button that leads from one question to the next, where there is one at a time
 */
export const peers = [
  { id: 'hand-page', title: 'hand-written, all on one page', plan: hands },
  { id: 'canyu-page', title: 'Canyu, all on one page', like: 'hand-page', root: 'canyu-survey', plan: ours },
  { id: 'hand-step', title: 'hand-written, one at a time', plan: hands, next: 'button' },
  {
    id: 'canyu-step',
    title: 'Canyu, one at a time',
    like: 'hand-step',
    floor: 'lit-step',
    rival: 'formbricks-consent',
    root: 'canyu-survey',
    plan: ours,
    next: 'button[type=submit]',
  },
  { id: 'lit-step', title: 'Lit and nothing else, one at a time', root: 'one-survey', plan: hands, next: 'button' },
  { id: 'hand-own', title: 'hand-written, the 30 items of Canyu', plan: hands, next: 'button' },
  {
    id: 'canyu-own',
    title: 'Canyu, its 30 items',
    like: 'hand-own',
    floor: 'lit-own',
    rival: 'formbricks-consent',
    root: 'canyu-survey',
    plan: ours,
    next: 'button[type=submit]',
  },
  {
    id: 'lit-own',
    title: 'Lit and nothing else, the 30 items of Canyu',
    root: 'one-survey',
    plan: hands,
    next: 'button',
  },
  { id: 'formbricks-consent', title: 'Formbricks, the same screens', plan: cards, next: 'button[type=submit]' },
  { id: 'bare', title: 'hand-written, no consent, 5 answers', plan: [radio] },
  { id: 'surveyjs-matrix', title: 'SurveyJS matrix', plan: [radio] },
  { id: 'surveyjs-list', title: 'SurveyJS radiogroup', plan: [radio] },
  { id: 'formbricks', title: 'Formbricks, no consent, 5 answers', plan: [radio], next: 'button[type=submit]' },
];
