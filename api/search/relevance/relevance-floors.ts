import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RelevanceFigures } from './relevance-figures.ts';

const share = z.number().min(0).max(1);

/** What no change may fall below, a line a group and `all`; `asOf`: the moment the queries are judged at. */
const RelevanceFloors = z.strictObject({
  why: z.string(),
  asOf: z.iso.datetime(),
  floors: z.record(z.string(), z.strictObject({ ndcg: share, found: share })),
});
export type RelevanceFloors = z.infer<typeof RelevanceFloors>;

export function readRelevanceFloors(path: string): RelevanceFloors {
  return RelevanceFloors.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Throws for a group without a floor. */
export function floorOf({ floors }: RelevanceFloors, { group }: RelevanceFigures): { ndcg: number; found: number } {
  const floor = floors[group];
  if (!floor) throw new Error(`There is no floor for “${group}”`);
  return floor;
}
