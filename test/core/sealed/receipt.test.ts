import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { receiptListed, receiptOf } from '../../../src/core/backup/receipt.js';

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
