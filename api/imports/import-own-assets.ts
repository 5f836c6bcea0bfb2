import { loadAssetStates } from '../assets/load-asset-states.ts';
import { saveAsset } from '../assets/save-asset.ts';
import { AssetState } from '../contract/asset-state.ts';
import { rowReason } from '../contract/row-reason.ts';
import { DomainError } from '../errors.ts';
import { plainCell } from './csv-rules.ts';
import { beginRow, takeRowBack } from './import-queries.ts';
import { cleanCell, type ImportRun, type PreparedRow, prepareBatches, type RunWatch } from './import-run.ts';
import { fromCell, type OwnField, ownCells, ownFields, ownIdColumn, ownVersionColumn, withheld } from './own-columns.ts';

const batchSize = 200;

/** Brings an export of ours back: a row that says what stands changes nothing, one that was edited in a spreadsheet is an edit by whoever brings it. */
export async function importOwnAssets(run: ImportRun, watch: RunWatch): Promise<void> {
  const seen = new Set<string>();
  for await (const batch of prepareBatches(run, { empty: [], skip: [] }, batchSize)) {
    const ids = batch.map(idOf).filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
    const standing = await loadAssetStates(run.tx, ids);
    for (const row of batch) {
      const id = idOf(row);
      const asset = standing.get(id);
      if (!asset) run.refuse(row.record, rowReason('not-here'));
      else if (seen.has(id)) run.refuse(row.record, rowReason('twice'));
      else if (!watch.may(asset.state.area_id)) run.refuse(row.record, rowReason('outside'));
      else await bringBack(run, watch, { row, id, ...asset });
      seen.add(id);
    }
    await watch.flush();
  }
}

interface OwnRow {
  row: PreparedRow;
  id: string;
  version: number;
  state: AssetState;
}

async function bringBack(run: ImportRun, watch: RunWatch, { row, id, version, state }: OwnRow): Promise<void> {
  const { record } = row;
  const edited = editedFields(row, state);
  if (Object.keys(edited).length === 0) {
    run.counts.unchanged++;
    return watch.note(record, { outcome: 'same', name: state.name, assetId: id, version });
  }
  if (row.values[ownVersionColumn] !== String(version)) return run.refuse(record, rowReason('changed-since'));
  const read = AssetState.safeParse({ ...state, ...edited });
  if (!read.success) {
    const [issue] = read.error.issues;
    return run.refuse(record, rowReason('wrong-value', { part: issue?.path.join('.') ?? '', detail: issue?.message ?? '' }));
  }
  if (!watch.may(read.data.area_id)) return run.refuse(record, rowReason('would-leave'));
  await beginRow(run.tx);
  try {
    const saved = await saveAsset(run.tx, run.now, { state: read.data, by: watch.by, of: { id, version } });
    run.counts.changed++;
    watch.note(record, { outcome: 'changed', name: read.data.name, assetId: id, version: saved.version, before: state });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await takeRowBack(run.tx);
    run.refuse(record, error.message);
  }
}

const idOf = ({ values }: PreparedRow) => values[ownIdColumn] ?? '';

/** Compared as cells: what a cell cannot tell apart has not been edited. */
function editedFields({ values }: PreparedRow, state: AssetState): Partial<Record<OwnField, unknown>> {
  const standing = ownCells(state);
  return Object.fromEntries(
    ownFields.flatMap((field) => {
      const cell = values[field];
      if (cell === undefined || cell === withheld) return [];
      const said = plainCell(cell);
      return isSame(field, said, standing[field]) || isSame(field, cell, standing[field]) ? [] : [[field, fromCell(field, said)]];
    }),
  );
}

/** GeoJSON keeps lists as lists, and each program writes JSON in its own way. */
const isSame = (field: OwnField, said: string, stands: string | number) =>
  said === cleanCell(String(stands)) ||
  JSON.stringify(fromCell(field, said)) === JSON.stringify(fromCell(field, cleanCell(String(stands))));
