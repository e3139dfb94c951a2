import { normaliseElement, unknownElement } from '../link/code.js';

/**
 * What was typed for one of the six small questions or one picture of a card: one of `values` itself (the number printed on the
 * sheet), a label (属相, 江苏省) or the beginning of one that fits no other. Nothing, `?` and "不知道" are `unknownElement`;
 * undefined where it cannot be told what is meant.
 *
 * @param values absent for the family name, which is written
 * @param labels of the values, in their order
 */
export function linkValueOf(
  values: readonly string[] | undefined,
  labels: readonly string[] | undefined,
  typed: string,
): string | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '' || /^(?:\?|不知道|不清楚|不想说|unknown|don't know)$/.test(text)) return unknownElement;
  if (!values) {
    const name = normaliseElement('G1', typed);
    return name === unknownElement ? undefined : name;
  }
  const number = text.replace(/^0+(?=\d)/, '');
  if (values.includes(number)) return number;
  const names = (labels ?? []).map((label) => label.normalize('NFKC').toLowerCase());
  const exact = names.indexOf(text);
  if (exact >= 0) return values[exact];
  // 江苏省 begins with 江苏; "gua" could be two provinces and is not guessed at.
  const near = names.flatMap((name, i) => (name.startsWith(text) || text.startsWith(name) ? [i] : []));
  return near.length === 1 ? values[near[0] as number] : undefined;
}
