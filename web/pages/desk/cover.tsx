import { z } from 'zod';
import type { Arrangement, Cover } from '../../../api/contract/people.ts';
import { ChoiceField } from '../../components/choice-field/choice-field.tsx';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import { type FormError, FormErrors } from '../../components/form-errors/form-errors.tsx';
import { LineField } from '../../components/line-field/line-field.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { sayFullDate } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import { Arrangements } from './cover/arrangements.tsx';
import { areaChoices, type CoverChoices, coverChoices, nameOf, textsIn } from './cover/cover-choices.ts';
import { EndIt } from './cover/end-it.tsx';

interface CoverProps extends CoverChoices {
  arrangements: Arrangement[];
  form: FormState;
  /** The cover that would be ended. */
  ending: Arrangement | null;
  /** What would happen; null: nothing is chosen yet, or something is wrong with it. */
  chosen: Cover | null;
}

/** Who stands in while somebody is away. What would happen is said before it does. */
export const coverPage: DeskFormPage<CoverProps> = {
  async load(data, { form, query, reader }, viewer) {
    const [choices, arrangements] = await Promise.all([coverChoices(data, viewer), data.desk.arrangements(viewer)]);
    const asked = textsIn(query);
    const ending = arrangements.find(({ id, role }) => role === 'cover' && id === asked.end) ?? null;
    if (!('from' in asked)) return { ...choices, arrangements, form, ending, chosen: null };
    const read = readCover(asked, { arrangements, today: londonDay(reader.now) });
    const isWrong = Array.isArray(read);
    return {
      ...choices,
      arrangements,
      ending,
      form: { ...form, typed: asked, errors: isWrong ? read : form.errors },
      chosen: isWrong ? null : read,
    };
  },
  async take(data, { typed, reader }, viewer) {
    if (typed.form === 'end' && z.uuid().safeParse(typed.id).success) await data.desk.endCover(viewer, typed.id ?? '');
    if (typed.form !== 'arrange') return reader.urls.cover();
    const read = readCover(typed, { arrangements: await data.desk.arrangements(viewer), today: londonDay(reader.now) });
    if (Array.isArray(read)) return read;
    await data.desk.arrangeCover(viewer, read);
    return reader.urls.cover();
  },
  title: (_props, { t }) => t('cover.title'),
  Body: (props) => {
    const { reader, arrangements, form, ending, chosen } = props;
    const { t } = reader;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack tight">
          <h1>{t('cover.title')}</h1>
          <p class="lead">{t('cover.lead')}</p>
        </div>
        {ending && <EndIt reader={reader} form={form} ending={ending} arrangements={arrangements} />}
        {!ending && (chosen ? <Sure {...props} chosen={chosen} /> : <Ask {...props} />)}
        <Arrangements reader={reader} arrangements={arrangements} />
      </div>
    );
  },
};

function Ask({ reader, form, areas, coordinators }: CoverProps & { reader: Reader }) {
  const { t, urls } = reader;
  return (
    <form method="get" action={urls.cover()} class="stack" novalidate>
      <FormErrors reader={reader} errors={form.errors} />
      <ChoiceField reader={reader} form={form} name="area" label={t('cover.area')} choices={areaChoices(reader, areas)} />
      <ChoiceField
        reader={reader}
        form={form}
        name="who"
        label={t('cover.who')}
        choices={[{ value: '', label: t('hand-over.choose') }, ...coordinators.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <LineField reader={reader} form={form} name="from" label={t('cover.from')} type="date" />
      <LineField reader={reader} form={form} name="until" label={t('cover.until')} type="date" />
      <p>
        <button class="button" type="submit">
          {t('cover.look')}
        </button>
      </p>
    </form>
  );
}

function Sure({ reader, form, areas, coordinators, chosen }: CoverProps & { reader: Reader; chosen: Cover }) {
  const { t, urls, locale } = reader;
  const area = areas.find(({ id }) => id === chosen.areaId);
  const said = {
    name: nameOf(coordinators, chosen.coordinatorId),
    area: area ? inLocale(locale, area.name, area.name_cy).text : '',
    from: sayFullDate(t, chosen.from),
    until: sayFullDate(t, chosen.until),
  };
  return (
    <section class="card stack" aria-labelledby="sure">
      <h2 id="sure">{t('cover.sure')}</h2>
      <p class="lead">{t('cover.says', said)}</p>
      <p>{t('cover.says-more', said)}</p>
      <DeskForm reader={reader} form={form} action={urls.cover()} name="arrange" class="row">
        {Object.entries({ area: chosen.areaId, who: chosen.coordinatorId, from: chosen.from, until: chosen.until }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="button" type="submit">
          {t('cover.yes')}
        </button>
        <a class="target" href={urls.cover()}>
          {t('cover.no')}
        </a>
      </DeskForm>
    </section>
  );
}

function readCover(
  { area = '', who = '', from = '', until = '' }: Record<string, string>,
  { arrangements, today }: { arrangements: Arrangement[]; today: string },
): Cover | FormError[] {
  const isDay = (text: string) => z.iso.date().safeParse(text).success;
  const errors: FormError[] = [];
  if (!z.uuid().safeParse(area).success) errors.push({ field: 'area', text: 'cover.area-missing' });
  if (!z.uuid().safeParse(who).success) errors.push({ field: 'who', text: 'cover.who-missing' });
  if (!isDay(from)) errors.push({ field: 'from', text: 'cover.from-missing' });
  if (!isDay(until)) errors.push({ field: 'until', text: 'cover.until-missing' });
  else if (until < today) errors.push({ field: 'until', text: 'cover.until-past' });
  else if (until < from) errors.push({ field: 'until', text: 'cover.until-before' });
  const leads = (each: Arrangement) => each.role === 'lead' && each.area.id === area && each.coordinator.id === who;
  if (arrangements.some((each) => leads(each) && each.startsOn <= from)) errors.push({ field: 'who', text: 'cover.who-leads' });
  return errors.length > 0 ? errors : { areaId: area, coordinatorId: who, from, until };
}
