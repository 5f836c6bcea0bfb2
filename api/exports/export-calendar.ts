import type { Listing } from '../contract/listing.ts';
import { type Dated, listDated } from '../sessions/list-dated.ts';
import { londonDate } from '../time/london-time.ts';
import { type Addresses, addressesAt } from './addresses.ts';
import { datesAsked } from './date-rules.ts';
import type { ExportSetting } from './export-feed.ts';
import { type Chosen, coordinatorsFor, type GatherDeps, gatherAssets } from './gather-assets.ts';
import { inLanguage } from './in-language.ts';
import { nameChosen } from './name-chosen.ts';
import { type CalendarDate, writeCalendar } from './write-calendar.ts';

const daysAhead = 92;
const mostDates = 1_000;

/** What is on in a search, or of what someone kept, for the next three months; `doors`: and when the coordinators' doors are open. */
export async function exportCalendar(
  deps: GatherDeps,
  chosen: Chosen,
  { language, publicUrl, page, doors = false }: ExportSetting & { doors?: boolean },
): Promise<string> {
  const gathered = await gatherAssets(deps, chosen);
  const coordinators = doors ? await coordinatorsFor(deps, chosen, gathered) : [];
  const listings = new Map(gathered.listings.map((listing) => [listing.id, listing]));
  const dated = await listDated(
    deps,
    { assetIds: [...listings.keys()], coordinators: coordinators.map(({ slug }) => slug) },
    { ...datesAsked(gathered.query, londonDate(deps.clock.now())), days: daysAhead, most: mostDates },
  );
  const addresses = addressesAt(publicUrl, language);
  return writeCalendar({
    name: await nameChosen(deps, chosen, gathered, language),
    address: addresses.root + page,
    dates: dated.flatMap((date) => describe(date, date.assetId ? listings.get(date.assetId) : undefined, { addresses, language })),
  });
}

function describe(
  { occurrence, coordinator, ruleDate, ...date }: Dated,
  listing: Listing | undefined,
  { addresses, language }: { addresses: Addresses; language: 'en' | 'cy' },
): CalendarDate[] {
  const subject = listing ?? coordinator;
  if (!subject) return [];
  const { venue, note, title } = occurrence;
  const address = listing ? addresses.asset(listing.slug) : addresses.coordinator(subject.slug);
  const own = listing ? inLanguage(language, listing.name, listing.name_cy) : (coordinator?.first_name ?? '');
  const summary = listing && inLanguage(language, listing.summary, listing.summary_cy);
  return [
    {
      ...date,
      // An event has one date, which may change: its own id is enough.
      uid: `${occurrence.session}${occurrence.type === 'event' ? '' : `-${ruleDate}`}@${addresses.host}`,
      startsAt: new Date(occurrence.starts_at),
      endsAt: new Date(occurrence.ends_at),
      status: occurrence.status,
      name: [own, title && inLanguage(language, title, occurrence.title_cy)].filter(Boolean).join(' · '),
      description: [note, summary, address].filter(Boolean).join('\n\n'),
      address,
      where: venue && {
        name: inLanguage(language, venue.name, venue.name_cy),
        address: [date.address, date.postcode].filter(Boolean).join(', ') || null,
      },
    },
  ];
}
