import type { ImportRunView } from '../../../../api/contract/import-run.ts';
import type { Reader } from '../../../reader.ts';
import { addressOf } from './say-run.ts';

/** What the island is given. */
export interface RunProgressProps {
  address: string;
}

/** How far it is. With script it counts up and then shows what came of it; without, the page is fetched anew now and then. */
export function RunProgress({ reader, run, says }: { reader: Reader; run: ImportRunView; says: string }) {
  const props: RunProgressProps = { address: addressOf(reader, run) };
  return (
    <section class="card stack tight narrow" data-desk-island="run-progress" data-props={JSON.stringify(props)}>
      <progress id="progress" max={Math.max(1, run.total)} value={Math.min(run.done, run.total)} aria-labelledby="progress-said" />
      <p id="progress-said">{says}</p>
      <p class="soft">{reader.t('runs.progress-hint')}</p>
      <noscript>
        <meta http-equiv="refresh" content="2" />
      </noscript>
    </section>
  );
}
