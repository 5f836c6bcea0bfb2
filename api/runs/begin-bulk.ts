import { requireSomewhere } from '../accounts/require-right.ts';
import { checkVocabulary } from '../assets/check-vocabulary.ts';
import { rightsFor } from '../bulk/change-rules.ts';
import { chosenIds } from '../bulk/choose-assets.ts';
import type { BulkFilter } from '../contract/bulk-filter.ts';
import type { BulkChange } from '../contract/import-run.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { insertBulkRun } from './run-queries.ts';
import { insertWaiting } from './run-row-queries.ts';

/**
 * Begins one change to all that a filter chooses, and answers the id of its run. `seen`: how many were shown; when there are others by now, a bad
 * request asks to look again.
 */
export async function beginBulk(
  deps: Pick<Deps, 'db' | 'clock'>,
  viewer: SignedIn,
  { filter, change, seen }: { filter: BulkFilter; change: BulkChange; seen: number },
): Promise<string> {
  await requireSomewhere(deps, viewer, rightsFor[change.action]);
  if ('topic' in change) await checkVocabulary(deps.db, { area: [], topic: [change.topic] });
  const ids = await chosenIds(deps, viewer, filter);
  if (ids.length !== seen || ids.length === 0)
    throw badRequest([{ field: 'seen', detail: `these are ${ids.length} by now; please look again` }]);
  return deps.db.transaction(async (tx) => {
    const id = await insertBulkRun(tx, { accountId: viewer.accountId, now: deps.clock.now(), change, total: ids.length });
    await insertWaiting(tx, id, ids);
    return id;
  });
}
