import type { Unchecked } from '../../../../api/contract/unchecked.ts';
import { ConnectForm } from '../../../components/connect-form/connect-form.tsx';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { Words } from '../../../components/words/words.tsx';
import { capitalise, sayCheck, sayFullDate } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

/** One thing that wants a check: why, when it goes, whom to ring, and one tap. */
export function UncheckedCard({ reader, form, item }: { reader: Reader; form: FormState; item: Unchecked }) {
  const { t, urls, now } = reader;
  const { id, slug, reason, area, checked, goesOn, asked, contact } = item;
  const name = <Words reader={reader} en={item.name} cy={item.name_cy} />;
  return (
    <li class="card stack tight unchecked">
      <p class="small soft">
        {[t(`checks.${reason}`), area && inLocale(reader.locale, area.name, area.name_cy).text].filter(Boolean).join(' · ')}
      </p>
      <h2 class="lead">{reason === 'lapsed' ? name : <a href={urls.asset(slug)}>{name}</a>}</h2>
      <p>
        {capitalise(sayCheck(t, checked, now))}.{asked > 0 && ` ${t('checks.asked', { count: asked })}`}
        {goesOn && reason !== 'bounced' && ` ${t('checks.goes', { date: sayFullDate(t, goesOn) })}`}
      </p>
      <DeskForm reader={reader} form={form} action={urls.at('/desk/checks')} name={`check-${id}`} class="row">
        <input type="hidden" name="asset" value={id} />
        <input type="hidden" name="slug" value={slug} />
        <button class="button" type="submit" name="act" value="checked">
          {t('checks.seen')}
        </button>
        {contact?.phone && (
          <a class="button quiet" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
            {t('checks.ring', { name: contact.name ?? contact.phone })}
          </a>
        )}
        {item.opens && (
          <a class="target" href={urls.editAsset(id)}>
            {t('today.change-it')}
          </a>
        )}
      </DeskForm>
      <ConnectForm reader={reader} form={form} asset={{ id, slug }} />
    </li>
  );
}
