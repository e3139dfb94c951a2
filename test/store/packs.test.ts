import { expect } from 'chai';
import fc from 'fast-check';
import { promisifyRequest } from 'idb-keyval';
import { parseResponse } from '../../src/core/response/parse.js';
import type { SurveyResponse } from '../../src/core/response/types.js';
import { compactLater } from '../../src/store/compact-later.js';
import { compactResponses, type CompactOptions } from '../../src/store/compact.js';
import { acceptLoss, storeHealth } from '../../src/store/health.js';
import { addResponses } from '../../src/store/import.js';
import { draftKey, responseKey } from '../../src/store/keys.js';
import {
  countResponses,
  readAllResponses,
  readResponses,
  removeResponses,
  type ResponsePage,
} from '../../src/store/responses.js';
import type { Store } from '../../src/store/store.js';
import { faultyIndexedDB, type FaultKind } from '../support/faulty-indexeddb.js';
import { until } from '../support/fixture.js';
import { cleanStores, freshName, makeResponse, memoryStorage, rawContents, rawPut, testStore } from './helpers.js';

type All = ResponsePage<SurveyResponse>;

/** Reads from the packs, as far as there are any. */
const packed = (store: Store, study = 'demo'): Promise<All> => readAllResponses(store, study, parseResponse);
/** Reads the records: another function than `parseResponse` itself is never given what a pack holds. */
const plain = (store: Store, study = 'demo'): Promise<All> =>
  readAllResponses(store, study, (value) => parseResponse(value));

const SMALL: CompactOptions = { size: 3, large: 4, least: 1 };
const people = (count: number, changes?: Partial<SurveyResponse>): SurveyResponse[] =>
  Array.from({ length: count }, (_, n) =>
    makeResponse({ seconds: n, answers: { CY1: 1 + (n % 5), ...(n % 3 && { CY2: 'dk' }), T1: `答 ${n}` }, ...changes }),
  );

/** What is derived, as text. */
async function derived(store: Store): Promise<string> {
  const { packs, fresh, meta } = await rawContents(store.name);
  return JSON.stringify([packs, fresh, meta?.['packs']]);
}
const packsOf = async (store: Store): Promise<Record<string, any>> => (await rawContents(store.name))['packs'] ?? {};

/** Deletes one record of an object store without the code under test. */
async function rawDelete(name: string, store: string, key: string): Promise<void> {
  const database = await promisifyRequest(indexedDB.open(name));
  const transaction = database.transaction(store, 'readwrite');
  transaction.objectStore(store).delete(key);
  await promisifyRequest(transaction);
  database.close();
}

