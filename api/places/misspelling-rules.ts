/** The house's rule for typing slips: one from four letters, two from eight; a swap of neighbours counts as one. */
export const slipsAllowed = (length: number) => (length >= 8 ? 2 : length >= 4 ? 1 : 0);

/** How many slips turn one folded text into the other (optimal string alignment); null when more than `most`. */
export function countSlips(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  const slips = last[other.length] ?? 0;
  return slips <= most ? slips : null;
}
