import { z } from 'zod';
import type { Arrangement, HandOver } from '../../../api/contract/people.ts';
import { ChoiceField } from '../../components/choice-field/choice-field.tsx';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import { type FormError, FormErrors } from '../../components/form-errors/form-errors.tsx';
import { LineField } from '../../components/line-field/line-field.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { sayFullDate, sayList } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import { type CoverChoices, coverChoices, nameOf, textsIn } from './cover/cover-choices.ts';

interface HandOverProps extends CoverChoices {
  arrangements: Arrangement[];
  form: FormState;
  /** What would happen; null: nothing is chosen yet, or something is wrong with it. */
  chosen: HandOver | null;
}

/** Somebody leaves, and all that they looked after goes to somebody else from a day on. For stewards. */
export const handOverPage: DeskFormPage<HandOverProps> = {
  async load(data, { form, query, reader }, viewer) {
    const [choices, arrangements] = await Promise.all([coverChoices(data, viewer), data.desk.arrangements(viewer)]);
    const asked = textsIn(query);
    if (!('from' in asked)) return { ...choices, arrangements, form, chosen: null };
    const read = readHandOver(asked, londonDay(reader.now));
    const isWrong = Array.isArray(read);
    return {
      ...choices,
      arrangements,
      form: { ...form, typed: asked, errors: isWrong ? read : form.errors },
      chosen: isWrong ? null : read,
    };
  },
  async take(data, { typed, reader }, viewer) {
    const read = readHandOver(typed, londonDay(reader.now));
    if (Array.isArray(read)) return read;
    await data.desk.handOver(viewer, read);
    return reader.urls.cover();
  },
  title: (_props, { t }) => t('hand-over.title'),
  Body: (props) => (
    <div class="wrap stack loose narrow">
      <div class="stack tight">
        <h1>{props.reader.t('hand-over.title')}</h1>
        <p class="lead">{props.reader.t('hand-over.lead')}</p>
      </div>
      {props.chosen ? <Sure {...props} chosen={props.chosen} /> : <Ask {...props} />}
    </div>
  ),
};

function Ask({ reader, form, coordinators }: HandOverProps & { reader: Reader }) {
  const { t, urls } = reader;
  const choices = [{ value: '', label: t('hand-over.choose') }, ...coordinators.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <form method="get" action={urls.handOver()} class="stack" novalidate>
      <FormErrors reader={reader} errors={form.errors} />
      <ChoiceField reader={reader} form={form} name="leaves" label={t('hand-over.leaves')} choices={choices} />
      <ChoiceField reader={reader} form={form} name="takes" label={t('hand-over.takes')} choices={choices} />
      <LineField reader={reader} form={form} name="from" label={t('hand-over.from')} type="date" />
      <p>
        <button class="button" type="submit">
          {t('cover.look')}
        </button>
      </p>
    </form>
  );
}

function Sure({ reader, form, arrangements, coordinators, chosen }: HandOverProps & { reader: Reader; chosen: HandOver }) {
  const { t, urls, locale } = reader;
  const led = arrangements.filter(
    ({ role, coordinator, endsOn }) =>
      role === 'lead' && coordinator.id === chosen.fromCoordinatorId && (endsOn === null || endsOn >= chosen.from),
  );
  const said = {
    name: nameOf(coordinators, chosen.fromCoordinatorId),
    other: nameOf(coordinators, chosen.toCoordinatorId),
    from: sayFullDate(t, chosen.from),
    areas: sayList(t, [...new Set(led.map(({ area }) => inLocale(locale, area.name, area.name_cy).text))]),
  };
  return (
    <section class="card stack" aria-labelledby="sure">
      <h2 id="sure">{t('cover.sure')}</h2>
      <p class="lead">{t(led.length > 0 ? 'hand-over.says' : 'hand-over.nothing', said)}</p>
      {led.length > 0 && <p>{t('hand-over.says-more', said)}</p>}
      <DeskForm reader={reader} form={form} action={urls.handOver()} class="row">
        {Object.entries({ leaves: chosen.fromCoordinatorId, takes: chosen.toCoordinatorId, from: chosen.from }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {led.length > 0 && (
          <button class="button" type="submit">
            {t('hand-over.yes')}
          </button>
        )}
        <a class="target" href={urls.handOver()}>
          {t('cover.no')}
        </a>
      </DeskForm>
    </section>
  );
}

function readHandOver({ leaves = '', takes = '', from = '' }: Record<string, string>, today: string): HandOver | FormError[] {
  const errors: FormError[] = [];
  if (!z.uuid().safeParse(leaves).success) errors.push({ field: 'leaves', text: 'hand-over.leaves-missing' });
  if (!z.uuid().safeParse(takes).success) errors.push({ field: 'takes', text: 'hand-over.takes-missing' });
  else if (takes === leaves) errors.push({ field: 'takes', text: 'hand-over.same' });
  if (!z.iso.date().safeParse(from).success) errors.push({ field: 'from', text: 'cover.from-missing' });
  else if (from < today) errors.push({ field: 'from', text: 'hand-over.past' });
  return errors.length > 0 ? errors : { fromCoordinatorId: leaves, toCoordinatorId: takes, from };
}
