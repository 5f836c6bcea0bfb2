import { Meilisearch } from 'meilisearch';
import { indexName } from './index-settings.ts';
import { ownKeys } from './own-keys.ts';

export interface ServerAddress {
  url: string;
  /** Of the server's master, or of one that reaches our indexes. */
  key: string | null;
  /** How the names of our indexes begin. */
  prefix: string;
  /** For how long a write is waited for. */
  taskLimitMs?: number;
}

/** What is known of a server once it was asked. */
export interface Acquaintance {
  /** Of our index, by the server's version. */
  name: string;
  reader: Meilisearch;
  /** What the reader is let in by. */
  readerKey: string | null;
  writer: Meilisearch;
}

/** A server that does not answer to its name in this time is away. */
const patienceMs = 5_000;

/** Asks for the version, and for keys that reach our indexes alone. */
export async function introduce({ url, key, prefix, taskLimitMs }: ServerAddress): Promise<Acquaintance> {
  const given = clientFor(url, key, { timeout: patienceMs });
  const { pkgVersion } = await given.getVersion();
  const keys = key === null ? null : await ownKeys(given, prefix);
  const readerKey = keys?.reads ?? key;
  return {
    name: indexName(prefix, pkgVersion),
    reader: clientFor(url, readerKey),
    readerKey,
    writer: clientFor(url, keys?.writes ?? key, { taskLimitMs }),
  };
}

const clientFor = (host: string, apiKey: string | null, { timeout = 30_000, taskLimitMs = 120_000 } = {}) =>
  new Meilisearch({
    host,
    ...(apiKey === null ? {} : { apiKey }),
    timeout,
    defaultWaitOptions: { timeout: taskLimitMs, interval: 20 },
  });
