/**
 * `node test/bench/seal.mjs`: what sealing costs. Bytes that a sealed study loads in addition; from handing in to saved, sealed and
 * not, strict, with the processor at full speed and slowed down 4 times; opening a thousand; and that a page on plain http refuses.
 * Times are of Chromium and depend on the machine and on what else it does: the ratios travel better. Never part of the tests.
 */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import puppeteer from 'puppeteer-core';
import { rollup } from 'rollup';
import { serve, STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { CHROMIUM_FLAGS, findBrowser, root, tool } from '../../scripts/lib/setup.mjs';

if (!process.argv.includes('--built')) tool('tsc', ['-b', '.']);
const built = (name) => new URL(`build/src/${name}.js`, root).pathname;
const count = 200;

/** Bundles modules as the project's own build does; `known` are modules that the page has already. */
async function bundle(input, known = () => false) {
  const build = await rollup({
    input,
    external: (id, importer) => importer !== undefined && known(id),
    plugins: [nodeResolve({ exportConditions: ['production', 'browser'] }), terser({ module: true, ecma: 2020 })],
    onwarn: () => undefined,
  });
  const { output } = await build.generate({ format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' });
  await build.close();
  return new Map(output.map(({ fileName, code }) => [fileName, code]));
}
const size = (text) => ({
  plain: text.length,
  gzip: gzipSync(text, { level: 9 }).length,
  brotli: brotliCompressSync(text).length,
});

console.log('\nBytes, each alone (without core/backup, which is fetched when a file is written)');
for (const [what, name] of [
  ['a respondent of a sealed study: seal/seal', 'seal/seal'],
  ['set-up and the evaluator: seal/keys', 'seal/keys'],
  ['opening: seal/open', 'seal/open'],
]) {
  const files = await bundle({ main: built(name) }, (id) => /core\/backup\/backup/.test(id));
  const { plain, gzip, brotli } = size(files.get('main.js'));
  console.log(`  ${what}: ${plain} plain, ${gzip} gzip, ${brotli} brotli`);
}

const files = await bundle({
  seal: built('seal/seal'),
  keys: built('seal/keys'),
  open: built('seal/open'),
  store: built('store/store'),
  worker: built('seal/open-in-worker'),
});
files.set(
  'start.js',
  `import{isOpenBatch,openInWorker}from'./worker.js';addEventListener('message',async({data})=>{if(isOpenBatch(data))postMessage(await openInWorker(data))})`,
);
// Trusted Types would want a policy for the worker's address; the elements have one, this page does not need it.
const csp = STRICT_CSP.replace(/require-trusted-types[^;]*;?/, '').replace(/trusted-types[^;]*;?/, '');
const server = await serve({
  csp,
  handle(request, response) {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    const code = files.get(name);
    if (name !== '' && code === undefined) return false;
    response
      .writeHead(200, { 'Content-Type': name ? 'text/javascript' : 'text/html' })
      .end(code ?? '<!doctype html><title>seal</title>');
    return true;
  },
});
const { port } = new URL(server.url);
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  args: [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP kiosk.example 127.0.0.1'],
});

/** In the page: keys, a study, a response, quantiles. */
async function setUp() {
  const [seal, keys, open, store] = await Promise.all(
    ['seal', 'keys', 'open', 'store'].map((name) => import(`/${name}.js`)),
  );
  const start = performance.now();
  const made = await keys.makeSealKeys({ passphrase: 'a passphrase for the bench' });
  const making = performance.now() - start;
  const study = { seal: { recipients: made.recipients } };
  const response = (id) => ({
    schema: 'canyu-response/1',
    id,
    study: 'bench',
    instrument: 'participation-trust@1.0.0',
    wave: 'pre',
    group: 'resident',
    form: 'full',
    mode: 'self',
    locale: 'zh-Hans',
    answers: {
      ...Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`IT${i}`, 4])),
      OQ1: '修了路灯。'.repeat(20),
    },
    link: Array.from({ length: 7 }, (_, i) => String(i).repeat(32)),
    consent: { version: '1', hash: 'a'.repeat(64) },
    date: '2026-11-24',
    seconds: 300,
    device: 'kiosk',
  });
  const at = (times, q) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))];
  globalThis.bench = {
    seal,
    keys,
    open,
    made,
    study,
    response,
    at,
    store: store.openStore({ name: `bench-${Math.random()}` }),
  };
  return making;
}

