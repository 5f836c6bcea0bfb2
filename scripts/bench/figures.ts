/** One line of the table that `npm run bench` prints. */
export interface Figure {
  what: string;
  figure: number;
  budget: number;
  unit: 'ms' | '%' | 'B' | 'MB' | '×' | '';
  /** More is better; otherwise less is. */
  atLeast?: boolean;
  /** Where it is known why the budget is missed: why, and what was tried. */
  whyMissed?: string;
}

export const isKept = ({ figure, budget, atLeast = false }: Figure) => (atLeast ? figure >= budget : figure <= budget);

export function figureLine(figure: Figure): string {
  return [
    figure.what.padEnd(56),
    withUnit(figure, figure.figure).padStart(12),
    budgetText(figure).padStart(20),
    isKept(figure) ? 'kept' : 'MISSED',
  ].join('  ');
}

/** Gathers figures, and tells each as soon as it is known: the whole may take an hour. */
export function tellFigures(say: (line: string) => void, first: Figure[] = []): { add(more: Figure[]): void; all: Figure[] } {
  const all: Figure[] = [];
  const add = (more: Figure[]) => {
    all.push(...more);
    for (const figure of more) say(`  ${figureLine(figure)}`);
  };
  add(first);
  return { add, all };
}

export const budgetText = (figure: Figure) => `${figure.atLeast ? 'at least' : 'at most'} ${withUnit(figure, figure.budget)}`;

export function withUnit({ unit }: Pick<Figure, 'unit'>, number: number): string {
  const digits = unit === '×' ? 2 : Number.isInteger(number) ? 0 : 1;
  const text = number.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' ? text : `${text} ${unit}`;
}

export function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const named = (count: number) => `${count.toLocaleString('en-GB')} listings`;
export const spread = <T>(values: T[], count: number) =>
  values.filter((_, position) => position % Math.max(1, Math.floor(values.length / count)) === 0).slice(0, count);
