import { compareChanged } from '../../api/duplicates/compare-changed.ts';
import { propose } from '../../api/proposals/propose.ts';
import { remakeAssets } from '../../api/search/remake-documents.ts';
import { suggest } from '../../api/suggestions/suggest.ts';
import { idOf } from '../../api/suggestions/suggestion-id.ts';
import { aProposal } from '../proposals/proposal-fixture.ts';
import type { TestApp } from '../support/test-app.ts';

const dayMs = 86_400_000;

/** One statement of a test's own. */
export const sql = <Row extends object>({ deps }: Pick<TestApp, 'deps'>, text: string, values: unknown[] = []) =>
  deps.db.query<Row>(`test ${idOf([text])}`, text, values);

/** Everything was checked today and goes on, so that nothing waits but what a test brings. */
export async function clearTheDesk(test: Pick<TestApp, 'deps'>): Promise<void> {
  await sql(test, `update assets set last_checked_at = $1::timestamptz, last_checked_by = 'group', status = 'published'`, [
    test.deps.clock.now(),
  ]);
  await sql(test, 'update sessions set ends_on = null');
  await sql(test, `update venues set lat = 52.25, lng = -3.01 where lat is null`);
  await sql(test, `update assets set lat = 52.25, lng = -3.01 where lat is null and venue_id is null`);
  for (const table of [
    'suggestions',
    'proposals',
    'checks',
    'confirm_requests',
    'bounced_contacts',
    'put_off',
    'today_steps',
    'gaps',
    'mail_outbox',
  ])
    await sql(test, `delete from ${table}`);
  // The program would do both soon by itself, and take a pair that a test made away again.
  const ids = await sql<{ id: string }>(test, 'select id from assets');
  await test.deps.db.transaction((tx) =>
    remakeAssets(
      tx,
      test.deps.clock.now(),
      ids.map(({ id }) => id),
    ),
  );
  while (!(await compareChanged(test.deps)));
  await sql(test, 'delete from look_alikes');
}

/** Two that may be one. */
export const makeAlike = (test: Pick<TestApp, 'deps'>, one: string, other: string) =>
  sql(
    test,
    `insert into look_alikes (one, other, score, likenesses)
     select least(a.id, b.id), greatest(a.id, b.id), 110, '{same-name,near}' from assets a, assets b where a.slug = $1::text and b.slug = $2::text
     on conflict do nothing`,
    [one, other],
  );

export const sayClosed = ({ deps }: Pick<TestApp, 'deps'>, slug: string, replyEmail: string | null = null) =>
  suggest(
    deps,
    slug,
    { type: 'closed', text: 'The shutters are down.', reply_email: replyEmail },
    { form: slug, publicUrl: 'https://open.test' },
  );

export const sayChanged = ({ deps }: Pick<TestApp, 'deps'>, slug: string) =>
  suggest(
    deps,
    slug,
    { type: 'change', text: 'It begins at eleven now.', reply_email: null },
    { form: slug, publicUrl: 'https://open.test' },
  );

export const tellOf = ({ deps }: Pick<TestApp, 'deps'>, name: string) =>
  propose(deps, aProposal({ name, happens: `${name}: we meet and make things together.` }), {
    form: name,
    locale: 'en',
    fromConnection: 1,
  });

/** Last checked so many days ago. */
export const age = (test: Pick<TestApp, 'deps'>, slug: string, days: number) =>
  sql(test, 'update assets set last_checked_at = $2::timestamptz where slug = $1::text', [
    slug,
    new Date(test.deps.clock.now().getTime() - days * dayMs),
  ]);

export const endOn = (test: Pick<TestApp, 'deps'>, slug: string, day: string) =>
  sql(test, 'update sessions set ends_on = $2::date where asset_id = (select id from assets where slug = $1::text)', [slug, day]);

const proposed = ['Kite Makers', 'Sunday Whittlers', 'Riverside Darts'];

/** A day of Siân’s: three closures, a change, three that lapse, an end, a pair, three proposals and a gap. */
export async function twelveThings(test: Pick<TestApp, 'deps'>): Promise<void> {
  await clearTheDesk(test);
  // Published on an earlier day, they would look like these and be asked about.
  await sql(test, 'delete from assets where name = any($1::text[])', [proposed]);
  for (const slug of ['mend-and-natter', 'weir-dippers', 'magpies-chess-table']) await sayClosed(test, slug);
  await sayChanged(test, 'cor-y-bont');
  const others = await sql<{ slug: string }>(
    test,
    `select a.slug from assets a join areas r on r.id = a.area_id where r.slug = 'abbey-and-riverside' and a.kind <> 'people'
       and a.slug not in ('mend-and-natter', 'weir-dippers', 'magpies-chess-table', 'cor-y-bont')
       and exists (select from sessions s where s.asset_id = a.id) order by a.slug limit 6`,
  );
  const [one = '', two = '', three = '', ending = '', like = '', alike = ''] = others.map(({ slug }) => slug);
  for (const slug of [one, two, three]) await age(test, slug, 1090);
  await endOn(test, ending, '2026-12-01');
  await makeAlike(test, like, alike);
  await sql(test, `update kinds set half_life_days = 365`);
  for (const name of proposed) await tellOf(test, name);
  await sql(
    test,
    `insert into gaps (month, area, term_hash, term, looks, days) values ('2026-11-01', 'abbey-and-riverside', 'x', 'chess', 9, 3)`,
  );
}
