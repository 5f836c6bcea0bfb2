import { loadNames } from '../assets/load-names.ts';
import { toIndexFilters } from '../assets/to-index-query.ts';
import type { Cluster, ClusterQuery, Clusters } from '../contract/asset-query.ts';
import type { Deps } from '../deps.ts';
import { pointsWithFallback } from '../search/search-with-fallback.ts';
import { loadSignpostListings } from '../signposts/load-signpost-listings.ts';
import { londonDate } from '../time/london-time.ts';
import { understandWish } from '../wishes/understand-wish.ts';
import type { ClusterCache } from './cluster-cache.ts';
import type { PointFeature } from './make-clusters.ts';
import { makeClusters } from './make-clusters.ts';

type ClusterDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'vocabulary' | 'log'> & { clusters: ClusterCache };

/** More points than any district has; the map shows what it can of more. */
const mostPoints = 100_000;
const furthestZoom = 17;
const keptMs = 2_000;

/** Pins and bundles of pins in a box at a zoom, for the same filters that a search takes; of the directory at this version, where that is known. */
export async function clusterAssets(deps: ClusterDeps, query: ClusterQuery, directoryVersion?: number): Promise<Clusters> {
  const { bbox, zoom, ...filters } = query;
  const clusters = await clustersOf(deps, filters, directoryVersion);
  const found = clusters.getClusters([bbox.west, bbox.south, bbox.east, bbox.north], Math.min(zoom, furthestZoom));
  const singles = found.flatMap((feature) => ('cluster' in feature.properties ? [] : [feature.properties]));
  const names = await namesOf(deps, singles);

  const items = found.flatMap((feature): Cluster[] => {
    const [lng = 0, lat = 0] = feature.geometry.coordinates;
    const at = { lat: roundDegrees(lat), lng: roundDegrees(lng) };
    const { properties } = feature;
    if ('cluster' in properties) {
      const opensAt = Math.min(clusters.getClusterExpansionZoom(properties.cluster_id), furthestZoom + 1);
      return [{ ...at, count: properties.point_count, kind: null, slug: null, name: null, name_cy: null, zoom: opensAt }];
    }
    const name = names.get(properties.id);
    return name ? [{ ...at, count: 1, kind: properties.kind, slug: properties.slug, ...name, zoom: null }] : [];
  });
  return { items, total: items.reduce((sum, { count }) => sum + count, 0) };
}

/** A tree of all points for these filters, kept until something is written. */
async function clustersOf(deps: ClusterDeps, filters: Omit<ClusterQuery, 'bbox' | 'zoom'>, directoryVersion?: number) {
  const today = londonDate(deps.clock.now());
  const key = JSON.stringify([today, filters]);
  return deps.clusters.get(key, await versionOf(deps, filters, directoryVersion), async () => {
    const { words, near, query } = await understandWish(deps, filters);
    const points = await pointsWithFallback(deps, {
      text: words,
      filters: toIndexFilters(query, near?.point ?? null, today),
      limit: mostPoints,
    });
    return makeClusters(points);
  });
}

/**
 * Meilisearch hears of a change a moment after the commit. The directory's version grows once more when it has; where that is not known, what
 * it found for words is kept no longer than hearing takes.
 */
async function versionOf(
  { embeddedIndex, assetIndex }: ClusterDeps,
  { q }: Pick<ClusterQuery, 'q'>,
  directoryVersion?: number,
): Promise<string> {
  const version = String(await embeddedIndex.version());
  if (!q || assetIndex === embeddedIndex) return version;
  return `${version} ${directoryVersion ?? `at ${Math.floor(performance.now() / keptMs)}`}`;
}

/** Names of the single pins, for those that may still be seen: whatever an index says. */
async function namesOf(deps: ClusterDeps, singles: PointFeature[]): Promise<Map<string, { name: string; name_cy: string | null }>> {
  const idsOf = (type: string) => singles.flatMap(({ id }) => (id.startsWith(`${type}-`) ? [id.slice(type.length + 1)] : []));
  const [assets, signposts] = await Promise.all([loadNames(deps, idsOf('asset')), loadSignpostListings(deps.db, idsOf('signpost'))]);
  return new Map([
    ...[...assets].map(([id, { name, name_cy }]) => [`asset-${id}`, { name, name_cy }] as const),
    ...[...signposts].map(([id, { name, name_cy }]) => [`signpost-${id}`, { name, name_cy }] as const),
  ]);
}

/** Five decimals are a metre: enough for a pin, and a third of the bytes. */
const roundDegrees = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
