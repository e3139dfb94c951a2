import { expect } from 'chai';
import type { SurveyResponse } from '../../src/core/response/types.js';
import { openSealed, type SealedRecord } from '../../src/seal/open.js';
import { sealResponse } from '../../src/seal/seal.js';
import { rejection } from '../store/helpers.js';
import { changed, fullResponse, testKeys, type TestKeys } from './helpers.js';

let keys: TestKeys;
let responses: SurveyResponse[];
let records: SealedRecord[];
/** Each of 300 different records four times: sealing takes longer than opening. */
const size = 1200;
before(async function () {
  this.timeout(120_000);
  keys = await testKeys();
  const different = Array.from({ length: size / 4 }, (_, i) => fullResponse({ seconds: i }));
  const sealed: SealedRecord[] = [];
  for (const response of different) sealed.push({ record: await sealResponse(response, keys.study) });
  responses = [different, different, different, different].flat();
  records = [sealed, sealed, sealed, sealed].flat();
});

const startWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Three records that cannot be opened, among the others. */
async function withBroken(): Promise<{ mixed: SealedRecord[]; codes: [number, string | undefined, string][] }> {
  const mixed = [...records];
  const record = await sealResponse(fullResponse(), keys.study);
  mixed.splice(250, 0, { record: { ...record, wave: 'x' }, address: 'a'.repeat(64) });
  mixed.splice(100, 0, { record: { ...record, wave: 'x' } });
  mixed.splice(7, 0, { record: changed(record, { tag: 'A'.repeat(22) }) });
  return {
    mixed,
    codes: [
      [7, undefined, 'damaged'],
      [101, undefined, 'header-mismatch'],
      [252, 'a'.repeat(64), 'damaged'],
    ],
  };
}

describe('opening many records', () => {
  for (const where of ['on the page', 'in workers'] as const) {
    const options = where === 'in workers' ? { startWorker } : {};
    it(`${where}: all that can be opened, in order; the rest with its place and reason`, async function () {
      this.timeout(60_000);
      const { mixed, codes } = await withBroken();
      const told: [number, number][] = [];
      const result = await openSealed(mixed, keys.recovery, {
        ...options,
        onProgress: (...progress) => void told.push(progress),
      });
      expect(result.responses).to.deep.equal(responses);
      expect(result.failed.map(({ index, address, code }) => [index, address, code])).to.deep.equal(codes);
      expect(told[0]).to.deep.equal([0, mixed.length]);
      expect(told.at(-1)).to.deep.equal([mixed.length, mixed.length]);
      told.reduce(([before], [after, total]) => {
        expect(after).to.be.at.least(before);
        return [after, total];
      });
      expect(told.length).to.be.above(3);
    });

    it(`${where}: stops when it is told to`, async () => {
      const abort = new AbortController();
      let last = 0;
      const work = openSealed(records, keys.evaluator, {
        ...options,
        signal: abort.signal,
        onProgress: (done) => {
          last = done;
          if (done > 0) abort.abort(new Error('enough'));
        },
      });
      expect(String(await rejection(work))).to.equal('Error: enough');
      const at = last;
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(last).to.equal(at);
      expect(last).to.be.below(size);
      expect(await rejection(openSealed(records, keys.evaluator, { ...options, signal: abort.signal }))).to.be.an(
        'error',
      );
    });
  }

  it('workers do the work where they start', async () => {
    let posted = 0;
    const counting = (): Worker => {
      const worker = startWorker();
      const post = worker.postMessage.bind(worker);
      worker.postMessage = ((message: unknown) => {
        posted++;
        post(message);
      }) as Worker['postMessage'];
      return worker;
    };
    const { responses: opened } = await openSealed(records, keys.evaluator, { startWorker: counting, workers: 2 });
    expect(opened).to.deep.equal(responses);
    // Where the browser brings a key to a worker, every batch goes there; else one is tried by each worker, and the page does the rest.
    expect(posted).to.be.oneOf([Math.ceil(size / 32), 2]);
  });

  it('falls back to the page where no worker starts, or where one dies', async () => {
    const broken = URL.createObjectURL(new Blob(['throw new Error("dead")'], { type: 'text/javascript' }));
    const starts: (() => Worker | undefined)[] = [
      () => undefined,
      () => new Worker(broken, { type: 'module' }),
      () => new Worker('/no/such/worker.js', { type: 'module' }),
      () => {
        const worker = startWorker();
        worker.postMessage = () => {
          throw new DOMException('cannot be cloned', 'DataCloneError');
        };
        return worker;
      },
    ];
    for (const start of starts) {
      const result = await openSealed(records, keys.evaluator, { startWorker: start });
      expect(result.failed).to.deep.equal([]);
      expect(result.responses).to.deep.equal(responses);
    }
  });

  it('leaves the page alive: no pause of 50 ms on its thread', async function () {
    this.timeout(60_000);
    const gaps: number[] = [];
    let on = true;
    let before = performance.now();
    const { port1, port2 } = new MessageChannel();
    const ticks = new Promise<void>((resolve) => {
      port1.onmessage = () => {
        gaps.push(performance.now() - before);
        before = performance.now();
        if (on) port2.postMessage(null);
        else resolve();
      };
    });
    port2.postMessage(null);
    await openSealed(records, keys.evaluator);
    on = false;
    await ticks;
    port1.close();
    gaps.sort((a, b) => b - a);
    expect(gaps.length).to.be.above(5);
    // One longer pause may be the machine's own, e.g. another program or the collector of garbage.
    expect(gaps[2]).to.be.below(50);
  });

  it('nothing is nothing', async () => {
    const told: number[] = [];
    const result = await openSealed([], keys.evaluator, { startWorker, onProgress: (done) => void told.push(done) });
    expect(result).to.deep.equal({ responses: [], failed: [] });
    expect(told).to.deep.equal([0]);
  });
});
