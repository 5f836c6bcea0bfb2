import { RadioField } from '../../components/radio-field/radio-field.tsx';
import { Words } from '../../components/words/words.tsx';
import type { PreviewProps } from './add-preview.tsx';
import { topicField } from './read-proposal.ts';

/** Kind and topics as we read them from the words, and the area where the place told none: each may be changed. */
export function MadeOfIt({ reader, form, preview, topics, areas }: PreviewProps) {
  const { t } = reader;
  const named = (each: { name: string; name_cy: string | null }) => <Words reader={reader} en={each.name} cy={each.name_cy} />;
  return (
    <section class="stack" aria-labelledby="made-of-it">
      <h2 id="made-of-it">{t('add.made-of-it')}</h2>
      <p class="soft">{t('add.made-lead')}</p>
      {preview.area === null && (
        <RadioField
          reader={reader}
          form={form}
          name="area"
          legend={t('add.which-area')}
          usual=""
          choices={[...areas.map((area) => ({ value: area.slug, label: named(area) })), { value: '', label: t('add.area-unknown') }]}
        />
      )}
      <RadioField
        reader={reader}
        form={form}
        name="kind"
        legend={t('add.kind')}
        usual={preview.kind}
        choices={topics.kinds.map(({ slug, label, label_cy }) => ({ value: slug, label: named({ name: label, name_cy: label_cy }) }))}
      />
      <fieldset class="choices">
        <legend>{t('add.topics')}</legend>
        {topics.topics.map(({ slug, label, label_cy }) => (
          <label>
            <input type="checkbox" name={`${topicField}${slug}`} value="yes" checked={preview.topics.includes(slug)} />
            <span>{named({ name: label, name_cy: label_cy })}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
