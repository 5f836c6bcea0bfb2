import type { Deps } from '../deps.ts';
import { recordChange } from '../search/record-change.ts';
import { londonDate } from './london-time.ts';
import { materialiseOccurrences } from './materialise-occurrences.ts';
import { datesMadeOn } from './occurrence-queries.ts';

type KeeperDeps = Pick<Deps, 'db' | 'clock' | 'log'>;

const checkEveryMs = 5 * 60_000;

/** Works all dates out anew whenever the day has changed, in one process of many. Answers how to stop. */
export function keepDatesReady(deps: KeeperDeps): { stop(): void } {
  const check = () => {
    refreshDates(deps).catch((error: unknown) =>
      deps.log.error({ err: error }, 'dates could not be worked out; trying again in five minutes'),
    );
  };
  check();
  const timer = setInterval(check, checkEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Once a day: dates, and with them freshness, which also moves on by itself. True when there was something to do. */
export async function refreshDates({ db, clock, log }: KeeperDeps): Promise<boolean> {
  const now = clock.now();
  const today = londonDate(now);
  const refreshed = await db.transaction(async (tx) => {
    await tx.query('patient', "set local statement_timeout = '10min'");
    const [turn] = await tx.query<{ ours: boolean }>('take-turn', "select pg_try_advisory_xact_lock(hashtext('open-door dates')) as ours");
    if (!turn?.ours || (await datesMadeOn(tx)) === today) return false;
    await materialiseOccurrences(tx, now, 'all');
    await recordChange(tx, now, await everything(tx));
    return true;
  });
  if (refreshed) log.info({ today }, 'dates worked out for today');
  return refreshed;
}

async function everything(tx: Parameters<typeof recordChange>[0]): Promise<{ assetIds: string[]; signpostIds: string[] }> {
  const assets = await tx.query<{ id: string }>('every-asset-id', 'select id from assets');
  const signposts = await tx.query<{ id: string }>('every-signpost-id', 'select id from signposts');
  return { assetIds: assets.map(({ id }) => id), signpostIds: signposts.map(({ id }) => id) };
}
