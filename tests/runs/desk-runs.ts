import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FileReading, RowOutcome } from '../../api/contract/import-run.ts';
import type { SignedIn } from '../../api/contract/viewer.ts';
import { beginImport } from '../../api/runs/begin-import.ts';
import { findRun, listRunRows } from '../../api/runs/find-run.ts';
import { bringIn, checkImport, undoRun } from '../../api/runs/move-import.ts';
import { runById } from '../../api/runs/run-queries.ts';
import { type RunDeps, workAtRuns } from '../../api/runs/work-at-runs.ts';
import { createTestDeps } from '../support/test-deps.ts';

/** Everything that a run may write but its own notes, to be compared with what stands later. */
const tables = [
  ...['assets', 'venues', 'asset_topics', 'sessions', 'session_exceptions', 'events', 'gifts', 'checks', 'sources', 'asset_search'],
  ...['occurrences', 'revisions'],
];

export type DeskRuns = Awaited<ReturnType<typeof openDeskRuns>>;

/** The sample district with its desk's runs, worked at when told to. */
export async function openDeskRuns() {
  const opened = await createTestDeps('sample');
  const dataDir = join(process.env.TMPDIR ?? '/tmp', `open-door-runs-${process.pid}-${Math.random().toString(36).slice(2, 8)}`);
  const deps: RunDeps & typeof opened = { ...opened, dataDir };
  const work = () => workAtRuns(deps, () => false);
  return {
    deps,
    work,
    /** Sends a file and has it tried; `reading` puts the guess right. */
    async check(viewer: SignedIn, { text, name = 'clubs.csv', list = 'Our clubs', reading = {} }: Sent): Promise<string> {
      const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
      const id = await beginImport(deps, viewer, { name, chunks: Readable.from([bytes]) });
      const guessed = (await runById(deps.db, id))?.reading as FileReading;
      await checkImport(deps, viewer, { id, name: list, reading: { ...guessed, ...reading } });
      await work();
      return id;
    },
    async bringIn(viewer: SignedIn, id: string, publish = false): Promise<void> {
      await bringIn(deps, viewer, { id, publish });
      await work();
    },
    async undo(viewer: SignedIn, id: string): Promise<void> {
      await undoRun(deps, viewer, id);
      await work();
    },
    view: (viewer: SignedIn, id: string) => findRun(deps, viewer, id),
    rows: async (viewer: SignedIn, id: string, outcome: RowOutcome | null = null) =>
      (await listRunRows(deps, viewer, { id, outcome, undone: null, after: 0 })).rows,
    async everything(but: string[] = []): Promise<Record<string, string[]>> {
      const found: Record<string, string[]> = {};
      for (const table of tables.filter((name) => !but.includes(name)))
        found[table] = (
          await deps.db.query<{ row: string }>(`test-everything-${table}`, `select to_jsonb(t)::text as row from ${table} t order by 1`)
        ).map(({ row }) => row);
      return found;
    },
    async close() {
      await opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Sent {
  text: string | Uint8Array;
  name?: string;
  list?: string;
  reading?: Partial<FileReading>;
}
