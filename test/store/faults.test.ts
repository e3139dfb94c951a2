import { expect } from 'chai';
import { draftKey, responseKey } from '../../src/store/keys.js';
import { StoreError } from '../../src/store/errors.js';
import { faultyIndexedDB, type Fault } from '../support/faulty-indexeddb.js';
import { cleanStores, freshName, makeResponse, memoryStorage, rawContents, testStore } from './helpers.js';

type Kind = Omit<Fault, 'at'>;

const KINDS: readonly Kind[] = [
  { kind: 'throw', error: 'InvalidStateError' },
  { kind: 'throw', error: 'UnknownError' },
  { kind: 'throw', error: 'QuotaExceededError' },
  {
    kind: 'error',
    error: 'UnknownError',
    message: 'Connection to Indexed Database server lost. Refresh the page to try again',
  },
  { kind: 'error', error: 'QuotaExceededError' },
  { kind: 'abort' },
  { kind: 'abort', error: 'QuotaExceededError' },
  { kind: 'abort-late' },
  { kind: 'abort-late', error: 'QuotaExceededError' },
  { kind: 'abort-late', error: 'UnknownError' },
  { kind: 'lost-answer', error: 'UnknownError' },
];

/** Outcome of one step: whether the store acknowledged it. */
async function attempt(step: () => Promise<unknown>): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    expect(error).to.be.instanceOf(StoreError);
    return false;
  }
}

/** Saves a draft and submits it on a database that fails as told; checks every promise; returns whether the fault struck. */
async function trial(fault: Fault | undefined): Promise<{ struck: number; operations: number; acknowledged: boolean }> {
  const name = freshName();
  const factory = faultyIndexedDB();
  const store = testStore({ name, indexedDB: factory, localStorage: memoryStorage() });
  const response = makeResponse();
  const key = draftKey(response);
  const draft = { id: response.id, step: 3 };

  factory.fault = fault;
  const drafted = await attempt(() => store.saveDraft(key, draft));
  const submitted = await attempt(() => store.submit(response));
  const { operations, struck } = factory;
  factory.fault = undefined;
  store.close();

  const found = await rawContents(name);
  const hasDraft = key in (found['drafts'] ?? {});
  const hasResponse = responseKey(response) in (found['responses'] ?? {});
  const told = JSON.stringify({ fault, drafted, submitted, hasDraft, hasResponse });
  if (fault?.kind === 'lost-answer' && fault.lasting) {
    // Committed and never told: the one case that no program can know. Nothing is lost, and the retry below finds it.
    expect(drafted || hasDraft || hasResponse, told).to.equal(true);
  } else {
    expect(hasResponse, told).to.equal(submitted);
    expect(hasDraft, told).to.equal(drafted && !submitted);
  }
  expect(hasDraft && hasResponse, told).to.equal(false);
  expect(found['meta']?.['tally']?.count ?? 0, told).to.equal(hasResponse ? 1 : 0);
  expect(Object.keys(found['fresh'] ?? {}), told).to.deep.equal(hasResponse ? [responseKey(response)] : []);

  const outcome = await store.submit(response);
  expect(outcome, told).to.equal(hasResponse ? 'same' : 'added');
  await store.ready();
  store.close();
  const healed = await rawContents(name);
  expect(Object.keys(healed['responses'] ?? {}), told).to.deep.equal([responseKey(response)]);
  expect(JSON.parse(healed['responses']?.[responseKey(response)]), told).to.deep.equal(response);
  expect(healed['drafts'], told).to.deep.equal({});
  expect(healed['meta']?.['tally'], told).to.include({ count: 1, lost: false });
  await cleanStores();
  return { struck, operations, acknowledged: drafted && submitted };
}

describe('fail operation n, for every n', function () {
  this.timeout(240_000);
  afterEach(cleanStores);
  let total = 0;
  const unhandled: unknown[] = [];
  const listener = (event: PromiseRejectionEvent): void => {
    unhandled.push(event.reason);
  };
  before(() => addEventListener('unhandledrejection', listener));
  after(() => removeEventListener('unhandledrejection', listener));

  for (const lasting of [false, true]) {
    for (const kind of KINDS) {
      const title = `${kind.kind}${kind.error ? ` ${kind.error}` : ''}, ${lasting ? 'from the n-th on' : 'once'}`;
      it(`acknowledged means stored, never half: ${title}`, async () => {
        const clean = await trial(undefined);
        expect(clean.acknowledged).to.equal(true);
        let struck = 0;
        for (let at = 1; at <= clean.operations; at++) {
          const { struck: hits, acknowledged } = await trial({ ...kind, at, lasting });
          struck += hits;
          // One dead connection is healed without anybody noticing.
          if (!lasting && !/Quota/.test(kind.error ?? '')) expect(acknowledged, `n = ${String(at)}`).to.equal(true);
        }
        expect(struck).to.be.greaterThan(0);
        total += struck;
      });
    }
  }

  it('left no rejection unhandled', async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(unhandled.map(String)).to.deep.equal([]);
  });

  it('had at least 300 injections', () => {
    expect(total).to.be.at.least(300);
  });
});
