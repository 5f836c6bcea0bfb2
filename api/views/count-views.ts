import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { addViews, forgetOldViews, renewRecentViews, sumRecentViews } from './view-queries.ts';

/** How often assets' pages are opened: counted in memory, kept as sums a day, and of the last 30 days together. Nothing is known of who. */
export interface ViewCounts {
  note(assetId: string): void;
  /** Adds what was counted to the sums. What cannot be written is counted again the next time. */
  flush(): Promise<void>;
}

/** So that nobody fills the memory by asking for everything; what is flushed makes room. */
const mostCounted = 100_000;

export function countViews({ db, clock }: Pick<Deps, 'db' | 'clock'>): ViewCounts {
  let counted = new Map<string, number>();
  let renewedOn = '';
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
        if (taken.size > 0 || renewedOn !== today) await db.transaction((tx) => write(tx, [...taken].map(readCount), today));
        renewedOn = today;
      } catch (error) {
        for (const [key, views] of taken) add(key, views);
        throw error;
      }
    },
  };

  /** All or nothing: what was written is never counted again. */
  async function write(tx: Queryable, rows: ViewCount[], today: string): Promise<void> {
    if (rows.length > 0) await addViews(tx, rows);
    if (renewedOn === today) return void (await sumRecentViews(tx, today, [...new Set(rows.map(({ asset_id }) => asset_id))]));
    await forgetOldViews(tx, today);
    await renewRecentViews(tx, today);
  }
}

interface ViewCount {
  day: string;
  asset_id: string;
  views: number;
}

function readCount([key, views]: [string, number]): ViewCount {
  const [day = '', assetId = ''] = key.split(' ');
  return { day, asset_id: assetId, views };
}
