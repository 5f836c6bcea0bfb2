import * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { ShownResults } from '../browser/page-events.ts';

export type Wanted = Pick<ShownResults, 'bounds' | 'points' | 'near'>;
export type Bounds = [west: number, south: number, east: number, north: number];

/** Room for a pin's height and half its width. */
const aroundPins = 56;
/** Close enough to see the streets round a single pin. */
const closestToPin = 16;
/** A few far-off pins would make all the others one heap. */
const shownShare = 0.8;
/** Part of the whole map that may be pulled into view from beyond its edge. */
const softEdge = 0.02;
/** However small the drawn map is, some room is left to come closer. */
const mostFilling = 16;

/** Brings the page's box into view, else its pins, else the whole base map. At once: a map that glides by itself makes some people ill. */
export function showPlace(map: L.Map, wanted: Wanted, wholeMap: Bounds | null): void {
  const room = wanted.bounds ? {} : { padding: L.point(aroundPins, aroundPins), maxZoom: closestToPin };
  map.fitBounds(boxOf(wanted, wholeMap), { animate: false, ...room });
}

export const centreOf = (wanted: Wanted, wholeMap: Bounds | null): L.LatLng => boxOf(wanted, wholeMap).getCenter();

/** Keeps the drawn map filling the view: never so far out, nor so far aside, that it would lie there as a cut-out sheet. */
export function keepFilled(map: L.Map, { points }: Wanted, wholeMap: Bounds | null): void {
  if (!wholeMap) return;
  const sheet = toLeaflet(wholeMap);
  for (const point of points) sheet.extend(point);
  const whole = map.project(sheet.getSouthEast(), 0).subtract(map.project(sheet.getNorthWest(), 0));
  const { x, y } = map.getSize();
  map.setMinZoom(Math.min(mostFilling, Math.log2(Math.max(x / whole.x, y / whole.y))));
  map.setMaxBounds(sheet.pad(softEdge));
}

function boxOf({ bounds, points, near }: Wanted, wholeMap: Bounds | null): L.LatLngBounds {
  const whole = toLeaflet(bounds ?? wholeMap ?? unitedKingdom);
  // Somebody may look from far outside what is drawn.
  const from = near && (!wholeMap || whole.contains(near)) ? near : null;
  if (bounds || (points.length === 0 && !from)) return whole;
  const box = L.latLngBounds(closest(points, from).map(({ lat, lng }) => [lat, lng]));
  return from ? box.extend(from) : box;
}

/** The pins closest to where the reader is, or to one another. */
function closest(points: Wanted['points'], from: Wanted['near']): Wanted['points'] {
  const middle = L.latLng(from ?? { lat: median(points.map(({ lat }) => lat)), lng: median(points.map(({ lng }) => lng)) });
  const byDistance = [...points].sort((a, b) => middle.distanceTo(a) - middle.distanceTo(b));
  return byDistance.slice(0, Math.ceil(points.length * shownShare));
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

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
