import type { Log } from './deps.ts';

/** Does something now and then again and again, never twice at once; a failure is told and tried again at the next turn. Answers how to stop. */
export function repeat(
  work: (isStopped: () => boolean) => Promise<unknown>,
  { everyMs, failed, log }: { everyMs: number; failed: string; log: Pick<Log, 'error'> },
): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> | null = null;
  const turn = () => {
    running ??= work(() => stopped)
      .catch((error: unknown) => {
        if (!stopped) log.error({ err: error }, failed);
      })
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
