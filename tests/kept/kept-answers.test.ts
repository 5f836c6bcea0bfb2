import { rmSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../../api/server.ts';
import { startStubServer } from '../search/stub-server.ts';
import { readForm } from '../support/read-form.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { createTestConfig } from '../support/test-config.ts';
import { type Kept, openKept } from './open-kept.ts';

let kept: Kept;
let sian: TestSession;
let steward: TestSession;
let id: string;
beforeAll(async () => {
  kept = await openKept();
  sian = await signIn(kept.test, 'coordinator');
  steward = await signIn(kept.test, 'steward');
  id = (await kept.query<{ id: string }>("select id from assets where slug = 'mend-and-natter'"))[0]?.id ?? '';
});
afterAll(() => kept?.test.close());

const page = '/around/mend-and-natter';
const clusters = '/api/v1/map/clusters?bbox=-3.4,52.1,-2.6,52.6&zoom=17';
const everywhere = [page, `/cy${page}`, '/find?q=mend', '/cy/find?q=mend', '/api/v1/assets?q=mend', '/api/v1/assets/mend-and-natter'];
const inEnglish = everywhere.filter((url) => !url.startsWith('/cy'));
const press = (pressed: string) => sendDeskForm(kept.test.app, `/desk/assets/${id}`, { by: sian, fields: { form: 'step', do: pressed } });
/** Something that pages show and no asset is changed by. */
const changeSomething = () => kept.query("update district set strapline = strapline || ' '");

describe('an answer for everyone', () => {
  it('is sent again as it was made, until anything in the directory changes', async () => {
    for (const url of [...everywhere, clusters]) await expect.poll(() => kept.sendsAgain(url)).toBe(true);
    await kept.renameUnheard('mend-and-natter', 'Another name');
    await changeSomething();
    for (const url of inEnglish) expect(await kept.read(url)).toContain('Another name');
    await kept.renameUnheard('mend-and-natter', 'Mend and Natter');
    await changeSomething();
    for (const url of inEnglish) expect(await kept.read(url)).toContain('Mend and Natter');
  });

  it('is the same in every encoding, and comes in the one that the reader can open', async () => {
    for (let visit = 0; visit < 3; visit += 1) {
      const plain = await kept.get(page, { 'accept-encoding': 'identity' });
      const zipped = await kept.get(page, { 'accept-encoding': 'gzip;q=1, br;q=0' });
      expect([plain.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual([undefined, 'gzip']);
      expect(String(gunzipSync(zipped.rawPayload))).toBe(plain.body);
      expect(await kept.read(page)).toBe(plain.body);
    }
  });

  it('leaves with the headers of every other answer', async () => {
    const made = await kept.get('/areas', { 'accept-encoding': 'gzip' });
    const sent = await kept.get('/areas', { 'accept-encoding': 'gzip' });
    // A second may end between the two.
    expect({ ...sent.headers, date: '' }).toEqual({ ...made.headers, date: '' });
    expect(sent.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache', vary: 'accept-encoding' });
  });

  it('is not sent to who has it already', async () => {
    for (const url of ['/quality', '/api/v1/topics']) {
      const made = await kept.get(url);
      const tag = String(made.headers.etag);
      for (const asked of [tag, tag.replace('W/', ''), `"other", ${tag}`]) {
        const answer = await kept.get(url, { 'if-none-match': asked });
        expect([answer.statusCode, answer.rawPayload.length, answer.headers.etag]).toEqual([304, 0, tag]);
        expect(answer.headers['content-security-policy']).toBe(made.headers['content-security-policy']);
      }
      expect((await kept.get(url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    }
  });

  it('comes in the language of its address', async () => {
    for (let visit = 0; visit < 2; visit += 1) {
      expect(await kept.read('/help-now')).toContain('lang="en-GB"');
      expect(await kept.read('/cy/help-now')).toContain('lang="cy"');
    }
  });

  it('counts each visit, also those that are sent kept bytes', async () => {
    for (let visit = 0; visit < 3; visit += 1) await kept.read('/around/cor-y-bont');
    await kept.read('/around/cor-y-bont', { 'user-agent': 'Googlebot/2.1' });
    await kept.test.app.close();
    const views = await kept.query<{ views: number }>(
      "select sum(views)::int as views from asset_views join assets on id = asset_id where slug = 'cor-y-bont'",
    );
    expect(views).toEqual([{ views: 3 }]);
    await kept.test.close();
    kept = await openKept();
    sian = await signIn(kept.test, 'coordinator');
    steward = await signIn(kept.test, 'steward');
    id = (await kept.query<{ id: string }>("select id from assets where slug = 'mend-and-natter'"))[0]?.id ?? '';
  });
});

describe('what is never kept', () => {
  it('is any answer to somebody with a cookie or a key, and none of theirs is given to others', async () => {
    await kept.read('/around/men-s-shed');
    const theirs: Record<string, string>[] = [
      { cookie: sian.cookie },
      { cookie: 'a=b' },
      { authorization: 'Bearer anything' },
      { 'x-still-typing': 'yes' },
    ];
    for (const headers of theirs) {
      const before = await kept.read(page, headers);
      await kept.renameUnheard('mend-and-natter', `Renamed for ${Object.values(headers)}`);
      expect(await kept.read(page, headers)).not.toBe(before);
    }
    await kept.renameUnheard('mend-and-natter', 'Mend and Natter');
    await changeSomething();
  });

  it('is a page whose address says where somebody is, or what they kept', async () => {
    for (const url of [
      `${page}?ids=cor-y-bont,mend-and-natter`,
      '/find?q=mend&near=52.251,-3.008',
      '/api/v1/assets?q=mend&near=52.251,-3.008',
    ]) {
      const before = await kept.read(url);
      await kept.renameUnheard('mend-and-natter', `At ${url.length}`);
      expect(await kept.read(url)).not.toBe(before);
    }
    await kept.renameUnheard('mend-and-natter', 'Mend and Natter');
    await changeSomething();
  });

  it('is a page with a form of its own, a page for one person, or an error', async () => {
    for (const [number, url] of ['/add', `${page}/suggest`, '/shortlist?ids=mend-and-natter'].entries()) {
      await kept.read(url);
      await kept.test.deps.db.transaction(async (tx) => {
        await tx.query('test-unheard', 'set local session_replication_role = replica');
        await tx.query('test-strapline', 'update district set place = $1::text', [`Place ${number}`]);
      });
      expect(await kept.read(url)).toContain(`Place ${number}`);
    }
    expect(await kept.read('/around/coming-soon')).toBe('answered 404');
    await kept.renameUnheard('mend-and-natter', 'Mend and Natter');
    await kept.test.deps.db.transaction(async (tx) => {
      await tx.query('test-unheard', 'set local session_replication_role = replica');
      await tx.query('test-slug', "update assets set slug = 'coming-soon' where slug = 'cor-y-bont'");
    });
    expect(await kept.read('/around/coming-soon')).not.toContain('answered');
    await kept.query("update assets set slug = 'cor-y-bont' where slug = 'coming-soon'");
  });
});

describe('a change', () => {
  it('takes what is hidden out of every answer at once, and brings it back', async () => {
    const shown = async () => [...(await Promise.all(everywhere.map((url) => kept.read(url)))), await kept.read(clusters)];
    for (const answer of await shown()) expect(answer).toContain('mend-and-natter');
    await shown();
    await press('pause');
    for (const answer of await shown()) expect(answer).not.toContain('mend-and-natter');
    await press('show');
    for (const answer of await shown()) expect(answer).toContain('mend-and-natter');
    await press('retire');
    for (const answer of await shown()) expect(answer).not.toContain('mend-and-natter');
    await press('show');
    for (const answer of await shown()) expect(answer).toContain('mend-and-natter');
  });

  it('of what stewards set is seen at once', async () => {
    const address = '/desk/settings/texts/district';
    const { body } = await kept.test.app.inject({ url: address, headers: { cookie: steward.cookie, 'accept-encoding': 'identity' } });
    for (const url of ['/', '/cy/', '/find', page]) expect(await kept.read(url)).not.toContain('Moved to the library');
    const fields = { ...readForm(body, 'save'), form: 'save', notice: 'Moved to the library', notice_cy: 'Moved to the library' };
    const sent = await sendDeskForm(kept.test.app, address, { by: steward, fields });
    expect(sent.statusCode).toBe(303);
    for (const url of ['/', '/cy/', '/find', page]) expect(await kept.read(url)).toContain('Moved to the library');
  });

  it('of what words mean is found within a second, also in a process that did not set them', async () => {
    const search = '/api/v1/assets?q=zonkers';
    expect(await kept.read(search)).not.toContain('criw-r-sied');
    await kept.query("insert into own_synonyms (id, words) values (gen_random_uuid(), array['zonkers', 'mend'])");
    await kept.query("insert into settings_changes (setting, subject, made_at, made_by) values ('synonyms', 'zonkers', now(), 'test')");
    await expect.poll(() => kept.read(search)).toContain('criw-r-sied');
  });

  it('made by another process is seen within a second', async () => {
    const config = createTestConfig();
    const other = await buildServer({
      config,
      databaseUrl: kept.test.databaseUrl,
      clock: kept.clock,
      busyGraceMs: Number.POSITIVE_INFINITY,
    });
    const there = async (url: string) => (await other.inject({ url, headers: { 'accept-encoding': 'identity' } })).body;
    for (const url of everywhere) for (let visit = 0; visit < 2; visit += 1) expect(await there(url)).toContain('mend-and-natter');
    await press('pause');
    for (const url of everywhere) expect(await there(url)).not.toContain('"mend-and-natter"');
    expect((await other.inject(page)).statusCode).toBe(404);
    await press('show');
    expect((await other.inject(page)).statusCode).toBe(200);
    await other.close();
    rmSync(config.dataDir, { recursive: true, force: true });
  });
});

describe('the clock', () => {
  it('turns every answer over at the next whole minute, midnight in London among them', async () => {
    // Half a minute before midnight.
    kept.clock.pass(Date.parse('2026-11-23T23:59:30Z') - kept.clock.now().getTime());
    const monday = await kept.read('/whats-on');
    expect(monday).toMatch(/Monday 23 November/);
    kept.clock.pass(29_000);
    expect(await kept.read('/whats-on')).toMatch(/Monday 23 November/);
    kept.clock.pass(1_000);
    const tuesday = await kept.read('/whats-on');
    expect(tuesday).not.toMatch(/Monday 23 November/);
    expect(tuesday).toMatch(/Tuesday 24 November/);
  });
});

describe('while Meilisearch is away', () => {
  it('what was found in its place is not kept, so that nobody is told so a moment longer', async () => {
    const stub = await startStubServer((asked, _body, reply) => {
      if (asked === 'GET /version') reply.json(200, { pkgVersion: '1.48.3', commitSha: '', commitDate: '' });
      else reply.json(500, {});
    });
    const other = await openKept({ MEILI_URL: stub.url });
    for (let visit = 0; visit < 5; visit += 1) {
      await other.renameUnheard('mend-and-natter', `Visit ${visit}`);
      expect(await other.read('/api/v1/assets?q=mend')).toContain(`Visit ${visit}`);
    }
    // What asks no index is kept all the same.
    const thursday = '/api/v1/whats-on?on=2026-11-26&per_day=50';
    expect(await other.read(thursday)).toContain('mend-and-natter');
    await expect.poll(() => other.sendsAgain(thursday)).toBe(true);
    await other.test.close();
    await stub.close();
  });
});
