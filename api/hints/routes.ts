import type { FastifyInstance } from 'fastify';
import { HintQuery, Hints } from '../contract/hint.ts';
import type { ContractApp, Reading } from '../http/contract-routes.ts';
import { responses } from '../http/contract-routes.ts';
import { listHints } from './list-hints.ts';

export async function hintRoutes(app: FastifyInstance, { reading }: { reading: Reading }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  routes.get(
    '/suggestions',
    { schema: { tags: ['assets'], summary: 'What may be meant, while typing', querystring: HintQuery, response: responses(Hints) } },
    (request) => listHints(reading(request), request.query),
  );
}
