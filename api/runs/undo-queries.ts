import type { Queryable } from '../db/database.ts';
import type { BeforeCheck } from './run-row-queries.ts';

/** Held until the commit. `is_taken_up`: somebody has checked it, or written about it, so it is theirs too. */
export async function assetsNow(tx: Queryable, ids: string[]) {
  await tx.query('hold-assets-to-undo', 'select from assets where id = any ($1::uuid[]) order by id for update', [ids]);
  return tx.query<{ id: string; version: number; is_taken_up: boolean }>(
    'assets-to-undo',
    `select a.id, a.version, a.last_checked_at is not null or exists (select from suggestions s where s.asset_id = a.id) as is_taken_up
     from assets a where a.id = any ($1::uuid[])`,
    [ids],
  );
}

/** With its revisions: of what was never meant to be here, no copy stays. */
export const removeAssets = async (tx: Queryable, ids: string[]) => {
  await tx.query('remove-run-assets', 'delete from assets where id = any ($1::uuid[])', [ids]);
  await tx.query('remove-run-revisions', `delete from revisions where subject_type = 'asset' and subject_id = any ($1::uuid[])`, [ids]);
};

/** Places that came with a source and that nothing is at. */
export const removeUnusedVenues = (tx: Queryable, source: string) =>
  tx.query(
    'remove-unused-venues',
    `with gone as (
       delete from venues v where v.source = $1::text
         and not exists (select from assets a where a.venue_id = v.id)
         and not exists (select from sessions s where s.venue_id = v.id)
         and not exists (select from events e where e.venue_id = v.id)
       returning v.id
     )
     delete from revisions r using gone where r.subject_type = 'venue' and r.subject_id = gone.id`,
    [source],
  );

export const removeUnusedSource = (tx: Queryable, source: string) =>
  tx.query(
    'remove-unused-source',
    `delete from sources s where s.slug = $1::text
       and not exists (select from assets a where a.source = s.slug)
       and not exists (select from venues v where v.source = s.slug)
       and not exists (select from signposts p where p.source = s.slug)
       and not exists (select from areas r where r.source = s.slug)`,
    [source],
  );

/** Unless a later check stands: then that one is worth more. */
export const putCheckBack = (tx: Queryable, assetId: string, { checked_at, checked_by, own_check_at }: BeforeCheck) =>
  tx.query<{ id: string }>(
    'put-check-back',
    `with undone as (
       update assets set last_checked_at = $2::timestamptz, last_checked_by = $3::text
       where id = $1::uuid and last_checked_at = $4::timestamptz returning id
     ), gone as (
       delete from checks c using undone where c.asset_id = undone.id and c.checked_at = $4::timestamptz
     )
     select id from undone`,
    [assetId, checked_at, checked_by, own_check_at],
  );
