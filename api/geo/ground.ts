import { difference, intersection, union } from 'polyclip-ts';
import type { AreaGeometry } from '../contract/geo.ts';

/** Polygons, each an outer ring and its holes, as GeoJSON has them: longitude first, rings closed. */
export type Ground = AreaGeometry['coordinates'];

/** Less than a doorstep: what is left of it when two lines that should lie on each other do not quite. */
const speckSquareMetres = 4;
const earthRadiusMetres = 6_371_008.8;

/** All of it, as one. */
export function joined(grounds: Ground[]): Ground {
  const [first, ...more] = grounds.filter((ground) => ground.length > 0).map(toClip);
  return first ? withoutSpecks(union(first, ...more)) : [];
}

/** What is left of it once the others are taken away. */
export function without(ground: Ground, others: Ground[]): Ground {
  const taken = others.filter((other) => other.length > 0).map(toClip);
  return ground.length === 0 || taken.length === 0 ? ground : withoutSpecks(difference(toClip(ground), ...taken));
}

/** What lies in both. */
export function inBoth(one: Ground, other: Ground): Ground {
  return one.length === 0 || other.length === 0 ? [] : withoutSpecks(intersection(toClip(one), toClip(other)));
}

/** On the globe, so that parts add up to the whole to the last doorstep, wherever their rings begin. */
export function squareMetres(ground: Ground): number {
  return ground.reduce(
    (sum, [outer = [], ...holes]) => sum + ringMetres(outer) - holes.reduce((less, hole) => less + ringMetres(hole), 0),
    0,
  );
}

/** What lies between each edge and the equator, exactly, for edges that are straight in degrees. */
function ringMetres(ring: number[][]): number {
  const [lng0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (const [i, corner] of ring.entries()) {
    const [x1, y1] = inRadians(corner, lng0);
    const [x2, y2] = inRadians(ring[(i + 1) % ring.length] ?? corner, lng0);
    const half = (y2 - y1) / 2;
    const narrowing = half === 0 ? 1 : Math.sin(half) / half;
    sum += x2 * Math.sin(y2) - x1 * Math.sin(y1) - (x2 - x1) * Math.sin((y1 + y2) / 2) * narrowing;
  }
  return Math.abs(sum) * earthRadiusMetres ** 2;
}

const inRadians = ([lng = 0, lat = 0]: number[], lng0: number): [number, number] => [((lng - lng0) * Math.PI) / 180, (lat * Math.PI) / 180];

const withoutSpecks = (ground: Ground): Ground => ground.filter((polygon) => squareMetres([polygon]) >= speckSquareMetres);

const toClip = (ground: Ground): [number, number][][][] =>
  ground.map((polygon) => polygon.map((ring) => ring.map(([lng = 0, lat = 0]): [number, number] => [lng, lat])));
