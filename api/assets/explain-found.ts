import type { Listing } from '../contract/listing.ts';
import type { WhyFound } from '../contract/why-found.ts';
import type { Deps } from '../deps.ts';
import { nearnessStep } from '../search/nearness.ts';

export interface Sought {
  words: string;
  /** How the place is called from which distances are counted. */
  from: string | null;
}

/** The same listings, each with why it is there and stands there: words first, then what parts equally good matches. */
export async function explainFound(
  { embeddedIndex }: Pick<Deps, 'embeddedIndex'>,
  { words, from }: Sought,
  items: Listing[],
): Promise<(Listing & { why: WhyFound[] })[]> {
  const matches = await embeddedIndex.explain(
    words,
    items.map(({ type, id }) => `${type}-${id}`),
  );
  return items.map((item) => ({ ...item, why: [...(matches.get(`${item.type}-${item.id}`) ?? []), ...whyThere(item, from)] }));
}

function whyThere(item: Listing, from: string | null): WhyFound[] {
  return [
    ...(from === null ? [] : [{ reason: 'distance', detail: sayDistance(item, from) } as const]),
    ...(item.type === 'asset' ? [{ reason: 'freshness', detail: sayFreshness(item) } as const] : []),
    { reason: 'kind', detail: sayKind(item) },
    ...(item.next
      ? [
          {
            reason: 'next-date',
            detail: `Next on ${item.next.starts_at.slice(0, 10)}; what is on sooner stands first among equals.`,
          } as const,
        ]
      : []),
  ];
}

function sayDistance({ distance_metres }: Listing, from: string): string {
  if (distance_metres === null) return 'It has no fixed place, and counts as if a few miles away.';
  const step = nearnessStep(distance_metres);
  const metres = `${distance_metres} metres from ${from}`;
  return step === null ? `${metres}: further than any step of nearness.` : `${metres}: as near as anything within ${step}.`;
}

function sayFreshness({ checked }: Listing): string {
  if (!checked) return 'Nobody has checked it yet: it stands after what somebody has vouched for.';
  const sinks = checked.freshness === 'stale' ? ', so it stands after equally good ones' : '';
  return `Last checked on ${checked.on}, by: ${checked.by}; that makes it ${checked.freshness}${sinks}.`;
}

function sayKind({ kind }: Listing): string {
  if (kind === 'signpost') return 'A service: it stands after everything that is around here.';
  if (kind === 'institution') return 'An institution: it stands after those whose work this is, unless it is called so.';
  return `Of the kind “${kind}”: among equals it stands before institutions.`;
}
