import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import type { FormError } from '../../components/form-errors/form-errors.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import type { DeskFormPage } from '../../server/desk-page.ts';

const megabyte = 1024 * 1024;
/** Of a list as people send them. */
const linesInMegabyte = 2_500;

/** A list is sent: nothing is brought in by that. */
export const newImportPage: DeskFormPage<{ form: FormState; largest: number }> = {
  load: async (data, { form }) => ({ form, largest: data.desk.largestImport }),
  async take(data, { upload, reader, problemOf }, viewer) {
    if (upload?.field !== 'file') return [{ field: 'file', text: 'runs.wrong-missing' }];
    try {
      return reader.urls.at(`/desk/imports/${await data.desk.beginImport(viewer, upload)}`);
    } catch (error) {
      const { status, errors } = problemOf(error);
      if (status !== 400) throw error;
      return [{ field: 'file', text: wordsFor(errors?.[0]?.detail ?? '') }];
    }
  },
  bodyLimit: ({ desk }) => desk.largestImport + 64 * 1024,
  takesUpload: true,
  title: (_props, { t }) => t('runs.new'),
  style: 'runs',
  Body: ({ reader, form, largest }) => {
    const { t, urls } = reader;
    const megabytes = Math.round(largest / megabyte);
    const lines = (megabytes * linesInMegabyte).toLocaleString('en-GB');
    const wrong = form.errors.find(({ field }) => field === 'file');
    return (
      <div class="wrap stack narrow">
        <header class="stack tight">
          <p>
            <a class="target" href={urls.imports()}>
              {t('runs.title')}
            </a>
          </p>
          <h1>{t('runs.new')}</h1>
        </header>
        <DeskForm reader={reader} form={form} action={urls.newImport()} files>
          <div class={wrong ? 'field has-error' : 'field'}>
            <label for="file">{t('runs.file')}</label>
            <p id="file-hint" class="soft small">
              {t('runs.file-hint', { megabytes, lines })}
            </p>
            {wrong && (
              <p id="file-wrong" class="wrong">
                {t(wrong.text)}
              </p>
            )}
            <input
              type="file"
              id="file"
              name="file"
              accept=".csv,.tsv,.txt,.geojson,.json,text/csv,application/geo+json"
              aria-describedby={wrong ? 'file-hint file-wrong' : 'file-hint'}
            />
          </div>
          <p class="soft">{t('runs.file-next')}</p>
          <p>
            <button class="button" type="submit">
              {t('runs.look')}
            </button>
          </p>
        </DeskForm>
      </div>
    );
  },
};

function wordsFor(detail: string): FormError['text'] {
  if (detail.includes('neither')) return 'runs.wrong-kind';
  if (detail.includes('no rows') || detail.includes('“features”')) return 'runs.wrong-empty';
  if (detail.includes('quotation')) return 'runs.wrong-quote';
  return detail.includes('twice') ? 'runs.wrong-twice' : 'runs.wrong-file';
}
