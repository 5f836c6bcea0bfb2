import { randomUUID } from 'node:crypto';
import type { Queryable } from '../../api/db/database.ts';
import type { Desk } from './desk-bench.ts';

/** Whose patch it is of which everyone opens something: an area that the coordinator of the bench leads. */
const patch = `(select area_id from area_coordinators where coordinator_id = (select coordinator_id from accounts where email = 'coordinator@example.org') order by area_id limit 1)`;

const everyones = [
  '',
  '/checks',
  '/insight',
  '/assets',
  '/assets?q=choir',
  '/assets?state=stale',
  '/assets?state=draft',
  '/review',
  '/review?heap=junk',
  '/review/published',
  '/duplicates',
  '/typed-times',
  '/more',
  '/why?q=choir',
  '/imports',
  '/imports/new',
  '/bulk',
  '/bulk?kind=group&state=stale',
  '/export',
  '/me',
  '/people',
  '/people/invite',
  '/cover',
  '/areas',
  '/areas/new',
];
const stewards = [
  '/hand-over',
  '/refused',
  '/settings',
  '/settings/topic',
  '/settings/kind',
  '/settings/signpost',
  '/settings/texts',
  '/settings/term',
  '/settings/holiday',
  '/settings/phrase',
  '/settings/synonyms',
];

/** What the page is, and an address of it. */
export async function deskPagesToOpen({ db, user }: Desk): Promise<[what: string, address: string][]> {
  const [asset, edited, other] = await someAssets(db, 3);
  const [area] = await db.query<{ slug: string }>('bench-area', `select slug from areas where id = ${patch}`);
  const [person] = await db.query<{ id: string }>('bench-person', `select id from accounts where role = 'builder' order by email limit 1`);
  const of = (path: string, ...ids: (string | undefined)[]): [string, string] => [
    `/desk${path}`,
    `/desk${ids.reduce<string>((address, id) => address.replace(':id', id ?? ''), path)}`,
  ];
  return [
    ...everyones.map((path) => of(path)),
    ...(user.who === 'steward' ? stewards.map((path) => of(path)) : []),
    of('/assets?after=:id', asset),
    of('/assets/:id', asset),
    of('/assets/:id/history', edited),
    of('/duplicates/:id/:id', asset, other),
    of('/people/:id/suspend', person?.id),
    of('/areas/:id/shape', area?.slug),
    of('/areas/:id/split', area?.slug),
    of('/areas/:id/give', area?.slug),
  ];
}

interface Steps {
  what: string;
  path(fields: Record<string, string>): string;
  forms: Record<string, string>[];
}

const times = 32;

/** What is pressed most, each time of something else. */
export async function deskStepsToTake({ db, user }: Desk): Promise<Steps[]> {
  const assets = await someAssets(db, 5 * times);
  // Each user has their own.
  const mine = user.who === 'steward' ? assets.slice(2 * times) : assets;
  const said = await db.query<{ id: string }>(
    'bench-said-waiting',
    `select s.id from suggestions s join assets a on a.id = s.asset_id where s.status = 'waiting' and s.type = 'change' and a.area_id = ${patch} order by s.id`,
  );
  return [
    {
      what: 'POST “tomorrow” on Today',
      path: () => '/desk',
      forms: mine.slice(0, times).map((id) => ({ item: `nowhere:${id}`, act: 'tomorrow', form: randomUUID() })),
    },
    {
      what: 'POST “still right” on Today',
      path: () => '/desk',
      forms: mine.slice(0, times).map((id) => ({ item: `check:${id}`, act: 'checked', form: randomUUID() })),
    },
    {
      what: 'POST “put right” on Today',
      path: () => '/desk',
      forms: (user.who === 'steward' ? said.slice(10) : said.slice(0, 10))
        .slice(0, 10)
        .map(({ id }) => ({ item: `suggestion:${id}`, act: 'put-right' })),
    },
    {
      what: 'POST “still right” on checks',
      path: () => '/desk/checks',
      forms: mine.slice(times, 2 * times).map((id) => ({ act: 'checked', asset: id, slug: 'listing-1' })),
    },
    {
      what: 'POST “pause” of an asset',
      path: ({ id = '' }) => `/desk/assets/${id}`,
      forms: mine.slice(times, 2 * times).map((id) => ({ form: 'step', do: 'pause', id })),
    },
  ];
}

async function someAssets(db: Queryable, most: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'bench-some-assets',
    `select a.id from assets a where a.status = 'published' and a.kind <> 'people' and a.area_id = ${patch}
     order by (select count(*) from revisions r where r.subject_id = a.id) desc, a.id limit $1::int`,
    [most],
  );
  return rows.map(({ id }) => id);
}
