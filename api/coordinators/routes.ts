import type { FastifyInstance } from 'fastify';
import { Coordinator, Coordinators } from '../contract/coordinator.ts';
import type { Deps } from '../deps.ts';
import type { ContractApp } from '../http/contract-routes.ts';
import { NoQuery, responses, SlugParams } from '../http/contract-routes.ts';
import { findCoordinator } from './find-coordinator.ts';
import { listCoordinators } from './list-coordinators.ts';

export async function coordinatorRoutes(app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  routes.get(
    '/coordinators',
    { schema: { tags: ['coordinators'], summary: 'Everyone whose door is open', querystring: NoQuery, response: responses(Coordinators) } },
    () => listCoordinators(deps),
  );
  routes.get(
    '/coordinators/:slug',
    {
      schema: {
        tags: ['coordinators'],
        summary: 'One coordinator and their open doors',
        params: SlugParams,
        querystring: NoQuery,
        response: responses(Coordinator),
      },
    },
    (request) => findCoordinator(deps, request.params.slug),
  );
}
