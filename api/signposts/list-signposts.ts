import type { Signpost, Signposts } from '../contract/signpost.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';

/** Services of last resort for the whole district, crisis lines first. */
export async function listSignposts({ db }: Pick<Deps, 'db'>): Promise<Signposts> {
  return { items: await publishedSignposts(db) };
}

const publishedSignposts = (db: Queryable) =>
  db.query<Signpost>(
    'published-signposts',
    `select id, slug, name, name_cy, summary, summary_cy, phone, web, hours, crisis, languages, access
    from signposts where status = 'published'
    order by crisis desc, name`,
  );
