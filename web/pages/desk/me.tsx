import { z } from 'zod';
import type { OwnAccount } from '../../../api/contract/people.ts';
import { accountLocales } from '../../../api/contract/viewer.ts';
import { ChoiceField } from '../../components/choice-field/choice-field.tsx';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import { LineField } from '../../components/line-field/line-field.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { localeNames } from '../../i18n/locale.ts';
import type { DeskFormPage, DeskSent } from '../../server/desk-page.ts';
import type { PageData } from '../../server/page-data.ts';
import { urlsFor } from '../../urls.ts';
import { MyPasskeys } from './me/my-passkeys.tsx';
import { MySessions } from './me/my-sessions.tsx';

export interface MeProps {
  account: OwnAccount;
  form: FormState;
}

const Named = z.object({ name: z.string().trim().min(1).max(100), locale: z.enum(accountLocales) });

/** What is mine: my name and language, where I am signed in, and by what. */
export const mePage: DeskFormPage<MeProps> = {
  load: async (data, { sessionId, form }, viewer) => ({ account: await data.desk.ownAccount(viewer, sessionId), form }),
  async take(data, request, viewer) {
    const { typed, sessionId, reader } = request;
    const back = reader.urls.me();
    if (typed.form === 'name') return takeName(data, request, viewer);
    if (typed.form === 'passkey-offer') return { answer: await data.desk.offerPasskey(viewer) };
    if (typed.form === 'passkey') {
      const name = typed.passkey_name?.trim().slice(0, 60) || reader.t('me.passkey');
      const isAdded = await data.desk.addPasskey(viewer, { answer: typed.answer ?? '', name });
      return isAdded ? back : [{ field: null, text: 'me.passkey-not-added' }];
    }
    if (typed.form === 'passkey-remove') await data.desk.removePasskey(viewer, typed.id ?? '');
    if (typed.form === 'others') await data.desk.signOutElsewhere(viewer, sessionId);
    if (typed.form === 'session' && isUuid(typed.id)) await data.desk.signOut(viewer, typed.id ?? '');
    return back;
  },
  title: (_props, { t }) => t('me.title'),
  Body: ({ reader, account, form }) => {
    const { t, urls } = reader;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack tight">
          <h1>{t('me.title')}</h1>
          <p class="soft">{account.email}</p>
        </div>
        <DeskForm reader={reader} form={form} action={urls.me()} name="name">
          <LineField
            reader={reader}
            form={form}
            name="name"
            label={t('me.name')}
            hint={t('me.name-hint')}
            value={account.name}
            maxLength={100}
            autocomplete="name"
          />
          <ChoiceField
            reader={reader}
            form={form}
            name="locale"
            label={t('me.language')}
            hint={t('me.language-hint')}
            value={account.locale}
            choices={accountLocales.map((value) => ({ value, label: localeNames[value] }))}
          />
          <p>
            <button class="button" type="submit">
              {t('me.save')}
            </button>
          </p>
        </DeskForm>
        <MySessions reader={reader} account={account} form={form} />
        <MyPasskeys reader={reader} account={account} form={form} />
      </div>
    );
  },
};

async function takeName(data: PageData, { typed }: DeskSent, viewer: Parameters<PageData['desk']['nameOwnAccount']>[0]) {
  const named = Named.safeParse(typed);
  if (!named.success) return [{ field: 'name', text: 'me.name-missing' } as const];
  await data.desk.nameOwnAccount(viewer, named.data);
  return urlsFor(named.data.locale).me();
}

const isUuid = (text: string | undefined) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '');
