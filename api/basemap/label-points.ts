import type { MultiPolygon, Position } from 'geojson';
import { ringMiddle, ringSize } from '../geo/ring-middle.ts';
import type { DrawnFeature } from './read-features.ts';

/** Where a name stands, and from which tile zoom on there is room for it. */
export interface LabelPoint {
  feature: DrawnFeature;
  at: Position;
  fromZoom: number;
}

/** One name per named area, in the middle of its largest part: cut into tiles, an area would else carry its name once a tile. */
export function labelPoints(features: DrawnFeature[]): LabelPoint[] {
  return features.flatMap((feature): LabelPoint[] => {
    const { geometry, name } = feature;
    if (!name) return [];
    if (geometry.type === 'Point') return [{ feature, at: geometry.coordinates, fromZoom: feature.big ? 8 : 11 }];
    if (geometry.type !== 'MultiPolygon') return [];
    const ring = largestRing(geometry);
    return ring ? [{ feature, at: middleOf(ring), fromZoom: roomyZoom(ring, name) }] : [];
  });
}

function largestRing({ coordinates }: MultiPolygon): Position[] | undefined {
  return coordinates.map(([outer]) => outer ?? []).sort((a, b) => ringSize(b) - ringSize(a))[0];
}

function middleOf(ring: Position[]): Position {
  const middle = ringMiddle(ring);
  return middle ? [middle.lng, middle.lat] : (ring[0] ?? [0, 0]);
}

/** Tiles are shown 512 px wide; a letter takes about 7 px, and a name may stand out of its area by a third. */
function roomyZoom(ring: Position[], name: string): number {
  const longitudes = ring.map(([lng = 0]) => lng);
  const degrees = Math.max(...longitudes) - Math.min(...longitudes);
  const neededPixels = name.length * 5;
  return Math.max(10, Math.ceil(Math.log2((neededPixels * 360) / (512 * degrees))));
}
