import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { inProject } from '../../api/project-root.ts';
import { budgetText, type Figure, isKept, withUnit } from './figures.ts';

const KeptFigure = z.object({
  what: z.string(),
  figure: z.number(),
  budget: z.number(),
  unit: z.enum(['ms', '%', 'B', 'MB', '×', '']),
  atLeast: z.boolean().optional(),
  whyMissed: z.string().optional(),
  kept: z.boolean(),
  measured: z.string(),
  load: z.number(),
});
const Results = z.object({ machine: z.string(), figures: z.array(KeptFigure) });
type Results = z.infer<typeof Results>;

interface Run {
  machine: string;
  /** YYYY-MM-DD. */
  measured: string;
  /** Of the machine before the bench began: how many processes want a core. */
  load: number;
}

const folder = inProject('tests', 'bench');
const file = join(folder, 'results.json');

/** The model says more than the name of a virtual machine. */
export const machine = (): string =>
  `${cpus().length} cores (${cpus()[0]?.model.trim() || process.arch}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;

/** Puts these figures in the place of the earlier ones of the same name, in `results.json` and the table made from it. */
export function keepResults(figures: Figure[], run: Run): void {
  const results = joinResults(existsSync(file) ? Results.parse(JSON.parse(readFileSync(file, 'utf8'))) : null, figures, run);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'RESULTS.md'), resultsTable(results));
}

/** What was measured on another machine goes: side by side the two would say nothing. */
export function joinResults(before: Results | null, figures: Figure[], { machine: where, measured, load }: Run): Results {
  const fresh = new Map(
    figures.map((figure) => [nameOf(figure), { ...figure, kept: isKept(figure), measured, load: Math.round(load * 10) / 10 }]),
  );
  const known = before?.machine === where ? before.figures : [];
  const stay = known.map((figure) => {
    const anew = fresh.get(nameOf(figure));
    fresh.delete(nameOf(figure));
    return anew ?? figure;
  });
  return { machine: where, figures: [...stay, ...fresh.values()] };
}

/** Between brackets a name may tell another figure, which differs each time. */
const nameOf = ({ what }: Pick<Figure, 'what'>) => what.replace(/ \([^)]*\)/g, '');

export function resultsTable({ machine: where, figures }: Results): string {
  const missed = figures.filter(({ kept }) => !kept).length;
  const lines = figures.map((figure) =>
    [
      figure.what,
      withUnit(figure, figure.figure),
      budgetText(figure),
      figure.kept ? 'kept' : '**missed**',
      figure.kept ? '' : (figure.whyMissed ?? 'not known yet'),
      `${figure.measured}, ${figure.load}`,
    ].join(' | '),
  );
  return `# What the bench measured

On ${where}. ${figures.length} figures, ${missed} over their budget. Made by \`npm run bench -- --keep\`, which replaces what it measures anew; \`results.json\`
holds the same. The last column tells the day, and how busy the machine was before: beyond 1 times say little, ratios hold.

| what | figure | budget | verdict | why it is missed | measured, load |
|---|---:|---:|---|---|---|
${lines.map((line) => `| ${line} |`).join('\n')}
`;
}
