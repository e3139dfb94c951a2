import { expect } from 'chai';
import { canonical } from '../../src/store/canonical.js';
import type { StoreChange } from '../../src/store/changes.js';
import { draftKey, responseKey } from '../../src/store/keys.js';
import { onChange } from '../../src/store/on-change.js';
import { confirmDelivery, readOutbox } from '../../src/store/outbox.js';
import { countResponses } from '../../src/store/responses.js';
import { faultyIndexedDB } from '../support/faulty-indexeddb.js';
import { until } from '../support/fixture.js';
import {
  cleanStores,
  freshName,
  makeResponse,
  memoryStorage,
  rawContents,
  rawPut,
  rejection,
  testStore,
} from './helpers.js';

describe('drafts', () => {
  afterEach(cleanStores);

  it('come back as they were saved, from another store too', async () => {
    const store = testStore();
    const draft = { id: 'r1', answers: { CY1: 3, T1: '心里话 \ud800 "引号" \u2028' }, at: null, list: [1, [2]] };
    expect(await store.readDraft('demo/pre/resident')).to.equal(undefined);
    expect(await store.saveDraft('demo/pre/resident', draft)).to.equal(true);
    expect(await store.readDraft('demo/pre/resident')).to.deep.equal(draft);
    expect(await testStore({ name: store.name }).readDraft('demo/pre/resident')).to.deep.equal(draft);
    expect(await store.readDraft('demo/post/resident')).to.equal(undefined);
  });

  it('replace each other, the last one saved wins', async () => {
    const store = testStore();
    const saves = Array.from({ length: 40 }, (_, step) => store.saveDraft('k', { id: 'r1', step } as { id: string }));
    expect(await Promise.all(saves)).to.deep.equal(Array(40).fill(true));
    expect(await store.readDraft('k')).to.deep.equal({ id: 'r1', step: 39 });
  });

  it('are gone after dropDraft', async () => {
    const store = testStore();
    await store.saveDraft('k', { id: 'r1' });
    await store.dropDraft('k');
    expect(await store.readDraft('k')).to.equal(undefined);
    await store.dropDraft('k');
  });

  it('that are not JSON are set aside, not deleted', async () => {
    const store = testStore();
    const broken = ['r1', '{"id":"r1","answers":{"CY1":'];
    await store.saveDraft('k', { id: 'r1' });
    for (let time = 0; time < 2; time++) {
      await rawPut(store.name, 'drafts', 'k', broken);
      expect(await store.readDraft('k')).to.equal(undefined);
    }
    const { drafts, aside } = await rawContents(store.name);
    expect(drafts).to.deep.equal({});
    expect(aside).to.deep.equal({ 'drafts/k': broken, 'drafts/k/+': broken });
  });

  it('do not come back once their response was submitted', async () => {
    const store = testStore();
    const other = testStore({ name: store.name });
    const response = makeResponse();
    const key = draftKey(response);
    await store.saveDraft(key, { id: response.id });
    await store.submit(response);
    expect(await other.saveDraft(key, { id: response.id })).to.equal(false);
    expect(await other.readDraft(key)).to.equal(undefined);
    expect(await other.saveDraft(key, { id: 'the-next-person' })).to.equal(true);
  });
});

