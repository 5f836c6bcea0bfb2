import { expect, test } from 'vitest';
import { repeat } from '../api/repeat.ts';

test('what fails again and again is told once, and anew when it fails after it went well', async () => {
  const fails = [true, true, true, false, true, true];
  const told: string[] = [];
  let turns = 0;
  const repeated = repeat(
    async () => {
      turns += 1;
      if (fails[turns - 1] ?? true) throw new Error(`turn ${turns}`);
    },
    { everyMs: 1, failed: 'it failed', log: { error: (about: object) => told.push((about as { err: Error }).err.message) } },
  );
  await expect.poll(() => turns).toBeGreaterThan(fails.length);
  await repeated.stop();
  expect(told).toEqual(['turn 1', 'turn 5']);
});
