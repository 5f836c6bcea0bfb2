import type { PatchState } from '../../../api/contract/desk-asset.ts';
import type { Reader } from '../../reader.ts';

/** How an asset stands, as a word with a mark: never by colour alone. */
export function StateMark({ reader, state }: { reader: Reader; state: PatchState }) {
  return <span class={`state-mark is-${state}`}>{reader.t(`patch.state-${state}`)}</span>;
}
