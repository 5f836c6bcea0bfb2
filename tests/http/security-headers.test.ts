import helmet from '@fastify/helmet';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
});
afterAll(() => test.close());

/** Helmet sends these too; we mean not to. */
const left = new Set(['strict-transport-security', 'x-dns-prefetch-control', 'x-download-options', 'x-xss-protection']);

describe('the headers of every answer', () => {
  it('are at least those that helmet would send', async () => {
    const oracle = fastify();
    await oracle.register(helmet);
    oracle.get('/', () => 'ok');
    const theirs = Object.keys((await oracle.inject('/')).headers).filter((name) =>
      /^(x-|cross-|content-security|origin-|referrer|strict)/.test(name),
    );
    const ours = (await test.app.inject('/')).headers;
    for (const name of theirs.filter((name) => !left.has(name))) expect(ours, name).toHaveProperty(name);
    await oracle.close();
  });

  it.each([
    '/',
    '/find',
    '/api/v1/topics',
    '/api/docs',
    '/api/v1/nothing',
    '/nothing',
    '/health/live',
    '/favicon.svg',
    '/basemap/style.json',
  ])('%s forbids inline script and style, and framing', async (url) => {
    const policy = String((await test.app.inject(url)).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it.each(['/', '/find', '/around/mend-and-natter', '/api/docs'])(
    '%s carries no style or script that its policy would refuse',
    async (url) => {
      const { body } = await test.app.inject(url);
      expect(body).not.toMatch(/\sstyle=/);
      expect(body).not.toMatch(/\son[a-z]+=/);
      expect(body).not.toMatch(/<script(?![^>]*(src=|application\/(ld\+)?json))/);
    },
  );

  it('ask for https only where the site is served so', async () => {
    const secure = await createTestApp('empty', { PUBLIC_URL: 'https://open-door.example.org' });
    expect((await secure.app.inject('/health/live')).headers['strict-transport-security']).toContain('max-age');
    expect((await test.app.inject('/health/live')).headers).not.toHaveProperty('strict-transport-security');
    await secure.close();
  });
});
