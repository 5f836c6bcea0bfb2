import type { BulkChoice, BulkFilter, BulkOptions } from '../../../api/contract/bulk-filter.ts';
import type { FormState } from '../../components/open-form/open-form.tsx';
import type { DeskFormPage, DeskSent } from '../../server/desk-page.ts';
import { ChangeForm } from './bulk/change-form.tsx';
import { changeFrom } from './bulk/change-from.ts';
import { ChooseForm } from './bulk/choose-form.tsx';
import { ChosenOnes } from './bulk/chosen-ones.tsx';

interface BulkProps {
  filter: BulkFilter;
  /** The filter as it stands in an address. */
  query: string;
  options: BulkOptions;
  /** Null until something was asked for. */
  chosen: BulkChoice | null;
  form: FormState;
}

/** One change to all that a filter chooses: choose, look, do, and take it back for a day. */
export const bulkPage: DeskFormPage<BulkProps> = {
  async load(data, { query, form }, viewer) {
    const filter = data.desk.parseBulkFilter(query);
    const isAsked = Object.keys(query).length > 0;
    const [options, chosen] = await Promise.all([data.desk.bulkOptions(viewer), isAsked ? data.desk.chooseAssets(viewer, filter) : null]);
    return { filter, query: addressQuery(filter), options, chosen, form };
  },
  async take(data, sent, viewer) {
    const filter = data.desk.parseBulkFilter(sent.query);
    const { change, errors } = changeFrom(sent);
    if (errors.length > 0) return errors;
    try {
      const id = await data.desk.beginBulk(viewer, { filter, change, seen: Number(sent.typed.seen) });
      return sent.reader.urls.at(`/desk/bulk/${id}`);
    } catch (error) {
      if (!isSeenOtherwise(sent, error)) throw error;
      return [{ field: null, text: 'bulk.wrong-seen' }];
    }
  },
  title: (_props, { t }) => t('bulk.title'),
  style: 'runs',
  Body: ({ reader, filter, query, options, chosen, form }) => (
    <div class="wrap stack loose">
      <header class="stack tight narrow">
        <h1>{reader.t('bulk.title')}</h1>
        <p class="lead">{reader.t('bulk.lead')}</p>
      </header>
      <ChooseForm reader={reader} form={form} filter={filter} options={options} />
      {chosen && <ChosenOnes reader={reader} chosen={chosen} kinds={options.kinds} />}
      {chosen && chosen.count > 0 && (
        <ChangeForm {...{ reader, form, options }} count={chosen.count} action={`${reader.urls.bulk()}?${query}`} />
      )}
    </div>
  ),
};

const addressQuery = (filter: BulkFilter) =>
  new URLSearchParams(
    Object.entries(filter)
      .flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
      .concat([['show', 'yes']]),
  ).toString();

const isSeenOtherwise = ({ problemOf }: DeskSent, error: unknown) =>
  problemOf(error).errors?.some(({ field }) => field === 'seen') ?? false;
