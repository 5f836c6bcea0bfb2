import { formatPostcode } from '../places/postcode-rules.ts';
import { type ImportRun, type PreparedRow, prepareBatches } from './import-run.ts';
import type { PostcodesMapping } from './mapping-format.ts';
import { upsertPostcodes } from './place-queries.ts';
import { readPoint } from './point-rules.ts';

const batchSize = 5_000;

/** Postcodes with their middle. One that stands twice in a batch counts as it stands last. */
export async function importPostcodes(run: ImportRun, mapping: PostcodesMapping): Promise<void> {
  for await (const batch of prepareBatches(run, mapping, batchSize)) {
    const points = new Map(batch.flatMap((row) => toPostcode(run, mapping, row)));
    const [written] = await upsertPostcodes(run.tx, {
      postcodes: [...points.keys()],
      lats: [...points.values()].map((point) => point.lat),
      lngs: [...points.values()].map((point) => point.lng),
    });
    const { added = 0, changed = 0 } = written ?? {};
    run.counts.added += added;
    run.counts.changed += changed;
    run.counts.unchanged += points.size - added - changed;
    run.counts.located += points.size;
  }
}

function toPostcode(run: ImportRun, mapping: PostcodesMapping, { record, values }: PreparedRow): [string, { lat: number; lng: number }][] {
  const typed = values[mapping.postcode] ?? '';
  const postcode = formatPostcode(typed);
  const located = postcode ? readPoint(mapping.point, values, record) : null;
  if (postcode && located && 'point' in located && located.point) return [[postcode, located.point]];
  if (!postcode) run.refuse(record, `“${typed.slice(0, 20)}” is no postcode`);
  else run.refuse(record, located && 'refused' in located ? located.refused : 'has no coordinates');
  return [];
}
