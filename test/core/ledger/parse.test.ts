import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/ledger/parse.js';
import { strategies } from '../../../src/core/ledger/types.js';
import { entries } from '../json/documents.js';
import { isValid } from '../json/json-schema.js';
import { assertRefused } from '../json/refused.js';

const entry = (kind: string) => entries.find((one) => one.kind === kind) ?? {};

test('there is a valid row of each of the nine kinds', () => {
  assert.equal(new Set(entries.map(({ kind }) => kind)).size, 9);
});

test('what a ledger row may not say', () => {
  const refused = (kind: string, cases: readonly (readonly [object, string, boolean])[]) =>
    assertRefused(entry(kind), parseEntry, 'entry', cases);
  refused('event', [
    [{ kind: 'party' }, '/kind unknown', true],
    [{ kind: undefined }, '/kind required', true],
    [{ event: 'rain' }, '/event unknown', true],
    [{ label: ' ' }, '/label required', true],
    [{ handover: 'yes' }, '/handover type', true],
    [{ date: '2026-02-30' }, '/date value', true],
  ]);
  refused('suggestion', [
    [{ status: 'lost' }, '/status unknown', true],
    [{ doneOn: 'soon' }, '/doneOn value', true],
  ]);
  refused('group', [
    [{ members: { government: 1, organisation: 1, residents: 1 } }, '/members/others required', true],
    [{ members: { government: 1, organisation: 1, residents: 1.5, others: 0 } }, '/members/residents value', true],
    [{ meetingsPerMonth: -1 }, '/meetingsPerMonth value', true],
  ]);
  refused('practice', [[{ level: 6 }, '/level value', true]]);
  refused('phase', [
    [{ payer: undefined }, '/payer required', true],
    [{ initiator: 'nobody' }, '/initiator unknown', true],
  ]);
  refused('resource', [[{ contribution: 4 }, '/contribution value', true]]);
  refused('strategy', [
    [{ strategy: 'luck' }, '/strategy unknown', true],
    [{ use: 'often' }, '/use unknown', true],
  ]);
  refused('proof', [
    [{ level: 'galaxy' }, '/level unknown', true],
    [{ contributors: [''] }, '/contributors/0 required', true],
  ]);
  refused('commitment', [[{ due: undefined }, '/due required', true]]);
});

test('a strategy may be named in the words of method.md; one contributor may stand alone', () => {
  const read = (kind: string, changes: object) => {
    const result = parseEntry({ ...entry(kind), ...changes });
    assert.ok(result.ok);
    return result.value;
  };
  const named = [
    'FIC',
    'project groups',
    'repeated meetings',
    'process thinking',
    'helping government achieve',
    'bridge between sectors/levels',
    'showcasing results',
    'academia and media',
    'government rhetoric to change concepts',
    'working with government to change thinking',
  ].map((strategy) => read('strategy', { strategy }));
  assert.deepEqual(
    named.map((one) => 'strategy' in one && one.strategy),
    strategies,
  );
  assert.ok(isValid('entry', { ...entry('strategy'), strategy: 'bridge between sectors/levels' }));
  const proof = read('proof', { contributors: '居民小组' });
  assert.deepEqual('contributors' in proof && proof.contributors, ['居民小组']);
});
