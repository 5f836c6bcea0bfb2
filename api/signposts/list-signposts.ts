import type { Signposts } from '../contract/signpost.ts';
import { webAddress } from '../contract/web-address.ts';
import type { Deps } from '../deps.ts';
import { publishedSignposts } from './signpost-queries.ts';

/** Services of last resort for the whole district, crisis lines first. */
export async function listSignposts({ db }: Pick<Deps, 'db'>): Promise<Signposts> {
  return { items: (await publishedSignposts(db)).map((row) => ({ ...row, web: webAddress(row.web) })) };
}
