/** One thing that is wrong with a document: where (RFC 6901 JSON pointer), what (a stable code), and in plain words for developers. */
export interface Problem {
  /** JSON pointer into the document; "" is the document itself. */
  readonly path: string;
  /** Stable code for programs, e.g. `required`, `type`, `unknown`, `duplicate`, `newer-schema`. */
  readonly code: ProblemCode;
  /** One English sentence for developers; elements show their own translated message chosen by `code`. */
  readonly message: string;
}

/**
 * The codes a parser may report. `type`: wrong JSON type · `required`: missing · `value`: right type, value not allowed ·
 * `unknown`: names something that is not there (an item, a wave, a kind) · `duplicate`: an id used twice ·
 * `schema`: not this kind of document · `newer-schema`: made by a newer Canyu · `forbidden-key`: `__proto__`, `constructor`, `prototype` ·
 * `too-large`, `too-deep`, `too-long`: over the limits of design.md §3 · `syntax`: not JSON.
 */
export type ProblemCode =
  | 'type'
  | 'required'
  | 'value'
  | 'unknown'
  | 'duplicate'
  | 'schema'
  | 'newer-schema'
  | 'forbidden-key'
  | 'too-large'
  | 'too-deep'
  | 'too-long'
  | 'syntax';

/** What every parser of a Canyu document returns; parsers never throw. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };
