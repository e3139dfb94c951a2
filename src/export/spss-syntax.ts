import { cellText } from './cell-text.js';
import { expectedFigures, indexScales, scriptScales, type ScriptInput, type ScriptItem } from './script-data.js';
import { FIXED } from './variables.js';

/** What SPSS takes, in bytes of UTF-8. */
const LONGEST = { variable: 250, value: 116 } as const;

/**
 * Syntax for SPSS (also PSPP) that reads `responses.csv`, labels variables and values, declares the missing codes, scores the answers anew
 * and lists the headline: the change of the index of each group with its interval, beside what Canyu computed.
 */
export function spssSyntax(input: ScriptInput): string {
  const { people, settingsLine } = input;
  const { all, items, missing } = people.variables;
  const labelled = all.filter(({ values }) => values.length > 0);
  const widths = textWidths(input);
  return `\ufeff* ${comment(settingsLine)}.
${people.notes.map((note) => `* ${comment(note)}.\n`).join('')}* Open this file in the folder of responses.csv (or change to it with CD) and run all of it.

GET DATA /TYPE=TXT /FILE='responses.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS="," /QUALIFIER='"' /FIRSTCASE=3
  /VARIABLES=
${all.map(({ name, type }) => `    ${name} ${type === 'text' ? `A${widths.get(name) ?? 8}` : /^s_/.test(name) ? 'F14.9' : 'F8.0'}`).join('\n')}.

VARIABLE LABELS
${all.map(({ name, label }) => `  ${name} ${quoted(label, LONGEST.variable)}`).join('\n')}.

VALUE LABELS
${labelled
  .map(({ name, values, hasMissing }) => {
    const codes = hasMissing ? [codeLabel(missing.dk, input, 'dk'), codeLabel(missing.pns, input, 'pns')] : [];
    const own = values.map(
      ({ value, label }) =>
        `    ${typeof value === 'number' ? value : quoted(value, LONGEST.value)} ${quoted(label || String(value), LONGEST.value)}`,
    );
    return `  /${name}\n${[...own, ...codes].join('\n')}`;
  })
  .join('\n')}.

MISSING VALUES ${items.map(({ name }) => name).join(' ')} (${missing.dk}, ${missing.pns}).

${scoreSyntax(input)}`;
}

const codeLabel = (code: number, { words }: ScriptInput, name: 'dk' | 'pns'): string =>
  `    ${code} ${quoted(words.missing[name], LONGEST.value)}`;

function textWidths({ people }: ScriptInput): Map<string, number> {
  const widths = new Map<string, number>();
  FIXED.forEach((name, at) => {
    const found = new Set(people.responses.rows.map((row) => row[at] ?? ''));
    // Long enough for the apostrophe that a cell may begin with.
    widths.set(name, Math.max(8, ...[...found].map((cell) => 1 + (typeof cell === 'string' ? bytes(cell) : 0))));
  });
  return widths;
}

