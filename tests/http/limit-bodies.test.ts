import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyMs, limitBodies, longestRequestMs } from '../../api/http/limit-bodies.ts';
import { aPhoto } from '../photos/make-photos.ts';
import { signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { sendSlowly } from './slow-sender.ts';

const withinMs = 300;

let test: TestApp;
let sian: TestSession;
beforeAll(async () => {
  test = await createTestApp('sample', {}, { bodyWithinMs: withinMs });
  await test.app.listen({ port: 0, host: '127.0.0.1' });
  sian = await signIn(test, 'coordinator');
});
afterAll(() => test.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const slow = { body: new Uint8Array(1000).fill(97), pieces: 4, of: 100, everyMs: 50 };

describe('what is sent too slowly', () => {
  it.each(['/sign-in', '/around/mend-and-natter/suggest', '/nowhere-at-all', '/api/v1/assets'])(
    'to %s is ended, and its connection with it',
    async (path) => {
      // It would wait for ever else: the socket is closed from the other side.
      const heard = await sendSlowly(test.app, { path, headers: { ...form, connection: 'keep-alive' }, ...slow });
      expect(heard).toMatch(/^(HTTP\/1\.1 4\d\d|$)/);
    },
  );

  it('is answered so where nothing was answered before', async () => {
    expect(await sendSlowly(test.app, { path: '/sign-in', headers: form, ...slow })).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('for a photo, by nobody who is signed in, is ended as everywhere', async () => {
    const path = '/desk/assets/mend-and-natter/photos';
    const headers = { 'content-type': 'multipart/form-data; boundary=x', connection: 'keep-alive' };
    expect(await sendSlowly(test.app, { path, headers, ...slow })).toMatch(/^HTTP\/1\.1 (303|408) /);
  });
});

describe('a photo on a slow line', () => {
  it('gets through from who is signed in, without script', async () => {
    const [asset] = await test.deps.db.query<{ id: string }>('slow-asset', `select id from assets where slug = 'mend-and-natter'`);
    const parts = new FormData();
    for (const [name, value] of Object.entries({ token: sian.formToken(), form: 'add', alt: 'A green door.' })) parts.append(name, value);
    parts.append('photo', new Blob([new Uint8Array(await aPhoto({}))]), 'door.jpg');
    const packed = new Response(parts);
    const heard = await sendSlowly(test.app, {
      path: `/desk/assets/${asset?.id}/photos`,
      headers: { 'content-type': packed.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin', cookie: sian.cookie },
      body: new Uint8Array(await packed.arrayBuffer()),
      pieces: 12,
      everyMs: withinMs / 4,
    });
    expect(heard).toMatch(/^HTTP\/1\.1 303 /);
    expect(heard).toContain('done=added');
  });
});

describe('limits', () => {
  it('of the running server: headers in 15 s, what is sent in 15 s more, and no request of any sort for ever', () => {
    expect([bodyMs, test.app.server.headersTimeout, test.app.server.requestTimeout]).toEqual([
      15_000,
      15_000,
      longestRequestMs(64 * 1024 * 1024),
    ]);
  });

  it('let what came in time be, also on a connection that stays', async () => {
    const app = fastify();
    limitBodies(app, { withinMs: 400 });
    app.post('/', async () => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      return 'here';
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const heard = await sendSlowly(app, {
      path: '/',
      headers: { 'content-type': 'application/json' },
      body: new TextEncoder().encode('{}'),
      pieces: 1,
      everyMs: 0,
    });
    expect(heard).toMatch(/^HTTP\/1\.1 200 /);
    await app.close();
  });
});
