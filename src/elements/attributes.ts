import type { ComplexAttributeConverter } from 'lit';

const warned = new Set<string>();

/**
 * Converter for an attribute that knows only certain values: an unknown one falls back to the first, with one warning per
 * attribute and value.
 */
export function oneOf<T extends string>(name: string, values: readonly [T, ...T[]]): ComplexAttributeConverter<T> {
  return {
    fromAttribute(text) {
      const found = values.find((value) => value === text);
      if (found !== undefined || text === null) return found ?? values[0];
      const key = `${name}=${text}`;
      if (!warned.has(key)) {
        warned.add(key);
        console.warn(`canyu: ${name}="${text}" is not known; using "${values[0]}". Known: ${values.join(', ')}.`);
      }
      return values[0];
    },
  };
}
