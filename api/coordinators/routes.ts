import type { FastifyInstance } from 'fastify';
import { Coordinator, Coordinators } from '../contract/coordinator.ts';
import type { ContractApp, Reading } from '../http/contract-routes.ts';
import { NoQuery, responses, SlugParams } from '../http/contract-routes.ts';
import { findCoordinator } from './find-coordinator.ts';
import { listCoordinators } from './list-coordinators.ts';

export async function coordinatorRoutes(app: FastifyInstance, { reading }: { reading: Reading }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  routes.get(
    '/coordinators',
    { schema: { tags: ['coordinators'], summary: 'Everyone whose door is open', querystring: NoQuery, response: responses(Coordinators) } },
    (request) => listCoordinators(reading(request)),
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
    (request) => findCoordinator(reading(request), request.params.slug),
  );
}
