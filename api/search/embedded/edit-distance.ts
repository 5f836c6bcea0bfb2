/** Edits from one letter to the other: a letter more, less, another, or two swapped (each pair once). Counts no further than `most` + 1. */
export function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  return Math.min(lastRow(from, to).at(-1) ?? 0, most + 1);
}

/** The fewest edits by which `typed` becomes a beginning of `word`. */
export function beginningDistance(typed: string, word: string, most: number): number {
  return Math.min(...lastRow(typed, word.slice(0, typed.length + most)), most + 1);
}

/** Edits from all of `from` to every beginning of `to`, the empty one first. */
function lastRow(from: string, to: string): number[] {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[line - 1] === to[column - 1];
      let least = Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (row[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = line > 1 && column > 1 && from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Every text one edit away. */
export function oneEditAway(word: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (right) found.add(left + right.slice(1));
    if (right.length > 1) found.add(left + right.charAt(1) + right.charAt(0) + right.slice(2));
    for (const letter of letters) {
      found.add(left + letter + right);
      if (right) found.add(left + letter + right.slice(1));
    }
  }
  found.delete(word);
  return [...found];
}
