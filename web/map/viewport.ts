import * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { ShownResults } from '../browser/page-events.ts';

type Wanted = Pick<ShownResults, 'bounds' | 'points'>;
export type Bounds = [west: number, south: number, east: number, north: number];

/** Room for a pin's height and half its width. */
const aroundPins = 56;
/** Close enough to see the streets round a single pin. */
const closestToPin = 16;

/** Brings the page's box into view, else its pins, else the whole base map. At once: a map that glides by itself makes some people ill. */
export function showPlace(map: L.Map, { bounds, points }: Wanted, wholeMap: Bounds | null): void {
  const hasPins = !bounds && points.length > 0;
  map.fitBounds(
    boxOf({ bounds, points }, wholeMap),
    hasPins ? { animate: false, padding: [aroundPins, aroundPins], maxZoom: closestToPin } : { animate: false },
  );
}

export const centreOf = (wanted: Wanted, wholeMap: Bounds | null): L.LatLng => boxOf(wanted, wholeMap).getCenter();

function boxOf({ bounds, points }: Wanted, wholeMap: Bounds | null): L.LatLngBounds {
  if (!bounds && points.length > 0) return L.latLngBounds(points.map(({ lat, lng }) => [lat, lng]));
  return toLeaflet(bounds ?? wholeMap ?? unitedKingdom);
}

const unitedKingdom: Bounds = [-8.2, 49.9, 1.8, 58.7];

export function toLeaflet([west, south, east, north]: Bounds): L.LatLngBounds {
  return L.latLngBounds([south, west], [north, east]);
}

/** What is in view, as the API's `bbox`, a little wider when asked. Five digits are a metre. */
export function boxInView(map: L.Map, widenedBy = 0): string {
  const box = map.getBounds().pad(widenedBy);
  const within = (value: number, limit: number) => Number(Math.max(-limit, Math.min(limit, value)).toFixed(5));
  return [within(box.getWest(), 180), within(box.getSouth(), 90), within(box.getEast(), 180), within(box.getNorth(), 90)].join(',');
}

/** Whether the reader asked their device for less movement. */
export const prefersStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
