import type { OwnListing } from '../../../api/contract/asset.ts';
import { type FormState, OpenForm } from '../../components/open-form/open-form.tsx';
import { capitalise, sayCheck } from '../../i18n/format.ts';
import type { FormPage, PageSetting } from '../../server/page.ts';
import { FormHead } from './form-head.tsx';
import { Thanks } from './thanks.tsx';

interface StillRightProps {
  asset: OwnListing;
  form: FormState;
  thanks: boolean;
}

/** One press by anyone who knows: the details are right. */
export const stillRightPage: FormPage<StillRightProps> = {
  async load(data, { params, query, formFor }) {
    const asset = await data.listing(params.slug ?? '');
    return { asset, form: formFor(`/around/${asset.slug}/still-right`, { quick: true }), thanks: query.thanks === 'yes' };
  },
  async take(data, { params, connection, reader }) {
    await data.sayStillRight(params.slug ?? '', connection);
    return `${reader.urls.stillRight(params.slug ?? '')}?thanks=yes`;
  },
  title: ({ thanks }, { t }) => t(thanks ? 'still.thanks' : 'still.ask'),
  style: 'asset',
  Body: StillRightBody,
};

function StillRightBody({ reader, asset, form, thanks }: StillRightProps & PageSetting) {
  const { t, urls, now } = reader;
  return (
    <div class="wrap stack loose narrow">
      <FormHead reader={reader} asset={asset} title={t(thanks ? 'still.thanks' : 'still.ask')} />
      {thanks ? (
        <Thanks reader={reader} slug={asset.slug} lead={t('still.means')} kept={t('still.kept')} />
      ) : (
        <>
          <p>{capitalise(sayCheck(t, asset.checked, now))}.</p>
          <OpenForm reader={reader} form={form} action={urls.stillRight(asset.slug)}>
            <p class="row">
              <button class="button" type="submit">
                {t('still.yes')}
              </button>
              <a class="button quiet" href={urls.suggest(asset.slug)}>
                {t('suggest.change')}
              </a>
            </p>
          </OpenForm>
        </>
      )}
    </div>
  );
}
