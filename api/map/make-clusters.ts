import type { AnyProps } from 'supercluster';
import Supercluster from 'supercluster';
import type { IndexPoint } from '../search/asset-index.ts';

/** What a pin keeps of its point. */
export type PointFeature = Pick<IndexPoint, 'id' | 'slug' | 'kind'>;
export type ClusterTree = Supercluster<PointFeature, AnyProps>;

const radiusPixels = 60;
const lastBundledZoom = 16;

export function makeClusters(points: IndexPoint[]): ClusterTree {
  const tree: ClusterTree = new Supercluster({ radius: radiusPixels, maxZoom: lastBundledZoom, extent: 256, minPoints: 2 });
  return tree.load(
    points.map(({ id, slug, kind, lat, lng }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { id, slug, kind },
    })),
  );
}
