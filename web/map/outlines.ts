import * as L from 'leaflet/dist/leaflet-src.esm.js';
import './outlines.css';
import type { Outline } from '../../api/contract/recut.ts';
import { innerPoint } from './inner-point.ts';

interface Name {
  label: HTMLElement;
  at: L.LatLng;
  box: L.LatLngBounds;
}

/** A shape that is narrower has no room for its name. */
const roomPixels = 60;

/**
 * Draws boundaries, each told apart by its line and not by colour alone, with names where they have room. `namesMine`: also of the reader's own,
 * which are written before all others. Answers the box round the reader's own, or else round everything.
 */
export function drawOutlines(map: L.Map, outlines: Outline[], { namesMine }: { namesMine: boolean }): L.LatLngBounds {
  const [whole, mine] = [L.latLngBounds([]), L.latLngBounds([])];
  const names: Name[] = [];
  for (const { geometry, name, how } of outlines.toSorted((one, other) => Number(other.how === 'mine') - Number(one.how === 'mine'))) {
    const box = L.geoJSON(geometry, { interactive: false, style: { className: `outline ${how}` } })
      .addTo(map)
      .getBounds();
    whole.extend(box);
    if (how === 'mine') mine.extend(box);
    const isNamed = how === 'becomes' || (how === 'stands' && !isRenamed(outlines, name)) || (how === 'mine' && namesMine);
    if (!name || !isNamed) continue;
    const [lng, lat] = innerPoint(geometry);
    names.push(addName(map, { name, at: L.latLng(lat, lng), box }));
  }
  map.on('zoomend', () => showWhereThereIsRoom(map, names));
  return mine.isValid() ? mine : whole;
}

/** Of an area that is to change, the name stands where it is to be. */
const isRenamed = (outlines: Outline[], name: string) => outlines.some((other) => other.how === 'becomes' && other.name === name);

function addName(map: L.Map, { name, at, box }: { name: string; at: L.LatLng; box: L.LatLngBounds }): Name {
  const label = document.createElement('span');
  label.textContent = name;
  const icon = L.divIcon({ className: 'outline-name', html: label, iconSize: [0, 0] });
  L.marker(at, { icon, interactive: false, keyboard: false }).addTo(map);
  return { label, at, box };
}

/** One after the other, each where none of those before lies. */
function showWhereThereIsRoom(map: L.Map, names: Name[]): void {
  const taken: L.Bounds[] = [];
  for (const { label, at, box } of names) {
    const width = map.project(box.getNorthEast()).x - map.project(box.getSouthWest()).x;
    label.hidden = false;
    const [middle, half] = [map.project(at), L.point(label.offsetWidth / 2, label.offsetHeight / 2)];
    const place = L.bounds(middle.subtract(half), middle.add(half));
    label.hidden = width < roomPixels || taken.some((other) => other.overlaps(place));
    if (!label.hidden) taken.push(place);
  }
}
