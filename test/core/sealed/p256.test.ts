import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { isOnP256 } from '../../../src/core/sealed/p256.js';

const point = (curve: string) =>
  generateKeyPairSync('ec', { namedCurve: curve }).publicKey.export({ format: 'jwk' }) as { x: string; y: string };

test('points of the curve are told from others', () => {
  for (let i = 0; i < 50; i++) {
    const { x, y } = point('P-256');
    assert.ok(isOnP256({ x, y }));
    assert.ok(!isOnP256({ x: y, y: x }));
    const bytes = Buffer.from(y, 'base64url');
    bytes[i % 32] = (bytes[i % 32] ?? 0) ^ (1 << (i % 8));
    assert.ok(!isOnP256({ x, y: bytes.toString('base64url') }));
    assert.ok(!isOnP256(point('secp256k1')));
  }
});

test('numbers that are no coordinates', () => {
  const zero = Buffer.alloc(32).toString('base64url');
  const most = Buffer.alloc(32, 0xff).toString('base64url');
  assert.ok(!isOnP256({ x: zero, y: zero }));
  assert.ok(!isOnP256({ x: most, y: most }));
  // A point whose x has the prime added to it is the same point to arithmetic, and another text.
  const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
  for (let x = 0n; x < 50n; x++) {
    const encode = (n: bigint) => Buffer.from(n.toString(16).padStart(64, '0'), 'hex').toString('base64url');
    const square = (x * x * x - 3n * x + 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn) % p;
    let root = 1n;
    for (let base = square, power = (p + 1n) / 4n; power > 0n; power >>= 1n, base = (base * base) % p) {
      if (power & 1n) root = (root * base) % p;
    }
    const y = encode(root);
    const isSquare = (root * root) % p === square;
    assert.equal(isOnP256({ x: encode(x), y }), isSquare);
    assert.ok(!isOnP256({ x: encode(x + p), y }));
  }
});
