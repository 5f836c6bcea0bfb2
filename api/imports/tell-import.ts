import type { Deps } from '../deps.ts';
import { countListings } from './import-queries.ts';
import type { ImportSummary } from './run-import.ts';

const reasonsShown = 12;

/** What an import came to, as lines for whoever ran it: refusals by reason, where they are told, and what stands now. */
export async function tellImport(deps: Pick<Deps, 'db'>, summary: ImportSummary, { dry }: { dry: boolean }): Promise<string[]> {
  const refused = summary.files.reduce((sum, { counts }) => sum + counts.refused, 0);
  const lines = refused > 0 ? ['', `Refused ${number(refused)} rows:`] : ['', 'No row was refused.'];
  for (const { reason, rows } of summary.reasons.slice(0, reasonsShown)) lines.push(`  ${number(rows).padStart(6)}  ${reason}`);
  if (summary.reasons.length > reasonsShown) lines.push(`          … and ${summary.reasons.length - reasonsShown} reasons more`);
  if (summary.report) lines.push(`Each with its line and reason: ${summary.report}`);
  if (dry) return [...lines, '', 'This was a dry run: nothing has been written.'];
  const [now] = await countListings(deps.db);
  if (now) {
    const { areas, located, unlocated, signposts, postcodes } = now;
    lines.push(
      '',
      `The directory now has ${number(areas)} areas, ${number(located)} assets on the map, ${number(unlocated)} with no fixed place,`,
    );
    lines.push(`${number(signposts)} signposts and ${number(postcodes)} postcodes.`);
  }
  return lines;
}

const number = (value: number) => value.toLocaleString('en-GB');