/** In the page: sealing alone, and from handing in to saved, sealed and not in turn. */
async function submits(count) {
  const { seal, study, response, store, at } = globalThis.bench;
  const times = { seal: [], sealed: [], plain: [] };
  for (let i = 0; i < count; i++) {
    for (const kind of i % 2 ? ['sealed', 'plain'] : ['plain', 'sealed']) {
      const one = response(crypto.randomUUID());
      const start = performance.now();
      const record = kind === 'sealed' ? await seal.sealResponse(one, study) : one;
      if (kind === 'sealed') times.seal.push(performance.now() - start);
      await store.submit(one, undefined, { record });
      times[kind].push(performance.now() - start);
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([kind, all]) => [kind, [at(all, 0.5), at(all, 0.95), Math.max(...all)]]),
  );
}

/** In the page: a thousand opened, with the longest time in which nothing else had its turn. */
async function opens(inWorkers) {
  const { seal, keys, open, made, study, response } = globalThis.bench;
  globalThis.bench.records ??= await Promise.all(
    Array.from({ length: 1000 }, async (_, i) => ({ record: await seal.sealResponse(response(`r${i}`), study) })),
  );
  const key = await keys.readKeyFile(made.evaluator.text, 'a passphrase for the bench');
  let longest = 0;
  let before = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  }, 1);
  let workers = 0;
  let answers = 0;
  const startWorker = () => {
    workers++;
    const worker = new Worker('/start.js', { type: 'module' });
    worker.addEventListener('message', ({ data }) => (answers += data.opened?.length ?? 0));
    return worker;
  };
  const start = performance.now();
  const { responses, failed } = await open.openSealed(globalThis.bench.records, key, inWorkers ? { startWorker } : {});
  const time = performance.now() - start;
  clearInterval(timer);
  return { time, longest, opened: responses.length, failed: failed.length, workers, answers };
}

const ms = (value) => `${value.toFixed(1)} ms`;
try {
  for (const rate of [1, 4]) {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/`);
    const session = await page.createCDPSession();
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const making = await page.evaluate(setUp);
    await page.evaluate(submits, 20);
    const { seal, sealed, plain } = await page.evaluate(submits, count);
    console.log(`\nProcessor ${rate}× slower, ${count} each in turn (p50, p95, longest)`);
    console.log(`  sealing alone: ${seal.map(ms).join(', ')}`);
    console.log(`  handing in to saved, not sealed: ${plain.map(ms).join(', ')}`);
    console.log(
      `  handing in to saved, sealed: ${sealed.map(ms).join(', ')}  (p95 at most 150 ms: ${sealed[1] <= 150 ? 'yes' : 'NO'})`,
    );
    console.log(
      `  sealed ÷ not sealed: p50 ${(sealed[0] / plain[0]).toFixed(2)}, p95 ${(sealed[1] / plain[1]).toFixed(2)}`,
    );
    for (const inWorkers of [false, true]) {
      const { time, longest, opened, failed, workers, answers } = await page.evaluate(opens, inWorkers);
      if (opened !== 1000 || failed) throw new Error(`${opened} opened, ${failed} failed`);
      console.log(
        `  opening 1,000 ${inWorkers ? `in ${workers} workers (${answers} by them)` : 'on the page'}: ${ms(time)}, longest pause ${ms(longest)}`,
      );
    }
    console.log(`  making two keys: ${ms(making)}`);
    await page.close();
  }
  const page = await browser.newPage();
  await page.goto(`http://kiosk.example:${port}/`);
  const refusal = await page.evaluate(async () => {
    const { canSeal, checkSealKeys } = await import('/seal.js');
    return { secure: isSecureContext, can: canSeal(), trouble: await checkSealKeys({ seal: { recipients: [] } }) };
  });
  console.log(`\nOn plain http of another name: ${JSON.stringify(refusal)}`);
} finally {
  await browser.close();
  server.close();
}
