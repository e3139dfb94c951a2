import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joinQrChunks, qrChunkBytes, splitQrChunks } from '../../../src/core/backup/qr-chunks.js';
import { utf8Length } from '../../../src/core/json/utf8.js';
import { toWellFormed } from '../../../src/core/json/well-formed.js';

/** Texts with everything that could get in the way: our own marks, line ends, all of Unicode, lone surrogates. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'canyu-qr/1 ',
        'canyu-qr/',
        '~',
        '~a.',
        '~63.',
        '#',
        '#\n',
        '\r\n',
        ' ',
        '\u2028',
        '\ud800',
        '居民说话管用',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const size = fc.integer({ min: 64, max: 700 });

test('what is split is joined again: in any order, twice, pasted together, with words around', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(text, { minLength: 1, maxLength: 3, selector: toWellFormed }),
      size,
      fc.infiniteStream(fc.nat(1e6)),
      fc.constantFrom('\n', '', ' \r\n 张三：\n', '#\n', '\n转发自微信\n'),
      (texts, bytes, ranks, between) => {
        const chunks = texts.flatMap((one) => splitQrChunks(one, bytes));
        for (const chunk of chunks) {
          assert.ok(utf8Length(chunk) <= bytes, `${utf8Length(chunk)} of ${bytes}`);
          assert.doesNotMatch(chunk, /[\p{Cc}\u2028\u2029]/u);
        }
        const order = [...chunks, ...chunks.slice(0, 3)]
          .map((chunk) => ({ chunk, rank: ranks.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ chunk }) => chunk);
        for (const given of [order, [between + order.join(between) + between]]) {
          const { texts: got, gaps, faults } = joinQrChunks(given);
          assert.deepEqual(got.map((one) => one.text).sort(), texts.map(toWellFormed).sort());
          assert.deepEqual(gaps, []);
          assert.deepEqual(faults, []);
        }
      },
    ),
  );
});

test('chunks are filled evenly', () => {
  const lengths = splitQrChunks('一'.repeat(700)).map(utf8Length);
  assert.equal(lengths.length, 5);
  assert.ok(Math.max(...lengths) <= qrChunkBytes);
  assert.ok(Math.max(...lengths) - Math.min(...lengths) < 48, lengths.join(' '));
});

const long = JSON.stringify(Array.from({ length: 100 }, (_, i) => ({ id: `CY${i}`, answer: i % 5 })));

test('missing chunks are told by number', () => {
  const chunks = splitQrChunks(long);
  assert.ok(chunks.length >= 5, `${chunks.length} chunks`);
  const { texts, gaps, faults } = joinQrChunks([chunks[4]!, chunks[0]!, chunks[2]!]);
  assert.deepEqual([texts, faults], [[], []]);
  const missing = chunks.map((_, i) => i + 1).filter((number) => ![1, 3, 5].includes(number));
  assert.deepEqual(gaps, [{ id: chunks[0]!.slice(11, 19), count: chunks.length, missing }]);
});

test('a chunk that was changed or cut is told by number, and asked for again', () => {
  const chunks = splitQrChunks(long);
  fc.assert(
    fc.property(fc.nat(chunks.length - 1), fc.nat(), fc.boolean(), (at, place, cut) => {
      const good = chunks[at]!;
      const payload = good.indexOf(' ', 20) + 10;
      const where = payload + (place % (good.length - payload - 1));
      const bad = cut ? good.slice(0, where).replaceAll('#', '') : `${good.slice(0, where)}!${good.slice(where + 1)}`;
      const { texts, gaps, faults } = joinQrChunks(chunks.map((one, i) => (i === at ? bad : one)));
      assert.deepEqual(texts, []);
      assert.deepEqual(
        gaps.map(({ missing }) => missing),
        [[at + 1]],
      );
      assert.deepEqual(faults, [{ piece: at + 1, why: cut ? 'cut' : 'changed', index: at + 1 }]);
    }),
  );
});

test('chunks that claim to belong together and do not are found out', () => {
  // The same id on the chunks of two texts: each chunk fits its own checksum, the whole does not.
  const [one] = splitQrChunks('甲');
  assert.deepEqual(
    joinQrChunks([one!]).texts.map((found) => found.text),
    ['甲'],
  );
  const forged = 'canyu-qr/1 00000000 1/1 ';
  const crc = crcOf('canyu-qr/1 00000000 1/1 甲');
  assert.deepEqual(joinQrChunks([`${forged}${crc} 甲#`]).faults, [{ piece: 1, why: 'whole' }]);
});

test('anything else is named: foreign texts, newer kinds, impossible numbers', () => {
  const [one] = splitQrChunks('x');
  assert.deepEqual(joinQrChunks(['https://example.org', 'canyu-qr/2 something new']).faults, [
    { piece: 1, why: 'foreign' },
    { piece: 2, why: 'newer' },
  ]);
  assert.deepEqual(joinQrChunks([one!.replace(' 1/1 ', ' 2/1 ')]).faults, [{ piece: 1, why: 'changed', index: 2 }]);
  assert.deepEqual(joinQrChunks(['canyu-qr/1']).faults, [{ piece: 1, why: 'cut' }]);
  assert.deepEqual(joinQrChunks(['', '  ']).faults, []);
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constant('canyu-qr/1 00000000 9999/9999 '))), (pieces) => {
      assert.deepEqual(joinQrChunks(pieces).texts, []);
    }),
  );
});

test('an empty text takes one chunk, one that is too long is refused', () => {
  assert.deepEqual(joinQrChunks(splitQrChunks('')).texts, [{ id: '00000000', text: '' }]);
  assert.throws(() => splitQrChunks('x'.repeat(24 * 10_000), 64), RangeError);
});

test('the checksum is the CRC-32 that everybody computes', () => {
  assert.match(splitQrChunks('123456789')[0]!, /^canyu-qr\/1 cbf43926 1\/1 [0-9a-f]{8} 123456789#$/);
});

/** CRC-32 as splitQrChunks gives it: the id of a text is that of the text. */
const crcOf = (of: string): string => splitQrChunks(of)[0]!.slice(11, 19);
