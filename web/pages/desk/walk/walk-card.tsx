import { connectionKinds } from '../../../../api/contract/connection.ts';
import type { WalkAsset } from '../../../../api/contract/walk-about.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { LineField } from '../../../components/line-field/line-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { Words } from '../../../components/words/words.tsx';
import { sayAgo, sayDistance } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import { daysBetween, londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';

interface WalkCardProps {
  reader: Reader;
  form: FormState;
  asset: WalkAsset;
  near: string;
}

/** One thing near me: still right with one press, anything else behind one more. */
export function WalkCard({ reader, form, asset, near }: WalkCardProps) {
  const { t, urls, locale } = reader;
  const { id, slug, version, venue, at, metres, checked } = asset;
  const words = `words-${id}`;
  const venueName = venue && inLocale(locale, venue.name, venue.name_cy).text;
  return (
    <li
      class="card stack tight walk-card"
      data-asset={id}
      data-at={at ? `${at.lat},${at.lng}` : undefined}
      data-page={urls.asset(slug)}
      data-edit={urls.editAsset(id)}
    >
      <h3 data-name>
        <Words reader={reader} en={asset.name} cy={asset.name_cy} />
      </h3>
      <p class="small soft">
        {metres !== null && <b data-far>{sayDistance(t, metres)} · </b>}
        {[venueName, sayChecked(reader, checked)].filter(Boolean).join(' · ')}
      </p>
      <ul class="stack tight" data-noted hidden />
      <DeskForm reader={reader} form={form} action={urls.walk({ near })} name={id} class="stack tight">
        <input type="hidden" name="asset" value={id} />
        <input type="hidden" name="version" value={String(version)} />
        <p>
          <button class="button walk-right" type="submit" name="act" value="right">
            {t('walk.act-right')}
          </button>
        </p>
        <details class="on-card" open={form.typed.form === id}>
          <summary class="target">{t('walk.else')}</summary>
          <div class="stack tight">
            <p class="row">
              {(['closed', 'not-here'] as const).map((act) => (
                <button class="button quiet" type="submit" name="act" value={act}>
                  {t(`walk.act-${act}`)}
                </button>
              ))}
            </p>
            <p class="small soft">{t('connect.ask')}</p>
            <p class="row">
              {connectionKinds.map((act) => (
                <button class="chip" type="submit" name="act" value={act}>
                  {t(`connect.${act}`)}
                </button>
              ))}
            </p>
            <LineField reader={reader} form={form} name={words} label={t('walk.different')} maxLength={300} />
            <p>
              <button class="button quiet" type="submit" name="act" value="different" data-needs={words}>
                {t('walk.act-different')}
              </button>
            </p>
          </div>
        </details>
      </DeskForm>
    </li>
  );
}

const sayChecked = ({ t, now }: Reader, checked: WalkAsset['checked']) =>
  checked ? t(`check.${checked.by}`, { ago: sayAgo(t, daysBetween(checked.on, londonDay(now))) }) : t('check.never');
