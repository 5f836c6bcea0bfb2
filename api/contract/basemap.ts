/** What a base map is made of, in drawing order. `place` is a name only. */
export const basemapClasses = [
  'land',
  'built',
  'park',
  'wood',
  'water',
  'river',
  'building',
  'path',
  'rail',
  'road-minor',
  'road-main',
  'place',
] as const;
export type BasemapClass = (typeof basemapClasses)[number];

/** `GET /basemap/style.json`: what kind of base map there is and where. Not part of the public API: it changes with the page's map. */
export interface BasemapStyle {
  kind: 'vector' | 'raster' | 'none';
  /** Shown as plain text; may be empty. */
  credit: string;
  minZoom: number;
  /** Of the tiles; the map goes further in by drawing these larger. */
  maxZoom: number;
  /** West, south, east, north in degrees; null: unknown, or the world. */
  bounds: [number, number, number, number] | null;
  /** Changes when the base map does; sent with each tile's address so that browsers may keep tiles. */
  version: string;
}

/** `GET /basemap/{z}/{x}/{y}.json`. */
export interface BasemapTile {
  /** Width and height of the tile in the units of `rings`; coordinates may lie a little outside. */
  extent: number;
  features: BasemapFeature[];
}

/** A `point` is where a name stands. */
export interface BasemapFeature {
  class: BasemapClass;
  type: 'polygon' | 'line' | 'point';
  /** Each ring is x, y, x, y, … from the north-west corner. */
  rings: number[][];
  name?: string;
  name_cy?: string;
  /** A town or a city, whose name is set larger. */
  big?: true;
}
