import * as L from 'leaflet/dist/leaflet-src.esm.js';
import { askForSearch } from '../browser/page-events.ts';
import type { MapStrings } from '../components/map-place/map-place.tsx';
import { svgNamespace } from './kind-marks.ts';
import { lookFrom } from './look-from.ts';
import { searchIn } from './search-in.ts';
import { boxInView } from './viewport.ts';

interface ControlSetting {
  words: MapStrings;
  /** As plain text; may be empty. */
  credit: string;
  canSearchHere: boolean;
}

export interface MapControls {
  /** The list shows what is in view: nothing to offer until the reader moves on. */
  rest(): void;
}

/** Share of the map's smaller side that counts as having moved. */
const movedShare = 0.12;
const panShare = 0.4;

/** Real buttons over the map: closer, further, a cross of arrows for whoever cannot drag, and "search this area". */
export function addControls(map: L.Map, { words, credit, canSearchHere }: ControlSetting): MapControls {
  const corner = panel('map-buttons', [...zoomButtons(map, words), ...panButtons(map, words, canSearchHere)]);
  map.getContainer().prepend(corner);
  if (credit) map.getContainer().append(creditLine(credit));
  return canSearchHere ? addSearchHere(map, words) : { rest() {} };
}

function zoomButtons(map: L.Map, words: MapStrings): HTMLElement[] {
  const closer = button('map-button', '+', words.zoomIn, () => map.zoomIn());
  const further = button('map-button', '−', words.zoomOut, () => map.zoomOut());
  // Not `disabled`: the focus of whoever pressed it would be lost.
  const showLimits = () => {
    closer.setAttribute('aria-disabled', String(map.getZoom() >= map.getMaxZoom()));
    further.setAttribute('aria-disabled', String(map.getZoom() <= map.getMinZoom()));
  };
  map.on('zoomend zoomlevelschange', showLimits);
  showLimits();
  return [closer, further];
}

function panButtons(map: L.Map, words: MapStrings, canSearchHere: boolean): HTMLElement[] {
  // Not `panBy`: it goes past the map's edge, and back.
  const by = (x: number, y: number) => () => {
    const step = map.getSize().scaleBy(L.point(x * panShare, y * panShare));
    map.setView(map.unproject(map.project(map.getCenter()).add(step)), map.getZoom());
  };
  const cross = panel('map-cross', [
    button('map-button north', '↑', words.north, by(0, -1)),
    button('map-button west', '←', words.west, by(-1, 0)),
    button('map-button east', '→', words.east, by(1, 0)),
    button('map-button south', '↓', words.south, by(0, 1)),
    ...(canSearchHere ? [button('map-button middle', '◎', words.lookFromMiddle, () => lookFrom(map.getCenter()))] : []),
  ]);
  cross.hidden = true;
  const opener = button('map-button', '', words.move, () => {
    cross.hidden = !cross.hidden;
    opener.setAttribute('aria-expanded', String(!cross.hidden));
  });
  opener.append(fourArrows());
  opener.setAttribute('aria-expanded', 'false');
  return [opener, cross];
}

function fourArrows(): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', 'M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3');
  svg.append(path);
  return svg;
}

function addSearchHere(map: L.Map, words: MapStrings): MapControls {
  const here = button('button map-search-here', words.searchHere, null, () => {
    const hadFocus = document.activeElement === here;
    askForSearch(searchIn(boxInView(map)));
    rest();
    if (hadFocus) map.getContainer().focus();
  });
  let centre = map.getCenter();
  let zoom = map.getZoom();
  const rest = () => {
    centre = map.getCenter();
    zoom = map.getZoom();
    here.hidden = true;
  };
  let makesRoom = false;
  map.on('autopanstart', () => {
    makesRoom = true;
  });
  map.on('moveend', () => {
    // Moved by itself, so that a card is seen whole: no reason to offer another search.
    if (makesRoom && here.hidden) rest();
    makesRoom = false;
    const size = map.getSize();
    const moved = map.latLngToContainerPoint(centre).distanceTo(size.divideBy(2));
    here.hidden = here.hidden && zoom === map.getZoom() && moved < Math.min(size.x, size.y) * movedShare;
  });
  here.hidden = true;
  map.getContainer().append(here);
  L.DomEvent.disableClickPropagation(here);
  return { rest };
}

function creditLine(credit: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'map-credit';
  line.textContent = credit;
  return line;
}

function panel(className: string, children: HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.append(...children);
  L.DomEvent.disableClickPropagation(element);
  return element;
}

function button(className: string, text: string, name: string | null, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  if (name) element.setAttribute('aria-label', name);
  if (name) element.title = name;
  element.addEventListener('click', press);
  return element;
}
