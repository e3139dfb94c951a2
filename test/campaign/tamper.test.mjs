/**
 * Backup files that were cut off, repeated, re-ordered, made by a newer version, or changed in any single place: a file is taken in whole
 * and as it was written, or refused, or (cut off) its whole lines are offered and said to be incomplete.
 *
 * CANYU_CHANGES sets how many changed files are tried (default 1500; the full run: 5000 and more).
 */
import assert from 'node:assert/strict';
import { randomBytes, randomInt, randomUUID, webcrypto } from 'node:crypto';
import { before, test } from 'node:test';
import { root } from '../../scripts/lib/setup.mjs';

const CHANGES = Number(process.env.CANYU_CHANGES ?? 1500);
const core = await import(new URL(`${process.env.CANYU_DIST ?? 'dist'}/core.js`, root).href);
const { subtle } = webcrypto;

const hex = (bytes) => randomBytes(bytes).toString('hex');
const sheet = () => ({
  schema: 'canyu-response/1',
  id: randomUUID(),
  study: 'tamper',
  instrument: 'participation-trust@1.0.0',
  wave: 'pre',
  group: 'resident',
  form: 'short',
  mode: 'self',
  locale: 'zh-Hans',
  answers: { CY1: randomInt(1, 6), CJ2: 'dk', T1: `路灯修好了 ${hex(3)}` },
  link: Array.from({ length: 7 }, () => hex(16)),
  consent: { version: '1', hash: null },
  date: '2026-11-24',
  seconds: randomInt(60, 900),
  device: 'own',
});

let lines;
let text;
let records;
before(async () => {
  const contents = { study: 'tamper', device: 'tablet 2', createdAt: '2026-11-24' };
  lines = await core.writeBackup({ ...contents, records: Array.from({ length: 20 }, sheet) }, subtle);
  text = lines.join('\n');
  records = (await core.readBackup(text, subtle)).value.records;
  assert.equal(records.length, 20);
});

const read = (file, options) => core.readBackup(file, subtle, options);
const addresses = (list) => list.map(({ address }) => address).sort();

test('cut at 50 places: refused, and nothing but whole lines is offered', async () => {
  for (let place = 1; place <= 50; place++) {
    const cut = text.slice(0, Math.floor((text.length * place) / 51));
    const reading = await read(cut);
    assert.equal(reading.ok, false, `cut at ${place}/51`);
    const partial = await read(cut, { partial: true });
    if (!partial.ok) continue;
    assert.equal(partial.value.complete, false);
    for (const { address } of partial.value.records) assert.ok(addresses(records).includes(address));
    assert.equal(partial.value.records.length, reading.partial.wholeLines);
  }
});

test('read twice, re-ordered, with lines twice, with other line ends: the same records', async () => {
  const body = lines.slice(1, -1);
  const files = [
    text,
    [lines[0], ...body.toReversed(), lines.at(-1)].join('\n'),
    [lines[0], ...body, ...body, lines.at(-1)].join('\n'),
    lines.join('\r\n'),
    `\ufeff${text}\n\n`,
  ];
  for (const file of files) {
    const reading = await read(file);
    assert.ok(reading.ok, JSON.stringify(reading.problems));
    assert.deepEqual(addresses(reading.value.records), addresses(records));
  }
});

test('a newer file, or one with a newer record, is refused whole', async () => {
  for (const [from, to] of [
    ['canyu-backup/1', 'canyu-backup/2'],
    ['canyu-response/1', 'canyu-response/2'],
  ]) {
    const reading = await read(text.replace(from, to), { partial: true });
    assert.equal(reading.ok, false);
    assert.ok(reading.problems.some(({ code }) => code === 'newer-schema'));
  }
});

/** One change at one place; the position is random, the kind goes round. */
const KINDS = {
  'a flipped bit': (bytes, at) => (bytes[at] ^= 1 << randomInt(8)),
  'another byte': (bytes, at) => (bytes[at] = (bytes[at] + randomInt(1, 256)) % 256),
  'a byte gone': (bytes, at) => bytes.splice(at, 1),
  'a byte more': (bytes, at) => bytes.splice(at, 0, randomInt(33, 127)),
  'two bytes changed over': (bytes, at) => ([bytes[at], bytes[at + 1]] = [bytes[at + 1], bytes[at]]),
};

test(`${CHANGES} changed files: found, unless the records are the same`, async (t) => {
  const original = [...Buffer.from(text)];
  const heard = ({ value }) =>
    core.canonicalJson([value.header, value.records.toSorted((a, b) => (a.address < b.address ? -1 : 1))]);
  const whole = heard(await read(text));
  const kinds = Object.entries(KINDS);
  let [found, none] = [0, 0];
  for (let n = 0; n < CHANGES; n++) {
    const [kind, change] = kinds[n % kinds.length];
    const bytes = [...original];
    change(bytes, randomInt(original.length - 1));
    const file = Buffer.from(bytes).toString('utf8');
    if (file === text) {
      none += 1;
      continue;
    }
    const reading = await read(file);
    if (!reading.ok) {
      found += 1;
      continue;
    }
    // What may differ is how it is written: white space, the escape of a sign.
    assert.equal(heard(reading), whole, `${kind}: change ${n} was not found`);
    none += 1;
  }
  t.diagnostic(`${found} found; ${none} changed nothing that is read`);
  assert.ok(found >= CHANGES * 0.9);
  assert.equal(found + none, CHANGES);
});
