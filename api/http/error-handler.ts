import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, toProblem } from '../errors.ts';

/** Every error under `/api` leaves as one shape, `application/problem+json`; only what is ours to mend is logged as an error. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | DomainError, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new DomainError('not-found', `There is nothing at ${pathOf(request)}; /api/docs lists what there is.`), request, reply),
  );
}

function sendProblem(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const problem = toProblem(error, pathOf(request));
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem);
}

/** Without the query: what people look for stays out of messages and logs. */
const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/';
