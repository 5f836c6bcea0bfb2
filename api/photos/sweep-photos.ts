import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import { shownPhotoIds } from './photo-queries.ts';

/** What was made of a photo goes when nobody may see it any more; shown again, it is made again. `folder`: as in `createPhotoSizer`. Answers how many files went. */
export async function sweepPhotos({ db }: Pick<Deps, 'db'>, folder: string): Promise<number> {
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
