import type { SharedShortlist } from '../../api/contract/shortlist.ts';
import type { Topics } from '../../api/contract/vocabulary.ts';
import { sayFullDate, sayTime } from '../i18n/format.ts';
import { londonDay } from '../i18n/london-day.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';
import { CodeEntry } from './shortlist/code-entry.tsx';
import { KeptThings } from './shortlist/kept-things.tsx';
import { sayCode } from './shortlist/say-code.ts';
import { TakeAway } from './shortlist/take-away.tsx';

interface SharedProps {
  typed: string;
  /** Null when the code opens nothing (`status` says why), and when none was typed yet. */
  shared: SharedShortlist | null;
  status: number;
  topics: Topics;
}

/** A shortlist behind a code: `/s/4KD7PX`, or `/s?code=4kd 7px` as the form sends it. */
export const sharedShortlistPage: Page<SharedProps> = {
  async load(data, { params, query, problemOf }) {
    const typed = [params.code ?? query.code ?? ''].flat().join('');
    const topics = await data.topics();
    if (typed.trim() === '') return { typed: '', topics, shared: null, status: 200 };
    try {
      return { typed, topics, shared: await data.openShortlist(typed), status: 200 };
    } catch (error) {
      const { status } = problemOf(error);
      if (status >= 500) throw error;
      return { typed, topics, shared: null, status };
    }
  },
  title: heading,
  status: ({ status }) => status,
  style: 'takeaway',
  Body: SharedBody,
};

function SharedBody(props: SharedProps & PageSetting) {
  const { reader, origin, typed, shared, status, topics } = props;
  const { t, urls, now } = reader;
  if (!shared)
    return (
      <div class="wrap stack loose narrow">
        <h1>{heading(props, reader)}</h1>
        {status !== 200 && <p class="lead">{t(sayTrouble(status))}</p>}
        <CodeEntry reader={reader} typed={status === 410 ? '' : typed} />
      </div>
    );
  const slugs = shared.items.map(({ slug }) => slug);
  const day = londonDay(shared.until);
  const until = day === londonDay(now) ? sayTime(t, shared.until) : sayFullDate(t, day);
  return (
    <div class="wrap stack wide-gap">
      <header class="stack tight">
        <h1>{heading(props, reader)}</h1>
        <p class="lead">{t('code.until', { until })}</p>
        <p class="on-screen">{t('code.read-out')}</p>
        <p class="row on-screen">
          <button type="button" class="button quiet" data-keep-all={slugs.join(',')} hidden>
            {t('keep.keep-all')}
          </button>
        </p>
      </header>
      <KeptThings reader={reader} shortlist={shared} topics={topics} />
      {slugs.length > 0 && <TakeAway reader={reader} slugs={slugs} address={origin + urls.shared(shared.code)} />}
    </div>
  );
}

function heading({ shared, status }: SharedProps, { t }: Reader): string {
  if (shared) return t('code.title', { code: sayCode(shared.code) });
  return t(status === 200 ? 'code.open-list' : 'code.none');
}

function sayTrouble(status: number): 'code.gone' | 'code.misread' | 'code.unknown' {
  if (status === 410) return 'code.gone';
  return status === 400 ? 'code.misread' : 'code.unknown';
}
