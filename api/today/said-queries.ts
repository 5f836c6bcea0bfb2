import type { Proposal } from '../contract/proposal.ts';
import type { Queryable } from '../db/database.ts';
import { inPatch, type Listed, listed, seenOften, today } from './listed.ts';

/** Of the asset that an item is about. */
export const assetColumns = `a.id, a.slug, a.name, a.name_cy, r.name as area_name, r.name_cy as area_name_cy, a.last_checked_at, a.last_checked_by,
  case when a.kind <> 'people' then a.contact_name end as contact_name, case when a.kind <> 'people' then a.contact_phone end as contact_phone`;

export const assetOf = (id: string) => `join assets a on a.id = ${id} left join areas r on r.id = a.area_id`;

export interface SaidRow {
  text: string | null;
  by_group: boolean;
  /** YYYY-MM-DD. */
  on: string;
}

/** What neighbours and groups said of something that is there: where it is on within a week, "it has closed" comes before all. */
export const saidItems = (db: Queryable, asked: Listed) =>
  listed<SaidRow>(
    db,
    'said',
    {
      found: `select 'suggestion:' || s.id as key, s.asset_id, ${seenOften} as weight, s.text, s.by_group,
          (s.created_at at time zone 'Europe/London')::date as on,
          case when s.type <> 'closed' then 'changed' when (
            select n.starts_at from occurrences n where n.asset_id = a.id and n.status <> 'cancelled' and n.starts_at >= $2::timestamptz
            order by n.starts_at limit 1
          ) < $2::timestamptz + interval '7 days' then 'closed-soon' else 'closed' end as reason
        from suggestions s join assets a on a.id = s.asset_id
        where s.status = 'waiting' and s.delete_on > ${today} and ${inPatch(asked)}`,
      shown: { columns: assetColumns, joins: assetOf('t.asset_id') },
    },
    asked,
  );

export interface ProposedRow {
  fields: Proposal;
  looks_like: 'asset' | 'service';
  name: string;
  /** YYYY-MM-DD. */
  on: string;
}

/** What was proposed and is probably no junk, what waits longest first. */
export const proposedItems = (db: Queryable, asked: Listed, junkFrom: number) =>
  listed<ProposedRow>(
    db,
    'proposed',
    {
      found: `select 'proposal:' || a.id as key, 'proposed' as reason, ${today} - (a.created_at at time zone 'Europe/London')::date as weight, a.id as proposal_id
        from proposals a
        where a.status = 'waiting' and a.junk_score < $10::int and a.delete_on > ${today} and ${inPatch(asked)}`,
      shown: {
        columns: `p.fields ->> 'name' as name, p.fields, p.looks_like, (p.created_at at time zone 'Europe/London')::date as on,
          r.name as area_name, r.name_cy as area_name_cy`,
        joins: 'join proposals p on p.id = t.proposal_id left join areas r on r.id = p.area_id',
      },
    },
    asked,
    [junkFrom],
  );

/** What people looked for and did not find, this month and last. */
export const lookedForItems = (db: Queryable, asked: Listed, fewestLooks: number) =>
  listed<{ name: string }>(
    db,
    'looked-for',
    {
      found: `select 'gap:' || g.month || ':' || g.area || ':' || g.term_hash as key, 'looked-for' as reason, g.looks as weight, g.term as name, g.area
        from gaps g left join (select r.slug, r.id as area_id from areas r) a on a.slug = g.area
        where g.term is not null and g.looks >= $10::int and g.month >= date_trunc('month', ${today}) - interval '1 month' and ${inPatch(asked)}`,
      shown: { columns: 'r.name as area_name, r.name_cy as area_name_cy', joins: 'left join areas r on r.slug = t.area' },
    },
    asked,
    [fewestLooks],
  );
