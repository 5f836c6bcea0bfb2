import { createHash } from 'node:crypto';
import type { Feature } from 'geojson';
import GeoJSONVT, { type RawFeature } from 'geojson-vt';
import type { BasemapClass, BasemapFeature, BasemapStyle, BasemapTile } from '../contract/basemap.ts';
import { basemapClasses } from '../contract/basemap.ts';
import { boundsOf } from '../geo/bounds-of.ts';
import type { Basemap, TileAddress } from './basemap.ts';
import { labelPoints } from './label-points.ts';
import type { DrawnFeature } from './read-features.ts';

/**
 * A tile is shown 512 px wide; 4,096 units leave one a pixel at the map's closest, three zooms past `maxZoom`. The buffer holds the
 * half width of a road and a name's overhang.
 */
const tiling = { maxZoom: 15, extent: 4096, buffer: 96, tolerance: 5, indexMaxZoom: 11 };

/** Tile zooms below which a class is too fine to see: a whole town's lanes would weigh more than the rest of the page. */
const classFromZoom: Partial<Record<BasemapClass, number>> = { 'road-minor': 11, path: 13, building: 13 };
const wayNamesFromZoom = 13;

interface Tags {
  drawn: DrawnFeature;
  /** Set on names. */
  fromZoom?: number;
}

/** A base map from GeoJSON features, cut into tiles as they are asked for. */
export function openDrawnBasemap(features: DrawnFeature[], credit: string): Basemap {
  const index = new GeoJSONVT(
    { type: 'FeatureCollection', features: inDrawingOrder(features).flatMap(asShape).concat(labels(features)) },
    tiling,
  );
  const { west, south, east, north } = boundsOf(features.map(({ geometry }) => geometry.coordinates));
  const style: BasemapStyle & { kind: 'vector' } = {
    kind: 'vector',
    credit,
    minZoom: 0,
    maxZoom: tiling.maxZoom,
    bounds: [west, south, east, north],
    version: createHash('sha256').update(JSON.stringify(features)).digest('base64url').slice(0, 10),
  };
  return { style, tile: async (at) => cutTile(index, at) };
}

function cutTile(index: GeoJSONVT, { z, x, y }: TileAddress): BasemapTile {
  const features = index.getTileRaw(z, x, y)?.features ?? [];
  return { extent: tiling.extent, features: features.flatMap((feature) => tileFeature(feature, z)) };
}

function tileFeature(raw: RawFeature, zoom: number): BasemapFeature[] {
  const { drawn, fromZoom = 0 } = raw.tags as unknown as Tags;
  if (raw.type === 4) {
    const isRoomy = zoom >= fromZoom && isInside(raw.x) && isInside(raw.y);
    // A built-up area is a place where people live; what it is called is written as one.
    const found = drawn.class === 'built' ? 'place' : drawn.class;
    return isRoomy ? [{ class: found, type: 'point', rings: [[raw.x, raw.y]], ...namesOf(drawn) }] : [];
  }
  if (raw.type === 1 || zoom < (classFromZoom[drawn.class] ?? 0)) return [];
  const rings = raw.geometry.map((ring) => Array.from(ring));
  if (raw.type === 3) return [{ class: drawn.class, type: 'polygon', rings }];
  return [{ class: drawn.class, type: 'line', rings, ...(zoom >= wayNamesFromZoom && namesOf(drawn)) }];
}

function namesOf({ name, name_cy, big }: DrawnFeature) {
  return { ...(name && { name }), ...(name_cy && { name_cy }), ...(big && { big: true as const }) };
}

/** A name in the buffer is written by the tile next door. */
const isInside = (units: number) => units >= 0 && units < tiling.extent;

function inDrawingOrder(features: DrawnFeature[]): DrawnFeature[] {
  return features.toSorted((a, b) => basemapClasses.indexOf(a.class) - basemapClasses.indexOf(b.class));
}

function asShape(drawn: DrawnFeature): Feature[] {
  const { geometry } = drawn;
  return geometry.type === 'Point' ? [] : [{ type: 'Feature', geometry, properties: { drawn } satisfies Tags }];
}

function labels(features: DrawnFeature[]): Feature[] {
  return labelPoints(features).map(({ feature: drawn, at, fromZoom }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: at },
    properties: { drawn, fromZoom } satisfies Tags,
  }));
}
