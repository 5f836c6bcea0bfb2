import type { AssetPart } from '../../../../api/contract/asset-parts.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { PartDiff } from '../../../components/part-diff/part-diff.tsx';
import type { Reader } from '../../../reader.ts';
import type { Clash, EditProps } from './load-edit.ts';
import { sayPart } from './say-part.ts';

/** Two wrote at once: both stand side by side, field by field. Everything the second wrote goes along in the form. */
export function ClashForm({ reader, asset, topics, boxes, read, form, clash }: EditProps & { reader: Reader; clash: Clash }) {
  const { t, urls } = reader;
  const telling = { reader, names: asset.names, topics };
  const lines = (part: AssetPart, state: typeof read.state) => sayPart(part, state, telling);
  const diff = (part: AssetPart, chosen: 'mine' | 'theirs') => (
    <PartDiff
      label={t(`part.${part}`)}
      before={{ label: t('edit.theirs'), lines: lines(part, asset.state) }}
      after={{ label: t('edit.mine'), lines: lines(part, read.state) }}
      nothing={t('edit.nothing-said')}
    >
      <fieldset class="ticks">
        <legend class="unseen">{t(`part.${part}`)}</legend>
        {(['theirs', 'mine'] as const).map((whose) => (
          <label class="tick">
            <input type="radio" name={`keep.${part}`} value={whose} checked={(boxes[`keep.${part}`] ?? chosen) === whose} />
            <span>{t(`edit.keep-${whose}`)}</span>
          </label>
        ))}
      </fieldset>
    </PartDiff>
  );
  return (
    <DeskForm reader={reader} form={form} action={urls.editAsset(asset.id)} name="edit">
      <h2>{t('edit.clash-title')}</h2>
      <p>{t('edit.clash-lead')}</p>
      {Object.entries(boxes)
        .filter(([name]) => name !== 'version' && name !== 'began' && !name.startsWith('keep.'))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      <input type="hidden" name="version" value={asset.version} />
      <input type="hidden" name="began" value={boxes.began ?? boxes.version} />
      {clash.both.map((part) => diff(part, 'mine'))}
      {clash.theirs.map((part) => diff(part, 'theirs'))}
      {clash.both.length + clash.theirs.length === 0 && <p class="said">{t('edit.clash-same')}</p>}
      <p class="row">
        <button class="button" type="submit" name="do" value="publish">
          {t(asset.may.publish ? 'edit.publish-both' : 'edit.propose')}
        </button>
        <button class="button quiet" type="submit" name="do" value="later">
          {t('edit.later')}
        </button>
      </p>
    </DeskForm>
  );
}
