/** A session as its table holds it. Dates are YYYY-MM-DD, times HH:MM:SS, all Europe/London. */
export interface SessionFields {
  asset_id: string | null;
  coordinator_id: string | null;
  venue_id: string | null;
  title: string | null;
  title_cy: string | null;
  rule: string | null;
  starts_on: string | null;
  ends_on: string | null;
  start_time: string | null;
  minutes: number | null;
  term_time: boolean;
  paused_from: string | null;
  paused_until: string | null;
  pause_note: string | null;
  by_appointment: boolean;
  usually: string | null;
  note: string | null;
}

/** With what differs from its rule, and where it is. */
export interface SessionRow extends SessionFields {
  id: string;
  venue_slug: string | null;
  venue_name: string | null;
  venue_name_cy: string | null;
  exceptions: SessionException[];
}

export interface SessionException {
  /** YYYY-MM-DD, or `*-12-25`: each year, where nothing is said of the date itself. */
  on_date: string;
  change: 'cancelled' | 'moved' | 'note';
  to_date: string | null;
  to_time: string | null;
  note: string | null;
}

export interface EventRow {
  id: string;
  asset_id: string;
  name: string;
  name_cy: string | null;
  starts_on: string;
  start_time: string;
  minutes: number;
  cancelled: boolean;
  note: string | null;
  venue_slug: string | null;
  venue_name: string | null;
  venue_name_cy: string | null;
}

export interface TermRow {
  starts_on: string;
  ends_on: string;
}

/** When a session rests. Days are YYYY-MM-DD. */
export type PauseRow = Pick<SessionRow, 'id' | 'paused_from' | 'paused_until' | 'pause_note'>;
