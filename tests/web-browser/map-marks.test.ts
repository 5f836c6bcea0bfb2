import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../e2e/open-site.ts';
import { around, drawn, isFocused, openMap, phone, pin, wide } from './open-map.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe('what the map shows at first', () => {
  it('fills its element with the drawn map, and goes no further out or aside', async () => {
    const { page } = await openMap(site, '/find?q=choir', { viewport: { width: 1440, height: 900 } });
    const boxes: number[][] = [];
    page.on('request', (request) => {
      const box = new URL(request.url()).searchParams.get('bbox');
      if (request.url().includes('/map/clusters') && box) boxes.push(box.split(',').map(Number));
    });
    const { bounds } = await (await page.request.get(`${site.address}/basemap/style.json`)).json();
    await page.locator('.od-map').focus();
    for (const key of ['+', '-', '-', '-', ...Array(6).fill('ArrowLeft'), ...Array(6).fill('ArrowUp')]) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Further out', exact: true }).and(page.locator('[aria-disabled=true]')).waitFor();
    await expect.poll(() => boxes.length).toBeGreaterThan(0);
    const [mapWest = 0, mapSouth = 0, mapEast = 0, mapNorth = 0] = bounds;
    for (const [west = 0, south = 0, east = 0, north = 0] of boxes) {
      // What is asked for is a little wider than what is seen: 15 % on each side.
      const [width, height] = [(east - west) / 1.3, (north - south) / 1.3];
      expect(width).toBeLessThanOrEqual((mapEast - mapWest) * 1.01);
      expect(height).toBeLessThanOrEqual((mapNorth - mapSouth) * 1.01);
      expect(west + 0.15 * width).toBeGreaterThan(mapWest - (mapEast - mapWest) * 0.04);
      expect(north - 0.15 * height).toBeLessThan(mapNorth + (mapNorth - mapSouth) * 0.04);
    }
    await page.context().close();
  });

  it('comes as close as most of the pins allow, rather than all', async () => {
    const { page } = await openMap(site, around);
    const inView = await page.locator('.map-pin').evaluateAll((pins) => {
      const map = document.querySelector('.od-map')?.getBoundingClientRect() ?? new DOMRect();
      return pins.filter((each) => each.getBoundingClientRect().right > map.left && each.getBoundingClientRect().left < map.right).length;
    });
    expect(inView).toBeGreaterThanOrEqual(4);
    expect(await pin(page, 1).isVisible()).toBe(true);
    await page.context().close();
  });

  it('marks where the reader looks from, and only when that is known', async () => {
    const { page } = await openMap(site, around);
    await page.getByRole('img', { name: 'You are looking from here: QX3 2AB' }).waitFor();
    await page.locator('#q').fill('choir');
    await page.locator('#near').fill('');
    await page.keyboard.press('Enter');
    await page.locator('.map-near').waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('marks on the map', () => {
  it('tell a place in the list from a number of other things', async () => {
    const { page } = await openMap(site, '/find');
    await page.locator('.map-bundle').first().waitFor();
    const bundles = await page
      .locator('.map-bundle span')
      .evaluateAll((all) => all.map((each) => [each.textContent, each.clientHeight] as const));
    const pins = await page.locator('.map-pin').evaluateAll((all) => all.map((each) => each.clientHeight));
    expect(bundles.map(([text]) => text).filter((text) => !/^\+\d+$/.test(text ?? ''))).toEqual([]);
    expect(Math.max(...bundles.map(([, height]) => height))).toBeLessThan(Math.min(...pins) * 0.6);
    await page.context().close();
  });

  it('are one pin for more than three at a spot, whose card lists them with their times', async () => {
    const { page } = await openMap(site, around, phone);
    await page.getByRole('link', { name: 'See the map' }).click();
    await drawn(page);
    const several = page.locator('.map-pin.several').first();
    await several.waitFor();
    const [from = 0, to = 0] = (await several.innerText()).split('–').map(Number);
    expect(to - from).toBeGreaterThanOrEqual(3);
    await several.press('Enter');
    const links = page.locator('.map-card-body li a');
    await links.first().waitFor();
    const names = await Promise.all([from, to].map((n) => page.locator(`#found-${n} h3 a`).textContent()));
    expect([await links.count(), await links.first().textContent(), await links.last().textContent()]).toEqual([to - from + 1, ...names]);
    const when = await page.locator(`#found-${from} .facts strong`).textContent();
    expect(await page.locator('.map-card-body li').first().innerText()).toContain(when);
    await expect.poll(() => links.first().evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Escape');
    await links.first().waitFor({ state: 'detached' });
    await expect.poll(() => several.evaluate(isFocused)).toBe(true);
    await page.context().close();
  });

  it('never hide the first pin of a spot behind the next', async () => {
    const { page } = await openMap(site, around);
    const first = await pin(page, 1).boundingBox();
    const [x, y] = [(first?.x ?? 0) + (first?.width ?? 0) / 2, (first?.y ?? 0) + 16];
    expect(
      await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.closest('.map-pin')?.ariaLabel, [x, y] as const),
    ).toMatch(/^1\. /);
    await page.context().close();
  });

  it('leave a card’s own button free of the arrows', async () => {
    const { page } = await openMap(site, around, phone);
    await page.getByRole('link', { name: 'See the map' }).click();
    await drawn(page);
    await page.getByRole('button', { name: 'Move the map' }).click();
    for (const mark of await page.locator('.map-pin').all()) {
      await mark.press('Enter');
      await page.locator('.map-card-close').click();
    }
    await page.context().close();
  });
});

describe('axe', () => {
  it.each([
    ['beside the list, light', around, { ...wide, colorScheme: 'light' }],
    ['beside the list, dark', around, { ...wide, colorScheme: 'dark' }],
    ['over the page, light', around, { ...phone, colorScheme: 'light' }],
    ['over the page, dark', around, { ...phone, colorScheme: 'dark' }],
  ] as const)('has nothing to say against the map %s, a card open', async (_name, path, options) => {
    const { page } = await openMap(site, path, { ...options, bypassCSP: true });
    if (options.viewport.width === phone.viewport.width) await page.getByRole('link', { name: 'See the map' }).click();
    await drawn(page);
    await page.locator('.map-pin.several').first().press('Enter');
    await page.locator('.map-card-body').waitFor();
    await page.addScriptTag({ path: axeScript });
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run()).violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    });
    expect(violations).toEqual([]);
    await page.context().close();
  });
});
