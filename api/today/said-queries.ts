import type { Proposal } from '../contract/proposal.ts';
import type { Queryable } from '../db/database.ts';
import { inPatch, type Listed, listed, seenOften, today } from './listed.ts';

/** Of the asset that an item is about. */
export const assetColumns = `a.id, a.slug, a.name, a.name_cy, r.name as area_name, r.name_cy as area_name_cy, a.last_checked_at, a.last_checked_by,
  case when a.kind <> 'people' then a.contact_name end as contact_name, case when a.kind <> 'people' then a.contact_phone end as contact_phone`;

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
    `select 'suggestion:' || s.id as key, ${assetColumns}, ${seenOften} as weight, s.text, s.by_group,
       (s.created_at at time zone 'Europe/London')::date as on,
       case when s.type <> 'closed' then 'changed' when exists (
         select from occurrences n where n.asset_id = a.id and n.status <> 'cancelled'
           and n.starts_at >= $2::timestamptz and n.starts_at < $2::timestamptz + interval '7 days'
       ) then 'closed-soon' else 'closed' end as reason
     from suggestions s join assets a on a.id = s.asset_id left join areas r on r.id = a.area_id
     where s.status = 'waiting' and s.delete_on > ${today} and ${inPatch}`,
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
    `select 'proposal:' || a.id as key, 'proposed' as reason, ${today} - (a.created_at at time zone 'Europe/London')::date as weight,
       a.fields ->> 'name' as name, a.fields, a.looks_like, (a.created_at at time zone 'Europe/London')::date as on,
       r.name as area_name, r.name_cy as area_name_cy
     from proposals a left join areas r on r.id = a.area_id
     where a.status = 'waiting' and a.junk_score < $10::int and a.delete_on > ${today} and ${inPatch}`,
    asked,
    [junkFrom],
  );

/** What people looked for and did not find, this month and last. */
export const lookedForItems = (db: Queryable, asked: Listed, fewestLooks: number) =>
  listed<{ name: string }>(
    db,
    'looked-for',
    `select 'gap:' || g.month || ':' || g.area || ':' || g.term_hash as key, 'looked-for' as reason, g.looks as weight, g.term as name,
       a.name as area_name, a.name_cy as area_name_cy
     from gaps g left join (select r.*, r.id as area_id from areas r) a on a.slug = g.area
     where g.term is not null and g.looks >= $10::int and g.month >= date_trunc('month', ${today}) - interval '1 month' and ${inPatch}`,
    asked,
    [fewestLooks],
  );
