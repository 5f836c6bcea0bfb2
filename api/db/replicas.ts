import pg from 'pg';
import type { Log } from '../deps.ts';
import { createDatabase, type Database, poolSettings } from './database.ts';
import { readDirectoryVersion } from './directory-version.ts';
import { isTooSlow } from './once-more.ts';
import { createSharedLook } from './shared-look.ts';

/** A server that follows the primary. What it cannot answer the primary does. */
export interface Replica {
  db: Database;
  /** The directory's version that it was last seen to have. */
  version(): number;
}

export interface Replicas {
  readonly all: readonly Replica[];
  /** One that has heard of every change up to this version, each in its turn; null: none has. */
  pick(version: number): Promise<Replica | null>;
  close(): Promise<void>;
}

/** Longer than that nobody waits to hear where a replica is. */
const patienceMs = 250;
/** For how long one that did not answer is not asked. */
const restMs = 1_000;

/** Read replicas by their addresses. One that is away or behind is left out, and comes back by itself. */
export function openReplicas(urls: readonly string[], { primary, log }: { primary: Database; log: Log }): Replicas {
  const followers = urls.map((url) => follow(url, primary, log));
  let turn = 0;
  return {
    all: followers,
    async pick(version) {
      turn += 1;
      for (let step = 0; step < followers.length; step += 1) {
        const follower = followers[(turn + step) % followers.length];
        if (follower && (await follower.has(version))) return follower;
      }
      return null;
    },
    close: async () => void (await Promise.all(followers.map((follower) => follower.close()))),
  };
}

interface Follower extends Replica {
  has(version: number): Promise<boolean>;
  close(): Promise<void>;
}

function follow(url: string, primary: Database, log: Log): Follower {
  const pool = new pg.Pool(replicaSettings(url));
  // Told by the next question.
  pool.on('error', () => undefined);
  const own = createDatabase(pool);
  const look = createSharedLook(() => withinPatience(readDirectoryVersion(own)));
  const name = new URL(url).host;
  let seen = 0;
  let isAway = false;
  let restsUntil = 0;

  function note(away: boolean, error?: unknown): void {
    if (away) restsUntil = performance.now() + restMs;
    if (away === isAway) return;
    isAway = away;
    if (away) log.warn({ err: error }, `the replica ${name} does not answer and is left out`);
    else log.info({}, `the replica ${name} is back`);
  }

  return {
    version: () => seen,
    async has(version) {
      if (performance.now() < restsUntil) return false;
      try {
        seen = await look();
        note(false);
        return seen >= version;
      } catch (error) {
        note(true, error);
        return false;
      }
    },
    db: {
      async query(statement, text, values) {
        try {
          return await own.query(statement, text, values);
        } catch (error) {
          // It would be too slow here, too.
          if (isTooSlow(error)) throw error;
          log.warn({ statement, code: codeOf(error) }, `the replica ${name} could not answer; the primary does`);
          return primary.query(statement, text, values);
        }
      },
      transaction: (work) => primary.transaction(work),
    },
    close: () => pool.end(),
  };
}

/** Whatever is at that address: nothing is ever written there. */
function replicaSettings(url: string): pg.PoolConfig {
  const settings = poolSettings(url);
  return {
    ...settings,
    connectionTimeoutMillis: 1_000,
    query_timeout: 3_000,
    options: `${settings.options} -c default_transaction_read_only=on`,
  };
}

async function withinPatience<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
