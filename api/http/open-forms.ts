import { randomBytes } from 'node:crypto';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OpenForms } from '../contract/open-forms.ts';
import type { Deps } from '../deps.ts';
import type { ConnectionsToday } from './connections-today.ts';
import { keepFormSecret } from './form-secret-queries.ts';
import { isQuick, judgeToken, makeToken } from './form-token.ts';
import { isFromHere } from './is-from-here.ts';

const bodyLimit = 8 * 1024;
/** From one connection, which a whole library may share. */
const mostPosts = { max: 30, timeWindow: 10 * 60_000 };
/** By one opened form, which is sent once, or twice by a nervous finger; the page that says what is wrong opens another. */
const mostPostsByToken = { max: 5, timeWindow: 24 * 3_600_000 };

/** Forms that anyone may send: read by the pages' server, told from what programs send and from what other sites make browsers send. */
export async function openForms(
  pages: FastifyInstance,
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  connections: ConnectionsToday,
): Promise<OpenForms<FastifyRequest>> {
  // Forms and nothing else: a page takes no JSON.
  pages.removeAllContentTypeParsers();
  await pages.register(formbody, { bodyLimit });
  await pages.register(rateLimit, { global: false });
  const connectionOf = (request: FastifyRequest) => connections.nameOf(request.ip);
  const count = pages.createRateLimit({ ...mostPosts, keyGenerator: connectionOf });
  const countToken = pages.createRateLimit({ ...mostPostsByToken, keyGenerator: (request) => tokenIn(request) });
  const secret = await keepFormSecret(db, randomBytes(32).toString('base64url'));
  return {
    connectionOf,
    tokenFor: (action, { quick } = { quick: false }) => makeToken(secret, action, { now: clock.now(), quick }),
    async judge(request, action) {
      if (!isFromHere(request)) return 'elsewhere';
      const counted = await count(request);
      if (!counted.isAllowed && counted.isExceeded) return 'too-many';
      const token = tokenIn(request);
      const problem = judgeToken(secret, action, { token, now: clock.now() });
      if (problem) return problem;
      const used = isQuick(token) ? null : await countToken(request);
      if (used && !used.isAllowed && used.isExceeded) return 'no-token';
      return typedIn(request).more === '' ? null : 'trap';
    },
  };
}

const typedIn = ({ body }: FastifyRequest): Record<string, unknown> => Object(body);
const tokenIn = (request: FastifyRequest) => String(typedIn(request).token ?? '');
