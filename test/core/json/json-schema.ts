import { readFileSync } from 'node:fs';

type Schema = Record<string, unknown>;
type Check = (value: unknown, expected: never, schema: Schema, root: Schema) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (schema: unknown): Record<string, Schema> => (schema ?? {}) as Record<string, Schema>;
const types: Record<string, (value: unknown) => boolean> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};
const all = (schemas: Schema[], value: unknown, root: Schema) =>
  schemas.filter((one) => holds(one, value, root)).length;
const isDate = (text: string) => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
};

/** The keywords of JSON Schema 2020-12 that Canyu's schema files use; any other is an error, so that none is skipped silently. */
const keywords: Record<string, Check> = {
  $ref: (value, ref: string, _, root) => holds(own(root['$defs'])[ref.replace('#/$defs/', '')] ?? {}, value, root),
  type: (value, type: string) => types[type]?.(value) ?? false,
  const: (value, expected: unknown) => value === expected,
  enum: (value, expected: unknown[]) => expected.includes(value),
  pattern: (value, pattern: string) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  format: (value, format: string) => typeof value !== 'string' || (format === 'date' && isDate(value)),
  minLength: (value, min: number) => typeof value !== 'string' || Array.from(value).length >= min,
  maxLength: (value, max: number) => typeof value !== 'string' || Array.from(value).length <= max,
  minimum: (value, min: number) => typeof value !== 'number' || value >= min,
  maximum: (value, max: number) => typeof value !== 'number' || value <= max,
  exclusiveMinimum: (value, min: number) => typeof value !== 'number' || value > min,
  minItems: (value, min: number) => !Array.isArray(value) || value.length >= min,
  maxItems: (value, max: number) => !Array.isArray(value) || value.length <= max,
  uniqueItems: (value) => !Array.isArray(value) || new Set(value).size === value.length,
  items: (value, schema: Schema, _, root) => !Array.isArray(value) || value.every((one) => holds(schema, one, root)),
  required: (value, names: string[]) => !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  properties: (value, schemas: Record<string, Schema>, _, root) =>
    !isObject(value) ||
    Object.entries(schemas).every(([name, schema]) => !Object.hasOwn(value, name) || holds(schema, value[name], root)),
  additionalProperties: (value, schema: Schema | boolean, { properties }, root) =>
    !isObject(value) ||
    Object.entries(value).every(([name, one]) => Object.hasOwn(own(properties), name) || holds(schema, one, root)),
  propertyNames: (value, schema: Schema, _, root) =>
    !isObject(value) || Object.keys(value).every((name) => holds(schema, name, root)),
  anyOf: (value, schemas: Schema[], _, root) => all(schemas, value, root) > 0,
  oneOf: (value, schemas: Schema[], _, root) => all(schemas, value, root) === 1,
  not: (value, schema: Schema, _, root) => !holds(schema, value, root),
  if: (value, schema: Schema, { then }, root) =>
    !holds(schema, value, root) || holds((then ?? {}) as Schema, value, root),
  then: () => true,
  description: () => true,
  title: () => true,
  $schema: () => true,
  $defs: () => true,
};

function holds(schema: Schema | boolean, value: unknown, root: Schema): boolean {
  if (typeof schema === 'boolean') return schema;
  return Object.entries(schema).every(([keyword, expected]) => {
    const check = keywords[keyword];
    if (!check) throw new Error(`unknown keyword ${keyword}`);
    return check(value, expected as never, schema, root);
  });
}

/** Whether a value is valid by `src/schemas/<name>.schema.json`. */
export function isValid(name: string, value: unknown): boolean {
  const schema = JSON.parse(readFileSync(`src/schemas/${name}.schema.json`, 'utf8')) as Schema;
  return holds(schema, value, schema);
}
