import type { UseStore } from 'idb-keyval';
import type { StoreName } from './connection.js';
import type { Store } from './store.js';

/**
 * One object store in the shape that idb-keyval's functions take, so that each of their calls is one strict transaction:
 * `set(entry.id, entry, use(store, 'ledger'))`.
 */
export const use =
  (store: Pick<Store, 'transact'>, name: StoreName): UseStore =>
  (mode, callback) =>
    store.transact([name], mode, (transaction) => callback(transaction.objectStore(name)));
