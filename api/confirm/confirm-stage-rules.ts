import { countedFrom, freshnessOf, type LastCheck, lapsedAfter } from '../checks/freshness-rules.ts';

/** Why a group is asked: its page is ageing, it has not answered, its page is stale, it is about to go. */
export type Stage = 'ageing' | 'reminder' | 'stale' | 'last';

/** An asset with what its group was asked since the last check. Any check, and any answer is one or ends in one, begins anew. */
export interface AskedAbout extends LastCheck {
  asked: { stage: Stage; madeAt: Date }[];
}

const dayMs = 86_400_000;
const remindAfterMs = 14 * dayMs;
/** Between two letters to one address, reminders aside. */
const restMs = 30 * dayMs;
/** So long before it goes, or half a half-life where that is less: late enough to be the last, early enough to wait for the address's rest. */
const lastCallMs = 45 * dayMs;
/** What would be asked this soon anyway goes along in a letter that is written now, or a quarter of a half-life where that is less. */
const alongMs = 30 * dayMs;

/** When it goes from the list unless somebody checks it; null: nobody ever has, and it stays. */
export function lapsesAt(last: LastCheck): Date | null {
  const counted = countedFrom(last);
  return counted && new Date(counted.getTime() + lapsedAfter * last.half_life_days * dayMs);
}

/** What its group is to be asked now; null: nothing, since it is fresh, gone, never vouched for, or was asked already. */
export function stageDue(about: AskedAbout, now: Date): Stage | null {
  const counted = countedFrom(about);
  const lapses = lapsesAt(about);
  if (!counted || !lapses) return null;
  const freshness = freshnessOf(counted, about.half_life_days, now);
  if (freshness === 'fresh' || freshness === 'lapsed') return null;
  const askedAt = (stage: Stage) => about.asked.find((each) => each.stage === stage)?.madeAt;
  const lastCall = lapses.getTime() - Math.min(lastCallMs, (about.half_life_days * dayMs) / 2);
  if (now.getTime() >= lastCall) return askedAt('last') ? null : 'last';
  if (freshness === 'stale') return askedAt('stale') ? null : 'stale';
  const first = askedAt('ageing');
  if (!first) return 'ageing';
  return !askedAt('reminder') && now.getTime() - first.getTime() >= remindAfterMs ? 'reminder' : null;
}

/** The last letters that went to an address: one that began, and one that reminded. */
export interface LastLetters {
  beganAt: Date | null;
  remindedAt: Date | null;
}

/** What one address is asked in one letter; empty: no letter. A month lies between two that begin, and each is followed by one reminder at most. */
export function letterDue<Asset extends AskedAbout>(
  assets: Asset[],
  { beganAt, remindedAt }: LastLetters,
  now: Date,
): { asset: Asset; stage: Stage }[] {
  const due = assets.flatMap((asset) => withStage(asset, stageDue(asset, now)));
  const rested = beganAt === null || now.getTime() - beganAt.getTime() >= restMs;
  if (rested && due.some(({ stage }) => stage !== 'reminder')) {
    const along = assets
      .filter((asset) => !due.some((each) => each.asset === asset))
      .flatMap((asset) => withStage(asset, soonDue(asset, now)));
    return [...due, ...along].sort((one, other) => goesAt(one.asset) - goesAt(other.asset));
  }
  const reminded = beganAt !== null && remindedAt !== null && remindedAt > beganAt;
  return reminded ? [] : due.filter(({ stage }) => stage === 'reminder');
}

function soonDue(asset: AskedAbout, now: Date): Stage | null {
  const stage = stageDue(asset, new Date(now.getTime() + Math.min(alongMs, (asset.half_life_days * dayMs) / 4)));
  return stage === 'reminder' ? null : stage;
}

const withStage = <Asset>(asset: Asset, stage: Stage | null) => (stage ? [{ asset, stage }] : []);
const goesAt = (asset: LastCheck) => lapsesAt(asset)?.getTime() ?? Number.POSITIVE_INFINITY;
