import type { FastifyInstance } from 'fastify';
import { Asset } from '../contract/asset.ts';
import { AssetQuery, AssetSearchPage, OccurrenceQuery } from '../contract/asset-query.ts';
import { Occurrences } from '../contract/session.ts';
import type { ContractApp, Reading } from '../http/contract-routes.ts';
import { NoQuery, responses, SlugParams } from '../http/contract-routes.ts';
import { findAsset } from './find-asset.ts';
import { listOccurrences } from './list-occurrences.ts';
import { searchAssets } from './search-assets.ts';

export async function assetRoutes(app: FastifyInstance, { reading }: { reading: Reading }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  routes.get(
    '/assets',
    { schema: { tags: ['assets'], summary: 'Find what is around here', querystring: AssetQuery, response: responses(AssetSearchPage) } },
    (request) => searchAssets(reading(request), request.query),
  );
  routes.get(
    '/assets/:slug',
    {
      schema: {
        tags: ['assets'],
        summary: 'One asset, by id or short name',
        params: SlugParams,
        querystring: NoQuery,
        response: responses(Asset),
      },
    },
    (request) => findAsset(reading(request), request.params.slug),
  );
  routes.get(
    '/assets/:slug/occurrences',
    {
      schema: {
        tags: ['assets'],
        summary: 'When it happens',
        params: SlugParams,
        querystring: OccurrenceQuery,
        response: responses(Occurrences),
      },
    },
    (request) => listOccurrences(reading(request), request.params.slug, request.query),
  );
}
