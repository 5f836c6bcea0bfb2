import { noDay, type SheetEntry } from './sheet-entries.ts';

/** What a kind of paper holds, at the size of print in takeaway.css: measured with wide letters, so that narrow ones leave room. */
export interface Paper {
  lettersALine: number;
  /** Of its columns together, beneath a head of one line and three lines on people. */
  lines: number;
}

/** Two columns of a page that stands; two pages of one that is folded. */
export const papers: Record<'a4' | 'a5', Paper> = {
  a4: { lettersALine: 34, lines: 64 },
  a5: { lettersALine: 48, lines: 60 },
};

const headingLines = 1.9;
const gapLines = 0.25;

export interface Fitted {
  entries: SheetEntry[];
  /** How many found no room. */
  left: number;
}

/**
 * What is shown of a week on one sheet, in its own order. Day after day gives its best thing in turn, so that Sunday has its share, and of
 * a day each part its best, so that evenings have theirs; what is open most days comes when each day has had its say, then what
 * has no day this week, and what is off when there is room left. `taken`: lines that are spoken for.
 */
export function fitSheet(all: SheetEntry[], { lettersALine, lines }: Paper, taken: number): Fitted {
  const chosen = new Set<SheetEntry>();
  const days = new Set<SheetEntry['day']>();
  let room = lines - taken;
  for (const entry of inTurn(all)) {
    const needs = linesOf(entry, lettersALine) + gapLines + (days.has(entry.day) ? 0 : headingLines);
    if (needs > room) continue;
    room -= needs;
    days.add(entry.day);
    chosen.add(entry);
  }
  return { entries: all.filter((entry) => chosen.has(entry)), left: all.length - chosen.size };
}

function inTurn(all: SheetEntry[]): SheetEntry[] {
  const on = all.filter((entry) => !entry.off);
  const dated = byRank(on.filter(({ day }) => day !== null && day !== noDay));
  const mostDays = byRank(on.filter(({ day }) => day === null));
  const undated = byRank(on.filter(({ day }) => day === noDay));
  const byDay = [...grouped(dated, ({ day }) => day).values()];
  const turns = takeTurns(byDay.map((day) => takeTurns([...grouped(day, ({ part }) => part).values()])));
  return [...turns, ...mostDays, ...undated, ...all.filter((entry) => entry.off)];
}

/** The first of each queue, then the second of each; the best first in each turn. */
function takeTurns(queues: SheetEntry[][]): SheetEntry[] {
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => byRank(queues.flatMap((queue) => queue[turn] ?? []))).flat();
}

const byRank = (entries: SheetEntry[]) => [...entries].sort((one, other) => one.rank - other.rank);

function grouped<Key>(entries: SheetEntry[], keyOf: (entry: SheetEntry) => Key): Map<Key, SheetEntry[]> {
  const groups = new Map<Key, SheetEntry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}

const linesOf = ({ time, name, facts, checked }: SheetEntry, letters: number): number =>
  countLines([time, name.text, facts.join('\u00a0· '), checked && `✓ ${checked}`].filter(Boolean).join(' '), letters);

/** How many lines a text takes when its words are not broken. */
export function countLines(text: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/ +/)) {
    if (used > 0 && used + 1 + word.length > letters) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}
