/** So that the page opens without a signal. A browser that has no workers, or will have none, goes without. */
export async function keepWalkPage(worker: string, page: string): Promise<void> {
  try {
    await navigator.serviceWorker?.register(worker, { scope: page });
  } catch (error) {
    console.warn('The walk-about will not open without a signal.', error);
  }
}

/** Takes the worker away, and the list it kept. What was noted and not sent stays. */
export async function forgetWalkPages(): Promise<void> {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.filter(({ scope }) => /\/desk\/walk$/.test(scope)).map((worker) => worker.unregister()));
  await forgetWalkLists();
}

export async function forgetWalkLists(): Promise<void> {
  if (!('caches' in window)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith('walk-about '));
  await Promise.all(names.map((name) => caches.delete(name)));
}
