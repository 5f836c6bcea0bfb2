import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { StartError } from '../errors.ts';
import { inProject } from '../project-root.ts';
import { recordChange } from '../search/record-change.ts';
import { knownKinds, saveDistrict } from './district-queries.ts';
import { type FileImport, importFile } from './import-file.ts';
import type { ImportCounts } from './import-run.ts';
import { loadVocabularies } from './load-vocabularies.ts';
import type { Preset } from './mapping-format.ts';
import { presetFolder, readMapping, readPreset } from './read-mapping.ts';
import { readVocabularies } from './read-sample.ts';
import { createRefusalReport } from './refusal-report.ts';
import { sourceStands } from './remove-queries.ts';
import { removeSample } from './remove-sample.ts';
import { sampleSource } from './sample-rows.ts';

export interface ImportOptions {
  /** With `mappingPath`: these files, all by the one mapping. */
  files?: string[];
  mappingPath?: string;
  /** Or a preset and the folder of its files. */
  preset?: string;
  from?: string;
  dry: boolean;
  keepSample: boolean;
  /** Null: refused rows are counted and not written. */
  reportPath: string | null;
}

export interface ImportListener {
  line(text: string): void;
  progress(file: string, read: number): void;
}

export interface ImportSummary {
  files: { file: string; makes: string; counts: ImportCounts }[];
  reasons: { reason: string; rows: number }[];
  report: string | null;
}

/**
 * Brings files in, each in a transaction of its own: all of it or nothing. A dry run does the same in one transaction and takes everything
 * back. Rejects with a StartError when files, mappings or settings make no sense; rows that do not are refused and told.
 */
export async function runImport(
  deps: Pick<Deps, 'db' | 'clock'>,
  options: ImportOptions,
  listener: ImportListener,
): Promise<ImportSummary> {
  const plan = await makePlan(options, listener);
  const report = createRefusalReport(options.reportPath);
  const now = deps.clock.now();
  const files: ImportSummary['files'] = [];
  const surroundings = { now, dry: options.dry, report, progress: listener.progress };

  const bringIn = async (tx: Queryable, step: FileImport, first: boolean) => {
    if (first) await prepareDistrict(tx, now, plan.preset, options, listener);
    const counts = await importFile(tx, step, surroundings);
    files.push({ file: basename(step.path), makes: step.mapping.makes, counts });
    listener.line(describe(step, counts));
  };

  try {
    if (options.dry)
      await rehearse(deps, async (tx) => {
        for (const [index, step] of plan.steps.entries()) await bringIn(tx, step, index === 0);
      });
    else for (const [index, step] of plan.steps.entries()) await deps.db.transaction((tx) => bringIn(tx, step, index === 0));
  } finally {
    await report.close();
  }
  return { files, reasons: report.reasons(), report: files.some(({ counts }) => counts.refused > 0) ? options.reportPath : null };
}

interface Plan {
  steps: FileImport[];
  preset: Preset | null;
}

async function makePlan(options: ImportOptions, listener: ImportListener): Promise<Plan> {
  if (options.preset === undefined) {
    if (!options.mappingPath) throw new StartError('Say how to read the files: --map mapping.json, or --preset NAME --from FOLDER.');
    if (!options.files?.length) throw new StartError('Name at least one file to import.');
    const mapping = await readMapping(options.mappingPath);
    return { preset: null, steps: options.files.map((path) => ({ path: existing(path), mapping })) };
  }
  const { from } = options;
  if (!from) throw new StartError(`Say where the files of the preset “${options.preset}” are: --from FOLDER.`);
  existing(from);
  const preset = await readPreset(options.preset);
  const folder = presetFolder(options.preset);
  const steps: FileImport[] = [];
  for (const { mapping: name, file, own, every, optional } of preset.steps) {
    const mapping = await readMapping(join(folder, `${name}.json`));
    if (every !== undefined) {
      steps.push(...filesEndingIn(from, every).map((path) => ({ path, mapping })));
      continue;
    }
    const path = file === undefined ? join(folder, own ?? '') : join(from, file);
    if (optional && !existsSync(path)) listener.line(`${file}: not in ${from}; passed over.`);
    else steps.push({ path: existing(path), mapping });
  }
  return { preset, steps };
}

function filesEndingIn(folder: string, ending: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  if (files.length === 0) throw new StartError(`There is no file in ${folder} that ends in ${ending}.`);
  return files.sort().map((file) => join(folder, file));
}

function existing(path: string): string {
  if (!existsSync(path)) throw new StartError(`${path} is not there.`);
  return path;
}

/** Vocabularies for a database that has none; a real place takes over from the sample. */
async function prepareDistrict(
  tx: Queryable,
  now: Date,
  preset: Preset | null,
  options: ImportOptions,
  listener: ImportListener,
): Promise<void> {
  if ((await knownKinds(tx)).length === 0) {
    await loadVocabularies(tx, await readVocabularies(inProject('seed-data')));
    listener.line('Vocabularies: kinds, topics and school terms loaded.');
  }
  if (!preset?.district) return;
  const [sample] = await sourceStands(tx, sampleSource);
  if (sample?.stands && !options.keepSample) {
    const gone = await removeSample(tx);
    if (!options.dry) await recordChange(tx, now, gone);
    listener.line(
      `The sample district makes room: its ${gone.assetIds.length} listings, areas and coordinators are removed (--keep-sample keeps them).`,
    );
  }
  await saveDistrict(tx, { ...preset.district, notice: null, notice_cy: null });
}

/** Does the work for its figures' sake and rolls it back. */
async function rehearse(deps: Pick<Deps, 'db'>, work: (tx: Queryable) => Promise<void>): Promise<void> {
  const takenBack = new Error('dry run');
  try {
    await deps.db.transaction(async (tx) => {
      await work(tx);
      throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
  }
}

function describe({ path, mapping }: FileImport, counts: ImportCounts): string {
  const parts = [`${counts.added} added`, `${counts.changed} changed`, `${counts.unchanged} unchanged`, `${counts.refused} refused`];
  if (counts.elsewhere > 0) parts.push(`${counts.elsewhere} left to another step`);
  const places = mapping.makes === 'assets' ? ` (${counts.located} on the map, ${counts.unlocated} with no fixed place)` : '';
  return `${basename(path)} → ${mapping.makes}: ${parts.join(', ')}${places}`;
}
