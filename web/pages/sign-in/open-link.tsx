import type { LinkState } from '../../../api/contract/way-in.ts';
import { type FormState, OpenForm } from '../../components/open-form/open-form.tsx';
import type { PageSetting } from '../../server/page.ts';
import type { WayInPage } from '../../server/way-in-page.ts';
import { urlsFor } from '../../urls.ts';

interface OpenLinkProps {
  state: LinkState;
  form: FormState;
  /** Its own address, where the form goes. */
  here: string;
}

/** What a letter's link opens. One button: programs that look at links in letters press none. */
export const openLinkPage: WayInPage<OpenLinkProps> = {
  load: async (data, { params, asking, form, onward, reader }) => ({
    state: await data.lookAtLink(params.token ?? '', asking),
    form,
    here: reader.urls.openLink(params.token ?? '', onward),
  }),
  async take(data, { params, asking, userAgent, onward, form, reader }) {
    const token = params.token ?? '';
    if (form.typed.again === 'yes') return { to: reader.urls.signInSent(), asking: await data.askForLinkAgain({ token, onward, asking }) };
    const session = await data.useLink(token, { asking, userAgent });
    // What the page then says of the link is why.
    if (!session) return [];
    return { to: onward ?? urlsFor(session.locale).desk(), session };
  },
  title: ({ state }, { t }) => t(`sign-in.link-${state}`),
  Body: ({ reader, state, form, here }: OpenLinkProps & PageSetting) => {
    const { t } = reader;
    return (
      <div class="wrap stack narrow">
        <h1>{t(`sign-in.link-${state}`)}</h1>
        <p class="lead">{t(`sign-in.link-${state}-text`)}</p>
        <OpenForm reader={reader} form={form} action={here}>
          {state !== 'ready' && <input type="hidden" name="again" value="yes" />}
          <p>
            <button class="button" type="submit">
              {t(state === 'ready' ? 'sign-in.yes' : 'sign-in.new-one')}
            </button>
          </p>
        </OpenForm>
      </div>
    );
  },
};
