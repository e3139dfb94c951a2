/**
 * Whether the browser asks the system to write to the disk before it acknowledges a response: counts its calls of fsync and fdatasync on
 * files of the database with strace, while a page submits. Where strace is missing or not allowed this is skipped and says so: it was not
 * tested then.
 *
 * CANYU_FLUSHES sets how many responses are submitted (default 40).
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browsers, bundleStore, close, launch, pause, serveStore } from './support.mjs';

const RESPONSES = Number(process.env.CANYU_FLUSHES ?? 40);

const attempt = spawnSync('strace', ['-f', '-e', 'trace=fsync', '-o', '/dev/null', 'true']);
const reason = attempt.error || attempt.status !== 0 ? 'NOT RUN: strace is missing or not allowed here' : false;

let site;
before(async () => {
  site = await serveStore(await bundleStore());
});
after(() => site.close());

/** Runs in the page. */
async function submit(count) {
  const { openStore } = globalThis.canyuStore;
  const store = (globalThis.flushStore ??= openStore());
  await store.ready();
  for (let n = 0; n < count; n++) {
    const id = crypto.randomUUID();
    await store.submit({ schema: 'canyu-response/1', id, study: 'flush', wave: 'pre', group: 'resident', answers: {} });
  }
}

for (const name of browsers) {
  test(`${name}: at least one flush for each acknowledged response`, { skip: reason }, async (t) => {
    const profile = await mkdtemp(join(tmpdir(), 'canyu-flush-'));
    const browser = await launch(name, profile);
    const log = join(profile, 'canyu-strace.txt');
    try {
      const page = await browser.newPage();
      await page.goto(`${site.origin}/`);
      await page.evaluate(submit, 1);
      const tracer = spawn(
        'strace',
        [
          '-f',
          '-y',
          '-e',
          'trace=fsync,fdatasync,sync_file_range',
          '-o',
          log,
          ...(await attach(browser.process().pid)),
        ],
        { stdio: ['ignore', 'ignore', 'pipe'] },
      );
      await once(tracer.stderr, 'data');
      await pause(1500);
      await page.evaluate(submit, RESPONSES);
      await pause(500);
      const ended = once(tracer, 'exit');
      tracer.kill('SIGINT');
      await ended;
      const calls = (await readFile(log, 'utf8'))
        .split('\n')
        .filter((line) => /f(data)?sync\(/.test(line) && /idb|indexeddb/i.test(line));
      t.diagnostic(`${calls.length} flushes of the database for ${RESPONSES} responses`);
      assert.ok(calls.length >= RESPONSES, `${calls.length} flushes for ${RESPONSES} responses`);
    } finally {
      await close(browser);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
}

/** `-p` for every process of a browser: which of them writes differs. */
async function attach(pid) {
  const below = async (id) => {
    const children = (await readFile(`/proc/${id}/task/${id}/children`, 'utf8').catch(() => '')).trim();
    return [id, ...(await Promise.all((children ? children.split(' ') : []).map(below))).flat()];
  };
  return (await below(pid)).flatMap((id) => ['-p', String(id)]);
}
