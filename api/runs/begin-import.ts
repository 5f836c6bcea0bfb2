import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { requireSomewhere } from '../accounts/require-right.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { badRequest, StartError } from '../errors.ts';
import { guessReading } from '../imports/guess-reading-rules.ts';
import { type KeptType, keepFile, keptFile } from '../imports/kept-files.ts';
import { peekFile } from '../imports/peek-file.ts';
import { insertImportRun } from './run-queries.ts';

export interface SentFile {
  name: string;
  /** As it comes in. */
  chunks: AsyncIterable<Uint8Array>;
}

/** Keeps a file that was sent, looks what it holds, and answers the id of its run. Rejects with a bad request for what cannot be read; then nothing is kept. */
export async function beginImport(
  deps: Pick<Deps, 'db' | 'clock'> & { dataDir: string },
  viewer: SignedIn,
  { name, chunks }: SentFile,
): Promise<string> {
  await requireSomewhere(deps, viewer, 'import.run');
  const type = fileType(name);
  if (!type) throw badRequest([{ field: 'file', detail: 'is neither .csv nor .geojson' }]);
  const id = randomUUID();
  const path = keptFile(deps.dataDir, id, type);
  await keepFile(path, chunks);
  try {
    const { columns, delimiter, total } = await peekFile(path, type);
    if (total === 0) throw new StartError('It has no rows.');
    const reading = guessReading(columns, delimiter);
    const fileName = basename(name.replaceAll('\\', '/')).slice(0, 200);
    await insertImportRun(deps.db, { id, accountId: viewer.accountId, now: deps.clock.now(), fileName, reading, total });
    return id;
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof StartError) throw badRequest([{ field: 'file', detail: error.message.replace(basename(path), 'it') }]);
    throw error;
  }
}

/** Of the name that a file came by. */
export function fileType(name: string): KeptType | null {
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  return /\.(geojson|json)$/i.test(name) ? 'geojson' : null;
}
