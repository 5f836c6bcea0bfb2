import type { AssetQuery, AssetSearchPage } from '../../../api/contract/asset-query.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import type { PageRequest } from '../../server/page.ts';
import type { PageData } from '../../server/page-data.ts';
import { takePostcode } from './read-address.ts';

export interface AnywayFound {
  asked: AssetQuery;
  found: AssetSearchPage;
  /** What was typed as a place and means nothing to us. */
  lostPlace: string | null;
  /** Values that mean nothing to us, left out of the search. */
  leftOut: string[];
  /** The page asked for lies behind the last one, which is shown instead. */
  pastEnd: boolean;
}

type Address = Record<string, string | string[]>;

/** What goes away without a word: the reader never chose it, or is told of it in another way. */
const quiet = ['near', 'within', 'sort', 'page', 'per_page'];

/** An address that is not quite right is no reason for an error page: search with what makes sense, and say what did not. */
export async function searchAnyway(data: PageData, { problemOf }: Pick<PageRequest, 'problemOf'>, address: Address): Promise<AnywayFound> {
  const first = await withoutLostPostcode(data, await withoutRefused(data, problemOf, address));
  return first.found.items.length === 0 && first.found.total > 0 && first.asked.page > 1 ? lastPage(data, first) : first;
}

/** A postcode among the words that we do not know is a lost place like any other: what the words alone find is shown, and that is said once. */
async function withoutLostPostcode(data: PageData, first: AnywayFound): Promise<AnywayFound> {
  const lost = first.found.near || first.lostPlace ? null : takePostcode(first.asked.q ?? '');
  if (!lost) return first;
  const asked = { ...first.asked, q: lost.words || undefined };
  return { ...first, asked, found: await data.search(asked), lostPlace: lost.place };
}

async function withoutRefused(data: PageData, problemOf: (error: unknown) => Problem, address: Address): Promise<AnywayFound> {
  const leftOut: string[] = [];
  let lostPlace: string | null = null;
  for (let left = address; ; ) {
    try {
      const asked = data.parseAssetQuery(withoutEmptyDistance(left));
      return { asked, found: await data.search(asked), lostPlace, leftOut, pastEnd: false };
    } catch (error) {
      const refused = refusedIn(problemOf(error), left);
      if (refused.length === 0) throw error;
      if (refused.includes('near')) lostPlace = String(left.near);
      leftOut.push(...refused.filter((name) => !quiet.includes(name)).flatMap((name) => left[name] ?? []));
      left = Object.fromEntries(Object.entries(left).filter(([name]) => !refused.includes(name)));
    }
  }
}

function refusedIn({ status, errors }: Problem, address: Address): string[] {
  return status === 400 ? (errors ?? []).map(({ field }) => field).filter((field) => field in address) : [];
}

/** Without the place, how far from it and "nearest first" have no meaning. */
function withoutEmptyDistance({ within, sort, ...others }: Address): Address {
  if (others.near || others.q) return { ...others, ...(within && { within }), ...(sort && { sort }) };
  return { ...others, ...(sort && sort !== 'distance' && { sort }) };
}

async function lastPage(data: PageData, past: AnywayFound): Promise<AnywayFound> {
  const asked = { ...past.asked, page: Math.ceil(past.found.total / past.found.per_page) };
  return { ...past, asked, found: await data.search(asked), pastEnd: true };
}
