import type { AssetRow } from './asset-rows.ts';
import { choose, fillOptional, holds } from './field-rules.ts';
import type { AssetDraft } from './import-assets.ts';
import type { AssetsMapping, Condition, Field } from './mapping-format.ts';

/** Everything an asset's row says, from the mapping (pure). Nobody has checked it yet, so it says nothing of checks. */
export function assetRow(
  mapping: AssetsMapping,
  draft: AssetDraft,
  { slug, venueId, status }: { slug: string; venueId: string | null; status: AssetRow['status'] },
): AssetRow {
  const { values, sourceId, point } = draft;
  const text = (field: Field | undefined) => fillOptional(field, values);
  const { fields } = mapping;
  const cost = choose(mapping.cost, values);
  return {
    source: mapping.source.slug,
    source_id: sourceId,
    slug,
    status,
    kind: choose(mapping.kind, values),
    name: draft.name,
    name_cy: text(fields.name_cy),
    summary: draft.summary,
    summary_cy: text(fields.summary_cy),
    description: text(fields.description),
    description_cy: null,
    area_id: draft.area?.id ?? null,
    venue_id: venueId,
    lat: venueId ? null : (point?.lat ?? null),
    lng: venueId ? null : (point?.lng ?? null),
    cost_type: cost.type,
    cost_pence: null,
    cost_note: cost.note,
    languages: mapping.languages,
    access: gather(mapping.access, 'access', values),
    how_to_join: text(fields.join),
    just_turn_up: choose(mapping.just_turn_up, values),
    bring_someone: null,
    greeter: null,
    what_happens: null,
    feel: null,
    run_by: text(fields.run_by),
    contact_name: text(fields.contact_name),
    contact_phone: text(fields.phone),
    contact_email: text(fields.email),
    contact_web: text(fields.web),
    last_checked_at: null,
    last_checked_by: null,
    topics: gather(mapping.topics, 'topics', values),
  };
}

/** What always holds and what some condition adds, each once. */
export function gather<Key extends 'topics' | 'access'>(
  rules: (string | ({ when: Condition } & Record<Key, string[]>))[],
  key: Key,
  values: AssetDraft['values'],
): string[] {
  return [...new Set(rules.flatMap((rule) => (typeof rule === 'string' ? [rule] : holds(rule.when, values) ? rule[key] : [])))];
}
