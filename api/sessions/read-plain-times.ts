import type { TimesAssumed, TimesProblem } from '../contract/plain-times.ts';
import type { SessionState } from '../contract/session-state.ts';
import { dayPhrases } from './plain-times/day-phrases.ts';
import { emptyGroup, type Group, hasDays, shareEnding } from './plain-times/group.ts';
import { hourPhrases } from './plain-times/hour-phrases.ts';
import { monthPhrases } from './plain-times/month-phrases.ts';
import type { Reading } from './plain-times/phrase.ts';
import { type EventTimes, type GroupTimes, noSession, toTimes } from './plain-times/to-times.ts';

export interface PlainTimes {
  sessions: SessionState[];
  events: EventTimes[];
  /** What was not understood, in the very words: nothing is guessed. */
  problems: TimesProblem[];
  /** What nobody said and we took so. */
  assumed: TimesAssumed[];
}

/**
 * Reads times as people write them, in English or Welsh: "every other Monday from 5 January 2pm for an hour; last Sunday of the month, not in
 * August". Happenings are parted by semicolons or new lines. One that was not understood whole is kept in its own words, without dates.
 * `today`: YYYY-MM-DD.
 */
export function readPlainTimes(text: string, today: string): PlainTimes {
  const parts = text.split(/[;\n]+|\.(?=\s|$)/).flatMap((part) => part.trim() || []);
  const read = parts.map((part) => readPart(part, today));
  return {
    sessions: read.flatMap(({ sessions }) => sessions),
    events: read.flatMap(({ events }) => events),
    problems: read.flatMap(({ problems }) => problems),
    assumed: read.flatMap(({ assumed }) => assumed),
  };
}

const phrases = [...dayPhrases, ...monthPhrases, ...hourPhrases];
const filler =
  /(?:,|&|-|\(|\)|:|\+|and|on|at|the|every|each|we meet|meets?|meeting|is|are|it is|its|it’s|open|only|also|then|a|ac|ar|yn|y|bob|ni’n cwrdd|cwrdd)(?![\p{L}\d])\s*|\s+/uy;
const loose =
  /^(?:usually|normally|generally|mostly|most |often|sometimes|always|any ?time|whenever|when |all day|open all|24 hours|dawn|daylight|fel arfer|gan amlaf|weithiau|bob amser|unrhyw|pan )/;

function readPart(part: string, today: string): GroupTimes {
  if (loose.test(plain(part))) return inOwnWords(part);
  const [, title, rest] = /^([^:\d]{2,80}): (.+)$/s.exec(part) ?? [];
  const titled = title && rest ? scan(rest, today) : null;
  if (title && titled && titled.problems.length === 0) return { ...titled, sessions: titled.sessions.map((each) => ({ ...each, title })) };
  const told = scan(part, today);
  // Half of it would be wrong dates.
  return told.problems.length > 0 ? { ...inOwnWords(part), problems: told.problems } : told;
}

function scan(part: string, today: string): GroupTimes {
  const text = plain(part);
  const [groups, problems, assumed]: [Group[], TimesProblem[], TimesAssumed[]] = [[emptyGroup()], [], []];
  let unknown: { from: number; to: number } | null = null;
  const tellUnknown = () => {
    if (unknown) problems.push({ code: 'not-understood', words: part.slice(unknown.from, unknown.to) });
    unknown = null;
  };
  for (let at = 0; at < text.length; ) {
    const best = longestAt(text, at);
    if (best) {
      tellUnknown();
      const from = at;
      const asWritten = <Told extends { words: string }>(told: Told) => {
        const start = Math.max(text.indexOf(told.words, from), 0);
        return { ...told, words: part.slice(start, start + told.words.length) };
      };
      best.phrase.read(
        readingOf(groups, {
          today,
          problem: (problem) => void problems.push(asWritten(problem)),
          assume: (each) => void assumed.push(asWritten(each)),
        }),
        best.match,
      );
      at += best.match[0].length;
      continue;
    }
    filler.lastIndex = at;
    const skipped = filler.exec(text)?.[0] ?? '';
    const word = skipped === '' ? (/\S+/y.exec(text.slice(at))?.[0] ?? '') : '';
    if (word !== '') unknown = { from: (unknown as { from: number } | null)?.from ?? at, to: at + word.length };
    at += skipped.length + word.length;
  }
  tellUnknown();
  const told = shareEnding(groups).map((group) => toTimes(group, part, today));
  return {
    sessions: told.flatMap(({ sessions }) => sessions),
    events: told.flatMap(({ events }) => events),
    problems: [...problems, ...told.flatMap((each) => each.problems)],
    assumed: [...assumed, ...told.flatMap((each) => each.assumed)],
  };
}

function longestAt(text: string, at: number) {
  const found = phrases.flatMap((phrase) => {
    phrase.pattern.lastIndex = at;
    const match = phrase.pattern.exec(text);
    return match ? [{ phrase, match }] : [];
  });
  return found.reduce<(typeof found)[number] | null>(
    (best, each) => (best && best.match[0].length >= each.match[0].length ? best : each),
    null,
  );
}

/** "Monday 10-12, Wednesday 2-4" are two: days told once days and hours have been begin another. */
function readingOf(groups: Group[], told: Pick<Reading, 'today' | 'problem' | 'assume'>): Reading {
  const last = groups.at(-1) ?? emptyGroup();
  const next = () => {
    const begun = emptyGroup();
    groups.push(begun);
    return begun;
  };
  return {
    ...told,
    group: last,
    ofDays() {
      if (last.hours.length > 0 && hasDays(last) && !last.hoursFirst) return next();
      last.hoursFirst ||= last.hours.length > 0 && !hasDays(last);
      return last;
    },
    ofHours: () => (last.hoursFirst && hasDays(last) ? next() : last),
  };
}

const inOwnWords = (part: string): GroupTimes => ({
  sessions: [{ ...noSession, usually: part.slice(0, 200) }],
  events: [],
  problems: [],
  assumed: [],
});

/** Small letters and plain signs, each in the place where it stood. */
function plain(text: string): string {
  const small = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  return small
    .replace(/[–—−]/g, '-')
    .replace(/[‘’´`]/g, "'")
    .replace(/\s/g, ' ');
}
