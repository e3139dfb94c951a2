/** The worker's side of opening: one batch in, one answer out. */
import { type Opened, openOne, type OpeningKey, type SealedRecord } from './open-one.js';

/** A batch of records for a worker. */
export interface OpenBatch {
  readonly kind: 'open-sealed';
  readonly records: readonly SealedRecord[];
  readonly key: OpeningKey;
}

/** What a worker posts: what became of each record of the batch, or that it cannot open any. */
export type BatchAnswer = { readonly opened: readonly Opened[] } | { readonly broken: string };

/** Whether a message to a worker is a batch to open. */
export const isOpenBatch = (data: unknown): data is OpenBatch =>
  (data as Partial<OpenBatch> | null)?.kind === 'open-sealed';

/** Opens a batch; never rejects. A key that did not survive the way to the worker, as browsers may refuse, is `broken`. */
export async function openInWorker({ records, key }: OpenBatch): Promise<BatchAnswer> {
  try {
    if (!((key.key as unknown) instanceof CryptoKey)) return { broken: 'the key did not arrive' };
    return { opened: await Promise.all(records.map((record) => openOne(record, key))) };
  } catch (error) {
    return { broken: String(error) };
  }
}
