import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Photo } from '../../api/contract/photo.ts';
import { loadSample } from '../../api/imports/load-sample.ts';
import { photoFolder } from '../../api/photos/size-photo.ts';
import { sweepPhotos } from '../../api/photos/sweep-photos.ts';
import { inProject } from '../../api/project-root.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';
import { createTestConfig } from '../support/test-config.ts';
import { aPhoto } from './make-photos.ts';
import { sendPhoto } from './send-photo.ts';

const { dataDir } = createTestConfig();
const originals = join(photoFolder(dataDir), 'originals');
const clock = movingClock();
let test: TestApp;
let id: string;
let door: string;
let [sian, builder, trusted]: TestSession[] = [];
let elsewhere: TestSession;
beforeAll(async () => {
  test = await createTestApp('sample', { DATA_DIR: dataDir }, { clock });
  [sian, builder, trusted] = await Promise.all([signIn(test, 'coordinator'), signIn(test, 'builder'), signIn(test, 'trusted-builder')]);
  const [other] = await test.deps.db.query<{ email: string }>(
    'other-coordinator',
    "select email from accounts where role = 'coordinator' and email <> 'sian@example.org' order by email limit 1",
  );
  elsewhere = await signIn(test, { email: other?.email ?? '' });
  ({ id } = (await test.app.inject('/api/v1/assets/mend-and-natter')).json<{ id: string }>());
  door = (await shownPhotos())[0]?.id ?? '';
});
afterAll(() => test.close());

const who = (session: TestSession | undefined): TestSession => {
  if (!session) throw new Error('nobody is signed in');
  return session;
};
const path = () => `/desk/assets/${id}/photos`;
const shownPhotos = async () => (await test.app.inject(`/api/v1/assets/${id}`)).json<{ photos: Photo[] }>().photos;
const page = async (by: TestSession, url = path()) =>
  (await test.app.inject({ url, headers: { cookie: by.cookie, 'accept-encoding': 'identity' } })).body;
const press = (by: TestSession, photo: string, act: string, fields: Record<string, string> = {}) =>
  sendDeskForm(test.app, path(), { by, fields: { photo, do: act, ...fields } });
const statusOf = async (photo: string, by?: TestSession) =>
  (
    await test.app.inject({
      url: by ? `${path()}/${photo}` : `/photos/${photo}/640.webp`,
      ...(by ? { headers: { cookie: by.cookie } } : {}),
    })
  ).statusCode;

let made = 100;
/** Another one each time; its id. */
async function add(by: TestSession, alt: string, fields: Record<string, string> = {}): Promise<string> {
  made += 1;
  const answer = await sendPhoto(test.app, path(), { by, bytes: await aPhoto({ width: made }), fields: { alt, ...fields } });
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(303);
  const [row] = await test.deps.db.query<{ id: string }>('by-alt', 'select id from asset_photos where alt = $1::text', [alt]);
  return row?.id ?? '';
}

