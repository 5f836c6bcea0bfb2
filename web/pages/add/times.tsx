import type { TimesPreview } from '../../../api/contract/plain-times.ts';
import { longest } from '../../../api/contract/proposal.ts';
import { TimesRead } from '../../components/times-read/times-read.tsx';
import type { Page } from '../../server/page.ts';

/** What we understand of times, for whoever wants to try, and for the form that shows it as one types. */
export const addTimesPage: Page<{ when: string; times: TimesPreview }> = {
  async load(data, { query }) {
    const when = typeof query.when === 'string' ? query.when.slice(0, longest.when) : '';
    return { when, times: await data.previewTimes(when) };
  },
  title: (_props, { t }) => t('times.title'),
  style: 'add',
  Body: ({ reader, when, times }) => {
    const { t, urls } = reader;
    return (
      <div class="wrap stack loose narrow">
        <h1>{t('times.title')}</h1>
        <form action={urls.addTimes()} class="stack">
          <div class="field">
            <label for="when">{t('times.say')}</label>
            <textarea id="when" name="when" rows={2} maxLength={longest.when}>
              {when}
            </textarea>
          </div>
          <p>
            <button class="button" type="submit">
              {t('times.check')}
            </button>
          </p>
        </form>
        {when && (
          <section id="times-read" aria-label={t('add.times-check')}>
            <TimesRead reader={reader} times={times} />
          </section>
        )}
        <p>
          <a class="target" href={urls.add()}>
            {t('times.back')}
          </a>
        </p>
      </div>
    );
  },
};
