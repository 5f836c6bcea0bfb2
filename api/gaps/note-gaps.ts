import { createHmac, randomBytes } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { countLook, forgetOldGaps, keyOfMonth } from './gap-queries.ts';
import { gapTerm } from './gap-rules.ts';

/** Something was looked for and not found. */
export interface Gap {
  words: string;
  /** Slug; null where no area is known. */
  area: string | null;
  /** Network address of who looked: never kept, only told apart for a day. */
  from: string;
}

/** So many looks a day; more are no neighbours. */
const mostLooks = 20_000;

/**
 * Notes gaps after the answer is on its way: what fails is logged and forgotten. A term counts once a day for each network address; whose it
 * was is told by a hash under a key that is never written down and gone at midnight.
 */
export function createGapNotes(deps: Pick<Deps, 'db' | 'clock' | 'log'>): (gap: Gap) => void {
  let today = freshDay('');
  let hashedMonth = '';

  return ({ words, area, from }) => {
    const term = gapTerm(words);
    if (term === null) return;
    const day = londonDate(deps.clock.now());
    if (today.day !== day) today = freshDay(day);
    const look = hash(today.key, `${from} ${area} ${term}`);
    if (today.looks.has(look) || today.looks.size >= mostLooks) return;
    today.looks.add(look);
    setImmediate(() => write(term, area ?? '', day).catch((error: unknown) => deps.log.warn({ err: error }, 'a gap could not be noted')));
  };

  async function write(term: string, area: string, day: string): Promise<void> {
    const month = `${day.slice(0, 7)}-01`;
    const key = await keyOfMonth(deps.db, month, freshKey());
    await countLook(deps.db, { month, area, hash: hash(key, term), term, day });
    if (hashedMonth === month) return;
    hashedMonth = month;
    await forgetOldGaps(deps.db, month);
  }
}

const freshDay = (day: string) => ({ day, key: freshKey(), looks: new Set<string>() });
const freshKey = () => randomBytes(32).toString('hex');
const hash = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64url');
