import type { Box, Point } from '../../api/contract/geo.ts';
import { placeName } from './synthetic-texts.ts';

/** Where synthetic listings stand. */
export interface Ground {
  bounds: Box;
  /** Where most of them are. */
  middle: Point;
  areas: GroundArea[];
  spotIn(area: GroundArea, random: () => number): Point;
}

export interface GroundArea extends Point {
  slug: string;
  name: string;
  /** What its streets, halls and groups are called after. */
  places: string[];
}

/** One borough, as full everywhere; each of its twelve areas reaches all over it. */
export function oneDistrict(count: number, random: () => number): Ground {
  const bounds = { west: -3.3, south: 52.1, east: -2.7, north: 52.5 };
  const middle = { lat: 52.3, lng: -3 };
  const places = Array.from({ length: Math.round(200 + Math.sqrt(count) * 8) }, () => placeName(random));
  const areas = Array.from({ length: 12 }, (_, at) => ({ ...middle, slug: `area-${at + 1}`, name: `Area ${at + 1}`, places }));
  const spotIn = () => ({
    lat: bounds.south + random() * (bounds.north - bounds.south),
    lng: bounds.west + random() * (bounds.east - bounds.west),
  });
  return { bounds, middle, areas, spotIn };
}
