import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Letters saved in the folder go on the day that stands in their name: what we promise holds for them too. `today`: YYYY-MM-DD. Answers how many went. */
export async function sweepSavedMail(folder: string, today: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const past = (await readdir(folder)).filter((file) => {
    const [, day] = /-until-(\d{4}-\d\d-\d\d)\.eml$/.exec(file) ?? [];
    return day !== undefined && day <= today;
  });
  for (const file of past) await rm(join(folder, file), { force: true });
  return past.length;
}
