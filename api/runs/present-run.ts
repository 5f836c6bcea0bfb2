import { mayDo } from '../accounts/rights-rules.ts';
import type { ImportRunView, RunRowView } from '../contract/import-run.ts';
import { readRowReason } from '../contract/row-reason.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { countRows, RunRow } from './run-queries.ts';
import type { ShownRow } from './run-row-queries.ts';

const dayMs = 86_400_000;

/** A change to many can be undone for a day; an import as long as it is listed. */
export function mayStillUndo({ type, state, made_at }: Pick<RunRow, 'type' | 'state' | 'made_at'>, now: Date): boolean {
  if (state !== 'done' && !(type === 'bulk' && state === 'failed')) return false;
  return type === 'import' || now.getTime() - made_at.getTime() < dayMs;
}

export function presentRun(
  run: RunRow,
  counted: Awaited<ReturnType<typeof countRows>>,
  { viewer, now }: { viewer: SignedIn; now: Date },
): ImportRunView {
  const counts: ImportRunView['counts'] = {};
  const undone: ImportRunView['undone'] = {};
  let inNoArea = 0;
  for (const row of counted.filter(({ run_id }) => run_id === run.id)) {
    counts[row.outcome] = (counts[row.outcome] ?? 0) + row.rows;
    inNoArea += row.in_no_area;
    if (row.undone) undone[row.undone] = (undone[row.undone] ?? 0) + row.rows;
  }
  return {
    id: run.id,
    type: run.type,
    state: run.state,
    madeAt: run.made_at.toISOString(),
    madeBy: run.made_by,
    isMine: run.account_id === viewer.accountId,
    fileName: run.file_name,
    sourceName: run.source_name,
    reading: run.reading,
    publish: run.publish,
    change: run.change,
    done: run.rows_done,
    total: run.rows_total,
    counts,
    undone,
    inNoArea,
    problem: run.problem,
    mayUndo: mayStillUndo(run, now),
  };
}

export const presentRow = (row: ShownRow, viewer: SignedIn): RunRowView => ({
  position: row.position,
  line: row.line,
  outcome: row.outcome,
  name: row.name,
  reason: row.reason,
  said: row.reason === null ? null : readRowReason(row.reason),
  assetId: mayDo(viewer, 'asset.draft', row.area_id) ? row.asset_id : null,
  slug: row.slug,
  like:
    row.like_name === null
      ? null
      : { id: mayPair(row, viewer) ? row.like_id : null, name: row.like_name, slug: row.like_slug, answer: row.answer },
  undone: row.undone,
});

const mayPair = ({ asset_id, area_id, like_area_id }: ShownRow, viewer: SignedIn) =>
  asset_id !== null && mayDo(viewer, 'asset.merge', area_id) && mayDo(viewer, 'asset.merge', like_area_id);
