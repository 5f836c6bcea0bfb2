import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OpenForms } from '../../api/contract/open-forms.ts';
import type { FormError } from '../components/form-errors/form-errors.tsx';
import { openLinkPage } from '../pages/sign-in/open-link.tsx';
import { signInPage } from '../pages/sign-in.tsx';
import { urlsFor } from '../urls.ts';
import type { DeskOptions } from './desk-plugin.ts';
import { sentIn } from './read-sent.ts';
import { renderPage } from './render-page.tsx';
import { onwardIn, type WayInEntry, type WayInRequest, wayInPage } from './way-in-page.ts';

const html = 'text/html; charset=utf-8';

const wayInPages = [wayInPage('/sign-in', signInPage), wayInPage('/sign-in/:token', openLinkPage)];

type WayInOptions = Omit<DeskOptions, 'toProblem'> & { forms: OpenForms<FastifyRequest> };

/** The way in to the desk: between the pages for everyone, which know no cookies, and those for who is signed in. */
export async function wayInPlugin(app: FastifyInstance, { pageData, guard, forms, readSetting }: WayInOptions): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  });
  for (const page of wayInPages) {
    for (const urls of [urlsFor('en'), urlsFor('cy')]) {
      app.get(urls.at(page.path), (request, reply) => show(page, request, reply));
      app.post(urls.at(page.path), (request, reply) => takeForm(page, request, reply));
    }
  }

  async function show(page: WayInEntry, request: FastifyRequest, reply: FastifyReply, sent: Sent = { status: 200, errors: [] }) {
    const setting = readSetting(request);
    const { reader, origin } = setting;
    const [district, prepared] = await Promise.all([pageData.district(), page.prepare(pageData.wayIn, wayInRequest(request, sent.errors))]);
    const whole = {
      ...{ title: prepared.title, status: sent.status, style: 'desk', feeds: [], jsonLd: () => [] },
      body: () => prepared.body({ reader, district, origin }),
    };
    return reply
      .code(sent.status)
      .type(html)
      .send(renderPage(whole, district, setting));
  }

  async function takeForm(page: WayInEntry, request: FastifyRequest, reply: FastifyReply) {
    const refusal = await forms.judge(request, formPath);
    if (refusal === 'elsewhere') throw Object.assign(new Error('a form from another site'), { statusCode: 403 });
    if (refusal) {
      if (refusal === 'too-many') reply.header('retry-after', '600');
      return show(page, request, reply, { status: refusal === 'too-many' ? 429 : 400, errors: [{ field: null, text: `form.${refusal}` }] });
    }
    const taken = await page.take(pageData.wayIn, wayInRequest(request, []));
    if (Array.isArray(taken)) return show(page, request, reply, { status: 400, errors: taken });
    if ('answer' in taken) return reply.send(taken.answer);
    if (taken.asking) guard.markAsking(reply, taken.asking);
    if (taken.session) guard.signIn(reply, taken.session);
    return reply.redirect(taken.to, 303);
  }

  function wayInRequest(request: FastifyRequest, errors: FormError[]): WayInRequest {
    const { typed } = sentIn(request.body);
    const query: Record<string, unknown> = Object(request.query);
    return {
      reader: readSetting(request).reader,
      params: Object(request.params),
      query,
      form: { token: forms.tokenFor(formPath, { quick: true }), typed, errors },
      asking: guard.askingOf(request),
      userAgent: request.headers['user-agent'] ?? '',
      onward: onwardIn(query.then),
    };
  }
}

interface Sent {
  status: number;
  errors: FormError[];
}

/** One for all of them, and no least time: browsers fill in an address faster than anyone types. */
const formPath = '/sign-in';
