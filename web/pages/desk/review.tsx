import { reviewAnswers, type WaitingList } from '../../../api/contract/desk-review.ts';
import { isUuid } from '../../../api/contract/state-parts.ts';
import type { TodayStep } from '../../../api/contract/today.ts';
import type { TopicNames } from '../../../api/contract/vocabulary.ts';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import type { MessageKey } from '../../i18n/translate.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import { WaitingPhotoCard } from './photos/waiting-photo-card.tsx';
import { EditCard, NewCard, SuggestionCard } from './review/waiting-cards.tsx';

interface ReviewProps {
  waiting: WaitingList;
  topics: TopicNames;
  form: FormState;
  done: string | null;
  /** What was done, while it can be taken back. */
  step: TodayStep | null;
  isHeap: boolean;
}

const types = ['suggestion', 'edit', 'new'] as const;
const said: Record<string, MessageKey> = {
  accept: 'review.done-accept',
  decline: 'review.done-decline',
  signpost: 'review.done-signpost',
  shown: 'photos.done-shown',
  undone: 'edit.done-undone',
};

/** What waits for an answer: one card, one decision, the likeliest answer first. */
export const reviewPage: DeskFormPage<ReviewProps> = {
  async load(data, { form, query }, viewer) {
    const isHeap = query.heap === 'junk';
    const [waiting, topics, step] = await Promise.all([
      data.desk.listWaiting(viewer, { junk: isHeap }),
      data.topicNames(),
      typeof query.step === 'string' ? data.desk.stepToday(viewer, query.step) : null,
    ]);
    return { waiting, topics, form, isHeap, step, done: typeof query.done === 'string' ? query.done : null };
  },
  async take(data, { typed, reader, problemOf }, viewer) {
    if (typed.step) {
      const isBack = await data.desk.undoToday(viewer, typed.step);
      return reader.urls.review({ done: isBack ? 'undone' : undefined });
    }
    const [type, answer] = [types.find((each) => each === typed.type), reviewAnswers.find((each) => each === typed.do)];
    const id = typed.id ?? '';
    if (!type || !answer || !isUuid(id)) return reader.urls.review();
    const words = typed.words?.trim() || typed.reason || '';
    if (answer === 'decline' && words === '') return [{ field: null, text: 'review.no-reason' }];
    try {
      const to = await data.desk.answerWaiting(viewer, { type, id, answer, words });
      if (to && 'assetId' in to) return reader.urls.editInHand(to.assetId, to);
      return reader.urls.review({ done: answer, step: to?.step });
    } catch (error) {
      const problem = problemOf(error);
      // Somebody else changed it since: the editor shows both.
      if (problem.type === '/problems/edited-meanwhile') return [{ field: null, text: 'review.changed-since' }];
      if (problem.status === 410) return [{ field: null, text: 'review.answered' }];
      throw error;
    }
  },
  title: (_props, { t }) => t('review.title'),
  style: 'desk-asset',
  Body: ({ reader, waiting, topics, form, done, step, isHeap }) => {
    const { t, urls } = reader;
    const telling = { reader, names: waiting.names, topics };
    const nothing = waiting.suggestions.length + waiting.edits.length + waiting.photos.length + waiting.news.length === 0;
    const text = done === null ? undefined : said[done];
    return (
      <div class="wrap stack narrow">
        <h1>{t('review.title')}</h1>
        {text && (
          <DeskForm reader={reader} form={form} action={urls.review()} name="undo" class="said row">
            <span role="status">{t(text)}</span>
            {step?.made && (
              <a class="target" href={urls.photos(step.made)}>
                {t('photos.add')}
              </a>
            )}
            {step?.canTakeBack && (
              <button class="button quiet" type="submit" name="step" value={step.id}>
                {t('edit.undo')}
              </button>
            )}
          </DeskForm>
        )}
        {nothing && <p class="lead">{t('review.nothing')}</p>}
        <ol class="stack">
          {!isHeap && waiting.suggestions.map((each) => <SuggestionCard telling={telling} form={form} waiting={each} />)}
          {!isHeap && waiting.edits.map((each) => <EditCard telling={telling} form={form} waiting={each} />)}
          {!isHeap && waiting.photos.map((each) => <WaitingPhotoCard reader={reader} form={form} waiting={each} />)}
          {waiting.news.map((each) => (
            <NewCard telling={telling} form={form} waiting={each} />
          ))}
        </ol>
        <p>
          <a class="target" href={urls.published()}>
            {t('review.published')}
          </a>
        </p>
        {waiting.newCount > waiting.news.length && !isHeap && (
          <p class="soft">{t('review.more', { count: waiting.newCount - waiting.news.length })}</p>
        )}
        {waiting.junkCount > 0 && (
          <p>
            <a class="target" href={isHeap ? urls.review() : urls.review({ heap: 'junk' })}>
              {isHeap ? t('review.not-heap') : t('review.heap', { count: waiting.junkCount })}
            </a>
          </p>
        )}
      </div>
    );
  },
};
