import type { AssetState } from '../../api/contract/asset-state.ts';
import type { SessionState } from '../../api/contract/session-state.ts';

/** A new asset of which little is said. */
export function assetState(given: Partial<AssetState> = {}): AssetState {
  return {
    ...{ kind: 'group', status: 'published', name: 'Kite Makers', name_cy: null, summary: 'We make kites and fly them.', summary_cy: null },
    ...{ description: null, description_cy: null, topics: [], area_id: null, venue_id: null, lat: null, lng: null },
    ...{ point_privacy: 'public', cost_type: 'unknown', cost_pence: null, cost_note: null, languages: ['en'], access: [] },
    ...{ how_to_join: null, just_turn_up: null, bring_someone: null, greeter: null, what_happens: null, feel: null, run_by: null },
    ...{ contact_name: null, contact_phone: null, contact_email: null, contact_web: null, sessions: [], events: [], gift: null },
    ...given,
  };
}

/** Thursdays at ten, for two hours. */
export function sessionState(given: Partial<SessionState> = {}): SessionState {
  return {
    ...{ id: null, title: null, title_cy: null, venue_id: null, rule: 'FREQ=WEEKLY;BYDAY=TH', starts_on: '2026-11-26', ends_on: null },
    ...{ start_time: '10:00', minutes: 120, term_time: false, paused_from: null, paused_until: null, pause_note: null },
    ...{ by_appointment: false, usually: null, note: null, exceptions: [] },
    ...given,
  };
}
