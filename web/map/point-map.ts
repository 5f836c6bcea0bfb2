import * as L from 'leaflet/dist/leaflet-src.esm.js';
import './map.css';
import type { BasemapStyle } from '../../api/contract/basemap.ts';
import type { MapStrings } from '../components/map-place/map-place.tsx';
import { addBaseLayer } from './base-layer.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import { addControls } from './map-controls.ts';
import { prefersStill, toLeaflet } from './viewport.ts';

interface Spot {
  lat: number;
  lng: number;
}

const closeUp = 17;

/** A map with a cross in its middle: whoever moves it, by finger, arrow keys or its buttons, points at a spot. Answers how to ask which. */
export async function createPointMap(place: HTMLElement, words: MapStrings, from: Spot | null): Promise<{ middle(): Spot }> {
  const response = await fetchPatiently('/basemap/style.json');
  if (!response.ok) throw new Error(`the base map answered ${response.status}`);
  const style: BasemapStyle = await response.json();
  const still = prefersStill();
  const map = L.map(place, {
    minZoom: 6,
    maxZoom: 18,
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: 'center',
    doubleClickZoom: 'center',
    touchZoom: 'center',
    zoomAnimation: !still,
    fadeAnimation: !still,
    inertia: false,
  });
  if (from) map.setView(from, closeUp, { animate: false });
  else map.fitBounds(toLeaflet(style.bounds ?? unitedKingdom), { animate: false });
  addBaseLayer(map, style);
  addControls(map, { words, credit: style.credit, canSearchHere: false });
  const cross = document.createElement('span');
  cross.className = 'point-cross';
  cross.ariaHidden = 'true';
  place.append(cross);
  return { middle: () => map.getCenter() };
}

const unitedKingdom: [number, number, number, number] = [-8.2, 49.9, 1.8, 60.9];
