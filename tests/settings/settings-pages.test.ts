import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let steward: TestSession;
let sian: TestSession;
beforeAll(async () => {
  test = await createTestApp('sample');
  steward = await signIn(test, 'steward');
  sian = await signIn(test, 'coordinator');
});
afterAll(() => test?.close());

const see = async (url: string, by: TestSession = steward) =>
  test.app.inject({ url, headers: { cookie: by.cookie, 'accept-encoding': 'identity' } });
const send = (path: string, fields: Record<string, string>, by: TestSession = steward) => sendDeskForm(test.app, path, { by, fields });

describe('the pages on which stewards set things', () => {
  it('are offered to stewards alone', async () => {
    expect((await see('/desk/more')).body).toContain('/desk/settings');
    expect((await see('/desk/more', sian)).body).not.toContain('/desk/settings');
    for (const url of ['/desk/settings', '/desk/settings/signpost', '/desk/settings/kind/group', '/desk/settings/phrase?q=lonely'])
      expect((await see(url, sian)).statusCode).toBe(403);
    expect((await send('/desk/settings/topic/mend', { form: 'remove' }, sian)).statusCode).toBe(403);
  });

  it('save, say so, and take back', async () => {
    const saved = await send('/desk/settings/term/new', {
      form: 'save',
      name: 'Kite term',
      starts_on: '2028-01-05',
      ends_on: '2028-03-01',
    });
    expect(saved.headers.location).toBe('/desk/settings/term?saved=yes');
    const list = (await see('/desk/settings/term?saved=yes')).body;
    expect(list).toContain('Saved.');
    expect(list).toContain('Hana Price added “Kite term”');
    const id = /name="id" value="(\d+)"/.exec(list)?.[1] ?? '';
    expect((await send('/desk/settings', { form: 'undo', id, setting: 'term' })).headers.location).toBe('/desk/settings/term?saved=undone');
    expect((await see('/desk/settings/term')).body).toContain('Hana Price took away “Kite term”');
    const again = await send('/desk/settings', { form: 'undo', id, setting: 'term' });
    expect(again.statusCode).toBe(400);
    expect(again.body).toContain('Somebody has changed this since');
  });

  it('say what is wrong beside the box, with all that was typed and ticked', async () => {
    const fields = { form: 'save', phrases: 'for the elderly\nold times', 'topics.mend': 'on', words: 'tea', language: 'en' };
    const { statusCode, body } = await send('/desk/settings/phrase/new', fields);
    expect(statusCode).toBe(400);
    expect(body).toContain('This says what somebody is');
    expect(body).toContain('for the elderly\nold times');
    expect(body).toMatch(/<input[^>]*name="topics.mend"[^>]* checked/);
  });

  it('say what another half-life would hide before it is saved', async () => {
    const kind = { label: 'Group', label_plural: 'Groups', letter: 'G' };
    const asked = (await see(`/desk/settings/kind/group?${new URLSearchParams({ ...kind, half_life_days: '7' })}`)).body;
    expect(asked).toContain('This will happen');
    expect(asked).toMatch(/\d+ would be hidden from everyone/);
    expect((await see('/desk/settings/kind/group')).body).toContain('value="120"');
    await send('/desk/settings/kind/group', { form: 'save', ...kind, half_life_days: '90' });
    expect((await see('/desk/settings/kind/group')).body).toContain('value="90"');
    expect((await send('/desk/settings/kind/group', { form: 'save', ...kind, half_life_days: '1' })).body).toContain('write 7 or more');
  });

  it('begin from what came with the program', async () => {
    const body = (await see('/desk/settings/phrase/new?from=lonely')).body;
    expect(body).toContain('feeling lonely');
    expect(body).toMatch(/<input[^>]*name="topics.company"[^>]* checked/);
    const list = (await see('/desk/settings/synonyms?q=tapestry')).body;
    expect(list).toContain('Set it otherwise');
  });

  it.each(['/desk/settings/nothing', '/desk/settings/join', '/desk/settings/kind/new', '/desk/settings/signpost/not-there'])(
    'are not there for what nobody sets: %s',
    async (url) => {
      expect((await see(url)).statusCode).toBe(404);
    },
  );

  it('are there in Welsh', async () => {
    expect((await see('/cy/desk/settings/topic/mend')).body).toContain('Ei roi at ei gilydd â phwnc arall');
  });

  it('reach every other process by itself', async () => {
    const other = await test.deps.vocabulary.current();
    await send('/desk/settings/phrase/new', {
      form: 'save',
      phrases: 'the telly has gone wonky',
      'topics.mend': 'on',
      words: '',
      language: 'en',
    });
    // This one asks only when told to, and the site's own does so by itself: written behind its back, it is live there too.
    await test.deps.db.query('test-copy-phrase', `update own_phrases set topics = '{music}'`);
    await test.deps.db.query(
      'test-note-change',
      `insert into settings_changes (setting, subject, made_at, made_by) values ('phrase', 'elsewhere', now(), 'another process')`,
    );
    const meant = async () => (await test.app.inject('/api/v1/assets?q=the+telly+has+gone+wonky')).json().meant[0]?.topics;
    await expect.poll(meant).toEqual(['music']);
    expect(test.deps.vocabulary.current()).toBe(other);
  });

  it('say what a phrase means by the names of topics, and each thing once', async () => {
    const list = (await see('/desk/settings/phrase?q=lonely')).body;
    expect(list).toContain('Company, chat, natter');
    expect(list).not.toMatch(/company[^<]*, company/i);
    expect((await see('/cy/desk/settings/phrase?q=lonely')).body).toContain('Cwmni, company, chat');
  });

  it('tell for each thing that a resident finds why it is there', async () => {
    const { body } = await see('/desk/why?q=choir+on+monday&near=QX3+2AB');
    expect(body).toContain('Read as where, when or how: “on monday”. What was looked for then: choir.');
    expect(body).toContain('“choir” is in its name.');
    expect(body).toMatch(/\d+ minutes’ walk; checked by [^<]+; next: /);
    expect((await see('/desk/why?q=choir&near=Narnia')).body).toContain('We do not know “Narnia” as a place.');
  });

  it('tell it as people speak, in their language, with no date or distance as machines write it', async () => {
    for (const words of ['choir', 'lonely', 'singing in welsh', 'gardning']) {
      const { body } = await see(`/desk/why?${new URLSearchParams({ q: words, near: 'QX3 2AB' })}`);
      const main = body.slice(body.indexOf('<main'), body.indexOf('</main'));
      expect(main.match(/<li class="result">/g)?.length, words).toBeGreaterThan(0);
      expect(main, words).not.toMatch(/>[^<]*(\d{4}-\d\d-\d\d|\bmetres|of the kind|\{\w+\}|why\.)/);
    }
    const welsh = (await see('/cy/desk/why?q=lonely&near=QX3+2AB')).body;
    expect(welsh).toContain('Efallai fod pwy bynnag sy’n teipio “lonely” am gael y pwnc “Cwmni”');
    expect(welsh).not.toContain('stands in');
  });
});
