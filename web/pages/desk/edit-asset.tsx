import type { SignedIn } from '../../../api/contract/viewer.ts';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import { Words } from '../../components/words/words.tsx';
import { inLocale } from '../../i18n/locale.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import type { PageSetting } from '../../server/page.ts';
import { AssetNotes } from './asset/asset-notes.tsx';
import { AssetSteps } from './asset/asset-steps.tsx';
import { ClashForm } from './asset/clash-form.tsx';
import { EditForm } from './asset/edit-form.tsx';
import { type EditProps, loadEdit } from './asset/load-edit.ts';
import { MergedIntoIt } from './asset/merged-into-it.tsx';
import { takeEdit } from './asset/take-edit.ts';
import { WhatIsDone } from './asset/what-is-done.tsx';

/** One calm page for everything that is written of an asset. */
export const editAssetPage: DeskFormPage<EditProps> = {
  load: loadEdit,
  take: takeEdit,
  // A session with many exceptions carries them all along.
  bodyLimit: 512 * 1024,
  title: ({ asset, form }, { t, locale }) => {
    const name = inLocale(locale, asset.state.name, asset.state.name_cy).text;
    return form.errors.length > 0 ? t('form.title', { title: name }) : name;
  },
  style: 'desk-asset',
  Body: EditBody,
};

function EditBody(props: EditProps & PageSetting & { viewer: SignedIn }) {
  const { reader, asset, clash } = props;
  const { t, urls } = reader;
  return (
    <div class="wrap stack loose narrow">
      <header class="stack tight">
        <p>
          <a class="target" href={urls.patch()}>
            {t('edit.back')}
          </a>
        </p>
        <h1>
          <Words reader={reader} en={asset.state.name} cy={asset.state.name_cy} />
        </h1>
        <AssetSteps {...props} />
      </header>
      <WhatIsDone {...props} />
      {clash ? <ClashForm {...props} clash={clash} /> : <EditForm {...props} />}
      <MergedIntoIt {...props} />
      <AssetNotes {...props} />
      {props.isDraft && (
        <DeskForm reader={reader} form={props.form} action={urls.editAsset(asset.id)} name="forget">
          <p>
            <button class="button quiet" type="submit">
              {t('edit.forget')}
            </button>
          </p>
        </DeskForm>
      )}
    </div>
  );
}
