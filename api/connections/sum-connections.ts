import type { Deps } from '../deps.ts';
import { type ConnectionSumRow, connectionSums } from './connection-queries.ts';

/** How many there were in some areas (slugs) in a month (YYYY-MM-01). */
export const sumConnections = ({ db }: Pick<Deps, 'db'>, areas: string[], month: string): Promise<ConnectionSumRow[]> =>
  connectionSums(db, areas, month);
