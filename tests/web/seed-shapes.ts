import type { Coordinator } from '../../api/contract/coordinator.ts';
import type { Occurrence } from '../../api/contract/session.ts';
import type { AccessFeature, AssetKind, Checker } from '../../api/contract/vocabulary.ts';

/** What the tests read of a file in seed-data/assets. */
export interface SeedVenue {
  slug: string;
  name: string;
  name_cy?: string;
  address: string;
  postcode: string;
  lat: number;
  lng: number;
  access: AccessFeature[];
  directions?: string;
  bus?: string;
}

export interface SeedSession {
  rule?: string;
  from?: string;
  until?: string;
  start?: string;
  minutes?: number;
  title?: string;
  venue?: string;
  term_time?: boolean;
  by_appointment?: boolean;
  usually?: string;
  note?: string;
  paused?: { note?: string };
  exceptions?: { next: number; change: string; note?: string }[];
}

export interface SeedAsset {
  slug: string;
  kind: AssetKind;
  name: string;
  name_cy?: string;
  summary: string;
  summary_cy?: string;
  description?: string;
  description_cy?: string;
  topics: string[];
  venue?: string;
  cost?: { free?: boolean; pounds?: number; pay_what_you_can?: boolean; note?: string };
  access?: AccessFeature[];
  languages?: string[];
  join?: string;
  just_turn_up?: boolean;
  bring_someone?: boolean;
  first_visit?: { greeter?: string; happens?: string; feel?: string };
  run_by?: string;
  contact?: { name?: string; phone?: string; email?: string; web?: string };
  checked?: { daysAgo: number; by: Checker };
  sessions?: SeedSession[];
}

export type SeedCoordinator = Omit<Coordinator, 'areas' | 'open_doors' | 'covering'> & {
  area: string;
  cover: { area: string; note: string }[];
  open_doors: SeedSession[];
};

export interface AreaSeed {
  venues: SeedVenue[];
  assets: SeedAsset[];
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Four coming weeks of a weekly rule, from Monday 23 November 2026; other rules give no dates. Enough to draw pages with. */
export function datesOf(session: SeedSession, id: string, venue: Occurrence['venue']): Occurrence[] {
  const named = /^FREQ=WEEKLY.*BYDAY=([A-Z,]+)/.exec(session.rule ?? '')?.[1];
  if (!named || !session.start) return [];
  const dates = [0, 1, 2, 3].flatMap((week) => named.split(',').map((day) => week * 7 + days.indexOf(day)));
  return dates.sort((a, b) => a - b).map((offset, index) => {
    const starts = Date.parse(`2026-11-23T${session.start}:00Z`) + offset * 86_400_000;
    const changed = session.exceptions?.find((exception) => exception.next === index + 1);
    const iso = (time: number) => new Date(time).toISOString().replace('.000Z', '+00:00');
    return {
      session: id,
      type: 'session' as const,
      title: session.title ?? null,
      title_cy: null,
      starts_at: iso(starts),
      ends_at: iso(starts + (session.minutes ?? 60) * 60_000),
      status: changed?.change === 'cancelled' ? ('cancelled' as const) : changed?.change === 'moved' ? ('moved' as const) : ('on' as const),
      note: changed?.note ?? null,
      venue,
    };
  });
}
