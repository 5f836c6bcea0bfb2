import { describe, expect, it } from 'vitest';
import { type AskedAbout, type LastLetters, lapsesAt, letterDue, type Stage, stageDue } from '../../api/confirm/confirm-stage-rules.ts';
import { TEST_NOW } from '../support/test-clock.ts';

const dayMs = 86_400_000;
const onDay = (days: number) => new Date(TEST_NOW.getTime() + days * dayMs);
/** Checked on day 0 by the group; `asked`: stage and day. */
const about = (asked: [Stage, number][] = [], more: Partial<AskedAbout> = {}): AskedAbout => ({
  last_checked_at: TEST_NOW,
  last_checked_by: 'group',
  half_life_days: 120,
  asked: asked.map(([stage, day]) => ({ stage, madeAt: onDay(day) })),
  ...more,
});

/** Day by day, as the job does it: which letters one address gets, and what stands in each. */
function lettersOf(assets: AskedAbout[], days: number): { day: number; stages: Stage[] }[] {
  const letters: { day: number; stages: Stage[] }[] = [];
  const last: LastLetters = { beganAt: null, remindedAt: null };
  for (let day = 0; day <= days; day += 1) {
    const due = letterDue(assets, last, onDay(day));
    if (due.length === 0) continue;
    for (const { asset, stage } of due) asset.asked.push({ stage, madeAt: onDay(day) });
    if (due.some(({ stage }) => stage !== 'reminder')) last.beganAt = onDay(day);
    if (due.some(({ stage }) => stage === 'reminder')) last.remindedAt = onDay(day);
    letters.push({ day, stages: due.map(({ stage }) => stage) });
  }
  return letters;
}

describe('what a group is asked', () => {
  it.each<[number, [Stage, number][], Stage | null]>([
    [119, [], null],
    [120, [], 'ageing'],
    [133, [['ageing', 120]], null],
    [134, [['ageing', 120]], 'reminder'],
    [
      200,
      [
        ['ageing', 120],
        ['reminder', 134],
      ],
      null,
    ],
    [
      240,
      [
        ['ageing', 120],
        ['reminder', 134],
      ],
      'stale',
    ],
    [240, [], 'stale'],
    [314, [['stale', 240]], null],
    [315, [['stale', 240]], 'last'],
    [316, [['last', 315]], null],
    [360, [], null],
  ])('%d days after its check, asked %j: %s', (day, asked, stage) => {
    expect(stageDue(about(asked), onDay(day))).toBe(stage);
  });

  it('is nothing where nobody has ever vouched for it', () => {
    expect(stageDue(about([], { last_checked_at: null, last_checked_by: null }), onDay(500))).toBeNull();
    expect(lapsesAt(about([], { last_checked_at: null }))).toBeNull();
  });

  it('comes sooner after a check by a neighbour, which counts for a third', () => {
    const checked = about([], { last_checked_by: 'resident' });
    expect([stageDue(checked, onDay(39)), stageDue(checked, onDay(41)), stageDue(checked, onDay(161))]).toEqual([null, 'ageing', 'stale']);
  });
});

describe('the letters of one address', () => {
  it('that never answers are four, the last well before the end', () => {
    expect(lettersOf([about()], 500)).toEqual([
      { day: 120, stages: ['ageing'] },
      { day: 134, stages: ['reminder'] },
      { day: 240, stages: ['stale'] },
      { day: 315, stages: ['last'] },
    ]);
  });

  it('stop at a check', () => {
    const asset = about();
    expect(lettersOf([asset], 130)).toHaveLength(1);
    asset.last_checked_at = onDay(131);
    asset.asked = [];
    expect(letterDue([asset], { beganAt: onDay(120), remindedAt: null }, onDay(200))).toEqual([]);
  });

  it('list all of its assets at once, those that go soonest first, and those that would be asked soon', () => {
    const due = about([], { last_checked_at: onDay(-120) });
    const soon = about([], { last_checked_at: onDay(-100) });
    const stale = about([], { last_checked_at: onDay(-250) });
    const fresh = about([], { last_checked_at: onDay(-20) });
    expect(
      letterDue([due, soon, stale, fresh], { beganAt: null, remindedAt: null }, onDay(0)).map(({ asset, stage }) => [asset, stage]),
    ).toEqual([
      [stale, 'stale'],
      [due, 'ageing'],
      [soon, 'ageing'],
    ]);
  });

  it('are never two in a month, its reminder aside, however many assets it has', () => {
    const assets = Array.from({ length: 40 }, (_, n) =>
      about([], { last_checked_at: onDay(-n * 7), half_life_days: [60, 120, 365][n % 3] ?? 120 }),
    );
    const letters = lettersOf(assets, 400);
    const begun = letters.filter(({ stages }) => stages.some((stage) => stage !== 'reminder')).map(({ day }) => day);
    const reminders = letters.filter(({ stages }) => stages.every((stage) => stage === 'reminder')).map(({ day }) => day);
    expect(begun.length).toBeGreaterThan(5);
    for (const [at, day] of begun.entries()) expect(day - (begun[at - 1] ?? -99)).toBeGreaterThanOrEqual(30);
    expect(reminders.length).toBeGreaterThan(2);
    for (const day of begun) expect(reminders.filter((each) => each >= day && each < day + 30).length).toBeLessThanOrEqual(1);
  });

  it('warn each of many before it goes', () => {
    const assets = Array.from({ length: 40 }, (_, n) => about([], { last_checked_at: onDay(-n * 3) }));
    lettersOf(assets, 500);
    for (const asset of assets) expect(asset.asked.some(({ stage }) => stage === 'last')).toBe(true);
  });
});
