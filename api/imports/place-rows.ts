import { loadAreaFinder } from '../areas/area-finder.ts';
import type { Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import { formatPostcode } from '../places/postcode-rules.ts';
import { holds, type Values } from './field-rules.ts';
import { areaNames, nearestNames, postcodePoints } from './import-queries.ts';
import type { ImportRun, PreparedRow } from './import-run.ts';
import type { AssetsMapping } from './mapping-format.ts';
import { readPoint } from './point-rules.ts';

export interface NamedArea {
  id: string;
  slug: string;
  name: string;
}

export type AreaBook = (point: Point) => NamedArea | null;

/** Whose area a point lies in, by name. */
export async function loadAreaBook(tx: Queryable): Promise<AreaBook> {
  const finder = await loadAreaFinder(tx);
  const names = new Map((await areaNames(tx)).map((row) => [row.id, row.name]));
  return (point) => {
    const area = finder.areaAt(point);
    return area ? { ...area, name: names.get(area.id) ?? area.slug } : null;
  };
}

export interface PlacedRow extends PreparedRow {
  point: Point | null;
  postcode: string | null;
  area: NamedArea | null;
}

/** What placing a row needs of a mapping: every kind of listing has it. */
export type PlaceMapping = Pick<AssetsMapping, 'point' | 'postcode' | 'outside'>;

/**
 * Finds where each row is: by its own coordinates or shape, else by its postcode, else nowhere; then whose area that is. Adds to its
 * values `point`, `postcode`, `area`, and with `names` the nearest known names as `near`, `near2`, `near3`. Refuses rows with a wrong place.
 */
export async function placeRows(
  run: ImportRun,
  mapping: PlaceMapping,
  areaOf: AreaBook,
  rows: PreparedRow[],
  names: boolean,
): Promise<PlacedRow[]> {
  const read = rows.flatMap((row) => {
    const located = readPoint(mapping.point, row.values, row.record);
    if ('refused' in located) {
      run.refuse(row.record, located.refused);
      return [];
    }
    const typed = mapping.postcode ? row.values[mapping.postcode] : undefined;
    return [{ ...row, point: located.point, postcode: typed ? formatPostcode(typed) : null }];
  });
  const missing = [...new Set(read.flatMap((row) => (!row.point && row.postcode ? [row.postcode] : [])))];
  const known = new Map(
    (missing.length > 0 ? await postcodePoints(run.tx, missing) : []).map(({ postcode, lat, lng }) => [postcode, { lat, lng }]),
  );
  const placed = read.flatMap((row) => settle(run, mapping, areaOf, { ...row, point: row.point ?? known.get(row.postcode ?? '') ?? null }));
  return names ? addNearestNames(run, placed) : placed;
}

function settle(run: ImportRun, { outside }: PlaceMapping, areaOf: AreaBook, row: Omit<PlacedRow, 'area'>): PlacedRow[] {
  const area = row.point ? areaOf(row.point) : null;
  const placed = { ...row, area, values: withPlace(row.values, row.point, row.postcode, area?.name ?? null) };
  if (area || outside === 'keep') return [placed];
  if ('unpin' in outside && holds(outside.unpin, row.values)) return [{ ...placed, point: null }];
  run.refuse(row.record, row.point || 'unpin' in outside ? outside.refuse : 'has neither coordinates nor a postcode that we know');
  return [];
}

function withPlace(values: Values, point: Point | null, postcode: string | null, area: string | null): Values {
  return {
    ...values,
    ...(point ? { point: `${point.lat.toFixed(5)},${point.lng.toFixed(5)}` } : {}),
    ...(postcode ? { postcode, district: postcode.split(' ')[0] ?? '' } : {}),
    ...(area ? { area } : {}),
  };
}

async function addNearestNames(run: ImportRun, rows: PlacedRow[]): Promise<PlacedRow[]> {
  const points = rows.flatMap((row) => (row.point ? [row.point] : []));
  const found = new Map((points.length > 0 ? await nearestNames(run.tx, points) : []).map((row) => [row.position, row.names]));
  let position = 0;
  return rows.map((row) => {
    if (!row.point) return row;
    position++;
    const [near, near2, near3] = found.get(position) ?? [];
    return { ...row, values: { ...row.values, ...(near ? { near } : {}), ...(near2 ? { near2 } : {}), ...(near3 ? { near3 } : {}) } };
  });
}
