import { expect } from 'chai';
import { readBackup, writeBackup } from '../../src/core/backup/backup.js';
import { backupLines } from '../../src/store/backup-lines.js';
import { addResponses } from '../../src/store/import.js';
import { removeResponses } from '../../src/store/responses.js';
import { cleanStores, makeResponse, rawPut, testStore } from './helpers.js';

const of = { study: 'demo', device: 'tablet 2', createdAt: '2026-11-24' };
const { subtle } = crypto;

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const read: string[] = [];
  for await (const line of lines) read.push(line);
  return read;
}

describe('the lines of a backup', () => {
  afterEach(cleanStores);

  it('are those that core writes of the same records, of one study only', async () => {
    const store = testStore();
    // More than one page of records.
    const records = Array.from({ length: 1203 }, (_, n) => makeResponse({ wave: n % 2 ? 'pre' : 'post' }));
    await addResponses(store, [...records, makeResponse({ study: 'another' })]);
    const lines = await all(backupLines(store, of, subtle));
    expect(lines).to.deep.equal(await writeBackup({ ...of, records }, subtle));
    const reading = await readBackup(lines, subtle);
    expect(reading.ok && [reading.value.complete, reading.value.records.length]).to.deep.equal([true, 1203]);
  });

  it('are a whole file also where nothing is stored', async () => {
    const lines = await all(backupLines(testStore(), of, subtle));
    expect(lines).to.have.length(2);
    expect((await readBackup(lines, subtle)).ok).to.equal(true);
  });

  it('leave out what no backup can hold, so that the rest can be read', async () => {
    const store = testStore();
    const response = makeResponse();
    await addResponses(store, [response]);
    for (const [key, text] of [
      ['no-json', '{"schema":"canyu-resp'],
      ['no-schema', '{"id":"x"}'],
      ['no-object', 'null'],
    ]) {
      await rawPut(store.name, 'responses', `demo/pre/resident/${key}`, text);
    }
    const reading = await readBackup(await all(backupLines(store, of, subtle)), subtle);
    expect(reading.ok && reading.value.records.map(({ record }) => record['id'])).to.deep.equal([response.id]);
  });

  it('end with an error when a record goes meanwhile: the first line has counted it', async () => {
    const store = testStore();
    const [first, second] = [makeResponse(), makeResponse()];
    await addResponses(store, [first, second]);
    const lines = backupLines(store, of, subtle);
    expect((await lines.next()).value).to.contain('"count":2');
    await removeResponses(store, 'demo', [first.id]);
    let error: unknown;
    await all(lines).catch((thrown: unknown) => (error = thrown));
    expect(error).to.be.instanceOf(RangeError);
    expect(await all(backupLines(store, of, subtle))).to.have.length(3);
  });
});
