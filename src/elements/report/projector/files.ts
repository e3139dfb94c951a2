import { parseMaterial } from '../../../core/describe/parse-material.js';
import { parseJson } from '../../../core/json/parse.js';
import type { Results } from '../../../core/change/types.js';
import type { ReportMaterial } from '../../../core/describe/report-material.js';
import { parseResults } from '../../chart/parse-results.js';

/** Parts of a meeting's material that the wall shows. */
const PARTS: readonly (keyof ReportMaterial)[] = ['entries', 'days', 'invited'];

/** The largest file that is read, in bytes (design.md §3). */
const LARGEST = 20_000_000;

/** What a file turned out to hold. */
export type Held =
  | { readonly kind: 'results'; readonly results: Results }
  /** Material of the meeting; `left` rows of its ledger could not be read. */
  | { readonly kind: 'material'; readonly material: ReportMaterial; readonly left: number }
  | { readonly kind: 'unreadable' };

/** Reads a chosen or dropped file. Never rejects. */
export async function readChosen(file: File): Promise<Held> {
  if (file.size > LARGEST) return { kind: 'unreadable' };
  try {
    return heldIn(await file.text());
  } catch {
    return { kind: 'unreadable' };
  }
}

/** A results document, a meeting's material, or ledger rows: one of a line, or a list. */
export function heldIn(text: string): Held {
  const whole = parseJson(text);
  if (!whole.ok) return rowsIn(text);
  const { value } = whole;
  if (Array.isArray(value)) return rowsOf(value);
  const results = parseResults(value);
  if (results.ok) return { kind: 'results', results: results.value };
  if (isObject(value) && value['schema'] === 'canyu-entry/1') return rowsOf([value]);
  return materialIn(value);
}

/** A material file has no schema, but at least one of its parts. */
function materialIn(value: unknown): Held {
  if (!isObject(value) || 'schema' in value || !PARTS.some((part) => part in value)) return { kind: 'unreadable' };
  const { material, leftOut } = parseMaterial(value);
  return { kind: 'material', material: withoutAbsent(material), left: leftOut };
}

/** What a file does not hold leaves standing what another one held. */
const withoutAbsent = (material: ReportMaterial): ReportMaterial =>
  Object.fromEntries(Object.entries(material).filter(([, part]) => part !== undefined));

function rowsIn(text: string): Held {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const values = lines.map((line) => parseJson(line));
  if (!values.some(({ ok }) => ok)) return { kind: 'unreadable' };
  return rowsOf(values.map((parsed) => (parsed.ok ? parsed.value : false)));
}

function rowsOf(values: readonly unknown[]): Held {
  const { material, leftOut } = parseMaterial({ entries: values });
  return material.entries?.length
    ? { kind: 'material', material: { entries: material.entries }, left: leftOut }
    : { kind: 'unreadable' };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
