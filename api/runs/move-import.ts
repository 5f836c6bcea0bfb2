import { mayDoSomewhere } from '../accounts/rights-rules.ts';
import { makeSlug } from '../assets/make-slug.ts';
import type { FilePeek, FileReading } from '../contract/import-run.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { gone, notYours } from '../errors.ts';
import { keptFile } from '../imports/kept-files.ts';
import { peekFile } from '../imports/peek-file.ts';
import { fileType } from './begin-import.ts';
import { loadRun } from './load-run.ts';
import { mayStillUndo } from './present-run.ts';
import { moveRun, rememberedReadings, savePublish, saveReading } from './run-queries.ts';
import { countToUndo } from './run-row-queries.ts';

type Known = Pick<Deps, 'db' | 'clock'>;

/** What the file holds, for choosing how to read it. Throws gone when it was brought in, or left lying too long. */
export async function peekImport(deps: Known & { dataDir: string }, viewer: SignedIn, id: string): Promise<FilePeek> {
  const run = await loadRun(deps, viewer, id);
  const type = fileType(run.file_name ?? '') ?? 'csv';
  const peeked = await peekFile(keptFile(deps.dataDir, id, type), type).catch(() => {
    throw gone('The file is here no more. Please send it again.');
  });
  const { columns, rows, total } = peeked;
  return { columns, rows, total, remembered: await rememberedReadings(deps.db, viewer.role === 'steward' ? null : viewer.accountId) };
}

/** Says how the file is to be read, and has it tried: nothing is brought in by that. `name`: of the list, by which it is known the next time. */
export async function checkImport(
  deps: Known,
  viewer: SignedIn,
  { id, reading, name }: { id: string; reading: FileReading; name: string },
): Promise<void> {
  await loadRun(deps, viewer, id);
  // Apart from what is imported at the machine: nobody at a desk changes what a preset brought.
  await saveReading(deps.db, id, { reading, source: `desk-${makeSlug(name)}`.slice(0, 60), sourceName: name });
  await moveRun(deps.db, id, { from: ['reading', 'checked', 'failed'], to: 'checking' });
}

/** Goes back to choosing how the file is read. */
export async function readAgain(deps: Known, viewer: SignedIn, id: string): Promise<void> {
  await loadRun(deps, viewer, id);
  await moveRun(deps.db, id, { from: ['checked', 'failed'], to: 'reading' });
}

/** `publish`: for everyone to see at once; else it waits. */
export async function bringIn(deps: Known, viewer: SignedIn, { id, publish }: { id: string; publish: boolean }): Promise<void> {
  const run = await loadRun(deps, viewer, id);
  if (publish && !mayDoSomewhere(viewer, 'asset.publish')) throw notYours();
  if (run.state !== 'checked') return;
  await savePublish(deps.db, id, publish);
  await moveRun(deps.db, id, { from: ['checked'], to: 'working' });
}

/** Goes on with a change to many that failed halfway. */
export async function carryOn(deps: Known, viewer: SignedIn, id: string): Promise<void> {
  const run = await loadRun(deps, viewer, id);
  if (run.type === 'bulk') await moveRun(deps.db, id, { from: ['failed'], to: 'working' });
}

/** Takes a run back: what it made goes, what it changed is as it was, but for what people have changed since. Throws gone when its day is over. */
export async function undoRun(deps: Known, viewer: SignedIn, id: string): Promise<void> {
  const run = await loadRun(deps, viewer, id);
  if (run.state === 'undoing' || run.state === 'undone') return;
  if (!mayStillUndo(run, deps.clock.now())) throw gone('This can be taken back no more.');
  const [toUndo] = await countToUndo(deps.db, id);
  await moveRun(deps.db, id, { from: ['done', 'failed'], to: 'undoing', total: toUndo?.rows ?? 0 });
}
