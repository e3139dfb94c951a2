import { expect } from 'chai';
import { StoreError } from '../../src/store/errors.js';
import { acceptLoss, storeHealth } from '../../src/store/health.js';
import { removeResponses } from '../../src/store/responses.js';
import type { Store } from '../../src/store/store.js';
import type { Tally } from '../../src/store/tally.js';
import { faultyIndexedDB } from '../support/faulty-indexeddb.js';
import {
  cleanStores,
  deleteDatabase,
  freshName,
  makeResponse,
  memoryStorage,
  rawContents,
  rawPut,
  rejection,
  testStore,
} from './helpers.js';

const submitMany = async (store: Store, count: number): Promise<string[]> => {
  const responses = Array.from({ length: count }, () => makeResponse());
  for (const response of responses) await store.submit(response);
  return responses.map(({ id }) => id);
};

const isCorrupt = async (store: Store): Promise<void> => {
  expect(await rejection(store.ready()))
    .to.be.instanceOf(StoreError)
    .and.include({ code: 'corrupt' });
};

describe('the watermark', () => {
  afterEach(cleanStores);

  it('finds a database that came back empty, until a person takes note', async () => {
    const localStorage = memoryStorage();
    const store = testStore({ localStorage });
    await submitMany(store, 5);
    await store.ready();
    store.close();
    await deleteDatabase(store.name);

    const error = await rejection(store.ready());
    expect(error).to.be.instanceOf(StoreError).and.include({ code: 'corrupt' });
    expect(error.cause).to.deep.equal({ expected: 5, found: 0 });
    // The store goes on working, and more new responses than were lost do not silence the alarm.
    await submitMany(store, 7);
    await isCorrupt(store);
    await isCorrupt(testStore({ name: store.name, localStorage }));
    // Even without the watermark the alarm is remembered.
    await isCorrupt(testStore({ name: store.name, localStorage: memoryStorage() }));
    expect(await storeHealth(store)).to.include({ complete: false, responses: 7, watermark: 5 });

    await acceptLoss(store);
    await store.ready();
    expect(await storeHealth(store)).to.include({ complete: true, responses: 7, watermark: 7, tally: 7 });
    await submitMany(store, 1);
    await testStore({ name: store.name, localStorage }).ready();
  });

  it('is not silenced by responses that are stored before anybody asks', async () => {
    const store = testStore();
    await submitMany(store, 3);
    store.close();
    await deleteDatabase(store.name);
    await submitMany(store, 6);
    await isCorrupt(store);
  });

  it('raises no false alarm in 200 clean rounds', async function () {
    this.timeout(120_000);
    const name = freshName();
    const localStorage = memoryStorage();
    for (let round = 0; round < 200; round++) {
      const store = testStore({ name, localStorage });
      await store.ready();
      const ids = await submitMany(store, 1);
      if (round % 10 === 9) await removeResponses(store, 'demo', ids);
      if (round % 3 === 0) await store.ready();
      store.close();
    }
    const store = testStore({ name, localStorage });
    await store.ready();
    expect(await storeHealth(store)).to.include({ complete: true, responses: 180, tally: 180, watermark: 180 });
  });

  it('raises no false alarm while two tabs write, remove and look', async function () {
    this.timeout(60_000);
    const name = freshName();
    const localStorage = memoryStorage();
    const tabs = [
      testStore({ name, localStorage }),
      testStore({ name, localStorage }),
      testStore({ name, localStorage }),
    ];
    await Promise.all(
      tabs.map(async (tab, index) => {
        for (let i = 0; i < 40; i++) {
          const ids = await submitMany(tab, 1);
          if (index === 1 && i % 4 === 0) await removeResponses(tab, 'demo', ids);
          await tab.ready();
        }
      }),
    );
    expect(await storeHealth(tabs[0]!)).to.include({ complete: true, responses: 110 });
  });

  it('that is behind, because the page was closed too early, is brought up to date', async () => {
    const localStorage = memoryStorage();
    const store = testStore({ localStorage });
    await submitMany(store, 2);
    const behind = new Map(localStorage.items);
    await submitMany(store, 3);
    for (const [key, value] of behind) localStorage.setItem(key, value);
    expect(await storeHealth(store)).to.include({ complete: true, watermark: 2, responses: 5 });
    await store.ready();
    expect(await storeHealth(store)).to.include({ complete: true, watermark: 5, responses: 5 });
  });

  it('raises no alarm after withdrawals, not even of everything', async () => {
    const store = testStore();
    const ids = await submitMany(store, 4);
    await removeResponses(store, 'demo', ids.slice(0, 3));
    await store.ready();
    await removeResponses(store, 'demo', ids.slice(3));
    await store.ready();
    expect(await storeHealth(store)).to.include({ complete: true, responses: 0, watermark: 0 });
    // An empty database that goes has lost nothing.
    store.close();
    await deleteDatabase(store.name);
    await store.ready();
  });

  it('finds a database that is older than it was', async () => {
    const store = testStore();
    await submitMany(store, 2);
    const { tally } = (await rawContents(store.name))['meta'] as { tally: Tally };
    await submitMany(store, 2);
    store.close();
    await rawPut(store.name, 'meta', 'tally', tally);
    await isCorrupt(store);
  });

  it('finds a database without a tally', async () => {
    const store = testStore();
    await submitMany(store, 1);
    await store.transact(['meta'], 'readwrite', (transaction) => void transaction.objectStore('meta').delete('tally'));
    await submitMany(store, 1);
    await isCorrupt(testStore({ name: store.name }));
    await acceptLoss(store);
    await store.ready();
  });

  it('finds other responses behind the same count', async () => {
    const store = testStore();
    await submitMany(store, 2);
    store.close();
    const { tally } = (await rawContents(store.name))['meta'] as { tally: Tally };
    await rawPut(store.name, 'meta', 'tally', { ...tally, root: tally.root ^ 1 });
    await isCorrupt(store);
  });

  it('is not needed where the browser itself tells of the loss', async () => {
    const factory = faultyIndexedDB();
    factory.dataLoss = 'total';
    const store = testStore({ indexedDB: factory });
    await isCorrupt(store);
    factory.dataLoss = undefined;
    store.close();
    await isCorrupt(store);
    await acceptLoss(store);
    await store.ready();
  });

  it('may be missing or broken: everything else works', async () => {
    const denied = new DOMException('denied', 'SecurityError');
    const worlds = [
      {
        getItem() {
          throw denied;
        },
        setItem() {
          throw denied;
        },
      },
      { getItem: () => '{"born":', setItem: () => undefined },
      { getItem: () => 'null', setItem: () => undefined },
      { getItem: () => '7', setItem: () => undefined },
    ];
    for (const localStorage of worlds) {
      const store = testStore({ localStorage });
      await submitMany(store, 2);
      await store.ready();
      expect(await storeHealth(store)).to.include({ complete: true, responses: 2 });
    }
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get() {
        throw denied;
      },
    });
    try {
      const store = testStore({ localStorage: undefined as never });
      await submitMany(store, 1);
      await store.ready();
    } finally {
      delete (globalThis as any).localStorage;
      if (own) Object.defineProperty(globalThis, 'localStorage', own);
    }
  });

  it('lives in the page’s localStorage under the name of the database', async () => {
    const store = testStore({ localStorage: undefined as never });
    await submitMany(store, 2);
    const key = `canyu-store:${store.name}`;
    try {
      expect(JSON.parse(localStorage.getItem(key)!)).to.include({ count: 2, seq: 2 });
    } finally {
      localStorage.removeItem(key);
    }
  });
});
