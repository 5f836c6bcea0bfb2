import { expect, test } from 'vitest';
import { everyPage, refusedPages } from './every-page.ts';
import { prepareWalk, walkPage } from './walk-pages.ts';

const walk = prepareWalk();

test.each(everyPage)('%s has no barrier at any width, in light or dark, says nothing to the console and asks nobody else', async (url) => {
  expect(await walkPage(walk, url)).toEqual([]);
});

test.each([...refusedPages, '/cy/', '/cy/find?near=QX3+2AB', '/cy/around/mend-and-natter'])(
  '%s has no barrier at any width, in light or dark',
  async (url) => {
    await walkPage(walk, url);
  },
);
