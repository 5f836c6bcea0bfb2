import type { FastifyInstance } from 'fastify';
import { Topics } from '../contract/vocabulary.ts';
import type { ContractApp, Reading } from '../http/contract-routes.ts';
import { NoQuery, responses } from '../http/contract-routes.ts';
import { listTopics } from './list-topics.ts';

export async function vocabularyRoutes(app: FastifyInstance, { reading }: { reading: Reading }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  routes.get(
    '/topics',
    {
      schema: {
        tags: ['topics'],
        summary: 'What people love doing here, and the kinds of asset',
        querystring: NoQuery,
        response: responses(Topics),
      },
    },
    (request) => listTopics(reading(request)),
  );
}
