import { rowReason } from '../contract/row-reason.ts';
import type { AssetDraft } from './import-assets.ts';
import { standingAreas } from './import-queries.ts';
import type { ImportRun, RunWatch } from './import-run.ts';

/** Whoever imports at the desk may only touch their patch: neither put something elsewhere, nor change what stands elsewhere. */
export async function refuseOutsiders(
  run: ImportRun,
  { may }: RunWatch,
  { source, drafts }: { source: string; drafts: AssetDraft[] },
): Promise<AssetDraft[]> {
  const rows = await standingAreas(
    run.tx,
    source,
    drafts.map((draft) => draft.sourceId),
  );
  const standing = new Map(rows.map((row) => [row.source_id, row.area_id]));
  return drafts.filter((draft) => {
    const areaBefore = standing.get(draft.sourceId);
    const isMine = may(draft.area?.id ?? null) && (areaBefore === undefined || may(areaBefore));
    if (!isMine) run.refuse(draft.record, draft.area ? rowReason('elsewhere', { area: draft.area.name }) : rowReason('no-place'));
    return isMine;
  });
}
