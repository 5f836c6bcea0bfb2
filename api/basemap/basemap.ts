import type { BasemapStyle, BasemapTile } from '../contract/basemap.ts';

export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

export interface RasterTile {
  contentType: string;
  bytes: Buffer;
}

/** A base map that is open and ready: one of these per source. Null: nothing is drawn at that address. */
export type Basemap = (
  | { style: BasemapStyle & { kind: 'vector' }; tile(at: TileAddress): Promise<BasemapTile | null> }
  | { style: BasemapStyle & { kind: 'raster' }; tile(at: TileAddress): Promise<RasterTile | null> }
  | { style: BasemapStyle & { kind: 'none' } }
) & { close?(): Promise<void> };
