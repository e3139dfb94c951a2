import { strToU8, zipSync, type Zippable } from 'fflate';

/** What a caller says of a file's data. */
interface FileOptions {
  readonly base64?: boolean;
}

/** What a caller asks for. */
interface OutputOptions {
  readonly type: string;
}

const WHOLE = Symbol();

/**
 * Stands in for JSZip, as the writer of presentations uses it: keeps files and gives them back as an archive without compression, which
 * `repack` compresses later in short pieces. JSZip itself would do so in one go and brings a stand-in for timers that builds functions from
 * texts, which a page's policy forbids.
 */
class FlatZip {
  readonly #files: Map<string, Uint8Array>;
  readonly #folder: string;

  constructor(whole?: typeof WHOLE, files: Map<string, Uint8Array> = new Map(), folder = '') {
    this.#files = whole === WHOLE ? files : new Map<string, Uint8Array>();
    this.#folder = folder;
  }

  /** A place below this one; archives need no entry for it. */
  folder(name: string): FlatZip {
    return new FlatZip(WHOLE, this.#files, `${this.#folder}${name}/`);
  }

  /** Puts a file in, in place of one of the same name. */
  file(name: string, data: string | Uint8Array, { base64 = false }: FileOptions = {}): this {
    const bytes = typeof data === 'string' ? (base64 ? fromBase64(data) : strToU8(data)) : data;
    this.#files.set(`${this.#folder}${name}`, bytes);
    return this;
  }

  /** The archive. */
  generateAsync({ type }: OutputOptions): Promise<Uint8Array | string> {
    const entries: Zippable = Object.fromEntries(this.#files);
    const bytes = zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1) });
    return Promise.resolve(type === 'base64' ? toBase64(bytes) : bytes);
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

// JSZip is imported by this name from its package.
export { FlatZip as default };
