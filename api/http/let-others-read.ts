import type { FastifyInstance } from 'fastify';

/** The API is open data without keys or cookies: other people's pages may read it. Fresh each time, and 304 when nothing changed. */
export function letOthersRead(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'no-cache' });
  });
}
