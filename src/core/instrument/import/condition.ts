/** "The question `name` was answered with `value`." */
export interface Equality {
  readonly name: string;
  readonly value: string;
}

/** No condition that is read here is longer. */
const LONGEST = 500;

const VALUE = String.raw`(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(true|false))`;
const SURVEYJS = [
  new RegExp(String.raw`^\{([^{}]+)\} ?(?:={1,2}|equal) ?${VALUE}$`, 'i'),
  new RegExp(String.raw`^${VALUE} ?(?:={1,2}|equal) ?\{([^{}]+)\}$`, 'i'),
];
const XLSFORM = [
  new RegExp(String.raw`^\$\{([^{}]+)\} ?={1,2} ?${VALUE}$`),
  new RegExp(String.raw`^${VALUE} ?={1,2} ?\$\{([^{}]+)\}$`),
  new RegExp(String.raw`^selected ?\( ?\$\{([^{}]+)\} ?, ?${VALUE} ?\)$`),
];

/** `{a} = 'x'` of SurveyJS; undefined for every other expression. */
export const surveyJsEquality = (expression: string): Equality | undefined => equality(expression, SURVEYJS);

/** `${a} = 'x'` or `selected(${a}, 'x')` of XLSForm; undefined for every other expression. */
export const xlsFormEquality = (expression: string): Equality | undefined => equality(expression, XLSFORM);

function equality(expression: string, forms: readonly RegExp[]): Equality | undefined {
  if (expression.length > LONGEST) return undefined;
  let text = expression.trim().replace(/\s+/g, ' ');
  while (/^\([^()]*\)$/.test(text)) text = text.slice(1, -1).trim();
  for (const [i, form] of forms.entries()) {
    const found = form.exec(text);
    if (!found) continue;
    const parts: (string | undefined)[] = found.slice(1);
    const name = (i === 1 ? parts.pop() : parts.shift()) ?? '';
    const value = parts.find((part) => part !== undefined) ?? '';
    return { name: name.trim(), value };
  }
  return undefined;
}
