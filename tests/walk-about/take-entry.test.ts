import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WalkEntry } from '../../api/contract/walk-about.ts';
import { takeEntry } from '../../api/walk-about/take-entry.ts';
import { forgetEntries, readEntry, undoEntry } from '../../api/walk-about/undo-entry.ts';
import { signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { TEST_NOW } from '../support/test-clock.ts';
import { sql } from '../today/waiting-things.ts';

const dayMs = 86_400_000;
let test: TestApp;
let sian: TestSession;
let builder: TestSession;
let assetId: string;
beforeAll(async () => {
  test = await createTestApp('sample');
  sian = await signIn(test, 'coordinator');
  builder = await signIn(test, 'builder');
  assetId = await idOf('mend-and-natter');
});
afterAll(() => test.close());
beforeEach(async () => {
  for (const table of ['checks', 'suggestions', 'connections', 'walk_entries']) await sql(test, `delete from ${table}`);
  await sql(test, `update assets set status = 'published', last_checked_at = null, last_checked_by = null where id = $1::uuid`, [assetId]);
});

const idOf = async (slug: string) => (await sql<{ id: string }>(test, 'select id from assets where slug = $1::text', [slug]))[0]?.id ?? '';
const depsAfter = (ms: number) => ({ ...test.deps, clock: { now: () => new Date(TEST_NOW.getTime() + ms) } });
const standing = async (id = assetId) =>
  (
    await sql<{ last_checked_at: Date | null; last_checked_by: string | null; status: string; version: number }>(
      test,
      'select last_checked_at, last_checked_by, status, version from assets where id = $1::uuid',
      [id],
    )
  )[0];

function entryOf(fields: object, by = sian) {
  const about = { assetId, version: null, words: '', happens: '', when: '', place: '', at: null };
  return WalkEntry.parse({ id: randomUUID(), accountId: by.viewer.accountId, ageMs: 0, ...about, ...fields });
}
const take = (entry: WalkEntry, by = sian) => takeEntry(test.deps, by.viewer, entry, { locale: 'en' });

describe('what was noted on a walk', () => {
  it('is taken once however often it is sent, also twice at one moment', async () => {
    const entry = entryOf({ act: 'told' });
    await Promise.all([take(entry), take(entry)]);
    expect(await take(entry)).toEqual({ taken: entry.id, withoutPhoto: false });
    expect(await sql(test, 'select count from connections')).toEqual([{ count: 1 }]);
  });

  it('counts from when they stood there', async () => {
    await take(entryOf({ act: 'right', ageMs: 2 * dayMs }));
    expect(await standing()).toMatchObject({ last_checked_at: new Date(TEST_NOW.getTime() - 2 * dayMs), last_checked_by: 'coordinator' });
  });

  it('never takes the place of a later look', async () => {
    await take(entryOf({ act: 'right' }));
    await take(entryOf({ act: 'right', ageMs: dayMs }));
    expect((await standing())?.last_checked_at).toEqual(TEST_NOW);
    expect(await sql(test, 'select from checks')).toHaveLength(2);
  });

  it('is refused when it is older than a fortnight, but for what anyone may look into', async () => {
    expect(await take(entryOf({ act: 'right', ageMs: 14 * dayMs + 1 }))).toEqual({ refused: 'too-old' });
    expect(await take(entryOf({ act: 'told', ageMs: 15 * dayMs }))).toEqual({ refused: 'too-old' });
    expect(await take(entryOf({ act: 'right', ageMs: 14 * dayMs }))).toHaveProperty('taken');
    expect(await take(entryOf({ act: 'different', words: 'Now on Fridays.', ageMs: 15 * dayMs }))).toHaveProperty('taken');
  });

  it('lands in the month in which it was', async () => {
    await take(entryOf({ act: 'walked-along', ageMs: 12 * dayMs }));
    const noted = { ...test.deps, clock: { now: () => new Date('2026-12-02T09:00:00Z') } };
    await takeEntry(noted, sian.viewer, entryOf({ act: 'walked-along', ageMs: 4 * dayMs }), { locale: 'en' });
    expect(await sql(test, `select month::text, count from connections`)).toEqual([{ month: '2026-11-01', count: 2 }]);
  });

  it('is refused when somebody changed the thing meanwhile, and taken when they say so again', async () => {
    const { version = 0 } = (await standing()) ?? {};
    for (const act of ['right', 'closed']) expect(await take(entryOf({ act, version: version + 1 }))).toEqual({ refused: 'edited' });
    expect(await take(entryOf({ act: 'right', version }))).toHaveProperty('taken');
    expect(await take(entryOf({ act: 'right', version: null }))).toHaveProperty('taken');
  });

  it('is refused when the thing is gone, and leaves nothing', async () => {
    await sql(test, `update assets set status = 'closed' where id = $1::uuid`, [assetId]);
    expect(await take(entryOf({ act: 'right' }))).toEqual({ refused: 'gone' });
    expect(await take(entryOf({ act: 'right', assetId: randomUUID() }))).toEqual({ refused: 'gone' });
    expect(await sql(test, 'select from walk_entries')).toEqual([]);
    // Two who find the same door shut are of one mind.
    expect(await take(entryOf({ act: 'closed' }))).toHaveProperty('taken');
  });

  it('is refused outside the patch, and that is noted', async () => {
    const [far] = await sql<{ id: string }>(
      test,
      `select a.id from assets a join areas r on r.id = a.area_id where r.slug = 'bryn-melyn' and a.status = 'published' limit 1`,
    );
    expect(await take(entryOf({ act: 'right', assetId: far?.id }))).toEqual({ refused: 'not-yours' });
    expect(await sql(test, `select action from refused_actions order by id desc limit 1`)).toEqual([{ action: 'check.log' }]);
  });

  it('is taken as nobody else’s', async () => {
    const hers = entryOf({ act: 'right' });
    expect(await take(hers, builder)).toEqual({ refused: 'other-account' });
    await take(hers);
    expect(await take({ ...hers, accountId: builder.viewer.accountId }, builder)).toEqual({ refused: 'other-account' });
  });

  it('that something has closed takes it off where they may, else it waits for who may', async () => {
    await take(entryOf({ act: 'closed' }, builder), builder);
    expect((await standing())?.status).toBe('published');
    expect(await sql(test, 'select type, text, coordinator from suggestions')).toEqual([{ type: 'closed', text: null, coordinator: null }]);
    await take(entryOf({ act: 'closed' }));
    expect((await standing())?.status).toBe('closed');
  });

  it('in words waits at the desk, and writes no letter', async () => {
    await take(entryOf({ act: 'different', words: 'The door is round the back.' }));
    expect(await sql(test, 'select type, text from suggestions')).toEqual([{ type: 'change', text: 'The door is round the back.' }]);
    expect(await sql(test, 'select from mail_outbox')).toEqual([]);
  });
});

describe('something new', () => {
  const seen = (fields: object, by = sian) => take(entryOf({ act: 'new', name: 'Bench Choir', ...fields }, by), by);
  const made = () => sql<Record<string, unknown>>(test, `select * from assets where name = 'Bench Choir'`);
  const proposed = () =>
    sql<{ area: string }>(
      test,
      `select r.slug as area from proposals p join areas r on r.id = p.area_id where p.fields ->> 'name' = 'Bench Choir'`,
    );
  beforeEach(async () => {
    await sql(test, `delete from assets where name = 'Bench Choir'`);
    await sql(test, `delete from proposals`);
  });

  it('is a draft of whoever may publish there, from a name and the spot alone', async () => {
    await seen({ at: { lat: 52.25, lng: -3.012 } });
    expect(await made()).toMatchObject([{ status: 'draft', summary: 'Bench Choir', lat: 52.25, lng: -3.012 }]);
  });

  it('keeps the words for a place that means nothing to us, and times as they were written', async () => {
    await seen({ place: 'Behind the blue shed', when: 'Tuesdays 10am to noon' });
    const [draft] = await made();
    expect(await sql(test, 'select text from asset_notes where asset_id = $1::uuid', [draft?.id])).toEqual([
      { text: 'Behind the blue shed' },
    ]);
    expect(await sql(test, 'select start_time::text from sessions where asset_id = $1::uuid', [draft?.id])).toEqual([
      { start_time: '10:00:00' },
    ]);
  });

  it('waits for the coordinator of the place where they may not publish', async () => {
    const [far] = await sql<{ lat: number; lng: number }>(
      test,
      `select v.lat, v.lng from assets a join areas r on r.id = a.area_id join venues v on v.id = a.venue_id where r.slug = 'bryn-melyn' and v.lat is not null limit 1`,
    );
    await seen({ at: far });
    expect([await made(), await proposed()]).toEqual([[], [{ area: 'bryn-melyn' }]]);
    await seen({ at: { lat: 52.25, lng: -3.012 } }, builder);
    expect(await made()).toEqual([]);
    expect(await proposed()).toHaveLength(2);
  });
});

describe('taking it back', () => {
  it.each(['right', 'closed', 'not-here', 'told'])('leaves all as before: %s', async (act) => {
    const before = await standing();
    const entry = entryOf({ act, words: act === 'not-here' ? 'Not here.' : '', ageMs: 3 * dayMs });
    await take(entry);
    expect(await undoEntry(test.deps, sian.viewer, entry.id)).toBe(true);
    expect({ ...(await standing()), version: 0 }).toEqual({ ...before, version: 0 });
    for (const table of ['checks', 'suggestions', 'connections']) expect(await sql(test, `select from ${table}`), table).toEqual([]);
    expect(await undoEntry(test.deps, sian.viewer, entry.id)).toBe(false);
  });

  it('takes a new thing away again, draft or proposal', async () => {
    for (const by of [sian, builder]) {
      const entry = entryOf({ act: 'new', name: 'Slip of the Thumb', at: { lat: 52.25, lng: -3.012 } }, by);
      await take(entry, by);
      expect(await undoEntry(test.deps, by.viewer, entry.id)).toBe(true);
    }
    expect(await sql(test, `select from assets where name = 'Slip of the Thumb'`)).toEqual([]);
    expect(await sql(test, `select from proposals where fields ->> 'name' = 'Slip of the Thumb'`)).toEqual([]);
  });

  it('is theirs alone, and for ten minutes; then nothing of it is kept but its id, for a month', async () => {
    const entry = entryOf({ act: 'right' });
    await take(entry);
    expect(await undoEntry(test.deps, builder.viewer, entry.id)).toBe(false);
    expect(await readEntry(test.deps, builder.viewer, entry.id)).toBeNull();
    expect(await readEntry(test.deps, sian.viewer, entry.id)).toMatchObject({ act: 'right', name: 'Mend and Natter', canTakeBack: true });
    const later = depsAfter(11 * 60_000);
    expect(await undoEntry(later, sian.viewer, entry.id)).toBe(false);
    await forgetEntries(later);
    expect(await sql(test, 'select act, name, undo from walk_entries')).toEqual([{ act: null, name: null, undo: [] }]);
    expect(await take(entry)).toEqual({ taken: entry.id, withoutPhoto: false });
    await forgetEntries(depsAfter(30 * dayMs + 1));
    expect(await sql(test, 'select from walk_entries')).toEqual([]);
  });
});
