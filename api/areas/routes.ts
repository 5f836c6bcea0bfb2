import type { FastifyInstance } from 'fastify';
import { Area, Areas, Located, LocateQuery } from '../contract/area.ts';
import type { ContractApp, Reading } from '../http/contract-routes.ts';
import { NoQuery, responses, SlugParams } from '../http/contract-routes.ts';
import { findArea } from './find-area.ts';
import { listAreas } from './list-areas.ts';
import { locate } from './locate.ts';

export async function areaRoutes(app: FastifyInstance, { reading }: { reading: Reading }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  routes.get(
    '/areas',
    { schema: { tags: ['areas'], summary: 'Every coordinator’s area', querystring: NoQuery, response: responses(Areas) } },
    (request) => listAreas(reading(request)),
  );
  routes.get(
    '/areas/locate',
    {
      schema: {
        tags: ['areas'],
        summary: 'Whose area is that, and when is their door open',
        querystring: LocateQuery,
        response: responses(Located),
      },
    },
    (request) => locate(reading(request), request.query.near),
  );
  routes.get(
    '/areas/:slug',
    {
      schema: {
        tags: ['areas'],
        summary: 'One area with its boundary and coordinators',
        params: SlugParams,
        querystring: NoQuery,
        response: responses(Area),
      },
    },
    (request) => findArea(reading(request), request.params.slug),
  );
}
