import {
  type FilePeek,
  type FileReading,
  type ImportRunView,
  type ReadableField,
  readableFields,
} from '../../../../api/contract/import-run.ts';
import type { TopicNames } from '../../../../api/contract/vocabulary.ts';
import { ChoiceField } from '../../../components/choice-field/choice-field.tsx';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import { SampleRows } from './sample-rows.tsx';
import { addressOf } from './say-run.ts';

interface ChooseReadingProps {
  reader: Reader;
  run: ImportRunView;
  form: FormState;
  peek: FilePeek;
  topics: TopicNames;
  /** The name of a list read before, whose way is taken. */
  as: string;
}

/** Fields that say whom to ask: never guessed. */
const ofPeople = new Set<ReadableField>(['phone', 'email', 'contact_name']);

/** What each column holds, guessed and to be put right. */
export function ChooseReading({ reader, run, form, peek, topics, as }: ChooseReadingProps) {
  const { t } = reader;
  const before = peek.remembered.find(({ name }) => name === as);
  const reading = before?.reading ?? run.reading;
  if (!reading) return null;
  const guessed = { ...reading, delimiter: run.reading?.delimiter ?? ',' };
  return (
    <DeskForm reader={reader} form={form} action={addressOf(reader, run)} name="reading" class="stack loose">
      <input type="hidden" name="delimiter" value={guessed.delimiter} />
      <SampleRows reader={reader} peek={peek} />
      {run.reading?.ours ? (
        <p class="narrow">
          <input type="hidden" name="ours" value="yes" />
          {t('runs.ours')}
        </p>
      ) : (
        <Choices {...{ reader, run, form, peek, topics, as, reading: guessed }} />
      )}
      <p>
        <button class="button" type="submit">
          {t('runs.try')}
        </button>
      </p>
    </DeskForm>
  );
}

function Choices({ reader, run, form, peek, topics, as, reading }: ChooseReadingProps & { reading: FileReading }) {
  const { t } = reader;
  const wrongList = form.errors.find(({ field }) => field === 'list');
  const was = form.typed.form === 'reading' ? form.typed : null;
  const column = (field: ReadableField) => {
    const columns = peek.columns.map((name) => ({ value: name, label: name }));
    return (
      <ChoiceField
        {...{ reader, form }}
        name={`column-${field}`}
        label={t(`runs.field-${field}`)}
        choices={[{ value: '', label: t('runs.no-column') }, ...columns]}
        value={reading.columns[field] ?? ''}
      />
    );
  };
  return (
    <>
      <div class="stack narrow">
        <div class={wrongList ? 'field has-error' : 'field'}>
          <label for="list">{t('runs.list-name')}</label>
          <p id="list-hint" class="soft small">
            {t('runs.list-name-hint')}
          </p>
          <input id="list" name="list" maxLength={120} value={was?.list ?? (as || run.sourceName) ?? ''} aria-describedby="list-hint" />
        </div>
        {peek.remembered.length > 0 && (
          <p class="row">
            <span class="soft">{t('runs.as-before')}</span>
            {peek.remembered.map(({ name }) => (
              <a
                class="chip"
                href={`${addressOf(reader, run)}?as=${encodeURIComponent(name)}`}
                aria-current={name === as ? 'true' : undefined}
              >
                {name}
              </a>
            ))}
          </p>
        )}
      </div>
      <fieldset class="stack">
        <legend>{t('runs.columns')}</legend>
        <p class="soft">{t('runs.columns-hint')}</p>
        <div class="columns-of-file">{readableFields.filter((field) => !ofPeople.has(field)).map(column)}</div>
      </fieldset>
      <fieldset class="stack">
        <legend>{t('runs.people')}</legend>
        <p class="soft">{t('runs.people-hint')}</p>
        <div class="columns-of-file">{readableFields.filter((field) => ofPeople.has(field)).map(column)}</div>
      </fieldset>
      <div class="columns-of-file">
        <ChoiceField
          {...{ reader, form }}
          name="kind"
          label={t('runs.kind')}
          choices={topics.kinds.map(({ slug, label, label_cy }) => ({ value: slug, label: inLocale(reader.locale, label, label_cy).text }))}
          value={reading.kind}
        />
      </div>
      <fieldset class="stack tight">
        <legend>{t('runs.topics')}</legend>
        <div class="tick-list">
          {topics.topics.map(({ slug, label, label_cy }) => (
            <label>
              <input type="checkbox" name="topic" value={slug} checked={reading.topics.includes(slug)} />
              {inLocale(reader.locale, label, label_cy).text}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
