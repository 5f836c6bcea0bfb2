import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { locales } from '../i18n/locale.ts';
import { urlsFor } from '../urls.ts';
import { createLimit } from './limits.ts';
import type { PageData } from './page-data.ts';

/** Where the form for a code is sent, in both languages: it answers with the way to the new code's page. */
export async function shortlistForm(app: FastifyInstance, { pageData }: { pageData: PageData }): Promise<void> {
  await app.register(formbody);
  const limitCodes = createLimit(app, { timesAMinute: 10 });
  for (const urls of locales.map(urlsFor)) {
    app.post(urls.shortlist(), async (request, reply) => {
      if (isFromElsewhere(request.headers['sec-fetch-site'])) return reply.redirect(urls.shortlist(), 303);
      await limitCodes(request);
      const { code } = await pageData.keepShortlist(request.body);
      return reply.redirect(urls.shared(code), 303);
    });
  }
}

/** Old browsers do not say. */
const isFromElsewhere = (site: string | string[] | undefined) => site !== undefined && site !== 'same-origin' && site !== 'none';
