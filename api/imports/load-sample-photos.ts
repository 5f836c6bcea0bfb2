import type { Queryable } from '../db/database.ts';
import type { Sample } from './read-sample.ts';
import { type PhotoInsert, replaceSamplePhotos } from './sample-photo-queries.ts';

/** The size in which the sample's drawings are drawn. */
const drawn = { width: 1280, height: 960 };

/** A drawing goes to the assets it names, and to all that meet at its venues: parks, benches and gifts apart, which have no door. */
export async function loadSamplePhotos(tx: Queryable, sample: Sample, assetIds: Map<string, string>): Promise<void> {
  const assets = sample.areaFiles.flatMap((file) => file.assets);
  const rows = sample.photos.flatMap(({ file, alt, alt_cy, of_door, venues, assets: named }, position) =>
    assets
      .filter(({ slug, kind, venue }) => named.includes(slug) || (venue && venues.includes(venue) && meets.has(kind)))
      .map(
        ({ slug }): PhotoInsert => ({ asset_id: assetIds.get(slug) ?? '', file, alt, alt_cy: alt_cy ?? null, ...drawn, of_door, position }),
      ),
  );
  await replaceSamplePhotos(tx, rows);
}

const meets = new Set(['group', 'exchange', 'institution']);
