import { isLang } from './messages.js';

/** Attributes of `<canyu-survey>` that the address of the iframe page may set. */
const attributes = ['study', 'src', 'wave', 'group', 'community', 'form', 'layout', 'instrument'] as const;
/** Of these, the addresses of files. */
const files: readonly string[] = ['src', 'instrument'];

/** Why no survey can be shown. */
export type AddressTrouble = 'bad-address' | 'foreign-source';

/** What the address of the iframe page asks for. */
export interface FrameAddress {
  readonly attributes: Readonly<Record<string, string>>;
  readonly lang: string | undefined;
  /** Origin of the page around, the only one that messages go to; undefined: nobody is told anything. */
  readonly parent: string | undefined;
  readonly trouble: AddressTrouble | undefined;
}

/**
 * Reads the address of the iframe page. Only the names above, `lang` and `parent` are taken, the first of each; the rest is ignored.
 * `src` and `instrument` must be files of the same origin: otherwise anybody could show his own questions, and his own promises
 * about the answers, under the organisation's name. A study must be named, so that no answers gather under no name.
 */
export function readAddress(address: string): FrameAddress {
  const here = new URL(address);
  const taken: Record<string, string> = {};
  let trouble: AddressTrouble | undefined;
  for (const name of attributes) {
    const value = here.searchParams.get(name);
    if (value === null) continue;
    if (value === '' || value.length > 500) trouble ??= 'bad-address';
    if (files.includes(name) && !isSameOrigin(value, here)) trouble = 'foreign-source';
    taken[name] = value;
  }
  if (!taken['src'] && !taken['study']) trouble ??= 'bad-address';
  const lang = here.searchParams.get('lang');
  return {
    attributes: taken,
    lang: isLang(lang) ? lang : undefined,
    parent: readOrigin(here.searchParams.get('parent')),
    trouble,
  };
}

function isSameOrigin(value: string, here: URL): boolean {
  try {
    // A file on the disk has the origin "null", as has every other: what counts then is the scheme.
    const file = new URL(value, here);
    return file.origin === here.origin && file.protocol === here.protocol;
  } catch {
    return false;
  }
}

/** An origin as browsers write it, e.g. `https://partner.example`; with a path or without a host it is none. */
function readOrigin(value: string | null): string | undefined {
  try {
    const { origin, protocol } = new URL(value ?? '');
    return origin === value && /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}
