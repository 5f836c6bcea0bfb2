import type { FastifyInstance } from 'fastify';
import { Quality } from '../contract/quality.ts';
import type { ContractApp, Reading } from '../http/contract-routes.ts';
import { NoQuery, responses } from '../http/contract-routes.ts';
import { findQuality } from './find-quality.ts';

export async function qualityRoutes(app: FastifyInstance, { reading }: { reading: Reading }): Promise<void> {
  const routes: ContractApp = app.withTypeProvider();
  routes.get(
    '/quality',
    {
      schema: {
        tags: ['quality'],
        summary: 'How much of what is listed was checked of late, by area and by whom',
        querystring: NoQuery,
        response: responses(Quality),
      },
    },
    (request) => findQuality(reading(request)),
  );
}
