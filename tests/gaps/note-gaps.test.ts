import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listGaps } from '../../api/gaps/list-gaps.ts';
import { createGapNotes } from '../../api/gaps/note-gaps.ts';
import { watchConnections } from '../../api/http/connections-today.ts';
import { createTestDeps } from '../support/test-deps.ts';

let deps: Awaited<ReturnType<typeof createTestDeps>>;
let now = new Date('2026-11-23T09:00:00Z');
beforeAll(async () => {
  deps = await createTestDeps('empty');
});
afterAll(() => deps.close());
beforeEach(async () => {
  await deps.db.query('test-no-gaps', 'delete from gaps');
});

interface Row {
  month: string;
  area: string;
  term_hash: string;
  term: string | null;
  looks: number;
  days: number;
  lookers: number;
  last_day: string | null;
}

const rows = () =>
  deps.db.query<Row>(
    'test-gaps',
    'select month::text, area, term_hash, term, looks, days, lookers, last_day::text from gaps order by month, area, term_hash',
  );
const clock = { now: () => now };
const watched: { stop(): void }[] = [];
afterAll(() => {
  for (const each of watched) each.stop();
});

/** Of another process each time: nothing is known of who has been here. */
function createNotes() {
  const connections = watchConnections(clock);
  watched.push(connections);
  return createGapNotes({ ...deps, clock, connections });
}

const looks = async () => (await rows()).reduce((sum, row) => sum + row.looks, 0);

/** Looks by so many different addresses on one day, all of them written. */
async function look(day: string, { words = 'kayaking', area = 'abbey-and-riverside', people = 1 } = {}): Promise<void> {
  now = new Date(`${day}T12:00:00Z`);
  const note = createNotes();
  const before = await looks();
  for (let person = 0; person < people; person++) note({ words, area, from: `192.0.2.${person}` });
  await expect.poll(looks).toBe(before + people);
}

test('until a term was looked for on three different days only a hash of it is held', async () => {
  await look('2026-11-02', { people: 30 });
  await look('2026-11-03', { people: 30 });
  const [row, ...others] = await rows();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ month: '2026-11-01', area: 'abbey-and-riverside', term: null, looks: 60, days: 2 });
  expect(JSON.stringify(row)).not.toContain('kayak');
  expect(await listGaps(deps)).toEqual([]);
});

test('on the third day it is held in words, and no day any more', async () => {
  for (const day of ['2026-11-02', '2026-11-03', '2026-11-05', '2026-11-06']) await look(day, { people: 2 });
  expect(await rows()).toEqual([expect.objectContaining({ term: 'kayaking', looks: 8, last_day: null })]);
  expect(await listGaps(deps)).toEqual([{ month: '2026-11', area: 'abbey-and-riverside', term: 'kayaking', looks: 8 }]);
});

test('words that may name somebody are read only once five connections looked for them on each of three days', async () => {
  const words = 'jane smith';
  for (const day of ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']) await look(day, { words, people: 4 });
  expect(await rows()).toEqual([expect.objectContaining({ term: null, looks: 20, days: 0 })]);
  for (const day of ['2026-11-09', '2026-11-10']) await look(day, { words, people: 6 });
  expect(await rows()).toEqual([expect.objectContaining({ term: null, days: 2 })]);
  await look('2026-11-11', { words, people: 5 });
  expect(await rows()).toEqual([expect.objectContaining({ term: 'jane smith', last_day: null })]);
});

test('one word of ours and a name are still a name', async () => {
  for (const day of ['2026-11-02', '2026-11-03', '2026-11-04']) await look(day, { words: 'kayaking smith', people: 2 });
  expect(await rows()).toEqual([expect.objectContaining({ term: null, days: 0 })]);
});

test('two processes that each see the same few people do not make a crowd of them', async () => {
  for (const day of ['2026-11-02', '2026-11-03', '2026-11-04'])
    for (const _process of ['one', 'two', 'three']) await look(day, { words: 'jane smith', people: 4 });
  expect(await rows()).toEqual([expect.objectContaining({ term: null, days: 0, lookers: 4 })]);
});

test('a household with its own /64 is one connection', async () => {
  now = new Date('2026-11-02T12:00:00Z');
  const note = createNotes();
  for (let door = 1; door < 20; door++) note({ words: 'kayaking', area: null, from: `2001:db8:1:2::${door}` });
  note({ words: 'kayaking', area: null, from: '2001:db8:1:3::1' });
  await expect.poll(looks).toBe(2);
  expect(await rows()).toEqual([expect.objectContaining({ lookers: 2 })]);
});

test('a process whose clock is still in the old month leaves the new key alone', async () => {
  const keys = () => deps.db.query('test-key', "select value from program_facts where name = 'gap-key'");
  await look('2026-12-01', { words: 'hockey' });
  const standing = await keys();
  await look('2026-11-30', { words: 'hockey' });
  expect(await keys()).toEqual(standing);
  await deps.db.query('test-no-key', "delete from program_facts where name = 'gap-key'");
});

test('what was looked for fewer than five times is shown to nobody', async () => {
  for (const day of ['2026-11-02', '2026-11-03', '2026-11-05', '2026-11-06']) await look(day);
  expect(await rows()).toEqual([expect.objectContaining({ term: 'kayaking', looks: 4 })]);
  expect(await listGaps(deps)).toEqual([]);
});

test('one address counts once a day for a term and an area, however often it asks', async () => {
  now = new Date('2026-11-04T12:00:00Z');
  const note = createNotes();
  for (let time = 0; time < 50; time++) note({ words: 'Kayaking!', area: null, from: '192.0.2.7' });
  note({ words: 'kayaking', area: null, from: '192.0.2.8' });
  note({ words: 'hockey', area: null, from: '192.0.2.7' });
  await expect.poll(looks).toBe(3);
  now = new Date('2026-11-05T12:00:00Z');
  note({ words: 'kayaking', area: null, from: '192.0.2.7' });
  await expect.poll(looks).toBe(4);
  expect((await rows()).map((row) => row.looks).sort()).toEqual([1, 3]);
});

test('areas are counted apart', async () => {
  await look('2026-11-02', { area: 'bryn-melyn' });
  await look('2026-11-02', { area: 'cwm-derw' });
  expect((await rows()).map(({ area }) => area)).toEqual(['bryn-melyn', 'cwm-derw']);
});

test('with the month goes the key, and all that nobody could read', async () => {
  for (const day of ['2026-11-02', '2026-11-03', '2026-11-05']) await look(day, { words: 'hockey', people: 2 });
  await look('2026-11-30');
  const [unread] = (await rows()).filter((row) => row.term === null);
  now = new Date('2026-12-01T12:00:00Z');
  createNotes()({ words: 'hockey', area: 'abbey-and-riverside', from: '192.0.2.1' });
  await expect.poll(async () => (await rows()).filter((row) => row.term_hash === unread?.term_hash)).toEqual([]);
  await expect
    .poll(async () => (await rows()).map(({ month, term }) => [month, term]))
    .toEqual([
      ['2026-11-01', 'hockey'],
      ['2026-12-01', null],
    ]);
  const hashes = (await rows()).map((row) => row.term_hash);
  expect(new Set(hashes).size).toBe(2);
});

test('nothing of who looked is written anywhere', async () => {
  await look('2026-11-02', { people: 3 });
  const facts = await deps.db.query<{ text: string }>('test-facts', 'select value::text as text from program_facts');
  expect(JSON.stringify([await rows(), facts])).not.toContain('192.0.2');
});
