import { type AccountChange, accountChanges, type Person } from '../../../../api/contract/people.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import type { DeskFormPage } from '../../../server/desk-page.ts';

interface ChangeProps {
  person: Person;
  /** Null: that cannot be done now, perhaps because it was done already. */
  change: AccountChange | null;
  form: FormState;
}

/** Says what happens before it does. */
export const changeAccountPage: DeskFormPage<ChangeProps> = {
  async load(data, { params, form }, viewer) {
    const person = await data.desk.person(viewer, params.id ?? '');
    const change = changeIn(params.change);
    return { person, form, change: change && person.changes.includes(change) ? change : null };
  },
  async take(data, { params, reader }, viewer) {
    const change = changeIn(params.change);
    if (change) await data.desk.changeAccount(viewer, params.id ?? '', change);
    return reader.urls.people();
  },
  title: ({ person: { name }, change }, { t }) => (change ? t(`people.${change}-who`, { name }) : t('people.title')),
  status: ({ change }) => (change ? 200 : 404),
  Body: ({ reader, person: { id, name }, change, form }) => {
    const { t, urls } = reader;
    return (
      <div class="wrap stack narrow">
        <h1>{change ? t(`people.${change}-who`, { name }) : name}</h1>
        <p class="lead">{change ? t(`people.${change}-text`, { name }) : t('people.nothing-to-do')}</p>
        {change && (
          <DeskForm reader={reader} form={form} action={urls.changeAccount(id, change)}>
            <p>
              <button class="button" type="submit">
                {t(`people.${change}-yes`)}
              </button>
            </p>
          </DeskForm>
        )}
        <p>
          <a class="target" href={urls.people()}>
            {t('people.back')}
          </a>
        </p>
      </div>
    );
  },
};

const changeIn = (text: string | undefined): AccountChange | null => accountChanges.find((change) => change === text) ?? null;
