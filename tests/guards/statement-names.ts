import type { SourceFile } from './source-files.ts';

/** One `query(name, text, …)` as it stands in the code. */
export interface Statement {
  at: string;
  name: string;
  text: string;
  /** Every name that its text is built of and that does not stand at the top of its file: it may differ from call to call. */
  varies: string[];
}

/** The server keeps a statement under its name: the second text of a name is refused, or worse, never asked. */
export function sharedNames(statements: Statement[]): string[] {
  return statements.flatMap((one, at) =>
    statements
      .slice(at + 1)
      .filter((other) => mayBeOneName(one.name, other.name))
      .map((other) => `${one.at} and ${other.at}: both are named ${one.name}; please give each statement a name of its own`),
  );
}

/** A text that differs from call to call needs a name that does. */
export const fixedNames = (statements: Statement[]) =>
  statements
    .filter(({ name, varies }) => /^'/.test(name) && varies.length > 0)
    .map(({ at, name, varies }) => `${at}: ${name} stays the same whatever ${varies.join(', ')} may be; please say it in the name`);

/** Only what goes through `Queryable`: a connection of pg's own takes the text first, and names nothing. */
export function statementsOf({ path, text }: SourceFile): Statement[] {
  return [...text.matchAll(/\.query\b/g)].flatMap(({ index }) => {
    const open = afterTypes(text, index + '.query'.length);
    const [name, sql] = text[open] === '(' ? argumentsAt(text, open) : [];
    if (!name || !sql || !/^['`]/.test(name) || name.includes(' $') || /^\[/.test(sql)) return [];
    return [{ at: `${path}:${text.slice(0, index).split('\n').length}`, name, text: sql, varies: varying(sql, text) }];
  });
}

/** A name with parts worked out is every name that fits. */
function mayBeOneName(one: string, other: string): boolean {
  const [oneVaries, otherVaries] = [one.startsWith('`'), other.startsWith('`')];
  if (oneVaries === otherVaries) return one === other;
  return oneVaries ? patternOf(one).test(plain(other)) : patternOf(other).test(plain(one));
}

const plain = (name: string) => name.slice(1, -1);
const patternOf = (name: string) =>
  new RegExp(
    `^${plain(name)
      .split(/\$\{.*?\}/)
      .map((part) => part.replace(/[^\w]/g, '\\$&'))
      .join('.+')}$`,
  );

function varying(sql: string, file: string): string[] {
  const parts = sql.startsWith('`') ? partsOf(sql) : /^\w+$/.test(sql) ? [sql] : [];
  const used = parts.flatMap((part) => {
    const code = part.replace(/'[^']*'|`[^`]*`/g, (quoted) => (quoted.startsWith('`') ? partsOf(quoted).join(' ') : ''));
    return [...code.matchAll(/(?<![.\w])[a-z_]\w*/gi)]
      .map(([word]) => word)
      .filter((word) => !new RegExp(`\\(?\\b${word}\\)? =>`).test(part));
  });
  return [...new Set(used)].filter((word) => !standsAtTheTop(word, file));
}

const standsAtTheTop = (word: string, file: string) =>
  new RegExp(`^(export )?(const|function) ${word}\\b`, 'm').test(file) ||
  new RegExp(`^import [^;]*\\b${word}\\b[^;]* from`, 'm').test(file);

function partsOf(template: string): string[] {
  const parts: string[] = [];
  for (let at = template.indexOf('${'); at >= 0; ) {
    const end = closing(template, at + 1);
    parts.push(template.slice(at + 2, end));
    at = template.indexOf('${', end);
  }
  return parts;
}

function argumentsAt(text: string, open: number): string[] {
  const end = closing(text, open);
  const found: string[] = [];
  let from = open + 1;
  for (let at = from; at < end; at++) {
    at = passed(text, at);
    if (text[at] !== ',') continue;
    found.push(text.slice(from, at));
    from = at + 1;
  }
  return [...found, text.slice(from, end)].map((argument) => argument.replace(/^(\s*\/\/.*\n)+/, '').trim()).filter(Boolean);
}

/** Behind `<Row>`, if there is one. */
function afterTypes(text: string, from: number): number {
  let depth = 0;
  for (let at = from; ; at++) {
    if (text[at] === '<') depth++;
    if (text[at] === '>' && text[at - 1] !== '=') depth--;
    if (depth === 0) return text[at] === '>' ? at + 1 : at;
  }
}

function closing(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && !')]}'.includes(text[at] ?? '')) at = passed(text, at) + 1;
  return at;
}

/** The end of the quotation, bracket or comment that begins here; else here. */
function passed(text: string, at: number): number {
  const begins = text[at] ?? '';
  if ('([{'.includes(begins)) return closing(text, at);
  if (text.startsWith('//', at)) return text.indexOf('\n', at);
  if (!['"', "'", '`'].includes(begins)) return at;
  let end = at + 1;
  while (end < text.length && text[end] !== begins) {
    if (text[end] === '\\') end++;
    else if (begins === '`' && text.startsWith('${', end)) end = closing(text, end + 1);
    end++;
  }
  return end;
}
