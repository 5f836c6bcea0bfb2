import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../contract/problem.ts';
import type { Deps } from '../deps.ts';

/** A Fastify instance whose handlers are typed by the contract. */
export type ContractApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The parts with which an answer for everyone is made: from a replica where one will do. */
export type Reading = (request: Pick<FastifyRequest, 'keeping'>) => Deps;

/** For addresses that take no parameters: an unknown one is refused rather than ignored. */
export const NoQuery = z.strictObject({});

export const SlugParams = z.object({ slug: z.string().max(120) });

/** What a route may answer: its contract, or a problem. */
export const responses = <Schema extends z.ZodType>(schema: Schema) => ({ 200: schema, '4xx': Problem, '5xx': Problem });
