import { expect } from 'chai';
import type { Parsed } from '../../src/core/parsed.js';
import type { SurveyResponse } from '../../src/core/response/types.js';
import { readAside } from '../../src/store/aside.js';
import { StoreError } from '../../src/store/errors.js';
import { acceptLoss, storeHealth } from '../../src/store/health.js';
import { addResponses } from '../../src/store/import.js';
import { draftKey, responseKey } from '../../src/store/keys.js';
import { onChange } from '../../src/store/on-change.js';
import { countResponses, readAllResponses, readResponses, removeResponses } from '../../src/store/responses.js';
import { readMeta, readStudies, readStudy, saveStudy, writeMeta } from '../../src/store/studies.js';
import { faultyIndexedDB } from '../support/faulty-indexeddb.js';
import { until } from '../support/fixture.js';
import { cleanStores, makeResponse, rawContents, rawPut, rejection, testStore } from './helpers.js';

/** A parser as core has it: takes a response, refuses everything else. */
function parse(value: unknown): Parsed<SurveyResponse> {
  const response = value as SurveyResponse | null;
  return response?.schema === 'canyu-response/1' && typeof response.answers === 'object'
    ? { ok: true, value: response }
    : { ok: false, problems: [{ path: '', code: 'schema', message: 'no response' }] };
}

const many = (count: number, changes?: Partial<SurveyResponse>): SurveyResponse[] =>
  Array.from({ length: count }, () => makeResponse(changes));
const ids = (responses: readonly { readonly id: string }[]): string[] => responses.map(({ id }) => id).sort();

describe('reading responses', () => {
  afterEach(cleanStores);

  it('gives all of one study, page by page, in the order of their ids', async () => {
    const store = testStore();
    const demo = [...many(25), ...many(20, { wave: 'post' }), ...many(5, { group: 'official' })];
    await addResponses(store, [...demo, ...many(3, { study: 'demo2' }), ...many(3, { study: 'dem' })]);
    const pages: number[] = [];
    const read: SurveyResponse[] = [];
    for await (const page of readResponses(store, 'demo', parse, 7)) {
      pages.push(page.responses.length);
      read.push(...page.responses);
    }
    expect(pages).to.deep.equal([7, 7, 7, 7, 7, 7, 7, 1]);
    expect(ids(read)).to.deep.equal(ids(demo));
    const keys = read.map(responseKey);
    expect(keys).to.deep.equal([...keys].sort());
    const all = await readAllResponses(store, 'demo', parse);
    expect(all).to.deep.equal({ responses: read, aside: 0, left: 0 });
    expect(await readAllResponses(store, 'nobody', parse)).to.deep.equal({ responses: [], aside: 0, left: 0 });
  });

  it('sets aside what does not parse, counts it, and loses none of it', async () => {
    const store = testStore();
    const good = many(9);
    await addResponses(store, good);
    const cut = '{"schema":"canyu-response/1","id":"cut","ans';
    const stray = { schema: 'canyu-response/1', id: 'stray', answers: 'none' };
    const broken: Record<string, unknown> = {
      'demo/pre/resident/cut': cut,
      'demo/pre/resident/stray': JSON.stringify(stray),
      'demo/pre/resident/null': 'null',
      'demo/pre/resident/object': { answers: 1 },
      'demo/post/resident/number': 17,
    };
    for (const [key, value] of Object.entries(broken)) await rawPut(store.name, 'responses', key, value);
    await acceptLoss(store);
    const first = await readAllResponses(store, 'demo', parse);
    expect([ids(first.responses), first.aside, first.left]).to.deep.equal([ids(good), 5, 0]);
    const second = await readAllResponses(store, 'demo', parse);
    expect([ids(second.responses), second.aside, second.left]).to.deep.equal([ids(good), 0, 0]);
    const aside = await readAside(store);
    expect(Object.fromEntries(aside.map(({ from, record }) => [from.replace('responses/', ''), record]))).to.deep.equal(
      broken,
    );
    expect(await storeHealth(store)).to.include({ aside: 5, responses: 9, tally: 9, complete: true });
    await store.ready();
  });

  it('leaves sealed records and those of a newer Canyu where they are', async () => {
    const store = testStore();
    const [plain, sealed] = many(2) as [SurveyResponse, SurveyResponse];
    await store.submit(plain);
    await store.submit(sealed, draftKey(sealed), {
      record: { schema: 'canyu-sealed/1', study: 'demo', wave: 'pre', jwe: {} },
    });
    await rawPut(
      store.name,
      'responses',
      'demo/pre/resident/new',
      JSON.stringify({ schema: 'canyu-response/2', id: 'new' }),
    );
    const page = await readAllResponses(store, 'demo', parse);
    expect([ids(page.responses), page.aside, page.left]).to.deep.equal([[plain.id], 0, 2]);
    expect(Object.keys((await rawContents(store.name))['responses']!).length).to.equal(3);
  });

  it('goes on reading when setting aside fails', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    await store.submit(makeResponse());
    await rawPut(store.name, 'responses', 'demo/pre/resident/cut', '{');
    factory.fault = { kind: 'error', error: 'QuotaExceededError', at: 4, lasting: true };
    const page = await readResponses(store, 'demo', parse).next();
    factory.fault = undefined;
    expect(page.value).to.deep.include({ aside: 0, left: 1 });
    expect((await rawContents(store.name))['responses']).to.have.property('demo/pre/resident/cut', '{');
  });

  it('reads record by record where one makes a page unreadable', async () => {
    const store = testStore();
    const responses = many(6);
    await addResponses(store, responses);
    const bad = responseKey(responses[2]!);
    let unreadable = new DOMException('Failed to read large IndexedDB value', 'DataError');
    const { get, getAll } = IDBObjectStore.prototype;
    /** Makes a request fail as Chromium does when the value cannot be read. */
    const fail = (request: IDBRequest): IDBRequest => {
      queueMicrotask(() => {
        Object.defineProperty(request, 'error', { value: unreadable });
        request.dispatchEvent(new Event('error', { bubbles: true, cancelable: true }));
      });
      return request;
    };
    IDBObjectStore.prototype.getAll = function (...given) {
      return fail(getAll.apply(this, given));
    };
    IDBObjectStore.prototype.get = function (key) {
      const request = get.call(this, key);
      return key === bad ? fail(request) : request;
    };
    try {
      const page = await readAllResponses(store, 'demo', parse);
      expect([ids(page.responses), page.aside, page.left]).to.deep.equal([
        ids(responses.filter((response) => responseKey(response) !== bad)),
        0,
        1,
      ]);
      IDBObjectStore.prototype.get = function (key) {
        return fail(get.call(this, key));
      };
      expect(await readAllResponses(store, 'demo', parse)).to.deep.equal({ responses: [], aside: 0, left: 6 });
      unreadable = new DOMException('internal', 'UnknownError');
      expect(await rejection(readAllResponses(store, 'demo', parse)))
        .to.be.instanceOf(StoreError)
        .and.include({ code: 'unavailable' });
    } finally {
      Object.assign(IDBObjectStore.prototype, { get, getAll });
    }
    expect((await readAllResponses(store, 'demo', parse)).responses.length).to.equal(6);
  });

  it('meets responses that come and go meanwhile at most once', async () => {
    const store = testStore();
    const responses = many(30);
    await addResponses(store, responses);
    const seen: string[] = [];
    for await (const page of readResponses(store, 'demo', parse, 10)) {
      seen.push(...page.responses.map(({ id }) => id));
      await store.submit(makeResponse());
      await removeResponses(store, 'demo', [page.responses[0]!.id]);
    }
    expect(new Set(seen).size).to.equal(seen.length);
    expect(seen).to.include.members(responses.map(({ id }) => id));
  });
});

