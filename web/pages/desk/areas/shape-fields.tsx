import type { FormState } from '../../../components/open-form/open-form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import type { Reader } from '../../../reader.ts';

/** A boundary as a file or as corners: for who draws elsewhere, and for everybody without script. */
export function ShapeFields({ reader, form, shape }: { reader: Reader; form: FormState; shape: string }) {
  const { t } = reader;
  const isWrong = form.errors.some(({ field }) => field === 'shape');
  return (
    <details class="stack" open={isWrong}>
      <summary>{t('boundary.otherwise')}</summary>
      <div class="field">
        <label for="file">{t('boundary.file')}</label>
        <p id="file-hint" class="soft small">
          {t('boundary.file-hint')}
        </p>
        <input
          id="file"
          type="file"
          name="file"
          accept=".geojson,.json,application/geo+json,application/json"
          aria-describedby="file-hint"
        />
      </div>
      <TextField
        reader={reader}
        form={{ ...form, typed: { shape, ...form.typed } }}
        name="shape"
        label={t('boundary.corners')}
        hint={t('boundary.corners-hint')}
        rows={6}
        maxLength={4_000_000}
      />
    </details>
  );
}
