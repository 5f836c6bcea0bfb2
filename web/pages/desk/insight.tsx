import type { Insight } from '../../../api/contract/insight.ts';
import { Words } from '../../components/words/words.tsx';
import { sayMonth } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import { londonDay } from '../../i18n/london-day.ts';
import { addMonths, readMonth } from '../../i18n/months.ts';
import type { Reader } from '../../reader.ts';
import type { DeskPage } from '../../server/desk-page.ts';
import { CoverageTable, FreshnessTable } from './insight/coverage-table.tsx';
import { ConnectionsPart, GapsPart, ViewedPart } from './insight/month-parts.tsx';

interface InsightProps {
  insight: Insight;
}

/** My patch in figures, month by month, on screen and on paper: of things, never of people. */
export const insightPage: DeskPage<InsightProps> = {
  async load(data, { query }, viewer) {
    const area = typeof query.area === 'string' && query.area !== '' ? query.area : null;
    return { insight: await data.desk.insight(viewer, { area, month: readMonth(query.month) }) };
  },
  title: (_props, { t }) => t('insight.title'),
  style: 'figures',
  Body: ({ reader, insight }) => (
    <div class="wrap stack loose">
      <InsightHead reader={reader} insight={insight} />
      <div class="figures-grid">
        <CoverageTable reader={reader} coverage={insight.kinds} of="kinds" population={insight.population} />
        <CoverageTable reader={reader} coverage={insight.topics} of="topics" population={insight.population} />
        <FreshnessTable reader={reader} figures={insight.freshness} />
        <ConnectionsPart reader={reader} insight={insight} />
        <GapsPart reader={reader} insight={insight} />
        <ViewedPart reader={reader} insight={insight} />
      </div>
      <p class="soft">{reader.t('quality.small')}</p>
    </div>
  ),
};

function InsightHead({ reader, insight }: { reader: Reader; insight: Insight }) {
  const { t, now } = reader;
  const { areas, area, month } = insight;
  const next = addMonths(month, 1);
  const chosen = areas.find(({ slug }) => slug === area) ?? (areas.length === 1 ? areas[0] : undefined);
  const at = (change: { area?: string; month?: string }) => insightUrl(reader, { area: area ?? '', month, ...change });
  return (
    <header class="stack tight">
      <h1>
        {t('insight.title')} · {sayMonth(t, month)}
      </h1>
      <p class="lead">{chosen ? inLocale(reader.locale, chosen.name, chosen.name_cy).text : t('insight.all-areas')}</p>
      <nav class="row on-screen" aria-label={t('insight.months')}>
        <a class="target" href={at({ month: addMonths(month, -1) })}>
          ← {sayMonth(t, addMonths(month, -1))}
        </a>
        {next <= londonDay(now).slice(0, 7) && (
          <a class="target" href={at({ month: next })}>
            {sayMonth(t, next)} →
          </a>
        )}
      </nav>
      {areas.length > 1 && (
        <nav class="row on-screen" aria-label={t('desk.my-areas')}>
          <a class="chip" href={at({ area: '' })} aria-current={area === null ? 'page' : undefined}>
            {t('insight.all-areas')}
          </a>
          {areas.map(({ slug, name, name_cy }) => (
            <a class="chip" href={at({ area: slug })} aria-current={area === slug ? 'page' : undefined}>
              <Words reader={reader} en={name} cy={name_cy} />
            </a>
          ))}
        </nav>
      )}
    </header>
  );
}

const insightUrl = ({ urls }: Reader, { area, month }: { area: string; month: string }) =>
  `${urls.at('/desk/insight')}?${new URLSearchParams({ month, ...(area && { area }) })}`;
