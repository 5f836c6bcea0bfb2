import { recordAreaRevisions } from '../areas/record-area-revisions.ts';
import type { AreaGeometry } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import { boundsOf } from '../geo/bounds-of.ts';
import { londonDate } from '../time/london-time.ts';
import type { AreaRow } from './area-write-queries.ts';
import { areaIdsOfSource, endChangedBoundaries, upsertAreas, writeBoundaries } from './area-write-queries.ts';
import { importMark } from './listing-queries.ts';
import type { WriteResult } from './write-listings.ts';

export interface AreaToWrite extends AreaRow {
  geometry: AreaGeometry;
  population: number | null;
  population_source: string | null;
}

/** Adds or changes areas. A new shape or population ends the version that stood and starts one today, so that old figures still add up. */
export async function writeAreas(tx: Queryable, now: Date, source: string, rows: AreaToWrite[]): Promise<Omit<WriteResult, 'ids'>> {
  const today = londonDate(now);
  const written = await upsertAreas(
    tx,
    rows.map(({ geometry: _, population: __, population_source: ___, ...area }) => area),
    now,
  );
  const ids = new Map((await areaIdsOfSource(tx, source)).map((row) => [row.source_id, row.id]));
  const boundaries = rows.flatMap(({ source_id, geometry, population, population_source }) => {
    const area_id = ids.get(source_id);
    return area_id ? [{ area_id, geometry, ...boundsOf(geometry.coordinates), population, population_source }] : [];
  });
  await endChangedBoundaries(tx, boundaries, today);
  const reshaped = (await writeBoundaries(tx, boundaries, today)).map((row) => row.area_id);
  const added = written.filter((row) => row.added).map((row) => row.id);
  const changed = [...new Set([...written.filter((row) => !row.added).map((row) => row.id), ...reshaped])].filter(
    (id) => !added.includes(id),
  );
  await recordAreaRevisions(tx, [...added, ...changed], { now, madeBy: importMark + source });
  return { added, changed };
}