describe('a coordinator', () => {
  it('adds a photo, which everyone sees at once, on the page of the asset too', async () => {
    const photo = await add(who(sian), 'The long table');
    expect((await shownPhotos()).map((each) => each.id)).toEqual([door, photo]);
    const { body } = await test.app.inject({ url: '/around/mend-and-natter', headers: { 'accept-encoding': 'identity' } });
    expect(body).toContain('What it looks like');
    expect(body).toContain('alt="The long table"');
    expect(await statusOf(photo)).toBe(200);
    expect(await page(who(sian), `${path()}?done=added`)).toContain('There it is. Everyone can see it now.');
  });

  it('is told in a plain sentence what is wrong, with what was typed, and the same as JSON', async () => {
    const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const refused = await sendPhoto(test.app, path(), { by: who(sian), bytes, fields: { alt: 'Our oven' } });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('That is no photo we can take.');
    expect(refused.body).toContain('Our oven');
    const without = await sendPhoto(test.app, path(), { by: who(sian), bytes: await aPhoto({}), headers: { accept: 'application/json' } });
    expect(without.json()).toEqual({ errors: [{ field: 'alt', text: 'Please say what the photo shows.' }] });
    const nothing = await sendPhoto(test.app, path(), { by: who(sian), fields: { alt: 'x' } });
    expect(nothing.body).toContain('Please choose a photo, or take one.');
    const large = await sendPhoto(test.app, path(), { by: who(sian), bytes: Buffer.alloc(11 * 1024 * 1024), fields: { alt: 'x' } });
    expect(large.body).toContain('This photo has more than 10 MB.');
    const larger = await sendPhoto(test.app, path(), { by: who(sian), bytes: Buffer.alloc(17 * 1024 * 1024), fields: { alt: 'x' } });
    expect(larger.statusCode).toBe(413);
  });

  it('changes its words, in two languages, and cannot leave it without any', async () => {
    const photo = await add(who(sian), 'A tabel');
    const words = (alt: string) => ({ form: `photo-${photo}`, [`alt.${photo}`]: alt, [`alt_cy.${photo}`]: 'Bwrdd' });
    expect((await press(who(sian), photo, 'words', words(' '))).body).toContain('Please say what the photo shows.');
    await press(who(sian), photo, 'words', words('A table'));
    expect(await shownPhotos()).toContainEqual(expect.objectContaining({ id: photo, alt: 'A table', alt_cy: 'Bwrdd' }));
    await press(who(sian), photo, 'away');
  });

  it('chooses their order and the one door, which stands first', async () => {
    const before = (await shownPhotos()).map((each) => each.id);
    const [one, two] = [await add(who(sian), 'One'), await add(who(sian), 'Two')];
    await press(who(sian), two, 'earlier');
    expect((await shownPhotos()).map((each) => each.id)).toEqual([...before, two, one]);
    await press(who(sian), two, 'later');
    expect((await shownPhotos()).map((each) => each.id)).toEqual([...before, one, two]);
    await press(who(sian), two, 'door');
    const doors = (await shownPhotos()).filter((each) => each.of_door).map((each) => each.id);
    expect(doors).toEqual([two]);
    expect((await shownPhotos())[0]?.id).toBe(two);
    await press(who(sian), door, 'door');
    for (const photo of [one, two]) await press(who(sian), photo, 'away');
  });

  it('takes one away from everyone, and for half an hour gets it back whole', async () => {
    const whole = (await shownPhotos()).find((each) => each.id === door);
    await press(who(sian), door, 'away');
    expect(await statusOf(door)).toBe(404);
    expect((await shownPhotos()).map((each) => each.id)).not.toContain(door);
    clock.pass(29 * 60_000);
    await press(who(sian), door, 'back');
    expect((await shownPhotos()).find((each) => each.id === door)).toEqual(whole);
    expect((await shownPhotos())[0]).toEqual(whole);
    const gone = await add(who(sian), 'Somebody who did not want to be seen');
    await press(who(sian), gone, 'away');
    clock.pass(30 * 60_000);
    expect((await press(who(sian), gone, 'back')).statusCode).toBe(404);
    expect(await page(who(sian))).not.toContain('Somebody who did not');
  });

  it('comes back beside another door as a photo like any other', async () => {
    await press(who(sian), door, 'away');
    const other = await add(who(sian), 'The other door', { door: 'yes' });
    await press(who(sian), door, 'back');
    expect((await shownPhotos()).filter((each) => each.of_door).map((each) => each.id)).toEqual([other]);
    await press(who(sian), door, 'door');
    await press(who(sian), other, 'away');
  });

  it('finds each change in the history, with who, when and what', async () => {
    const history = await page(who(sian), `/desk/assets/${id}/history`);
    for (const told of ['Added a photo.', 'Took a photo away.', 'Put a photo back.', 'Changed the words of a photo.', 'A tabel', 'Siân'])
      expect(history).toContain(told);
  });

  it('of another patch may neither see nor change any of it', async () => {
    const before = await shownPhotos();
    for (const act of ['words', 'door', 'not-door', 'earlier', 'later', 'away', 'back', 'shown'])
      expect((await press(elsewhere, door, act)).statusCode, act).toBe(403);
    expect((await sendPhoto(test.app, path(), { by: elsewhere, bytes: await aPhoto({}), fields: { alt: 'x' } })).statusCode).toBe(403);
    expect(await statusOf(door, elsewhere)).toBe(403);
    expect(await shownPhotos()).toEqual(before);
  });

  it('cannot reach the photo of one asset by the address of another', async () => {
    const { id: other } = (await test.app.inject('/api/v1/assets/cor-y-bont')).json<{ id: string }>();
    expect(
      (await sendDeskForm(test.app, `/desk/assets/${other}/photos`, { by: who(sian), fields: { photo: door, do: 'away' } })).statusCode,
    ).toBe(404);
    expect((await test.app.inject({ url: `/desk/assets/${other}/photos/${door}`, headers: { cookie: who(sian).cookie } })).statusCode).toBe(
      404,
    );
    expect(
      (await test.app.inject({ url: '/desk/assets/not-an-id/photos/neither', headers: { cookie: who(sian).cookie } })).statusCode,
    ).toBe(404);
  });
});

