import { loadAreaFinder } from '../areas/area-finder.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { foldText } from '../search/fold-text.ts';
import { recordChange } from '../search/record-change.ts';
import { rememberRenewed } from '../search/renew-documents.ts';
import { makeAllDates } from '../sessions/refresh-dates.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { areaIdsOfSource } from './area-write-queries.ts';
import { saveDistrict, saveSource } from './district-queries.ts';
import { loadSamplePhotos } from './load-sample-photos.ts';
import { loadSampleSessions } from './load-sample-sessions.ts';
import { loadVocabularies } from './load-vocabularies.ts';
import { replacePlaces, upsertPostcodes } from './place-queries.ts';
import type { Sample } from './read-sample.ts';
import { readSample } from './read-sample.ts';
import { documentsOfAreas } from './relocate-queries.ts';
import { removeGone, removeSampleSettings } from './remove-sample.ts';
import * as queries from './sample-queries.ts';
import { sampleSource, toAssetRow, toCheckRow, toEventRow, toGiftRow, toSignpostRow, toVenueRow } from './sample-rows.ts';
import { asMultiPolygon } from './shape-rules.ts';
import { writeAreas } from './write-areas.ts';
import { writeAssets, writeSignposts, writeVenues } from './write-listings.ts';

/** Since when each coordinator has had their own area. */
const leadSinceDays = 365;

/** Ids by slug, as they stand once a part is written. */
export interface SampleIds {
  areas: Map<string, string>;
  coordinators: Map<string, string>;
  venues: Map<string, string>;
  assets: Map<string, string>;
}

/**
 * Loads the sample district of a folder (its README says how the files read) in one transaction, dates counted from the clock's today.
 * Loading it again changes what differs and removes what is gone. Rejects with a StartError that names file and entry.
 */
export async function loadSample(
  deps: Pick<Deps, 'db' | 'clock'>,
  folder: string,
  progress: (line: string) => void = () => {},
): Promise<void> {
  const sample = await readSample(folder);
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    await loadDistrict(tx, now, sample);
    const ids: SampleIds = { areas: await loadAreas(tx, now, sample), coordinators: new Map(), venues: new Map(), assets: new Map() };
    ids.coordinators = await loadCoordinators(tx, now, sample, ids.areas);
    progress(`Areas ${ids.areas.size} · Coordinators ${ids.coordinators.size}`);
    await loadPlaces(tx, sample);
    progress(`Postcodes ${sample.postcodes.length} · Places ${sample.places.length}`);
    await loadListings(tx, now, sample, ids);
    progress(`Assets ${ids.assets.size} · Venues ${ids.venues.size} · Signposts ${sample.signposts.length}`);
    await loadSamplePhotos(tx, sample, ids.assets);
    const sessions = await loadSampleSessions(tx, now, sample, ids);
    const gone = await removeGone(tx, sample);
    const dates = await makeAllDates(tx, now);
    progress(`Sessions ${sessions} · Events ${countEvents(sample)} · Dates ahead ${dates}`);
    await record(tx, now, gone);
    await rememberRenewed(tx);
    progress('Ready to be searched');
  });
}

async function loadDistrict(tx: Queryable, now: Date, sample: Sample): Promise<void> {
  const { credit, ...district } = sample.district;
  await saveDistrict(tx, district);
  await saveSource(tx, { slug: sampleSource, name: `Sample: ${district.place}`, credit: credit ?? null }, now);
  await loadVocabularies(tx, sample);
}

async function loadAreas(tx: Queryable, now: Date, sample: Sample): Promise<Map<string, string>> {
  const rows = sample.areas.map(({ properties, geometry }) => ({
    source: sampleSource,
    source_id: properties.slug,
    slug: properties.slug,
    name: properties.name,
    name_cy: properties.name_cy ?? null,
    summary: properties.summary ?? null,
    summary_cy: properties.summary_cy ?? null,
    geometry: asMultiPolygon(geometry),
    population: properties.population ?? null,
    population_source: properties.population ? sampleSource : null,
  }));
  await writeAreas(tx, now, sampleSource, rows);
  return new Map((await areaIdsOfSource(tx, sampleSource)).map((row) => [row.source_id, row.id]));
}

