import type { BasemapFeature, BasemapTile } from '../../api/contract/basemap.ts';

/** Which tile a canvas shows, and which part of it. */
export interface TilePlace {
  z: number;
  x: number;
  y: number;
  /** 1, or how many times larger than it was made for. */
  enlarged: number;
  /** Which part, counted from the north-west. */
  column: number;
  row: number;
  /** Null: it has no end. */
  sheet: Sheet | null;
}

/** Where the base map ends, in pixels of the canvas; mostly far outside it. */
export interface Sheet {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The tile's features in pixels of a canvas of some size; what lies beside it is left out. */
export function inPixels({ features, extent }: BasemapTile, { enlarged, column, row }: TilePlace, size: number): BasemapFeature[] {
  const scale = (size * enlarged) / extent;
  const moved = features.map((feature) => ({
    ...feature,
    rings: feature.rings.map((ring) => ring.map((value, i) => value * scale - (i % 2 === 0 ? column : row) * size)),
  }));
  return enlarged === 1 ? moved : moved.filter((feature) => isNear(feature, size));
}

/** Roads are up to 30 px wide, half of it on either side. */
const rim = 32;

function isNear({ rings }: BasemapFeature, size: number): boolean {
  const reaches = (axis: 0 | 1) => {
    const values = rings.flatMap((ring) => ring.filter((_, i) => i % 2 === axis));
    return values.some((value) => value > -rim) && values.some((value) => value < size + rim);
  };
  return reaches(0) && reaches(1);
}
