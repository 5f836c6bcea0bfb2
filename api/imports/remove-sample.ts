import { removeReadyAccounts } from '../accounts/ready-accounts.ts';
import type { Queryable } from '../db/database.ts';
import { removeAreasGone } from './area-write-queries.ts';
import type { Sample } from './read-sample.ts';
import { removeAssets, removeSamplePlaces, removeSamplePostcodes, removeSignposts, removeSource, removeVenues } from './remove-queries.ts';
import { idsOfSource, removeCoordinators, sampleCoordinators } from './sample-queries.ts';
import { sampleSource } from './sample-rows.ts';

export interface Gone {
  assetIds: string[];
  signpostIds: string[];
}

/** Removes what the sample's files no longer name; answers which documents the search must forget. */
export async function removeGone(tx: Queryable, sample: Sample): Promise<Gone> {
  const kept = {
    venue: new Set(sample.areaFiles.flatMap((file) => file.venues.map((venue) => venue.slug))),
    asset: new Set(sample.areaFiles.flatMap((file) => file.assets.map((asset) => asset.slug))),
    signpost: new Set(sample.signposts.map((signpost) => signpost.slug)),
  };
  const coordinators = new Set(sample.coordinators.map((coordinator) => coordinator.slug));
  const gone = await removeListings(tx, (type, sourceId) => !kept[type].has(sourceId));
  await removeCoordinators(
    tx,
    (await sampleCoordinators(tx)).filter((row) => !coordinators.has(row.slug)).map((row) => row.id),
  );
  await removeAreasGone(
    tx,
    sampleSource,
    sample.areas.map((area) => area.properties.slug),
  );
  return gone;
}

/** Removes the whole sample, for a real place takes over; vocabularies stay. */
export async function removeSample(tx: Queryable): Promise<Gone> {
  await removeReadyAccounts(tx);
  await removeCoordinators(
    tx,
    (await sampleCoordinators(tx)).map((row) => row.id),
  );
  const gone = await removeListings(tx, () => true);
  await removeAreasGone(tx, sampleSource, []);
  await removeSamplePostcodes(tx, []);
  await removeSamplePlaces(tx);
  await removeSource(tx, sampleSource);
  return gone;
}

/** Drops the sample's postcodes (they begin with QX, which Royal Mail does not use) except those named. */
export const removeSampleSettings = (tx: Queryable, { postcodesBut }: { postcodesBut: string[] }) =>
  removeSamplePostcodes(tx, postcodesBut);

/** Assets go before venues: a venue that something is held at cannot go. */
async function removeListings(tx: Queryable, isGone: (type: 'venue' | 'asset' | 'signpost', sourceId: string) => boolean): Promise<Gone> {
  const rows = (await idsOfSource(tx, sampleSource)).filter((row) => isGone(row.type, row.source_id));
  const ids = (type: 'venue' | 'asset' | 'signpost') => rows.filter((row) => row.type === type).map((row) => row.id);
  const gone = { assetIds: ids('asset'), signpostIds: ids('signpost') };
  await removeAssets(tx, gone.assetIds);
  await removeSignposts(tx, gone.signpostIds);
  await removeVenues(tx, ids('venue'));
  return gone;
}
