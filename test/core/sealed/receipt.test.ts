import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { readReceipt, receiptLength, receiptListed, receiptOf } from '../../../src/core/backup/receipt.js';

const address = (text: string) => createHash('sha256').update(text).digest('hex');
const addresses = Array.from({ length: 2000 }, (_, i) => address(`record ${i}`));

test('the first 50 bits, in letters that are not mixed up', () => {
  assert.equal(receiptOf('0'.repeat(64)), '00000-00000');
  assert.equal(receiptOf('f'.repeat(64)), 'ZZZZZ-ZZZZZ');
  // 00001 00010 00011 00100 00101 | 00110 00111 01000 01001 01010
  assert.equal(receiptOf(`08864298e84a9${'0'.repeat(51)}`), '12345-6789A');
  fc.assert(
    fc.property(fc.constantFrom(...addresses), (one) => {
      const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      const receipt = receiptOf(one);
      assert.match(receipt, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      const number = Array.from(receipt.replace('-', '')).reduce(
        (sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)),
        0n,
      );
      assert.equal(number, BigInt(`0x${one}`) >> 206n);
    }),
  );
});

test('a receipt is found as people write it, and no other', () => {
  const mine = addresses[1234] ?? '';
  const receipt = receiptOf(mine);
  const full = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  for (const written of [
    receipt,
    receipt.toLowerCase(),
    ` ${receipt.replace('-', ' ')} `,
    receipt.replace('-', ''),
    full(receipt),
    receipt.replace(/0/g, 'o').replace(/1/g, 'l'),
  ]) {
    assert.ok(receiptListed(addresses, written), written);
    assert.ok(
      !receiptListed(
        addresses.filter((one) => one !== mine),
        written,
      ),
      written,
    );
  }
  for (const wrong of ['', '-', receipt.slice(1), `${receipt}0`, receiptOf(address('nobody'))]) {
    assert.ok(!receiptListed(addresses, wrong), wrong);
  }
  assert.equal(new Set(addresses.map(receiptOf)).size, addresses.length);
});

/** How people write a character of a receipt, and what they put between two. */
const spellings = (letter: string): string[] => {
  const same = letter === '0' ? ['0', 'O', 'o'] : letter === '1' ? ['1', 'I', 'i', 'L', 'l'] : [letter];
  const cased = same.flatMap((one) => [one, one.toLowerCase()]);
  return cased.flatMap((one) => [one, String.fromCharCode(one.charCodeAt(0) + 0xfee0)]);
};
const between = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '-',
  '\u3000',
  '\u2013',
  '\uff0d',
  '\u2014',
  '.',
  '/',
  '\n',
  '\u200b',
  '、',
);
const around = fc.constantFrom('', ' ', '回执号：', '（', '。', '）', '\ufeff');

test('however a receipt is written it is read as itself', () => {
  const writings = fc.constantFrom(...addresses).chain((one) => {
    const receipt = receiptOf(one);
    const characters = Array.from(receipt.replace('-', ''));
    return fc
      .tuple(around, around, ...characters.map((letter) => fc.tuple(fc.constantFrom(...spellings(letter)), between)))
      .map(([head, tail, ...parts]) => ({ receipt, written: head + parts.map((two) => two.join('')).join('') + tail }));
  });
  fc.assert(
    fc.property(writings, ({ receipt, written }) => {
      assert.deepEqual(readReceipt(written), { receipt, count: receiptLength }, JSON.stringify(written));
    }),
  );
});

test('one character wrong, too many, too few or swapped is another receipt or none', () => {
  const letters = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  const given = fc.tuple(fc.constantFrom(...addresses), fc.nat(8), fc.constantFrom(...letters));
  fc.assert(
    fc.property(given, ([one, at, letter]) => {
      const receipt = receiptOf(one);
      const plain = receipt.replace('-', '');
      const [head, mine, next, tail] = [plain.slice(0, at), plain[at] ?? '', plain[at + 1] ?? '', plain.slice(at + 2)];
      assert.equal(readReceipt(head + letter + next + tail).receipt === receipt, letter === mine);
      assert.equal(readReceipt(head + next + mine + tail).receipt === receipt, next === mine);
      assert.deepEqual(readReceipt(head + next + tail), { receipt: undefined, count: 9 });
      assert.deepEqual(readReceipt(head + letter + mine + next + tail), { receipt: undefined, count: 11 });
      assert.deepEqual(readReceipt(`${head}u${next}${tail}`), { receipt: undefined, count: 10 });
    }),
  );
});

test('whatever else is written gives a receipt as receipts are, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (written) => {
      const { receipt, count } = readReceipt(written);
      if (receipt === undefined) return;
      assert.equal(count, receiptLength);
      assert.match(receipt, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      assert.deepEqual(readReceipt(receipt), { receipt, count });
    }),
  );
  assert.deepEqual(readReceipt('回执号'), { receipt: undefined, count: 0 });
});
