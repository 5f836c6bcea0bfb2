import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../api/db/database.ts';
import { runImport } from '../../api/imports/run-import.ts';
import { inProject } from '../../api/project-root.ts';
import { launchBrowser } from '../support/browser.ts';
import { realData } from '../support/real-data.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const trafford = realData('trafford');
const realList = join(trafford, 'charities_operating_in_trafford.csv');
const smallList = inProject('tests', 'imports', 'fixtures', 'trafford', 'charities_operating_in_trafford.csv');

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const canAsk = new Set<Page>();

let test: TestApp;
let browser: Browser;
let address: string;
beforeAll(async () => {
  test = await createTestApp('sample');
  address = await test.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await test.close();
});

const counts = async () =>
  (
    await test.deps.db.query<Record<string, number>>(
      'test-counts',
      `select (select count(*)::int from assets) as assets, (select count(*)::int from venues) as venues, (select count(*)::int from sources) as sources,
         (select count(*)::int from revisions) as revisions, (select count(*)::int from asset_search) as shown, (select count(*)::int from asset_topics) as topics`,
    )
  )[0];

async function openAs(width: number, script = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: script, bypassCSP: script });
  await (await signIn(test, 'steward')).signInBrowser(context, address);
  const page = await context.newPage();
  if (script) canAsk.add(page);
  return page;
}

/** From the list's file to its report. */
async function tryOut(page: Page, file: string, list: string): Promise<void> {
  await page.goto(`${address}/desk/imports`);
  await page.getByRole('link', { name: 'Bring in a list' }).click();
  await page.getByLabel('Your file').setInputFiles(file);
  await page.getByRole('button', { name: 'Look at it' }).click();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('charity_name');
  expect(await page.getByLabel('Postcode').inputValue()).toBe('charity_contact_postcode');
  expect(await page.getByLabel('Phone').inputValue()).toBe('');
  await looksRight(page);
  await page.getByLabel('What is this list called?').fill(list);
  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByText('Tried out, nothing brought in yet').waitFor();
  await looksRight(page);
}

/** Each state of a run is a page that axe finds nothing wrong with; where script may not run, there is nothing to ask. */
async function looksRight(page: Page): Promise<void> {
  await page.waitForLoadState();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  if (!canAsk.has(page)) return;
  await page.evaluate(axeSource);
  const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))');
  expect(found, page.url()).toEqual([]);
}

const chip = async (page: Page, label: string) =>
  Number.parseInt((await page.locator('.chip', { hasText: label }).first().textContent()) ?? '0', 10);

describe('a steward with a list', () => {
  it.each([
    ['with script at 1280 px', 1280, true],
    ['without script at 360 px', 360, false],
  ])('tries it, brings it in to wait, and takes it back: nothing is left, %s', async (_how, width, script) => {
    const before = await counts();
    const page = await openAs(width, script);
    await tryOut(page, smallList, `Charities ${width}`);
    expect(await counts()).toEqual(before);
    const made = await chip(page, 'new');
    expect(made).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText('Done', { exact: true }).waitFor();
    await looksRight(page);
    const after = await counts();
    expect(after?.assets).toBe(
      (before?.assets ?? 0) +
        made +
        ((await page.locator('.chip', { hasText: 'may be here' }).count()) > 0 ? await chip(page, 'may be here') : 0),
    );
    expect(after?.shown).toBe(before?.shown);
    await page.getByRole('link', { name: 'Look at those that wait' }).click();
    await page.getByText(/\d+ chosen/).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Take it all back' }).click();
    await page.getByText('Taken back', { exact: true }).waitFor();
    await looksRight(page);
    expect(await counts()).toEqual(before);
    await page.context().close();
  });

  it('is told beside the box what is wrong with a file', async () => {
    const page = await openAs(360, false);
    await page.goto(`${address}/desk/imports/new`);
    await page.getByLabel('Your file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('name\n"never closed\n') });
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText('A quotation mark in this file is opened and never closed').first().waitFor();
    await page.context().close();
  });

  it('may take the report along, with nothing in it that a spreadsheet would run', async () => {
    const page = await openAs(1280);
    await page.goto(`${address}/desk/imports/new`);
    const evil = Buffer.from('id,name,about,postcode\n1,=cmd|calc,Hello,QX3 2AB\n');
    await page.getByLabel('Your file').setInputFiles({ name: 'evil.csv', mimeType: 'text/csv', buffer: evil });
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByLabel('What is this list called?').fill('Evil');
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByText('Tried out, nothing brought in yet').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Keep the whole report' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('evil-report.csv');
    expect(readFileSync(await download.path(), 'utf8')).toContain(`2,made,'=cmd|calc,,,`);
    await page.context().close();
  });
});

/** Files of the borough as the machine's own import reads them, beside the sample. */
async function bringTraffordIn(...steps: [mapping: string, file: string][]): Promise<void> {
  const { db, clock } = test.deps;
  const patient: Database = {
    ...db,
    transaction: (work) =>
      db.transaction(async (tx) => {
        await tx.query('test-patience', `select set_config('statement_timeout', '0', true)`);
        return work(tx);
      }),
  };
  for (const [mapping, file] of steps)
    await runImport(
      { db: patient, clock },
      {
        files: [join(trafford, file)],
        mappingPath: inProject('api', 'imports', 'presets', 'trafford', `${mapping}.json`),
        dry: false,
        keepSample: true,
        reportPath: null,
      },
      { line: () => undefined, progress: () => undefined },
    );
}

describe.skipIf(!existsSync(realList))('the real charities of Trafford (skipped where ../shared/data/trafford is not there)', () => {
  it('come in by the hundreds, show what may be here already, and go without a trace', async () => {
    await bringTraffordIn(
      ['wards', 'trafford_ward_full_resolution.geojson'],
      ['postcodes', 'trafford_postcodes.csv'],
      ['worship', 'trafford_places_of_worship.geojson'],
      ['small-grants', 'council_trafford_council_voluntary_sector_grants.csv'],
    );
    const before = await counts();
    const page = await openAs(1280);
    await tryOut(page, realList, 'Charity register');
    expect(await chip(page, 'new')).toBeGreaterThan(600);
    expect(await chip(page, 'may be here already')).toBeGreaterThanOrEqual(5);
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText('Done', { exact: true }).waitFor();
    expect((await counts())?.assets).toBeGreaterThan((before?.assets ?? 0) + 600);
    await page.locator('.chip', { hasText: 'may be here already' }).click();
    await page.getByText('Looks like').first().waitFor();
    await page.getByRole('button', { name: 'Take it all back' }).click();
    await page.getByText('Taken back', { exact: true }).waitFor();
    expect(await counts()).toEqual(before);
    await page.context().close();
  });
});
