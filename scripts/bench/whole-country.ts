import type { Point } from '../../api/contract/geo.ts';
import type { Ground, GroundArea } from './ground.ts';
import { aboutNought } from './seeded.ts';
import { placeName } from './synthetic-texts.ts';

/** So many listings has a patch of 10,000 people whose groups, halls and benches are well known. */
const listingsOfArea = 150;
/** As many patches as 67 million people make. */
const mostAreas = 6_700;
/** Which part of the patches is a town of its own, or its beginning. */
const newTowns = 0.35;
const placesOfArea = 8;
const bounds = { west: -7.5, south: 50, east: 1.7, north: 58.6 };
/** A patch of 10,000 people in a town is some 1.6 km wide. */
const areaDegrees = 0.0145;

interface Town extends Point {
  name: string;
  areas: number;
}

/**
 * A made-up country in the place of ours: towns of all sizes, most of them where most people live, and patches of 10,000 people in each. A
 * patch joins a town the sooner the larger it is, so that a few are large and most are small.
 */
export function wholeCountry(count: number, random: () => number): Ground {
  const wanted = Math.min(mostAreas, Math.max(12, Math.round(count / listingsOfArea)));
  const townOf: Town[] = [];
  for (let area = 0; area < wanted; area += 1) {
    const joined = random() < newTowns ? undefined : townOf[Math.floor(random() * townOf.length)];
    const town = joined ?? newTown(random);
    town.areas += 1;
    townOf.push(town);
  }
  const largest = townOf.reduce((one, other) => (other.areas > one.areas ? other : one));
  return {
    bounds,
    middle: { lat: largest.lat, lng: largest.lng },
    areas: townOf.map((town, at) => areaOf(town, at, random)),
    spotIn: (area, chance) => around(area, areaDegrees / 2, chance),
  };
}

function newTown(random: () => number): Town {
  let left = random() * leanings.reduce((sum, { share }) => sum + share, 0);
  const leaning = leanings.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  const { lat, lng } = around(leaning ?? { lat: 52.5, lng: -1.5 }, leaning?.spread ?? 1, random);
  const inside = {
    lat: Math.min(bounds.north, Math.max(bounds.south, lat)),
    lng: Math.min(bounds.east, Math.max(bounds.west, lng)),
  };
  return { ...inside, name: placeName(random), areas: 0 };
}

function areaOf(town: Town, at: number, random: () => number): GroundArea {
  const places = [town.name, ...Array.from({ length: placesOfArea - 1 }, () => placeName(random))];
  return {
    ...around(town, (areaDegrees * Math.sqrt(town.areas)) / 2, random),
    slug: `area-${at + 1}`,
    name: town.areas === 1 ? town.name : `${places[1]}, ${town.name}`,
    places,
  };
}

/** `degrees`: of latitude, within which two thirds lie. */
const around = ({ lat, lng }: Point, degrees: number, random: () => number): Point => ({
  lat: lat + aboutNought(random) * degrees,
  lng: lng + (aboutNought(random) * degrees) / Math.cos((lat * Math.PI) / 180),
});

/** Where people live, in whole and half degrees: large towns and what lies around them, and the country at large. */
const leanings: (Point & { share: number; spread: number })[] = [
  { lat: 51.5, lng: 0, share: 22, spread: 0.45 },
  { lat: 52.5, lng: -2, share: 9, spread: 0.35 },
  { lat: 53.5, lng: -2.5, share: 12, spread: 0.35 },
  { lat: 53.5, lng: -1.5, share: 10, spread: 0.4 },
  { lat: 55, lng: -1.5, share: 4, spread: 0.25 },
  { lat: 56, lng: -4, share: 6, spread: 0.35 },
  { lat: 51.5, lng: -3, share: 6, spread: 0.35 },
  { lat: 51, lng: -1, share: 6, spread: 0.4 },
  { lat: 53, lng: -1, share: 5, spread: 0.4 },
  { lat: 54.5, lng: -6, share: 3, spread: 0.35 },
  { lat: 50.5, lng: -4, share: 3, spread: 0.5 },
  { lat: 52.5, lng: 0.5, share: 5, spread: 0.6 },
  { lat: 52.5, lng: -3.5, share: 4, spread: 0.8 },
  { lat: 54, lng: -2, share: 4, spread: 1 },
  { lat: 57, lng: -3.5, share: 2, spread: 0.8 },
];
