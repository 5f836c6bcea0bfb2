import type { TodayAfter, TodayItem } from '../contract/today.ts';
import type { Checker } from '../contract/vocabulary.ts';
import { londonDate } from '../time/london-time.ts';
import type { AlikeRow } from './asset-item-queries.ts';
import type { ProposedRow, SaidRow } from './said-queries.ts';

interface AssetRow {
  id: string;
  slug: string;
  name_cy: string | null;
  last_checked_at: Date | null;
  last_checked_by: Checker | null;
  contact_name: string | null;
  contact_phone: string | null;
}

/** A row of any sort: what all have, and what some have. */
export type AnyRow = TodayAfter & { total: number } & Partial<
    AssetRow &
      AlikeRow &
      Omit<SaidRow, 'on'> &
      Omit<ProposedRow, 'on'> & { area_name: string | null; area_name_cy: string | null; on: string | null }
  >;

export function presentItem(row: AnyRow): TodayItem {
  const { key, reason, weight, name = '', name_cy = null, area_name, last_checked_at: at, last_checked_by: by, contact_phone: phone } = row;
  const other = { name: row.other_name ?? '', name_cy: row.other_name_cy ?? null };
  return {
    ...{ key, reason, weight, name, name_cy },
    area: area_name ? { name: area_name, name_cy: row.area_name_cy ?? null } : null,
    assets: [...named(row.id, row.slug, { name, name_cy }), ...named(row.other_id, row.other_slug, other)],
    likenesses: row.likenesses ?? [],
    text: row.text ?? null,
    byGroup: row.by_group ?? false,
    on: row.on ?? null,
    checked: at && by ? { on: londonDate(at), by } : null,
    contact: phone ? { name: row.contact_name ?? null, phone } : null,
    proposal: row.fields && row.looks_like ? presentProposal(row.fields, row.looks_like) : null,
  };
}

const named = (id: string | undefined, slug: string | undefined, names: { name: string; name_cy: string | null }) =>
  id && slug ? [{ id, slug, ...names }] : [];

/** A contact that is not to be shown stays off the list: whoever needs it opens the proposal. */
function presentProposal(
  { happens, when, place, join, contact, contact_name, may_show }: ProposedRow['fields'],
  looks_like: 'asset' | 'service',
) {
  return { happens, when, place, join, contact: may_show === 'yes' ? [contact_name, contact].filter(Boolean).join(', ') : '', looks_like };
}
