import type * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { Cluster } from '../../api/contract/asset-query.ts';
import { fanOut } from './fan-out.ts';

/** A dot or bundle as it is shown next to the pins. */
export interface Beside {
  cluster: Cluster;
  /** How many of a bundle have no pin of their own. */
  count: number;
  /** Pixels from its place. */
  aside: number;
  below: number;
}

interface Place {
  lat: number;
  lng: number;
}

/** Within this a point belongs to the nearest bundle: the server bundles by 60 px. */
const bundledPixels = 60;
/** A pin's height, half a mark's, and half of both their widths. */
const pinPixels = 56;
const markPixels = 24;
const besidePixels = 30;

/**
 * What has a pin is not shown twice: it is taken off the bundle it fell into, and what remains stands below the pins' tips. Dots at one door
 * stand side by side.
 */
export function besidePins(map: L.Map, clusters: Cluster[], pins: Place[]): Beside[] {
  const places = clusters.map((cluster) => map.latLngToLayerPoint(cluster));
  const pinOffsets = fanOut(pins);
  const tips = pins.map((pin) => map.latLngToLayerPoint(pin));
  const shownTips = tips.map(({ x, y }, i) => ({ x: x + (pinOffsets[i]?.aside ?? 0), y: y - (pinOffsets[i]?.above ?? 0) }));
  const pinned = clusters.map(() => 0);
  for (const tip of tips) {
    const nearest = nearestBundle(tip, places, clusters);
    if (nearest !== null) pinned[nearest] = (pinned[nearest] ?? 0) + 1;
  }
  const offsets = fanOut(clusters);
  return clusters.flatMap((cluster, i) => {
    const place = places[i];
    const count = cluster.count - (pinned[i] ?? 0);
    if (!place || count < 1) return [];
    return [{ cluster, count, aside: offsets[i]?.aside ?? 0, below: belowPins(place, shownTips) + (offsets[i]?.above ?? 0) }];
  });
}

/** How far down a mark has to go to come out from under the pins. */
function belowPins(place: L.Point, tips: { x: number; y: number }[]): number {
  const over = tips.filter(({ x, y }) => Math.abs(x - place.x) < besidePixels && place.y > y - pinPixels && place.y < y + markPixels);
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
