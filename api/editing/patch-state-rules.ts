import { countedFrom, freshnessOf, type LastCheck } from '../checks/freshness-rules.ts';
import type { PatchState } from '../contract/desk-asset.ts';

/** How fresh what is published is; else why it is not shown. */
export function patchStateOf(row: LastCheck & { status: string }, now: Date): PatchState {
  if (row.status === 'draft') return 'draft';
  if (row.status === 'hidden') return 'paused';
  if (row.status === 'closed') return 'retired';
  return freshnessOf(countedFrom(row), row.half_life_days, now);
}
