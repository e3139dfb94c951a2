/**
 * The nineteen pictures of the linking card, by ids that never change: they are part of the token. Things from everyday life that look
 * different in black and white, each with a short name in both languages, so that a card can also be read out; none of them a number,
 * a sign of religion, or something one would rather not be handed.
 *
 * Nineteen, because the check needs a prime number, and 17 give too few cards while 23 no longer fit on a phone at a size that
 * an old finger hits.
 */
export const cardSymbols: readonly string[] =
  'sun moon star cloud hill tree flower fish house boat cup key heart book lantern glasses letter car chair'.split(' ');

/** Pictures on a card: four that tell it from others, and one that checks them (method.md §2.6). */
export const cardLength = 5;

/** Pictures from left to right, by id. */
export type Card = readonly string[];

const PRIME = cardSymbols.length;
const places = new Map(cardSymbols.map((symbol, at) => [symbol, at]));

/**
 * Whether these are the pictures of a card: five different ones whose places in `cardSymbols` satisfy 1·x₁ + 2·x₂ + 3·x₃ + 4·x₄ + 5·x₅ ≡ 0
 * modulo 19, the scheme of ISBN-10 with a smaller prime. The weights are different and none is 0 modulo 19, so every single wrong
 * picture and every swap of two, neighbours or not, is noticed, for certain; of other mistakes 18 in 19.
 */
export const isCard = (symbols: Card): boolean =>
  symbols.length === cardLength && sumOf(symbols) === 0 && new Set(symbols).size === cardLength;

/** The weighted sum modulo 19; NaN where something is no symbol. */
const sumOf = (symbols: Card): number =>
  symbols.reduce((sum, symbol, i) => (sum + (i + 1) * (places.get(symbol) ?? NaN)) % PRIME, 0);

/** How many different cards there are. */
export const cardCount = 73_440;

/** 5 · 4 ≡ 1 modulo 19, so four pictures that sum up to s need −4·s in the fifth place. */
const checkOf = (four: Card): string => cardSymbols[(PRIME * 4 - 4 * sumOf(four)) % PRIME] as string;

/** Every card, in the order of `cardSymbols`. */
function allCards(begun: Card = []): Card[] {
  if (begun.length === cardLength - 1) {
    const check = checkOf(begun);
    return begun.includes(check) ? [] : [[...begun, check]];
  }
  return cardSymbols.flatMap((symbol) => (begun.includes(symbol) ? [] : allCards([...begun, symbol])));
}

/**
 * Cards to hand out, all different. Of two print runs that know nothing of each other, of n and m cards, n·m / 73 440 are expected to be
 * the same (100 and 200: 0.3): print all cards of a study at once. Two people with the same card are set aside by `linkResponses`,
 * never taken for each other, if both come to one wave.
 *
 * @param below gives a whole number from 0 to `limit` - 1, each as likely as the other; from a source that nobody can foretell
 * @throws RangeError when there are not so many cards
 */
export function makeCards(count: number, below: (limit: number) => number): Card[] {
  if (!Number.isInteger(count) || count < 0 || count > cardCount) throw new RangeError(`there are ${cardCount} cards`);
  const cards = allCards();
  // Fisher–Yates, as far as it is needed.
  for (let i = 0; i < count; i++) {
    const other = i + below(cards.length - i);
    [cards[i], cards[other]] = [cards[other] as Card, cards[i] as Card];
  }
  return cards.slice(0, count);
}

/**
 * The message of a card, `v1|C|sun|fish|…`, for `exactTokens`.
 *
 * A card carries 16 bits: like the six answers it tells neighbours apart and hides nobody from who holds the tokens.
 *
 * @returns null where the pictures are not those of a card
 */
export const cardMessage = (symbols: Card): string | null =>
  isCard(symbols) ? ['v1', 'C', ...symbols].join('|') : null;
