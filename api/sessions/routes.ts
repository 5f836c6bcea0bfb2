import type { FastifyInstance } from 'fastify';
import { WhatsOnDays, WhatsOnQuery } from '../contract/whats-on.ts';
import type { ContractApp, Reading } from '../http/contract-routes.ts';
import { responses } from '../http/contract-routes.ts';
import { searchWhatsOn } from './search-whats-on.ts';

export async function sessionRoutes(app: FastifyInstance, { reading }: { reading: Reading }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  routes.get(
    '/whats-on',
    { schema: { tags: ['dates'], summary: 'What is on, day by day', querystring: WhatsOnQuery, response: responses(WhatsOnDays) } },
    (request) => searchWhatsOn(reading(request), request.query),
  );
}