describe('a builder', () => {
  it('sends a photo that nobody else sees until a coordinator shows it', async () => {
    const photo = await add(who(builder), 'The kettle', { door: 'yes' });
    expect(await statusOf(photo)).toBe(404);
    expect((await shownPhotos()).find((each) => each.of_door)?.id).toBe(door);
    expect((await test.app.inject({ url: '/around/mend-and-natter', headers: { 'accept-encoding': 'identity' } })).body).not.toContain(
      'The kettle',
    );
    expect([await statusOf(photo, who(builder)), await statusOf(photo, who(sian))]).toEqual([200, 200]);
    expect(await page(who(sian), '/desk/review')).toContain('would show this photo');
    expect(await page(elsewhere, '/desk/review')).not.toContain('The kettle');
    for (const act of ['shown', 'earlier']) await press(who(builder), photo, act);
    expect(await statusOf(photo)).toBe(404);
    const answered = await press(who(sian), photo, 'shown', { from: 'review' });
    expect(answered.headers.location).toBe('/desk/review?done=shown');
    expect(await statusOf(photo)).toBe(200);
    expect((await shownPhotos()).filter((each) => each.of_door).map((each) => each.id)).toEqual([photo]);
    await press(who(sian), door, 'door');
    expect((await press(who(builder), photo, 'away')).statusCode).toBe(403);
    expect(await statusOf(photo)).toBe(200);
  });

  it('changes and takes away only what is theirs and waits; back again, it still waits', async () => {
    const photo = await add(who(builder), 'The stove');
    await press(who(builder), photo, 'away');
    await press(who(builder), photo, 'back');
    expect(await statusOf(photo)).toBe(404);
    expect(await page(who(sian), '/desk/review')).toContain('The stove');
    expect((await press(who(builder), door, 'away')).statusCode).toBe(403);
    const [refused] = await test.deps.db.query<{ n: number }>(
      'refused',
      "select count(*)::int as n from refused_actions where action = 'asset.publish' and account_id = $1::uuid",
      [who(builder).viewer.accountId],
    );
    expect(refused?.n).toBeGreaterThan(0);
    await press(who(sian), photo, 'away');
  });

  it('whom a coordinator trusts shows it at once', async () => {
    expect(await statusOf(await add(who(trusted), 'The garden'))).toBe(200);
  });
});

describe('what is left behind', () => {
  it('by a process killed between file and row goes an hour later, and nothing else does', async () => {
    const photo = await add(who(sian), 'Stays');
    const before = new Set(readdirSync(originals));
    mkdirSync(originals, { recursive: true });
    const [orphan, half] = [`${randomUUID()}.webp`, `${randomUUID()}.webp.unfinished`];
    for (const name of [orphan, half]) writeFileSync(join(originals, name), 'left');
    const age = (minutes: number) => {
      const at = new Date(clock.now().getTime() - minutes * 60_000);
      for (const name of readdirSync(originals)) utimesSync(join(originals, name), at, at);
    };
    age(59);
    await sweepPhotos({ ...test.deps, clock }, photoFolder(dataDir));
    expect(existsSync(join(originals, orphan))).toBe(true);
    age(61);
    await sweepPhotos({ ...test.deps, clock }, photoFolder(dataDir));
    expect([orphan, half].some((name) => existsSync(join(originals, name)))).toBe(false);
    expect(readdirSync(originals).every((name) => before.has(name))).toBe(true);
    expect(await statusOf(photo)).toBe(200);
  });

  it('of a photo taken away is nothing: row, file and every size go', async () => {
    const photo = await add(who(sian), 'Goes for good');
    const [row] = await test.deps.db.query<{ file: string }>('file-of', 'select file from asset_photos where id = $1::uuid', [photo]);
    await statusOf(photo);
    await press(who(sian), photo, 'away');
    clock.pass(31 * 60_000);
    utimesSync(join(originals, row?.file ?? ''), new Date(0), new Date(0));
    await sweepPhotos({ ...test.deps, clock }, photoFolder(dataDir));
    expect(existsSync(join(originals, row?.file ?? ''))).toBe(false);
    expect(readdirSync(join(photoFolder(dataDir), 'sized')).filter((name) => name.startsWith(photo))).toEqual([]);
    expect(await test.deps.db.query('rows-of', 'select from asset_photos where id = $1::uuid', [photo])).toEqual([]);
  });

  it('by the desk stays when the sample is loaded again', async () => {
    await press(who(sian), door, 'away');
    const photo = await add(who(sian), 'Ours, not the sample’s');
    await loadSample({ db: test.deps.db, clock }, inProject('seed-data'));
    expect([await statusOf(door), await statusOf(photo)]).toEqual([404, 200]);
    await press(who(sian), door, 'back');
  });
});
