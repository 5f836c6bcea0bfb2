import type { ComponentChildren } from 'preact';
import { type ImportRunView, inNoArea, type RowsAsked, type RunRowView, rowOutcomes } from '../../../../api/contract/import-run.ts';
import { Phrase } from '../../../components/phrase/phrase.tsx';
import type { Reader } from '../../../reader.ts';
import { addressOf } from './say-run.ts';

interface RunReportProps extends RowsAsked {
  reader: Reader;
  run: ImportRunView;
  rows: RunRowView[];
  next: number | null;
  /** What was just done with one of them. */
  children: ComponentChildren;
}

type Like = NonNullable<RunRowView['like']>;

/** What became of every row, fifty at a time, of all or of those that came to one thing. */
export function RunReport({ reader, run, rows, next, outcome, undone, children }: RunReportProps) {
  const { t } = reader;
  const address = addressOf(reader, run);
  const total = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
  const chips: [asked: string, number, string][] = [
    ['', total, t('runs.all')],
    ...rowOutcomes.flatMap((one): [string, number, string][] => {
      const count = run.counts[one];
      return count ? [[`outcome=${one}`, count, t(`runs.outcome-${one}`)]] : [];
    }),
    ...(run.undone.kept ? [['undone=kept', run.undone.kept, t('runs.undone-kept')] as [string, number, string]] : []),
  ];
  const asked = undone ? `undone=${undone}` : outcome ? `outcome=${outcome}` : '';
  return (
    <section class="stack narrow" aria-labelledby="report">
      <h2 id="report">{t('runs.report')}</h2>
      {children}
      <p class="row">
        {chips.map(([one, count, label]) => (
          <a class="chip" href={`${address}${one && `?${one}`}#report`} aria-current={one === asked ? 'true' : undefined}>
            {count} {label}
          </a>
        ))}
      </p>
      {run.inNoArea > 0 && run.state !== 'undone' && <p class="notice">{t('runs.no-area', { count: run.inNoArea })}</p>}
      {rows.length === 0 && <p>{t('runs.nothing-here')}</p>}
      <ol class="run-rows">
        {rows.map((row) => (
          <ReportRow reader={reader} row={row} run={run} />
        ))}
      </ol>
      <p class="row">
        {next !== null && (
          <a class="button quiet" href={`${address}?${asked && `${asked}&`}after=${next}#report`}>
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

function ReportRow({ reader, row, run }: { reader: Reader; row: RunRowView; run: ImportRunView }) {
  const { t, urls } = reader;
  const { line, outcome, name, slug, assetId, reason, said, like, undone } = row;
  const address = assetId ? urls.editAsset(assetId) : slug && urls.asset(slug);
  return (
    <li class={`run-row is-${outcome}`}>
      <span class="row-name">{address && name ? <a href={address}>{name}</a> : (name ?? '–')}</span>
      <span class="soft small">
        {run.type === 'import' && `${t('runs.line', { line })} · `}
        {t(`runs.outcome-${outcome}`)}
        {reason === inNoArea && ` · ${t('runs.in-no-area')}`}
        {undone && ` · ${t(`runs.undone-${undone}`)}`}
      </span>
      {reason && reason !== inNoArea && (
        <span class="small" lang={said ? undefined : 'en'}>
          {said ? t(`runs.reason-${said.code}`, said.values) : reason}
        </span>
      )}
      {like && <LikeOf reader={reader} row={row} like={like} run={run} />}
    </li>
  );
}

/** What a row looks like, and the way to say whether they are one. */
function LikeOf({ reader: { t, urls }, row, like, run }: { reader: Reader; row: RunRowView; like: Like; run: ImportRunView }) {
  const address = like.id ? urls.editAsset(like.id) : like.slug && urls.asset(like.slug);
  return (
    <span class="row small">
      <span>
        <Phrase
          text={t.raw(like.answer ? `runs.like-${like.answer}` : 'runs.like')}
          parts={{ name: address ? <a href={address}>{like.name}</a> : like.name }}
        />
      </span>
      {like.id && row.assetId && !row.undone && like.answer !== 'one' && (
        <a
          class={like.answer ? 'target' : 'button quiet'}
          href={urls.mergePair(like.id, row.assetId, run.id)}
          aria-label={`${t('merge.look')}: ${row.name}`}
        >
          {t('merge.look')}
        </a>
      )}
    </span>
  );
}
