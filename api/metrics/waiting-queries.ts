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

/** For how long it has been since each of these servers was compared with the directory; those that never were are left out. */
export const sinceCompared = (db: Queryable, servers: string[]) =>
  db.query<{ server: string; seconds: number }>(
    'metrics-since-compared',
    `select server, extract(epoch from clock_timestamp() - updated_at)::float8 as seconds
     from unnest($1::text[]) as server join program_facts on name = 'search-swept ' || server`,
    [servers],
  );

/** How often what was found wrong, of all servers together. */
export const whatWasMended = (db: Queryable) =>
  db.query<{ found: Record<string, number> }>(
    'metrics-what-was-mended',
    `select coalesce((select value from program_facts where name = 'search-mended'), '{}'::jsonb) as found`,
  );
