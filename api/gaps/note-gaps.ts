import { createHmac, randomBytes } from 'node:crypto';
import type { Deps } from '../deps.ts';
import type { ConnectionsToday } from '../http/connections-today.ts';
import { londonDate } from '../time/london-time.ts';
import { countLook, forgetOldGaps, keyOfMonth } from './gap-queries.ts';
import { gapTerm } from './gap-rules.ts';
import { isOfKnownWords } from './known-words.ts';

/** Something was looked for and not found. */
export interface Gap {
  words: string;
  /** Slug; null where no area is known. */
  area: string | null;
  /** Network address of who looked: never kept, only told apart for a day. */
  from: string;
}

type NoteDeps = Pick<Deps, 'db' | 'clock' | 'log' | 'vocabulary'> & { connections: ConnectionsToday };

/** So many looks a day; more are no neighbours. */
const mostLooks = 20_000;

/** On a day that counts so many connections looked: for words that name nobody, and for words that may. */
const enoughForKnownWords = 1;
const enoughForAnyWords = 5;

/** Notes gaps after the answer is on its way: what fails is logged and forgotten. A term counts once a day for each connection. */
export function createGapNotes(deps: NoteDeps): (gap: Gap) => void {
  let today = { day: '', lookers: new Map<string, number>(), looks: 0 };
  let hashedMonth = '';

  return ({ words, area, from }) => {
    const term = gapTerm(words);
    if (term === null) return;
    const day = londonDate(deps.clock.now());
    if (today.day !== day) today = { day, lookers: new Map(), looks: 0 };
    if (today.looks >= mostLooks) return;
    const thing = `gap: ${area ?? ''} ${term}`;
    const note = () => write(term, { area: area ?? '', day, lookers: oneMore(thing) });
    setImmediate(() =>
      deps.connections
        .oncePerDay(deps.connections.nameOf(from), thing, note)
        .catch((error: unknown) => deps.log.warn({ err: error }, 'a gap could not be noted')),
    );
  };

  function oneMore(thing: string): number {
    const lookers = (today.lookers.get(thing) ?? 0) + 1;
    today.lookers.set(thing, lookers);
    today.looks += 1;
    return lookers;
  }

  async function write(term: string, look: { area: string; day: string; lookers: number }): Promise<void> {
    const month = `${look.day.slice(0, 7)}-01`;
    const hash = createHmac('sha256', await keyOfMonth(deps.db, month, randomBytes(32).toString('hex')))
      .update(term)
      .digest('base64url');
    const enough = isOfKnownWords(deps.vocabulary.current(), term) ? enoughForKnownWords : enoughForAnyWords;
    await countLook(deps.db, { ...look, month, hash, term, enough });
    if (hashedMonth === month) return;
    hashedMonth = month;
    await forgetOldGaps(deps.db, month);
  }
}
