import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { BasemapFeature, BasemapTile } from '../contract/basemap.ts';
import { basemapClasses } from '../contract/basemap.ts';
import { classForShape } from './feature-class.ts';
import { mvtClass } from './mvt-class.ts';

const shapes = [null, 'point', 'line', 'polygon'] as const;

/** A Mapbox vector tile as our own: the classes we draw and their names, nothing else. Decoded here so that the phone needs no decoder. */
export function decodeVectorTile(bytes: Uint8Array): BasemapTile {
  const layers = Object.values(new VectorTile(new PbfReader(bytes)).layers);
  const extent = Math.max(256, ...layers.map((layer) => layer.extent));
  const features = layers.flatMap((layer) =>
    Array.from({ length: layer.length }, (_, i) => layer.feature(i)).flatMap((feature) => drawnFeature(layer.name, feature, extent)),
  );
  return { extent, features: features.sort((a, b) => basemapClasses.indexOf(a.class) - basemapClasses.indexOf(b.class)) };
}

function drawnFeature(layer: string, feature: VectorTileFeature, extent: number): BasemapFeature[] {
  const { properties } = feature;
  const shape = shapes[feature.type];
  const found = shape && mvtClass(layer, properties);
  const drawn = found && classForShape(found, shape);
  if (!drawn) return [];
  const scale = extent / feature.extent;
  const rings = feature.loadGeometry().map((ring) => ring.flatMap(({ x, y }) => [Math.round(x * scale), Math.round(y * scale)]));
  if (shape === 'point' && !isInside(rings[0], extent)) return [];
  return [{ class: drawn, type: shape, rings, ...(shape === 'polygon' ? {} : namesOf(properties)) }];
}

/** A name in the buffer is written by the tile next door. */
function isInside([x = -1, y = -1]: number[] = [], extent: number): boolean {
  return x >= 0 && y >= 0 && x < extent && y < extent;
}

function namesOf(properties: VectorTileFeature['properties']) {
  const name = String(properties.name ?? '').slice(0, 80);
  const welsh = String(properties['name:cy'] ?? '').slice(0, 80);
  const isBig = [properties.class, properties.kind, properties.kind_detail].some((kind) => kind === 'city' || kind === 'town');
  return { ...(name && { name }), ...(welsh && { name_cy: welsh }), ...(isBig && { big: true as const }) };
}
