import type { Box, Point } from '../contract/geo.ts';

const metresPerDegreeLatitude = 111_195;

/** The box that holds every point within `metres`; good away from the poles. */
export function boxAround({ lat, lng }: Point, metres: number): Box {
  const latitudes = metres / metresPerDegreeLatitude;
  const longitudes = latitudes / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return { west: lng - longitudes, south: lat - latitudes, east: lng + longitudes, north: lat + latitudes };
}

/** A box with so much more on every side. */
export function boxBeyond({ west, south, east, north }: Box, metres: number): Box {
  const low = boxAround({ lat: south, lng: west }, metres);
  const high = boxAround({ lat: north, lng: east }, metres);
  return { west: low.west, south: low.south, east: high.east, north: high.north };
}
