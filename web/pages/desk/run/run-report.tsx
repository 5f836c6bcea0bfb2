import { type ImportRunView, type RowOutcome, type RunRowView, rowOutcomes } from '../../../../api/contract/import-run.ts';
import { Phrase } from '../../../components/phrase/phrase.tsx';
import type { Reader } from '../../../reader.ts';
import { addressOf } from './say-run.ts';

interface RunReportProps {
  reader: Reader;
  run: ImportRunView;
  rows: RunRowView[];
  next: number | null;
  outcome: RowOutcome | null;
}

/** What became of every row, fifty at a time, of all or of those that came to one thing. */
export function RunReport({ reader, run, rows, next, outcome }: RunReportProps) {
  const { t } = reader;
  const address = addressOf(reader, run);
  const total = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
  const chips: [RowOutcome | null, number, string][] = [
    [null, total, t('runs.all')],
    ...rowOutcomes.flatMap((one): [RowOutcome, number, string][] => {
      const count = run.counts[one];
      return count ? [[one, count, t(`runs.outcome-${one}`)]] : [];
    }),
  ];
  return (
    <section class="stack narrow" aria-labelledby="report">
      <h2 id="report">{t('runs.report')}</h2>
      <p class="row">
        {chips.map(([one, count, label]) => (
          <a
            class="chip"
            href={one ? `${address}?outcome=${one}#report` : `${address}#report`}
            aria-current={one === outcome ? 'true' : undefined}
          >
            {count} {label}
          </a>
        ))}
      </p>
      {rows.length === 0 && <p>{t('runs.nothing-here')}</p>}
      <ol class="run-rows">
        {rows.map((row) => (
          <ReportRow reader={reader} row={row} isFile={run.type === 'import'} />
        ))}
      </ol>
      <p class="row">
        {next !== null && (
          <a class="button quiet" href={`${address}?${outcome ? `outcome=${outcome}&` : ''}after=${next}#report`}>
            {t('runs.next')}
          </a>
        )}
        {total > 0 && (
          <a class="target" href={`${address}/report.csv`} download>
            {t('runs.download')}
          </a>
        )}
      </p>
    </section>
  );
}

function ReportRow({ reader: { t, urls }, row, isFile }: { reader: Reader; row: RunRowView; isFile: boolean }) {
  const { line, outcome, name, slug, reason, like, undone } = row;
  return (
    <li class={`run-row is-${outcome}`}>
      <span class="row-name">{slug && name ? <a href={urls.asset(slug)}>{name}</a> : (name ?? '–')}</span>
      <span class="soft small">
        {isFile && `${t('runs.line', { line })} · `}
        {t(`runs.outcome-${outcome}`)}
        {undone && ` · ${t(`runs.undone-${undone}`)}`}
      </span>
      {reason && (
        <span class="small" lang="en">
          {reason}
        </span>
      )}
      {like && (
        <span class="small">
          <Phrase text={t.raw('runs.like')} parts={{ name: like.slug ? <a href={urls.asset(like.slug)}>{like.name}</a> : like.name }} />
        </span>
      )}
    </li>
  );
}
