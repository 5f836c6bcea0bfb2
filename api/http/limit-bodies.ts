import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How long what is sent may take from its headers on. */
export const bodyMs = 15_000;

/** 1 Mb/s: a phone's way up on a poor day. */
const slowestBytesPerMs = 128;

const largestPhoto = 16 * 1024 * 1024;

/** No request takes longer than this, for Node's limit knows no routes: headers, and the largest thing that may come (bytes) at that pace. */
export const longestRequestMs = (largest: number): number =>
  2 * bodyMs + Math.ceil(Math.max(largest, largestPhoto) / slowestBytesPerMs) + 1_000;

interface Waiting {
  begun: number;
  withinMs: number;
  timer: NodeJS.Timeout;
}

const waitingFor = new WeakMap<IncomingMessage, Waiting>();

/** Ends what is sent too slowly, whoever sends it and wherever to, so that nobody holds connections open by dribbling. */
export function limitBodies(app: FastifyInstance, { withinMs = bodyMs }: { withinMs?: number } = {}): void {
  app.addHook('onRequest', (request, reply, done) => {
    limitBody(request, reply, withinMs);
    done();
  });
}

/** The same of one request, for those that no hook sees. */
export function limitBody({ raw }: Pick<FastifyRequest, 'raw'>, reply: Pick<FastifyReply, 'raw'>, withinMs = bodyMs): void {
  const { headers, socket } = raw;
  // What is injected comes by no connection.
  if (!(socket instanceof Socket)) return;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
  const end = () => endSlow(raw, reply.raw);
  waitingFor.set(raw, { begun: Date.now(), withinMs, timer: setTimeout(end, withinMs).unref() });
  const clear = () => clearTimeout(waitingFor.get(raw)?.timer);
  raw.once('end', clear).once('close', clear);
}

/** Whoever is signed in may take the time that the largest thing of this route needs on a slow line. */
export function allowForSize(request: FastifyRequest, reply: FastifyReply): void {
  const waiting = waitingFor.get(request.raw);
  if (!waiting) return;
  const { begun, withinMs, timer } = waiting;
  clearTimeout(timer);
  const allowedMs = withinMs + (request.routeOptions.bodyLimit ?? 0) / slowestBytesPerMs;
  waiting.timer = setTimeout(() => endSlow(request.raw, reply.raw), begun + allowedMs - Date.now()).unref();
}

function endSlow(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  if (request.complete || socket.destroyed) return;
  if (!response.headersSent) socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
  socket.destroySoon();
}
