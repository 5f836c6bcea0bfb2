import type { Box, Point } from '../../contract/geo.ts';
import { earthRadiusMetres } from '../nearness.ts';

/**
 * Meilisearch writes all points of its own `_geo` anew for each document that changes, and reads them all for each circle. So places are plain
 * numbers: how far north and east, and how far along four directions between, from which ranges make boxes, and twelve-sided circles.
 */
const slants = [30, 60, 120, 150] as const;
const fieldOf = (degrees: number) => `along_${degrees}`;

export const placeFields = ['lat', 'lng', ...slants.map(fieldOf)];

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const metresADegree = radians(1) * earthRadiusMetres;
/** Where Mercator's map ends. */
const mostNorth = 85;

/** What is stored of a place; along the slants in metres of Mercator's map, on which a small circle is a circle everywhere. */
export function placeOf({ lat, lng }: Point): Record<string, number> {
  const east = metresADegree * lng;
  const north = earthRadiusMetres * Math.log(Math.tan(Math.PI / 4 + radians(Math.max(-mostNorth, Math.min(mostNorth, lat))) / 2));
  const along = (degrees: number) => east * Math.cos(radians(degrees)) + north * Math.sin(radians(degrees));
  return { lat, lng, ...Object.fromEntries(slants.map((degrees) => [fieldOf(degrees), Math.round(along(degrees) * 10) / 10])) };
}

type Range = [field: string, from: number, to: number];

/** As far as the sides are from the middle, so that as much lies in it as in the circle: up to 20 km nothing of its edge is over 3 % off. */
const sideShare = 0.9885;

/** What a place of at most so many metres keeps to. */
function rangesWithin(point: Point, metres: number): Range[] {
  const onMap = (metres * sideShare) / Math.max(0.01, Math.cos(radians(point.lat)));
  const reach: Record<string, number> = { lat: (metres * sideShare) / metresADegree, lng: onMap / metresADegree };
  return Object.entries(placeOf(point)).map(([field, middle]) => {
    const far = reach[field] ?? onMap;
    return [field, middle - far, middle + far];
  });
}

/** A circle, as ranges that must all hold. */
export const withinFilters = (point: Point, metres: number): string[] => rangesWithin(point, metres).map(textOf);

/** Whether a place passes those filters. */
export function liesWithin(point: Point, metres: number): (place: Point) => boolean {
  const ranges = rangesWithin(point, metres);
  return (place) => {
    const fields = placeOf(place);
    return ranges.every(([field, from, to]) => isBetween(fields[field] ?? Number.NaN, from, to));
  };
}

export const boxFilters = ({ south, west, north, east }: Box): string[] => [textOf(['lat', south, north]), textOf(['lng', west, east])];

const isBetween = (value: number, from: number, to: number) => value >= Number(written(from)) && value <= Number(written(to));
const textOf = ([field, from, to]: Range) => `${field} ${written(from)} TO ${written(to)}`;
/** Finer than anybody measures; never as a power of ten. */
const written = (value: number) => value.toFixed(9);
