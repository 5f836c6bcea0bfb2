import type { FastifyInstance } from 'fastify';
import { HintQuery, Hints } from '../contract/hint.ts';
import type { Deps } from '../deps.ts';
import type { ContractApp } from '../http/contract-routes.ts';
import { responses } from '../http/contract-routes.ts';
import { listHints } from './list-hints.ts';

export async function hintRoutes(app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  routes.get(
    '/suggestions',
    { schema: { tags: ['assets'], summary: 'What may be meant, while typing', querystring: HintQuery, response: responses(Hints) } },
    (request) => listHints(deps, request.query),
  );
}
