import { recordRevisions } from '../assets/record-revisions.ts';
import { recordChange } from '../search/record-change.ts';
import type { ImportRun } from './import-run.ts';
import { importMark } from './listing-queries.ts';
import { loadAreaBook } from './place-rows.ts';
import { moveAssets, placedAssetsAfter } from './relocate-queries.ts';

const pageSize = 2_000;

/** After areas have come or changed: every asset with a place belongs to the area it lies in. */
export async function relocateAssets(run: ImportRun, source: string): Promise<void> {
  const areaOf = await loadAreaBook(run.tx);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await placedAssetsAfter(run.tx, after, pageSize);
    if (page.length === 0) return;
    after = page.at(-1)?.id ?? after;
    const moved = page.flatMap(({ id, area_id, lat, lng }) => {
      const now = areaOf({ lat, lng })?.id ?? null;
      return now === area_id ? [] : [{ id, area_id: now }];
    });
    if (moved.length === 0) continue;
    const ids = moved.map((row) => row.id);
    await moveAssets(run.tx, moved, run.now);
    await recordRevisions(run.tx, ids, { now: run.now, madeBy: importMark + source });
    if (!run.dry) await recordChange(run.tx, run.now, { assetIds: ids });
  }
}
