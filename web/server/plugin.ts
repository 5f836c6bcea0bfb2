import { join } from 'node:path';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { District } from '../../api/contract/district.ts';
import type { Problem } from '../../api/contract/problem.ts';
import { splitLocale } from '../i18n/locale.ts';
import { createTranslate } from '../i18n/translate.ts';
import { urlsFor } from '../urls.ts';
import { readBuiltFiles } from './built-files.ts';
import { createLimit } from './limits.ts';
import type { SitePage } from './page.ts';
import type { PageData } from './page-data.ts';
import { pages } from './pages.ts';
import { qrDrawing } from './qr-drawing.tsx';
import { type RenderSetting, renderPage, renderProblem } from './render-page.tsx';
import { shortlistForm } from './shortlist-form.ts';

const html = 'text/html; charset=utf-8';

export interface WebOptions {
  pageData: PageData;
  toProblem: (error: unknown, instance: string) => Problem;
  /** The browser's build: dist/web. */
  webRoot: string;
  /** `PUBLIC_URL`: how others reach this site. */
  origin: string;
  clock: { now(): Date };
}

/** Every page, in both languages, and the files they need; its own not-found and error pages. A sibling of the API's plugin. */
export async function webPlugin(app: FastifyInstance, options: WebOptions): Promise<void> {
  const { pageData, toProblem, webRoot, origin, clock } = options;
  const built = readBuiltFiles(webRoot);
  const translations = { en: createTranslate('en'), cy: createTranslate('cy') };

  await serveFiles(app, webRoot);
  await app.register(rateLimit, { global: false });
  const limitGuesses = createLimit(app, { timesAMinute: 30 });
  for (const page of pages) {
    for (const urls of [urlsFor('en'), urlsFor('cy')]) app.get(urls.at(page.path), (request, reply) => answer(page, request, reply));
  }
  app.setNotFoundHandler((request, reply) => refuse(request, reply, toProblem({ statusCode: 404 }, request.url)));
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error, request.url);
    if (problem.status >= 500) request.log.error({ err: error }, 'a page failed');
    return refuse(request, reply, problem);
  });

  await app.register(shortlistForm, { pageData });
  await app.register(qrDrawing, { origin });

  async function answer(page: SitePage, request: FastifyRequest, reply: FastifyReply) {
    if (page.guessable) await limitGuesses(request);
    const setting = readSetting(request);
    const [district, prepared] = await Promise.all([
      pageData.district(),
      page.prepare(pageData, {
        reader: setting.reader,
        params: Object(request.params),
        query: Object(request.query),
        problemOf: (error) => toProblem(error, request.url),
      }),
    ]);
    return reply
      .code(prepared.status)
      .header('cache-control', 'no-cache')
      .type(html)
      .send(renderPage(prepared, district, setting));
  }

  async function refuse(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
    const meant = problem.status === 404 ? withSlashAsMeant(request.url) : null;
    if (meant) return reply.redirect(meant, 308);
    return reply
      .code(problem.status)
      .type(html)
      .send(renderProblem(problem, await districtIfThere(pageData), readSetting(request)));
  }

  function readSetting(request: FastifyRequest): RenderSetting {
    const { locale, path } = splitLocale(request.url);
    return {
      reader: { locale, t: translations[locale], urls: urlsFor(locale), now: clock.now() },
      built,
      origin,
      address: path,
      host: request.host,
    };
  }
}

/** "/find/?q=a" → "/find?q=a" and "/cy" → "/cy/"; null when that is not what is wrong. Only ever an address of ours. */
function withSlashAsMeant(url: string): string | null {
  const { path = '', query = '' } = /^(?<path>[^?]*)(?<query>.*)$/.exec(url)?.groups ?? {};
  if (path === '/cy') return `/cy/${query}`;
  return /^\/\w.*[^/]\/$/.test(path) && path !== '/cy/' ? path.slice(0, -1) + query : null;
}

/** Built files carry a hash in their name and never change; the others are asked for again each day. */
async function serveFiles(app: FastifyInstance, webRoot: string) {
  await app.register(fastifyStatic, {
    root: webRoot,
    prefix: '/',
    wildcard: false,
    index: false,
    cacheControl: false,
    decorateReply: false,
    setHeaders(reply, path) {
      const hashed = path.startsWith(join(webRoot, 'assets'));
      reply.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=86400');
    },
  });
}

async function districtIfThere(pageData: PageData): Promise<District | null> {
  try {
    return await pageData.district();
  } catch {
    return null;
  }
}
