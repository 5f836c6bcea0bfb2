import * as L from 'leaflet/dist/leaflet-src.esm.js';
import './outlines.css';
import type { Outline } from '../../api/contract/recut.ts';

/** Less, and its name would lie over the next one's. */
const roomPixels = 100;

/** Draws boundaries, each told apart by its line and not by colour alone, with its name in the middle; answers the box round all of them. */
export function drawOutlines(map: L.Map, outlines: Outline[]): L.LatLngBounds {
  const box = L.latLngBounds([]);
  for (const { geometry, name, how } of outlines) {
    const shape = L.geoJSON(geometry, { interactive: false, style: { className: `outline ${how}` } }).addTo(map);
    box.extend(shape.getBounds());
    if (name && (how === 'becomes' || how === 'stands') && !isRenamed(outlines, name, how)) addName(map, shape, name);
  }
  return box;
}

/** Of an area that is to change, the name stands where it is to be. */
const isRenamed = (outlines: Outline[], name: string, how: Outline['how']) =>
  how === 'stands' && outlines.some((other) => other.how === 'becomes' && other.name === name);

function addName(map: L.Map, shape: L.GeoJSON, name: string): void {
  const label = document.createElement('span');
  label.textContent = name;
  const icon = L.divIcon({ className: 'outline-name', html: label, iconSize: [0, 0] });
  L.marker(shape.getBounds().getCenter(), { icon, interactive: false, keyboard: false }).addTo(map);
  const showWhereThereIsRoom = () => {
    const box = shape.getBounds();
    const width = map.project(box.getNorthEast()).x - map.project(box.getSouthWest()).x;
    label.hidden = width < roomPixels;
  };
  map.on('zoomend', showWhereThereIsRoom);
}
