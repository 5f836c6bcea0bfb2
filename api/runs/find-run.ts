import type { ImportRunView, RowsAsked, RunRowView } from '../contract/import-run.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { csvLine } from '../imports/csv-rules.ts';
import { loadRun } from './load-run.ts';
import { presentRow, presentRun } from './present-run.ts';
import { countRows, latestRuns } from './run-queries.ts';
import { rowsAfter } from './run-row-queries.ts';

type Known = Pick<Deps, 'db' | 'clock'>;

const pageSize = 50;
const runsShown = 60;
const linesAtOnce = 1_000;

export async function findRun(deps: Known, viewer: SignedIn, id: string): Promise<ImportRunView> {
  const run = await loadRun(deps, viewer, id);
  return presentRun(run, await countRows(deps.db, [id]), { viewer, now: deps.clock.now() });
}

/** One's own, newest first; stewards see everyone's. */
export async function listRuns({ db, clock }: Known, viewer: SignedIn): Promise<ImportRunView[]> {
  const runs = await latestRuns(db, { accountId: viewer.role === 'steward' ? null : viewer.accountId, limit: runsShown });
  const counted = await countRows(
    db,
    runs.map(({ id }) => id),
  );
  return runs.map((run) => presentRun(run, counted, { viewer, now: clock.now() }));
}

/** What became of the rows, a page after the position `after`; `next` null: that was the last. */
export async function listRunRows(
  deps: Known,
  viewer: SignedIn,
  { id, outcome, undone, after }: RowsAsked & { id: string; after: number },
): Promise<{ rows: RunRowView[]; next: number | null }> {
  await loadRun(deps, viewer, id);
  const rows = await rowsAfter(deps.db, id, { outcome, undone, after, limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  return { rows: shown.map((row) => presentRow(row, viewer)), next: rows.length > pageSize ? (shown.at(-1)?.position ?? null) : null };
}

/** The whole report, for a spreadsheet. */
export async function reportRun(deps: Known, viewer: SignedIn, id: string): Promise<{ name: string; chunks: AsyncIterable<string> }> {
  const { file_name, type } = await loadRun(deps, viewer, id);
  const name = `${(file_name ?? type).replace(/\.[a-z]+$/i, '').replace(/[^A-Za-z0-9-]+/g, '-')}-report.csv`;
  return { name, chunks: reportLines(deps, id) };
}

async function* reportLines({ db }: Known, id: string): AsyncGenerator<string> {
  yield `\ufeff${csvLine(['line', 'outcome', 'name', 'reason', 'looks like', 'taken back'])}`;
  for (let after = 0; ; ) {
    const rows = await rowsAfter(db, id, { outcome: null, undone: null, after, limit: linesAtOnce });
    if (rows.length === 0) return;
    yield rows
      .map((row) => csvLine([row.line, row.outcome, row.name ?? '', row.reason ?? '', row.like_name ?? '', row.undone ?? '']))
      .join('');
    after = rows.at(-1)?.position ?? after;
  }
}
