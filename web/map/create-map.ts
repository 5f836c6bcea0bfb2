import { onResults, type ShownResults } from '../browser/page-events.ts';
import type { AssetMapProps } from '../components/map-place/map-place.tsx';
import { drawAreas } from './area-outlines.ts';
import { bareMap } from './bare-map.ts';
import { addBaseLayer } from './base-layer.ts';
import { createClusters } from './clusters.ts';
import { offerToLookFrom } from './look-from.ts';
import { addControls } from './map-controls.ts';
import { createMapScreen } from './map-screen.ts';
import { createNearMark } from './near-mark.ts';
import { createPins } from './pins.ts';
import { createPlacing } from './placing.ts';

/** A map that stands on the page. */
export interface MapView {
  /** Over the whole screen, until the reader closes it or presses Escape. */
  openOverPage(): void;
  /** Back into its place on the page, once there is room for it. */
  comeBack(place: HTMLElement): void;
}

/**
 * Makes the map inside `place`, an element of some height. Rejects when the base map's description cannot be had; areas and clusters come
 * later, and the map stands without them.
 */
export async function createMap(place: HTMLElement, props: AssetMapProps): Promise<MapView> {
  const words = props.strings;
  const { map, canvas, style } = await bareMap(place, words.label);
  const placing = createPlacing(map, style.bounds);
  placing.show(props);
  addBaseLayer(map, style);
  const nearMark = createNearMark(map, words);
  const pins = createPins(map, words, { numbered: props.mode === 'find' || props.mode === 'list' });
  const clusters = props.mode === 'asset' || props.mode === 'list' ? null : createClusters(map, words);
  const controls = addControls(map, { words, credit: style.credit, canSearchHere: props.mode === 'find' });
  if (props.mode === 'find') offerToLookFrom(map, words);
  placing.onPlaced(controls.rest);

  const show = (results: ShownResults) => {
    nearMark.show(results.near);
    pins.show(results.points);
    clusters?.show(results.query, results.points);
    void drawAreas(map, results.areas);
  };
  show(props);
  onResults((results) => {
    if (!results) return;
    show(results);
    controls.rest();
    // The reader chose this box by moving here: it is in view already.
    if (!new URLSearchParams(results.query).has('bbox')) placing.show(results);
  });
  return createMapScreen(canvas, words);
}
