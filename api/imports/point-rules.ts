import type { Point } from '../contract/geo.ts';
import { rowReason } from '../contract/row-reason.ts';
import type { Values } from './field-rules.ts';
import type { SourceRecord } from './read-records.ts';
import { pointInside } from './shape-rules.ts';

export type PointColumns = { lat: string; lng: string } | { easting: string; northing: string };
export type Located = { point: Point | null } | { refused: string };

/** The British Isles with some sea: what lies outside is a slip. Degrees. */
const isles = { south: 49, north: 61.5, west: -11, east: 2.5 };

/** Where the row's own columns or shape say it is; a null point when they say nothing (pure). */
export function readPoint(columns: PointColumns | undefined, values: Values, record: SourceRecord): Located {
  if (columns && 'easting' in columns) return readGrid(values[columns.easting], values[columns.northing]);
  if (columns) return readDegrees(values[columns.lat], values[columns.lng]);
  if (!record.geometry) return { point: null };
  if (record.geometry.type !== 'Point') {
    const inside = pointInside(record.geometry);
    return inside ? checkIsles(inside) : { refused: rowReason('no-ground') };
  }
  const [lng = Number.NaN, lat = Number.NaN] = record.geometry.coordinates;
  return checkIsles({ lat, lng });
}

function readDegrees(lat: string | undefined, lng: string | undefined): Located {
  if (lat === undefined && lng === undefined) return { point: null };
  const number = /^[+-]?\d+(\.\d+)?$/;
  if (!number.test(lat ?? '') || !number.test(lng ?? ''))
    return { refused: rowReason('no-degrees', { typed: `${lat ?? ''}, ${lng ?? ''}` }) };
  return checkIsles({ lat: Number(lat), lng: Number(lng) });
}

function readGrid(easting: string | undefined, northing: string | undefined): Located {
  if (easting === undefined && northing === undefined) return { point: null };
  const [east, north] = [Number(easting), Number(northing)];
  const onGrid = east > 0 && east < 700_000 && north > 0 && north < 1_300_000;
  return onGrid ? { point: fromBritishGrid(east, north) } : { refused: `“${easting ?? ''}, ${northing ?? ''}” is not on the British grid` };
}

function checkIsles({ lat, lng }: Point): Located {
  if (isInIsles({ lat, lng })) return { point: { lat: round(lat), lng: round(lng) } };
  if (isInIsles({ lat: lng, lng: lat })) return { refused: rowReason('swapped', { typed: `${lat}, ${lng}` }) };
  return { refused: lat === 0 && lng === 0 ? rowReason('at-zero') : rowReason('abroad', { typed: `${lat}, ${lng}` }) };
}

const isInIsles = ({ lat, lng }: Point) => lat >= isles.south && lat <= isles.north && lng >= isles.west && lng <= isles.east;

/** To about a tenth of a metre: more digits say nothing. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/**
 * Easting and northing (OSGB36, metres) to WGS84, within about 5 m: inverse transverse Mercator on Airy's ellipsoid, then the seven-parameter
 * shift, as Ordnance Survey's "A guide to coordinate systems in Great Britain" gives them.
 */
export function fromBritishGrid(easting: number, northing: number): Point {
  const { lat, lng } = unproject(easting, northing);
  const shifted = shift(toCartesian(lat, lng, airy));
  const point = toDegrees(shifted, wgs84);
  return { lat: round(point.lat), lng: round(point.lng) };
}

interface Ellipsoid {
  a: number;
  b: number;
}
const airy: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909 };
const wgs84: Ellipsoid = { a: 6_378_137, b: 6_356_752.314245 };
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const squaredEccentricity = ({ a, b }: Ellipsoid) => 1 - (b * b) / (a * a);

/** Latitude and longitude on Airy's ellipsoid, in radians. */
function unproject(easting: number, northing: number): { lat: number; lng: number } {
  const { a, b } = airy;
  const scale = 0.9996012717;
  const [lat0, lng0, east0, north0] = [radians(49), radians(-2), 400_000, -100_000];
  const e2 = squaredEccentricity(airy);
  const n = (a - b) / (a + b);
  let lat = lat0;
  let meridian = 0;
  do {
    lat += (northing - north0 - meridian) / (a * scale);
    const [difference, sum] = [lat - lat0, lat + lat0];
    meridian =
      b *
      scale *
      ((1 + n + 1.25 * n * n + 1.25 * n ** 3) * difference -
        (3 * n + 3 * n * n + 2.625 * n ** 3) * Math.sin(difference) * Math.cos(sum) +
        (1.875 * n * n + 1.875 * n ** 3) * Math.sin(2 * difference) * Math.cos(2 * sum) -
        (35 / 24) * n ** 3 * Math.sin(3 * difference) * Math.cos(3 * sum));
  } while (Math.abs(northing - north0 - meridian) >= 0.00001);
  const nu = (a * scale) / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  const rho = (a * scale * (1 - e2)) / (1 - e2 * Math.sin(lat) ** 2) ** 1.5;
  const eta2 = nu / rho - 1;
  const tan = Math.tan(lat);
  const sec = 1 / Math.cos(lat);
  const d = easting - east0;
  return {
    lat:
      lat -
      (tan / (2 * rho * nu)) * d ** 2 +
      (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan ** 2 + eta2 - 9 * tan ** 2 * eta2) * d ** 4 -
      (tan / (720 * rho * nu ** 5)) * (61 + 90 * tan ** 2 + 45 * tan ** 4) * d ** 6,
    lng:
      lng0 +
      (sec / nu) * d -
      (sec / (6 * nu ** 3)) * (nu / rho + 2 * tan ** 2) * d ** 3 +
      (sec / (120 * nu ** 5)) * (5 + 28 * tan ** 2 + 24 * tan ** 4) * d ** 5 -
      (sec / (5040 * nu ** 7)) * (61 + 662 * tan ** 2 + 1320 * tan ** 4 + 720 * tan ** 6) * d ** 7,
  };
}

interface Cartesian {
  x: number;
  y: number;
  z: number;
}

function toCartesian(lat: number, lng: number, ellipsoid: Ellipsoid): Cartesian {
  const e2 = squaredEccentricity(ellipsoid);
  const nu = ellipsoid.a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  return { x: nu * Math.cos(lat) * Math.cos(lng), y: nu * Math.cos(lat) * Math.sin(lng), z: nu * (1 - e2) * Math.sin(lat) };
}

/** OSGB36 to WGS84: metres, parts in a million, seconds of arc. */
function shift({ x, y, z }: Cartesian): Cartesian {
  const scale = 1 - 20.4894e-6;
  const [rx, ry, rz] = [0.1502, 0.247, 0.8421].map((seconds) => radians(seconds / 3600)) as [number, number, number];
  return {
    x: 446.448 + x * scale - y * rz + z * ry,
    y: -125.157 + x * rz + y * scale - z * rx,
    z: 542.06 - x * ry + y * rx + z * scale,
  };
}

function toDegrees({ x, y, z }: Cartesian, ellipsoid: Ellipsoid): Point {
  const e2 = squaredEccentricity(ellipsoid);
  const flat = Math.hypot(x, y);
  let lat = Math.atan2(z, flat * (1 - e2));
  for (let i = 0; i < 6; i++) lat = Math.atan2(z + (e2 * ellipsoid.a * Math.sin(lat)) / Math.sqrt(1 - e2 * Math.sin(lat) ** 2), flat);
  return { lat: (lat * 180) / Math.PI, lng: (Math.atan2(y, x) * 180) / Math.PI };
}
