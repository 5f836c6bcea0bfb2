import type { Deps } from '../deps.ts';
import { assetIdsAfter, coordinatorIds, holdAssetsAtHand } from './keep-dates-queries.ts';
import { materialiseOccurrences, subjectsAtOnce } from './materialise-occurrences.ts';

/**
 * Works all dates out anew, in batches of their own, so that nobody who edits waits longer than for one. What someone is just changing is left
 * until the end, when the change stands. Answers false when it was told to stop before it was through.
 */
export async function remakeAllDates({ db, clock }: Pick<Deps, 'db' | 'clock'>, isStopped: () => boolean): Promise<boolean> {
  const remake = (subjects: { assetIds: string[] } | { coordinatorIds: string[] }) =>
    db.transaction((tx) => materialiseOccurrences(tx, clock.now(), subjects));
  const busy: string[] = [];
  for (let ids = await assetIdsAfter(db, null, subjectsAtOnce); ids.length > 0; ids = await assetIdsAfter(db, ids.at(-1), subjectsAtOnce)) {
    if (isStopped()) return false;
    const atHand = await db.transaction(async (tx) => {
      const held = await holdAssetsAtHand(tx, ids);
      await materialiseOccurrences(tx, clock.now(), { assetIds: held });
      return new Set(held);
    });
    busy.push(...ids.filter((id) => !atHand.has(id)));
  }
  for (const id of busy) {
    if (isStopped()) return false;
    await remake({ assetIds: [id] });
  }
  for (const id of await coordinatorIds(db)) {
    if (isStopped()) return false;
    await remake({ coordinatorIds: [id] });
  }
  return true;
}
