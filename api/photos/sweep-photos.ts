import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { forgetPhotos, photoFileNames } from './desk-photo-queries.ts';
import { removeFilesBut } from './photo-files.ts';
import { shownPhotoIds } from './photo-queries.ts';
import { backForMs } from './photo-rules.ts';

/**
 * What was taken away half an hour ago goes for good, as does every file that no photo needs. What was made of a photo goes when nobody may
 * see it any more; shown again, it is made again. `folder`: as in `createPhotoSizer`. Answers how many files went.
 */
export async function sweepPhotos({ db, clock }: Pick<Deps, 'db' | 'clock'>, folder: string): Promise<number> {
  const now = clock.now();
  await forgetPhotos(db, new Date(now.getTime() - backForMs));
  const unneeded = await removeFilesBut(folder, () => photoFileNames(db), now);
  return unneeded + (await sweepSized(db, folder));
}

async function sweepSized(db: Queryable, folder: string): Promise<number> {
  const sized = join(folder, 'sized');
  if (!existsSync(sized)) return 0;
  // Files first: what is made meanwhile is not looked at.
  const files = await readdir(sized);
  const shown = new Set(await shownPhotoIds(db));
  const past = files.filter((file) => !shown.has(file.slice(0, uuidLength)));
  for (const file of past) await rm(join(sized, file), { force: true });
  return past.length;
}

const uuidLength = 36;
