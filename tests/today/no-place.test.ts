import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Editing, everything, openEditing } from '../editing/open-editing.ts';
import { readForm } from '../support/read-form.ts';
import { sendDeskForm } from '../support/sign-in.ts';

let open: Editing;
beforeAll(async () => {
  open = await openEditing();
  await open.query(`update assets set venue_id = null, lat = null, lng = null, area_id = null where id = $1::uuid`, [open.id]);
});
afterAll(() => open.test.close());

const area = (how: 'lead' | 'cover') => open.sian.viewer.areas.find((each) => each.how === how)?.id ?? '';

it('what has no place and no area is given an area on its page, and stays without a point', async () => {
  const boxes = readForm(await open.page(open.sian, `/desk/assets/${open.id}`), 'edit');
  expect(boxes.area).toBe('');
  await sendDeskForm(open.test.app, `/desk/assets/${open.id}`, {
    by: open.sian,
    fields: { ...boxes, token: open.sian.formToken(), seen: everything, area: area('cover'), do: 'publish' },
  });
  expect((await open.state()).state).toMatchObject({ area_id: area('cover'), venue_id: null, lat: null, lng: null });
  await open.press(open.sian, 'undo');
  expect((await open.state()).state.area_id).toBeNull();
});

it('from Today’s card it is given one, too, and rests; which can be taken back', async () => {
  const item = `nowhere:${open.id}`;
  const [far] = await open.query<{ id: string }>(`select id from areas where slug = 'cwm-derw'`);
  const act = (id: string) =>
    sendDeskForm(open.test.app, '/desk', { by: open.sian, fields: { item, form: 'card', 'area-card': id, act: 'in-area' } });
  expect((await act(far?.id ?? '')).statusCode).toBe(403);
  expect((await act('anywhere')).statusCode).toBe(400);
  expect((await open.state()).state.area_id).toBeNull();
  const done = await act(area('lead'));
  expect(done.statusCode).toBe(303);
  expect((await open.state()).state).toMatchObject({ area_id: area('lead'), venue_id: null, lat: null, lng: null });
  expect(await open.query('select item from put_off')).toEqual([{ item }]);
  const step = new URL(String(done.headers.location), 'http://here').searchParams.get('done') ?? '';
  await sendDeskForm(open.test.app, '/desk', { by: open.sian, fields: { form: 'undo', step } });
  expect((await open.state()).state.area_id).toBeNull();
  expect(await open.query('select item from put_off')).toEqual([]);
});

it('a topic that was taken away meanwhile is said at its ticks, and what was written stays', async () => {
  const boxes = readForm(await open.page(open.sian, `/desk/assets/${open.id}`), 'edit');
  const sent = await sendDeskForm(open.test.app, `/desk/assets/${open.id}`, {
    by: open.sian,
    fields: { ...boxes, token: open.sian.formToken(), seen: everything, 'topic.gone-since': 'yes', feel: 'Still here', do: 'publish' },
  });
  expect(sent.statusCode).toBe(400);
  expect(sent.body).toContain('id="topics-wrong"');
  expect(sent.body).toContain('Still here');
});

it('a topic that went into another leads on to that one', async () => {
  await open.query(
    `insert into joined_topics (slug, into_slug, topic, asset_ids, asset_ids_of_both, signpost_ids, signpost_ids_of_both)
     values ('sewing', 'mend', '{}', '{}', '{}', '{}', '{}')`,
  );
  const led = async (url: string) => {
    const { statusCode, headers } = await open.test.app.inject(url);
    return [statusCode, headers.location];
  };
  expect(await led('/find?q=tea&topic=sewing&topic=music')).toEqual([301, '/find?q=tea&topic=mend&topic=music']);
  expect(await led('/cy/find?topic=sewing')).toEqual([301, '/cy/find?topic=mend']);
  expect(await led('/api/v1/assets?q=tea&topic=sewing')).toEqual([301, '/api/v1/assets?q=tea&topic=mend']);
  expect((await open.test.app.inject('/find?topic=never-was')).statusCode).toBe(200);
  expect((await open.test.app.inject('/api/v1/assets?topic=never-was')).statusCode).toBe(400);
});
