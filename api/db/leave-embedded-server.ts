import pg from 'pg';
import { claimDataFolder, type DataFolderClaim, DataFolderTaken } from '../data-folder.ts';
import { halt, readRunning } from './embedded-server-process.ts';

/** One of several scripts at work on the same embedded server. */
export interface Leaving {
  dataDir: string;
  cluster: string;
  url: string;
  /** Null: somebody else had the data folder when we came. */
  claim: DataFolderClaim | null;
  /** The application name of our own connections, which are no reason to leave the server running. */
  ours: string;
}

/** The last one out stops the server; while others are at work on it, it stays, and so does their turn to stop it. */
export async function leaveEmbeddedServer({ dataDir, cluster, url, claim, ours }: Leaving): Promise<void> {
  let held = claim ?? tryToClaim(dataDir);
  while (held !== null) {
    const running = readRunning(cluster);
    const isWanted = running !== null && (await hasOthers(url, ours));
    if (running !== null && !isWanted) await halt(cluster, running.pid);
    held.release();
    // Whoever left between our look and our release saw the folder taken, and relied on us.
    held = isWanted && !(await hasOthers(url, ours)) ? tryToClaim(dataDir) : null;
  }
}

function tryToClaim(dataDir: string): DataFolderClaim | null {
  try {
    return claimDataFolder(dataDir);
  } catch (error) {
    if (error instanceof DataFolderTaken) return null;
    throw error;
  }
}

async function hasOthers(url: string, ours: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: ours, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ others: boolean }>(
      "select exists (select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> $1) as others",
      [ours],
    );
    return rows[0]?.others ?? false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
