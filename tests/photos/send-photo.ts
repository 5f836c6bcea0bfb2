import type { FastifyInstance } from 'fastify';
import type { TestSession } from '../support/sign-in.ts';

interface Sent {
  by: TestSession;
  bytes?: Uint8Array;
  fields?: Record<string, string>;
  headers?: Record<string, string>;
}

/** The form with a photo, as a browser sends it. */
export async function sendPhoto(app: FastifyInstance, path: string, { by, bytes, fields = {}, headers = {} }: Sent) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ token: by.formToken(), form: 'add', ...fields })) form.append(name, value);
  form.append('camera', new Blob([]), '');
  // A name and a type that say nothing true.
  if (bytes) form.append('photo', new Blob([new Uint8Array(bytes)], { type: 'text/html' }), '../../holiday.svg');
  const packed = new Response(form);
  return app.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': packed.headers.get('content-type') ?? '',
      'sec-fetch-site': 'same-origin',
      'accept-encoding': 'identity',
      cookie: by.cookie,
      ...headers,
    },
    payload: Buffer.from(await packed.arrayBuffer()),
  });
}
