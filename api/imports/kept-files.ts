import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export type KeptType = 'csv' | 'geojson';

/** A file that still comes, or has just come, is one that no run knows of yet. By the machine's clock, as the times of files are. */
const underWayMs = 3_600_000;

/** Where files that were sent to the desk lie until they have been brought in. */
const folderOf = (dataDir: string) => join(dataDir, 'imports', 'sent');

export const keptFile = (dataDir: string, runId: string, type: KeptType) => join(folderOf(dataDir), `${runId}.${type}`);

/**
 * Keeps a file as UTF-8, whatever it came as, piece by piece: however large, it is never held as a whole. It has its name only once it is
 * whole, so that neither a full disk nor a broken line leaves half of it.
 */
export async function keepFile(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const [sent, part] = [`${path}.sent`, `${path}.part`];
  try {
    await pipeline(bytes, createWriteStream(sent, { flush: true }));
    const encoding = await encodingOf(sent);
    if (encoding !== 'utf-8') await pipeline(decode(createReadStream(sent), encoding), createWriteStream(part, { flush: true }));
    await rename(encoding === 'utf-8' ? sent : part, path);
  } finally {
    for (const left of [sent, part]) await rm(left, { force: true });
  }
}

/** Removes every file but those of the runs that still need theirs, and those that are under way. */
export async function sweepKeptFiles(dataDir: string, needed: string[]): Promise<void> {
  const ids = new Set(needed);
  for (const name of await readdir(folderOf(dataDir)).catch(() => [])) {
    if (ids.has(name.split('.')[0] ?? '')) continue;
    const path = join(folderOf(dataDir), name);
    const written = await stat(path).catch(() => null);
    if (written && Date.now() - written.mtimeMs > underWayMs) await rm(path, { force: true });
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';

/** UTF-8 where that makes sense of it, UTF-16 when it says so, else what Windows writes in Western Europe. */
async function encodingOf(path: string): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const bytes of createReadStream(path)) {
      if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
      isFirst = false;
      strict.decode(bytes, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
