import { recordChange } from '../search/record-change.ts';
import { gather } from './asset-from-row.ts';
import type { SignpostRow } from './asset-rows.ts';
import { fill, fillOptional } from './field-rules.ts';
import { createSeenTable } from './import-queries.ts';
import { type ImportRun, prepareBatches } from './import-run.ts';
import { linkProblem } from './link-rules.ts';
import type { Field, SignpostsMapping } from './mapping-format.ts';
import { loadAreaBook, type PlacedRow, placeRows } from './place-rows.ts';
import { refuseRepeats } from './refuse-repeats.ts';
import { slugsFor } from './slugs-for.ts';
import { writeSignposts } from './write-listings.ts';

interface SignpostDraft extends PlacedRow {
  name: string;
  summary: string;
  sourceId: string;
}

const batchSize = 500;

/** Makes signposts of rows that fail the open-door test: kept apart from assets, and after them in every list. */
export async function importSignposts(run: ImportRun, mapping: SignpostsMapping): Promise<void> {
  const areaOf = await loadAreaBook(run.tx);
  await createSeenTable(run.tx);
  for await (const batch of prepareBatches(run, mapping, batchSize)) {
    const placed = await placeRows(run, mapping, areaOf, batch, false);
    await writeBatch(
      run,
      mapping,
      await refuseRepeats(
        run,
        placed.flatMap((row) => toDraft(run, mapping, row)),
      ),
    );
  }
}

function toDraft(run: ImportRun, mapping: SignpostsMapping, row: PlacedRow): SignpostDraft[] {
  const name = fill(mapping.fields.name, row.values);
  const values = { ...row.values, name: name ?? '' };
  const summary = fill(mapping.fields.summary, values);
  if (!name || !summary) {
    run.refuse(row.record, name ? 'has nothing to say of itself (no summary)' : 'has no name');
    return [];
  }
  const linkFault = linkProblem(fillOptional(mapping.fields.web, values));
  if (linkFault) {
    run.refuse(row.record, linkFault);
    return [];
  }
  const parts = mapping.id.map((column) => row.values[column] ?? '');
  return [
    {
      ...row,
      values,
      name,
      summary,
      sourceId: parts.some(Boolean) ? parts.join('|') : `${name}@${row.postcode ?? row.values.point ?? ''}`,
    },
  ];
}

async function writeBatch(run: ImportRun, mapping: SignpostsMapping, drafts: SignpostDraft[]): Promise<void> {
  const source = mapping.source.slug;
  const slugs = await slugsFor(run.tx, 'signposts', {
    source,
    rows: drafts.map((draft) => ({
      sourceId: draft.sourceId,
      name: draft.name,
      where: [draft.area?.slug ?? null, draft.values.district ?? null],
    })),
  });
  const rows = drafts.map((draft) => toRow(mapping, draft, slugs.get(draft.sourceId) ?? ''));
  const { added, changed } = await writeSignposts(run.tx, run.now, source, rows);
  if (!run.dry && added.length + changed.length > 0) await recordChange(run.tx, run.now, { signpostIds: [...added, ...changed] });
  run.counts.added += added.length;
  run.counts.changed += changed.length;
  run.counts.unchanged += drafts.length - added.length - changed.length;
  run.counts.located += drafts.filter((draft) => draft.point).length;
  run.counts.unlocated += drafts.filter((draft) => !draft.point).length;
}

function toRow(mapping: SignpostsMapping, draft: SignpostDraft, slug: string): SignpostRow {
  const text = (field: Field | undefined) => fillOptional(field, draft.values);
  return {
    source: mapping.source.slug,
    source_id: draft.sourceId,
    slug,
    name: draft.name,
    name_cy: null,
    summary: draft.summary,
    summary_cy: null,
    phone: text(mapping.fields.phone),
    web: text(mapping.fields.web),
    hours: text(mapping.fields.hours),
    crisis: mapping.crisis,
    topics: gather(mapping.topics, 'topics', draft.values),
    // A place of help is for whoever needs it, wherever they live: only its point says where it is.
    area_ids: [],
    lat: draft.point?.lat ?? null,
    lng: draft.point?.lng ?? null,
    languages: mapping.languages,
    access: gather(mapping.access, 'access', draft.values),
  };
}
