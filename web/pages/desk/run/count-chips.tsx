import { type ImportRunView, rowOutcomes } from '../../../../api/contract/import-run.ts';
import type { Reader } from '../../../reader.ts';

/** How many rows came to what, in a line of words. */
export function CountChips({ reader: { t }, run }: { reader: Reader; run: ImportRunView }) {
  const said = rowOutcomes.flatMap((outcome) => {
    const count = run.counts[outcome];
    return count ? [`${count} ${t(`runs.outcome-${outcome}`)}`] : [];
  });
  return said.length > 0 ? <p class="soft">{said.join(' · ')}</p> : null;
}