describe('counting responses', () => {
  afterEach(cleanStores);

  it('goes by study, wave and group', async () => {
    const store = testStore();
    expect(await countResponses(store)).to.deep.equal([]);
    await addResponses(store, [
      ...many(4),
      ...many(3, { wave: 'post' }),
      ...many(2, { group: 'official' }),
      ...many(1, { study: 'a' }),
    ]);
    const demo = [
      { study: 'demo', wave: 'post', group: 'resident', count: 3 },
      { study: 'demo', wave: 'pre', group: 'official', count: 2 },
      { study: 'demo', wave: 'pre', group: 'resident', count: 4 },
    ];
    expect(await countResponses(store, 'demo')).to.deep.equal(demo);
    expect(await countResponses(store)).to.deep.equal([
      { study: 'a', wave: 'pre', group: 'resident', count: 1 },
      ...demo,
    ]);
  });
});

describe('adding responses from elsewhere', () => {
  afterEach(cleanStores);

  it('adds each once, keeps both of a conflict, and can be repeated', async () => {
    const store = testStore();
    const responses = many(23);
    await store.submit(responses[0]!);
    const changed = { ...responses[1]!, seconds: 1 };
    await store.submit(changed);
    expect(await addResponses(store, responses, 5)).to.deep.equal({ added: 21, same: 1, conflict: 1 });
    expect(await addResponses(store, responses, 5)).to.deep.equal({ added: 0, same: 23, conflict: 0 });
    expect(await addResponses(store, [...responses, changed])).to.deep.equal({ added: 0, same: 24, conflict: 0 });
    expect(await storeHealth(store)).to.include({ responses: 24, tally: 24, watermark: 24, complete: true });
  });

  it('can be repeated after it failed half-way', async () => {
    const factory = faultyIndexedDB();
    const store = testStore({ indexedDB: factory });
    const responses = many(12);
    await store.ready();
    factory.fault = { kind: 'error', error: 'QuotaExceededError', at: 20 };
    expect(await rejection(addResponses(store, responses, 4))).to.include({ code: 'quota' });
    expect((await storeHealth(store)).responses).to.equal(4);
    expect(await addResponses(store, responses, 4)).to.deep.equal({ added: 8, same: 4, conflict: 0 });
    expect(await storeHealth(store)).to.include({ responses: 12, complete: true });
  });
});

