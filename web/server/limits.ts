import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Rejects with a 429 when one address (of IPv6, one household's) has asked too often. Counts every asking, so that none slip by at once. */
export type Limit = (request: FastifyRequest) => Promise<void>;

/** One count for all the routes that share it: in both languages, however an address is written. Needs `@fastify/rate-limit`. */
export function createLimit(app: FastifyInstance, { timesAMinute }: { timesAMinute: number }): Limit {
  const ask = app.createRateLimit({ max: timesAMinute, timeWindow: '1 minute' });
  return async (request) => {
    const state = await ask(request);
    if (!state.isAllowed && state.isExceeded) throw Object.assign(new Error('asked too often'), { statusCode: 429 });
  };
}
