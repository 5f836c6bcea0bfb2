/**
 * Asks a question for many at once. Each is told what held at some instant after they asked: who asks while a question is under way shares the
 * next one, since the one under way may have been answered before.
 */
export function createSharedLook<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let running: Promise<Answer> | null = null;
  let queued: Promise<Answer> | null = null;

  function start(): Promise<Answer> {
    const started = ask().finally(() => {
      if (running === started) running = null;
    });
    running = started;
    return started;
  }

  return () => {
    if (running === null) return start();
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = null;
        return start();
      });
    return queued;
  };
}
