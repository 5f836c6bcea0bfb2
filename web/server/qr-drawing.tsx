import type { FastifyInstance } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { QrCode } from '../components/qr-code/qr-code.tsx';

/** Longer ones make a drawing too fine for a camera. */
const mostLetters = 500;

/** `/qr.svg?path=/areas/bryn-melyn`: one of our own addresses to point a camera at, for posters and pages of others. */
export async function qrDrawing(app: FastifyInstance, { origin }: { origin: string }): Promise<void> {
  app.get<{ Querystring: { path?: unknown } }>('/qr.svg', async ({ query: { path } }, reply) => {
    if (!isOwnPath(path)) throw Object.assign(new Error('no path of ours'), { statusCode: 400 });
    return reply
      .header('cache-control', 'public, max-age=86400')
      .type('image/svg+xml; charset=utf-8')
      .send(renderToString(<QrCode address={origin + path} />));
  });
}

/** Never the way to another site ("//elsewhere", "/\elsewhere"). */
const isOwnPath = (path: unknown): path is string =>
  typeof path === 'string' && path.length <= mostLetters && /^\/(?![/\\])[\x21-\x7e]*$/.test(path);
