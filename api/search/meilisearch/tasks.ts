import { type Meilisearch, MeilisearchApiError, type Task } from 'meilisearch';

export type Enqueued = ReturnType<Meilisearch['createIndex']>;

/** Resolves when all tasks have succeeded; rejects with what the first failed one says. */
export async function finished(client: Meilisearch, tasks: Enqueued[]): Promise<void> {
  const results: Task[] = await client.tasks.waitForTasks(await Promise.all(tasks));
  const failed = results.find((task) => task.status !== 'succeeded');
  if (failed)
    throw new Error(`Meilisearch task ${failed.uid} (${failed.type}) ${failed.status}: ${failed.error?.message ?? 'no reason given'}`);
}

export async function exists(client: Meilisearch, name: string): Promise<boolean> {
  try {
    await client.getRawIndex(name);
    return true;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.response.status === 404) return false;
    throw error;
  }
}
