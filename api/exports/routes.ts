import type { FastifyInstance, FastifyReply } from 'fastify';
import { findArea } from '../areas/find-area.ts';
import { loadVisibleAsset } from '../assets/load-visible-asset.ts';
import { AssetQuery } from '../contract/asset-query.ts';
import { KeptSlugs } from '../contract/shortlist.ts';
import type { Deps } from '../deps.ts';
import { answerErrorsWithProblems } from '../http/error-handler.ts';
import { parseOrRefuse } from '../http/parse-or-refuse.ts';
import { exportCalendar } from './export-calendar.ts';
import { exportFeed } from './export-feed.ts';

/** In the reader's own app alone: what stands in a list may be withdrawn, and which list it is is nobody else's business. */
const keptFor = 'private, max-age=900';

/** What is new (Atom) and what is on (iCalendar), for other people's apps; in English, and in Welsh under `/cy`. */
export async function exportRoutes(app: FastifyInstance, { deps, publicUrl }: { deps: Deps; publicUrl: string }): Promise<void> {
  answerErrorsWithProblems(app);
  for (const language of ['en', 'cy'] as const) {
    const prefix = language === 'cy' ? '/cy' : '';
    const setting = ({ url }: { url: string }, page: string) => ({ language, publicUrl, url, page });
    app.get<{ Querystring: object }>(`${prefix}/feeds/find.atom`, async (request, reply) =>
      sendFeed(reply, await exportFeed(deps, parseOrRefuse(AssetQuery, request.query), setting(request, `/find${searchOf(request.url)}`))),
    );
    app.get<{ Querystring: object }>(`${prefix}/feeds/find.ics`, async (request, reply) =>
      sendCalendar(
        reply,
        await exportCalendar(deps, { query: parseOrRefuse(AssetQuery, request.query) }, setting(request, `/find${searchOf(request.url)}`)),
      ),
    );
    app.get<{ Params: { slug: string } }>(`${prefix}/feeds/areas/:slug(^[a-z0-9-]+).atom`, async (request, reply) =>
      sendFeed(
        reply,
        await exportFeed(deps, await queryOfArea(deps, request.params.slug), setting(request, `/areas/${request.params.slug}`)),
      ),
    );
    app.get<{ Params: { slug: string } }>(`${prefix}/feeds/areas/:slug(^[a-z0-9-]+).ics`, async (request, reply) =>
      sendCalendar(
        reply,
        await exportCalendar(
          deps,
          { query: await queryOfArea(deps, request.params.slug) },
          { ...setting(request, `/areas/${request.params.slug}`), doors: true },
        ),
      ),
    );
    app.get<{ Querystring: { ids?: string } }>(`${prefix}/feeds/shortlist.ics`, async (request, reply) =>
      sendCalendar(
        reply,
        await exportCalendar(
          deps,
          { slugs: parseOrRefuse(KeptSlugs, request.query.ids) },
          setting(request, `/shortlist${searchOf(request.url)}`),
        ),
      ),
    );
    app.get<{ Params: { slug: string } }>(`${prefix}/around/:slug/calendar.ics`, async (request, reply) => {
      const { slug } = (await loadVisibleAsset(deps, request.params.slug)).row;
      return sendCalendar(reply, await exportCalendar(deps, { slugs: [slug] }, setting(request, `/around/${slug}`)));
    });
  }
}

/** "?q=choir", or nothing. */
const searchOf = (url: string) => /\?.*$/.exec(url)?.[0] ?? '';

/** Throws not-found for an area that is none. */
async function queryOfArea(deps: Deps, slug: string): Promise<AssetQuery> {
  return AssetQuery.parse({ area: (await findArea(deps, slug)).slug });
}

const sendFeed = (reply: FastifyReply, text: string) =>
  reply.header('cache-control', keptFor).type('application/atom+xml; charset=utf-8').send(text);

const sendCalendar = (reply: FastifyReply, text: string) =>
  reply
    .header('cache-control', keptFor)
    .header('content-disposition', 'inline; filename="open-door.ics"')
    .type('text/calendar; charset=utf-8')
    .send(text);
