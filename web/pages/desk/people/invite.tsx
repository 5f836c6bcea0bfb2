import { z } from 'zod';
import type { NamedArea } from '../../../../api/contract/people.ts';
import { accountLocales, accountRoles, type SignedIn } from '../../../../api/contract/viewer.ts';
import { ChoiceField } from '../../../components/choice-field/choice-field.tsx';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import { LineField } from '../../../components/line-field/line-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { Words } from '../../../components/words/words.tsx';
import { localeNames } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import type { DeskFormPage } from '../../../server/desk-page.ts';

interface InviteProps {
  areas: NamedArea[];
  coordinators: { id: string; name: string; hasAccount: boolean }[];
  form: FormState;
}

const Typed = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.string().trim().pipe(z.email().max(254)),
  role: z.enum(accountRoles).default('builder'),
  locale: z.enum(accountLocales),
  coordinator: z.uuid().or(z.literal('')).default(''),
});

/** Asks somebody to help. Stewards invite anyone, who looks after an area its builders. */
export const invitePage: DeskFormPage<InviteProps> = {
  async load(data, { form }, viewer) {
    const [areas, coordinators] = await Promise.all([data.desk.areasFor(viewer, 'account.invite'), data.desk.coordinators(viewer)]);
    return { areas, coordinators: coordinators.filter(({ hasAccount }) => !hasAccount), form };
  },
  async take(data, { typed, reader }, viewer) {
    const read = Typed.safeParse(typed);
    const areaIds = tickedIn(typed);
    const errors = read.success ? [] : read.error.issues.map(({ path }) => errorOf(path[0]));
    if ((typed.role ?? 'builder') === 'builder' && areaIds.length === 0) errors.push({ field: 'areas', text: 'invite.area-missing' });
    if (!read.success || errors.length > 0) return errors;
    const { coordinator, ...invited } = read.data;
    const made = await data.desk.invite(viewer, { ...invited, areaIds, coordinatorId: coordinator || null });
    return made === null ? [{ field: 'email', text: 'invite.email-taken' }] : reader.urls.people();
  },
  title: (_props, { t }) => t('people.invite'),
  Body: ({ reader, viewer, areas, coordinators, form }) => {
    const { t, urls } = reader;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack tight">
          <h1>{t('people.invite')}</h1>
          <p class="lead">{t('invite.lead')}</p>
        </div>
        <DeskForm reader={reader} form={form} action={urls.invite()}>
          <LineField reader={reader} form={form} name="name" label={t('invite.name')} maxLength={100} />
          <LineField reader={reader} form={form} name="email" label={t('invite.email')} type="email" maxLength={254} />
          {viewer.role === 'steward' && <RoleFields reader={reader} form={form} coordinators={coordinators} />}
          <AreaTicks reader={reader} form={form} areas={areas} viewer={viewer} />
          <ChoiceField
            reader={reader}
            form={form}
            name="locale"
            label={t('invite.language')}
            choices={accountLocales.map((value) => ({ value, label: localeNames[value] }))}
          />
          <p>{t('invite.next')}</p>
          <p class="row">
            <button class="button" type="submit">
              {t('invite.send')}
            </button>
            <a class="target" href={urls.people()}>
              {t('people.back')}
            </a>
          </p>
        </DeskForm>
      </div>
    );
  },
};

function RoleFields({ reader, form, coordinators }: { reader: Reader; form: FormState; coordinators: InviteProps['coordinators'] }) {
  const { t } = reader;
  const roles = (['builder', 'coordinator', 'steward'] as const).map((value) => ({ value, label: t(`people.${value}`) }));
  const pages = [{ value: '', label: t('invite.new-page') }, ...coordinators.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <>
      <ChoiceField reader={reader} form={form} name="role" label={t('invite.role')} hint={t('invite.role-hint')} choices={roles} />
      <ChoiceField reader={reader} form={form} name="coordinator" label={t('invite.page')} hint={t('invite.page-hint')} choices={pages} />
    </>
  );
}

function AreaTicks({ reader, form, areas, viewer }: { reader: Reader; form: FormState; areas: NamedArea[]; viewer: SignedIn }) {
  const error = form.errors.find(({ field }) => field === 'areas');
  return (
    <fieldset id="areas" class={error ? 'ticks has-error' : 'ticks'}>
      <legend>
        <strong>{reader.t(viewer.role === 'steward' ? 'invite.areas-of-builder' : 'invite.areas')}</strong>
      </legend>
      {error && <p class="wrong">{reader.t(error.text)}</p>}
      {areas.map(({ id, name, name_cy }) => (
        <label>
          <input type="checkbox" name={tickFor(id)} checked={form.typed[tickFor(id)] !== undefined || areas.length === 1} />
          <Words reader={reader} en={name} cy={name_cy} />
        </label>
      ))}
    </fieldset>
  );
}

/** A name for each, so that a form with a fault comes back with all its ticks. */
const tickFor = (areaId: string) => `area.${areaId}`;

function tickedIn(typed: Record<string, string>): string[] {
  return Object.keys(typed)
    .filter((name) => name.startsWith('area.'))
    .map((name) => name.slice('area.'.length))
    .filter((id) => z.uuid().safeParse(id).success);
}

function errorOf(field: unknown): FormError {
  if (field === 'email') return { field: 'email', text: 'sign-in.email-wrong' };
  return field === 'name' ? { field: 'name', text: 'invite.name-missing' } : { field: null, text: 'invite.not-read' };
}
