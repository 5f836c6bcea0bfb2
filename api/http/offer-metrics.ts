import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { createMetrics } from '../metrics/create-metrics.ts';

/** `/metrics` for who has the key; without a key in the settings there is no such address. */
export function offerMetrics(app: FastifyInstance, { deps, key }: { deps: Deps; key: string | null }): void {
  if (key === null) return;
  const metrics = createMetrics(deps);
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    metrics.noteAnswer({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, seconds: reply.elapsedTime / 1_000 });
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!isSame(request.headers.authorization ?? '', `Bearer ${key}`)) {
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .type('text/plain; charset=utf-8')
        .send('Send the METRICS_KEY as a bearer token.\n');
    }
    return reply.type(metrics.contentType).send(await metrics.read());
  });
}

const isSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));
const digest = (text: string) => createHash('sha256').update(text).digest();
