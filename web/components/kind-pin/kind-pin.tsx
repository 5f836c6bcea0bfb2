import type { ListingKind } from '../../../api/contract/vocabulary.ts';

/** A pin as on the map: its kind by colour and shape, its place in the list by number, or its kind's letter where there is no list. */
export function KindPin({ kind, mark }: { kind: ListingKind; mark: number | string }) {
  return (
    <span class={`pin kind-${kind}`} aria-hidden="true">
      {mark}
    </span>
  );
}
