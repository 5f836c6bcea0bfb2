import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../support/read-form.ts';
import { sendForm, tokenOf } from '../support/send-form.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { type Editing, everything, openEditing } from './open-editing.ts';

let open: Editing;
let builder: TestSession;
beforeAll(async () => {
  open = await openEditing();
  builder = await signIn(open.test, 'builder');
});
afterAll(() => open.test.close());

const answer = (by: TestSession, type: string, id: string, fields: Record<string, string>) =>
  sendDeskForm(open.test.app, '/desk/review', { by, fields: { type, id, form: `${type}-${id}`, ...fields } });
const idIn = (html: string, type: string) =>
  new RegExp(`name="type" value="${type}"/><input type="hidden" name="id" value="([0-9a-f-]+)"`).exec(html)?.[1] ?? '';

describe('what a builder would change', () => {
  it('waits for the coordinator, and nobody sees it until then', async () => {
    const { test, sian, state, edit, page } = open;
    const before = await state();
    const sent = await edit(builder, { feel: 'A builder’s words' });
    expect(sent.headers.location).toContain('done=proposed');
    expect(await state()).toEqual(before);
    expect((await test.app.inject('/around/mend-and-natter')).body).not.toContain('A builder’s words');
    const waiting = await page(sian, '/desk/review');
    for (const said of ['A builder’s words', 'What it feels like', before.state.feel ?? '-']) expect(waiting).toContain(said);
    expect((await open.visit(builder, '/desk/review')).body).not.toContain('A builder’s words');
    expect(await page(sian, '/desk')).toContain('1 change by a builder or group waits for you');
    expect(await page(builder, '/desk')).not.toContain('waits for you');
  });

  it('is published with one press', async () => {
    const { sian, state, page, query } = open;
    const id = idIn(await page(sian, '/desk/review'), 'edit');
    expect((await answer(sian, 'edit', id, { do: 'accept' })).headers.location).toBe('/desk/review?done=accept');
    expect((await state()).state.feel).toBe('A builder’s words');
    expect(await query('select 1 from proposed_edits')).toEqual([]);
    expect(await page(sian, '/desk')).not.toContain('waits for you');
  });

  it('is declined with a kind reason, which the builder reads', async () => {
    const { sian, page, edit } = open;
    await edit(builder, { feel: 'Too loud' });
    const id = idIn(await page(sian, '/desk/review'), 'edit');
    expect((await answer(sian, 'edit', id, { do: 'decline', words: ' ' })).body).toContain('Please choose a reason');
    await answer(sian, 'edit', id, { do: 'decline', words: 'Dee likes it quiet.' });
    expect(await page(builder)).toContain('Your coordinator answered: Dee likes it quiet.');
    expect(await page(sian, '/desk/review')).not.toContain('Too loud');
  });

  it('is changed first in the editor, filled in, and done with when that is published', async () => {
    const { test, sian, id, state, page, edit, query } = open;
    await edit(builder, { feel: 'Nearly right', greeter: 'Mo' });
    const proposed = idIn(await page(sian, '/desk/review'), 'edit');
    const to = (await answer(sian, 'edit', proposed, { do: 'change-first' })).headers.location ?? '';
    const boxes = readForm(await page(sian, to), 'edit');
    expect(boxes).toMatchObject({ feel: 'Nearly right', greeter: 'Mo', proposed });
    const fields = { ...boxes, token: sian.formToken(), feel: 'Right', seen: everything, do: 'publish' };
    await sendDeskForm(test.app, `/desk/assets/${id}`, { by: sian, fields });
    expect((await state()).state).toMatchObject({ feel: 'Right', greeter: 'Mo' });
    expect(await query('select 1 from proposed_edits')).toEqual([]);
  });

  it('of an older version cannot be published unseen', async () => {
    const { sian, steward, page, edit, state } = open;
    await edit(builder, { feel: 'From before' });
    await edit(steward, { feel: 'Since' });
    const body = await page(sian, '/desk/review');
    expect(body).toContain('Somebody changed it since. Open it to see both.');
    expect((await answer(sian, 'edit', idIn(body, 'edit'), { do: 'accept' })).statusCode).toBe(400);
    expect((await state()).state.feel).toBe('Since');
    await answer(sian, 'edit', idIn(body, 'edit'), { do: 'decline', words: 'Thank you.' });
  });
});

