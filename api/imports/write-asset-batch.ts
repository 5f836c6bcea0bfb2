import { loadAssetStates } from '../assets/load-asset-states.ts';
import { recordRevisions } from '../assets/record-revisions.ts';
import { inNoArea } from '../contract/import-run.ts';
import { recordChange } from '../search/record-change.ts';
import { materialiseOccurrences } from '../sessions/materialise-occurrences.ts';
import { assetRow } from './asset-from-row.ts';
import { fillOptional } from './field-rules.ts';
import type { AssetDraft } from './import-assets.ts';
import { assetVersions, saveUsually, standingRows } from './import-queries.ts';
import type { ImportRun, RunWatch } from './import-run.ts';
import { refuseStrays, visitId, writeVisits } from './import-visits.ts';
import { importMark, touchAssets } from './listing-queries.ts';
import type { AssetsMapping } from './mapping-format.ts';
import { slugsFor } from './slugs-for.ts';
import { venueRow } from './venue-from-row.ts';
import { removeVisitsGone } from './visit-queries.ts';
import { writeAssets, writeVenues } from './write-listings.ts';

/** Rows that make an asset each, and rows that only tell when else the asset of a row before them is. */
export interface AssetBatch {
  first: AssetDraft[];
  further: AssetDraft[];
}

type Fate = 'added' | 'changed' | 'unchanged';

/** Writes assets with their venues and times, tells the search of those that changed, and counts what became of each row. */
export async function writeAssetBatch(run: ImportRun, mapping: AssetsMapping, { first, further }: AssetBatch): Promise<void> {
  const source = mapping.source.slug;
  const stood = await standing(run, source, first);
  const before = run.watch ? await statesOf(run, stood) : noStates;
  const venueIds = await writeDraftVenues(run, source, [...first, ...further]);
  const { added, changed, ids: writtenIds } = await writeDrafts(run, mapping, { drafts: first, venueIds, stood });
  const settled = further.length > 0 ? await refuseStrays(run, source, further) : [];
  const usual = mapping.fields.usually
    ? await saveUsually(
        run.tx,
        first.map((draft) => usuallyOf(mapping, draft)),
      )
    : [];
  const visits = mapping.sessions ? await writeVisits(run, source, [...first, ...settled]) : noVisits;

  const written = new Set([...added, ...changed]);
  const late = [...usual.map((row) => row.id), ...visits.assetIds].filter((id) => !written.has(id));
  await tellChange(run, source, { written: [...written], late: [...new Set(late)], newDates: visits.assetIds });

  const fates = new Map<string, Fate>();
  for (const id of [...changed, ...usual.map((row) => row.id)]) fates.set(id, 'changed');
  for (const id of added) fates.set(id, 'added');
  const ids = new Map([...stood.map((row) => [row.source_id, row.id] as const), ...writtenIds]);
  const visitFate = (draft: AssetDraft): Fate => (visits.visitIds.has(visitId(draft)) ? 'changed' : 'unchanged');
  for (const draft of first) count(run, draft, fates.get(ids.get(draft.sourceId) ?? '') ?? visitFate(draft));
  for (const draft of settled) count(run, draft, visitFate(draft));
  if (run.watch) await noteFates(run, run.watch, { drafts: first, ids, fates, before });
}

type Standing = Awaited<ReturnType<typeof standingRows>>;
type States = Awaited<ReturnType<typeof loadAssetStates>>;
const noStates: States = new Map();

/** As they stand, for a way back. */
async function statesOf(run: ImportRun, rows: Standing): Promise<States> {
  return rows.length > 0
    ? loadAssetStates(
        run.tx,
        rows.map((row) => row.id),
      )
    : noStates;
}

interface Fates {
  drafts: AssetDraft[];
  /** Of assets, by the rows' own ids. */
  ids: Map<string, string>;
  fates: Map<string, Fate>;
  before: States;
}

