/**
 * Writes the tables of elements between the `api` markers of README.md from the custom-elements manifest in dist/.
 * With --check it only compares, and fails when the README is behind.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './lib/setup.mjs';

const manifest = JSON.parse(readFileSync(new URL('dist/custom-elements.json', root), 'utf8'));
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName)
  .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));

const cell = (text = '') => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const table = (head, rows) =>
  rows.length
    ? [
        `| ${head.join(' | ')} |`,
        `|${head.map(() => '---').join('|')}|`,
        ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
        '',
      ]
    : [];

function elementText({ tagName, summary, attributes = [], members = [], events = [], cssParts = [] }) {
  const isAttribute = (member) => attributes.some(({ name, fieldName }) => (fieldName ?? name) === member.name);
  const shown = members.filter(
    ({ static: isStatic, name, description }) => !isStatic && description && !name.startsWith('#'),
  );
  const fields = shown.filter((member) => member.kind === 'field' && !member.readonly && !isAttribute(member));
  const methods = shown.filter(({ kind }) => kind === 'method');
  const descriptionOf = ({ name, fieldName, description }) =>
    description ?? members.find((member) => member.name === (fieldName ?? name))?.description;
  return [
    `### \`<${tagName}>\``,
    '',
    summary ?? '',
    '',
    ...table(
      ['attribute', 'what it is'],
      attributes.map((one) => [`\`${one.name ?? one.fieldName}\``, descriptionOf(one)]),
    ),
    ...table(
      ['property', 'what it is'],
      fields.map((one) => [`\`${one.name}\``, one.description]),
    ),
    ...table(
      ['method', 'what it does'],
      methods.map((one) => [`\`${one.name}()\``, one.description]),
    ),
    ...table(
      ['event', 'when; `detail` holds ids and counts, never answers'],
      events.map((one) => [`\`${one.name}\``, one.description]),
    ),
    ...table(
      ['part', 'what it is'],
      cssParts.map((one) => [`\`::part(${one.name})\``, one.description]),
    ),
  ];
}

const START = '<!-- api: generated from the manifest by `node scripts/readme-api.mjs` -->';
const END = '<!-- /api -->';
const file = new URL('README.md', root);
const before = readFileSync(file, 'utf8');
const [head, rest] = before.split(START);
const after = rest?.split(END)[1];
if (after === undefined) throw new Error('README.md has no api markers');
const text = `${head}${START}\n\n${elements.flatMap(elementText).join('\n').trim()}\n\n${END}${after}`;

if (process.argv.includes('--check')) {
  if (text !== before) {
    console.error('README.md is behind the elements: run `node scripts/readme-api.mjs`.');
    process.exit(1);
  }
  console.log('README.md is up to date.');
} else {
  writeFileSync(file, text);
}
