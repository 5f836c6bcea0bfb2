import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KeptAnswers } from '../contract/kept-answers.ts';
import type { Replica, Replicas } from '../db/replicas.ts';
import { type Encoding, pickEncoding } from './pick-encoding.ts';
import { createPreparedAnswers, isSame, type PreparedAnswer, type Standing } from './prepared-answers.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For everyone the same until the directory or the minute changes: its bytes may be kept. */
    kept?: boolean;
  }
  interface FastifyRequest {
    keeping: Keeping | null;
  }
}

/** An answer in the making that is for everyone. */
interface Keeping {
  /** Null: while somebody types hardly anything is asked twice, and nothing is kept. */
  key: string | null;
  encoding: Encoding;
  standing: Standing;
  works: ((request: FastifyRequest) => void)[];
  /** Where it is read; null: from the primary. */
  replica: Replica | null;
}

export interface KeepOptions {
  /** Asked once for all who come at the same time, and always anew: what is committed is never answered from before. */
  look(): Promise<number>;
  standing(version: number): Standing;
  replicas: Pick<Replicas, 'all' | 'pick'>;
  mostBytes?: number;
}

const usualBytes = 64 * 2 ** 20;
const longestAddress = 1_000;
const smallestCompressed = 1_024;
const brotliQuality = 5;

/**
 * Sends what was already made for the same address: compressed, with its ETag, past every other hook. Only what routes marked `kept` answer to
 * people without a cookie or a key. Register it first: an answer leaves with the headers that it was made with.
 */
export function keepAnswers(
  app: FastifyInstance,
  { look, standing, replicas, mostBytes = usualBytes }: KeepOptions,
): KeptAnswers<FastifyRequest> & { forgetPast(): void } {
  const answers = createPreparedAnswers<FastifyRequest>(mostBytes);
  app.decorateRequest('keeping', null);

  // With callbacks: this is all that happens on the way of most answers.
  app.addHook('onRequest', (request, reply, next) => {
    if (!request.routeOptions.config.kept || !isForEveryone(request)) return next();
    const encoding = pickEncoding(request.headers['accept-encoding']);
    const key = isWorthKeeping(request) ? `${encoding} ${request.url}` : null;
    if (key === null && replicas.all.length === 0) return next();
    look()
      .then((version) => {
        const now = standing(version);
        const prepared = key === null ? undefined : answers.find(key, now);
        if (prepared) return send(prepared, request, reply);
        request.keeping = { key, encoding, standing: now, works: [], replica: null };
        if (replicas.all.length === 0) return next();
        return choosePlace(request.keeping).then(() => next());
      })
      .catch(next);
  });

  async function choosePlace(keeping: Keeping): Promise<void> {
    keeping.replica = await replicas.pick(keeping.standing.version);
  }

  app.addHook('onSend', async ({ keeping }, reply, payload) => {
    if (!keeping?.key || typeof payload !== 'string' || !isForEveryoneToKeep(reply)) return payload;
    const etag = `W/"${createHash('sha1').update(payload).digest('base64')}"`;
    const encoding = payload.length < smallestCompressed ? 'identity' : keeping.encoding;
    const body = await compress[encoding](payload);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    reply.headers({ etag, vary: 'accept-encoding' });
    if (isSame(keeping.standing, standing(keeping.standing.version)))
      answers.keep(keeping.key, keeping.standing, preparedFrom(reply, { etag, body: body.toString('latin1'), works: keeping.works }));
    return body;
  });

  return {
    forgetPast: () => answers.forget((held) => !isSame(held, standing(held.version))),
    eachTime(request, work) {
      work(request);
      request.keeping?.works.push(work);
    },
  };
}

/** For a part of the server whose every answer to GET is the same for everyone. */
export function keepAll(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.method === 'GET') route.config = { ...route.config, kept: true };
  });
}

const isForEveryone = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && headers.cookie === undefined && headers.authorization === undefined;

/** What somebody kept, and the spot where they are: nobody else asks for it, and it is not to lie about. */
const ofOnePerson = /[?&](ids=|near=-?\d+\.\d)/;

const isWorthKeeping = ({ headers, url }: FastifyRequest): boolean =>
  headers['x-still-typing'] === undefined && url.length <= longestAddress && !ofOnePerson.test(url);

const isForEveryoneToKeep = (reply: FastifyReply): boolean =>
  reply.statusCode === 200 && reply.getHeader('cache-control') === 'no-cache' && !reply.hasHeader('set-cookie');

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const compress: Record<Encoding, (text: string) => Promise<Buffer>> = {
  br: (text) => brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  gzip: (text) => gzipped(text),
  identity: async (text) => Buffer.from(text),
};

function preparedFrom(
  reply: FastifyReply,
  { etag, body, works }: Pick<PreparedAnswer<FastifyRequest>, 'etag' | 'body' | 'works'>,
): PreparedAnswer<FastifyRequest> {
  const all = Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)] as const);
  const ofEveryAnswer = all.filter(([name]) => name !== 'content-length');
  const unchanged = ofEveryAnswer.filter(([name]) => !name.startsWith('content-') || name === 'content-security-policy');
  return {
    etag,
    body,
    works,
    headers: [...ofEveryAnswer.flat(), 'content-length', String(body.length)],
    headersUnchanged: unchanged.flat(),
  };
}

function send(prepared: PreparedAnswer<FastifyRequest>, request: FastifyRequest, reply: FastifyReply): void {
  for (const work of prepared.works) work(request);
  reply.hijack();
  if (isUnchanged(request.headers['if-none-match'], prepared.etag)) reply.raw.writeHead(304, prepared.headersUnchanged).end();
  else reply.raw.writeHead(200, prepared.headers).end(prepared.body, 'latin1');
}

/** Compared as weak ones: what is sent is the same, however it was compressed. */
const isUnchanged = (asked: string | undefined, etag: string): boolean =>
  asked !== undefined && (asked === etag || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2)));