async function noteFates({ tx }: ImportRun, watch: RunWatch, { drafts, ids, fates, before }: Fates): Promise<void> {
  const versions = new Map((await assetVersions(tx, [...ids.values()])).map((row) => [row.id, row.version]));
  for (const { record, name, like, sourceId, area } of drafts) {
    const assetId = ids.get(sourceId);
    const fate = fates.get(assetId ?? '') ?? 'unchanged';
    const stood = assetId !== undefined && fate === 'changed' ? before.get(assetId)?.state : undefined;
    watch.note(record, {
      outcome: fate === 'added' ? (like ? 'looks-like' : 'made') : fate === 'changed' ? 'changed' : 'same',
      name,
      like,
      ...(fate === 'added' && area === null ? { reason: inNoArea } : {}),
      ...(assetId === undefined ? {} : { assetId, version: versions.get(assetId) ?? 1 }),
      ...(stood ? { before: stood } : {}),
    });
  }
}

const noVisits = { assetIds: [] as string[], visitIds: new Set<string>() };

/** Takes away times that the file, read to its end, no longer tells of. */
export async function removeGone(run: ImportRun, source: string): Promise<void> {
  const late = (await removeVisitsGone(run.tx, source)).map((row) => row.id);
  if (late.length > 0) await tellChange(run, source, { written: [], late, newDates: late });
}

async function writeDrafts(
  run: ImportRun,
  mapping: AssetsMapping,
  { drafts, venueIds, stood }: { drafts: AssetDraft[]; venueIds: Map<string, string>; stood: Standing },
) {
  const { tx, now } = run;
  const source = mapping.source.slug;
  const slugs = await slugsFor(tx, 'assets', {
    source,
    rows: drafts.map((draft) => ({
      sourceId: draft.sourceId,
      name: draft.name,
      where: [draft.area?.slug ?? null, draft.values.district ?? draft.values.area_name ?? null],
    })),
    standing: stood,
  });
  const rows = drafts.map((draft) =>
    assetRow(mapping, draft, {
      slug: slugs.get(draft.sourceId) ?? '',
      venueId: venueIds.get(draft.venue?.sourceId ?? '') ?? null,
      // What may be here already waits for somebody to look, whatever was asked for.
      status: run.watch && (!run.watch.publish || draft.like) ? 'draft' : 'published',
    }),
  );
  return writeAssets(tx, now, { source, rows, dry: run.dry });
}

interface Change {
  written: string[];
  /** Changed only by what hangs on them: they get their revision here. */
  late: string[];
  newDates: string[];
}

async function tellChange({ tx, now, dry }: ImportRun, source: string, { written, late, newDates }: Change): Promise<void> {
  if (late.length > 0) {
    await touchAssets(tx, late, now);
    if (!dry) await recordRevisions(tx, late, { now, madeBy: importMark + source });
  }
  if (dry) return;
  if (newDates.length > 0) await materialiseOccurrences(tx, now, { assetIds: newDates });
  const assetIds = [...written, ...late];
  if (assetIds.length > 0) await recordChange(tx, now, { assetIds });
}

function count({ counts }: ImportRun, { point }: AssetDraft, fate: Fate): void {
  counts[fate]++;
  if (point) counts.located++;
  else counts.unlocated++;
}

function usuallyOf(mapping: AssetsMapping, draft: AssetDraft) {
  const usually = fillOptional(mapping.fields.usually, draft.values);
  return { source: mapping.source.slug, source_id: draft.sourceId, usually };
}

async function writeDraftVenues(run: ImportRun, source: string, drafts: AssetDraft[]): Promise<Map<string, string>> {
  const venues = [...new Map(drafts.flatMap(({ venue }) => (venue ? [[venue.sourceId, venue] as const] : []))).values()];
  if (venues.length === 0) return new Map();
  const { tx, now } = run;
  const slugs = await slugsFor(tx, 'venues', {
    source,
    rows: venues.map((venue) => ({ sourceId: venue.sourceId, name: venue.name, where: [venue.postcode, venue.area] })),
  });
  const rows = venues.map((venue) => venueRow(source, venue, slugs.get(venue.sourceId) ?? ''));
  await writeVenues(tx, now, source, rows);
  const sourceIds = venues.map((venue) => venue.sourceId);
  return new Map((await standingRows(tx, 'venues', source, sourceIds)).map((row) => [row.source_id, row.id]));
}

const standing = ({ tx }: ImportRun, source: string, drafts: AssetDraft[]) =>
  standingRows(
    tx,
    'assets',
    source,
    drafts.map((draft) => draft.sourceId),
  );
