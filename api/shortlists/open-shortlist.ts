import type { SharedShortlist } from '../contract/shortlist.ts';
import type { Deps } from '../deps.ts';
import { badRequest, gone, notFound } from '../errors.ts';
import { codeLength, readCode } from './code-rules.ts';
import { shortlistByCode } from './shortlist-queries.ts';
import { showAssets } from './show-shortlist.ts';

/** The shortlist behind a code as someone typed it. Throws bad-request for what is no code, not-found, and gone when its time is up. */
export async function openShortlist(deps: Pick<Deps, 'db' | 'clock'>, typed: string): Promise<SharedShortlist> {
  const code = readCode(typed);
  if (code === null) throw badRequest([{ field: 'code', detail: `a code has ${codeLength} letters and numbers` }]);
  const [row] = await shortlistByCode(deps.db, code);
  if (!row) throw notFound('There is no list with that code. Please look at it once more, or ask for a new one.');
  if (row.expires_at <= deps.clock.now()) throw gone('The time of that code is up. Please ask for a new one.');
  return { ...(await showAssets(deps, row.asset_ids)), code, until: row.expires_at.toISOString() };
}
