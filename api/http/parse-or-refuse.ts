import type { z } from 'zod';
import type { FieldError } from '../errors.ts';
import { badRequest } from '../errors.ts';

/** Reads input with a contract schema, or throws a bad-request that names each field and its fix. */
export function parseOrRefuse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (!result.success) throw badRequest(fieldErrors(result.error, input));
  return result.data;
}

/** One line a field, in words for whoever typed it. */
function fieldErrors(error: z.ZodError, input: unknown): FieldError[] {
  const errors = error.issues.flatMap((issue) => {
    const field = String(issue.path[0] ?? '');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: key, detail: 'is not a parameter here; see /api/docs for those that are' }));
    return [{ field, detail: Object(input)[field] === undefined ? 'is missing' : wordIssue(issue) }];
  });
  // One field, one fix: the last says the most ("a whole number" before "at most 50").
  return [...new Map(errors.map((each) => [each.field, each])).values()];
}

function wordIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `use one of: ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `use at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'too_small':
      return issue.origin === 'string' ? 'is empty; say something' : `use at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'invalid_type':
      return `use a ${issue.expected === 'int' ? 'whole number' : issue.expected}`;
    default:
      return issue.message;
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' letters';
  return origin === 'array' ? ' values' : '';
}
