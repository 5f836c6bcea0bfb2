import type { Log } from './deps.ts';

/** A database that is away for an hour is no reason to fill a disk with lines. */
const tellAgainMs = 60_000;

/**
 * Does something now and then again and again, never twice at once; a failure is told and tried again at the next turn, and told once a minute
 * while it lasts. Answers how to stop.
 */
export function repeat(
  work: (isStopped: () => boolean) => Promise<unknown>,
  { everyMs, failed, log }: { everyMs: number; failed: string; log: Pick<Log, 'error'> },
): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (error: unknown) => {
    if (stopped || performance.now() - toldAt < tellAgainMs) return;
    toldAt = performance.now();
    log.error({ err: error }, failed);
  };
  const turn = () => {
    running ??= work(() => stopped)
      .then(() => {
        toldAt = Number.NEGATIVE_INFINITY;
      }, tell)
      .then(() => {
        running = null;
      });
  };
  turn();
  const timer = setInterval(turn, everyMs);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
