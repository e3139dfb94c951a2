import { expect } from 'chai';
import { addressOf } from '../../src/core/json/canonical.js';
import { parseResponse } from '../../src/core/response/parse.js';
import type { SurveyResponse } from '../../src/core/response/types.js';
import type { Entry } from '../../src/core/ledger/types.js';
import { sealResponse } from '../../src/seal/seal.js';
import { compactResponses } from '../../src/store/compact.js';
import { storeHealth } from '../../src/store/health.js';
import { addRecords, type FileRecords, type ForeignRecord } from '../../src/store/import.js';
import { responseKey, sealedKey } from '../../src/store/keys.js';
import { onChange } from '../../src/store/on-change.js';
import { countResponses, readAllResponses, removeResponses } from '../../src/store/responses.js';
import { countSealed, readSealed, storeOpened, type OpenedRecord, type Waiting } from '../../src/store/sealed.js';
import type { Store } from '../../src/store/store.js';
import { testKeys, type TestKeys } from '../seal/helpers.js';
import { cleanStores, makeResponse, rawContents, rejection, testStore } from './helpers.js';

let keys: TestKeys;
before(async () => {
  keys = await testKeys();
});
afterEach(cleanStores);

const file = (parts: Partial<FileRecords>): FileRecords => ({
  responses: [],
  sealed: [],
  aside: [],
  entries: [],
  ...parts,
});

async function seal(response: SurveyResponse): Promise<ForeignRecord> {
  const record = { ...(await sealResponse(response, keys.study)) };
  return { study: response.study, wave: response.wave, address: await addressOf(record, crypto.subtle), record };
}
const sealAll = (responses: readonly SurveyResponse[]): Promise<ForeignRecord[]> => Promise.all(responses.map(seal));

async function waiting(store: Store): Promise<Waiting[]> {
  const all: Waiting[] = [];
  for await (const page of readSealed(store, 'demo')) all.push(...page);
  return all;
}

const opened = (one: ForeignRecord, response: SurveyResponse): OpenedRecord => ({
  key: sealedKey(one, one.address),
  address: one.address,
  response,
});
const read = (store: Store) => readAllResponses(store, 'demo', parseResponse);
const byId = (responses: readonly SurveyResponse[]): SurveyResponse[] =>
  [...responses].sort((a, b) => (a.id < b.id ? -1 : 1));

const row: Entry = {
  schema: 'canyu-entry/1',
  id: 'e1',
  study: 'demo',
  date: '2026-05-12',
  kind: 'event',
  event: 'visit',
  label: '参观',
};

describe('records of a file', () => {
  it('are all there or, when something fails, none of them', async () => {
    const store = testStore();
    await store.submit(makeResponse());
    const before = await rawContents(store.name);
    const sealed = await sealAll([makeResponse()]);
    // The last thing of the transaction cannot be stored: a function has no copy.
    const broken = { ...row, label: (() => 1) as unknown as string };
    const all = file({
      responses: [makeResponse(), makeResponse()],
      sealed,
      aside: [{ ...sealed[0]!, record: { schema: 'odd' } }],
      entries: [broken],
    });
    await rejection(addRecords(store, all));
    expect(await rawContents(store.name)).to.deep.equal(before);
    expect(await storeHealth(store)).to.include({ responses: 1, complete: true });

    expect(await addRecords(store, { ...all, entries: [row] })).to.deep.equal({
      responses: { added: 2, same: 0, conflict: 0 },
      sealed: { added: 1, same: 0 },
      aside: 1,
      entries: { added: 1, same: 0, conflict: 0 },
    });
    expect(await storeHealth(store)).to.include({ responses: 4, complete: true, aside: 1 });
  });

  it('add nothing the second time, also several times in one file', async () => {
    const store = testStore();
    const [response, sealed] = [makeResponse(), await sealAll([makeResponse()])];
    const all = file({
      responses: [response, response],
      sealed: [...sealed, ...sealed],
      aside: [{ ...sealed[0]!, record: { schema: 'odd', id: 'x' } }],
      entries: [row],
    });
    expect((await addRecords(store, all)).responses).to.deep.equal({ added: 1, same: 1, conflict: 0 });
    const before = await rawContents(store.name);
    expect(await addRecords(store, all)).to.deep.equal({
      responses: { added: 0, same: 2, conflict: 0 },
      sealed: { added: 0, same: 2 },
      aside: 0,
      entries: { added: 0, same: 1, conflict: 0 },
    });
    expect(await rawContents(store.name)).to.deep.equal(before);
  });

  it('keep both where an id has two contents, within a file and across files', async () => {
    const store = testStore();
    const one = makeResponse();
    const two = { ...one, seconds: 9 };
    const three = { ...one, seconds: 10 };
    expect((await addRecords(store, file({ responses: [one, two] }))).responses).to.include({ added: 1, conflict: 1 });
    expect((await addRecords(store, file({ responses: [three, two] }))).responses).to.include({ same: 1, conflict: 1 });
    expect((await read(store)).responses).to.deep.equal([one, two, three]);
  });

  it('replace ledger rows only when asked, and then keep the old ones aside', async () => {
    const store = testStore();
    await addRecords(store, file({ entries: [row] }));
    const changed = { ...row, label: '第二次参观' };
    expect((await addRecords(store, file({ entries: [changed] }))).entries).to.include({ added: 0, conflict: 1 });
    expect((await rawContents(store.name))['ledger']).to.deep.equal({ e1: row });
    await addRecords(store, { ...file({ entries: [changed] }), replace: true });
    const { ledger, aside } = await rawContents(store.name);
    expect(ledger).to.deep.equal({ e1: changed });
    expect(JSON.parse(aside?.['ledger/demo/e1'] as string)).to.deep.equal(row);
  });

  it('that do not parse are found by a withdrawal', async () => {
    const store = testStore();
    const odd = { schema: 'canyu-response/1', id: 'gone', study: 'demo', answers: 7 };
    await addRecords(store, file({ aside: [{ study: 'demo', wave: 'pre', address: 'a'.repeat(64), record: odd }] }));
    await removeResponses(store, 'demo', ['gone']);
    expect((await rawContents(store.name))['aside']).to.deep.equal({});
  });
});

