import { parseResults } from '../../core/change/parse.js';
import { publishResults } from '../../core/change/publish.js';
import type { Results } from '../../core/change/types.js';
import { canonicalJson } from '../../core/json/canonical.js';
import type { Store } from '../../store/store.js';
import { readMeta, writeMeta } from '../../store/studies.js';

/** Published versions that are remembered; each later one is compared with them. */
const REMEMBERED = 20;

/** The versions of a study that were published from this desk, the oldest first. */
export async function publishedBefore(store: Store, study: string): Promise<readonly Results[]> {
  const kept = await readMeta(store, `published/${study}`);
  return (Array.isArray(kept) ? kept : []).flatMap((one) => {
    const read = parseResults(one);
    return read.ok ? [read.value] : [];
  });
}

/** What everyone may see of these results beside what they have seen before. Nothing is remembered yet. */
export const published = (results: Results, before: readonly Results[]): Results => publishResults(results, before);

/** Remembers a version that goes out; the same again is remembered once. */
export async function remember(store: Store, version: Results, before: readonly Results[]): Promise<void> {
  const text = canonicalJson(version);
  if (before.some((one) => canonicalJson(one) === text)) return;
  await writeMeta(store, `published/${version.study.id}`, [...before, version].slice(-REMEMBERED));
}

/** How the snippet of a partner page loads Canyu: as modules, or as one classic script. */
export type SnippetKind = 'module' | 'classic';

/** The fingerprints of the program's files, where this page's own program has them beside it. */
export type Fingerprints = Readonly<Partial<Record<SnippetKind, string>>>;

/** Reads the fingerprints; none where the file is missing (an unbundled page) or another origin keeps it. */
export async function readFingerprints(base = programFolder()): Promise<Fingerprints> {
  if (!base) return {};
  try {
    const answer = await fetch(new URL('integrity.json', base), { credentials: 'same-origin' });
    const files = (await answer.json()) as Readonly<Record<string, unknown>>;
    const of = (name: string): string | undefined =>
      typeof files[name] === 'string' && /^sha384-[\w+/=]+$/.test(files[name]) ? files[name] : undefined;
    const [module, classic] = [of('canyu.js'), of('canyu.iife.js')];
    return { ...(module && { module }), ...(classic && { classic }) };
  } catch {
    return {};
  }
}

/** The folder that holds this program and its fingerprints; undefined for modules that nobody has bundled. */
export function programFolder(): string | undefined {
  const { href } = new URL('.', import.meta.url);
  if (href.endsWith('/chunks/')) return new URL('..', href).href;
  return /\.iife\.js(?:[?#]|$)/.test(import.meta.url) ? href : undefined;
}

/** The name of the published file: letters, digits and signs that an address and an attribute take as they are. */
export const publishedName = ({ study }: Results): string =>
  `canyu-${study.id.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|-+$/g, '') || 'study'}-published.json`;

/**
 * The lines that a partner page must hold to show published results.
 *
 * @param file name of the published file, beside the page
 * @param fallback what is read where no script runs
 */
export function snippet(
  kind: SnippetKind,
  file: string,
  fingerprints: Fingerprints,
  lang: string,
  fallback: string,
): string {
  const fingerprint = fingerprints[kind];
  const sealed = fingerprint ? ` integrity="${fingerprint}"` : '';
  const script =
    kind === 'module'
      ? `<script type="module" src="/canyu/canyu.js"${sealed}></script>`
      : `<script src="/canyu/canyu.iife.js"${sealed} defer></script>`;
  return `${script}\n<canyu-change-index src="${file}" lang="${lang}">\n  <p>${fallback}</p>\n</canyu-change-index>\n`;
}
