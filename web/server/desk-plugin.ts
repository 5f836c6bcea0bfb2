import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DeskGuard, DeskVisit } from '../../api/contract/desk-guard.ts';
import type { Problem } from '../../api/contract/problem.ts';
import type { FormError } from '../components/form-errors/form-errors.tsx';
import { urlsFor } from '../urls.ts';
import type { DeskEntry, DeskRequest, GoOn, ShownLink } from './desk-page.ts';
import { deskPages } from './desk-pages.ts';
import type { PageData } from './page-data.ts';
import { readFilesToo, type SentValues, sentIn } from './read-sent.ts';
import { readFileAsItComes } from './read-upload.ts';
import { renderDeskPage, renderDeskProblem } from './render-desk.tsx';
import type { RenderSetting } from './render-page.tsx';
import type { DeskFile } from './run-data.ts';
import { boxesIn, mayBeGivenBack, renderSignedOut } from './signed-out-form.tsx';

const html = 'text/html; charset=utf-8';
const mostBytes = 64 * 1024;

export interface DeskOptions {
  pageData: PageData;
  toProblem: (error: unknown, instance: string) => Problem;
  guard: DeskGuard<FastifyRequest, FastifyReply>;
  readSetting(request: FastifyRequest): RenderSetting;
}

/** The pages of those who keep the directory: for who is signed in, never kept by any cache. */
export async function deskPlugin(app: FastifyInstance, { pageData, toProblem, guard, readSetting }: DeskOptions): Promise<void> {
  const visits = new WeakMap<FastifyRequest, DeskVisit>();
  readFilesToo(app);
  // Before anything that was sent is read. Who is not signed in is led there, and back again; what they had written is given back.
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    const visit = await guard.visitOf(request, reply);
    if (visit) visits.set(request, visit);
    else if (wantsJson(request)) throw Object.assign(new Error('nobody is signed in'), { statusCode: 401 });
    else if (!mayBeGivenBack(request, mostBytes)) return reply.redirect(readSetting(request).reader.urls.signIn(request.url), 303);
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error, request.url);
    if (problem.status >= 500) request.log.error({ err: error }, 'a page of the desk failed');
    return sendProblem(request, reply, problem);
  });
  for (const page of deskPages.filter(({ takesUpload }) => !takesUpload)) serve(app, page);
  await app.register(async (uploads) => {
    readFileAsItComes(uploads);
    for (const page of deskPages.filter(({ takesUpload }) => takesUpload)) serve(uploads, page);
  });

  function serve(part: FastifyInstance, page: DeskEntry) {
    const bodyLimit = typeof page.bodyLimit === 'function' ? page.bodyLimit(pageData) : (page.bodyLimit ?? mostBytes);
    for (const urls of [urlsFor('en'), urlsFor('cy')]) {
      part.get(urls.at(page.path), (request, reply) => show(page, visited(request, reply)));
      if (!page.take) continue;
      part.post(urls.at(page.path), { bodyLimit }, (request, reply) =>
        visits.has(request) ? takeForm(page, visited(request, reply)) : giveBack(request, reply),
      );
    }
  }

  function visited(request: FastifyRequest, reply: FastifyReply): Visited {
    const visit = visits.get(request);
    if (!visit) throw new Error('a page of the desk was asked for without a session');
    return { request, reply, visit };
  }

  async function show(page: DeskEntry, { request, reply, visit }: Visited, sent: Sent = nothingSent) {
    const setting = readSetting(request);
    const asked = deskRequest({ request, visit }, sent);
    const [district, prepared] = await Promise.all([pageData.district(), page.prepare(pageData, asked, visit.viewer)]);
    reply.code(sent.status ?? prepared.status);
    if (prepared.file) return sendFile(reply, prepared.file);
    if (prepared.answer && wantsJson(request)) return reply.type(json).send(JSON.stringify(prepared.answer));
    return reply.type(html).send(renderDeskPage(prepared, { ...visit, links: asked.links, district, setting }));
  }

  /** What is wrong is said on the same page, with what was typed; what is right goes on to another address, so that nothing is sent twice. */
  async function takeForm(page: DeskEntry, visited: Visited) {
    const values = sentIn(visited.request.body);
    // An answer that is given while the sender is still sending may never be seen.
    const answer = await judgeAndTake(page, visited, values).finally(() => values.upload?.release());
    return answer();
  }

  async function judgeAndTake(page: DeskEntry, visited: Visited, values: SentValues) {
    const { request, visit } = visited;
    const refusal = guard.judge(request);
    if (refusal === 'elsewhere') throw Object.assign(new Error('a form from another site'), { statusCode: 403 });
    if (refusal) return () => refuseForm(page, visited, { values, errors: [{ field: null, text: `form.${refusal}` }] });
    const taken = await page.take?.(pageData, { ...deskRequest(visited, { values, errors: [] }), ...values }, visit.viewer);
    if (Array.isArray(taken)) return () => refuseForm(page, visited, { values, errors: taken });
    if (typeof taken === 'object' && 'shown' in taken)
      return () => show(page, visited, { status: 200, values: { ...values, typed: { ...values.typed, ...taken.shown } }, errors: [] });
    if (typeof taken === 'object' && 'answer' in taken) return () => visited.reply.type(json).send(JSON.stringify(taken.answer));
    return () => goOn(typeof taken === 'object' ? taken : { to: taken ?? '/desk' }, visited);
  }

  /** Only what came from a page of ours: nobody else may put words into the hands of who signs in next. */
  async function giveBack(request: FastifyRequest, reply: FastifyReply) {
    const setting = readSetting(request);
    const boxes = guard.judge(request) === 'elsewhere' ? [] : boxesIn(request.body);
    if (boxes.length === 0) return reply.redirect(setting.reader.urls.signIn(request.url), 303);
    const district = await pageData.district();
    return reply.code(401).type(html).send(renderSignedOut(boxes, { setting, district }));
  }

  async function refuseForm(page: DeskEntry, visited: Visited, { values, errors }: Sent) {
    const { request, reply } = visited;
    if (!wantsJson(request)) return show(page, visited, { status: errors.length > 0 ? 400 : 200, values, errors });
    const { t } = readSetting(request).reader;
    return reply
      .code(400)
      .type(json)
      .send(JSON.stringify({ errors: errors.map(({ field, text, values }) => ({ field, text: t(text, values) })) }));
  }

  function goOn({ to, signOut }: GoOn, { request, reply }: Visited) {
    if (signOut) guard.signOut(reply);
    return wantsJson(request) ? reply.type(json).send(JSON.stringify({ to })) : reply.redirect(to, 303);
  }

  function deskRequest({ request, visit }: Pick<Visited, 'request' | 'visit'>, { values, errors }: Sent): DeskRequest {
    return {
      reader: readSetting(request).reader,
      params: Object(request.params),
      query: Object(request.query),
      form: { token: visit.formToken(), typed: values.typed, errors },
      sessionId: visit.sessionId,
      links: linksFor(request, visit),
      problemOf: (error) => toProblem(error, request.url),
    };
  }

  function linksFor(request: FastifyRequest, { viewer }: DeskVisit): ShownLink[] {
    const { reader, address } = readSetting(request);
    const here = address.split('?')[0] ?? '';
    const found = deskPages.flatMap(({ path, link }) =>
      link && (!link.right || pageData.desk.mayDoSomewhere(viewer, link.right)) ? [{ path, link }] : [],
    );
    const row = found.filter(({ link }) => link.inRow).map(({ path }) => path);
    const above = row.find((path) => path !== '/desk' && here.startsWith(`${path}/`)) ?? (row.includes(here) ? null : '/desk/more');
    return found.map(({ path, link }) => ({
      ...{ href: reader.urls.at(path), label: reader.t(link.label), inRow: link.inRow ?? false, group: link.group ?? 'you' },
      about: link.about ? reader.t(link.about) : '',
      here: path === here ? 'page' : path === above ? 'within' : null,
    }));
  }

  async function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
    reply.code(problem.status);
    const visit = visits.get(request);
    if (!visit || wantsJson(request)) return reply.type('application/problem+json').send(JSON.stringify(problem));
    const { links } = deskRequest({ request, visit }, nothingSent);
    return reply.type(html).send(renderDeskProblem(problem, { ...visit, links, district: null, setting: readSetting(request) }));
  }
}

interface Visited {
  request: FastifyRequest;
  reply: FastifyReply;
  visit: DeskVisit;
}

interface Sent {
  /** Of the answer; unless told, as the page says. */
  status?: number;
  values: SentValues;
  errors: FormError[];
}

const fileTypes: Record<string, string> = { csv: 'text/csv; charset=utf-8', geojson: 'application/geo+json', webp: 'image/webp' };

/** Piece by piece, so that a whole district is never held at once. */
function sendFile(reply: FastifyReply, { name, chunks }: DeskFile) {
  const type = fileTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(Readable.from(chunks));
}

const json = 'application/json; charset=utf-8';
const nothingSent: Sent = { values: sentIn(null), errors: [] };

const wantsJson = (request: FastifyRequest) => /^application\/json\b/.test(request.headers.accept ?? '');
