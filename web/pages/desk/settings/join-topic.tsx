import type { SettingItem } from '../../../../api/contract/settings.ts';
import { ChoiceField } from '../../../components/choice-field/choice-field.tsx';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import type { Reader } from '../../../reader.ts';

interface JoinTopicProps {
  reader: Reader;
  form: FormState;
  item: SettingItem;
  topics: SettingItem[];
}

/** A topic in use is never just gone: it goes into another. */
export function JoinTopic({ reader, form, item, topics }: JoinTopicProps) {
  const { t, urls } = reader;
  const others = topics.filter(({ subject }) => subject !== item.subject).map(({ subject, title }) => ({ value: subject, label: title }));
  return (
    <section class="card stack" aria-labelledby="join">
      <h2 id="join">{t('settings.join-title')}</h2>
      <p>{t('settings.join-text')}</p>
      <DeskForm reader={reader} form={form} action={urls.setting('topic', item.subject)} name="join">
        <ChoiceField reader={reader} form={form} name="into" label={t('settings.join-into')} choices={others} />
        <p>
          <button class="button quiet" type="submit">
            {t('settings.join-yes')}
          </button>
        </p>
      </DeskForm>
    </section>
  );
}