describe('packed responses', () => {
  afterEach(cleanStores);

  it('read the same as the records, in the same order, from all cells', async () => {
    const store = testStore();
    const all = [...people(40), ...people(21, { wave: 'post' }), ...people(5, { group: 'official', community: 'a' })];
    await addResponses(store, [...all, ...people(9, { study: 'demo2' }), ...people(4, { study: 'dem' })]);
    const before = await packed(store);
    const counts = await countResponses(store);
    expect(await compactResponses(store, { ...SMALL, size: 7, large: 10 })).to.equal(79);
    const packs = await packsOf(store);
    expect(Object.keys(packs).length).to.be.greaterThan(8);
    for (const pack of Object.values(packs)) expect(pack.count).to.be.within(1, 10);
    expect((await rawContents(store.name))['fresh']).to.deep.equal({});
    expect(await packed(store)).to.deep.equal(before);
    expect(await plain(store)).to.deep.equal(before);
    expect(await countResponses(store)).to.deep.equal(counts);
    expect(await packed(store, 'demo2')).to.deep.equal(await plain(store, 'demo2'));
    expect(await compactResponses(store, SMALL)).to.equal(0);
    const pages: number[] = [];
    for await (const { responses } of readResponses(store, 'demo', parseResponse, 4)) pages.push(responses.length);
    expect(Math.max(...pages)).to.equal(4);
  });

  it('are what is read, and the records are not', async () => {
    const store = testStore();
    const [one, ...others] = people(12) as [SurveyResponse, ...SurveyResponse[]];
    await addResponses(store, [one, ...others]);
    await compactResponses(store, SMALL);
    await rawPut(store.name, 'responses', responseKey(one), JSON.stringify({ ...one, seconds: 99_999 }));
    expect((await packed(store)).responses.find(({ id }) => id === one.id)?.seconds).to.equal(0);
    expect((await plain(store)).responses.find(({ id }) => id === one.id)?.seconds).to.equal(99_999);
  });

  it('leave sealed and newer records alone and counted, and odd ones as they are', async () => {
    const store = testStore();
    const all = people(6);
    await addResponses(store, all);
    const sealed = makeResponse();
    await store.submit(sealed, draftKey(sealed), { record: { schema: 'canyu-sealed/1', study: 'demo', jwe: {} } });
    const odd = makeResponse();
    await store.submit(odd, draftKey(odd), { record: { ...odd, rides: 'along' } });
    const newer = makeResponse();
    await store.submit(newer, draftKey(newer), { record: { schema: 'canyu-response/2', id: newer.id } });
    await store.submit({ ...all[0]!, seconds: 7 });
    await compactResponses(store, SMALL);
    const read = await packed(store);
    expect([read.responses.length, read.aside, read.left]).to.deep.equal([8, 0, 2]);
    expect(read).to.deep.equal(await plain(store));
    expect(await derived(store)).not.to.include('along');
    expect(await removeResponses(store, 'demo', [sealed.id, odd.id, newer.id])).to.equal(3);
    const text = await derived(store);
    for (const { id } of [sealed, odd, newer]) expect(text).not.to.include(id);
    expect(await packed(store)).to.deep.equal(await plain(store));
    expect((await packed(store)).left).to.equal(0);
  });

  it('set aside what does not parse, as reading the records does', async () => {
    const store = testStore();
    await addResponses(store, people(8));
    await rawPut(store.name, 'responses', 'demo/pre/resident/cut', '{"schema":"canyu-resp');
    await acceptLoss(store);
    await compactResponses(store, SMALL);
    expect(await packed(store)).to.have.property('aside', 1);
    expect(await packed(store)).to.have.property('aside', 0);
    expect(await packed(store)).to.deep.equal(await plain(store));
    expect(Object.keys((await rawContents(store.name))['aside']!)).to.deep.equal(['responses/demo/pre/resident/cut']);
    expect(await storeHealth(store)).to.include({ responses: 8, complete: true });
    expect(await derived(store)).not.to.include('cut');
  });

  it('begin only where there is enough to do, and end when told', async () => {
    const store = testStore();
    await addResponses(store, people(20));
    expect(await compactResponses(store, { least: 21 })).to.equal(0);
    expect(await packsOf(store)).to.deep.equal({});
    const control = new AbortController();
    const pause = async (): Promise<void> => {
      control.abort();
      return Promise.resolve();
    };
    expect(await compactResponses(store, { ...SMALL, signal: control.signal, pause })).to.equal(3);
    expect(await compactResponses(store, { ...SMALL, signal: control.signal })).to.equal(0);
    expect(await packed(store)).to.deep.equal(await plain(store));
    await store.submit(makeResponse());
    expect(await packed(store)).to.deep.equal(await plain(store));
    expect(await compactResponses(store, SMALL)).to.equal(18);
    expect(await packed(store)).to.deep.equal(await plain(store));
  });

  it('are made in the background of a page, and no more once that is ended', async () => {
    const store = testStore();
    await addResponses(store, people(520), 520);
    const end = compactLater(store);
    compactLater(store);
    await until(async () => (await rawContents(store.name))['meta']?.['packs']?.swept === null);
    end();
    expect((await rawContents(store.name))['fresh']).to.deep.equal({});
    expect(Object.keys(await packsOf(store)).length).to.equal(1);
    expect(await packed(store)).to.deep.equal(await plain(store));
    const late = testStore();
    await addResponses(late, people(520), 520);
    compactLater(late)();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await packsOf(late)).to.deep.equal({});
  });

  it('are made anew after an import of very many, and read from the records until then', async function () {
    this.timeout(60_000);
    const store = testStore();
    await addResponses(store, people(10));
    await compactResponses(store, SMALL);
    await addResponses(store, people(4100), 2000);
    expect((await packed(store)).responses.length).to.equal(4110);
    expect(await compactResponses(store)).to.equal(4110);
    expect((await rawContents(store.name))['fresh']).to.deep.equal({});
    expect(await packed(store)).to.deep.equal(await plain(store));
    expect(Object.keys(await packsOf(store)).length).to.be.within(3, 6);
  });

  for (const [what, harm] of [
    ['a pack is gone', (name: string, key: string) => rawDelete(name, 'packs', key)],
    ['a pack is another one', (name: string, key: string) => rawPut(name, 'packs', key, { format: 1, count: 3 })],
    ['a pack is of another version', (name: string, key: string) => rawPut(name, 'packs', key, { format: 2 })],
    ['the list is of another version', (name: string) => rawPut(name, 'meta', 'packs', { format: 99, packs: 1 })],
    ['the list is gone', (name: string) => rawDelete(name, 'meta', 'packs')],
    ['the list of fresh ones is too long', (name: string) => rawPut(name, 'fresh', 'demo/pre/resident/x', 0)],
  ] as const) {
    it(`are made anew when ${what}, and nothing is amiss meanwhile`, async () => {
      const store = testStore();
      const all = people(30);
      await addResponses(store, all);
      await compactResponses(store, SMALL);
      const before = await plain(store);
      const key = Object.keys(await packsOf(store))[2]!;
      await harm(store.name, key);
      expect(await packed(store)).to.deep.equal(before);
      // Whoever withdraws meanwhile leaves nothing behind either.
      const gone = all[5]!;
      expect(await removeResponses(store, 'demo', [gone.id])).to.equal(1);
      expect(await derived(store)).not.to.include(gone.id);
      await store.submit(makeResponse());
      expect(await packed(store)).to.deep.equal(await plain(store));
      await compactResponses(store, SMALL);
      expect(Object.keys(await packsOf(store)).length).to.be.greaterThan(5);
      expect((await rawContents(store.name))['fresh']).to.deep.equal({});
      expect(await packed(store)).to.deep.equal(await plain(store));
      expect(await storeHealth(store)).to.include({ responses: 30, complete: true });
    });
  }

  it('do not hide that a record is gone from the database', async () => {
    const store = testStore();
    const all = people(9);
    await addResponses(store, all);
    await compactResponses(store, SMALL);
    await rawDelete(store.name, 'responses', responseKey(all[3]!));
    expect(await storeHealth(store)).to.include({ complete: false, responses: 8, tally: 9 });
    await acceptLoss(store);
    expect((await packed(store)).responses.length).to.equal(8);
    await compactResponses(store, SMALL);
    expect((await packed(store)).responses.length).to.equal(8);
    expect(await derived(store)).not.to.include(all[3]!.id);
  });

  it('come from a database of the first version without anything lost', async () => {
    const name = freshName();
    const all = people(11);
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      for (const store of ['drafts', 'responses', 'outbox', 'ledger', 'meta', 'aside']) {
        opening.result.createObjectStore(store);
      }
    };
    (await promisifyRequest(opening)).close();
    const old = testStore({ name: freshName(), localStorage: memoryStorage() });
    await addResponses(old, all);
    await old.saveDraft('demo/pre/partner', { id: 'unfinished' });
    const made = await rawContents(old.name);
    for (const store of ['responses', 'drafts', 'meta']) {
      for (const [key, value] of Object.entries(made[store]!)) await rawPut(name, store, key, value);
    }
    const store = testStore({ name });
    await store.ready();
    expect(await packed(store)).to.deep.equal(await plain(old));
    expect(await store.readDraft('demo/pre/partner')).to.deep.equal({ id: 'unfinished' });
    await store.submit(makeResponse());
    expect(await storeHealth(store)).to.include({ responses: 12, tally: 12, complete: true, drafts: 1 });
    expect(await compactResponses(store, SMALL)).to.equal(12);
    expect(await packed(store)).to.deep.equal(await plain(store));
    expect((await rawContents(name))['meta']?.['tally']?.born).to.equal(made['meta']?.['tally']?.born);
  });
});

