import { foldText } from '../search/fold-text.ts';
import { recordChange } from '../search/record-change.ts';
import { assetRow } from './asset-from-row.ts';
import { fill, fillAll, fillOptional, type Values } from './field-rules.ts';
import { saveUsually, standingRows } from './import-queries.ts';
import { type ImportRun, prepareBatches } from './import-run.ts';
import { type KnownNames, loadKnownNames } from './known-names.ts';
import { linkProblem } from './link-rules.ts';
import { importMark, insertAssetRevisions, touchAssets } from './listing-queries.ts';
import type { AssetsMapping } from './mapping-format.ts';
import { loadAreaBook, type PlacedRow, placeRows } from './place-rows.ts';
import { refuseRepeats } from './refuse-repeats.ts';
import { slugsFor } from './slugs-for.ts';
import { type VenueDraft, venueDraft, venueRow } from './venue-from-row.ts';
import { writeAssets, writeVenues } from './write-listings.ts';

/** A row that will be an asset: named, told apart, and at a place or none. */
export interface AssetDraft extends PlacedRow {
  name: string;
  summary: string;
  sourceId: string;
  venue: VenueDraft | null;
}

const batchSize = 500;
const longestName = 160;
const longestSummary = 400;

/** Makes assets of the rows of one file, batch by batch; what says nothing new is left alone. */
export async function importAssets(run: ImportRun, mapping: AssetsMapping): Promise<void> {
  const areaOf = await loadAreaBook(run.tx);
  const known = await loadKnownNames(run.tx);
  const usedNames = new Set<string>();
  const names = JSON.stringify(mapping.fields).includes('{near');
  for await (const batch of prepareBatches(run, mapping, batchSize)) {
    const placed = await placeRows(run, mapping, areaOf, batch, names);
    const drafts = placed.flatMap((row) => toDraft(run, mapping, row, usedNames));
    const single = await refuseRepeats(run, drafts);
    const kept = mapping.refuseDuplicates ? await refuseDuplicates(run, mapping, known, single) : single;
    await writeBatch(run, mapping, kept);
  }
}

function toDraft(run: ImportRun, mapping: AssetsMapping, row: PlacedRow, usedNames: Set<string>): AssetDraft[] {
  const name = nameOf(mapping, row, usedNames);
  const problem = name === null ? 'has no name' : nameProblem(name);
  if (name === null || problem) {
    run.refuse(row.record, problem ?? 'has no name');
    return [];
  }
  const sourceId = identify(mapping.id, row.values, name);
  if (!sourceId) {
    run.refuse(row.record, `its id is missing (${mapping.id.join(', ')})`);
    return [];
  }
  if (mapping.distinctNames) usedNames.add(foldText(name));
  const values: Values = { ...row.values, name };
  const summary = fill(mapping.fields.summary, values);
  if (!summary) {
    run.refuse(row.record, 'has nothing to say of itself (no summary)');
    return [];
  }
  const linkFault = linkProblem(fillOptional(mapping.fields.web, values));
  if (linkFault) {
    run.refuse(row.record, linkFault);
    return [];
  }
  const full = { ...values, summary };
  const draft = { ...row, values: full, name, summary: shorten(summary), sourceId };
  return [{ ...draft, venue: mapping.venue ? venueDraft(mapping.venue, draft) : null }];
}

function nameOf(mapping: AssetsMapping, row: PlacedRow, usedNames: Set<string>): string | null {
  const choices = fillAll(mapping.fields.name, row.values);
  const unused = mapping.distinctNames ? choices.find((name) => !usedNames.has(foldText(name))) : undefined;
  return (unused ?? choices[0])?.replace(/\s+/g, ' ') ?? null;
}

function nameProblem(name: string): string | null {
  if (foldText(name) === '') return `its name “${name.slice(0, 40)}” has no letter in it`;
  if (name.length > longestName) return `its name is longer than ${longestName} letters`;
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

async function refuseDuplicates(run: ImportRun, mapping: AssetsMapping, known: KnownNames, drafts: AssetDraft[]): Promise<AssetDraft[]> {
  const { kept, duplicates } = await known.separate(mapping.source.slug, drafts);
  for (const { row, of } of duplicates) run.refuse(row.record, `is a duplicate of “${of}”, which is kept`);
  return kept;
}

async function writeBatch(run: ImportRun, mapping: AssetsMapping, drafts: AssetDraft[]): Promise<void> {
  const { tx, now, counts } = run;
  const source = mapping.source.slug;
  const venueIds = await writeDraftVenues(run, source, drafts);
  const slugs = await slugsFor(
    tx,
    'assets',
    source,
    drafts.map((draft) => ({
      sourceId: draft.sourceId,
      name: draft.name,
      where: [draft.area?.slug ?? null, draft.values.district ?? draft.values.area_name ?? null],
    })),
  );
  const rows = drafts.map((draft) =>
    assetRow(mapping, draft, { slug: slugs.get(draft.sourceId) ?? '', venueId: venueIds.get(draft.venue?.sourceId ?? '') ?? null }),
  );
  const { added, changed } = await writeAssets(tx, now, source, rows);
  const all = new Set([...added, ...changed]);
  if (mapping.fields.usually) {
    const usual = (
      await saveUsually(
        tx,
        drafts.map((draft) => usuallyOf(mapping, draft)),
      )
    ).map((row) => row.id);
    const late = usual.filter((id) => !all.has(id));
    if (late.length > 0) {
      await touchAssets(tx, late, now);
      await insertAssetRevisions(tx, late, now, importMark + source);
    }
    changed.push(...late);
    for (const id of late) all.add(id);
  }
  if (!run.dry && all.size > 0) await recordChange(tx, now, { assetIds: [...all] });
  counts.added += added.length;
  counts.changed += changed.length;
  counts.unchanged += drafts.length - added.length - changed.length;
  const located = drafts.filter((draft) => draft.point).length;
  counts.located += located;
  counts.unlocated += drafts.length - located;
}

function usuallyOf(mapping: AssetsMapping, draft: AssetDraft) {
  const usually = fillOptional(mapping.fields.usually, draft.values);
  return { source: mapping.source.slug, source_id: draft.sourceId, usually };
}

async function writeDraftVenues(run: ImportRun, source: string, drafts: AssetDraft[]): Promise<Map<string, string>> {
  const venues = [...new Map(drafts.flatMap(({ venue }) => (venue ? [[venue.sourceId, venue] as const] : []))).values()];
  if (venues.length === 0) return new Map();
  const slugs = await slugsFor(
    run.tx,
    'venues',
    source,
    venues.map((venue) => ({ sourceId: venue.sourceId, name: venue.name, where: [venue.postcode, venue.area] })),
  );
  await writeVenues(
    run.tx,
    run.now,
    source,
    venues.map((venue) => venueRow(source, venue, slugs.get(venue.sourceId) ?? '')),
  );
  return new Map(
    (
      await standingRows(
        run.tx,
        'venues',
        source,
        venues.map((venue) => venue.sourceId),
      )
    ).map((row) => [row.source_id, row.id]),
  );
}
