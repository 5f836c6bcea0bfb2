import type { ComingDate, TimesTold } from '../../../api/contract/desk-asset.ts';
import type { Reader } from '../../reader.ts';
import type { DeskPage } from '../../server/desk-page.ts';
import { sayTold } from './asset/say-told.ts';
import { sayDates, Understood } from './asset/times-group.tsx';

interface TypedTimesProps {
  words: string;
  told: TimesTold[];
  dates: ComingDate[];
  reader: Reader;
}

/** What is understood of times as they are typed: the script of the session boxes asks here. As a page it is a place to try words. */
export const typedTimesPage: DeskPage<TypedTimesProps> = {
  async load(data, { query, reader }) {
    const words = typeof query.words === 'string' ? query.words.slice(0, 600) : '';
    const { sessions, problems, assumed } = data.desk.readTimes(words);
    return { words, told: [...problems, ...assumed], dates: await data.desk.foretellDates(sessions), reader };
  },
  answer: ({ told, dates, reader }) => ({
    told: told.map((each) => sayTold(reader.t, each)),
    dates: dates.length > 0 ? sayDates(reader, dates) : null,
  }),
  title: (_props, { t }) => t('edit.show-dates'),
  style: 'desk-asset',
  Body: ({ reader, words, told, dates }) => (
    <div class="wrap stack narrow">
      <header class="stack tight">
        <p>
          <a class="target" href={reader.urls.desk()}>
            {reader.t('desk.today')}
          </a>
        </p>
        <h1>{reader.t('edit.show-dates')}</h1>
        <p class="soft">{reader.t('edit.show-dates-lead')}</p>
      </header>
      <form class="stack" action={reader.urls.typedTimes()}>
        <div class="field">
          <label for="words">{reader.t('edit.times-first')}</label>
          <textarea id="words" name="words" rows={2} maxLength={600}>
            {words}
          </textarea>
        </div>
        <Understood reader={reader} told={told} dates={dates} />
        <p>
          <button class="button" type="submit">
            {reader.t('edit.show-dates')}
          </button>
        </p>
      </form>
    </div>
  ),
};
