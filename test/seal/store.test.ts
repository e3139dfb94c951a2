import { expect } from 'chai';
import { parseResponse } from '../../src/core/response/parse.js';
import { addressOf } from '../../src/core/json/canonical.js';
import { readBackup, writeBackup } from '../../src/core/backup/backup.js';
import { openSealed } from '../../src/seal/open.js';
import { sealResponse } from '../../src/seal/seal.js';
import { draftsInMemory } from '../../src/store/drafts-in-memory.js';
import { draftKey, responseKey } from '../../src/store/keys.js';
import { onChange } from '../../src/store/on-change.js';
import { confirmDelivery, readOutbox } from '../../src/store/outbox.js';
import { countResponses, readAllResponses, removeResponses } from '../../src/store/responses.js';
import { storeHealth } from '../../src/store/health.js';
import { cleanStores, memoryStorage, rawContents, testStore } from '../store/helpers.js';
import { fullResponse, testKeys, type TestKeys } from './helpers.js';

let keys: TestKeys;
before(async () => {
  keys = await testKeys();
});

/**
 * Words that appear in a response and must appear nowhere else, and their bytes in the encodings of disks. With a tilde, which no sealed
 * record has by chance: three letters alone turn up in its base64 now and then.
 */
const marker = 'QXM~心里话~7731';
const spellings = [marker, '心里话', 'QXM~', '~7731', btoa('QXM~7731')];

describe('a sealed response in the store', () => {
  afterEach(cleanStores);

  it('leaves nothing of itself in the database, beside it, or on the channel to other tabs', async () => {
    const marks = memoryStorage();
    const store = testStore({ localStorage: marks });
    const told: unknown[] = [];
    const stop = onChange(store, (change) => void told.push(change));
    const response = fullResponse({
      answers: { CY1: 5, OQ1: marker, OQ2: marker.repeat(20) },
      community: 'QXM~7731',
      link: Array.from({ length: 7 }, () => '7731'.repeat(8)),
    });
    const key = draftKey(response);
    // What an unsealed version of the study left.
    await store.saveDraft(key, { id: 'old', answers: { OQ1: marker } } as { id: string });
    const drafts = draftsInMemory(store);
    await drafts.dropDraft(key);
    expect(await drafts.saveDraft(key, { ...response })).to.equal(false);

    const look = async (): Promise<string> =>
      JSON.stringify([await rawContents(store.name), Array.from(marks.items), told]);
    const clean = async (): Promise<void> => {
      const text = await look();
      for (const word of spellings) expect(text.includes(word), word).to.equal(false);
    };
    await clean();
    const record = await sealResponse(response, keys.study);
    expect(await store.submit(response, key, { record, deliver: true })).to.equal('added');
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop();
    expect(told).to.deep.equal([{ kind: 'added', study: 'demo', ids: [response.id] }]);
    await clean();
    const { responses, outbox, drafts: kept } = await rawContents(store.name);
    expect(Object.keys(responses ?? {})).to.deep.equal([responseKey(response)]);
    expect(JSON.parse(responses?.[responseKey(response)] as string)).to.deep.equal(JSON.parse(JSON.stringify(record)));
    expect(outbox).to.deep.equal({ [responseKey(response)]: 0 });
    expect(kept).to.deep.equal({});
    // The key tells study, wave, group and the random id; nothing else is outside the seal.
    const outside = (await look()).replaceAll(JSON.stringify(record).slice(1, -1), '');
    for (const word of [response.date, response.locale, '"full"', response.instrument]) {
      expect(outside.includes(word), word).to.equal(false);
    }
  });

  it('is counted, waits for the collector, and is there once however often it is handed in', async () => {
    const store = testStore();
    const response = fullResponse();
    for (const expected of ['added', 'same', 'same']) {
      const record = await sealResponse({ ...response }, keys.study);
      expect(await store.submit(response, undefined, { record, deliver: true })).to.equal(expected);
    }
    const cell = { study: 'demo', wave: 'pre', group: 'resident' };
    expect(await countResponses(store)).to.deep.equal([{ ...cell, count: 1 }]);
    expect(await storeHealth(store)).to.include({ responses: 1, complete: true, aside: 0 });
    const [waiting] = await readOutbox(store, 'demo');
    const text = waiting?.text ?? '';
    expect(await addressOf(JSON.parse(text), crypto.subtle)).to.equal(
      await addressOf(await sealResponse(response, keys.study), crypto.subtle),
    );
    await confirmDelivery(store, [waiting?.key ?? '']);
    expect(await readOutbox(store, 'demo')).to.deep.equal([]);
  });

  it('is passed over by who cannot read it, goes into a backup as it is, and opens from there', async () => {
    const store = testStore();
    const plain = fullResponse();
    await store.submit(plain);
    const sealed = Array.from({ length: 5 }, (_, seconds) => fullResponse({ seconds, answers: { OQ1: marker } }));
    for (const response of sealed) {
      await store.submit(response, undefined, { record: await sealResponse(response, keys.study) });
    }
    const read = await readAllResponses(store, 'demo', parseResponse);
    expect([read.responses, read.aside, read.left]).to.deep.equal([[plain], 0, 5]);

    const asTheyAre = (value: unknown) => ({ ok: true, value }) as const;
    const { responses: records } = await readAllResponses<unknown>(store, 'demo', asTheyAre);
    expect(records).to.have.length(6);
    const lines = await writeBackup(
      { study: 'demo', device: 'tablet', createdAt: '2026-11-24', records },
      crypto.subtle,
    );
    const reading = await readBackup(lines.join('\n'), crypto.subtle);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { responses, failed } = await openSealed(reading.value.records, keys.recovery);
    const byTime = [...responses].sort((a, b) => a.seconds - b.seconds);
    expect(byTime).to.deep.equal(sealed);
    expect(failed.map(({ code }) => code)).to.deep.equal(['not-sealed']);
  });

  it('is deleted by its id', async () => {
    const store = testStore();
    const response = fullResponse();
    await store.submit(response, undefined, { record: await sealResponse(response, keys.study), deliver: true });
    expect(await removeResponses(store, 'demo', [response.id])).to.equal(1);
    const { responses, outbox } = await rawContents(store.name);
    expect([responses, outbox]).to.deep.equal([{}, {}]);
  });
});
