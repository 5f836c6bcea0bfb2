import { slugChoices } from '../assets/make-slug.ts';
import { recordChange } from '../search/record-change.ts';
import { areaIdsOfSource, takenAreaSlugs } from './area-write-queries.ts';
import { fill, fillOptional } from './field-rules.ts';
import { type ImportRun, type PreparedRow, prepareBatches } from './import-run.ts';
import type { AreasMapping } from './mapping-format.ts';
import { relocateAssets } from './relocate-assets.ts';
import { documentsOfAreas } from './relocate-queries.ts';
import { asMultiPolygon } from './shape-rules.ts';
import { type AreaToWrite, writeAreas } from './write-areas.ts';

const batchSize = 50;

/** Makes areas of polygons; assets that stand already then belong to the area that they lie in. */
export async function importAreas(run: ImportRun, mapping: AreasMapping): Promise<void> {
  const lines = new Map<string, number>();
  const written: string[] = [];
  for await (const batch of prepareBatches(run, mapping, batchSize)) {
    const rows = await nameRows(
      run,
      mapping.source.slug,
      batch.flatMap((row) => toArea(run, mapping, row, lines)),
    );
    const { added, changed } = await writeAreas(run.tx, run.now, mapping.source.slug, rows);
    run.counts.added += added.length;
    run.counts.changed += changed.length;
    run.counts.unchanged += rows.length - added.length - changed.length;
    run.counts.located += rows.length;
    written.push(...added, ...changed);
  }
  if (written.length === 0) return;
  await relocateAssets(run, mapping.source.slug);
  if (!run.dry) await recordAreas(run, written);
}

/** A signpost that holds everywhere names every area, and an asset the name of its own: an area that is new or renamed changes them. */
async function recordAreas({ tx, now }: ImportRun, areaIds: string[]): Promise<void> {
  const documents = await documentsOfAreas(tx, areaIds);
  const idsOf = (type: 'asset' | 'signpost') => documents.filter((row) => row.type === type).map((row) => row.id);
  await recordChange(tx, now, { assetIds: idsOf('asset'), signpostIds: idsOf('signpost') });
}

function toArea(run: ImportRun, mapping: AreasMapping, { record, values }: PreparedRow, lines: Map<string, number>): AreaToWrite[] {
  const refuse = (reason: string) => {
    run.refuse(record, reason);
    return [];
  };
  const { geometry } = record;
  if (!geometry || geometry.type === 'Point') return refuse('has no outline');
  const name = fill(mapping.fields.name, values);
  const id = mapping.id.map((column) => values[column] ?? '').join('|');
  if (!name) return refuse('has no name');
  if (!id.replaceAll('|', '')) return refuse(`its id is missing (${mapping.id.join(', ')})`);
  const shape = asMultiPolygon(geometry);
  if (shape.coordinates.flat().some((ring) => ring.length < 4)) return refuse('its outline has fewer than three corners');
  if (shape.coordinates.flat(2).some(([lng = 181, lat = 91]) => Math.abs(lng) > 180 || Math.abs(lat) > 90))
    return refuse('its outline is not in degrees');
  const before = lines.get(id);
  if (before !== undefined) return refuse(`its id “${id}” stands on line ${before} already`);
  lines.set(id, record.line);
  return [
    {
      source: mapping.source.slug,
      source_id: id,
      slug: '',
      name,
      name_cy: fillOptional(mapping.fields.name_cy, values),
      summary: fillOptional(mapping.fields.summary, values),
      summary_cy: null,
      geometry: shape,
      population: null,
      population_source: null,
    },
  ];
}

async function nameRows(run: ImportRun, source: string, rows: AreaToWrite[]): Promise<AreaToWrite[]> {
  const standing = new Map((await areaIdsOfSource(run.tx, source)).map((row) => [row.source_id, row.slug]));
  const choices = rows.map((row) => slugChoices(row.name, `${source}/${row.source_id}`, []));
  const taken = new Set((await takenAreaSlugs(run.tx, choices.flat())).map((row) => row.slug));
  return rows.map((row, index) => {
    const slug = standing.get(row.source_id) ?? choices[index]?.find((choice) => !taken.has(choice)) ?? row.source_id;
    taken.add(slug);
    return { ...row, slug };
  });
}
