import type { Queryable } from '../db/database.ts';
import { StartError } from '../errors.ts';
import { knownKinds, knownTopics } from './district-queries.ts';
import { columnsIn } from './field-rules.ts';
import type { Mapping } from './mapping-format.ts';
import { isFilter } from './text-rules.ts';

/** Kinds and topics that a mapping gives must be in the district's vocabularies, and its filters ours. Throws a StartError that names the slip. */
export async function checkMapping(tx: Queryable, mapping: Mapping): Promise<void> {
  const problems: string[] = [];
  for (const template of templatesIn(mapping)) {
    const unknown = [...template.matchAll(/\{[^{}|]*((?:\|[^{}|]*)+)\}/g)].flatMap((match) =>
      (match[1] ?? '').split('|').filter((name) => name && !isFilter(name)),
    );
    problems.push(...unknown.map((name) => `there is no filter “${name}” (in “${template}”)`));
    if (columnsIn(template).some((column) => column.trim() === '')) problems.push(`“${template}” names no column`);
  }
  if ('topics' in mapping) {
    const topics = new Set((await knownTopics(tx)).map((row) => row.slug));
    const used = mapping.topics.flatMap((rule) => (typeof rule === 'string' ? [rule] : rule.topics));
    problems.push(...missing(used, topics).map((topic) => `there is no topic “${topic}”`));
  }
  if (mapping.makes === 'assets') {
    const kinds = new Set((await knownKinds(tx)).map((row) => row.slug));
    const used =
      typeof mapping.kind === 'string' ? [mapping.kind] : [mapping.kind.otherwise, ...mapping.kind.rules.map((rule) => rule.gives)];
    problems.push(...missing(used, kinds).map((kind) => `there is no kind “${kind}”`));
  }
  if (problems.length > 0) throw new StartError(`The mapping for “${mapping.source.slug}” cannot be used: ${problems.join('; ')}.`);
}

const missing = (used: string[], known: Set<string>) => [...new Set(used)].filter((slug) => !known.has(slug));

/** Every text in `fields`, `venue` and `sessions`, however deep. */
function templatesIn(mapping: Mapping): string[] {
  const parts = [
    'fields' in mapping ? mapping.fields : {},
    'venue' in mapping ? mapping.venue : {},
    'sessions' in mapping ? mapping.sessions : {},
  ];
  return parts.flatMap(textsIn);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
