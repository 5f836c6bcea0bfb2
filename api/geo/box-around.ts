import type { Box, Point } from '../contract/geo.ts';

const metresPerDegreeLatitude = 111_195;

/** The box that holds every point within `metres`; good away from the poles. */
export function boxAround({ lat, lng }: Point, metres: number): Box {
  const latitudes = metres / metresPerDegreeLatitude;
  const longitudes = latitudes / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return { west: lng - longitudes, south: lat - latitudes, east: lng + longitudes, north: lat + latitudes };
}
