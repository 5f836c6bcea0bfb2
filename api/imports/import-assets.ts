import { rowReason } from '../contract/row-reason.ts';
import { foldText } from '../search/fold-text.ts';
import { fill, fillAll, fillOptional, type Values } from './field-rules.ts';
import { findLikes } from './find-likes.ts';
import { createSeenTable } from './import-queries.ts';
import { type ImportRun, type Like, prepareBatches } from './import-run.ts';
import { firstOfEach, visitId } from './import-visits.ts';
import { type KnownNames, loadKnownNames } from './known-names.ts';
import { linkProblem } from './link-rules.ts';
import type { AssetsMapping } from './mapping-format.ts';
import { loadAreaBook, type PlacedRow, placeRows } from './place-rows.ts';
import { refuseOutsiders } from './refuse-outsiders.ts';
import { refuseRepeats } from './refuse-repeats.ts';
import { type VenueDraft, venueDraft } from './venue-from-row.ts';
import { createVisitTable } from './visit-queries.ts';
import { readVisit, type Visit } from './visit-rules.ts';
import { removeGone, writeAssetBatch } from './write-asset-batch.ts';

/** A row that will be an asset: named, told apart, and at a place or none. */
export interface AssetDraft extends PlacedRow {
  name: string;
  summary: string;
  sourceId: string;
  venue: VenueDraft | null;
  /** When it is, for mappings that tell `sessions`. */
  visit: Visit | null;
  /** What it may be the same as; only looked for at the desk. */
  like: Like | null;
}

const batchSize = 500;
const longestName = 160;
const longestSummary = 400;

/** Makes assets of the rows of one file, batch by batch; what says nothing new is left alone. */
export async function importAssets(run: ImportRun, mapping: AssetsMapping): Promise<void> {
  const areaOf = await loadAreaBook(run.tx);
  await createSeenTable(run.tx);
  const known = mapping.refuseDuplicates ? await loadKnownNames(run.tx) : null;
  const usedNames = new Set<string>();
  const names = JSON.stringify(mapping.fields).includes('{near');
  if (mapping.sessions) await createVisitTable(run.tx);
  for await (const batch of prepareBatches(run, mapping, batchSize)) {
    const placed = await placeRows(run, mapping, areaOf, batch, names);
    const drafts = placed.flatMap((row) => toDraft(run, mapping, row, usedNames));
    const single = await refuseRepeats(run, drafts, visitId);
    const { first, further } = mapping.sessions ? await firstOfEach(run, single) : { first: single, further: [] };
    const kept = known ? await settleDuplicates(run, mapping, known, first) : first;
    await writeAssetBatch(run, mapping, { first: kept, further });
    await run.watch?.flush();
  }
  if (mapping.sessions) await removeGone(run, mapping.source.slug);
}

function toDraft(run: ImportRun, mapping: AssetsMapping, row: PlacedRow, usedNames: Set<string>): AssetDraft[] {
  const name = nameOf(mapping, row, usedNames);
  const problem = name === null ? rowReason('no-name') : nameProblem(name);
  if (name === null || problem) {
    run.refuse(row.record, problem ?? rowReason('no-name'));
    return [];
  }
  const sourceId = identify(mapping.id, row.values, name);
  if (!sourceId) {
    run.refuse(row.record, rowReason('no-id', { columns: mapping.id.join(', ') }));
    return [];
  }
  if (mapping.distinctNames) usedNames.add(foldText(name));
  const values: Values = { ...row.values, name };
  const summary = fill(mapping.fields.summary, values);
  if (!summary) {
    run.refuse(row.record, rowReason('no-summary'));
    return [];
  }
  const linkFault = linkProblem(fillOptional(mapping.fields.web, values));
  if (linkFault) {
    run.refuse(row.record, linkFault);
    return [];
  }
  const visit = mapping.sessions ? readVisit(mapping.sessions, values) : null;
  if (visit && 'refused' in visit) {
    run.refuse(row.record, visit.refused);
    return [];
  }
  const full = { ...values, summary };
  const draft = { ...row, values: full, name, summary: shorten(summary), sourceId, visit, like: null };
  return [{ ...draft, venue: mapping.venue ? venueDraft(mapping.venue, draft) : null }];
}

function nameOf(mapping: AssetsMapping, row: PlacedRow, usedNames: Set<string>): string | null {
  const choices = fillAll(mapping.fields.name, row.values);
  const unused = mapping.distinctNames ? choices.find((name) => !usedNames.has(foldText(name))) : undefined;
  return (unused ?? choices[0])?.replace(/\s+/g, ' ') ?? null;
}

function nameProblem(name: string): string | null {
  if (foldText(name) === '') return rowReason('no-letter', { name: name.slice(0, 40) });
  if (name.length > longestName) return rowReason('long-name', { most: longestName });
  return null;
}

const shorten = (text: string) => oneLine(text.replace(/\s+/g, ' '));

const oneLine = (text: string) => (text.length <= longestSummary ? text : `${text.slice(0, longestSummary).replace(/\s+\S*$/, '')}…`);

/** The mapping's id columns, else name and place. */
function identify(columns: string[], values: Values, name: string): string | null {
  if (columns.length === 0) return `${foldText(name)}@${values.point ?? values.postcode ?? ''}`;
  const parts = columns.map((column) => values[column] ?? '');
  return parts.every((part) => part === '') ? null : parts.join('|');
}

/** At the desk somebody looks at what may be here already; else the one that stands is kept. */
async function settleDuplicates(run: ImportRun, mapping: AssetsMapping, known: KnownNames, drafts: AssetDraft[]): Promise<AssetDraft[]> {
  const source = mapping.source.slug;
  if (run.watch) return findLikes(run, known, { mapping, drafts: await refuseOutsiders(run, run.watch, { source, drafts }) });
  const { kept, duplicates } = await known.separate(source, drafts);
  for (const { row, of } of duplicates) run.refuse(row.record, `is a duplicate of “${of}”, which is kept`);
  return kept;
}
