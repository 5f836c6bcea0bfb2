import * as L from 'leaflet/dist/leaflet-src.esm.js';
import { type Corner, cornerAt, type Drawing, type Spot, spotsOf } from './corner-path.ts';

/** Nearer, and a thumb would press two at once: the others show when the reader comes closer. */
const apartPixels = 36;

export interface CornerActions {
  choose(spot: Spot): void;
  move(spot: Spot, to: Corner): void;
  press(event: KeyboardEvent, spot: Spot): void;
}

export interface CornerMarks {
  /** Answers how many corners are in view but not shown. */
  show(drawing: Drawing, chosen: Spot | null): number;
  focus(): void;
}

/** The corners in view as buttons: dragged, or chosen and then moved by arrow keys. The chosen one alone is a stop for Tab. */
export function createCornerMarks(map: L.Map, nameOf: (number: number) => string, actions: CornerActions): CornerMarks {
  const shown = new Map<string, L.Marker>();
  let focused: L.Marker | undefined;

  function show(drawing: Drawing, chosen: Spot | null): number {
    const view = map.getBounds().pad(0.1);
    const spots = spotsOf(drawing).map((spot, index) => ({ spot, number: index + 1, corner: cornerAt(drawing, spot) ?? [0, 0] }));
    const isChosen = ({ path, at }: Spot) => chosen?.path === path && chosen.at === at;
    const inView = spots.filter(({ spot, corner }) => isChosen(spot) || view.contains([corner[1], corner[0]]));
    const wanted = apart(
      map,
      [...inView].sort((one, other) => Number(isChosen(other.spot)) - Number(isChosen(one.spot))),
    );
    const keys = new Set(wanted.map(({ spot }) => keyOf(spot)));
    for (const [key, mark] of shown) {
      if (keys.has(key)) continue;
      mark.remove();
      shown.delete(key);
    }
    for (const { spot, number, corner } of wanted) {
      const mark = shown.get(keyOf(spot)) ?? addMark(spot);
      mark.setLatLng([corner[1], corner[0]]);
      const element = mark.getElement();
      element?.setAttribute('aria-label', nameOf(number));
      element?.setAttribute('tabindex', isChosen(spot) ? '0' : '-1');
      element?.setAttribute('aria-pressed', String(isChosen(spot)));
      element?.classList.toggle('chosen', isChosen(spot));
      if (isChosen(spot)) focused = mark.setZIndexOffset(1_000);
      else mark.setZIndexOffset(0);
    }
    return inView.length - wanted.length;
  }

  function addMark(spot: Spot): L.Marker {
    const icon = L.divIcon({ className: 'corner', iconSize: undefined });
    const mark = L.marker([0, 0], { icon, draggable: true, keyboard: false, autoPan: true }).addTo(map);
    shown.set(keyOf(spot), mark);
    mark.on('click', () => actions.choose(spot));
    mark.on('dragstart', () => actions.choose(spot));
    mark.on('dragend', () => {
      const { lng, lat } = mark.getLatLng();
      actions.move(spot, [lng, lat]);
    });
    const element = mark.getElement();
    element?.setAttribute('role', 'button');
    element?.addEventListener('keydown', (event) => actions.press(event, spot));
    return mark;
  }

  return { show, focus: () => focused?.getElement()?.focus() };
}

/** Those that are not too near one before them in the list. */
function apart<Shown extends { corner: Corner | number[] }>(map: L.Map, spots: Shown[]): Shown[] {
  const taken: L.Point[] = [];
  return spots.filter(({ corner: [lng = 0, lat = 0] }) => {
    const at = map.latLngToLayerPoint([lat, lng]);
    const isFree = taken.every((other) => other.distanceTo(at) >= apartPixels);
    if (isFree) taken.push(at);
    return isFree;
  });
}

const keyOf = ({ path, at }: Spot) => `${path} ${at}`;