describe('packing that fails at operation n, for every n', function () {
  this.timeout(120_000);
  afterEach(cleanStores);
  /** Every n for the two that differ most; every third one, from another beginning each, for the rest. */
  const KINDS: readonly (readonly [kind: FaultKind, error: string, first: number, stride: number])[] = [
    ['error', 'UnknownError', 1, 1],
    ['abort-late', 'QuotaExceededError', 1, 1],
    ['throw', 'UnknownError', 1, 3],
    ['abort', 'UnknownError', 2, 3],
    ['error', 'QuotaExceededError', 3, 3],
    ['lost-answer', 'UnknownError', 1, 3],
  ];
  for (const [kind, error, first, stride] of KINDS) {
    it(`${kind} ${error}: nothing is lost, doubled or left behind`, async () => {
      let struck = 0;
      for (let at = first, done = false; !done; at += stride) {
        const indexedDB = faultyIndexedDB();
        const store = testStore({ indexedDB, localStorage: memoryStorage() });
        const all = people(6);
        await addResponses(store, all.slice(0, 3));
        await compactResponses(store, SMALL);
        await addResponses(store, all.slice(3));
        const before = indexedDB.struck;
        indexedDB.fault = { kind, error, at, lasting: true };
        await compactResponses(store, SMALL).catch(() => undefined);
        await removeResponses(store, 'demo', [all[1]!.id, all[4]!.id]).catch(() => undefined);
        await readAllResponses(store, 'demo', parseResponse).catch(() => undefined);
        indexedDB.fault = undefined;
        struck += indexedDB.struck - before;
        done = indexedDB.struck === before;
        const contents = await rawContents(store.name);
        const there = Object.keys(contents['responses']!).map((key) => key.split('/').at(-1));
        const told = `n = ${at}`;
        const text = await derived(store);
        for (const { id } of all) if (!there.includes(id)) expect(text, told).not.to.include(id);
        expect(there.length, told).to.be.oneOf([4, 6]);
        expect(await storeHealth(store), told).to.include({ complete: true, responses: there.length });
        expect(await packed(store), told).to.deep.equal(await plain(store));
        await compactResponses(store, SMALL);
        expect(await packed(store), told).to.deep.equal(await plain(store));
        expect((await packed(store)).responses.length, told).to.equal(there.length);
        await cleanStores();
      }
      expect(struck).to.be.greaterThan(10);
    });
  }
});

