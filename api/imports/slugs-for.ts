import { slugChoices } from '../assets/make-slug.ts';
import type { Queryable } from '../db/database.ts';
import { standingRows, takenSlugs } from './import-queries.ts';

export interface ToName {
  sourceId: string;
  name: string;
  /** What tells two of one name apart in words: the area, the postcode's district. */
  where: (string | null)[];
}

/** A short name for each row, by its source id: the one that it has had (`standing`, where that was asked already), else the first choice that nobody has. */
export async function slugsFor(
  tx: Queryable,
  table: 'assets' | 'venues' | 'signposts',
  { source, rows, standing }: { source: string; rows: ToName[]; standing?: { source_id: string; slug: string }[] },
): Promise<Map<string, string>> {
  const ids = rows.map((row) => row.sourceId);
  const known = standing ?? (await standingRows(tx, table, source, ids));
  const slugs = new Map(known.map((row) => [row.source_id, row.slug]));
  const fresh = rows
    .filter((row) => !slugs.has(row.sourceId))
    .map((row) => ({ row, choices: slugChoices(row.name, `${source}/${row.sourceId}`, row.where) }));
  if (fresh.length === 0) return slugs;
  const taken = new Set(
    (
      await takenSlugs(
        tx,
        table,
        fresh.flatMap(({ choices }) => choices),
      )
    ).map((row) => row.slug),
  );
  for (const { row, choices } of fresh) {
    const slug = choices.find((choice) => !taken.has(choice)) ?? choices.at(-1) ?? row.sourceId;
    taken.add(slug);
    slugs.set(row.sourceId, slug);
  }
  return slugs;
}
