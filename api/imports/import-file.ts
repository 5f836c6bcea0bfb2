import { basename } from 'node:path';
import type { Queryable } from '../db/database.ts';
import { StartError } from '../errors.ts';
import { checkMapping } from './check-mapping.ts';
import { saveSource } from './district-queries.ts';
import { importAreas } from './import-areas.ts';
import { importAssets } from './import-assets.ts';
import { importOwnAssets } from './import-own-assets.ts';
import { importPlaces } from './import-places.ts';
import { importPopulation } from './import-population.ts';
import { importPostcodes } from './import-postcodes.ts';
import { type ImportCounts, type ImportRun, noCounts, type RunWatch } from './import-run.ts';
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
  watch?: RunWatch;
}

/** Brings one file in, within the caller's transaction. Rejects with a StartError when the file or its mapping as a whole makes no sense. */
export async function importFile(tx: Queryable, { path, mapping }: FileImport, surroundings: ImportSurroundings): Promise<ImportCounts> {
  await checkMapping(tx, mapping);
  if (mapping.makes !== 'postcodes') await saveSource(tx, mapping.source, surroundings.now);
  const run = beginRun(tx, { path, format: mapping.format }, surroundings);
  await importAs(run, mapping);
  return countsOf(run, path);
}

/** The same for an export of ours, whose rows need no mapping. */
export async function importOwnFile(
  tx: Queryable,
  file: { path: string; format: Mapping['format'] },
  surroundings: ImportSurroundings & { watch: RunWatch },
): Promise<ImportCounts> {
  const run = beginRun(tx, file, surroundings);
  await importOwnAssets(run, surroundings.watch);
  return countsOf(run, file.path);
}

function beginRun(
  tx: Queryable,
  { path, format }: { path: string; format: Mapping['format'] },
  { now, dry, report, progress, watch }: ImportSurroundings,
): ImportRun {
  const file = basename(path);
  const counts = noCounts();
  return {
    tx,
    now,
    dry,
    counts,
    records: readRecords(path, format),
    refuse(record, reason) {
      counts.refused++;
      report.add(file, record, reason);
      watch?.note(record, { outcome: 'refused', reason });
    },
    progress: (read) => progress(file, read),
    watch: watch ?? null,
  };
}

function countsOf({ counts }: ImportRun, path: string): ImportCounts {
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
