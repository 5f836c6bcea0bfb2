import { basename } from 'node:path';
import type { Queryable } from '../db/database.ts';
import { StartError } from '../errors.ts';
import { checkMapping } from './check-mapping.ts';
import { saveSource } from './district-queries.ts';
import { importAreas } from './import-areas.ts';
import { importAssets } from './import-assets.ts';
import { importPlaces } from './import-places.ts';
import { importPopulation } from './import-population.ts';
import { importPostcodes } from './import-postcodes.ts';
import { type ImportCounts, type ImportRun, noCounts } from './import-run.ts';
import { importSignposts } from './import-signposts.ts';
import type { Mapping } from './mapping-format.ts';
import { readRecords } from './read-records.ts';
import type { RefusalReport } from './refusal-report.ts';

export interface FileImport {
  path: string;
  mapping: Mapping;
}

export interface ImportSurroundings {
  now: Date;
  dry: boolean;
  report: RefusalReport;
  progress(file: string, read: number): void;
}

/** Brings one file in, within the caller's transaction. Rejects with a StartError when the file or its mapping as a whole makes no sense. */
export async function importFile(
  tx: Queryable,
  { path, mapping }: FileImport,
  { now, dry, report, progress }: ImportSurroundings,
): Promise<ImportCounts> {
  const file = basename(path);
  const counts = noCounts();
  await checkMapping(tx, mapping);
  if (mapping.makes !== 'postcodes') await saveSource(tx, mapping.source, now);
  const run: ImportRun = {
    tx,
    now,
    dry,
    counts,
    records: readRecords(path, mapping.format),
    refuse(record, reason) {
      counts.refused++;
      report.add(file, record, reason);
    },
    progress: (read) => progress(file, read),
  };
  await importAs(run, mapping);
  if (counts.read === 0) throw new StartError(`${path} has no rows.`);
  return counts;
}

function importAs(run: ImportRun, mapping: Mapping): Promise<void> {
  switch (mapping.makes) {
    case 'assets':
      return importAssets(run, mapping);
    case 'signposts':
      return importSignposts(run, mapping);
    case 'areas':
      return importAreas(run, mapping);
    case 'population':
      return importPopulation(run, mapping);
    case 'postcodes':
      return importPostcodes(run, mapping);
    case 'places':
      return importPlaces(run, mapping);
  }
}
