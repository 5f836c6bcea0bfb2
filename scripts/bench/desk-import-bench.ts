import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { loadViewer } from '../../api/accounts/load-viewer.ts';
import type { FileReading } from '../../api/contract/import-run.ts';
import type { Database } from '../../api/db/database.ts';
import { systemClock } from '../../api/deps.ts';
import { beginImport } from '../../api/runs/begin-import.ts';
import { bringIn, checkImport } from '../../api/runs/move-import.ts';
import { workAtRuns } from '../../api/runs/work-at-runs.ts';
import type { DeskUser } from './desk-bench.ts';
import type { Figure } from './figures.ts';

const rows = 4_000;
const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: (details: object) => process.stderr.write(`${JSON.stringify(details)}\n`),
};

/** A list of other groups of the district, as somebody sends it: tried, then brought in. */
export async function benchDeskImport({ db, user }: { db: Database; user: DeskUser }, of: string): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'open-door-bench-files-'));
  const deps = { db, clock: systemClock, log: silent, dataDir };
  const viewer = await loadViewer(deps, user.accountId);
  if (!viewer) throw new Error('nobody is there to import');
  try {
    const id = await beginImport(deps, viewer, { name: 'clubs.csv', chunks: Readable.from([await listOf(db)]) });
    const [run] = await db.query<{ reading: FileReading }>('bench-reading', 'select reading from import_runs where id = $1::uuid', [id]);
    if (!run) throw new Error('no run was begun');
    await checkImport(deps, viewer, { id, reading: run.reading, name: 'Our clubs' });
    const tried = await rowsPerSecond(() => workAtRuns(deps, () => false));
    await bringIn(deps, viewer, { id, publish: true });
    const brought = await rowsPerSecond(() => workAtRuns(deps, () => false));
    const [end] = await db.query<{ state: string }>('bench-run-end', 'select state from import_runs where id = $1::uuid', [id]);
    if (end?.state !== 'done') throw new Error(`the import ended ${end?.state}`);
    return [
      { what: `${of}: rows of a list tried a second`, figure: tried, budget: 1_000, unit: '', atLeast: true },
      { what: `${of}: rows of a list brought in a second`, figure: brought, budget: 1_000, unit: '', atLeast: true },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function rowsPerSecond(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(rows / ((performance.now() - started) / 1_000));
}

/** Half of them are called somewhat as what is around there. */
async function listOf(db: Database): Promise<Uint8Array> {
  const around = await db.query<{ name: string; lat: number; lng: number }>(
    'bench-around',
    'select name, lat, lng from assets where lat is not null order by slug limit $1::int',
    [rows],
  );
  const lines = around.map(({ name, lat, lng }, at) =>
    [
      at % 2 === 0 ? `"${name} of ${at}"` : `"Row ${at} Ramblers ${at % 97}"`,
      `"Everyone welcome, ${at}."`,
      lat + 0.001,
      lng,
      `https://list.example.org/${at}`,
    ].join(),
  );
  return new TextEncoder().encode(`name,summary,lat,lng,web\n${lines.join('\n')}\n`);
}
