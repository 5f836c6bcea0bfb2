import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { Words } from '../../../components/words/words.tsx';
import type { Reader } from '../../../reader.ts';
import type { EditProps } from './load-edit.ts';

/** What was found to be this one, each with the way back. */
export function MergedIntoIt({ reader, asset, form }: Pick<EditProps, 'asset' | 'form'> & { reader: Reader }) {
  const { t, urls } = reader;
  if (asset.merged.length === 0) return null;
  return (
    <section class="card stack tight" aria-labelledby="merged-title">
      <h2 id="merged-title">{t('merge.merged-title')}</h2>
      {asset.merged.map(({ id, name, name_cy }) => (
        <DeskForm reader={reader} form={form} action={urls.editAsset(asset.id)} name="unmerge" class="row">
          <Words reader={reader} en={name} cy={name_cy} />
          <button class="button quiet" type="submit" name="do" value={id}>
            {t('merge.undo')}
          </button>
        </DeskForm>
      ))}
    </section>
  );
}
