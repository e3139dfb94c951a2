import type { DigestSubtle } from '../json/canonical.js';
import { readGathered } from './read.js';
import type { Gathered, StudyRecords } from './types.js';

/** A file to be read in a worker. */
export interface ReadRequest {
  readonly kind: 'read-gathered';
  readonly text: string;
  /** Id of the study at hand. */
  readonly study: string;
}

type Bin = Exclude<keyof StudyRecords, 'study'>;

/** What a worker posts: first the records, a few at a time so that taking them in is no long piece of work, then everything else. */
export type ReadPart =
  | { readonly at: number; readonly bin: Bin; readonly records: readonly unknown[] }
  | { readonly gathered: Gathered }
  | { readonly broken: string };

/** Records of one part. */
const PART = 200;
const BINS: readonly Bin[] = ['responses', 'sealed', 'entries', 'aside'];

/** Reads a file and hands it out in parts; never rejects. */
export async function readInParts(
  { text, study }: ReadRequest,
  subtle: DigestSubtle,
  post: (part: ReadPart) => void,
): Promise<void> {
  try {
    const gathered = await readGathered(text, { subtle, study });
    if (gathered.kind !== 'records') {
      post({ gathered });
      return;
    }
    for (const [at, records] of gathered.studies.entries()) {
      for (const bin of BINS) {
        for (let from = 0; from < records[bin].length; from += PART) {
          post({ at, bin, records: records[bin].slice(from, from + PART) });
        }
      }
    }
    const studies = gathered.studies.map(({ study: id }) => emptied(id));
    post({ gathered: { ...gathered, studies } });
  } catch (error) {
    post({ broken: String(error) });
  }
}

const emptied = (study: string): StudyRecords => ({ study, responses: [], sealed: [], entries: [], aside: [] });

/** Puts the parts of a file together again, in the order in which they were handed out. */
export class PartsJoiner {
  readonly #bins: Record<Bin, unknown[]>[] = [];

  /** Takes a part; gives the file with the last one. */
  take(part: Exclude<ReadPart, { readonly broken: string }>): Gathered | undefined {
    if (!('gathered' in part)) {
      const bins = (this.#bins[part.at] ??= { responses: [], sealed: [], entries: [], aside: [] });
      for (const record of part.records) bins[part.bin].push(record);
      return undefined;
    }
    const { gathered } = part;
    if (gathered.kind !== 'records') return gathered;
    const studies = gathered.studies.map((records, at) => ({ ...records, ...this.#bins[at] }) as StudyRecords);
    return { ...gathered, studies };
  }
}
