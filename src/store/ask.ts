import { promisifyRequest } from 'idb-keyval';

/** The answer to a request. A call that throws becomes a rejection too, so that several can be awaited together. */
export const ask = async <T>(request: () => IDBRequest): Promise<T> => promisifyRequest<T>(request());
