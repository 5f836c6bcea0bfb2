import * as L from 'leaflet/dist/leaflet-src.esm.js';
import './map.css';
import type { BasemapStyle } from '../../api/contract/basemap.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import { holdStill } from './hold-still.ts';
import { prefersStill } from './viewport.ts';

export interface BareMap {
  map: L.Map;
  canvas: HTMLElement;
  style: BasemapStyle;
}

/** A map in its place on the page, with nothing on it yet and nowhere to look at. Rejects when the base map's description cannot be had. */
export async function bareMap(place: HTMLElement, label: string): Promise<BareMap> {
  const style = await readStyle();
  place.replaceChildren();
  const canvas = document.createElement('div');
  canvas.className = 'od-map';
  canvas.setAttribute('role', 'region');
  canvas.setAttribute('aria-label', label);
  place.append(canvas);

  const still = prefersStill();
  const map = L.map(canvas, {
    minZoom: 6,
    maxZoom: 18,
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
    bounceAtZoomLimits: false,
    maxBoundsViscosity: 0.8,
  });
  if (still) holdStill(map);
  wheelOnceTouched(map, canvas);
  return { map, canvas, style };
}

async function readStyle(): Promise<BasemapStyle> {
  const response = await fetchPatiently('/basemap/style.json');
  if (!response.ok) throw new Error(`the base map answered ${response.status}`);
  return response.json();
}

/** The wheel scrolls the page until the reader has pressed on the map, and again once they have left it. */
function wheelOnceTouched(map: L.Map, canvas: HTMLElement): void {
  canvas.addEventListener('pointerdown', () => map.scrollWheelZoom.enable());
  canvas.addEventListener('focusin', () => map.scrollWheelZoom.enable());
  canvas.addEventListener('pointerleave', () => map.scrollWheelZoom.disable());
}
