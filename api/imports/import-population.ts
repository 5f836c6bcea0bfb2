import { recordAreaRevisions } from '../areas/record-area-revisions.ts';
import { londonDate } from '../time/london-time.ts';
import { areaIdsOfSource, savePopulation } from './area-write-queries.ts';
import { type ImportRun, prepareBatches } from './import-run.ts';
import { importMark } from './listing-queries.ts';
import type { PopulationMapping } from './mapping-format.ts';

const batchSize = 500;

/** Gives areas that stand their number of people. A new figure begins today: figures counted before keep theirs. */
export async function importPopulation(run: ImportRun, mapping: PopulationMapping): Promise<void> {
  const areas = new Map((await areaIdsOfSource(run.tx, mapping.areas)).map((row) => [row.source_id, row.id]));
  for await (const batch of prepareBatches(run, mapping, batchSize)) {
    const rows = batch.flatMap(({ record, values }) => {
      const text = values[mapping.population] ?? '';
      const population = Number(text.replaceAll(',', ''));
      const area_id = areas.get(mapping.id.map((column) => values[column] ?? '').join('|'));
      const problem = !area_id
        ? 'is for an area that is not here'
        : text === '' || !Number.isInteger(population) || population < 0
          ? `“${text}” is no number of people`
          : null;
      if (!area_id || problem) {
        run.refuse(record, problem ?? '');
        return [];
      }
      return [{ area_id, population }];
    });
    const changed = (await savePopulation(run.tx, rows, mapping.as, londonDate(run.now))).map((row) => row.area_id);
    await recordAreaRevisions(run.tx, changed, { now: run.now, madeBy: importMark + mapping.source.slug });
    run.counts.changed += changed.length;
    run.counts.unchanged += rows.length - changed.length;
  }
}
