import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
  await test.deps.db.query(
    'secret-draft',
    `insert into assets (slug, kind, name, summary, status, area_id)
     select 'secret-draft', 'group', 'Xylophonic drafts', 'A plain summary.', 'draft', id from areas where slug = 'bryn-melyn'`,
  );
});
afterAll(() => test.close());

const waysOut = [
  '/desk/export.csv',
  '/desk/export.geojson',
  '/desk/export.csv?area=bryn-melyn',
  '/desk/bulk?show=yes&q=xylophonic',
  '/desk/walk',
  '/desk/walk?near=Bryn+Melyn',
];

describe('what waits never leaves', () => {
  it.each(waysOut)('by %s for who is not signed in', async (url) => {
    const { body, statusCode } = await test.app.inject(url);
    expect([statusCode, body]).toEqual([303, '']);
  });

  it.each(waysOut)('by %s for whose patch it is not', async (url) => {
    const { cookie } = await signIn(test, 'coordinator');
    const { body, statusCode } = await test.app.inject({ url, headers: { cookie, 'accept-encoding': 'identity' } });
    expect(statusCode).toBe(200);
    expect(body).not.toContain('Xylophonic drafts');
  });

  it('by a file, but for who may see it, and no cache keeps that', async () => {
    const { cookie } = await signIn(test, 'steward');
    const answer = await test.app.inject({ url: '/desk/export.csv', headers: { cookie, 'accept-encoding': 'identity' } });
    expect(answer.body).toContain('Xylophonic drafts');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="my-patch-2026-11-23.csv"');
  });
});
