import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';

/** Starting is heavy work in itself: how late the loop is then says nothing of how many people come. */
const usualGraceMs = 10_000;

/** Answers 503 at once while the process cannot keep up, rather than late; not in the first seconds after it is ready. */
export async function turnAwayWhenBusy(
  app: FastifyInstance,
  { graceMs = usualGraceMs }: { graceMs?: number | undefined } = {},
): Promise<void> {
  let graceEnds = Number.POSITIVE_INFINITY;
  app.addHook('onReady', async () => {
    graceEnds = performance.now() + graceMs;
  });
  await app.register(underPressure, {
    maxEventLoopDelay: 1_000,
    exposeStatusRoute: false,
    pressureHandler: (_request, reply) => {
      if (performance.now() < graceEnds) return undefined;
      reply.header('retry-after', '5');
      return Promise.reject(Object.assign(new Error('Service Unavailable'), { statusCode: 503 }));
    },
  });
}