describe('submit', () => {
  afterEach(cleanStores);

  it('moves the draft to the responses in one strict transaction', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    const response = makeResponse();
    await store.saveDraft(draftKey(response), { id: response.id });
    const before = factory.transactions.length;
    expect(await store.submit(response, draftKey(response))).to.equal('added');
    const own = factory.transactions.slice(before);
    expect(own.length).to.equal(1);
    expect([...own[0]!.objectStoreNames]).to.include.members(['drafts', 'responses']);
    const { drafts, responses } = await rawContents(store.name);
    expect(drafts).to.deep.equal({});
    expect(Object.keys(responses!)).to.deep.equal([`demo/pre/resident/${response.id}`]);
    expect(JSON.parse(responses![responseKey(response)])).to.deep.equal(response);
  });

  it('asks for strict durability in every transaction that writes', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    const response = makeResponse();
    await store.saveDraft('k', { id: 'x' });
    await store.dropDraft('k');
    await store.submit(response);
    const writes = factory.transactions.filter(({ mode }) => mode === 'readwrite');
    expect(writes.length).to.equal(3);
    for (const { durability } of writes) expect(durability).to.equal('strict');
  });

  it('resolves only after the transaction completed', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    let complete = false;
    factory.began = (transaction) => transaction.addEventListener('complete', () => (complete = true));
    const submitted = store.submit(makeResponse()).then(() => complete);
    expect(await submitted).to.equal(true);
  });

  it('leaves the draft of somebody else alone', async () => {
    const store = testStore();
    const response = makeResponse();
    await store.saveDraft(draftKey(response), { id: 'somebody-else' });
    await store.submit(response);
    expect(await store.readDraft(draftKey(response))).to.deep.equal({ id: 'somebody-else' });
  });

  it('of the same content again succeeds without a second record, in any order of its keys', async () => {
    const store = testStore();
    const response = makeResponse();
    expect(await store.submit(response)).to.equal('added');
    expect(await store.submit(response)).to.equal('same');
    const turned = Object.fromEntries(Object.entries(response).reverse()) as unknown as typeof response;
    expect(
      await store.submit({ ...turned, answers: Object.fromEntries(Object.entries(response.answers).reverse()) }),
    ).to.equal('same');
    const { responses, meta } = await rawContents(store.name);
    expect(Object.keys(responses!).length).to.equal(1);
    expect(meta!['tally'].count).to.equal(1);
  });

  it('of other content under the same id keeps both', async () => {
    const store = testStore();
    const response = makeResponse();
    const second = { ...response, seconds: 17 };
    const third = { ...response, seconds: 18 };
    expect(await store.submit(response)).to.equal('added');
    expect(await store.submit(second)).to.equal('conflict');
    expect(await store.submit(second)).to.equal('same');
    expect(await store.submit(third)).to.equal('conflict');
    expect(await store.submit(response)).to.equal('same');
    const { responses, meta } = await rawContents(store.name);
    expect(Object.values(responses!).map((text) => JSON.parse(text).seconds)).to.deep.equal([341, 17, 18]);
    expect(meta!['tally'].count).to.equal(3);
  });

  it('stores the sealed record in place of the response', async () => {
    const store = testStore();
    const response = makeResponse({ answers: { T1: 'secret-marker' } });
    const record = { schema: 'canyu-sealed/1', study: 'demo', wave: 'pre', jwe: {} };
    await store.submit(response, draftKey(response), { record });
    const contents = await rawContents(store.name);
    expect(JSON.stringify(contents)).not.to.include('secret-marker');
    expect(contents['responses']![responseKey(response)]).to.equal(canonical(record));
  });

  it('puts the response into the outbox in the same transaction, until its delivery is confirmed', async () => {
    const store = testStore();
    const [first, second, other] = [makeResponse(), makeResponse(), makeResponse({ study: 'other' })];
    await store.submit(first, undefined, { deliver: true });
    await store.submit(second);
    await store.submit(other, undefined, { deliver: true });
    const waiting = await readOutbox(store, 'demo');
    expect(waiting.map(({ id, wave, text }) => [id, wave, text])).to.deep.equal([[first.id, 'pre', canonical(first)]]);
    await confirmDelivery(
      store,
      waiting.map(({ key }) => key),
    );
    expect(await readOutbox(store, 'demo')).to.deep.equal([]);
    expect((await readOutbox(store, 'other')).length).to.equal(1);
    expect(await countResponses(store, 'demo')).to.deep.equal([
      { study: 'demo', wave: 'pre', group: 'resident', count: 2 },
    ]);
  });

  it('keeps ids apart that look like keys', async () => {
    const store = testStore();
    const odd = [
      makeResponse({ study: 'a/b', wave: 'c', id: 'x' }),
      makeResponse({ study: 'a', wave: 'b/c', id: 'x' }),
      makeResponse({ study: 'a%2Fb', wave: 'c', id: 'x' }),
      makeResponse({ study: 'a', wave: 'b', id: 'x/1' }),
      makeResponse({ study: 'a', wave: 'b', id: 'x' }),
      makeResponse({ study: '社区', wave: '前测', id: '\ud800' }),
    ];
    for (const response of odd) expect(await store.submit(response)).to.equal('added');
    const studies = (await countResponses(store)).map(({ study, wave, count }) => [study, wave, count].join(' '));
    expect(studies.sort()).to.deep.equal(['a b 2', 'a b/c 1', 'a%2Fb c 1', 'a/b c 1', '社区 前测 1'].sort());
    expect((await countResponses(store, 'a')).length).to.equal(2);
  });

  it('loses and doubles nothing with two tabs writing at once', async function () {
    this.timeout(120_000);
    const name = freshName();
    const localStorage = memoryStorage();
    const tabs = [testStore({ name, localStorage }), testStore({ name, localStorage })] as const;
    const shared = Array.from({ length: 300 }, () => makeResponse());
    const own = tabs.map(() => Array.from({ length: 300 }, () => makeResponse({ wave: 'post' })));
    const outcomes = await Promise.all(
      tabs.map(async (tab, index) => {
        const seen = { added: 0, same: 0, conflict: 0 };
        for (let i = 0; i < 300; i++) {
          const pair = await Promise.all([tab.submit(shared[i]!), tab.submit(own[index]![i]!)]);
          for (const outcome of pair) seen[outcome] += 1;
        }
        return seen;
      }),
    );
    const sum = (outcome: 'added' | 'same' | 'conflict') => outcomes[0]![outcome] + outcomes[1]![outcome];
    expect([sum('added'), sum('same'), sum('conflict')]).to.deep.equal([900, 300, 0]);
    expect((await countResponses(tabs[0])).map(({ wave, count }) => [wave, count])).to.deep.equal([
      ['post', 600],
      ['pre', 300],
    ]);
    const { responses, meta } = await rawContents(name);
    const ids = Object.values(responses!).map((text) => JSON.parse(text).id as string);
    expect(new Set(ids)).to.deep.equal(new Set([...shared, ...own.flat()].map(({ id }) => id)));
    expect(meta!['tally'].count).to.equal(900);
    for (const tab of tabs) await tab.ready();
  });
});

