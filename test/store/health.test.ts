import { expect } from 'chai';
import { requestPersistence, storeHealth } from '../../src/store/health.js';
import { faultyIndexedDB } from '../support/faulty-indexeddb.js';
import { cleanStores, freshName, makeResponse, rawContents, rawPut, testStore } from './helpers.js';

describe('storeHealth', () => {
  afterEach(cleanStores);
  const own = Object.getOwnPropertyDescriptor(navigator, 'storage');
  const setStorage = (value: unknown): void =>
    void Object.defineProperty(navigator, 'storage', { configurable: true, value });
  afterEach(() => {
    delete (navigator as any).storage;
    if (own) Object.defineProperty(navigator, 'storage', own);
  });

  it('counts what there is', async () => {
    const store = testStore();
    await store.submit(makeResponse(), undefined, { deliver: true });
    await store.submit(makeResponse());
    await store.saveDraft('k', { id: 'x' });
    const health = await storeHealth(store);
    expect(health).to.include({
      error: null,
      responses: 2,
      drafts: 1,
      outbox: 1,
      aside: 0,
      tally: 2,
      watermark: 2,
      complete: true,
    });
  });

  it('sees one response that is gone, and one that nobody stored', async () => {
    const store = testStore();
    await store.submit(makeResponse());
    await store.submit(makeResponse());
    const [key] = Object.keys((await rawContents(store.name))['responses']!);
    await store.transact(
      ['responses'],
      'readwrite',
      (transaction) => void transaction.objectStore('responses').delete(key!),
    );
    expect(await storeHealth(store)).to.include({ complete: false, responses: 1, tally: 2 });
    await rawPut(store.name, 'responses', 'demo/pre/resident/stranger', '{}');
    expect(await storeHealth(store)).to.include({ complete: false, responses: 2, tally: 2 });
  });

  it('takes what the browser tells of its storage', async () => {
    setStorage({
      persisted: () => Promise.resolve(true),
      estimate: () => Promise.resolve({ usage: 12, quota: 99 }),
      persist: () => Promise.resolve(true),
    });
    expect(await storeHealth(testStore())).to.include({ persisted: true, usage: 12, quota: 99 });
    expect(await requestPersistence()).to.equal(true);
  });

  it('never hangs, whatever the browser does not answer, and never asks for persistence', async () => {
    let asked = 0;
    const never = () => new Promise(() => undefined);
    setStorage({ persisted: never, estimate: never, persist: () => (asked++, never()) });
    const started = performance.now();
    expect(await storeHealth(testStore(), 200)).to.include({ persisted: null, usage: null, quota: null, responses: 0 });
    expect(asked).to.equal(0);
    expect(await requestPersistence(100)).to.equal(null);
    expect(asked).to.equal(1);
    expect(performance.now() - started).to.be.lessThan(10_000);
    for (const missing of [undefined, {}, { persisted: () => Promise.reject(new TypeError('opaque origin')) }]) {
      setStorage(missing);
      expect(await storeHealth(testStore())).to.include({ persisted: null, usage: null, complete: true });
      expect(await requestPersistence()).to.equal(null);
    }
  });

  it('says why the database cannot be read', async () => {
    const factory = faultyIndexedDB();
    factory.fault = { kind: 'throw', error: 'SecurityError', at: 1, lasting: true };
    expect(await storeHealth(testStore({ indexedDB: factory }))).to.include({
      error: 'unavailable',
      responses: null,
      complete: null,
    });
    const hanging = { open: () => ({}) } as unknown as IDBFactory;
    expect(await storeHealth(testStore({ name: freshName(), indexedDB: hanging }), 100)).to.include({
      error: 'blocked',
    });
  });
});
