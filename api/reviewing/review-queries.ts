import type { AssetState } from '../contract/asset-state.ts';
import type { SuggestionType } from '../contract/suggestion.ts';
import type { Queryable } from '../db/database.ts';

/** Null: everywhere. `andNone`: with what lies in no area. */
export interface Where {
  areaIds: string[] | null;
  andNone: boolean;
}

const inAreas = `($1::uuid[] is null or a.area_id = any($1::uuid[]) or ($2::boolean and a.area_id is null))`;

export interface SuggestionRow {
  id: string;
  type: SuggestionType;
  text: string | null;
  hears: boolean;
  created_at: Date;
  asset_id: string;
  name: string;
  name_cy: string | null;
  status: string;
  version: number;
  area_id: string | null;
}

/** That something has closed first, for it harms most; then the oldest. */
export const waitingSuggestions = (db: Queryable, { areaIds, andNone }: Where, limit: number) =>
  db.query<SuggestionRow>(
    'waiting-suggestions',
    `select s.id, s.type, s.text, s.reply_email is not null as hears, s.created_at, a.id as asset_id, a.name, a.name_cy, a.status, a.version, a.area_id
     from suggestions s join assets a on a.id = s.asset_id
     where s.status = 'waiting' and ${inAreas}
     order by s.type = 'closed' desc, s.created_at, s.id limit $3::integer`,
    [areaIds, andNone, limit],
  );

export async function suggestionToAnswer(db: Queryable, id: string): Promise<Pick<SuggestionRow, 'type' | 'asset_id' | 'area_id'> | null> {
  const [row] = await db.query<Pick<SuggestionRow, 'type' | 'asset_id' | 'area_id'>>(
    'suggestion-to-answer',
    'select s.type, s.asset_id, a.area_id from suggestions s join assets a on a.id = s.asset_id where s.id = $1::uuid',
    [id],
  );
  return row ?? null;
}

export interface EditRow {
  id: string;
  /** Null: the group itself. */
  by: string | null;
  made_at: Date;
  asset_id: string;
  of_version: number;
  version: number;
  state: AssetState;
}

export const waitingEdits = (db: Queryable, { areaIds, andNone }: Where, limit: number) =>
  db.query<EditRow>(
    'waiting-edits',
    `select p.id, who.name as by, p.made_at, p.asset_id, p.of_version, a.version, p.state
     from proposed_edits p join assets a on a.id = p.asset_id left join accounts who on who.id = p.account_id
     where p.status = 'waiting' and ${inAreas}
     order by p.made_at, p.id limit $3::integer`,
    [areaIds, andNone, limit],
  );

export async function countFromBuildersIn(db: Queryable, { areaIds, andNone }: Where): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'count-from-builders',
    `select count(*)::int as count
     from (
       select asset_id from proposed_edits where status = 'waiting' union all select asset_id from asset_photos where waits and removed_at is null
     ) p join assets a on a.id = p.asset_id
     where ${inAreas}`,
    [areaIds, andNone],
  );
  return row?.count ?? 0;
}

export const namesOfAssets = (db: Queryable, ids: string[]) =>
  db.query<{ id: string; name: string; name_cy: string | null }>(
    'names-of-assets',
    'select id, name, name_cy from assets where id = any($1::uuid[])',
    [ids],
  );

/** Null: there is none. */
export async function areaOfProposal(db: Queryable, id: string): Promise<{ area_id: string | null } | null> {
  const [row] = await db.query<{ area_id: string | null }>('area-of-proposal', 'select area_id from proposals where id = $1::uuid', [id]);
  return row ?? null;
}

export async function suggestionText(db: Queryable, id: string, assetId: string): Promise<string | null> {
  const [row] = await db.query<{ text: string | null }>(
    'suggestion-text',
    `select text from suggestions where id = $1::uuid and asset_id = $2::uuid and status = 'waiting'`,
    [id, assetId],
  );
  return row?.text ?? null;
}
