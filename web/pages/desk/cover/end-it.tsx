import type { Arrangement } from '../../../../api/contract/people.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { sayFullDate, sayList } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';

interface EndItProps {
  reader: Reader;
  form: FormState;
  ending: Arrangement;
  arrangements: Arrangement[];
}

/** What ending a cover changes, before it does. */
export function EndIt({ reader, form, ending, arrangements }: EndItProps) {
  const { t, urls, locale, now } = reader;
  const today = londonDay(now);
  const leads = arrangements.filter(
    ({ role, area, startsOn, endsOn }) =>
      role === 'lead' && area.id === ending.area.id && startsOn <= today && (endsOn === null || endsOn >= today),
  );
  const said = {
    name: ending.coordinator.name,
    area: inLocale(locale, ending.area.name, ending.area.name_cy).text,
    from: sayFullDate(t, ending.startsOn),
    leads: sayList(
      t,
      leads.map(({ coordinator }) => coordinator.name),
    ),
  };
  return (
    <section class="card stack" aria-labelledby="end-it">
      <h2 id="end-it">{t('cover.end-sure')}</h2>
      <p class="lead">{t(ending.startsOn > today ? 'cover.end-says-before' : 'cover.end-says', said)}</p>
      <p>{t(leads.length > 0 ? 'cover.end-leads' : 'cover.end-nobody', said)}</p>
      <DeskForm reader={reader} form={form} action={urls.cover()} name="end" class="row">
        <input type="hidden" name="id" value={ending.id} />
        <button class="button" type="submit">
          {t('cover.end-yes')}
        </button>
        <a class="target" href={urls.cover()}>
          {t('cover.end-no')}
        </a>
      </DeskForm>
    </section>
  );
}
