import { notePrivateRead } from '../accounts/note-private-read.ts';
import { requireSomewhere } from '../accounts/require-right.ts';
import { mayDo } from '../accounts/rights-rules.ts';
import { loadAssetStates } from '../assets/load-asset-states.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { csvLine } from '../imports/csv-rules.ts';
import { ownCells, ownFields, ownIdColumn, ownVersionColumn, privateFields, withheld } from '../imports/own-columns.ts';
import { londonDate } from '../time/london-time.ts';
import { type PatchRow, patchAfter } from './patch-queries.ts';

type Known = Pick<Deps, 'db' | 'clock'>;
type Cells = Record<string, string | number>;

const assetsAtOnce = 200;
const firstId = '00000000-0000-0000-0000-000000000000';

/** For people: on its way back it is not read. */
const toRead = ['area', 'venue', 'address', 'postcode', 'last checked'].map((name) => `${name} (to read)`);
const columns = [ownIdColumn, ownVersionColumn, ...ownFields, ...toRead];

/**
 * Everything of a patch that its keeper may see, as a file that the desk's import takes back: CSV for spreadsheets, GeoJSON for maps. What tells
 * where somebody lives or how they are reached is withheld without the right to read it, and noted with it.
 */
export async function exportPatch(
  deps: Known,
  viewer: SignedIn,
  { format, area }: { format: 'csv' | 'geojson'; area: string | null },
): Promise<{ name: string; chunks: AsyncIterable<string> }> {
  await requireSomewhere(deps, viewer, 'asset.draft');
  const assets = readPatch(deps, viewer, area);
  const day = londonDate(deps.clock.now());
  return { name: `${area ?? 'my-patch'}-${day}.${format}`, chunks: format === 'csv' ? asCsv(assets) : asGeojson(assets) };
}

interface ExportedAsset {
  cells: Cells;
  point: [number, number] | null;
}

async function* readPatch(deps: Known, viewer: SignedIn, area: string | null): AsyncGenerator<ExportedAsset[]> {
  const patch = { area, ...reachOf(viewer) };
  for (let after = firstId; ; ) {
    const rows = await patchAfter(deps.db, patch, { after, limit: assetsAtOnce });
    if (rows.length === 0) return;
    after = rows.at(-1)?.id ?? after;
    const states = await loadAssetStates(
      deps.db,
      rows.map(({ id }) => id),
    );
    const assets: ExportedAsset[] = [];
    for (const row of rows) {
      const asset = states.get(row.id);
      if (asset) assets.push(await exported(deps, viewer, { row, ...asset }));
    }
    yield assets;
  }
}

type Standing = { row: PatchRow } & (ReturnType<Awaited<ReturnType<typeof loadAssetStates>>['get']> & object);

async function exported(deps: Known, viewer: SignedIn, { row, version, state }: Standing): Promise<ExportedAsset> {
  const { id, area, venue, address, postcode, lat, lng, last_checked_at } = row;
  const cells: Cells = {
    [ownIdColumn]: id,
    [ownVersionColumn]: version,
    ...ownCells(state),
    ...Object.fromEntries(
      [area, venue, address, postcode, last_checked_at && londonDate(last_checked_at)].map((cell, at) => [toRead[at] ?? '', cell ?? '']),
    ),
  };
  const point: ExportedAsset['point'] = lat === null || lng === null ? null : [lng, lat];
  const secret = privateFields(state);
  if (secret.length === 0) return { cells, point };
  if (mayDo(viewer, 'private.read', state.area_id)) {
    await notePrivateRead(deps, viewer, { what: 'export', subject: id });
    return { cells, point };
  }
  const hidden = [...secret, ...toRead.slice(1, 4)];
  return { cells: { ...cells, ...Object.fromEntries(hidden.map((name) => [name, withheld])) }, point: null };
}

function reachOf(viewer: SignedIn) {
  if (viewer.role === 'steward') return { areaIds: null, withoutArea: true };
  const areaIds = viewer.areas.flatMap(({ id }) => (mayDo(viewer, 'asset.draft', id) ? [id] : []));
  return { areaIds, withoutArea: mayDo(viewer, 'asset.draft', null) };
}

async function* asCsv(pages: AsyncIterable<ExportedAsset[]>): AsyncGenerator<string> {
  // Spreadsheets take a file for UTF-8 by its first letter.
  yield `\ufeff${csvLine(columns)}`;
  for await (const assets of pages) yield assets.map(({ cells }) => csvLine(columns.map((name) => cells[name] ?? ''))).join('');
}

async function* asGeojson(pages: AsyncIterable<ExportedAsset[]>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let between = '\n';
  for await (const assets of pages) {
    for (const { cells, point } of assets) {
      const geometry = point && { type: 'Point', coordinates: point };
      yield `${between}${JSON.stringify({ type: 'Feature', geometry, properties: cells })}`;
      between = ',\n';
    }
  }
  yield '\n]}\n';
}
