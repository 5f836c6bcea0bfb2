import { z } from 'zod';

/** WGS84, decimal degrees. */
export const Point = z.object({ lat: z.number(), lng: z.number() }).meta({ id: 'Point' });

/** GeoJSON (RFC 7946) geometry of an area: longitude first. */
export const AreaGeometry = z
  .object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(z.array(z.number())))) })
  .meta({ id: 'AreaGeometry' });

export type Point = z.infer<typeof Point>;
export type AreaGeometry = z.infer<typeof AreaGeometry>;

/** West, south, east, north in degrees. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}
