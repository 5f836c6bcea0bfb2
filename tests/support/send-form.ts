import type { FastifyInstance } from 'fastify';

interface Sent {
  fields?: Record<string, string>;
  headers?: Record<string, string>;
  /** Where it seems to come from. */
  from?: string;
}

/** As browsers send it. Without `token` and `more` in `fields` the form is opened first, as a person does. */
export async function sendForm(app: FastifyInstance, path: string, { fields = {}, headers = {}, from = '192.0.2.1' }: Sent = {}) {
  const whole = { token: fields.token ?? (await tokenOf(app, path)), more: '', ...fields };
  return app.inject({
    method: 'POST',
    url: path,
    remoteAddress: from,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'accept-encoding': 'identity',
      ...headers,
    },
    payload: new URLSearchParams(whole).toString(),
  });
}

export async function tokenOf(app: FastifyInstance, path: string): Promise<string> {
  const { body } = await app.inject({ url: path, headers: { 'accept-encoding': 'identity' } });
  return /name="token" value="([^"]+)"/.exec(body)?.[1] ?? 'the page has no form';
}
