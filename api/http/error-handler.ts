import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, toProblem } from '../errors.ts';
import { limitBody } from './limit-bodies.ts';

const readable = ['GET', 'HEAD'];

/** Every error under `/api` leaves as one shape, `application/problem+json`; only what is ours to mend is logged as an error. */
export function answerWithProblems(app: FastifyInstance): void {
  answerErrorsWithProblems(app);
  app.setNotFoundHandler((request, reply) => {
    if (readable.includes(request.method)) {
      return sendProblem(
        new DomainError('not-found', `There is nothing at ${pathOf(request)}; /api/docs lists what there is.`),
        request,
        reply,
      );
    }
    reply.header('allow', readable.join(', '));
    return sendProblem(new DomainError('method-not-allowed', 'Everything here is for reading; use GET.'), request, reply);
  });
}

/** The same for machine-readable files outside `/api`. */
export function answerErrorsWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | DomainError, request, reply) => sendProblem(error, request, reply));
}

/** What Fastify refuses before it knows the route: an address it cannot decode, a method it has never heard of, a path too long. */
export function answerEarlyRefusal(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  // No hook sees these.
  limitBody(request, reply);
  if (pathOf(request).startsWith('/api')) {
    sendProblem(error, request, reply);
    return;
  }
  const { status, title, detail } = toProblem(error, pathOf(request));
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="en-GB"><title>${title}</title><h1>${title}</h1><p>${detail}</p><p><a href="/">Back to the front door</a></p></html>`,
    );
}

function sendProblem(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const problem = toProblem(error, pathOf(request));
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  const { location } = toProblem(error, request.url);
  if (location) reply.header('location', location);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem);
}

/** Without the query: what people look for stays out of messages and logs. */
const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/';
