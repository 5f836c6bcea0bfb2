import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/global-setup.ts'],
    // They end what hangs, and are no measure of speed: a machine may be shared by many.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    pool: 'forks',
    // The program is read once a process rather than once a file, which costs more than most files' tests. What is kept for long is kept by
    // database (`WeakMap`), so files that follow each other share nothing else; none may change the process: its settings, clock or folder.
    isolate: false,
    // One file for each core of the smallest machine: one at a time takes over ten minutes.
    maxWorkers: 2,
  },
});
