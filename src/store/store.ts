import { promisifyRequest } from 'idb-keyval';
import type { SurveyResponse } from '../core/response/types.js';
import { canonical } from './canonical.js';
import { announce } from './changes.js';
import { connect, type Connection } from './connection.js';
import { StoreError } from './errors.js';
import { draftKey, part, responseKey } from './keys.js';
import { readTally, writeTally, type Tally } from './tally.js';
import { isLoss, raiseWatermark, readWatermark, setWatermark, type Marks } from './watermark.js';

export interface StoreOptions {
  /** Name of the database; default `canyu`. */
  readonly name?: string;
  /** Stands in for the page's `indexedDB`. */
  readonly indexedDB?: IDBFactory;
  /** Stands in for the page's `localStorage`. */
  readonly localStorage?: Pick<Storage, 'getItem' | 'setItem'>;
  /** Milliseconds to wait for a database that another tab holds before `blocked` is reported; default 5000. */
  readonly patience?: number;
  /** Milliseconds without use after which the connection closes itself (the next use opens it again); default 60 000. */
  readonly idle?: number;
}

/** An unfinished sheet: any JSON object that carries the id of the response it will become. */
export interface StoredDraft {
  readonly id: string;
}

export interface SubmitOptions {
  /** What is stored in place of the response, e.g. the sealed record (`canyu-sealed/1`), which this device cannot open again. */
  readonly record?: unknown;
  /** Whether the response waits in the outbox for a collector, from the same transaction on. */
  readonly deliver?: boolean;
}

/** `added`: stored · `same`: was stored already, nothing to do · `conflict`: other content had the same id; both are kept. */
export type Outcome = 'added' | 'same' | 'conflict';

/** The answers of one browser. Every promise rejects with a StoreError and with nothing else. */
export interface Store extends Connection {
  readonly name: string;
  /** Where the watermark is (see Tally). */
  readonly marks: Marks;
  /**
   * Opens the database. Rejects with `corrupt` when responses were lost since the last visit: tell a person; the store itself
   * goes on working, and the alarm stays until `acceptLoss` of health.ts.
   */
  readonly ready: () => Promise<void>;
  /**
   * Saves a draft under `key` (see `draftKey`), in place of the one before. Resolves after the transaction completed: true, or
   * false when a response with the draft's id was submitted already, in another tab, say, and so nothing was stored.
   */
  readonly saveDraft: (key: string, draft: StoredDraft) => Promise<boolean>;
  /** The draft under `key`, or undefined. Its shape is for the caller to check. One that is not JSON is set aside. */
  readonly readDraft: (key: string) => Promise<unknown>;
  /** Deletes the draft under `key`. */
  readonly dropDraft: (key: string) => Promise<void>;
  /**
   * Stores a response and deletes its draft (the one under `key`, if it carries the response's id) in one transaction;
   * resolves after it completed. May be repeated: the same content again changes nothing.
   */
  readonly submit: (response: SurveyResponse, key?: string, options?: SubmitOptions) => Promise<Outcome>;
}

/**
 * The store of this browser; nothing is opened before its first use.
 * All that a survey does not need (reading, withdrawal, health) is in other modules, as functions that take a store.
 */
export function openStore({ name = 'canyu', patience = 5000, idle = 60_000, ...given }: StoreOptions = {}): Store {
  const connection = connect({ name, patience, idle, factory: () => given.indexedDB ?? indexedDB });
  const marks: Marks = () => given.localStorage ?? localStorage;
  const { transact } = connection;
  const store: Store = {
    ...connection,
    name,
    marks,

    async ready() {
      // The watermark first: read after the tally, it could be ahead of it by what another tab just stored.
      const mark = readWatermark(marks, name);
      const tally = await transact(['meta'], 'readonly', readTally);
      if (tally && !isLoss(mark, tally)) {
        setWatermark(marks, name, tally);
        return;
      }
      // Written down, so that new responses cannot grow over the loss.
      await transact(['meta'], 'readwrite', async (transaction) =>
        writeTally(transaction, await readTally(transaction), [], 1, true),
      ).catch(() => undefined);
      throw new StoreError('corrupt', { expected: mark?.count, found: tally?.count });
    },

    saveDraft: (key, draft) =>
      transact(['drafts', 'responses'], 'readwrite', async (transaction) => {
        const responses = transaction.objectStore('responses');
        if (await promisifyRequest(responses.count(`${key}/${part(draft.id)}`))) return false;
        transaction.objectStore('drafts').put([draft.id, canonical(draft)], key);
        return true;
      }),

    async readDraft(key) {
      const draft = await transact(['drafts'], 'readonly', (transaction) =>
        promisifyRequest<readonly [string, string] | undefined>(transaction.objectStore('drafts').get(key)),
      );
      try {
        return draft && (JSON.parse(draft[1]) as unknown);
      } catch {
        return (await import('./aside.js')).setAside(store, 'drafts', [key]);
      }
    },

    dropDraft: (key) =>
      transact(['drafts'], 'readwrite', (transaction) => void transaction.objectStore('drafts').delete(key)),

    async submit(response, key = draftKey(response), { record = response, deliver } = {}) {
      const { study, id } = response;
      let tally: Tally | undefined;
      const outcome = await transact(
        ['drafts', 'responses', 'outbox', 'fresh', 'meta'],
        'readwrite',
        async (transaction) => {
          const drafts = transaction.objectStore('drafts');
          // All that must be read is asked for at once: one round trip to the database instead of three.
          const [draft, [done, at], before] = await Promise.all([
            promisifyRequest<readonly [string, string] | undefined>(drafts.get(key)),
            place(transaction.objectStore('responses'), responseKey(response), canonical(record)),
            readTally(transaction),
          ]);
          if (draft?.[0] === id) drafts.delete(key);
          if (done !== 'same') {
            transaction.objectStore('fresh').put(0, at);
            if (deliver) transaction.objectStore('outbox').put(0, at);
            tally = writeTally(transaction, before, [at], 1);
          }
          return done;
        },
      );
      if (tally) {
        raiseWatermark(marks, name, tally);
        announce(name, { kind: 'added', study, ids: [id] });
      }
      return outcome;
    },
  };
  return store;
}

/** Puts `text` under `key` or, where other content is, under the first free of `key/1`, `key/2`, …; returns how and where. */
export async function place(responses: IDBObjectStore, key: string, text: string): Promise<[Outcome, string]> {
  for (let n = 0, at = key; ; at = `${key}/${++n}`) {
    const there = await promisifyRequest<unknown>(responses.get(at));
    if (there === text) return ['same', at];
    if (there === undefined) {
      responses.put(text, at);
      return [n ? 'conflict' : 'added', at];
    }
  }
}