describe('what neighbours say', () => {
  const say = async (form: string, text: string) => {
    const { test, clock } = open;
    const token = await tokenOf(test.app, `/around/mend-and-natter/${form}`);
    clock.pass(5_000);
    return sendForm(test.app, `/around/mend-and-natter/${form}`, { fields: { token, text, reply_email: 'neighbour@example.org' } });
  };

  it('that it is still on is answered, and they hear from us', async () => {
    const { sian, page, query, state } = open;
    await say('closed', 'The door was shut.');
    const body = await page(sian, '/desk/review');
    for (const said of ['A neighbour says it has closed', 'The door was shut.', 'They left an address']) expect(body).toContain(said);
    await answer(sian, 'suggestion', idIn(body, 'suggestion'), { do: 'decline', reason: 'We looked, and it is right as it stands.' });
    expect((await state()).state.status).toBe('published');
    const letters = await query<{ text: string }>(`select text from mail_outbox where to_address = 'neighbour@example.org'`);
    expect(letters.map(({ text }) => text).join()).toContain('We looked, and it is right as it stands.');
  });

  it('that it has closed is done in one press', async () => {
    const { sian, page, press, state } = open;
    await say('closed', 'It really has.');
    await answer(sian, 'suggestion', idIn(await page(sian, '/desk/review'), 'suggestion'), { do: 'accept' });
    expect((await state()).state.status).toBe('closed');
    await press(sian, 'undo');
    expect((await state()).state.status).toBe('published');
  });

  it('stands beside the editor until the change is published', async () => {
    const { test, id, sian, page } = open;
    await say('suggest', 'It is on Wednesdays now.');
    const suggestion = idIn(await page(sian, '/desk/review'), 'suggestion');
    const to = (await answer(sian, 'suggestion', suggestion, { do: 'change-first' })).headers.location ?? '';
    const body = await page(sian, to);
    expect(body).toContain('It is on Wednesdays now.');
    const fields = {
      ...readForm(body, 'edit'),
      token: sian.formToken(),
      's0.words': 'Wednesdays 10am to noon',
      seen: everything,
      do: 'publish',
    };
    await sendDeskForm(test.app, `/desk/assets/${id}`, { by: sian, fields });
    expect(await page(sian, '/desk/review')).not.toContain('It is on Wednesdays now.');
  });
});

describe('rights on the pages of the desk', () => {
  it.each([
    ['steward', [200, 200, 200, 200]],
    ['coordinator', [200, 200, 403, 403]],
    ['trusted-builder', [200, 200, 403, 403]],
    ['builder', [200, 200, 403, 403]],
  ] as const)('a %s', async (who, statuses) => {
    const { test, query, visit } = open;
    const by = await signIn(test, who);
    const [own] = await query<{ id: string }>(
      `select a.id from assets a join areas r on r.id = a.area_id where r.slug = 'abbey-and-riverside' and a.kind = 'group' and a.point_privacy = 'public' limit 1`,
    );
    const [far] = await query<{ id: string }>(
      `select a.id from assets a join areas r on r.id = a.area_id where r.slug = 'cwm-derw' and a.kind = 'group' limit 1`,
    );
    const urls = ['', '/history'].flatMap((page) => [`/desk/assets/${own?.id}${page}`, `/desk/assets/${far?.id}${page}`]);
    const [ownEdit, farEdit, ownHistory, farHistory] = await Promise.all(urls.map(async (url) => (await visit(by, url)).statusCode));
    expect([ownEdit, ownHistory, farEdit, farHistory]).toEqual(statuses);
    const before = await query('select id, version, status from assets where id = $1::uuid', [far?.id]);
    for (const [form, pressed] of [
      ['step', 'retire'],
      ['undo', ''],
      ['watch', 'watch'],
      ['note', ''],
    ])
      if (who !== 'steward')
        expect((await open.press(by, form ?? '', pressed, far?.id)).statusCode, form).toBe(form === 'note' ? 303 : 403);
    if (who !== 'steward') expect(await query('select id, version, status from assets where id = $1::uuid', [far?.id])).toEqual(before);
    const step = await open.press(by, 'step', 'pause', own?.id);
    expect(step.statusCode).toBe(who === 'builder' ? 403 : 303);
    if (who !== 'builder') await open.press(by, 'step', 'show', own?.id);
  });

  it('the list holds what is in one’s areas, finds by name without accents, and by state', async () => {
    const { test, sian, query, page } = open;
    const list = (url: string) => page(sian, url);
    expect(await list('/desk/assets?q=cor+y+bont')).toContain('Côr y Bont');
    const [far] = await query<{ id: string }>(
      `select a.id from assets a join areas r on r.id = a.area_id where r.slug = 'cwm-derw' limit 1`,
    );
    let url = '/desk/assets';
    const seen: string[] = [];
    for (let at = 0; at < 30 && url; at += 1) {
      const body = await list(url);
      seen.push(...[...body.matchAll(/href="\/desk\/assets\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id));
      url = /class="button quiet" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    }
    const [mine] = await query<{ n: number }>(
      `select count(*)::int as n from assets a where area_id = any($1::uuid[]) or area_id is null`,
      [sian.viewer.areas.map(({ id }) => id)],
    );
    expect(new Set(seen).size).toBe(mine?.n);
    expect(seen).not.toContain(far?.id);
    expect(seen).toHaveLength(new Set(seen).size);
    await query(`update assets set status = 'hidden' where slug = 'cor-y-bont'`);
    expect(await list('/desk/assets?state=paused')).toContain('Côr y Bont');
    expect(await list('/desk/assets?state=fresh&q=bont')).not.toContain('Côr y Bont');
    expect((await test.app.inject('/desk/assets')).statusCode).toBe(303);
  });
});
