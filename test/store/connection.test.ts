import { expect } from 'chai';
import { promisifyRequest, set } from 'idb-keyval';
import { StoreError } from '../../src/store/errors.js';
import { draftKey } from '../../src/store/keys.js';
import { countResponses } from '../../src/store/responses.js';
import { use } from '../../src/store/use.js';
import { faultyIndexedDB, type Fault } from '../support/faulty-indexeddb.js';
import { cleanStores, freshName, makeResponse, memoryStorage, rawContents, rejection, testStore } from './helpers.js';

/** A connection that ignores `versionchange`, like an old tab. */
const stubborn = (name: string, version?: number): Promise<IDBDatabase> =>
  promisifyRequest(version ? indexedDB.open(name, version) : indexedDB.open(name));

/** What `step` resolves with, once the store is no longer blocked; a busy machine may need more than the test's patience. */
async function soon<T>(step: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await step();
    } catch (error) {
      if ((error as StoreError).code !== 'blocked' || tries > 40) throw error;
    }
  }
}

describe('a dead connection', () => {
  afterEach(cleanStores);

  it('is opened again without anybody noticing, a hundred times in a row', async function () {
    this.timeout(60_000);
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    for (let i = 0; i < 100; i++) {
      expect(await store.submit(makeResponse())).to.equal('added');
      factory.connections.at(-1)?.close();
    }
    expect(factory.connections.length).to.equal(100);
    expect((await countResponses(store))[0]?.count).to.equal(100);
    await store.ready();
  });

  it('is opened once for all that wait', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    await store.ready();
    factory.connections[0]?.close();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.submit(makeResponse())));
    expect(outcomes).to.deep.equal(Array(20).fill('added'));
    expect(factory.connections.length).to.equal(2);
  });

  it('closes itself when it is not used, never under a transaction, and is opened again', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory, idle: 60 });
    const isClosed = (at: number): boolean => {
      try {
        factory.connections[at]?.transaction('meta');
        return false;
      } catch {
        return true;
      }
    };
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    // Longer than `idle`, but always in use.
    for (let i = 0; i < 6; i++) {
      await store.submit(makeResponse());
      await pause(20);
    }
    expect(isClosed(0)).to.equal(false);
    // One transaction that lasts longer than `idle`.
    const end = performance.now() + 200;
    await store.transact(['meta'], 'readonly', async (transaction) => {
      while (performance.now() < end) await promisifyRequest(transaction.objectStore('meta').get('tally'));
    });
    expect(factory.connections.length).to.equal(1);
    await soon(async () => {
      while (!isClosed(0)) await pause(10);
    });
    expect(await store.submit(makeResponse())).to.equal('added');
    expect(factory.connections.length).to.equal(2);
    expect((await countResponses(store))[0]?.count).to.equal(7);
  });

  it('is forgotten at its close event', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    await store.ready();
    factory.connections[0]?.dispatchEvent(new Event('close'));
    await store.ready();
    expect(factory.connections.length).to.equal(2);
  });

  it('that stays dead is reported, and the next attempt tries a new one', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    const response = makeResponse();
    await store.ready();
    factory.fault = { kind: 'throw', error: 'InvalidStateError', at: 1, lasting: true };
    expect(await rejection(store.submit(response)))
      .to.be.instanceOf(StoreError)
      .and.include({ code: 'unavailable' });
    expect(factory.struck).to.be.at.most(2);
    factory.fault = undefined;
    expect(await store.submit(response)).to.equal('added');
  });

  it('does not run a body again once its transaction completed', async () => {
    const store = testStore();
    let runs = 0;
    const error = await rejection(
      store.transact(['ledger'], 'readwrite', async (transaction) => {
        runs += 1;
        transaction.objectStore('ledger').put(runs, `run-${runs}`);
        await new Promise((resolve) => transaction.addEventListener('complete', resolve));
        throw new DOMException('too late', 'InvalidStateError');
      }),
    );
    expect(error).to.include({ code: 'unavailable' });
    expect(runs).to.equal(1);
  });
});

