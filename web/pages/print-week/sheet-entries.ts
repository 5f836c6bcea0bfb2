import type { Listing } from '../../../api/contract/listing.ts';
import type { DayPart } from '../../../api/contract/vocabulary.ts';
import type { WeekSheet } from '../../../api/contract/week-sheet.ts';
import type { WhatsOnItem } from '../../../api/contract/whats-on.ts';
import { sayChange } from '../../components/date-list/say-change.ts';
import { beforeReason, capitalise, sayCost, sayHours, sayList, sayTime } from '../../i18n/format.ts';
import { grammarOf } from '../../i18n/grammar.ts';
import { inLocale } from '../../i18n/locale.ts';
import { type Day, dayParts, londonDay, londonTime, weekdayOf } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import { partWeek } from '../area/open-most-days.tsx';

/** The day of what has none this week: ask when to come. */
export const noDay = 'no day';

/** One thing on a printed week, in the order its parts are read. */
export interface SheetEntry {
  /** Null for what is open most days; `noDay`. */
  day: Day | null;
  /** Empty where none is known. */
  time: string;
  name: { text: string; lang?: string };
  /** Where, cost, other days, whom to ring; of what has no day, first what it is. */
  facts: string[];
  /** "2 Nov"; null when nobody has checked it yet. */
  checked: string | null;
  off: boolean;
  part: DayPart;
  /** Its place in the search's own order, or in the order it was kept; the lowest first. */
  rank: number;
}

/** Each thing once, on the first of its days; first what has a day of its own, then what is open most days, then what has no day this week. */
export function sheetEntries(reader: Reader, sheet: WeekSheet): SheetEntry[] {
  const places = new Map(sheet.order.map((slug, place) => [slug, place]));
  const phones = new Map(sheet.contacts.map(({ slug, name, phone }) => [slug, [name, phone && unbroken(phone)].filter(Boolean).join(' ')]));
  const { mostDays, rest } = partWeek(sheet.items);
  const byAsset = new Map<string, WhatsOnItem[]>();
  for (const item of rest) if (item.listing) byAsset.set(item.listing.slug, [...(byAsset.get(item.listing.slug) ?? []), item]);
  const daily = new Map(mostDays.map(({ item }) => [item.listing?.slug, item]));
  const entries = [
    ...[...byAsset.values()].flatMap((items) => sayEntry(reader, items, phones)),
    ...[...daily].flatMap(([slug, item]) => (slug && !byAsset.has(slug) ? sayDaily(reader, item, phones) : [])),
    ...sheet.undated.map((listing) => sayUndated(reader, listing, phones)),
  ];
  return entries.map(({ slug, ...entry }) => ({ ...entry, rank: places.get(slug) ?? places.size }));
}

type UnrankedEntry = Omit<SheetEntry, 'rank'> & { slug: string };

/** What is read in one go stays on one line. */
const unbroken = (text: string) => text.replaceAll(' ', '\u00a0');

type Phones = Map<string, string>;

function sayEntry(reader: Reader, items: WhatsOnItem[], phones: Phones): UnrankedEntry[] {
  const { t } = reader;
  const shown = items.find(({ occurrence }) => occurrence.status !== 'cancelled') ?? items[0];
  if (!shown?.listing) return [];
  const { occurrence, listing } = shown;
  const day = londonDay(occurrence.starts_at);
  const also = items.filter((item) => item.occurrence.status !== 'cancelled').map((item) => londonDay(item.occurrence.starts_at));
  const otherDays = [...new Set(also)]
    .filter((each) => each !== day)
    .map((each) => grammarOf(t.locale).shortWeekdays[weekdayOf(each)] ?? '');
  const change = sayChange(reader, occurrence);
  return [
    {
      ...sayListing(reader, shown),
      day,
      time: sayTime(t, occurrence.starts_at),
      facts: [
        change && (occurrence.note ? `${beforeReason(change, occurrence.note)} ${occurrence.note}` : change),
        sayWhere(reader, shown),
        occurrence.status === 'cancelled' ? null : sayCost(t, listing.cost),
        otherDays.length > 0 && unbroken(t('sheet.also', { days: sayList(t, otherDays) })),
        phones.get(listing.slug),
      ].filter((fact) => typeof fact === 'string'),
      off: occurrence.status === 'cancelled',
    },
  ];
}

function sayDaily(reader: Reader, item: WhatsOnItem, phones: Phones): UnrankedEntry[] {
  const { occurrence, listing } = item;
  if (!listing) return [];
  const facts = [sayWhere(reader, item), sayCost(reader.t, listing.cost), phones.get(listing.slug)];
  return [
    {
      ...sayListing(reader, item),
      day: null,
      time: sayHours(reader.t, occurrence.starts_at, occurrence.ends_at),
      facts: facts.filter((fact) => typeof fact === 'string'),
      off: false,
    },
  ];
}

/** With nothing else to go by on paper: what it is, and where. */
function sayUndated(reader: Reader, listing: Listing, phones: Phones): UnrankedEntry {
  const { t, locale } = reader;
  const what = inLocale(locale, listing.summary ?? '', listing.summary_cy).text.replace(/\.$/, '');
  const place = listing.venue && listing.venue.name !== listing.name ? listing.venue : listing.area;
  const where = place && capitalise(inLocale(locale, place.name, place.name_cy).text);
  return {
    slug: listing.slug,
    day: noDay,
    time: '',
    name: inLocale(locale, listing.name, listing.name_cy),
    facts: [what, listing.usually, where, sayCost(t, listing.cost), phones.get(listing.slug)].filter((fact): fact is string =>
      Boolean(fact),
    ),
    checked: sayChecked(reader, listing),
    off: false,
    part: 'morning',
  };
}

function sayListing(reader: Reader, { occurrence: { starts_at, title, title_cy }, listing }: WhatsOnItem) {
  const { locale } = reader;
  const name = inLocale(locale, listing?.name ?? '', listing?.name_cy);
  const own = title ? inLocale(locale, title, title_cy).text : null;
  const says = own?.toLowerCase().includes(name.text.toLowerCase()) ?? false;
  return {
    slug: listing?.slug ?? '',
    part: partOfDay(starts_at),
    name: own ? { text: says ? own : `${name.text}: ${own}` } : name,
    checked: sayChecked(reader, listing),
  };
}

function sayChecked({ locale }: Reader, listing: Listing | null): string | null {
  const day = listing?.checked ? dayParts(listing.checked.on) : null;
  return day && unbroken(`${day.date} ${grammarOf(locale).shortMonths[day.month - 1]}`);
}

/** As the filters count it. */
function partOfDay(startsAt: string): DayPart {
  const { hour } = londonTime(startsAt);
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

/** Only when its name does not say so already. */
function sayWhere({ locale }: Reader, { occurrence, listing }: WhatsOnItem): string | null {
  const place = occurrence.venue ?? listing?.venue;
  if (!place || place.name === listing?.name) return null;
  return capitalise(inLocale(locale, place.name, place.name_cy).text);
}
