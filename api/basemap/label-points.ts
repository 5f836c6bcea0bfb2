import type { MultiPolygon, Position } from 'geojson';
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
    return ring ? [{ feature, at: centroid(ring), fromZoom: roomyZoom(ring, name) }] : [];
  });
}

function largestRing({ coordinates }: MultiPolygon): Position[] | undefined {
  return coordinates.map(([outer]) => outer ?? []).sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0];
}

/** Tiles are shown 512 px wide; a letter takes about 7 px, and a name may stand out of its area by a third. */
function roomyZoom(ring: Position[], name: string): number {
  const longitudes = ring.map(([lng = 0]) => lng);
  const degrees = Math.max(...longitudes) - Math.min(...longitudes);
  const neededPixels = name.length * 5;
  return Math.max(10, Math.ceil(Math.log2((neededPixels * 360) / (512 * degrees))));
}

function area(ring: Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

function centroid(ring: Position[]): Position {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  const total = area(ring);
  if (total === 0) return [originX, originY];
  let sumX = 0;
  let sumY = 0;
  for (const [i, [x0 = 0, y0 = 0]] of ring.entries()) {
    const [x1 = 0, y1 = 0] = ring[(i + 1) % ring.length] ?? [];
    // From the first corner: the products of whole degrees would swallow the digits that matter.
    const cross = (x0 - originX) * (y1 - originY) - (x1 - originX) * (y0 - originY);
    sumX += (x0 + x1 - 2 * originX) * cross;
    sumY += (y0 + y1 - 2 * originY) * cross;
  }
  return [originX + sumX / (6 * total), originY + sumY / (6 * total)];
}