describe('other connections', () => {
  afterEach(cleanStores);

  it('can upgrade at once while the store is open; the store then says `version`', async () => {
    const store = testStore();
    await store.submit(makeResponse());
    const started = performance.now();
    const newer = await stubborn(store.name, 99);
    expect(performance.now() - started).to.be.lessThan(5000);
    const error = await rejection(store.ready());
    expect(error).to.be.instanceOf(StoreError).and.include({ code: 'version' });
    expect(error.cause.name).to.equal('VersionError');
    newer.close();
    expect(Object.keys((await rawContents(store.name))['responses']!).length).to.equal(1);
  });

  it('that upgrade do not hurt writes that are under way', async () => {
    const store = testStore();
    await store.ready();
    const responses = Array.from({ length: 10 }, () => makeResponse());
    const writes = responses.map((response) =>
      store
        .submit(response)
        .then(() => response.id)
        .catch(() => undefined),
    );
    const newer = await stubborn(store.name, 99);
    const acknowledged = (await Promise.all(writes)).filter(Boolean);
    newer.close();
    const stored = Object.values((await rawContents(store.name))['responses']!).map((text) => JSON.parse(text).id);
    expect(stored.sort()).to.deep.equal(acknowledged.sort());
  });

  it('that block an upgrade are reported, and the store heals when they go', async () => {
    const name = freshName();
    const old = await stubborn(name, 1);
    const factory = { open: (at: string) => indexedDB.open(at, 3) } as unknown as IDBFactory;
    const store = testStore({ name, indexedDB: factory, patience: 250 });
    const started = performance.now();
    for (const step of [store.ready(), store.submit(makeResponse())]) {
      expect(await rejection(step))
        .to.be.instanceOf(StoreError)
        .and.include({ code: 'blocked' });
    }
    expect(performance.now() - started).to.be.within(200, 10_000);
    expect(await rejection(store.submit(makeResponse()))).to.include({ code: 'blocked' });
    old.close();
    await soon(() => store.submit(makeResponse()));
    // What was reported as failed did not happen afterwards.
    expect((await countResponses(store))[0]?.count).to.equal(1);
    await store.ready();
  });

  it('that keep a deletion waiting hold the store up no longer than they last', async () => {
    const store = testStore({ patience: 250 });
    await store.saveDraft('k', { id: 'x' });
    store.close();
    const old = await stubborn(store.name);
    const deletion = promisifyRequest(indexedDB.deleteDatabase(store.name));
    expect(await rejection(store.readDraft('k'))).to.include({ code: 'blocked' });
    old.close();
    await deletion;
    expect(await soon(() => store.readDraft('k'))).to.equal(undefined);
  });

  it('whose end makes a late opening fail do not fail who comes afterwards', async () => {
    let late: IDBOpenDBRequest | undefined;
    const factory = {
      open(name: string, version: number) {
        if (late) return indexedDB.open(name, version);
        late = {} as IDBOpenDBRequest;
        return late;
      },
    } as unknown as IDBFactory;
    const store = testStore({ indexedDB: factory, patience: 100 });
    expect(await rejection(store.submit(makeResponse()))).to.include({ code: 'blocked' });
    Object.assign(late!, { error: new DOMException('full', 'QuotaExceededError') });
    late!.onerror!(new Event('error'));
    await Promise.resolve();
    expect(await soon(() => store.submit(makeResponse()))).to.equal('added');
  });

  it('of a newer Canyu make this one say `version`', async () => {
    const name = freshName();
    (await stubborn(name, 7)).close();
    const store = testStore({ name });
    for (const step of [store.ready(), store.submit(makeResponse()), store.readDraft('k')]) {
      expect(await rejection(step))
        .to.be.instanceOf(StoreError)
        .and.include({ code: 'version' });
    }
  });
});

