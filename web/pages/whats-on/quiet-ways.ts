import type { WhatsOnDays, WhatsOnQuery } from '../../../api/contract/whats-on.ts';
import { sayLongDate, walkMetres } from '../../i18n/format.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';
import type { PageData } from '../../server/page-data.ts';
import type { FindQuery } from '../../urls.ts';

/** What to try when nothing is on. */
export interface QuietWays {
  /** Other choices that have something on. */
  ways: { label: string; query: FindQuery; count: number }[];
  next: { label: string; query: FindQuery } | null;
  /** Nobody has told us any times at all. */
  noTimes: boolean;
}

const longWalk = walkMetres(30);

/** Only what has something on is offered. `query`: the filters without their days; `days`: the days as the address has them. */
export async function quietWays(
  data: PageData,
  { t }: Reader,
  { asked, query, days, found }: { asked: WhatsOnQuery; query: FindQuery; days: FindQuery; found: WhatsOnDays },
): Promise<QuietWays> {
  const { on, from, to } = asked;
  const { near, within } = query;
  const tries: [label: MessageKey, query: FindQuery, asked: WhatsOnQuery][] = [
    ['whats-on.wider', { ...query, within: longWalk }, { ...asked, within: longWalk }],
    ['filter.any-distance', { ...query, within: undefined }, { ...asked, within: undefined }],
    ['whats-on.anything', { near, within }, { ...data.parseWhatsOnQuery({ near, within }), on, from, to }],
  ];
  const isOther: boolean[] = [Boolean(within && within < longWalk), Boolean(within), true];
  const counted = await Promise.all(
    tries
      .filter((_, index) => isOther[index])
      .map(async ([label, changed, other]) => ({
        label: t(label),
        query: { ...changed, ...days, page: 1 },
        count: (await data.searchWhatsOn({ ...other, page: 1, per_day: 1 })).total,
      })),
  );
  const ways = counted.filter(({ count }) => count > 0);
  const next = found.next
    ? { label: t('whats-on.next-day', { day: sayLongDate(t, found.next) }), query: { ...query, on: found.next, page: 1 } }
    : null;
  return { ways, next, noTimes: ways.length === 0 && !next && (await hasNoTimes(data)) };
}

async function hasNoTimes(data: PageData): Promise<boolean> {
  const { total, next } = await data.searchWhatsOn(data.parseWhatsOnQuery({ per_day: 1 }));
  return total === 0 && next === null;
}
