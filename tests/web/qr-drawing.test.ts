import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await createTestApp('sample', { PUBLIC_URL: 'https://open-door.example.org' });
});
afterAll(() => site.close());

const draw = (path: string) => site.app.inject(`/qr.svg?path=${encodeURIComponent(path)}`);

test('any address of ours is drawn, each in its own way and always the same', async () => {
  const [one, again, other] = await Promise.all([draw('/areas/bryn-melyn'), draw('/areas/bryn-melyn'), draw('/areas/marches')]);
  expect(one.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
  expect(one.body).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/);
  expect(one.body).toBe(again.body);
  expect(one.body).not.toBe(other.body);
});

test('is never the way to another site', async () => {
  const paths = [
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '@elsewhere.example',
    '/a b',
    `/${'a'.repeat(500)}`,
  ];
  const answers = await Promise.all([...paths.map(draw), site.app.inject('/qr.svg'), site.app.inject('/qr.svg?path=/a&path=/b')]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 400));
});
