import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DeskGuard } from '../../api/contract/desk-guard.ts';
import type { District } from '../../api/contract/district.ts';
import type { KeptAnswers } from '../../api/contract/kept-answers.ts';
import type { OpenForms } from '../../api/contract/open-forms.ts';
import type { Problem } from '../../api/contract/problem.ts';
import type { FormError } from '../components/form-errors/form-errors.tsx';
import { splitLocale } from '../i18n/locale.ts';
import { createTranslate } from '../i18n/translate.ts';
import { urlsFor } from '../urls.ts';
import { readBuiltFiles } from './built-files.ts';
import { deskPlugin } from './desk-plugin.ts';
import { createGuessLimit } from './guess-limit.ts';
import type { PageRequest, SitePage } from './page.ts';
import type { PageData } from './page-data.ts';
import { pages } from './pages.ts';
import { type RenderSetting, renderPage, renderProblem } from './render-page.tsx';
import { serveWalkWorker } from './walk-worker.ts';
import { wayInPlugin } from './way-in-plugin.ts';

const html = 'text/html; charset=utf-8';

export interface WebOptions {
  pageData: PageData;
  /** The same, with what is for everyone read from a replica where one will do. */
  readingData(request: FastifyRequest): PageData;
  toProblem: (error: unknown, instance: string) => Problem;
  /** The browser's build: dist/web. */
  webRoot: string;
  /** `PUBLIC_URL`: how others reach this site. */
  origin: string;
  clock: { now(): Date };
  /** Prepares the pages' server to read forms. */
  guardForms(pages: FastifyInstance): Promise<OpenForms<FastifyRequest>>;
  deskGuard: DeskGuard<FastifyRequest, FastifyReply>;
  kept: KeptAnswers<FastifyRequest>;
}

/** Every page, in both languages, and the files they need; its own not-found and error pages. A sibling of the API's plugin. */
export async function webPlugin(app: FastifyInstance, options: WebOptions): Promise<void> {
  const { pageData, readingData, toProblem, webRoot, origin, clock, kept } = options;
  const built = readBuiltFiles(webRoot);
  const translations = { en: createTranslate('en'), cy: createTranslate('cy') };

  await serveFiles(app, webRoot);
  const forms = await options.guardForms(app);
  const beginGuess = createGuessLimit({ missesAMinute: 30, now: () => clock.now() });
  // Before the first part that is waited for: routes take the handlers that stand by then.
  app.setNotFoundHandler((request, reply) => refuse(request, reply, toProblem({ statusCode: 404 }, request.url)));
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error, request.url);
    // Both ways there can be taken back: no browser may keep it.
    if (problem.location) return reply.header('cache-control', 'no-store').redirect(problem.location, problem.status);
    if (problem.status >= 500) request.log.error({ err: error }, 'a page failed');
    return refuse(request, reply, problem);
  });
  for (const page of pages) {
    for (const urls of [urlsFor('en'), urlsFor('cy')]) {
      app.get(urls.at(page.path), { config: { kept: page.kept } }, (request, reply) => answer(page, request, reply));
      const { take, bodyLimit } = page;
      if (take)
        app.post(urls.at(page.path), bodyLimit ? { bodyLimit } : {}, (request, reply) => takeForm({ ...page, take }, request, reply));
    }
  }
  serveWalkWorker(app, webRoot);
  await app.register(wayInPlugin, { pageData, guard: options.deskGuard, forms, readSetting });
  await app.register(deskPlugin, { pageData, toProblem, guard: options.deskGuard, readSetting });

  async function answer(page: SitePage, request: FastifyRequest, reply: FastifyReply, sent: SentForm = nothingSent) {
    const wasNoMiss = page.guessable ? beginGuess(forms.connectionOf(request)) : null;
    if (page.private) reply.header('x-robots-tag', 'noindex, nofollow');
    const setting = readSetting(request);
    const data = readingData(request);
    const [district, prepared] = await Promise.all([data.district(), page.prepare(data, pageRequest(request, sent))]);
    if (!missed.includes(prepared.status)) wasNoMiss?.();
    kept.eachTime(request, (seenBy) => prepared.note?.(pageData, visitorOf(seenBy)));
    return reply
      .code(sent.status ?? prepared.status)
      .header('cache-control', request.method === 'POST' || page.private ? 'no-store' : 'no-cache')
      .type(html)
      .send(renderPage(prepared, district, setting));
  }

  /** What is wrong is said on the same page, with what was typed; what is right goes on to another address, so that nothing is sent twice. */
  async function takeForm(page: SitePage & { take: NonNullable<SitePage['take']> }, request: FastifyRequest, reply: FastifyReply) {
    const typed = textsOf(request.body);
    const refusal = await forms.judge(request, pathOf(request));
    if (refusal === 'elsewhere') throw Object.assign(new Error('a form from another site'), { statusCode: 403 });
    if (refusal) {
      if (refusal === 'too-many') reply.header('retry-after', '600');
      return answer(page, request, reply, {
        status: refusal === 'too-many' ? 429 : 400,
        typed,
        errors: [{ field: null, text: `form.${refusal}` }],
      });
    }
    const sent = {
      ...pageRequest(request, { typed, errors: [] }),
      typed,
      form: typed.token ?? '',
      connection: forms.connectionOf(request),
    };
    const taken = await page.take(pageData, sent);
    if (taken === 'next-step') return answer(page, request, reply, { typed, errors: [] });
    if (typeof taken === 'string') return reply.header('cache-control', 'no-store').redirect(taken, 303);
    return answer(page, request, reply, { status: 400, typed, errors: taken });
  }

  function pageRequest(request: FastifyRequest, { typed, errors }: Omit<SentForm, 'status'>): PageRequest {
    return {
      reader: readSetting(request).reader,
      params: Object(request.params),
      query: Object(request.query),
      visitor: visitorOf(request),
      problemOf: (error) => toProblem(error, request.url),
      formFor: (action, kind) => ({ token: forms.tokenFor(action, kind), typed, errors }),
    };
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
    };
  }
}

/** Of a page whose address can be guessed: there is nothing, or nothing any more. What can be no address at all is a slip of the finger. */
const missed = [404, 410];

interface SentForm {
  /** Of the answer; unless told, as the page says. */
  status?: number;
  typed: Record<string, string>;
  errors: FormError[];
}

const nothingSent: SentForm = { typed: {}, errors: [] };

const program = /bot|crawl|spider|slurp|preview|monitor|curl|wget|python|java|headlesschrome/i;

const isProgram = ({ method, headers }: FastifyRequest): boolean =>
  method === 'HEAD' || headers['sec-purpose'] !== undefined || program.test(headers['user-agent'] ?? 'bot');

const visitorOf = (request: FastifyRequest): PageRequest['visitor'] => ({
  address: request.ip,
  isTyping: request.headers['x-still-typing'] === 'yes',
  isProgram: isProgram(request),
});

/** A box that came twice, or is no text, counts as not filled in. */
function textsOf(body: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(Object(body)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Without the language and what stands behind the question mark: what a form's token is signed for. */
const pathOf = (request: FastifyRequest): string => splitLocale(request.url).path.replace(/\?.*$/, '');

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