describe('removing responses', () => {
  afterEach(cleanStores);

  it('deletes every trace of them and nothing else', async () => {
    const store = testStore();
    const [gone, kept, foreign] = [makeResponse(), makeResponse(), makeResponse({ study: 'other' })];
    await store.saveDraft(draftKey({ ...gone, wave: 'post' }), { id: gone.id });
    await store.saveDraft(draftKey({ ...gone, group: 'official' }), { id: kept.id });
    for (const response of [gone, kept, foreign]) await store.submit(response, undefined, { deliver: true });
    await store.submit({ ...gone, seconds: 5 });
    await store.submit({ ...gone, wave: 'post' });
    await rawPut(store.name, 'aside', `responses/demo/pre/resident/${gone.id}/+`, '{');
    await rawPut(store.name, 'aside', `responses/demo/pre/resident/${kept.id}`, '{');
    const heard: unknown[] = [];
    const stop = onChange(store, (change) => heard.push(change));
    expect(await removeResponses(store, 'demo', [gone.id, foreign.id, 'unknown'])).to.equal(3);
    await until(() => heard.length > 0);
    stop();
    expect(heard[0]).to.deep.equal({ kind: 'removed', study: 'demo', ids: [gone.id, gone.id, gone.id] });
    const contents = await rawContents(store.name);
    expect(JSON.stringify(contents)).not.to.include(gone.id);
    const keys = Object.fromEntries(Object.entries(contents).map(([name, records]) => [name, Object.keys(records)]));
    expect(keys).to.deep.include({
      responses: [responseKey(kept), responseKey(foreign)],
      outbox: [responseKey(kept), responseKey(foreign)],
      aside: [`responses/demo/pre/resident/${kept.id}`],
      drafts: ['demo/pre/official'],
    });
    expect(await removeResponses(store, 'demo', [gone.id])).to.equal(0);
    expect(await storeHealth(store)).to.include({ responses: 2, tally: 2, complete: true });
  });

  it('is all or nothing, wherever it fails', async () => {
    let operations = Infinity;
    for (let at = 1; at <= operations; at++) {
      const factory = faultyIndexedDB();
      const store = testStore({ indexedDB: factory });
      const responses = many(3);
      await addResponses(store, responses);
      await rawPut(store.name, 'responses', 'demo/pre/resident/cut', '{');
      await acceptLoss(store);
      const gone = ids(responses.slice(0, 2));
      factory.fault = { kind: at % 2 ? 'abort-late' : 'error', error: 'QuotaExceededError', at, lasting: true };
      const acknowledged = await removeResponses(store, 'demo', gone).catch(() => 0);
      const struck = factory.struck;
      if (!struck) operations = at;
      factory.fault = undefined;
      expect(acknowledged).to.equal(struck ? 0 : 2);
      expect(await storeHealth(store)).to.include({ responses: struck ? 4 : 2, complete: true, drafts: 0 });
      if (struck) expect(await removeResponses(store, 'demo', gone)).to.equal(2);
      factory.fault = { kind: at % 2 ? 'error' : 'abort-late', error: 'QuotaExceededError', at, lasting: true };
      const before = factory.struck;
      await readAllResponses(store, 'demo', parse).catch(() => undefined);
      factory.fault = undefined;
      const { responses: there, aside } = await storeHealth(store);
      expect((there ?? 0) + (aside ?? 0), `n = ${String(at)}, struck ${String(factory.struck - before)}`).to.equal(2);
      expect(await readAllResponses(store, 'demo', parse)).to.have.property('left', 0);
      expect(await storeHealth(store)).to.include({ responses: 1, aside: 1, complete: true });
      await cleanStores();
    }
    expect(operations).to.be.greaterThan(8);
  });
});

describe('studies and settings', () => {
  afterEach(cleanStores);

  it('come back as they were kept', async () => {
    const store = testStore();
    const study = {
      schema: 'canyu-study/1' as const,
      id: '社区/1',
      title: { 'zh-Hans': '参与和信任' },
      instrument: 'participation-trust@1.0.0',
      waves: [],
      groups: ['resident' as const],
      communities: [],
      linking: 'code' as const,
    };
    expect(await readStudy(store, study.id)).to.equal(undefined);
    await saveStudy(store, study);
    await saveStudy(store, { ...study, id: 'b' });
    await saveStudy(store, { ...study, synthetic: true });
    expect(await readStudy(store, study.id)).to.deep.equal({ ...study, synthetic: true });
    expect((await readStudies(store)).length).to.equal(2);
    await writeMeta(store, 'tally', { a: [1, 'β'] });
    expect(await readMeta(store, 'tally')).to.deep.equal({ a: [1, 'β'] });
    expect(await readMeta(store, 'other')).to.equal(undefined);
    await store.submit(makeResponse());
    await store.ready();
    await rawPut(store.name, 'meta', 'study/b', '{"id":');
    expect(await readStudy(store, 'b')).to.equal(undefined);
    expect((await readStudies(store)).length).to.equal(1);
  });
});
