import { expandSession } from '../sessions/expand-session.ts';
import type { SessionRow, TermRow } from '../sessions/session-rows.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import type { AssetRow, SignpostRow, VenueRow } from './asset-rows.ts';
import type { SampleAsset, SampleCost, SampleEvent, SampleException, SampleSession, SampleSignpost, SampleVenue } from './sample-format.ts';
import type { ExceptionInsert, SessionInsert } from './sample-queries.ts';

/** From what the files say to rows of the database (pure). `now` makes `daysAgo`, `inDays` and `next` into dates. */
export const sampleSource = 'sample';

/** Far enough for "the sixth coming second Tuesday in term time". */
const furthestComingDays = 400;
const dayMs = 86_400_000;
/** How long a gift's consent holds in the sample. */
const consentDays = 365;

export const toVenueRow = (venue: SampleVenue): VenueRow => ({
  source: sampleSource,
  source_id: venue.slug,
  slug: venue.slug,
  name: venue.name,
  name_cy: venue.name_cy ?? null,
  address: venue.address ?? null,
  postcode: venue.postcode ?? null,
  lat: venue.lat,
  lng: venue.lng,
  access: venue.access,
  directions: venue.directions ?? null,
  bus: venue.bus ?? null,
});

/** A neighbour who offers a gift is reached through a relay: their phone and e-mail go to `toGiftRow`, never here. */
export function toAssetRow(asset: SampleAsset, where: { areaId: string | null; venueId: string | null }): AssetRow {
  const private_ = asset.kind === 'people';
  return {
    source: sampleSource,
    source_id: asset.slug,
    slug: asset.slug,
    status: 'published',
    kind: asset.kind,
    name: asset.name,
    name_cy: asset.name_cy ?? null,
    summary: asset.summary,
    summary_cy: asset.summary_cy ?? null,
    description: asset.description ?? null,
    description_cy: asset.description_cy ?? null,
    area_id: where.areaId,
    venue_id: where.venueId,
    lat: null,
    lng: null,
    ...toCost(asset.cost),
    languages: asset.languages,
    access: asset.access,
    how_to_join: asset.join ?? null,
    just_turn_up: asset.just_turn_up ?? null,
    bring_someone: asset.bring_someone ?? null,
    greeter: asset.first_visit?.greeter ?? null,
    what_happens: asset.first_visit?.happens ?? null,
    feel: asset.first_visit?.feel ?? null,
    run_by: asset.run_by ?? null,
    contact_name: asset.contact?.name ?? null,
    contact_phone: private_ ? null : (asset.contact?.phone ?? null),
    contact_email: private_ ? null : (asset.contact?.email ?? null),
    contact_web: asset.contact?.web ?? null,
    last_checked_at: null,
    last_checked_by: null,
    topics: asset.topics,
  };
}

export function toGiftRow(asset: SampleAsset, assetId: string, introducedBy: string | null, now: Date) {
  const consented = addDays(londonDate(now), -(asset.checked?.daysAgo ?? 0));
  return {
    asset_id: assetId,
    relay_contact: asset.contact?.phone ?? asset.contact?.email ?? null,
    introduced_by: introducedBy,
    consented_on: consented,
    expires_on: addDays(consented, consentDays),
  };
}

export const toCheckRow = (asset: SampleAsset, assetId: string, now: Date) =>
  asset.checked
    ? [{ asset_id: assetId, checked_at: new Date(now.getTime() - asset.checked.daysAgo * dayMs).toISOString(), by_kind: asset.checked.by }]
    : [];

export const toSignpostRow = (signpost: SampleSignpost, areaIds: string[]): SignpostRow => ({
  source: sampleSource,
  source_id: signpost.slug,
  slug: signpost.slug,
  name: signpost.name,
  name_cy: signpost.name_cy ?? null,
  summary: signpost.summary,
  summary_cy: signpost.summary_cy ?? null,
  phone: signpost.phone ?? null,
  web: signpost.web ?? null,
  hours: signpost.hours ?? null,
  crisis: signpost.crisis,
  topics: signpost.topics,
  area_ids: areaIds,
  lat: null,
  lng: null,
  languages: signpost.languages,
  access: signpost.access,
});

export function toEventRow(event: SampleEvent, ids: { assetId: string; venueId: string | null }, now: Date) {
  const { slug, name, summary, minutes } = event;
  return {
    slug,
    asset_id: ids.assetId,
    venue_id: ids.venueId,
    name,
    name_cy: event.name_cy ?? null,
    summary,
    summary_cy: event.summary_cy ?? null,
    starts_on: addDays(londonDate(now), event.inDays),
    start_time: event.start,
    minutes,
    ...toCost(event.cost),
    note: event.note ?? null,
  };
}

/** What a session row hangs on: its key, its asset or coordinator, its own venue. */
export type SessionOwner = Pick<SessionInsert, 'key' | 'asset_id' | 'coordinator_id' | 'venue_id' | 'position'>;

export function toSessionRow(session: SampleSession, owner: SessionOwner, now: Date): SessionInsert {
  const pausedFrom = session.paused ? addDays(londonDate(now), -session.paused.fromDaysAgo) : null;
  return {
    ...owner,
    title: session.title ?? null,
    title_cy: session.title_cy ?? null,
    rule: session.rule ?? null,
    starts_on: session.from ?? null,
    ends_on: session.until ?? null,
    start_time: session.start ?? null,
    minutes: session.minutes ?? null,
    term_time: session.term_time,
    paused_from: pausedFrom,
    paused_until: pausedFrom && session.paused?.forDays ? addDays(pausedFrom, session.paused.forDays - 1) : null,
    pause_note: session.paused?.note ?? null,
    by_appointment: session.by_appointment,
    usually: session.usually ?? null,
    note: session.note ?? null,
  };
}

/** As its rule has it, with nothing that differs. */
export const plainSession = (session: SessionInsert): SessionRow => ({
  ...session,
  id: session.key,
  venue_slug: null,
  venue_name: null,
  venue_name_cy: null,
  exceptions: [],
});

/** `next: 2` is the second date still to come on which it would be held. */
export function toExceptionRows(exceptions: SampleException[], session: SessionInsert, terms: TermRow[], now: Date): ExceptionInsert[] {
  if (exceptions.length === 0) return [];
  const today = londonDate(now);
  const coming = expandSession(plainSession(session), terms, { from: today, to: addDays(today, furthestComingDays) }).filter(
    (date) => date.startsAt > now,
  );
  return exceptions.flatMap((exception) => {
    const date = coming[exception.next - 1]?.localDate;
    if (!date) return [];
    const moved = exception.change === 'moved';
    return [
      {
        key: session.key,
        on_date: date,
        change: exception.change,
        to_date: moved ? addDays(date, exception.toDays ?? 0) : null,
        to_time: moved ? (exception.toStart ?? null) : null,
        note: exception.note ?? null,
      },
    ];
  });
}

function toCost(cost: SampleCost | undefined): Pick<AssetRow, 'cost_type' | 'cost_pence' | 'cost_note'> {
  const cost_note = cost?.note ?? null;
  if (!cost) return { cost_type: 'unknown', cost_pence: null, cost_note };
  if ('free' in cost) return { cost_type: 'free', cost_pence: null, cost_note };
  if ('pounds' in cost) return { cost_type: 'price', cost_pence: Math.round(cost.pounds * 100), cost_note };
  return { cost_type: 'pay-what-you-can', cost_pence: null, cost_note };
}
