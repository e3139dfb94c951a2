import { xmlText } from './cell-text.js';
import { ROWS_PER_PIECE, textFile, type Cell, type ExportFile, type Table, type TableColumn } from './table.js';
import { serialDay } from './week.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in the list of formats of `styles`. */
const STYLE = { number: 0, heading: 1, text: 2, day: 3 } as const;

/** What a workbook may hold in one cell. */
const LONGEST_CELL = 32_767;

/** The parts of a workbook (Office Open XML, ISO/IEC 29500) with one sheet for each table; zipped together they are the .xlsx file. */
export function workbookParts(tables: readonly Table[]): readonly ExportFile[] {
  const names = sheetNames(tables);
  const path = (i: number): string => `worksheets/sheet${i + 1}.xml`;
  return [
    textFile(
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${tables
        .map((_, i) => `<Override PartName="/xl/${path(i)}" ContentType="${KIND}.worksheet+xml"/>`)
        .join('')}</Types>`,
    ),
    textFile(
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    textFile(
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names
        .map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    textFile(
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${tables
        .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="${path(i)}"/>`)
        .join(
          '',
        )}<Relationship Id="rId${tables.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    textFile('xl/styles.xml', styles),
    ...tables.map((table, i): ExportFile => ({
      name: `xl/${path(i)}`,
      rows: table.rows.length,
      pieces: () => sheetPieces(table),
    })),
  ];
}

// Text cells have the format "text", so that a sentence with "=" in front stays a sentence when somebody edits it.
const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3F0EF"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function* sheetPieces({ columns, rows, frozen }: Table): ReturnType<ExportFile['pieces']> & Generator {
  const corner = `${letters(frozen)}2`;
  const pane = frozen ? 'bottomRight' : 'bottomLeft';
  yield {
    text: `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane${frozen ? ` xSplit="${frozen}"` : ''} ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews><cols>${columns
      .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
      .join('')}</cols><sheetData><row r="1">${columns
      .map(({ id }, i) => textCell(`${letters(i)}1`, id, STYLE.heading))
      .join('')}</row>`,
    rows: 0,
  };
  const names = columns.map((_, i) => letters(i));
  for (let at = 0; at < rows.length; at += ROWS_PER_PIECE) {
    const some = rows.slice(at, at + ROWS_PER_PIECE);
    yield { text: some.map((cells, i) => row(at + i + 2, cells, columns, names)).join(''), rows: at + some.length };
  }
  const last = `${letters(columns.length - 1)}${rows.length + 1}`;
  yield { text: `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`, rows: rows.length };
}

function row(
  number: number,
  cells: readonly Cell[],
  columns: readonly TableColumn[],
  names: readonly string[],
): string {
  let text = `<row r="${number}">`;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as Cell;
    if (cell === null) continue;
    const place = `${names[i] as string}${number}`;
    if (typeof cell === 'number') text += `<c r="${place}"><v>${cell}</v></c>`;
    else {
      const day = columns[i]?.type === 'day' ? serialDay(cell) : undefined;
      text +=
        day === undefined ? textCell(place, cell, STYLE.text) : `<c r="${place}" s="${STYLE.day}"><v>${day}</v></c>`;
    }
  }
  return `${text}</row>`;
}

/** Words in the cell itself. `_x0041_` is how workbooks write characters: an underscore that begins one is written so itself. */
function textCell(place: string, words: string, style: number): string {
  const text = xmlText(words.slice(0, LONGEST_CELL)).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A, B, …, Z, AA, …: the name of a column, counted from 0. */
function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Names as workbooks allow them: at most 31 characters, without `[]:*?/\`, and no two alike. */
function sheetNames(tables: readonly Table[]): string[] {
  const taken = new Set<string>();
  return tables.map(({ title, name }) => {
    const clean = title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || name;
    const free = taken.has(clean.toLowerCase()) ? `${clean.slice(0, 27)} ${taken.size + 1}` : clean;
    taken.add(free.toLowerCase());
    return free;
  });
}
