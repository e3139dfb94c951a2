/**
 * The cells of a table as text, row by row (RFC 4180, as spreadsheets write it): quotes, line breaks inside quotes, CRLF. Commas, semicolons and
 * tabs part cells: the one that is in the first row outside quotes most often. A cell that a spreadsheet was kept from computing
 * (`'=…`) loses the apostrophe again.
 */
export function parseTable(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(/^'\s*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

function separatorOf(text: string): string {
  const lines = text.split(/\r?\n|\r/, 20).map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  const head = lines.find((line) => !/^"?#/.test(line) && line.trim() !== '') ?? '';
  const [best] = [',', '\t', ';']
    .map((sign) => ({ sign, count: head.split(sign).length }))
    .sort((a, b) => b.count - a.count);
  return best?.sign ?? ',';
}

/** A table as CSV text, with a byte order mark, by which spreadsheets know UTF-8. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join()).join('\r\n')}\r\n`;
