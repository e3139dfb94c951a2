/**
 * An IndexedDB that fails on demand at the n-th operation (the method of SQLite's tests). Operations are counted in the order
 * of their calls: opening, beginning a transaction, and each request. Real databases stand behind it: only the objects that
 * it hands out are patched.
 */
export type FaultKind =
  /** The call throws. */
  | 'throw'
  /** The request (of an opening or of an object store) gets an error event, and with it its transaction is aborted. */
  | 'error'
  /** The transaction is aborted while the request is under way. */
  | 'abort'
  /** The request succeeds, and then the transaction is aborted: how a full disk shows at the commit. */
  | 'abort-late'
  /** The transaction is committed, and the page is told that it was aborted: WebKit's lost connection at the worst moment. */
  | 'lost-answer';

export interface Fault {
  readonly kind: FaultKind;
  /** Which operation fails, from 1. */
  readonly at: number;
  /** Name of the error; without it the abort comes with no error, as after a forced close. */
  readonly error?: string;
  readonly message?: string;
  /** Fails at every operation from `at` on, not only once. */
  readonly lasting?: boolean;
}

export interface FaultyIndexedDB extends IDBFactory {
  /** The fault to come, if any; set it to undefined to heal. Counting starts anew with each assignment. */
  fault: Fault | undefined;
  /** Operations since the last assignment of `fault`. */
  readonly operations: number;
  /** Faults that have struck so far. */
  readonly struck: number;
  /** Every transaction that was begun. */
  readonly transactions: readonly IDBTransaction[];
  /** Called with each transaction as it begins. */
  began: ((transaction: IDBTransaction) => void) | undefined;
  /** Every connection that was opened. */
  readonly connections: readonly IDBDatabase[];
  /** What the upgrade event says of lost data. */
  dataLoss: string | undefined;
}

const REQUESTS = [
  'get',
  'put',
  'add',
  'delete',
  'count',
  'getAll',
  'getAllKeys',
  'getKey',
  'clear',
  'openCursor',
] as const;

/** Wraps an IDBFactory, by default the page's own. */
export function faultyIndexedDB(real: IDBFactory = indexedDB): FaultyIndexedDB {
  let fault: Fault | undefined;
  let operations = 0;
  let struck = 0;
  const transactions: IDBTransaction[] = [];
  const connections: IDBDatabase[] = [];

  /** Counts an operation; returns the fault that strikes it. */
  const strike = (may: readonly FaultKind[]): Fault | undefined => {
    operations += 1;
    if (!fault || !(fault.lasting ? operations >= fault.at : operations === fault.at) || !may.includes(fault.kind)) {
      return undefined;
    }
    struck += 1;
    return fault;
  };
  const errorOf = ({ error, message }: Fault): DOMException | null =>
    error ? new DOMException(message ?? 'injected', error) : null;
  const pretend = (target: object, error: DOMException | null): void => {
    Object.defineProperty(target, 'error', { configurable: true, get: () => error });
  };
  const abort = (transaction: IDBTransaction, error: DOMException | null): void => {
    pretend(transaction, error);
    try {
      transaction.abort();
    } catch {
      // It was over already.
    }
  };

  const patchStore = (store: IDBObjectStore, transaction: IDBTransaction): IDBObjectStore => {
    for (const method of REQUESTS) {
      const original = store[method].bind(store) as (...given: unknown[]) => IDBRequest;
      const patched = (...given: unknown[]): IDBRequest => {
        const hit = strike(['throw', 'error', 'abort', 'abort-late']);
        if (hit?.kind === 'throw') throw errorOf(hit) ?? new DOMException('injected', 'UnknownError');
        const request = original(...given);
        if (hit?.kind === 'error') {
          queueMicrotask(() => {
            pretend(request, errorOf(hit));
            request.dispatchEvent(new Event('error', { bubbles: true, cancelable: true }));
            abort(transaction, errorOf(hit));
          });
        } else if (hit?.kind === 'abort') {
          queueMicrotask(() => abort(transaction, errorOf(hit)));
        } else if (hit?.kind === 'abort-late') {
          request.addEventListener('success', () => abort(transaction, errorOf(hit)));
        }
        return request;
      };
      Object.defineProperty(store, method, { configurable: true, value: patched });
    }
    return store;
  };

  const patchDatabase = (database: IDBDatabase): void => {
    connections.push(database);
    const begin = database.transaction.bind(database);
    database.transaction = (...given) => {
      const hit = strike(['throw', 'lost-answer']);
      if (hit?.kind === 'throw') throw errorOf(hit) ?? new DOMException('injected', 'InvalidStateError');
      let transaction: IDBTransaction;
      try {
        transaction = begin(...given);
      } catch (error) {
        if (hit) struck -= 1;
        throw error;
      }
      transactions.push(transaction);
      factory.began?.(transaction);
      if (hit) {
        transaction.addEventListener('complete', (event) => {
          event.stopImmediatePropagation();
          pretend(transaction, errorOf(hit));
          transaction.dispatchEvent(new Event('abort'));
        });
      }
      const objectStore = transaction.objectStore.bind(transaction);
      transaction.objectStore = (name) => patchStore(objectStore(name), transaction);
      return transaction;
    };
  };

  const factory: FaultyIndexedDB = {
    get fault() {
      return fault;
    },
    set fault(next) {
      fault = next;
      operations = 0;
    },
    get operations() {
      return operations;
    },
    get struck() {
      return struck;
    },
    transactions,
    connections,
    began: undefined,
    dataLoss: undefined,
    open(name, version) {
      const hit = strike(['throw', 'error']);
      if (hit?.kind === 'throw') throw errorOf(hit) ?? new DOMException('injected', 'SecurityError');
      const request = version === undefined ? real.open(name) : real.open(name, version);
      request.addEventListener('upgradeneeded', (event) => {
        if (factory.dataLoss) Object.defineProperty(event, 'dataLoss', { value: factory.dataLoss });
      });
      request.addEventListener('success', (event) => {
        if (hit) {
          event.stopImmediatePropagation();
          request.result.close();
          pretend(request, errorOf(hit));
          request.dispatchEvent(new Event('error', { bubbles: true, cancelable: true }));
        } else {
          patchDatabase(request.result);
        }
      });
      return request;
    },
    deleteDatabase: (name) => real.deleteDatabase(name),
    databases: () => real.databases(),
    cmp: (a: unknown, b: unknown) => real.cmp(a, b),
  };
  return factory;
}
