import { cellText } from './cell-text.js';
import { expectedFigures, indexScales, scriptScales, type ScriptInput, type ScriptItem } from './script-data.js';

/** What Stata takes as the label of a variable, in characters. */
const LONGEST_LABEL = 80;

/**
 * A do-file for Stata (14 or newer) that reads `responses.csv`, labels variables and values, turns the missing codes into `.a` (don't know)
 * and `.b` (prefer not to say), scores the answers anew, computes the headline and asserts that it is what Canyu computed.
 */
export function stataDo(input: ScriptInput): string {
  const { people, settingsLine } = input;
  const { all, items, missing } = people.variables;
  const isText = all.flatMap(({ type }, at) => (type === 'text' ? [at + 1] : []));
  const labelled = all.filter(({ values, type }) => values.length > 0 && type === 'number');
  return `* ${comment(settingsLine)}
${people.notes.map((note) => `* ${comment(note)}\n`).join('')}* Run it in the folder of responses.csv.
version 14
import delimited using "responses.csv", varnames(2) rowrange(3) case(preserve) encoding("utf-8") bindquotes(strict) stringcols(${isText.join(' ')}) clear

${all.map(({ name, label }) => `label variable ${name} ${quoted(label, LONGEST_LABEL)}\nnotes ${name}: ${comment(label)}`).join('\n')}

${labelled
  .map(
    ({ name, values }) =>
      `label define l_${name} ${values.map(({ value, label }) => `${value} ${quoted(label || String(value))}`).join(' ')} .a ${quoted(input.words.missing.dk)} .b ${quoted(input.words.missing.pns)}\nlabel values ${name} l_${name}`,
  )
  .join('\n')}
${items.length > 0 ? `mvdecode ${items.map(({ name }) => name).join(' ')}, mv(${missing.dk}=.a \\ ${missing.pns}=.b)` : ''}

${scoreCommands(input)}`;
}

function scoreCommands(input: ScriptInput): string {
  const { people, results } = input;
  const scales = scriptScales(input);
  const own = indexScales(input);
  const first = scales[0];
  if (!first) return '';
  const short = ['form == "short"', ...[...people.allShort].map((group) => `group == "${group}"`)].join(' | ');
  const headline = own.length > 0 ? 'index' : first.id;
  const known = expectedFigures(input).filter(({ measure }) => measure === headline);
  return `* Scores, 0-100, at least half of the items answered (method.md 3.1, 3.2); short sheets from the items of the short form.
generate byte is_short = ${short}
${scales
  .map(({ id, items }) => {
    const starred = items.filter((item) => item.short);
    return [
      `generate double x_${id} = .`,
      ...mean(`x_${id}`, items, '!is_short'),
      ...(starred.length > 0 ? mean(`x_${id}`, starred, 'is_short') : []),
    ].join('\n');
  })
  .join('\n')}
${
  own.length > 0
    ? `
* The change index of a person: weighted mean, CJ turned round, at least half of the weight (method.md 3.21).
generate double weight_there = 0
generate double weighted_sum = 0
${own
  .map(
    ({
      id,
      weight,
      reversed,
    }) => `replace weighted_sum = weighted_sum + ${weight} * ${reversed ? `(100 - x_${id})` : `x_${id}`} if !missing(x_${id})
replace weight_there = weight_there + ${weight} if !missing(x_${id})`,
  )
  .join('\n')}
generate double x_index = weighted_sum / weight_there if weight_there >= ${own.reduce((sum, { weight }) => sum + weight, 0) / 2} - 1e-12 & weight_there > 0
`
    : ''
}
* The headline: ${headline}, later wave minus earlier one, partially overlapping samples t (method.md 3.7).
capture program drop canyu_change
program define canyu_change
  args group score known known_low known_high
  preserve
  quietly keep if group == "\`group'" & !missing(\`score')
  keep person wave \`score'
  quietly generate double first = \`score' if wave == "${results.waves.baseline}"
  quietly generate double second = \`score' if wave == "${results.waves.endline}"
  collapse (mean) first second, by(person)
  quietly summarize first
  scalar n1 = r(N)
  scalar m1 = r(mean)
  scalar s1 = r(sd)
  quietly summarize second
  scalar n2 = r(N)
  scalar m2 = r(mean)
  scalar s2 = r(sd)
  quietly count if !missing(first, second)
  scalar nc = r(N)
  scalar rho = 0
  if nc >= 5 {
    quietly correlate first second
    if !missing(r(rho)) scalar rho = r(rho)
  }
  scalar v1 = s1^2 / n1
  scalar v2 = s2^2 / n2
  scalar se = sqrt(max(0, v1 + v2 - 2 * rho * s1 * s2 * nc / (n1 * n2)))
  scalar gam = (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))
  scalar df = (nc - 1) + (gam - nc + 1) / (n1 + n2) * (n1 + n2 - 2 * nc)
  scalar estimate = m2 - m1
  scalar half = invttail(df, .025) * se
  display "\`group' \`score': " estimate " (95% interval " estimate - half " to " estimate + half "), n " n1 " and " n2 ", linked " nc
  assert abs(estimate - \`known') < 1e-6 & abs(estimate - half - \`known_low') < 1e-6 & abs(estimate + half - \`known_high') < 1e-6
  restore
end
${known.map(({ group, estimate, low, high }) => `canyu_change ${group} x_${headline} ${estimate} ${low} ${high}`).join('\n')}
${known.length > 0 ? 'display "All figures agree with those of Canyu."' : '* No figure of this study may be shown: too few people.'}
`;
}

function mean(target: string, items: readonly ScriptItem[], when: string): string[] {
  const coded = items.map(({ name, min, max, reversed }) =>
    reversed ? `(${max} - ${name}) / ${max - min}` : `(${name} - (${min})) / ${max - min}`,
  );
  const there = items.map(({ name }) => `!missing(${name})`).join(' + ');
  const sum = items.map(({ name }, i) => `cond(missing(${name}), 0, ${coded[i] ?? ''})`).join(' + ');
  return [
    `replace ${target} = 100 * (${sum}) / (${there}) if ${when} & (${there}) >= ${Math.max(1, Math.ceil(items.length / 2))}`,
  ];
}

/** A string of Stata in compound quotes; what would end or expand it is taken out. */
const quoted = (text: string, longest = 2000): string => `\`"${Array.from(comment(text)).slice(0, longest).join('')}"'`;

const comment = (text: string): string =>
  cellText(text).replace(/\s+/g, ' ').replace(/[\`$]/g, "'").replace(/"'/g, "''").trim();
