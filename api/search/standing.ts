import type { Freshness, ListingKind } from '../contract/vocabulary.ts';

const rankOf: Record<Freshness, number> = { fresh: 2, ageing: 1, stale: 0, lapsed: 0 };

/**
 * Who stands first among equally good matches, 0 to 5: what was checked of late before what is ageing, and that before what is stale; among
 * these what people run themselves before institutions, which say much of much and would drown them.
 */
export const standingOf = (kind: ListingKind, freshness: Freshness) => 2 * rankOf[freshness] + (kind === 'institution' ? 0 : 1);

export const mostStanding = 5;
export const isStale = (standing: number) => standing < 2;
