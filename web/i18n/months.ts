/** "2026-11" as it stands in an address; null: none that was meant. */
export const readMonth = (typed: unknown): string | null =>
  typeof typed === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(typed) ? typed : null;

/** YYYY-MM. */
export function addMonths(month: string, months: number): string {
  const [year = 0, its = 1] = month.split('-').map(Number);
  const moved = new Date(Date.UTC(year, its - 1 + months, 1));
  return moved.toISOString().slice(0, 7);
}
