import type { Queryable } from '../db/database.ts';

export const removeAssets = (tx: Queryable, ids: string[]) =>
  tx.query('remove-assets', 'delete from assets where id = any ($1::uuid[])', [ids]);

export const removeSignposts = (tx: Queryable, ids: string[]) =>
  tx.query('remove-signposts', 'delete from signposts where id = any ($1::uuid[])', [ids]);

/** Leaves a venue that something of another source is held at: it then belongs to nobody's file. */
export const removeVenues = async (tx: Queryable, ids: string[]) => {
  await tx.query(
    'remove-venues',
    `delete from venues v where v.id = any ($1::uuid[])
       and not exists (select 1 from assets a where a.venue_id = v.id)
       and not exists (select 1 from sessions s where s.venue_id = v.id)
       and not exists (select 1 from events e where e.venue_id = v.id)`,
    [ids],
  );
  await tx.query('disown-venues', 'update venues set source = null, source_id = null where id = any ($1::uuid[])', [ids]);
};

export const removeSamplePostcodes = (tx: Queryable, kept: string[]) =>
  tx.query('remove-sample-postcodes', `delete from postcodes where postcode like 'QX%' and postcode <> all ($1::text[])`, [kept]);

export const removeSamplePlaces = (tx: Queryable) => tx.query('remove-sample-places', `delete from places where source = 'sample'`, []);

export const removeSource = (tx: Queryable, slug: string) => tx.query('remove-source', 'delete from sources where slug = $1::text', [slug]);

export const sourceStands = (tx: Queryable, slug: string) =>
  tx.query<{ stands: boolean }>('source-stands', 'select exists (select 1 from sources where slug = $1::text) as stands', [slug]);
