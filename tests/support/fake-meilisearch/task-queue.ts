import { Refusal } from './refusal.ts';

export interface FakeTask {
  uid: number;
  indexUid: string | null;
  type: string;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  error: ReturnType<Refusal['body']> | null;
  enqueuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

/** Writes are promises over there: answered with 202 and done in order, one after the other, some time later. */
export function createTaskQueue(disk: { isFull: boolean }) {
  let tasks: FakeTask[] = [];
  let next = 0;
  let last: Promise<void> = Promise.resolve();
  const now = () => new Date().toISOString();

  async function carryOut(task: FakeTask, work: () => void): Promise<void> {
    // Nobody who asks at once finds it done.
    await new Promise((resolve) => setTimeout(resolve, 1));
    task.status = 'processing';
    task.startedAt = now();
    // The real one cannot even note that it failed: it tries again until there is room, and all that comes after waits.
    while (disk.isFull) await new Promise((resolve) => setTimeout(resolve, 5));
    try {
      work();
      task.status = 'succeeded';
    } catch (error) {
      task.status = 'failed';
      task.error = error instanceof Refusal ? error.body() : new Refusal(500, 'internal', String(error)).body();
    }
    task.finishedAt = now();
  }

  return {
    add(type: string, indexUid: string | null, work: () => void) {
      const task: FakeTask = {
        uid: next,
        indexUid,
        type,
        status: 'enqueued',
        error: null,
        enqueuedAt: now(),
        startedAt: null,
        finishedAt: null,
      };
      next += 1;
      tasks.push(task);
      last = last.then(() => carryOut(task, work));
      const { uid: taskUid, status, enqueuedAt } = task;
      return { taskUid, indexUid, status, type, enqueuedAt };
    },
    find: (uid: number) => tasks.find((task) => task.uid === uid),
    all: () => tasks,
    /** Finished ones only. */
    forget(isOld: (task: FakeTask) => boolean) {
      tasks = tasks.filter((task) => task.finishedAt === null || !isOld(task));
    },
  };
}
