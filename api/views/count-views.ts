import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { addViews, forgetOldViews } from './view-queries.ts';

/** How often assets' pages are opened: counted in memory, kept as sums a day. Nothing is known of who. */
export interface ViewCounts {
  note(assetId: string): void;
  /** Adds what was counted to the sums. What cannot be written is counted again the next time. */
  flush(): Promise<void>;
}

/** So that nobody fills the memory by asking for everything; what is flushed makes room. */
const mostCounted = 100_000;

export function countViews({ db, clock }: Pick<Deps, 'db' | 'clock'>): ViewCounts {
  let counted = new Map<string, number>();
  let forgotOn = '';
  const add = (key: string, views: number) => {
    if (counted.has(key) || counted.size < mostCounted) counted.set(key, (counted.get(key) ?? 0) + views);
  };
  return {
    note: (assetId) => add(`${londonDate(clock.now())} ${assetId}`, 1),
    async flush() {
      const today = londonDate(clock.now());
      const taken = counted;
      counted = new Map();
      try {
        if (taken.size > 0) await addViews(db, [...taken].map(readCount));
        if (forgotOn !== today) await forgetOldViews(db, today);
        forgotOn = today;
      } catch (error) {
        for (const [key, views] of taken) add(key, views);
        throw error;
      }
    },
  };
}

function readCount([key, views]: [string, number]): { day: string; asset_id: string; views: number } {
  const [day = '', assetId = ''] = key.split(' ');
  return { day, asset_id: assetId, views };
}
