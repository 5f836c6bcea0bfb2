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
const nearPixels = 26;
const belowPixels = 24;

/**
 * What has a pin is not shown twice: it is taken off the bundle it fell into, and what remains stands below the pins' tips. Dots at one door
 * stand side by side.
 */
export function besidePins(map: L.Map, clusters: Cluster[], pins: Place[]): Beside[] {
  const places = clusters.map((cluster) => map.latLngToLayerPoint(cluster));
  const tips = pins.map((pin) => map.latLngToLayerPoint(pin));
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
    const isUnderPin = tips.some((tip) => tip.distanceTo(place) < nearPixels);
    return [{ cluster, count, aside: offsets[i]?.aside ?? 0, below: (isUnderPin ? belowPixels : 0) + (offsets[i]?.above ?? 0) }];
  });
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
