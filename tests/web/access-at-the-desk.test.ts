import { test } from 'vitest';
import { everyDeskPage } from './every-page.ts';
import { prepareWalk, walkPage } from './walk-pages.ts';

const walk = prepareWalk();

test.each([...everyDeskPage, '/cy/desk/me', '/cy/desk/people'])('%s has no barrier at any width, in light or dark', async (url) => {
  await walkPage(walk, url);
});
