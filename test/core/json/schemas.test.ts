import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strategies } from '../../../src/core/ledger/types.js';
import { isValid } from './json-schema.js';

test('each document has a schema file of draft 2020-12 that says what it is', () => {
  const files = readdirSync('src/schemas').sort();
  assert.deepEqual(
    files,
    ['backup', 'entry', 'instrument', 'response', 'results', 'sealed', 'study'].map((name) => `${name}.schema.json`),
  );
  for (const file of files) {
    const text = readFileSync(`src/schemas/${file}`, 'utf8');
    const schema = JSON.parse(text) as Record<string, unknown>;
    assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema['title'], `canyu-${file.split('.')[0]}/1`);
    const names = Object.keys(schema['$defs'] ?? {});
    const used = [...text.matchAll(/"#\/\$defs\/(\w+)"/g)].map((found) => found[1]);
    assert.deepEqual(
      [...new Set(used)].sort(),
      names.sort(),
      `${file}: every definition is used and every use defined`,
    );
  }
});

test('the ten strategies of the schema are those of the code', () => {
  const schema = JSON.parse(readFileSync('src/schemas/entry.schema.json', 'utf8')) as {
    $defs: { strategy: { properties: { strategy: { anyOf: { enum: string[] }[] } } } };
  };
  assert.deepEqual(schema.$defs.strategy.properties.strategy.anyOf[0]?.enum, [...strategies]);
});

test('a sealed response', () => {
  const jwe = {
    protected: 'eyJ0eXAiOiJjYW55dSJ9',
    iv: 'AAAA',
    ciphertext: 'AbC-_9'.repeat(2000),
    tag: 'BBBB',
    recipients: [{ encrypted_key: 'CCCC', header: { alg: 'ECDH-ES+A256KW', kid: 'evaluator' } }],
  };
  const sealed = { schema: 'canyu-sealed/1', study: 's', wave: 'pre', jwe };
  assert.ok(isValid('sealed', sealed));
  assert.ok(!isValid('sealed', { ...sealed, jwe: { ...jwe, recipients: [] } }));
  assert.ok(!isValid('sealed', { ...sealed, jwe: { ...jwe, ciphertext: 'a b' } }));
  assert.ok(!isValid('sealed', { ...sealed, schema: 'canyu-sealed/2' }));
});
