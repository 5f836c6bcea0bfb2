import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type KeptType = 'csv' | 'geojson';

/** Where files that were sent to the desk lie until they have been brought in. */
const folderOf = (dataDir: string) => join(dataDir, 'imports', 'sent');

export const keptFile = (dataDir: string, runId: string, type: KeptType) => join(folderOf(dataDir), `${runId}.${type}`);

/** Keeps a file as UTF-8, whatever it came as. It has its name only once it is whole, so that a full disk leaves no half of it. */
export async function keepFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  try {
    await writeFile(`${path}.part`, decodeText(bytes), { flush: true });
    await rename(`${path}.part`, path);
  } catch (error) {
    await rm(`${path}.part`, { force: true });
    throw error;
  }
}

/** Removes every file but those of the runs that still need theirs. */
export async function sweepKeptFiles(dataDir: string, needed: string[]): Promise<void> {
  const ids = new Set(needed);
  for (const name of await readdir(folderOf(dataDir)).catch(() => []))
    if (!ids.has(name.split('.')[0] ?? '')) await rm(join(folderOf(dataDir), name), { force: true });
}

/** UTF-8 where that makes sense of it, UTF-16 when it says so, else what Windows writes in Western Europe. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
