import type { Queryable } from '../db/database.ts';
import { listBehind } from './outbox-queries.ts';

/** Far longer than a change takes to be found among a million. */
const mostSeconds = 60;

export interface Lag {
  /** As of the last look. */
  isBehind(server: string): boolean;
  look(): Promise<void>;
}

/** Which of several servers have changes waiting for so long that readers had better not ask them: it was away, or takes none. */
export function watchLag(db: Queryable): Lag {
  let behind: ReadonlySet<string> = new Set();
  return {
    isBehind: (server) => behind.has(server),
    async look() {
      behind = new Set(await listBehind(db, mostSeconds));
    },
  };
}
