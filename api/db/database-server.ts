import pg from 'pg';
import type { Config } from '../config.ts';
import { StartError } from '../errors.ts';
import { startEmbeddedServer } from './embedded-server.ts';

export interface DatabaseServer {
  url: string;
  /** Where the files of our own are; null: the server is not ours. */
  folder: string | null;
  /** Stops what we started, and leaves alone what we did not. */
  stop(): Promise<void>;
}

/**
 * The PostgreSQL of `DATABASE_URL`, else our own. A script says `joinAs` what it connects, so that it works on the same data while the site or another script does.
 * Throws a `StartError` when there is none to be had.
 */
export async function openDatabaseServer(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: (line: string) => void,
  { joinAs }: { joinAs?: string } = {},
): Promise<DatabaseServer> {
  if (config.databaseUrl === null) return startEmbeddedServer({ dataDir: config.dataDir, log, joinAs });
  await checkReachable(config.databaseUrl);
  return { url: config.databaseUrl, folder: null, stop: async () => undefined };
}

async function checkReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(
      `PostgreSQL cannot be reached at DATABASE_URL (${client.host}:${client.port}): ${reasonOf(error)}; please start it, or correct the address.`,
      {
        cause: error,
      },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A name with several addresses fails with one error for each, and no text of its own. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