/** What may happen; numbers are small, so that things collide. */
type Step =
  | { readonly do: 'submit' | 'import' | 'odd' | 'sealed'; readonly who: number; readonly version: number }
  | { readonly do: 'remove'; readonly who: number }
  | { readonly do: 'compact'; readonly size: number; readonly large: number; readonly steps: number }
  | { readonly do: 'crash'; readonly at: number; readonly kind: FaultKind }
  | { readonly do: 'close' | 'kill' | 'reset' | 'read' };

const who = fc.nat(12);
const version = fc.nat(1);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constantFrom('submit', 'submit', 'import', 'odd', 'sealed'), who, version }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), who }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('compact' as const),
      size: fc.integer({ min: 1, max: 5 }),
      large: fc.integer({ min: 1, max: 6 }),
      steps: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      at: fc.integer({ min: 1, max: 25 }),
      kind: fc.constantFrom<FaultKind>('throw', 'error', 'abort', 'abort-late', 'lost-answer'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'kill' as const, 'reset' as const, 'read' as const) }),
  },
);

/** A person of one of two cells, whose id has signs that keys escape. */
const person = (n: number, seconds: number): SurveyResponse =>
  makeResponse({
    id: `${n % 3 ? 'p' : 'p/%'}${n}`,
    wave: n % 2 ? 'pre' : 'post',
    seconds,
    answers: { CY1: n, ...(n % 4 && { [`I${n % 3}`]: 'dk' }) },
  });

