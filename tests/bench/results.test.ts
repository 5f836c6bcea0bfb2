import { describe, expect, it } from 'vitest';
import type { Figure } from '../../scripts/bench/figures.ts';
import { joinResults, resultsTable } from '../../scripts/bench/results.ts';

const quick: Figure = { what: '10 listings: a keystroke, p99', figure: 12.34, budget: 20, unit: 'ms' };
const slow: Figure = {
  what: 'raw, beside (5.1 ms)',
  figure: 0.5,
  budget: 1.8,
  unit: '×',
  atLeast: true,
  whyMissed: 'nothing is kept ready',
};
const monday = { machine: '2 cores', measured: '2026-11-23', load: 0.42 };
const tuesday = { ...monday, measured: '2026-11-24' };

describe('what the bench measured', () => {
  it('is replaced when it is measured anew, and stays otherwise', () => {
    const before = joinResults(null, [quick, slow], monday);
    const after = joinResults(before, [{ ...slow, what: 'raw, beside (6.2 ms)', figure: 2 }], tuesday);
    expect(after.figures).toMatchObject([
      { what: quick.what, figure: 12.34, kept: true, measured: '2026-11-23' },
      { what: 'raw, beside (6.2 ms)', figure: 2, kept: true, measured: '2026-11-24', load: 0.4 },
    ]);
  });

  it('does not stand beside what another machine measured', () => {
    const before = joinResults(null, [quick], monday);
    expect(joinResults(before, [slow], { ...tuesday, machine: '8 cores' }).figures.map(({ what }) => what)).toEqual([slow.what]);
  });

  it('is told with budget, verdict, reason and day', () => {
    const lines = resultsTable(joinResults(null, [quick, slow, { ...quick, what: 'late', figure: 30 }], monday)).split('\n');
    expect(lines).toContain('| 10 listings: a keystroke, p99 | 12.3 ms | at most 20 ms | kept |  | 2026-11-23, 0.4 |');
    expect(lines).toContain('| raw, beside (5.1 ms) | 0.50 × | at least 1.80 × | **missed** | nothing is kept ready | 2026-11-23, 0.4 |');
    expect(lines).toContain('| late | 30 ms | at most 20 ms | **missed** | not known yet | 2026-11-23, 0.4 |');
    expect(lines[2]).toContain('3 figures, 2 over their budget');
  });
});
