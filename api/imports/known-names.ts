import type { Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { foldText } from '../search/fold-text.ts';
import type { NameRow } from './import-queries.ts';
import { addNames, addPlainNames, assetNamesAfter, createNameTable, namesLike } from './import-queries.ts';

const pageSize = 5_000;
/** Two listings of one name this near to each other are one. */
const sameWithinMetres = 150;

export interface NamedRow {
  name: string;
  point: Point | null;
  sourceId: string;
}

/** Knows every listing by name and place, those just read included; kept in a temporary table, so that memory stays as it is. */
export async function loadKnownNames(tx: Queryable) {
  await createNameTable(tx);
  await addPlainNames(tx);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await assetNamesAfter(tx, after, pageSize);
    if (page.length === 0) break;
    after = page.at(-1)?.id ?? after;
    await addNames(
      tx,
      page.map(({ id: _, ...row }) => ({ ...row, folded: foldText(row.name) })),
    );
  }

  return {
    /** Keeps the rows that are new or known by this very id, in order; of the others says which listing stands in their way. */
    async separate<Row extends NamedRow>(source: string, rows: Row[]): Promise<{ kept: Row[]; duplicates: { row: Row; of: string }[] }> {
      const known = new Map<string, NameRow[]>();
      for (const name of await namesLike(tx, [...new Set(rows.map((row) => foldText(row.name)))])) add(known, name);
      const kept: Row[] = [];
      const duplicates: { row: Row; of: string }[] = [];
      const fresh: NameRow[] = [];
      for (const row of rows) {
        const folded = foldText(row.name);
        const alike = known.get(folded) ?? [];
        const itself = alike.some((other) => other.source === source && other.source_id === row.sourceId);
        const other = itself ? undefined : alike.find((one) => isSamePlace(one, row.point));
        if (other) {
          duplicates.push({ row, of: other.name });
          continue;
        }
        kept.push(row);
        const name = { folded, lat: row.point?.lat ?? null, lng: row.point?.lng ?? null, name: row.name, source, source_id: row.sourceId };
        add(known, name);
        fresh.push(name);
      }
      await addNames(tx, fresh);
      return { kept, duplicates };
    },
  };
}

export type KnownNames = Awaited<ReturnType<typeof loadKnownNames>>;

const add = (known: Map<string, NameRow[]>, row: NameRow) => known.set(row.folded, [...(known.get(row.folded) ?? []), row]);

/** Of two without a place nothing tells them apart; one with and one without may be two branches of one name. */
function isSamePlace(one: NameRow, point: Point | null): boolean {
  if (one.lat === null || one.lng === null) return point === null;
  return point !== null && metresBetween({ lat: one.lat, lng: one.lng }, point) <= sameWithinMetres;
}
