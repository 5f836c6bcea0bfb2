import type { Coverage, Insight } from '../../../../api/contract/insight.ts';
import type { QualityFigures } from '../../../../api/contract/quality.ts';
import { BarTable } from '../../../components/bar-table/bar-table.tsx';
import { Words } from '../../../components/words/words.tsx';
import { sayFigure, sayPercent } from '../../../i18n/say-figure.ts';
import type { Reader } from '../../../reader.ts';

interface CoverageTableProps {
  reader: Reader;
  coverage: Coverage[];
  of: 'kinds' | 'topics';
  population: Insight['population'];
}

/** How much there is of each, and for how many people. */
export function CoverageTable({ reader, coverage, of, population }: CoverageTableProps) {
  const { t } = reader;
  return (
    <section class="stack" aria-labelledby={of}>
      <h2 id={of}>{t(`insight.${of}`)}</h2>
      <BarTable
        caption={
          population === null ? t('insight.no-population') : t('insight.per-thousand', { population: population.toLocaleString('en-GB') })
        }
        heads={[t(`insight.${of}-head`), t('quality.things'), t('insight.per-thousand-head')]}
        rows={coverage.map(({ label, label_cy, count, perThousand }) => ({
          label: <Words reader={reader} en={label} cy={label_cy} />,
          bar: count,
          figures: [sayFigure(t, count), perThousand === null ? '–' : perThousand.toFixed(1)],
        }))}
      />
    </section>
  );
}

/** Of everything we know of here. */
export function FreshnessTable({ reader: { t }, figures }: { reader: Reader; figures: QualityFigures }) {
  const rows = [
    { label: t('insight.listed'), count: figures.listed },
    { label: t('insight.ageing'), count: figures.ageing },
    { label: t('insight.stale'), count: figures.stale },
    { label: t('checks.lapsed'), count: figures.lapsed },
  ];
  return (
    <section class="stack" aria-labelledby="freshness">
      <h2 id="freshness">{t('quality.title')}</h2>
      <BarTable
        caption={figures.share === null ? t('quality.too-few') : `${sayPercent(figures.share)} ${t('quality.share')}`}
        heads={[t('insight.state'), t('quality.things')]}
        rows={rows.map(({ label, count }) => ({ label, bar: count, figures: [sayFigure(t, count)] }))}
      />
    </section>
  );
}
