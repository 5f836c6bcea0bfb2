import type { Quality, QualityFigures } from '../../api/contract/quality.ts';
import { BarTable } from '../components/bar-table/bar-table.tsx';
import { Words } from '../components/words/words.tsx';
import { sayFullDate } from '../i18n/format.ts';
import { sayFigure, sayPercent } from '../i18n/say-figure.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';

interface QualityProps {
  quality: Quality;
}

/** How true the directory is: in the open, for everyone, and on paper. */
export const qualityPage: Page<QualityProps> = {
  load: async (data) => ({ quality: await data.quality() }),
  title: (_props, { t }) => t('quality.title'),
  description: (_props, { t }) => t('quality.how-text'),
  style: 'figures',
  Body: QualityBody,
};

function QualityBody({ reader, quality: { on, all, areas } }: QualityProps & PageSetting) {
  const { t } = reader;
  return (
    <div class="wrap stack loose">
      <header class="stack tight narrow">
        <h1>{t('quality.title')}</h1>
        {all.share !== null && (
          <p class="lead">
            <span class="big-figure">{sayPercent(all.share)}</span> {t('quality.share')}
          </p>
        )}
        <p class="soft">{t('quality.on', { date: sayFullDate(t, on) })}</p>
      </header>
      <section class="stack" aria-labelledby="areas">
        <h2 id="areas">{t('quality.areas')}</h2>
        <BarTable
          caption={t('quality.areas-caption')}
          heads={[t('quality.area'), t('quality.checked'), t('quality.stale'), t('quality.lapsed')]}
          whole={100}
          rows={areas.map((area) => ({
            label: (
              <a href={reader.urls.area(area.slug)}>
                <Words reader={reader} en={area.name} cy={area.name_cy} />
              </a>
            ),
            more: t('quality.listed', { figure: sayFigure(t, area.listed) }),
            bar: area.share,
            figures: [
              area.share === null ? t('quality.too-few') : sayPercent(area.share),
              sayFigure(t, area.stale),
              sayFigure(t, area.lapsed),
            ],
          }))}
        />
      </section>
      <Whom reader={reader} all={all} />
      <section class="stack tight prose" aria-labelledby="done">
        <h2 id="done">{t('quality.done')}</h2>
        <p>{t('quality.asked', { asked: sayFigure(t, all.asked), answered: sayFigure(t, all.answered) })}</p>
        <p>{t('quality.done-text')}</p>
      </section>
      <section class="stack tight prose" aria-labelledby="how">
        <h2 id="how">{t('quality.how')}</h2>
        <p>{t('quality.how-text')}</p>
        <p>{t('quality.small')}</p>
      </section>
    </div>
  );
}

/** Whose word it was, of all that was checked of late. */
function Whom({ reader: { t }, all }: { reader: Reader; all: QualityFigures }) {
  const rows = [
    { name: t('quality.by-group'), count: all.by.group },
    { name: t('quality.by-coordinator'), count: all.by.coordinator },
    { name: t('quality.by-resident'), count: all.by.resident },
  ];
  return (
    <section class="stack narrow" aria-labelledby="whom">
      <h2 id="whom">{t('quality.whom')}</h2>
      <BarTable
        caption={t('quality.whom-caption')}
        heads={[t('quality.who'), t('quality.things')]}
        whole={Math.max(1, all.checked ?? 0)}
        rows={rows.map(({ name, count }) => ({ label: name, bar: count, figures: [sayFigure(t, count)] }))}
      />
    </section>
  );
}
