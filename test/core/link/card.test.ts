import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardNames } from '../../../src/core/link/card-names.js';
import { cardPictures } from '../../../src/core/link/card-pictures.js';
import {
  type Card,
  cardCount,
  cardLength,
  cardMessage,
  cardSymbols,
  isCard,
  makeCards,
} from '../../../src/core/link/card.js';
import { linkResponses } from '../../../src/core/link/match.js';
import { exactTokens, linkIterations, linkTokens } from '../../../src/core/link/tokens.js';
import { parseResponse } from '../../../src/core/response/parse.js';
import { sheet } from '../fixtures/synthetic.js';

/** A seeded source of whole numbers. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const all = makeCards(cardCount, () => 0);

test('nineteen symbols, each with a picture and a name of its own in both languages', () => {
  assert.equal(cardSymbols.length, 19);
  assert.equal(new Set(cardSymbols).size, 19);
  assert.deepEqual(Object.keys(cardPictures).sort(), [...cardSymbols].sort());
  assert.equal(new Set(Object.values(cardPictures)).size, 19);
  for (const names of Object.values(cardNames)) {
    assert.equal(names.length, 19);
    assert.equal(new Set(names).size, 19);
  }
  for (const path of Object.values(cardPictures)) assert.match(path, /^M[MLHVCAZmlhvcaz\d .-]+$/);
});

test('the count of cards is what a count of all five-picture rows gives, and makeCards can make them all', () => {
  // Written out with numbers, without the code under test.
  let count = 0;
  for (let a = 0; a < 19; a++)
    for (let b = 0; b < 19; b++)
      for (let c = 0; c < 19; c++)
        for (let d = 0; d < 19; d++)
          for (let e = 0; e < 19; e++)
            if ((a + 2 * b + 3 * c + 4 * d + 5 * e) % 19 === 0 && new Set([a, b, c, d, e]).size === 5) count++;
  assert.equal(count, cardCount);
  assert.equal(new Set(all.map((card) => card.join())).size, cardCount);
  assert.ok(all.every(isCard));
});

test('every single wrong picture is noticed, on every card', () => {
  for (const card of all) {
    for (let place = 0; place < cardLength; place++) {
      for (const symbol of cardSymbols) {
        if (symbol === card[place]) continue;
        const slip = [...card.slice(0, place), symbol, ...card.slice(place + 1)];
        if (isCard(slip)) assert.fail(`${card.join()} and ${slip.join()}`);
      }
    }
  }
});

test('every swap of two pictures is noticed, neighbours or not, on every card', () => {
  for (const card of all) {
    for (let i = 0; i < cardLength; i++) {
      for (let j = i + 1; j < cardLength; j++) {
        const swapped = [...card];
        [swapped[i], swapped[j]] = [card[j] as string, card[i] as string];
        if (isCard(swapped)) assert.fail(`${card.join()} and ${swapped.join()}`);
      }
    }
  }
});

test('of rows pressed at random about one in nineteen passes for a card', () => {
  const below = seeded(7);
  const rows = Array.from({ length: 40_000 }, () => {
    const tray = [...cardSymbols];
    return Array.from({ length: cardLength }, () => tray.splice(below(tray.length), 1)[0] as string);
  });
  const share = rows.filter(isCard).length / rows.length;
  assert.ok(Math.abs(share - 1 / 19) < 0.005, String(share));
});

test('what is no card is none: too few, too many, twice the same, unknown', () => {
  const [card] = makeCards(1, seeded(1)) as [Card];
  for (const other of [
    [],
    card.slice(0, 4),
    [...card, 'sun'],
    [...card.slice(0, 4), card[0]],
    [...card.slice(0, 4), '太阳'],
  ]) {
    assert.equal(isCard(other as string[]), false, String(other));
    assert.equal(cardMessage(other as string[]), null);
  }
  assert.equal(cardMessage(card), `v1|C|${card.join('|')}`);
  fc.assert(fc.property(fc.array(fc.string()), (symbols) => cardMessage(symbols) === null));
});

test('a print run holds no card twice, takes its chance from what is passed in, and all cards are as likely', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 2000 }), (seed, count) => {
      const cards = makeCards(count, seeded(seed));
      assert.equal(new Set(cards.map((card) => card.join())).size, count);
      assert.ok(cards.every(isCard));
      assert.deepEqual(makeCards(count, seeded(seed)), cards);
    }),
    { numRuns: 20 },
  );
  const firsts = new Map<string, number>();
  for (const card of makeCards(19_000, seeded(5))) {
    firsts.set(card[0] as string, (firsts.get(card[0] as string) ?? 0) + 1);
  }
  for (const symbol of cardSymbols) assert.ok(Math.abs((firsts.get(symbol) ?? 0) - 1000) < 120, symbol);
  for (const count of [-1, 1.5, NaN, cardCount + 1]) assert.throws(() => makeCards(count, seeded(1)), RangeError);
});

test('the tokens of a card: one token seven times, that of its message, and a response takes them', async () => {
  const [card, other] = makeCards(2, seeded(3)) as [Card, Card];
  const { subtle } = globalThis.crypto;
  const tokens = await exactTokens(cardMessage(card) as string, 's', subtle);
  assert.equal(linkIterations, 100_000);
  assert.deepEqual(tokens, Array(7).fill((await linkTokens([`v1|C|${card.join('|')}`], 's', subtle))[0]));
  assert.notEqual(tokens[0], (await exactTokens(cardMessage(other) as string, 's', subtle))[0]);
  assert.notEqual(tokens[0], (await exactTokens(cardMessage(card) as string, 'another study', subtle))[0]);
  assert.equal(parseResponse(sheet({ id: 'a', link: tokens })).ok, true);
});

test('sheets with such tokens are linked exactly, set aside when ambiguous, and never one-off', () => {
  const token = (person: number): string[] => Array<string>(7).fill(person.toString(16).padStart(32, '0'));
  const people = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 });
  fc.assert(
    fc.property(people, people, (before, after) => {
      const links = linkResponses(
        before.map((person, i) => sheet({ id: `b${i}`, link: token(person) })),
        after.map((person, i) => sheet({ id: `a${i}`, wave: 'post', link: token(person) })),
      );
      assert.deepEqual(links.oneOff, []);
      assert.equal(links.expectedFalse, 0);
      assert.equal(links.oneOffUsed, false);
      const once = (all: number[], person: number): boolean => all.filter((one) => one === person).length === 1;
      const paired = before.filter((person) => once(before, person) && once(after, person));
      assert.deepEqual(
        links.used.map(({ baseline, endline }) => [before[baseline], after[endline]]),
        paired.map((person) => [person, person]),
      );
    }),
  );
});
