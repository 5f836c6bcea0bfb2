import { assetStatuses } from '../../../../api/contract/asset-state.ts';
import type { BulkFilter, BulkOptions } from '../../../../api/contract/bulk-filter.ts';
import { freshnesses } from '../../../../api/contract/vocabulary.ts';
import { ChoiceField } from '../../../components/choice-field/choice-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

interface ChooseFormProps {
  reader: Reader;
  form: FormState;
  filter: BulkFilter;
  options: BulkOptions;
}

/** Which ones: every box narrows. */
export function ChooseForm({ reader, form, filter, options }: ChooseFormProps) {
  const { t, urls, locale } = reader;
  const any = { value: '', label: t('bulk.any') };
  const said = ({ slug, label, label_cy }: { slug: string; label: string; label_cy: string | null }) => ({
    value: slug,
    label: inLocale(locale, label, label_cy).text,
  });
  const areas = options.areas.map(({ slug, name, name_cy }) => ({ value: slug, label: inLocale(locale, name, name_cy).text }));
  return (
    <form method="get" action={`${urls.bulk()}#chosen`} class="stack">
      <input type="hidden" name="show" value="yes" />
      {filter.run && (
        <p>
          <input type="hidden" name="run" value={filter.run ?? ''} />
          {t('bulk.run')}
        </p>
      )}
      <div class="columns-of-file">
        <div class="field">
          <label for="q">{t('bulk.words')}</label>
          <input type="search" id="q" name="q" maxLength={200} value={filter.q ?? ''} />
        </div>
        <ChoiceField
          {...{ reader, form }}
          name="area"
          label={t('bulk.area')}
          value={filter.area ?? ''}
          choices={[any, ...areas, { value: 'none', label: t('bulk.no-area') }]}
        />
        <ChoiceField
          {...{ reader, form }}
          name="kind"
          label={t('bulk.kind')}
          value={filter.kind ?? ''}
          choices={[any, ...options.kinds.map(said)]}
        />
        <ChoiceField
          {...{ reader, form }}
          name="topic"
          label={t('bulk.topic')}
          value={filter.topic ?? ''}
          choices={[any, ...options.topics.map(said)]}
        />
        <ChoiceField
          {...{ reader, form }}
          name="status"
          label={t('bulk.status')}
          value={filter.status ?? ''}
          choices={[any, ...assetStatuses.map((status) => ({ value: status, label: t(`bulk.status-${status}`) }))]}
        />
        <ChoiceField
          {...{ reader, form }}
          name="freshness"
          label={t('bulk.freshness')}
          value={filter.freshness ?? ''}
          choices={[any, ...freshnesses.map((freshness) => ({ value: freshness, label: t(`bulk.freshness-${freshness}`) }))]}
        />
        <ChoiceField
          {...{ reader, form }}
          name="source"
          label={t('bulk.source')}
          value={filter.source ?? ''}
          choices={[any, ...options.sources.map(({ slug, name }) => ({ value: slug, label: name }))]}
        />
      </div>
      <p>
        <button class="button quiet" type="submit">
          {t('bulk.show')}
        </button>
      </p>
    </form>
  );
}
