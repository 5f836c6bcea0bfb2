import { connectionKinds } from '../../../api/contract/connection.ts';
import type { Reader } from '../../reader.ts';
import { DeskForm } from '../desk-form/desk-form.tsx';
import type { FormState } from '../open-form/open-form.tsx';

interface ConnectFormProps {
  reader: Reader;
  form: FormState;
  asset: { id: string; slug: string };
}

/** Two taps, on any row of the desk: told, walked along, introduced. No names; it counts as a check. */
export function ConnectForm({ reader, form, asset }: ConnectFormProps) {
  const { t, urls } = reader;
  return (
    <details class="connect">
      <summary class="target">{t('connect.ask')}</summary>
      <DeskForm reader={reader} form={form} action={urls.at('/desk/checks')} name={`connect-${asset.id}`} class="row">
        <input type="hidden" name="asset" value={asset.id} />
        <input type="hidden" name="slug" value={asset.slug} />
        {connectionKinds.map((what) => (
          <button class="chip" type="submit" name="act" value={what}>
            {t(`connect.${what}`)}
          </button>
        ))}
      </DeskForm>
    </details>
  );
}
