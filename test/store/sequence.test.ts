import { expect } from 'chai';
import fc from 'fast-check';
import { canonical } from '../../src/store/canonical.js';
import { storeHealth } from '../../src/store/health.js';
import { draftKey } from '../../src/store/keys.js';
import { removeResponses } from '../../src/store/responses.js';
import type { Store } from '../../src/store/store.js';
import { faultyIndexedDB, type FaultKind } from '../support/faulty-indexeddb.js';
import { cleanStores, freshName, makeResponse, memoryStorage, rawContents, testStore } from './helpers.js';

/** What may happen to a store; `person` and `tab` are small numbers, so that things collide. */
type Step =
  | {
      readonly do: 'draft' | 'submit' | 'remove';
      readonly tab: number;
      readonly person: number;
      readonly version: number;
    }
  | { readonly do: 'drop' | 'close' | 'kill' | 'ready'; readonly tab: number }
  | {
      readonly do: 'fail';
      readonly tab: number;
      readonly kind: FaultKind;
      readonly at: number;
      readonly quota: boolean;
    };

const tab = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('draft' as const, 'submit' as const, 'submit' as const, 'remove' as const),
      tab,
      person: fc.nat(3),
      version: fc.nat(1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('drop' as const, 'close' as const, 'kill' as const, 'ready' as const),
      tab,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      tab,
      kind: fc.constantFrom<FaultKind>('throw', 'error', 'abort', 'abort-late', 'lost-answer'),
      at: fc.integer({ min: 1, max: 9 }),
      quota: fc.boolean(),
    }),
  },
);

const KEY = 'demo/pre/resident';
const personal = (person: number, version: number) => makeResponse({ id: `person-${person}`, seconds: version });

describe('any sequence of operations, with faults, in two tabs', function () {
  this.timeout(200_000);
  afterEach(cleanStores);

  it('leaves exactly what was acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const name = freshName();
        const localStorage = memoryStorage();
        const factories = [faultyIndexedDB(), faultyIndexedDB()];
        const tabs = factories.map((factory) => testStore({ name, localStorage, indexedDB: factory })) as [
          Store,
          Store,
        ];
        const responses = new Map<string, Set<string>>();
        let draft: string | undefined;
        /**
         * Two faults in one operation, a dead connection and then a lost answer, are more than one replay can heal: the store
         * says no to what was stored. Nobody can know better; the model takes over what is there.
         */
        const takeOver = async (): Promise<void> => {
          const { drafts, responses: texts } = await rawContents(name);
          draft = Object.values(drafts ?? {})[0]?.[0] as string | undefined;
          responses.clear();
          for (const text of Object.values(texts ?? {}) as string[]) {
            const { id } = JSON.parse(text) as { id: string };
            responses.set(id, (responses.get(id) ?? new Set()).add(text));
          }
          expect(draft !== undefined && responses.has(draft)).to.equal(false);
        };

        for (const one of steps) {
          const store = tabs[one.tab]!;
          const factory = factories[one.tab]!;
          const struck = factory.struck;
          // Where the answer of a commit got lost, the second run finds its own work done.
          const found = (): boolean => factory.struck > struck && factory.fault?.kind === 'lost-answer';
          switch (one.do) {
            case 'draft': {
              const { id, seconds } = personal(one.person, one.version);
              const saved = await store.saveDraft(KEY, { id, seconds } as { id: string }).catch(() => undefined);
              if (saved !== undefined) expect(saved).to.equal(!responses.has(id));
              else if (found()) await takeOver();
              if (saved) draft = id;
              break;
            }
            case 'submit': {
              const response = personal(one.person, one.version);
              const outcome = await store.submit(response, draftKey(response)).catch(() => undefined);
              if (!outcome) {
                if (found()) await takeOver();
                break;
              }
              const there = responses.get(response.id) ?? new Set();
              const text = canonical(response);
              const expected = there.has(text) ? 'same' : there.size ? 'conflict' : 'added';
              expect(outcome).to.equal(found() ? 'same' : expected);
              responses.set(response.id, there.add(text));
              if (draft === response.id) draft = undefined;
              break;
            }
            case 'remove': {
              const { id } = personal(one.person, 0);
              const removed = await removeResponses(store, 'demo', [id]).catch(() => undefined);
              if (removed === undefined) {
                if (found()) await takeOver();
                break;
              }
              expect(removed).to.equal(found() ? 0 : (responses.get(id)?.size ?? 0));
              responses.delete(id);
              if (draft === id) draft = undefined;
              break;
            }
            case 'drop':
              await store.dropDraft(KEY).then(
                () => (draft = undefined),
                () => (found() ? takeOver() : undefined),
              );
              break;
            case 'close':
              store.close();
              break;
            case 'kill':
              factory.connections.at(-1)?.close();
              break;
            case 'ready':
              await store.ready().catch((error: unknown) => expect(error).not.to.have.property('code', 'corrupt'));
              break;
            case 'fail':
              // A quota error at an answer that got lost would be no honest report: it was stored.
              factory.fault =
                one.quota && one.kind !== 'lost-answer'
                  ? { kind: one.kind, at: one.at, error: 'QuotaExceededError' }
                  : { kind: one.kind, at: one.at, error: 'UnknownError' };
          }
        }

        for (const factory of factories) factory.fault = undefined;
        const contents = await rawContents(name);
        const texts = Object.values(contents['responses'] ?? {}) as string[];
        expect(texts.sort()).to.deep.equal([...responses.values()].flatMap((some) => [...some]).sort());
        expect(Object.values(contents['drafts'] ?? {}).map(([id]) => id as string)).to.deep.equal(draft ? [draft] : []);
        await tabs[0].ready();
        expect(await storeHealth(tabs[1])).to.include({ complete: true, responses: texts.length, tally: texts.length });
        await cleanStores();
      }),
      { numRuns: 120 },
    );
  });
});
