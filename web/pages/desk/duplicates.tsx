import type { DeskPair } from '../../../api/contract/desk-pairs.ts';
import { isUuid } from '../../../api/contract/state-parts.ts';
import type { TodayStep } from '../../../api/contract/today.ts';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { Words } from '../../components/words/words.tsx';
import { sayList } from '../../i18n/format.ts';
import type { Reader } from '../../reader.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import { SaidTwo } from './duplicates/said-two.tsx';
import { sayTwo } from './duplicates/say-two.ts';

interface DuplicatesProps {
  pairs: DeskPair[];
  form: FormState;
  step: TodayStep | null;
}

/** Pairs that may be one: one card, one decision. */
export const duplicatesPage: DeskFormPage<DuplicatesProps> = {
  async load(data, { form, query }, viewer) {
    const [pairs, step] = await Promise.all([
      data.desk.listPairs(viewer),
      typeof query.step === 'string' ? data.desk.stepToday(viewer, query.step) : null,
    ]);
    return { pairs, form, step };
  },
  async take({ desk }, { typed, reader }, viewer) {
    const { step, run = '', pair = '' } = typed;
    if (step) {
      await desk.undoToday(viewer, step);
      return isUuid(run) ? reader.urls.alikeInRun(run, step) : reader.urls.duplicates(step);
    }
    return reader.urls.duplicates(await sayTwo(desk, viewer, pair.split(' ')));
  },
  title: (_props, { t }) => t('merge.title'),
  style: 'desk-asset',
  Body: ({ reader, pairs, form, step }) => (
    <div class="wrap stack narrow">
      <h1>{reader.t('merge.title')}</h1>
      <SaidTwo reader={reader} form={form} step={step} />
      <p class="lead">{reader.t(pairs.length > 0 ? 'merge.lead' : 'merge.nothing')}</p>
      <ol class="stack">
        {pairs.map((pair) => (
          <li>
            <PairCard reader={reader} pair={pair} form={form} />
          </li>
        ))}
      </ol>
    </div>
  ),
};

function PairCard({ reader, pair: { one, other, likenesses }, form }: { reader: Reader; pair: DeskPair; form: FormState }) {
  const { t, urls } = reader;
  return (
    <article class="card stack tight">
      <h2 class="lead">
        <Words reader={reader} en={one.name} cy={one.name_cy} />
        {' · '}
        <Words reader={reader} en={other.name} cy={other.name_cy} />
      </h2>
      <p class="soft">
        {sayList(
          t,
          likenesses.map((likeness) => t(`merge.${likeness}`)),
        )}
      </p>
      <div class="row">
        <a class="button" href={urls.mergePair(one.id, other.id)}>
          {t('merge.look')}
        </a>
        <DeskForm reader={reader} form={form} action={urls.duplicates()} name={`pair-${one.id}`} class="row">
          <input type="hidden" name="pair" value={`${one.id} ${other.id}`} />
          <button class="button quiet" type="submit">
            {t('merge.apart')}
          </button>
        </DeskForm>
      </div>
    </article>
  );
}
