import type { MeilisearchPlace } from './real-meilisearch.ts';

/** As someone who has the master key and is not us: asks the server itself, and waits until what it promised is done. */
export async function askMeilisearch({ url, key }: Pick<MeilisearchPlace, 'url' | 'key'>, request: string, body?: unknown): Promise<Said> {
  const [method = 'GET', path = ''] = request.split(' ');
  const ask = async (how: string, where: string, what?: unknown) => {
    const response = await fetch(`${url}${where}`, {
      method: how,
      headers: {
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(what === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(what === undefined ? {} : { body: JSON.stringify(what) }),
    });
    return (await response.json().catch(() => ({}))) as Said;
  };
  const said = await ask(method, path, body);
  if (said.taskUid === undefined) return said;
  for (;;) {
    const task = await ask('GET', `/tasks/${said.taskUid}`);
    if (task.status === 'succeeded') return task;
    if (task.status === 'failed') throw new Error(`${request} failed: ${task.error?.message}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The one index of ours that answers. */
export async function liveIndex(place: MeilisearchPlace): Promise<string> {
  const { results = [] } = await askMeilisearch(place, 'GET /indexes?limit=1000');
  const names = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`${place.prefix}-`) && !uid.endsWith('_next'));
  if (names.length !== 1) throw new Error(`there are ${names.length} indexes of ours`);
  return names[0] ?? '';
}

interface Said {
  taskUid?: number;
  status?: string;
  error?: { message: string };
  results?: { uid: string; actions?: string[]; indexes?: string[]; key?: string }[];
  [more: string]: unknown;
}
