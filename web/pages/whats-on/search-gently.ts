import { understoodParameters } from '../../../api/contract/understood-query.ts';
import type { WhatsOnDays, WhatsOnQuery } from '../../../api/contract/whats-on.ts';
import { type Day, daysBetween, londonDay } from '../../i18n/london-day.ts';
import type { PageRequest } from '../../server/page.ts';
import type { PageData } from '../../server/page-data.ts';
import { type TakenFromWords, understoodState } from '../find/understood-state.ts';
import { type Period, readPeriod, stripOf, weekOf } from './read-period.ts';

export interface GentlyFound {
  asked: WhatsOnQuery;
  period: Period;
  found: WhatsOnDays;
  /** What of the words were no words to look for, but a day or a place. */
  taken: TakenFromWords | null;
  /** What was typed as a place and means nothing to us. */
  lostPlace: string | null;
  /** How far without from where, which goes out with the words. */
  needsPlace: boolean;
  /** Values that mean nothing to us, left out. */
  leftOut: string[];
}

type Address = Record<string, string | string[]>;

/** As far as anyone reads of one day; of several days the first things of each. */
const mostOfDay = 60;
const mostOfEach = { few: 20, many: 7 };
const fewDays = 3;

/** What goes away without a word: the reader never chose it, or is told of it in another way. */
const quiet = ['near', 'within', 'page'];

/** An address that is not quite right is no reason for an error page: look with what makes sense, and say what did not. */
export async function searchGently(data: PageData, { reader, problemOf }: PageRequest, address: Address): Promise<GentlyFound> {
  const leftOut: string[] = [];
  let lostPlace: string | null = null;
  for (let left = address; ; ) {
    try {
      const { address: read, taken, lost, needsPlace } = await readWords(data, left);
      const { asked, period } = periodIn(data, read, londonDay(reader.now));
      return { asked, period, found: await data.searchWhatsOn(asked), taken, lostPlace: lostPlace ?? lost, needsPlace, leftOut };
    } catch (error) {
      const { status, errors = [] } = problemOf(error);
      const refused = errors.map(({ field }) => field).filter((field) => field in left);
      if (status !== 400 || refused.length === 0) throw error;
      if (refused.includes('near')) lostPlace = String(left.near);
      leftOut.push(...refused.filter((name) => !quiet.includes(name)).flatMap((name) => left[name] ?? []));
      left = Object.fromEntries(Object.entries(left).filter(([name]) => !refused.includes(name)));
    }
  }
}

interface ReadWords extends Pick<GentlyFound, 'taken' | 'needsPlace'> {
  address: Address;
  /** A postcode among the words that is not on our list. */
  lost: string | null;
}

/** Before the days are chosen: the words may be what chooses them. */
async function readWords(data: PageData, address: Address): Promise<ReadWords> {
  if (!address.q) return { address, taken: null, lost: null, needsPlace: false };
  const { page: _page, per_day: _perDay, ...asked } = data.parseWhatsOnQuery(address);
  const read = await data.understand({ ...asked, page: 1, per_day: 1 });
  const { q: _q, ...others } = address;
  return {
    address: { ...others, ...(read.words && { q: read.words }), ...understoodParameters(read.understood) },
    taken: understoodState(asked, read).taken,
    lost: read.unknownPlace,
    needsPlace: read.notice?.code === 'no-place',
  };
}

/** One day is looked at beside its week, so that the others can be chosen by how much is on. */
function periodIn(data: PageData, { on, from, to, within, ...others }: Address, today: Day): { asked: WhatsOnQuery; period: Period } {
  const days = data.parseWhatsOnQuery({ ...(on && { on }), ...(from && { from }), ...(to && { to }) });
  // "Tuesdays" asked of today alone would mostly be nothing.
  const period = others.day && !on && !from && !to ? weekOf(today) : readPeriod(days, today);
  const filters = { ...others, ...(within && (others.near || others.q) && { within }) };
  if (period.name !== 'day')
    return {
      period,
      asked: data.parseWhatsOnQuery({
        ...filters,
        from: period.from,
        to: period.to,
        page: 1,
        per_day: isShort(period) ? mostOfEach.few : mostOfEach.many,
      }),
    };
  const { from: first, to: last } = stripOf(period.from, today);
  return { period, asked: data.parseWhatsOnQuery({ ...filters, on: period.from, from: first, to: last, per_day: mostOfDay }) };
}

const isShort = ({ from, to }: Period) => daysBetween(from, to) < fewDays;
