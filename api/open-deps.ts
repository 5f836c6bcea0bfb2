import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { readDirectoryVersion } from './db/directory-version.ts';
import type { Clock, Deps, Log } from './deps.ts';
import { openMailer } from './mail/open-mailer.ts';
import { openIndexes } from './search/open-indexes.ts';

/** Joins the ports to the real parts that the settings name; the same for the server and for scripts. */
export function openDeps(
  config: Config,
  {
    db,
    clock,
    log,
    print,
    searchLimitMs,
  }: { db: Database; clock: Clock; log: Log; print?: (line: string) => void; searchLimitMs?: number },
): Deps {
  const indexes = openIndexes(config, { db, log, searchLimitMs });
  return { db, clock, log, ...indexes, directoryVersion: () => readDirectoryVersion(db), mailer: openMailer(config, log, print) };
}
