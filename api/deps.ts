import type { Database } from './db/database.ts';
import type { Mailer } from './mail/mailer.ts';
import type { AskedIndex, AssetIndex, EmbeddedIndex } from './search/asset-index.ts';
import type { LiveVocabulary } from './search/live-vocabulary.ts';
import type { Lag } from './search/watch-lag.ts';

/** Written to by everything that takes long or may fail; pino in the server, plain lines in scripts. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** The current instant; tests set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** What use cases are given; the same for the server and for scripts. */
export interface Deps {
  db: Database;
  /** How often what everyone may see has changed, as far as `db` surely tells: on a replica, as of when it was last asked. */
  directoryVersion(): Promise<number>;
  /** The index that answers searches: Meilisearch where it is set up, else the embedded one. */
  assetIndex: AskedIndex;
  /** The index on each Meilisearch, all of which are kept in step; without Meilisearch none. */
  copies: AssetIndex[];
  /** Which of several copies are behind. */
  lag: Lag;
  /** Always there: the fallback when `assetIndex` is away. */
  embeddedIndex: EmbeddedIndex;
  /** How often so far `assetIndex` did not answer. */
  searchFailures(): number;
  /** What words mean beyond themselves; read anew when its files change, or stewards set other words. */
  vocabulary: LiveVocabulary;
  mailer: Mailer;
  clock: Clock;
  log: Log;
}