async function loadCoordinators(tx: Queryable, now: Date, sample: Sample, areas: Map<string, string>): Promise<Map<string, string>> {
  const saved = await queries.saveCoordinators(
    tx,
    sample.coordinators.map(({ cover: _, open_doors: __, area: ___, role: ____, ...row }) => row),
    now,
  );
  const ids = new Map(saved.map((row) => [row.slug, row.id]));
  const today = londonDate(now);
  const cover = sample.coordinators.flatMap((coordinator) => {
    const coordinator_id = ids.get(coordinator.slug) ?? '';
    const row = (area: string, role: string, starts_on: string, ends_on: string | null, note: string | null) => ({
      area_id: areas.get(area) ?? '',
      coordinator_id,
      role,
      starts_on,
      ends_on,
      note,
    });
    const covering = coordinator.cover.map(({ area, fromDaysAgo, forDays, note }) => {
      const from = addDays(today, -fromDaysAgo);
      return row(area, 'cover', from, forDays ? addDays(from, forDays - 1) : null, note ?? null);
    });
    return coordinator.area ? [row(coordinator.area, coordinator.role, addDays(today, -leadSinceDays), null, null), ...covering] : covering;
  });
  await queries.clearCover(tx, [...ids.values()]);
  await queries.insertCover(tx, cover);
  return ids;
}

async function loadPlaces(tx: Queryable, { postcodes, places }: Sample): Promise<void> {
  await removeSampleSettings(tx, { postcodesBut: postcodes.map((row) => row.postcode) });
  await upsertPostcodes(tx, {
    postcodes: postcodes.map((row) => row.postcode),
    lats: postcodes.map((row) => row.lat),
    lngs: postcodes.map((row) => row.lng),
  });
  const rows = places.map(({ name, name_cy, type, lat, lng }) => ({
    name,
    name_cy: name_cy ?? null,
    folded: foldText(name),
    folded_cy: name_cy ? foldText(name_cy) : null,
    type,
    lat,
    lng,
  }));
  await replacePlaces(tx, sampleSource, rows);
}

async function loadListings(tx: Queryable, now: Date, sample: Sample, ids: SampleIds): Promise<void> {
  const finder = await loadAreaFinder(tx);
  const venues = new Map(sample.areaFiles.flatMap((file) => file.venues.map((venue) => [venue.slug, venue])));
  await writeVenues(tx, now, sampleSource, [...venues.values()].map(toVenueRow));
  ids.venues = await idsOf(tx, 'venue');

  const assets = sample.areaFiles.flatMap(({ area, assets: inFile }) => inFile.map((asset) => ({ asset, area })));
  const rows = assets.map(({ asset, area }) => {
    const venue = asset.venue ? venues.get(asset.venue) : undefined;
    const areaId = (venue && finder.areaAt(venue)?.id) ?? ids.areas.get(area) ?? null;
    return toAssetRow(asset, { areaId, venueId: ids.venues.get(asset.venue ?? '') ?? null });
  });
  await writeAssets(tx, now, { source: sampleSource, rows });
  ids.assets = await idsOf(tx, 'asset');

  const idOf = (slug: string) => ids.assets.get(slug) ?? '';
  const gifts = assets.filter(({ asset }) => asset.kind === 'people');
  await queries.saveGifts(
    tx,
    gifts.map(({ asset, area }) => toGiftRow(asset, idOf(asset.slug), leadOf(sample, area, ids), now)),
  );
  await queries.replaceChecks(
    tx,
    assets.flatMap(({ asset }) => toCheckRow(asset, idOf(asset.slug), now)),
  );
  const events = sample.areaFiles.flatMap((file) => file.events);
  const eventRows = events.map((event) =>
    toEventRow(event, { assetId: idOf(event.asset), venueId: ids.venues.get(event.venue ?? '') ?? null }, now),
  );
  await queries.replaceEvents(tx, eventRows, now);
  const signposts = sample.signposts.map((signpost) =>
    toSignpostRow(
      signpost,
      signpost.areas.flatMap((slug) => ids.areas.get(slug) ?? []),
    ),
  );
  await writeSignposts(tx, now, sampleSource, signposts);
}

async function idsOf(tx: Queryable, type: 'venue' | 'asset'): Promise<Map<string, string>> {
  const rows = await queries.idsOfSource(tx, sampleSource);
  return new Map(rows.filter((row) => row.type === type).map((row) => [row.source_id, row.id]));
}

function leadOf(sample: Sample, area: string, ids: SampleIds): string | null {
  const lead = sample.coordinators.find((coordinator) => coordinator.area === area && coordinator.role === 'lead');
  return (lead && ids.coordinators.get(lead.slug)) ?? null;
}

/** Everything of the sample, since its dates and checks have moved with today; every signpost, since those for everywhere name its areas; and what has gone. */
async function record(tx: Queryable, now: Date, gone: { assetIds: string[]; signpostIds: string[] }): Promise<void> {
  const standing = await queries.idsOfSource(tx, sampleSource);
  await recordChange(tx, now, {
    assetIds: [...standing.filter((row) => row.type === 'asset').map((row) => row.id), ...gone.assetIds],
    signpostIds: [...(await documentsOfAreas(tx, [])).map((row) => row.id), ...gone.signpostIds],
  });
}

const countEvents = (sample: Sample) => sample.areaFiles.reduce((count, file) => count + file.events.length, 0);