describe('a page without IndexedDB', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
  const restore = (): void => {
    delete (globalThis as any).indexedDB;
    if (own) Object.defineProperty(globalThis, 'indexedDB', own);
  };
  afterEach(restore);
  afterEach(cleanStores);

  const worlds: readonly [string, PropertyDescriptor][] = [
    ['it is missing', { value: undefined }],
    ['it is null', { value: null }],
    [
      'reading it throws',
      {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      },
    ],
    [
      'open throws, as in a sandboxed frame',
      {
        value: {
          open() {
            throw new DOMException('denied', 'SecurityError');
          },
        },
      },
    ],
  ];
  for (const [title, descriptor] of worlds) {
    it(`rejects and never throws: ${title}`, async () => {
      const store = testStore();
      Object.defineProperty(globalThis, 'indexedDB', { ...descriptor, configurable: true });
      const steps = [() => store.ready(), () => store.submit(makeResponse()), () => store.saveDraft('k', { id: 'x' })];
      for (const step of steps) {
        const error = await rejection(step());
        expect(error).to.be.instanceOf(StoreError).and.include({ code: 'unavailable', name: 'StoreError' });
        expect(error.cause).to.be.instanceOf(Error);
      }
      restore();
      expect(await store.submit(makeResponse())).to.equal('added');
    });
  }
});

describe('a full disk', () => {
  afterEach(cleanStores);

  const faults: readonly [string, Omit<Fault, 'at'>, number][] = [
    ['at opening', { kind: 'error', error: 'QuotaExceededError' }, 1],
    [
      'at opening, in Chromium’s words',
      {
        kind: 'error',
        error: 'UnknownError',
        message: 'Encountered full disk while opening backing store for indexedDB.open.',
      },
      1,
    ],
    ['at a request', { kind: 'error', error: 'QuotaExceededError' }, 5],
    ['at the commit', { kind: 'abort-late', error: 'QuotaExceededError' }, 5],
  ];
  for (const [title, fault, at] of faults) {
    it(`is told as such and keeps the draft: ${title}`, async () => {
      const factory = faultyIndexedDB();
      const store = testStore({ indexedDB: factory, localStorage: memoryStorage() });
      const response = makeResponse();
      await store.saveDraft(draftKey(response), { id: response.id });
      store.close();
      factory.fault = { ...fault, at, lasting: true };
      expect(await rejection(store.submit(response)))
        .to.be.instanceOf(StoreError)
        .and.include({ code: 'quota' });
      factory.fault = undefined;
      expect(await store.readDraft(draftKey(response))).to.deep.equal({ id: response.id });
      expect(await store.submit(response)).to.equal('added');
      expect(await store.readDraft(draftKey(response))).to.equal(undefined);
    });
  }

  it('is told as such through idb-keyval, whose own rejection says nothing', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    for (const kind of ['error', 'abort-late'] as const) {
      await store.ready();
      factory.fault = { kind, error: 'QuotaExceededError', at: 2 };
      expect(await rejection(set('a', 1, use(store, 'ledger')))).to.include({ code: 'quota' });
    }
    factory.fault = undefined;
    await set('a', 1, use(store, 'ledger'));
  });
});

describe('errors', () => {
  afterEach(cleanStores);

  it('of unreadable records are told as corrupt', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    await store.ready();
    factory.fault = { kind: 'error', error: 'DataError', message: 'Failed to read large IndexedDB value', at: 2 };
    expect(await rejection(store.readDraft('k'))).to.include({ code: 'corrupt' });
  });

  it('are never left unhandled', async () => {
    const unhandled: unknown[] = [];
    const listener = (event: PromiseRejectionEvent) => void unhandled.push(event.reason);
    addEventListener('unhandledrejection', listener);
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    factory.fault = { kind: 'error', error: 'UnknownError', at: 1, lasting: true };
    await rejection(store.submit(makeResponse()));
    await rejection(set('a', 1, use(store, 'ledger')));
    factory.fault = undefined;
    await set('a', 1, use(store, 'ledger'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    removeEventListener('unhandledrejection', listener);
    expect(unhandled).to.deep.equal([]);
  });
});
