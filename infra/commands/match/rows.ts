import { CsvError, parse } from 'csv-parse/sync';
import { textOf } from './encoding.ts';

/** A CSV file as it was read. */
export interface Sheet {
  file: string;
  bytes: Uint8Array;
}

export interface Row {
  /** As the spreadsheet counts: the headings are row 1, and blank rows count. */
  number: number;
  cells: string[];
}

/** The rows below the headings, without blank and ragged ones; what is wrong with the file, and what to know of it. */
export interface Rows {
  headings: string[];
  rows: Row[];
  faults: string[];
  warnings: string[];
}

export function rowsIn({ file, bytes }: Sheet): Rows {
  const read = textOf(file, bytes);
  if ('fault' in read) return unreadable(read.fault);
  const cells = cellsIn(file, read.text);
  if (!Array.isArray(cells)) return unreadable(cells.fault);
  const [first, ...rest] = cells
    .map((cells, index): Row => ({ number: index + 1, cells }))
    // Excel saves rows that were emptied, and LibreOffice those that have only a format, as ",,,".
    .filter((row) => row.cells.some((cell) => cell !== ''));
  if (first === undefined) return unreadable(`${file} is empty: expected a line of headings.`);
  const headings = first.cells;
  const width = headings.findLastIndex((heading) => heading !== '') + 1;
  const faults: string[] = [];
  const rows = rest.filter(({ number, cells }) => {
    const count = cells.findLastIndex((cell) => cell !== '') + 1;
    if (cells.length >= width && count <= headings.length) return true;
    const [have, hint] =
      cells.length < width
        ? [cells.length, 'Is one missing, or is a line break or a quotation mark out of place?']
        : [count, 'A cell with a comma in it has to be in quotation marks.'];
    faults.push(`${file}, row ${number} has ${have} ${have === 1 ? 'cell' : 'cells'}, expected ${width}. ${hint}`);
    return false;
  });
  return { headings, rows, faults, warnings: read.warning === undefined ? [] : [read.warning] };
}

function unreadable(fault: string): Rows {
  return { headings: [], rows: [], faults: [fault], warnings: [] };
}

function cellsIn(file: string, text: string): string[][] | { fault: string } {
  try {
    return parse(text, { delimiter: separatorOf(text), trim: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const fault =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'has a quotation mark that is never closed'
        : 'has a quotation mark in the middle of a cell: expected the whole cell in quotation marks, and those in it doubled';
    return { fault: `${file}, line ${error.lines} ${fault}.` };
  }
}

/** Where the comma is for decimals, Excel puts semicolons between cells; in UTF-16, tabs. The one that makes a heading "name". */
function separatorOf(text: string): string {
  const [headings = ''] = text.trimStart().split(/[\r\n]/, 1);
  const hasName = (separator: string) => headings.split(separator).some((one) => /^\s*"?\s*name\s*"?\s*$/i.test(one));
  return [',', ';', '\t'].find(hasName) ?? ',';
}
