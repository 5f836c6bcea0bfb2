import { type Allowed, type Condition, type Held, isEqual, liesBetween } from './filter-conditions.ts';
import { badFilter } from './refusal.ts';

/** As strict as the real one: by attributes that may be filtered by, each by `=`, `IN` and the like or by what compares numbers. */
export function parseFilter(filter: unknown, allowed: Allowed): Condition {
  if (filter === undefined || filter === null) return () => true;
  if (typeof filter === 'string') return parsed(filter, allowed);
  if (!Array.isArray(filter)) throw badFilter('Invalid syntax for the filter parameter: expected an array or a string.');
  const all = filter.map((part: unknown) => {
    if (typeof part === 'string') return parsed(part, allowed);
    if (!Array.isArray(part)) throw badFilter('Invalid syntax for the filter parameter: expected an array or a string.');
    const any = part.map((each: unknown) => parsed(String(each), allowed));
    return (held: Held) => any.some((condition) => condition(held));
  });
  return (held) => all.every((condition) => condition(held));
}

interface Reader {
  tokens: string[];
  at: number;
  allowed: Allowed;
}

const token = /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()[\],]|!=|>=|<=|[=<>]|[^\s()[\],=<>!"']+)/y;

function parsed(text: string, allowed: Allowed): Condition {
  const reader: Reader = { tokens: tokensOf(text), at: 0, allowed };
  if (reader.tokens.length === 0) return () => true;
  const condition = either(reader);
  const rest = reader.tokens[reader.at];
  if (rest !== undefined)
    throw badFilter(`Found unexpected characters at the end of the filter: \`${rest}\`. You probably forgot an \`OR\` or an \`AND\` rule.`);
  return condition;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (token.lastIndex = 0; text.slice(token.lastIndex).trim() !== ''; ) {
    const from = token.lastIndex;
    const found = token.exec(text)?.[1];
    if (found === undefined) throw badFilter(`Expression is malformed at ${from}: ${text.slice(from)}`);
    tokens.push(found);
  }
  return tokens;
}

function either(reader: Reader): Condition {
  const any = [both(reader)];
  while (took(reader, 'OR')) any.push(both(reader));
  return (held) => any.some((condition) => condition(held));
}

function both(reader: Reader): Condition {
  const all = [single(reader)];
  while (took(reader, 'AND')) all.push(single(reader));
  return (held) => all.every((condition) => condition(held));
}

function single(reader: Reader): Condition {
  if (took(reader, 'NOT')) {
    const condition = single(reader);
    return (held) => !condition(held);
  }
  if (took(reader, '(')) {
    const condition = either(reader);
    expect(reader, ')');
    return condition;
  }
  const name = next(reader);
  return comparison(reader, plainValue(name));
}

function comparison(reader: Reader, attribute: string): Condition {
  const allowed = reader.allowed.get(attribute);
  if (!allowed) throw badFilter(`Attribute \`${attribute}\` is not filterable.`);
  const isNot = took(reader, 'NOT');
  if (/^[+-]?[\d.]+$/.test(reader.tokens[reader.at] ?? '') && reader.tokens[reader.at + 1] === 'TO')
    return range(reader, attribute, allowed.comparison);
  const operator = next(reader);
  if (operator !== 'EXISTS' && !allowed.equality && !isComparison.test(operator)) throw notAllowed(operator, attribute);
  const found = operatorOf(reader, { attribute, operator });
  return isNot ? (held) => !found(held) : found;
}

function operatorOf(reader: Reader, { attribute, operator }: { attribute: string; operator: string }): Condition {
  if (operator === 'IN') {
    const values = list(reader);
    return (held) => values.some((value) => isEqual(held[attribute], value));
  }
  if (operator === 'EXISTS') return (held) => held[attribute] !== undefined;
  const value = () => plainValue(next(reader));
  if (operator === '=') return equals(attribute, value());
  if (operator === '!=') {
    const same = equals(attribute, value());
    return (held) => !same(held);
  }
  if (isComparison.test(operator)) throw notAllowed(operator, attribute);
  throw badFilter(`Was expecting an operation \`=\`, \`!=\`, \`IN\`, \`NOT IN\`, \`EXISTS\` … but instead got \`${operator}\`.`);
}

const isComparison = /^(>=?|<=?|TO)$/;
const notAllowed = (operator: string, attribute: string) =>
  badFilter(`Filter operator \`${operator}\` is not allowed for the attribute \`${attribute}\`.`);

function range(reader: Reader, attribute: string, isAllowed: boolean): Condition {
  if (!isAllowed) throw notAllowed('TO', attribute);
  const from = Number(next(reader));
  expect(reader, 'TO');
  const to = Number(next(reader));
  return (held) => liesBetween(held[attribute], from, to);
}

const equals =
  (attribute: string, value: string): Condition =>
  (held) =>
    isEqual(held[attribute], value);

function list(reader: Reader): string[] {
  expect(reader, '[');
  const values: string[] = [];
  while (reader.at < reader.tokens.length && reader.tokens[reader.at] !== ']') {
    values.push(plainValue(next(reader)));
    if (!took(reader, ',')) break;
  }
  expect(reader, ']');
  return values;
}

function took(reader: Reader, word: string): boolean {
  const isNext = reader.tokens[reader.at] === word;
  if (isNext) reader.at += 1;
  return isNext;
}

function expect(reader: Reader, word: string): void {
  if (!took(reader, word)) throw badFilter(`Expected \`${word}\` but found \`${reader.tokens[reader.at] ?? 'nothing'}\`.`);
}

function next(reader: Reader): string {
  const found = reader.tokens[reader.at];
  if (found === undefined) throw badFilter('Was expecting more, but instead got nothing.');
  reader.at += 1;
  return found;
}

const plainValue = (text: string) => (/^["']/.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text);
