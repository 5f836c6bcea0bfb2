import type { Asset } from '../../../api/contract/asset.ts';
import { Words } from '../../components/words/words.tsx';
import type { Reader } from '../../reader.ts';

/** Apart from where it happens: a hall is not the choir that sings in it. */
export function WhoRunsIt({ reader, asset }: { reader: Reader; asset: Asset }) {
  if (!asset.run_by) return null;
  return (
    <section class="stack tight" aria-labelledby="runs">
      <h2 id="runs">{reader.t('asset.runs')}</h2>
      <p>
        <Words reader={reader} en={asset.run_by} />
      </p>
    </section>
  );
}
