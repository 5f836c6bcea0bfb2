import type { Queryable } from '../db/database.ts';

/** What waits for its turn: how many, and for how many seconds the oldest has. */
export interface WaitingRow {
  what: 'outbox' | 'mail' | 'proposals' | 'suggestions';
  count: number;
  oldest: number;
}

export const whatWaits = (db: Queryable, now: Date) =>
  db.query<WaitingRow>(
    'what-waits',
    `select 'outbox' as what, count(*)::int as count, coalesce(extract(epoch from $1::timestamptz - min(created_at)), 0)::float8 as oldest from outbox
     union all
     select 'mail', count(*)::int, coalesce(extract(epoch from $1::timestamptz - min(next_try_at)), 0)::float8 from mail_outbox where next_try_at <= $1::timestamptz
     union all
     select 'proposals', count(*)::int, coalesce(extract(epoch from $1::timestamptz - min(created_at)), 0)::float8 from proposals where status = 'waiting'
     union all
     select 'suggestions', count(*)::int, coalesce(extract(epoch from $1::timestamptz - min(created_at)), 0)::float8 from suggestions where status = 'waiting'`,
    [now],
  );

/** Of the search index apart from PostgreSQL; null: it was never compared. */
export interface IndexUpkeepRow {
  swept_seconds: number | null;
  /** By what was found. */
  mended: Record<string, number>;
}

export const indexUpkeep = (db: Queryable) =>
  db.query<IndexUpkeepRow>(
    'metrics-index-upkeep',
    `select (select extract(epoch from clock_timestamp() - updated_at)::float8 from program_facts where name = 'search-swept') as swept_seconds,
       coalesce((select value from program_facts where name = 'search-mended'), '{}'::jsonb) as mended`,
  );
