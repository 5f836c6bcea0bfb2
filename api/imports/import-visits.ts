import type { AssetDraft } from './import-assets.ts';
import { noteSeen, standingRows } from './import-queries.ts';
import type { ImportRun } from './import-run.ts';
import { saveVisits } from './visit-queries.ts';
import { type Visit, visitKey } from './visit-rules.ts';

/** A row of a timetable: its asset, and one of that asset's happenings. */
export type VisitDraft = AssetDraft & { visit: Visit };

export const hasVisit = (draft: AssetDraft): draft is VisitDraft => draft.visit !== null;

/** One row of a file, where several tell of one asset. */
export const visitId = (draft: AssetDraft) => (hasVisit(draft) ? `${draft.sourceId}#${visitKey(draft.visit)}` : draft.sourceId);

/** Rows that are the first to tell of their asset make it; the others only add to when it is. */
export async function firstOfEach(run: ImportRun, drafts: AssetDraft[]): Promise<{ first: AssetDraft[]; further: AssetDraft[] }> {
  const key = (draft: AssetDraft) => `asset ${draft.sourceId}`;
  const rows = drafts.map((draft) => ({ source_id: key(draft), line: draft.record.line }));
  const before = new Set((await noteSeen(run.tx, rows)).map((row) => row.source_id));
  const [first, further]: [AssetDraft[], AssetDraft[]] = [[], []];
  for (const draft of drafts) {
    (before.has(key(draft)) ? further : first).push(draft);
    before.add(key(draft));
  }
  return { first, further };
}

/** Writes the happenings of some rows. Answers the assets, and the rows by `visitId`, for which that was a change. */
export async function writeVisits(
  run: ImportRun,
  source: string,
  drafts: AssetDraft[],
): Promise<{ assetIds: string[]; visitIds: Set<string> }> {
  const changed = await saveVisits(
    run.tx,
    drafts.filter(hasVisit).map((draft) => ({
      ...draft.visit,
      source,
      source_id: draft.sourceId,
      visit_id: visitId(draft),
      venue_source_id: draft.venue?.sourceId ?? null,
      position: minutesOf(draft.visit.start_time),
    })),
  );
  return { assetIds: changed.map((row) => row.id), visitIds: new Set(changed.flatMap((row) => row.visit_ids)) };
}

/** Those whose asset was not taken, for one reason or another, cannot be either. */
export async function refuseStrays(run: ImportRun, source: string, drafts: AssetDraft[]): Promise<AssetDraft[]> {
  const sourceIds = [...new Set(drafts.map((draft) => draft.sourceId))];
  const standing = new Set((await standingRows(run.tx, 'assets', source, sourceIds)).map((row) => row.source_id));
  return drafts.filter((draft) => {
    if (!standing.has(draft.sourceId)) run.refuse(draft.record, 'belongs to a row that was refused');
    return standing.has(draft.sourceId);
  });
}

/** So that an asset's happenings stand in the order of the day. */
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
