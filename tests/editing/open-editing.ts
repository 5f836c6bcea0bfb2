import { createHash } from 'node:crypto';
import { loadAssetState } from '../../api/assets/load-asset-state.ts';
import { readForm } from '../support/read-form.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

/** Every warning was seen before: it is published at the first press. */
export const everything = 'outside-area other-area no-way-to-join no-place no-times past-end like-a-service';

/** The sample on a clock that can be moved, and what a coordinator (and a steward) does with Mend and Natter by forms. */
export async function openEditing() {
  const clock = movingClock();
  const test = await createTestApp('sample', {}, { clock });
  const query = <Row extends object>(text: string, values: unknown[] = []) =>
    test.deps.db.query<Row>(createHash('sha1').update(text).digest('hex'), text, values);
  const idOf = async (slug: string) => (await query<{ id: string }>('select id from assets where slug = $1::text', [slug]))[0]?.id ?? '';
  const id = await idOf('mend-and-natter');
  const visit = (by: TestSession, url = `/desk/assets/${id}`) =>
    test.app.inject({ url, headers: { cookie: by.cookie, 'accept-encoding': 'identity' } });
  const page = async (by: TestSession, url?: string) => (await visit(by, url)).body;
  return {
    test,
    clock,
    id,
    sian: await signIn(test, 'coordinator'),
    steward: await signIn(test, 'steward'),
    query,
    idOf,
    visit,
    page,
    async state(of = id) {
      const standing = await loadAssetState(test.deps.db, of);
      if (!standing) throw new Error('it is gone');
      return standing;
    },
    /** Opens the page, types into its boxes and presses a button. */
    async edit(by: TestSession, typed: Record<string, string>, pressed = 'publish', opened?: Record<string, string>) {
      const boxes = opened ?? readForm(await page(by), 'edit');
      const fields = { ...boxes, token: by.formToken(), seen: everything, ...typed, do: pressed };
      return sendDeskForm(test.app, `/desk/assets/${id}`, { by, fields });
    },
    press: (by: TestSession, form: string, pressed = '', of = id) =>
      sendDeskForm(test.app, `/desk/assets/${of}`, { by, fields: { form, do: pressed } }),
  };
}

export type Editing = Awaited<ReturnType<typeof openEditing>>;