describe('any interleaving of submit, withdrawal, import, packing and failure', function () {
  this.timeout(240_000);
  afterEach(cleanStores);

  it('reads from the packs exactly what the records hold', async () => {
    let used = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 30 }), async (steps) => {
        const indexedDB = faultyIndexedDB();
        const store = testStore({ indexedDB, localStorage: memoryStorage() });
        await store.ready();
        for (const one of steps) {
          switch (one.do) {
            case 'submit':
              await store.submit(person(one.who, one.version)).catch(() => undefined);
              break;
            case 'odd':
            case 'sealed': {
              const response = person(one.who, one.version);
              const record = one.do === 'odd' ? { ...response, more: 1 } : { schema: 'canyu-sealed/1', v: one.version };
              await store.submit(response, draftKey(response), { record }).catch(() => undefined);
              break;
            }
            case 'import':
              await addResponses(store, [person(one.who, 0), person(one.who + 1, one.version)]).catch(() => undefined);
              break;
            case 'remove': {
              const { id } = person(one.who, 0);
              const removed = await removeResponses(store, 'demo', [id]).catch(() => undefined);
              const key = `/${encodeURIComponent(id)}`;
              if (removed) expect((await derived(store)).includes(`${key}"`)).to.equal(false);
              break;
            }
            case 'compact': {
              const control = new AbortController();
              let left = one.steps;
              const pause = async (): Promise<void> => {
                left -= 1;
                if (left === 0) control.abort();
                return Promise.resolve();
              };
              const options = { size: one.size, large: one.large, least: 1, signal: control.signal, pause };
              await compactResponses(store, options).catch(() => undefined);
              break;
            }
            case 'crash':
              indexedDB.fault = { kind: one.kind, at: one.at, error: 'UnknownError' };
              break;
            case 'close':
              store.close();
              break;
            case 'kill':
              indexedDB.connections.at(-1)?.close();
              break;
            case 'reset':
              await rawPut(store.name, 'meta', 'packs', { format: 0 });
              break;
            case 'read':
              indexedDB.fault = undefined;
              expect(await packed(store)).to.deep.equal(await plain(store));
          }
        }
        indexedDB.fault = undefined;
        expect(await packed(store)).to.deep.equal(await plain(store));
        expect(await storeHealth(store)).to.include({ complete: true });
        const contents = await rawContents(store.name);
        // Ids of rows and keys of the rest: nobody is in the derived data who is not in the records.
        const known = new Set(Object.keys(contents['responses']!).map((key) => decodeURIComponent(key.split('/')[3]!)));
        for (const pack of Object.values(contents['packs']!)) {
          let start = 0;
          for (const end of pack.columns.idEnds as Uint32Array) {
            expect(known.has(pack.columns.ids.slice(start, end) as string)).to.equal(true);
            start = end;
          }
          for (const key of [...pack.odd, ...pack.left] as string[]) {
            expect(known.has(decodeURIComponent(key.split('/')[0]!))).to.equal(true);
          }
        }
        const { swept } = (contents['meta']!['packs'] ?? {}) as { swept?: string | null };
        if (swept) expect(contents['responses']).to.have.property(swept);
        for (const key of Object.keys(contents['fresh']!)) expect(contents['responses']).to.have.property(key);
        await compactResponses(store, SMALL);
        used += Object.keys(await packsOf(store)).length;
        expect(await packed(store)).to.deep.equal(await plain(store));
        await cleanStores();
      }),
      { numRuns: 30 },
    );
    expect(used).to.be.greaterThan(30);
  });
});
