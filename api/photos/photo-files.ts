import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const hourMs = 3_600_000;

const originalsIn = (folder: string) => join(folder, 'originals');

/** Keeps a photo that was made anew. Answers its name, under which nothing ever stood before: a name without a row stays without. */
export async function keepFile(folder: string, bytes: Uint8Array): Promise<string> {
  const name = `${randomUUID()}.webp`;
  const target = join(originalsIn(folder), name);
  await mkdir(originalsIn(folder), { recursive: true });
  // Under another name until it is whole, and on the disk before a row speaks of it.
  const unfinished = await open(`${target}.unfinished`, 'wx');
  try {
    await unfinished.writeFile(bytes);
    await unfinished.sync();
  } finally {
    await unfinished.close();
  }
  await rename(`${target}.unfinished`, target);
  return name;
}

/** Removes what no row speaks of, one hour after it came: until then its row may be on its way. Answers how many. */
export async function removeFilesBut(folder: string, namesNeeded: () => Promise<Set<string>>, now: Date): Promise<number> {
  if (!existsSync(originalsIn(folder))) return 0;
  const files = await readdir(originalsIn(folder));
  const needed = await namesNeeded();
  let removed = 0;
  for (const file of files.filter((name) => !needed.has(name))) {
    const path = join(originalsIn(folder), file);
    if (now.getTime() - (await stat(path)).mtimeMs < hourMs) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
