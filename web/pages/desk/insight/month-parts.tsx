import type { Insight } from '../../../../api/contract/insight.ts';
import { BarTable } from '../../../components/bar-table/bar-table.tsx';
import { Words } from '../../../components/words/words.tsx';
import { sayFigure, sayPercent } from '../../../i18n/say-figure.ts';
import type { Reader } from '../../../reader.ts';

interface PartProps {
  reader: Reader;
  insight: Insight;
}

/** What coordinators and builders did with people, none of whom is known. */
export function ConnectionsPart({ reader: { t }, insight: { connections } }: PartProps) {
  const rows = [
    { label: t('connect.told'), count: connections.told },
    { label: t('connect.walked-along'), count: connections.walkedAlong },
    { label: t('connect.introduced'), count: connections.introduced },
  ];
  return (
    <section class="stack" aria-labelledby="connections">
      <h2 id="connections">{t('insight.connections')}</h2>
      <BarTable
        caption={
          connections.neighbourly === null ? t('insight.month') : t('insight.neighbourly', { share: sayPercent(connections.neighbourly) })
        }
        heads={[t('insight.what'), t('insight.times')]}
        rows={rows.map(({ label, count }) => ({ label, bar: count, figures: [sayFigure(t, count)] }))}
      />
    </section>
  );
}

/** What people looked for in the month and did not find: somebody may start it. */
export function GapsPart({ reader: { t }, insight: { gaps } }: PartProps) {
  return (
    <section class="stack" aria-labelledby="gaps">
      <h2 id="gaps">{t('insight.gaps')}</h2>
      {gaps.length === 0 ? (
        <p>{t('insight.no-gaps')}</p>
      ) : (
        <BarTable
          caption={t('insight.gaps-caption')}
          heads={[t('insight.term'), t('insight.times')]}
          rows={gaps.map(({ term, looks }) => ({ label: term, bar: looks, figures: [String(looks)] }))}
        />
      )}
    </section>
  );
}

/** Where a check does most good. */
export function ViewedPart({ reader, insight: { viewedButStale } }: PartProps) {
  const { t, urls } = reader;
  return (
    <section class="stack" aria-labelledby="viewed">
      <h2 id="viewed">{t('insight.viewed')}</h2>
      {viewedButStale.length === 0 ? (
        <p>{t('insight.no-viewed')}</p>
      ) : (
        <BarTable
          caption={t('insight.viewed-caption')}
          heads={[t('quality.things'), t('insight.views')]}
          rows={viewedButStale.map(({ slug, name, name_cy, views }) => ({
            label: (
              <a href={urls.asset(slug)}>
                <Words reader={reader} en={name} cy={name_cy} />
              </a>
            ),
            bar: views,
            figures: [String(views)],
          }))}
        />
      )}
    </section>
  );
}