function scoreSyntax(input: ScriptInput): string {
  const { people, results } = input;
  const scales = scriptScales(input);
  const own = indexScales(input);
  if (scales.length === 0) return '';
  const short = ["form = 'short'", ...[...people.allShort].map((group) => `group = ${quoted(group)}`)].join(' OR ');
  const headline = own.length > 0 ? 'x_index' : `x_${scales[0]?.id ?? ''}`;
  const what = own.length > 0 ? 'index' : (scales[0]?.id ?? '');
  const known = expectedFigures(input).filter(({ measure }) => measure === what);
  return `* Scores, 0-100, at least half of the items answered (method.md 3.1, 3.2); short sheets from the items of the short form.
${scales
  .map(({ id, items }) => {
    const starred = items.filter((item) => item.short);
    return `IF NOT (${short}) x_${id} = ${mean(items)}.\n${starred.length > 0 ? `IF (${short}) x_${id} = ${mean(starred)}.\n` : ''}`;
  })
  .join('')}${
    own.length > 0
      ? `
* The change index of a person: weighted mean, CJ turned round, at least half of the weight (method.md 3.21).
COMPUTE weight_there = 0.
COMPUTE weighted_sum = 0.
${own
  .map(
    ({ id, weight, reversed }) => `DO IF NOT MISSING(x_${id}).
  COMPUTE weight_there = weight_there + ${weight}.
  COMPUTE weighted_sum = weighted_sum + ${weight} * ${reversed ? `(100 - x_${id})` : `x_${id}`}.
END IF.
`,
  )
  .join(
    '',
  )}IF (weight_there >= ${own.reduce((sum, { weight }) => sum + weight, 0) / 2} - 1E-12 AND weight_there > 0) x_index = weighted_sum / weight_there.
`
      : ''
  }EXECUTE.

* The headline: ${what}, later wave minus earlier one, partially overlapping samples t (method.md 3.7).
* From here on the data in memory are the figures: save the labelled responses first if you want to keep them.
IF (wave = ${quoted(results.waves.baseline)}) first = ${headline}.
IF (wave = ${quoted(results.waves.endline)}) second = ${headline}.
SORT CASES BY group person.
AGGREGATE OUTFILE=* /BREAK=group person /first = MEAN(first) /second = MEAN(second).
IF (NVALID(first, second) = 2) pair1 = first.
IF (NVALID(first, second) = 2) pair2 = second.
COMPUTE product = pair1 * pair2.
SORT CASES BY group.
AGGREGATE OUTFILE=* /BREAK=group /n1 = N(first) /m1 = MEAN(first) /s1 = SD(first) /n2 = N(second) /m2 = MEAN(second) /s2 = SD(second)
  /nc = N(pair1) /p1 = MEAN(pair1) /p2 = MEAN(pair2) /sp1 = SD(pair1) /sp2 = SD(pair2) /pp = MEAN(product).
COMPUTE r = 0.
IF (nc >= 5 AND sp1 > 1E-9 AND sp2 > 1E-9) r = (pp - p1 * p2) * nc / (nc - 1) / (sp1 * sp2).
COMPUTE v1 = s1 ** 2 / n1.
COMPUTE v2 = s2 ** 2 / n2.
COMPUTE se = SQRT(MAX(0, v1 + v2 - 2 * r * s1 * s2 * nc / (n1 * n2))).
COMPUTE gamma = (v1 + v2) ** 2 / (v1 ** 2 / (n1 - 1) + v2 ** 2 / (n2 - 1)).
COMPUTE df = (nc - 1) + (gamma - nc + 1) / (n1 + n2) * (n1 + n2 - 2 * nc).
COMPUTE estimate = m2 - m1.
COMPUTE low = estimate - IDF.T(.975, df) * se.
COMPUTE high = estimate + IDF.T(.975, df) * se.
${known
  .map(
    ({ group, estimate, low, high }) => `IF (group = ${quoted(group)}) canyu = ${estimate}.
IF (group = ${quoted(group)}) canyu_low = ${low}.
IF (group = ${quoted(group)}) canyu_high = ${high}.
`,
  )
  .join(
    '',
  )}${known.length > 0 ? '' : '* None of these figures may be shown: too few people.\n'}FORMATS estimate low high${known.length > 0 ? ' canyu canyu_low canyu_high' : ''} (F10.4).
${known.length > 0 ? 'SELECT IF NOT MISSING(canyu).\nLIST VARIABLES=group n1 n2 nc estimate canyu low canyu_low high canyu_high.\n' : ''}`;
}

/** The mean of the coded answers in points; user-missing codes are left out by SPSS. */
function mean(items: readonly ScriptItem[]): string {
  const fewest = Math.max(1, Math.ceil(items.length / 2));
  const coded = items.map(({ name, min, max, reversed }) =>
    reversed ? `(${max} - ${name}) / ${max - min}` : `(${name} - ${signed(min)}) / ${max - min}`,
  );
  return `100 * MEAN.${fewest}(\n  ${coded.join(',\n  ')})`;
}

const signed = (value: number): string => (value < 0 ? `(${value})` : String(value));

const bytes = (text: string): number => Array.from(text).reduce((sum, character) => sum + bytesOf(character), 0);

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** A string of SPSS, at most so many bytes long. */
function quoted(text: string, longest = Infinity): string {
  const line = comment(text);
  let kept = '';
  let length = 0;
  for (const character of line) {
    length += bytesOf(character);
    if (length > longest) break;
    kept += character;
  }
  return `'${kept.replaceAll("'", "''")}'`;
}

const comment = (text: string): string => cellText(text).replace(/\s+/g, ' ').trim();
