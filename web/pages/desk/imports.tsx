import type { ImportRunView } from '../../../api/contract/import-run.ts';
import type { Reader } from '../../reader.ts';
import type { DeskPage } from '../../server/desk-page.ts';
import { CountChips } from './run/count-chips.tsx';
import { addressOf, nameRun, sayWhoAndWhen } from './run/say-run.ts';

/** What was brought in, and what was changed in bulk: each with the way back. */
export const importsPage: DeskPage<{ runs: ImportRunView[] }> = {
  load: async (data, _request, viewer) => ({ runs: await data.desk.runs(viewer) }),
  title: (_props, { t }) => t('runs.title'),
  style: 'runs',
  Body: ({ reader, runs }) => (
    <div class="wrap stack loose narrow">
      <header class="stack">
        <h1>{reader.t('runs.title')}</h1>
        <p class="lead">{reader.t('runs.lead')}</p>
        <p class="row">
          <a class="button" href={reader.urls.newImport()}>
            {reader.t('runs.new')}
          </a>
          <a class="button quiet" href={reader.urls.bulk()}>
            {reader.t('bulk.title')}
          </a>
        </p>
      </header>
      <section class="stack" aria-labelledby="so-far">
        <h2 id="so-far">{reader.t('runs.latest')}</h2>
        {runs.length === 0 && <p>{reader.t('runs.none')}</p>}
        <ul class="stack tight">
          {runs.map((run) => (
            <RunCard reader={reader} run={run} />
          ))}
        </ul>
      </section>
    </div>
  ),
};

function RunCard({ reader, run }: { reader: Reader; run: ImportRunView }) {
  return (
    <li class="card stack tight run-card">
      <h3>
        <a href={addressOf(reader, run)}>{nameRun(reader, run)}</a>
      </h3>
      <p>
        <strong>{reader.t(`runs.state-${run.state}`)}</strong>
        <span class="soft"> · {sayWhoAndWhen(reader, run)}</span>
      </p>
      <CountChips reader={reader} run={run} />
    </li>
  );
}
