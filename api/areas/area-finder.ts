import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { AreaGeometry, Box, Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { boundariesVersion, currentBoundaries } from './area-queries.ts';

export interface FoundArea {
  id: string;
  slug: string;
}

export interface Boundary extends FoundArea, Box {
  geometry: AreaGeometry;
}

/** Answers whose area a point lies in, from boundaries held in memory. */
export interface AreaFinder {
  areaAt(point: Point): FoundArea | null;
  /** The area whose boundary comes closest. */
  nearest(point: Point): FoundArea | null;
}

const kept = new WeakMap<Queryable, { version: string; finder: Promise<AreaFinder> }>();

/** The boundaries that hold today, kept in memory until one changes. */
export async function loadAreaFinder(db: Queryable): Promise<AreaFinder> {
  const version = await boundariesVersion(db);
  const known = kept.get(db);
  if (known?.version === version) return known.finder;
  const finder = readBoundaries(db);
  kept.set(db, { version, finder });
  finder.catch(() => kept.delete(db));
  return finder;
}

const readBoundaries = async (db: Queryable): Promise<AreaFinder> => finderOf(await currentBoundaries(db));

/** Where areas overlap the first counts; boundaries come by slug, so that the answer is always the same. */
export function finderOf(boundaries: Boundary[]): AreaFinder {
  return {
    areaAt(point) {
      const found = boundaries.find(
        ({ west, south, east, north, geometry }) =>
          point.lng >= west &&
          point.lng <= east &&
          point.lat >= south &&
          point.lat <= north &&
          booleanPointInPolygon([point.lng, point.lat], geometry),
      );
      return found ? { id: found.id, slug: found.slug } : null;
    },
    nearest(point) {
      let best: { area: FoundArea; metres: number } | null = null;
      for (const { id, slug, geometry } of boundaries) {
        const metres = metresToBoundary(point, geometry);
        if (!best || metres < best.metres) best = { area: { id, slug }, metres };
      }
      return best?.area ?? null;
    },
  };
}

/** To the closest corner: boundaries have corners enough for "which area is nearest". */
function metresToBoundary(point: Point, geometry: AreaGeometry): number {
  let closest = Number.POSITIVE_INFINITY;
  for (const [lng, lat] of geometry.coordinates.flat(2)) {
    if (lng !== undefined && lat !== undefined) closest = Math.min(closest, metresBetween(point, { lat, lng }));
  }
  return closest;
}
