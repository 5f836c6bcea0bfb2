const edits: ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  (word, at) => `${word.slice(0, at)}e${word.slice(at)}`,
  (word, at) => `${word.slice(0, at)}u${word.slice(at + 1)}`,
];

/** The name with so many errors in its longest word, differently for each `turn`; null when that word is too short to be forgiven them. */
export function mistype(name: string, errors: number, turn: number): string | null {
  if (errors === 0) return name;
  const words = name.split(' ');
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  // Four letters for one error and eight for two, with what is lost on the way.
  if (longest.length < (errors === 1 ? 5 : 9)) return null;
  let mistyped = longest;
  for (let error = 0; error < errors; error += 1) {
    const edit = edits[(turn + error) % edits.length];
    // Apart, so that two errors are two.
    const at = error === 0 ? 1 + (turn % 2) : mistyped.length - 3 - (turn % 2);
    mistyped = edit ? edit(mistyped, at) : mistyped;
  }
  return words.map((word) => (word === longest ? mistyped : word)).join(' ');
}
