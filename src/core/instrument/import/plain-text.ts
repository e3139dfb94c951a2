/** Elements whose content is not for reading. */
const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'svg',
  'math',
  'template',
  'noscript',
  'head',
  'audio',
  'video',
]);

/** Elements after which a new line begins. */
const BLOCK: ReadonlySet<string> = new Set([
  ...[
    'p',
    'div',
    'br',
    'li',
    'tr',
    'ul',
    'ol',
    'table',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'section',
    'article',
  ],
]);

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  hellip: '…',
  ndash: '–',
  mdash: '—',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
};

/** The words of a text that may hold HTML, and whether it did. Goes through the text once, whatever it holds. */
export function plainText(given: string): { readonly text: string; readonly marked: boolean } {
  if (!/<[a-z!/][^<>]*>/i.test(given)) return { text: tidy(given), marked: false };
  const lower = given.toLowerCase();
  let text = '';
  let at = 0;
  while (at < given.length) {
    const open = given.indexOf('<', at);
    if (open < 0 || !/[a-z!/]/i.test(given[open + 1] ?? '')) {
      const end = open < 0 ? given.length : open + 1;
      text += given.slice(at, end);
      at = end;
      continue;
    }
    text += given.slice(at, open);
    const close = given.indexOf('>', open);
    if (close < 0) break;
    const name = /^<\/?([a-z][a-z0-9]*)/.exec(lower.slice(open, open + 20))?.[1] ?? '';
    if (BLOCK.has(name)) text += '\n';
    at = close + 1;
    if (SILENT.has(name) && given[open + 1] !== '/') {
      const end = lower.indexOf(`</${name}`, at);
      at = end < 0 ? given.length : end;
    }
  }
  return { text: tidy(withoutEntities(text)), marked: true };
}

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (all, decimal, hex, name) => {
    if (name) return Object.hasOwn(ENTITIES, String(name)) ? (ENTITIES[String(name)] ?? all) : all;
    const point = decimal ? Number(decimal) : parseInt(String(hex), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

/** Lines without spaces at their ends, and no empty ones. */
const tidy = (text: string): string =>
  text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/[\t ]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
