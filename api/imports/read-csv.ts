import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { rowReason } from '../contract/row-reason.ts';
import { StartError } from '../errors.ts';
import type { Mapping } from './mapping-format.ts';
import type { SourceRecord } from './read-records.ts';

/** Longer than any honest cell; a whole row beyond this many characters means a quotation mark that is never closed. */
const longestCell = 20_000;
const longestRow = 1_000_000;

/** Commas, tabs or what the mapping says; with or without a byte order mark; either line ending. The first row names the columns unless the mapping does. */
export async function* readCsv(bytes: Readable, format: Mapping['format']): AsyncGenerator<SourceRecord> {
  const parser = parse({
    bom: true,
    raw: true,
    delimiter: format.delimiter ?? ',',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  bytes.on('error', (error) => parser.destroy(error));
  let header = format.columns;
  // Counted here: the parser counts a line break inside quotes twice when it is of two signs.
  let line = 1;
  try {
    for await (const { record, raw } of bytes.pipe(parser) as AsyncIterable<{ record: string[]; raw: string }>) {
      const begins = line + lineBreaks(/^[\r\n]*/.exec(raw)?.[0] ?? '');
      line += lineBreaks(raw);
      if (header) yield toRecord(record, header, begins);
      else header = checkHeader(record);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const unclosed = /quote|record_size/i.test(error.code);
    throw new StartError(unclosed ? `line ${line}: a quotation mark is opened and never closed` : `after line ${line}: ${error.message}`, {
      cause: error,
    });
  }
}

function toRecord(row: string[], header: string[], line: number): SourceRecord {
  const cells: Record<string, string> = {};
  const record: SourceRecord = { line, cells, geometry: null };
  for (const [index, column] of header.entries()) cells[column] = row[index] ?? '';
  const long = header.find((column) => (cells[column] ?? '').length > longestCell);
  if (row.length !== header.length) record.fault = rowReason('cells', { cells: row.length, columns: header.length });
  else if (long) record.fault = rowReason('long-cell', { column: long, most: longestCell });
  return record;
}

function checkHeader(row: string[]): string[] {
  const names = row.map((name) => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index && name !== '');
  if (twice) throw new StartError(`the first line names the column “${twice}” twice`);
  return names;
}

const lineBreaks = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0;