describe('onChange', () => {
  afterEach(cleanStores);
  const channel = globalThis.BroadcastChannel;
  afterEach(() => (globalThis.BroadcastChannel = channel));

  for (const kind of ['BroadcastChannel', 'events of the page']) {
    it(`tells this store and others of the same database, by ${kind}`, async () => {
      if (kind !== 'BroadcastChannel') (globalThis as any).BroadcastChannel = undefined;
      const store = testStore();
      const [here, other, foreign] = [store, testStore({ name: store.name }), testStore()];
      const heard: [string, StoreChange][] = [];
      const stops = [
        onChange(here, (change) => heard.push(['here', change])),
        onChange(other, (change) => heard.push(['other', change])),
        onChange(foreign, (change) => heard.push(['foreign', change])),
      ];
      const response = makeResponse({ answers: { T1: 'never told' } });
      await store.submit(response);
      await until(() => heard.length >= 2);
      await store.submit(response);
      expect(heard.map(([who]) => who).sort()).to.deep.equal(['here', 'other']);
      expect(heard[0]?.[1]).to.deep.equal({ kind: 'added', study: 'demo', ids: [response.id] });
      for (const stop of stops) stop();
      await store.submit(makeResponse());
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(heard.length).to.equal(2);
    });
  }
});

describe('a body that fails', () => {
  afterEach(cleanStores);

  it('leaves nothing behind, wherever it fails', async () => {
    const store = testStore();
    const error = await rejection(
      store.transact(['meta', 'ledger'], 'readwrite', (transaction) => {
        transaction.objectStore('ledger').put('half', 'a');
        throw new Error('on purpose');
      }),
    );
    expect(error).to.include({ name: 'StoreError', code: 'unavailable' });
    expect(error.cause.message).to.equal('on purpose');
    await rejection(
      store.transact(['ledger'], 'readwrite', async (transaction) => {
        const ledger = transaction.objectStore('ledger');
        ledger.put('half', 'b');
        await new Promise((resolve) => (ledger.get('b').onsuccess = resolve));
        throw new Error('later');
      }),
    );
    expect((await rawContents(store.name))['ledger']).to.deep.equal({});
  });
});
