import type { FastifyInstance } from 'fastify';
import { ClusterQuery, Clusters } from '../contract/asset-query.ts';
import type { Deps } from '../deps.ts';
import type { ContractApp } from '../http/contract-routes.ts';
import { responses } from '../http/contract-routes.ts';
import { clusterAssets } from './cluster-assets.ts';
import { createClusterCache } from './cluster-cache.ts';

export async function mapRoutes(app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  const clusters = createClusterCache();
  routes.get(
    '/map/clusters',
    { schema: { tags: ['map'], summary: 'Pins and bundles of pins in a box', querystring: ClusterQuery, response: responses(Clusters) } },
    (request) => clusterAssets({ ...deps, clusters }, request.query, request.keeping?.standing.version),
  );
}
