import type { Point } from '../contract/geo.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { foldText } from '../search/fold-text.ts';
import { fill, fillOptional } from './field-rules.ts';
import { type ImportRun, prepareBatches } from './import-run.ts';
import type { PlacesMapping } from './mapping-format.ts';
import { replacePlaces } from './place-queries.ts';
import { loadAreaBook, placeRows } from './place-rows.ts';

interface Gathered {
  name: string;
  nameCy: string | null;
  points: Point[];
}

const batchSize = 1_000;

/**
 * Names that people type. Rows of one name that lie together become one place in their middle.
 * Holds one entry a name in memory: places are few. What the file no longer names goes.
 */
export async function importPlaces(run: ImportRun, mapping: PlacesMapping): Promise<void> {
  const areaOf = await loadAreaBook(run.tx);
  const places = new Map<string, Gathered[]>();
  for await (const batch of prepareBatches(run, mapping, batchSize)) {
    for (const { record, values, point } of await placeRows(run, mapping, areaOf, batch, false)) {
      const name = fill(mapping.fields.name, values);
      if (!name || foldText(name) === '') run.refuse(record, 'has no name');
      else if (!point) run.refuse(record, 'has no coordinates');
      else
        gather(places, mapping.togetherMetres, {
          name,
          nameCy: fillOptional(mapping.fields.name_cy, values),
          points: [point],
        });
    }
  }
  const rows = [...places.values()].flat().map((place) => toRow(place, mapping.type));
  const [written] = await replacePlaces(run.tx, mapping.source.slug, rows);
  const { added = 0, removed = 0 } = written ?? {};
  const changed = Math.min(added, removed);
  run.counts.added += added - changed;
  run.counts.changed += changed;
  run.counts.unchanged += rows.length - added;
  run.counts.located += rows.length;
}

function gather(places: Map<string, Gathered[]>, togetherMetres: number, place: Gathered): void {
  const key = foldText(place.name);
  const alike = places.get(key) ?? [];
  const near = alike.find(({ points }) =>
    points.some((point) => place.points.some((other) => metresBetween(point, other) <= togetherMetres)),
  );
  if (near) near.points.push(...place.points);
  else places.set(key, [...alike, place]);
}

function toRow({ name, nameCy, points }: Gathered, type: PlacesMapping['type']) {
  const middle = (key: keyof Point) => Math.round((points.reduce((sum, point) => sum + point[key], 0) / points.length) * 1e5) / 1e5;
  return {
    name,
    name_cy: nameCy,
    folded: foldText(name),
    folded_cy: nameCy ? foldText(nameCy) : null,
    type,
    lat: middle('lat'),
    lng: middle('lng'),
  };
}
