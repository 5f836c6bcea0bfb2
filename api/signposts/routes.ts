import type { FastifyInstance } from 'fastify';
import { Signposts } from '../contract/signpost.ts';
import type { ContractApp, Reading } from '../http/contract-routes.ts';
import { NoQuery, responses } from '../http/contract-routes.ts';
import { listSignposts } from './list-signposts.ts';

export async function signpostRoutes(app: FastifyInstance, { reading }: { reading: Reading }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  routes.get(
    '/signposts',
    {
      schema: {
        tags: ['signposts'],
        summary: 'Services of last resort, crisis lines first',
        querystring: NoQuery,
        response: responses(Signposts),
      },
    },
    (request) => listSignposts(reading(request)),
  );
}
