import type { FastifyRequest } from 'fastify';
import type { Replica, Replicas } from '../db/replicas.ts';

/** What each request is answered with, made once for every replica; `whole` reads the primary. */
export function createReading<Made>(
  { all }: Pick<Replicas, 'all'>,
  whole: Made,
  make: (replica: Replica) => Made,
): (request: Pick<FastifyRequest, 'keeping'>) => Made {
  const made = new Map(all.map((replica) => [replica, make(replica)]));
  return ({ keeping }) => (keeping?.replica ? made.get(keeping.replica) : undefined) ?? whole;
}
