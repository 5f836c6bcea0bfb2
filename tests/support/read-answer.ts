import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { z } from 'zod';

/** What leaves, read back by the contract: the compiled serialiser and zod must agree, with nothing added. */
export async function readAnswer<Schema extends z.ZodType>(app: FastifyInstance, url: string, schema: Schema): Promise<z.output<Schema>> {
  const answer = await app.inject(url);
  expect(answer.statusCode, `${url} answered ${answer.body.slice(0, 300)}`).toBe(200);
  const parsed = schema.parse(answer.json());
  expect(parsed).toEqual(answer.json());
  return parsed;
}
