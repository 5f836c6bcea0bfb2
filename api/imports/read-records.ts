import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { StartError } from '../errors.ts';
import type { Mapping } from './mapping-format.ts';
import { readCsv } from './read-csv.ts';
import { readGeojson } from './read-geojson.ts';
import type { Shape } from './shape-rules.ts';

/** One row or feature as it stands in its file. */
export interface SourceRecord {
  /** On which line it begins, counted from 1. */
  line: number;
  cells: Record<string, string>;
  geometry: Shape | { type: 'Point'; coordinates: number[] } | null;
  /** Why it cannot be read at all; the rest is then empty. */
  fault?: string;
}

/** Reads a file row by row, unpacking `.gz`, in constant memory. Rejects with a StartError when the file as a whole cannot be read. */
export async function* readRecords(path: string, format: Mapping['format']): AsyncGenerator<SourceRecord> {
  const source = createReadStream(path);
  const bytes: Readable = path.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  if (bytes !== source) source.on('error', (error) => bytes.destroy(error));
  try {
    const type = format.type ?? typeOf(path);
    yield* type === 'csv' ? readCsv(bytes, format) : readGeojson(bytes.setEncoding('utf8'));
  } catch (error) {
    if (error instanceof StartError) throw new StartError(`${basename(path)}: ${error.message}`, { cause: error });
    throw new StartError(`${path} cannot be read: ${error instanceof Error ? error.message : error}`, { cause: error });
  } finally {
    source.destroy();
  }
}

/** `csv` or `geojson`, by the end of the name. */
function typeOf(path: string): 'csv' | 'geojson' {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  if (/\.(csv|tsv|txt)$/.test(name)) return 'csv';
  if (/\.(geojson|json)$/.test(name)) return 'geojson';
  throw new StartError('is neither .csv nor .geojson (each may end in .gz); name it so, or say "format" in the mapping');
}
