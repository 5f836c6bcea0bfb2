/** One line of the table that `npm run bench` prints. */
export interface Figure {
  what: string;
  figure: number;
  budget: number;
  unit: 'ms' | '%' | 'B' | '';
  /** More is better; otherwise less is. */
  atLeast?: boolean;
}

export const isKept = ({ figure, budget, atLeast = false }: Figure) => (atLeast ? figure >= budget : figure <= budget);

export function figureLine(figure: Figure): string {
  const { what, unit, budget, atLeast = false } = figure;
  const value = (number: number) => `${Number.isInteger(number) ? number.toLocaleString('en-GB') : number.toFixed(1)}${unit && ` ${unit}`}`;
  return [
    what.padEnd(56),
    value(figure.figure).padStart(12),
    `${atLeast ? 'at least' : 'at most'} ${value(budget)}`.padStart(20),
    isKept(figure) ? 'kept' : 'MISSED',
  ].join('  ');
}

export function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
