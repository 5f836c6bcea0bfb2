import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetDocument } from '../../api/search/asset-index.ts';
import { rebuildIndexes } from '../../api/search/rebuild-index.ts';
import { recordChange } from '../../api/search/record-change.ts';
import { refreshOvertaken } from '../../api/search/refresh-documents.ts';
import { TEST_NOW } from '../support/test-clock.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { noFilters } from './asked.ts';

type TestDeps = Awaited<ReturnType<typeof createTestDeps>>;

describe('recordChange', () => {
  let deps: TestDeps;
  let asset: string;
  let changes = 0;

  beforeAll(async () => {
    deps = await createTestDeps();
    asset = await fill(deps);
  });
  afterAll(() => deps?.close());

  const record = () => deps.db.transaction((tx) => recordChange(tx, TEST_NOW, { assetIds: [asset] }));
  const change = (assignments: string) => {
    changes += 1;
    return deps.db.query(`change-${changes}`, `update assets set ${assignments} where id = $1::uuid`, [asset]);
  };
  const find = async (text: string) =>
    (await deps.embeddedIndex.search({ text, filters: noFilters, sort: 'relevance', offset: 0, limit: 10 })).ids;
  const document = async () => {
    const [row] = await deps.db.query<{ document: AssetDocument }>(
      'test-document',
      'select document from asset_search where id = $1::text',
      [`asset-${asset}`],
    );
    return row?.document;
  };

  it('makes an asset findable with what is said of it, once the transaction commits', async () => {
    await record();
    for (const text of [
      'mend and natter',
      'trwsio',
      'solder',
      'sit down with a mender',
      'swap and mend',
      'riverside hall',
      'abbey',
      'friday evening',
      'nos gwener',
    ]) {
      expect(await find(text), text).toEqual([`asset-${asset}`]);
    }
    expect(await document()).toMatchObject({
      tier: 0,
      kind: 'group',
      topics: ['mend'],
      areas: ['abbey'],
      days: ['friday', 'friday:evening'],
      dates: ['2026-11-27', '2026-11-27:evening'],
      times: ['evening'],
      access: ['quiet-space', 'step-free'],
      point: { lat: 52.25, lng: -3 },
      next_at: Date.parse('2026-11-27T18:00:00Z') / 1000,
      standing: 3,
    });
  });

  it('writes nothing when the transaction fails', async () => {
    await expect(
      deps.db.transaction(async (tx) => {
        await tx.query('test-rename', `update assets set name = 'Wombat Club' where id = $1::uuid`, [asset]);
        await recordChange(tx, TEST_NOW, { assetIds: [asset] });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await find('wombat')).toEqual([]);
  });

  it('adds a line to the outbox for each document that really changed', async () => {
    await deps.db.query('test-clear', 'delete from outbox');
    const lines = () => deps.db.query('test-lines', 'select document_id, change from outbox order by id');
    await record();
    await deps.db.transaction((tx) => recordChange(tx, TEST_NOW, { assetIds: ['00000000-0000-4000-8000-000000000000'] }));
    expect(await lines()).toEqual([]);
    await change(`summary = 'Needles, solder and cake'`);
    await record();
    await change(`status = 'hidden'`);
    await record();
    expect(await lines()).toEqual([
      { document_id: `asset-${asset}`, change: 'put' },
      { document_id: `asset-${asset}`, change: 'remove' },
    ]);
    await change(`status = 'published'`);
    await record();
  });

  it('does not overwrite an edit that commits while it waits', async () => {
    const { promise: recorded, resolve: hasRecorded } = withResolvers();
    const { promise: mayCommit, resolve: commit } = withResolvers();
    const editing = deps.db.transaction(async (tx) => {
      await tx.query('test-edit', `update assets set feel = 'quokkas welcome' where id = $1::uuid`, [asset]);
      await recordChange(tx, TEST_NOW, { assetIds: [asset] });
      hasRecorded();
      await mayCommit;
    });
    await recorded;
    // A day later it is less fresh, so that there is something to write.
    const later = new Date(TEST_NOW.getTime() + 40 * 86_400_000);
    const other = deps.db.transaction((tx) => recordChange(tx, later, { assetIds: [asset] }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    commit();
    await Promise.all([editing, other]);
    expect(await find('quokkas')).toEqual([`asset-${asset}`]);
    await record();
  });

  it('leaves out, by its own, what someone is just changing', async () => {
    const later = new Date('2026-11-27T22:00:00Z');
    const { promise: held, resolve: hasHeld } = withResolvers();
    const { promise: mayCommit, resolve: commit } = withResolvers();
    const editing = deps.db.transaction(async (tx) => {
      await tx.query('test-touch', 'update assets set version = version where id = $1::uuid', [asset]);
      hasHeld();
      await mayCommit;
    });
    await held;
    expect(await refreshOvertaken({ db: deps.db, clock: { now: () => later } })).toBe(0);
    commit();
    await editing;
  });

  it('counts the days of consent as they are here, not in Greenwich', async () => {
    await deps.db.query(
      'test-summer-gift',
      `insert into gifts (asset_id, expires_on) values ($1::uuid, '2026-06-30') on conflict (asset_id) do update set expires_on = excluded.expires_on`,
      [asset],
    );
    await change(`last_checked_at = '2026-06-01'`);
    const recordAt = (time: string) => deps.db.transaction((tx) => recordChange(tx, new Date(time), { assetIds: [asset] }));
    await recordAt('2026-06-30T22:30:00Z');
    expect(await find('mend and natter')).toEqual([`asset-${asset}`]);
    // Half past midnight in London.
    await recordAt('2026-06-30T23:30:00Z');
    expect(await find('mend and natter')).toEqual([]);
    await deps.db.query('test-no-gift', 'delete from gifts');
    await change(`last_checked_at = timestamptz '2026-11-23T09:00:00Z' - interval '120 days'`);
    await record();
  });

  it('never lets contacts in, nor where something private happens', async () => {
    await change(
      `contact_name = 'Zebedee', contact_phone = '01632 960999', contact_email = 'zebedee@example.org', point_privacy = 'private'`,
    );
    await record();
    const text = JSON.stringify(await document());
    for (const secret of ['ebedee', '960999', 'example.org', '52.25', 'Mill Lane', 'mill lane', 'riverside hall'])
      expect(text).not.toContain(secret);
    expect((await document())?.point).toBeNull();
    await change(`point_privacy = 'public'`);
  });

  it('never pins a person, wherever the row says they are', async () => {
    await change(`kind = 'people'`);
    await record();
    expect((await document())?.point).toBeNull();
    await change(`kind = 'group'`);
  });

  it.each([
    ['hidden', `status = 'hidden'`, `status = 'published'`],
    ['closed', `status = 'closed'`, `status = 'published'`],
    ['a draft', `status = 'draft'`, `status = 'published'`],
    [
      'lapsed',
      `last_checked_at = timestamptz '2026-11-23T09:00:00Z' - interval '360 days'`,
      `last_checked_at = timestamptz '2026-11-23T09:00:00Z' - interval '120 days'`,
    ],
  ])('takes out what is %s, and puts it back', async (_, out, back) => {
    await change(out);
    await record();
    expect(await find('mend and natter')).toEqual([]);
    await change(back);
    await record();
    expect(await find('mend and natter')).toEqual([`asset-${asset}`]);
  });

  it('takes out a gift whose consent has run out', async () => {
    await deps.db.query(
      'test-gift',
      `insert into gifts (asset_id, relay_contact, expires_on) values ($1::uuid, 'secret@example.org', '2026-11-22')`,
      [asset],
    );
    await record();
    expect(await find('mend and natter')).toEqual([]);
    await deps.db.query('test-gift-on', `update gifts set expires_on = '2026-11-23'`);
    await record();
    expect(await find('mend and natter')).toEqual([`asset-${asset}`]);
    expect(JSON.stringify(await document())).not.toContain('secret');
    await deps.db.query('test-gift-later', `update gifts set expires_on = '2027-06-01'`);
  });

  it('lets a signpost for everywhere stand in every area', async () => {
    const [row] = await deps.db.query<{ id: string }>(
      'test-signpost',
      `insert into signposts (slug, name, summary, phone) values ('helpline', 'Helpline', 'Someone to talk to', '01632 960111') returning id`,
    );
    await deps.db.transaction((tx) => recordChange(tx, TEST_NOW, { signpostIds: [row?.id ?? ''] }));
    const found = await deps.embeddedIndex.search({
      text: 'helpline',
      filters: { ...noFilters, areas: ['hill'] },
      sort: 'relevance',
      offset: 0,
      limit: 10,
    });
    expect(found.ids).toEqual([`signpost-${row?.id}`]);
  });

  it('forgets a date once it has passed', async () => {
    const later = new Date('2026-11-27T22:00:00Z');
    await record();
    const during = new Date('2026-11-27T19:00:00Z');
    expect(await refreshOvertaken({ db: deps.db, clock: { now: () => during } })).toBe(0);
    expect(await refreshOvertaken({ db: deps.db, clock: { now: () => later } })).toBe(1);
    expect(await document()).toMatchObject({ next_at: null, days: [] });
    expect(await refreshOvertaken({ db: deps.db, clock: { now: () => later } })).toBe(0);
  });

  it('is made good by a rebuild, whatever became of the rows', async () => {
    await deps.db.query('test-lose', 'delete from asset_search');
    await deps.db.query(
      'test-stray',
      `insert into asset_search (id, tier, kind, folded_name, topics, areas, document) values ('asset-11111111-1111-4111-8111-111111111111', 0, 'group', '', '{}', '{}', '{}')`,
    );
    const steps: number[] = [];
    await rebuildIndexes(deps, (_, written) => steps.push(written));
    expect(await document()).toMatchObject({ name: 'mend and natter | trwsio a sgwrs' });
    expect(await deps.db.query('test-ids', 'select count(*)::int as rows from asset_search')).toEqual([{ rows: 2 }]);
    expect(steps.at(-1)).toBe(2);
  });
});

function withResolvers(): { promise: Promise<void>; resolve(): void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function fill({ db }: TestDeps): Promise<string> {
  let statements = 0;
  const run = (text: string, values: unknown[] = []) => {
    statements += 1;
    return db.query<{ id: string }>(`fill-${statements}`, text, values);
  };
  await run(
    `insert into kinds (slug, label, label_plural, letter, half_life_days) values ('group', 'Group', 'Groups', 'G', 120), ('people', 'Gift', 'People', 'N', 120) on conflict (slug) do nothing`,
  );
  await run(`insert into topics (slug, label, wish) values ('mend', 'Swap and mend', 'mend something') on conflict (slug) do nothing`);
  const [area] = await run(`insert into areas (slug, name) values ('abbey', 'Abbey'), ('hill', 'Hill') returning id`);
  const [venue] = await run(
    `insert into venues (slug, name, address, postcode, lat, lng, access) values ('riverside-hall', 'Riverside Hall', 'Mill Lane', 'QX3 2AD', 52.25, -3, '{step-free}') returning id`,
  );
  const [asset] = await run(
    `insert into assets (slug, kind, name, name_cy, summary, what_happens, area_id, venue_id, access, last_checked_at)
     values ('mend-and-natter', 'group', 'Mend and Natter', 'Trwsio a Sgwrs', 'Needles, solder and tea', 'You sit down with a mender', $1::uuid, $2::uuid, '{quiet-space}',
       timestamptz '2026-11-23T09:00:00Z' - interval '120 days') returning id`,
    [area?.id, venue?.id],
  );
  const id = asset?.id ?? '';
  await run(`insert into asset_topics (asset_id, topic) values ($1::uuid, 'mend')`, [id]);
  const [session] = await run(`insert into sessions (asset_id, usually) values ($1::uuid, 'Most Fridays') returning id`, [id]);
  await run(
    `insert into occurrences (asset_id, session_id, starts_at, ends_at, local_date, weekday, day_part, status) values
       ($1::uuid, $2::uuid, '2026-11-20T18:00:00Z', '2026-11-20T20:00:00Z', '2026-11-20', 'friday', 'evening', 'on'),
       ($1::uuid, $2::uuid, '2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z', '2026-11-24', 'tuesday', 'morning', 'cancelled'),
       ($1::uuid, $2::uuid, '2026-11-27T18:00:00Z', '2026-11-27T20:00:00Z', '2026-11-27', 'friday', 'evening', 'on')`,
    [id, session?.id],
  );
  return id;
}
