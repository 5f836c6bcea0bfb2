import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import type { DeskFormPage } from '../../server/desk-page.ts';

/** The button in the head sends here; who comes by address is asked. */
export const signOutPage: DeskFormPage<{ form: FormState }> = {
  load: async (_data, { form }) => ({ form }),
  async take(data, { sessionId, reader }, viewer) {
    await data.desk.signOut(viewer, sessionId);
    return { to: reader.urls.signedOut(), signOut: true };
  },
  title: (_props, { t }) => t('desk.sign-out'),
  Body: ({ reader, form }) => (
    <div class="wrap stack narrow">
      <h1>{reader.t('desk.sign-out')}</h1>
      <p>{reader.t('desk.sign-out-lead')}</p>
      <div data-desk-island="leave-desk" data-props={JSON.stringify({ ask: reader.t('walk.leave-first') })}>
        <DeskForm reader={reader} form={form} action={reader.urls.signOut()}>
          <p class="row">
            <button class="button" type="submit">
              {reader.t('desk.sign-out')}
            </button>
            <a class="target" href={reader.urls.desk()}>
              {reader.t('desk.stay')}
            </a>
          </p>
        </DeskForm>
      </div>
    </div>
  ),
};
