import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { StateMark } from '../../../components/state-mark/state-mark.tsx';
import { sayCheck } from '../../../i18n/format.ts';
import type { Reader } from '../../../reader.ts';
import type { EditProps } from './load-edit.ts';

/** How it stands, and what may be done with it in one press. */
export function AssetSteps({ reader, asset, form }: Pick<EditProps, 'asset' | 'form'> & { reader: Reader }) {
  const { t, urls, now } = reader;
  const { status } = asset.state;
  const isShown = status === 'published' && asset.shownAs !== 'lapsed';
  const step = (name: 'pause' | 'retire' | 'show', label = t(`edit.${name}`)) => (
    <button class="button quiet" type="submit" name="do" value={name}>
      {label}
    </button>
  );
  const steps = [
    status === 'published' && step('pause'),
    status === 'published' && asset.may.retire && step('retire'),
    status === 'hidden' && step('show'),
    status === 'closed' && asset.may.retire && step('show'),
    status === 'draft' && asset.state.summary && step('show', t('edit.show-draft')),
  ].filter(Boolean);
  return (
    <>
      <p class="row">
        <StateMark reader={reader} state={asset.shownAs} />
        <span class="soft small">{sayCheck(t, asset.checked && { ...asset.checked, freshness: 'fresh' }, now)}</span>
      </p>
      <p class="row links">
        {isShown && (
          <a class="target" href={urls.asset(asset.slug)}>
            {t('edit.see-page')}
          </a>
        )}
        <a class="target" href={urls.assetHistory(asset.id)}>
          {t('edit.history')}
        </a>
        <a class="target" href={urls.photos(asset.id)}>
          {t('photos.link')}
        </a>
        {asset.may.giveLink && (
          <a class="target" href={urls.ownLink(asset.id)}>
            {t('own-link.title')}
          </a>
        )}
        <a class="target" href="#notes">
          {t('edit.notes', { count: asset.notes.length })}
        </a>
      </p>
      <div class="row">
        {asset.may.publish && steps.length > 0 && (
          <DeskForm reader={reader} form={form} action={urls.editAsset(asset.id)} name="step" class="row">
            {steps}
          </DeskForm>
        )}
        <DeskForm reader={reader} form={form} action={urls.editAsset(asset.id)} name="watch" class="row">
          <button class="button quiet" type="submit" name="do" value={asset.watched ? 'leave' : 'watch'} aria-pressed={asset.watched}>
            {t(asset.watched ? 'edit.watching' : 'edit.watch')}
          </button>
        </DeskForm>
      </div>
    </>
  );
}
