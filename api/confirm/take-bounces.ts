import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import { StartError } from '../errors.ts';
import { insertBounce } from './confirm-queries.ts';
import { type Bounce, readBounce } from './read-bounce.ts';

export interface BounceCounts {
  /** Letters of ours that came back for good. */
  bounced: number;
  /** Mail of other sorts, delays, and letters to others. */
  others: number;
  /** Files that could not be read. */
  unread: string[];
}

/** Reads what mail servers sent back (a folder of .eml files): whose letters came back for good get no more. Reading twice changes nothing. */
export async function takeBounces({ db, clock }: Pick<Deps, 'db' | 'clock'>, folder: string): Promise<BounceCounts> {
  const counts: BounceCounts = { bounced: 0, others: 0, unread: [] };
  for (const file of await filesIn(folder)) {
    const bounce = await readFile(join(folder, file))
      .then(readBounce)
      .catch((): 'unread' => 'unread');
    if (bounce === 'unread') counts.unread.push(file);
    else if (bounce && (await note(bounce))) counts.bounced += 1;
    else counts.others += 1;
  }
  return counts;

  function note({ letter, status }: Bounce): Promise<boolean> {
    return db.transaction((tx) => insertBounce(tx, { letter, at: clock.now(), code: status }));
  }
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.toLowerCase().endsWith('.eml')).sort();
  } catch {
    throw new StartError(`There is no folder ${folder} that can be read; please name the one that holds the returned mail: --from FOLDER.`);
  }
}
