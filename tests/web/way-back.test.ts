import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { everyDeskPage } from './every-page.ts';

let site: TestApp;
let steward: TestSession;
/** What the row of every page and "More" lead to. */
let listed: string[];
beforeAll(async () => {
  site = await createTestApp('sample');
  steward = await signIn(site, 'steward');
  listed = [...pathsIn(await see('/desk/more'))];
});
afterAll(() => site?.close());

const see = async (url: string) =>
  (await site.app.inject({ url, headers: { cookie: steward.cookie, 'accept-encoding': 'identity' } })).body;
const pathsIn = (html: string) => new Set([...html.matchAll(/<a [^>]*href="(\/desk[^"?]*)/g)].map(([, path = '']) => path));
const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main'));

test.each(everyDeskPage.filter((url) => url.includes('/desk/')))('%s is no dead end: it is listed, or leads back itself', async (url) => {
  const [path = ''] = url.split('?');
  if (listed.includes(path)) return;
  const depthOf = (each: string) => each.split('/').length;
  const isAbove = (each: string) => listed.includes(each) || depthOf(each) < depthOf(path);
  expect([...pathsIn(mainOf(await see(url)))].filter(isAbove)).not.toEqual([]);
});
