import type { SessionRow } from '../../api/sessions/session-rows.ts';

/** A Tuesday morning session of two hours; override what a test is about. */
export const aSession = (changes: Partial<SessionRow> = {}): SessionRow => ({
  id: '00000000-0000-4000-8000-000000000001',
  asset_id: '00000000-0000-4000-8000-000000000002',
  coordinator_id: null,
  venue_id: null,
  title: null,
  title_cy: null,
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  starts_on: '2026-01-06',
  ends_on: null,
  start_time: '10:00:00',
  minutes: 120,
  term_time: false,
  paused_from: null,
  paused_until: null,
  pause_note: null,
  by_appointment: false,
  usually: null,
  note: null,
  venue_slug: null,
  venue_name: null,
  venue_name_cy: null,
  exceptions: [],
  ...changes,
});
