import type * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { Cluster } from '../../api/contract/asset-query.ts';
import type { MapPoint } from '../components/map-place/map-place.tsx';
import { sideBySide } from './side-by-side.ts';
import { pinsOf } from './spots.ts';

/** A dot or bundle as it is shown next to the pins. */
export interface Beside {
  cluster: Cluster;
  /** How many of a bundle have no pin of their own. */
  count: number;
  /** Pixels from its place. */
  aside: number;
  below: number;
}

/** Where a pin is seen, and half its width. */
interface Tip {
  x: number;
  y: number;
  half: number;
}

/** Within this a point belongs to the nearest bundle: the server bundles by 60 px. */
const bundledPixels = 60;
/** A pin's height and half its width, alone and for several; half a mark's height and width. */
const pinPixels = 56;
const halfPin = 16;
const halfSeveral = 32;
const markPixels = 22;
const halfMark = 14;

/**
 * What has a pin is not shown twice: it is taken off the bundle it fell into, and what remains stands below the pins' tips. Dots at one door
 * stand side by side.
 */
export function besidePins(map: L.Map, clusters: Cluster[], pins: MapPoint[]): Beside[] {
  const places = clusters.map((cluster) => map.latLngToLayerPoint(cluster));
  const tips = pinsOf(map, pins).map(({ at, aside, points }): Tip => {
    const { x, y } = map.latLngToLayerPoint(at);
    return { x: x + aside, y, half: points.length > 1 ? halfSeveral : halfPin };
  });
  const pinned = clusters.map(() => 0);
  for (const pin of pins) {
    const nearest = nearestBundle(map.latLngToLayerPoint(pin), places, clusters);
    if (nearest !== null) pinned[nearest] = (pinned[nearest] ?? 0) + 1;
  }
  const asides = sideBySide(clusters);
  return clusters.flatMap((cluster, i) => {
    const place = places[i];
    const count = cluster.count - (pinned[i] ?? 0);
    if (!place || count < 1) return [];
    const aside = asides[i] ?? 0;
    const below = belowPins(place, tips);
    // The next mark that is moved aside comes to stand beneath this one.
    if (below > 0) tips.push({ x: place.x + aside, y: place.y + below, half: halfMark });
    return [{ cluster, count, aside, below }];
  });
}

/** How far down a mark has to go to come out from under the pins. */
function belowPins(place: L.Point, tips: Tip[]): number {
  const over = tips.filter(
    ({ x, y, half }) => Math.abs(x - place.x) < half + halfMark && place.y > y - pinPixels && place.y < y + markPixels,
  );
  return over.length === 0 ? 0 : Math.max(...over.map(({ y }) => y)) + markPixels - place.y;
}

function nearestBundle(tip: L.Point, places: L.Point[], clusters: Cluster[]): number | null {
  let nearest: number | null = null;
  let least = bundledPixels;
  for (const [i, place] of places.entries()) {
    const distance = tip.distanceTo(place);
    if (clusters[i]?.slug !== null || distance > least) continue;
    nearest = i;
    least = distance;
  }
  return nearest;
}
