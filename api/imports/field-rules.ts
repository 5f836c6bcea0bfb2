import { foldText } from '../search/fold-text.ts';
import type { Condition, Field } from './mapping-format.ts';
import { filters, isFilter } from './text-rules.ts';

/** What a row says, empty markers already taken out: column → text. */
export type Values = Readonly<Record<string, string>>;

/** The text that a field makes of a row; null when every choice lacks something (pure). */
export function fill(field: Field, values: Values): string | null {
  if (typeof field === 'string') return fillTemplate(field, values);
  if (Array.isArray(field)) return firstOf(field, values);
  if ('rules' in field) {
    const gives = field.rules.find((rule) => holds(rule.when, values))?.gives ?? field.otherwise;
    return gives === undefined ? null : fill(gives, values);
  }
  const chosen = field.values[values[field.column] ?? ''] ?? field.otherwise;
  return chosen === undefined ? null : fill(chosen, values);
}

export const fillOptional = (field: Field | undefined, values: Values) => (field === undefined ? null : fill(field, values));

/** Every text that a field could make, best first: for a name that must differ from those before it. */
export function fillAll(field: Field, values: Values): string[] {
  const choices = Array.isArray(field) ? field : [field];
  return choices.flatMap((choice) => fill(choice, values) ?? []);
}

export function holds(condition: Condition, values: Values): boolean {
  if ('is' in condition) return condition.is.includes(values[condition.column] ?? '');
  if ('not' in condition) return !condition.not.includes(values[condition.column] ?? '');
  if ('matches' in condition) return pattern(condition.matches).test(values[condition.column] ?? '');
  if ('missing' in condition) return (values[condition.column] === undefined) === condition.missing;
  if ('before' in condition) return (values[condition.column] ?? '') < condition.before;
  if ('same' in condition) return foldText(values[condition.column] ?? '') === foldText(values[condition.same] ?? '');
  if ('words' in condition) return saysOneOf(condition.words, condition.in.map((column) => values[column] ?? '').join(' '));
  if ('all' in condition) return condition.all.every((part) => holds(part, values));
  if ('any' in condition) return condition.any.some((part) => holds(part, values));
  return !condition.none.some((part) => holds(part, values));
}

/** The first rule that holds, else the one for all others. */
export function choose<T>(choice: T | { rules: { when: Condition; gives: T }[]; otherwise: T }, values: Values): T {
  if (typeof choice !== 'object' || choice === null || !('rules' in choice)) return choice;
  return choice.rules.find((rule) => holds(rule.when, values))?.gives ?? choice.otherwise;
}

/** Columns that a template names; for telling a mapping's slips before the first row. */
export const columnsIn = (template: string) => [...template.matchAll(placeholder)].map((match) => match[1] ?? '');

const placeholder = /\{([^{}|]+)((?:\|[a-z]+)*)\}/g;

function fillTemplate(template: string, values: Values): string | null {
  let lacking = false;
  const text = template.replace(placeholder, (_, column: string, names: string) => {
    const filled = names
      .split('|')
      .filter(isFilter)
      .reduce((value, name) => filters[name](value), values[column] ?? '');
    if (!filled) lacking = true;
    return filled;
  });
  return lacking || !text.trim() ? null : text.trim();
}

function firstOf(fields: Field[], values: Values): string | null {
  for (const field of fields) {
    const text = fill(field, values);
    if (text !== null) return text;
  }
  return null;
}

function saysOneOf(words: string[], text: string): boolean {
  const folded = ` ${foldText(text)} `;
  return words.some((word) =>
    word.endsWith('*') ? folded.includes(` ${foldText(word.slice(0, -1))}`) : folded.includes(` ${foldText(word)} `),
  );
}

const patterns = new Map<string, RegExp>();

function pattern(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'iu');
  patterns.set(source, known);
  return known;
}
