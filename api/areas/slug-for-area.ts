import { slugChoices } from '../assets/make-slug.ts';
import type { Queryable } from '../db/database.ts';
import { takenSlugs } from './boundary-queries.ts';

/** A short name for addresses that no area has or had. */
export async function slugForArea(db: Queryable, name: string, id: string): Promise<string> {
  const choices = slugChoices(name, id, []);
  const taken = new Set((await takenSlugs(db, choices)).map(({ slug }) => slug));
  return choices.find((choice) => !taken.has(choice)) ?? id;
}
