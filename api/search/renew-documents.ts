import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { documentVersion } from './asset-index.ts';
import { refreshEverything } from './refresh-documents.ts';
import { readDocumentVersion, tryRenewLock, writeDocumentVersion } from './version-queries.ts';

/**
 * Makes every document anew that an older program made in another shape: row by row, so that all can be found throughout, in one process of
 * many. True when there was something to do and it is done.
 */
export async function renewDocuments({ db, clock }: Pick<Deps, 'db' | 'clock'>, isStopped: () => boolean): Promise<boolean> {
  if ((await readDocumentVersion(db)) === documentVersion) return false;
  // This transaction holds the turn and nothing else until the end.
  return db.transaction(async (turn) => {
    if (!(await tryRenewLock(turn)) || (await readDocumentVersion(turn)) === documentVersion) return false;
    if (!(await refreshEverything({ db, clock }, isStopped))) return false;
    await rememberRenewed(turn);
    return true;
  });
}

/** For whoever has just made all documents in another way. */
export const rememberRenewed = (db: Queryable) => writeDocumentVersion(db, documentVersion);
