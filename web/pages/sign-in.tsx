import { z } from 'zod';
import { type FormState, OpenForm } from '../components/open-form/open-form.tsx';
import { TextField } from '../components/text-field/text-field.tsx';
import type { Reader } from '../reader.ts';
import type { PageSetting } from '../server/page.ts';
import type { WayInPage } from '../server/way-in-page.ts';
import { urlsFor } from '../urls.ts';

interface SignInProps {
  form: FormState;
  onward: string | null;
  /** A letter was promised. */
  sent: boolean;
  /** They come from signing out. */
  left: boolean;
}

const Address = z.string().trim().pipe(z.email().max(254));

/** For who keeps the directory: an address, and a letter with a way in. The same is said whether or not there is an account. */
export const signInPage: WayInPage<SignInProps> = {
  load: async (_data, { form, onward, query }) => ({ form, onward, sent: query.sent === 'yes', left: query.left === 'yes' }),
  async take(data, { form, onward, asking, reader, userAgent }) {
    if (form.typed.form === 'passkey-ask') return { answer: await data.askForPasskey() };
    if (form.typed.form === 'passkey') {
      const session = await data.usePasskey(form.typed.answer ?? '', userAgent);
      return session ? { to: onward ?? urlsFor(session.locale).desk(), session } : [{ field: null, text: 'sign-in.passkey-failed' }];
    }
    const email = Address.safeParse(form.typed.email);
    if (!email.success) return [{ field: 'email', text: 'sign-in.email-wrong' }];
    return { to: reader.urls.signInSent(), asking: data.askForLink({ email: email.data, onward, asking }) };
  },
  title: ({ sent, left }, { t }) => t(sent ? 'sign-in.sent' : left ? 'signed-out.title' : 'sign-in.title'),
  Body: ({ reader, form, onward, sent, left }: SignInProps & PageSetting) => {
    const { t, urls } = reader;
    if (sent)
      return (
        <div class="wrap stack narrow">
          <h1>{t('sign-in.sent')}</h1>
          <p class="lead">{t('sign-in.sent-text')}</p>
          <p>{t('sign-in.sent-none')}</p>
          <p>
            <a class="target" href={urls.signIn()}>
              {t('sign-in.again')}
            </a>
          </p>
        </div>
      );
    if (left) return <SignedOut reader={reader} />;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack tight">
          <h1>{t('sign-in.title')}</h1>
          <p class="lead">{t('sign-in.lead')}</p>
        </div>
        <OpenForm reader={reader} form={form} action={urls.signIn(onward ?? undefined)}>
          <TextField
            reader={reader}
            form={form}
            name="email"
            label={t('sign-in.email')}
            hint={t('sign-in.email-hint')}
            email
            maxLength={254}
          />
          <p>
            <button class="button" type="submit">
              {t('sign-in.send')}
            </button>
          </p>
        </OpenForm>
        <div data-island="sign-in-passkey" data-props={JSON.stringify({ failed: t('sign-in.passkey-failed') })} class="needs-script" hidden>
          <OpenForm reader={reader} form={{ ...form, errors: [] }} action={urls.signIn(onward ?? undefined)}>
            <input type="hidden" name="form" value="passkey" />
            <input type="hidden" name="answer" value="" />
            <p>
              <button class="button quiet" type="submit">
                {t('sign-in.passkey')}
              </button>
            </p>
            <p class="wrong" role="alert" />
          </OpenForm>
        </div>
        <p class="soft">{t('sign-in.not-needed')}</p>
      </div>
    );
  },
};

/** Also takes the list of the walk-about off this phone, for who signed out before the button's own script was there. */
function SignedOut({ reader: { t, urls } }: { reader: Reader }) {
  return (
    <div class="wrap stack narrow" data-island="desk">
      <h1 data-desk-island="left-desk">{t('signed-out.title')}</h1>
      <p class="lead">{t('signed-out.text')}</p>
      <p class="row">
        <a class="button quiet" href={urls.signIn()}>
          {t('signed-out.again')}
        </a>
        <a class="target" href={urls.home()}>
          {t('signed-out.home')}
        </a>
      </p>
    </div>
  );
}