describe('sealed records of a file', () => {
  it('wait under their addresses, counted apart, passed over by who reads answers, told to other tabs', async () => {
    const store = testStore();
    const told: unknown[] = [];
    const stop = onChange(store, (change) => void told.push(change));
    const sealed = await sealAll([makeResponse(), makeResponse({ wave: 'post' })]);
    await addRecords(store, file({ sealed, responses: [makeResponse()] }));
    expect((await countResponses(store, 'demo')).map(({ wave, group, count }) => [wave, group, count])).to.deep.equal([
      ['post', 'sealed', 1],
      ['pre', 'resident', 1],
      ['pre', 'sealed', 1],
    ]);
    const { responses, left, aside } = await read(store);
    expect([responses.length, left, aside]).to.deep.equal([1, 2, 0]);
    expect(await countSealed(store, 'demo')).to.equal(2);
    expect(byAddress(await waiting(store))).to.deep.equal(byAddress(sealed));
    await new Promise((resolve) => setTimeout(resolve, 50));
    stop();
    expect(told.length).to.equal(1);
  });
  const byAddress = (all: readonly { readonly record: unknown }[]): string[] =>
    all.map(({ record }) => JSON.stringify(record, Object.keys(record as object).sort())).sort();

  it('make place for what was in them, packed or not; the tally stays right', async () => {
    for (const packed of [false, true]) {
      const store = testStore();
      const all = Array.from({ length: 12 }, () => makeResponse());
      const sealed = await sealAll(all);
      await addRecords(store, file({ sealed }));
      if (packed) await compactResponses(store, { least: 1 });
      const result = await storeOpened(
        store,
        'demo',
        sealed.map((one, index) => opened(one, all[index]!)),
      );
      expect(result).to.deep.equal({ added: 12, same: 0, conflict: 0 });
      expect(byId((await read(store)).responses)).to.deep.equal(byId(all));
      expect(await countSealed(store, 'demo')).to.equal(0);
      const { packs, fresh } = await rawContents(store.name);
      expect(JSON.stringify([packs, fresh])).to.not.contain(sealed[0]!.address);
      expect(await storeHealth(store)).to.include({ responses: 12, complete: true });
      await store.ready();
    }
  });

  it('once opened are not new again, unless what was in them is gone', async () => {
    const store = testStore();
    const response = makeResponse();
    const [sealed] = (await sealAll([response])) as [ForeignRecord];
    await addRecords(store, file({ sealed: [sealed] }));
    await storeOpened(store, 'demo', [opened(sealed, response)]);
    expect((await addRecords(store, file({ sealed: [sealed] }))).sealed).to.deep.equal({ added: 0, same: 1 });
    await removeResponses(store, 'demo', [response.id]);
    const text = JSON.stringify(await rawContents(store.name));
    expect(text.includes(response.id) || text.includes(sealed.address), 'a trace of what was withdrawn').to.equal(
      false,
    );
    expect((await addRecords(store, file({ sealed: [sealed] }))).sealed).to.deep.equal({ added: 1, same: 0 });
  });

  it('are there once by the id of what was in them; other content under the id is kept beside it', async () => {
    const store = testStore();
    const response = makeResponse();
    const other = { ...response, seconds: 7 };
    await store.submit(response);
    // The same response is the same record only until another one is sealed.
    const same = await seal(response);
    const conflict = await seal(other);
    const again = await seal(response);
    await addRecords(store, file({ sealed: [same, again, conflict] }));
    const result = await storeOpened(store, 'demo', [
      opened(same, response),
      opened(again, response),
      opened(conflict, other),
    ]);
    expect(result).to.deep.equal({ added: 0, same: 2, conflict: 1 });
    expect((await read(store)).responses).to.deep.equal([response, other]);
    expect(await storeHealth(store)).to.include({ responses: 2, complete: true });
  });

  it('of this very browser open too, although they lie where the response will', async () => {
    const store = testStore();
    const response = makeResponse();
    const { record, address } = await seal(response);
    await store.submit(response, undefined, { record });
    const [one] = (await waiting(store)) as [Waiting];
    expect(one.key).to.equal(responseKey(response));
    const twice = { key: one.key, address, response };
    expect(await storeOpened(store, 'demo', [twice, twice])).to.include({ added: 1, same: 0 });
    expect(await storeHealth(store)).to.include({ responses: 1, complete: true });
    expect((await read(store)).responses).to.deep.equal([response]);
  });

  it('that went meanwhile are passed over', async () => {
    const store = testStore();
    const response = makeResponse();
    const one = await seal(response);
    expect(await storeOpened(store, 'demo', [opened(one, response)])).to.include({ added: 0, same: 0 });
    expect((await read(store)).responses).to.deep.equal([]);
  });
});
