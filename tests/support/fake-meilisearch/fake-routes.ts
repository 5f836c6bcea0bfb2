import type { Held } from './filter-conditions.ts';
import { parseFilter } from './filter-grammar.ts';
import { type createIndexStore, type FakeIndex, indexMissing } from './index-store.ts';
import type { createKeyRing, FakeKey } from './key-ring.ts';
import { Refusal } from './refusal.ts';
import { type FakeQuery, searchDocuments } from './search-documents.ts';
import { filterableNames, mergeSettings, presetSettings } from './settings.ts';
import type { createTaskQueue } from './task-queue.ts';

/** What a test may turn. */
export interface FakeState {
  version: string;
  disk: { isFull: boolean };
  store: ReturnType<typeof createIndexStore>;
  tasks: ReturnType<typeof createTaskQueue>;
  keys: ReturnType<typeof createKeyRing>;
}

interface Asked {
  method: string;
  path: string;
  params: URLSearchParams;
  bearer: string | null;
  body: unknown;
}

interface Answer {
  status: number;
  body: unknown;
}

type Handler = (asked: Asked & { uid: string; isOpen(uid: string | null): boolean }) => Answer;

const ok = (body: unknown): Answer => ({ status: 200, body });
const accepted = (body: unknown): Answer => ({ status: 202, body });
const uidPattern = /^[\w-]{1,512}$/;

export function createRoutes(state: FakeState): (asked: Asked) => Answer {
  const routes = routesOf(state);
  return (asked) => {
    if (asked.method === 'GET' && asked.path === '/health') return ok({ status: 'available' });
    for (const { method, pattern, action, handle } of routes) {
      const match = method === asked.method ? pattern.exec(asked.path) : null;
      if (!match) continue;
      const isOpen = state.keys.admit(asked.bearer, action);
      const uid = decodeURIComponent(match[1] ?? '');
      if (asked.path.startsWith('/indexes/') && !isOpen(uid)) throw state.keys.refuse();
      return handle({ ...asked, uid, isOpen });
    }
    throw new Refusal(404, 'not_found', 'Not found');
  };
}

interface Route {
  method: string;
  pattern: RegExp;
  action: string;
  handle: Handler;
}

const on = (route: string, action: string, handle: Handler): Route => {
  const [method = '', path = ''] = route.split(' ');
  return { method, pattern: new RegExp(`^${path.replace(':uid', '([^/]+)')}$`), action, handle };
};

const routesOf = (state: FakeState): Route[] => [
  on('GET /version', 'version', () => ok({ commitSha: '', commitDate: '', pkgVersion: state.version })),
  ...keyRoutes(state),
  ...taskRoutes(state),
  ...indexRoutes(state),
  ...documentRoutes(state),
  on('POST /multi-search', 'search', ({ body, isOpen }) =>
    ok({ results: queriesOf(body).map((query) => searchOne(state, query, isOpen)) }),
  ),
];

function keyRoutes({ keys }: FakeState): Route[] {
  return [
    on('GET /keys/:uid', 'keys.get', ({ uid }) => {
      const key = keys.keys.get(uid);
      if (!key) throw new Refusal(404, 'api_key_not_found', `API key \`${uid}\` not found.`);
      return ok(key);
    }),
    on('GET /keys', 'keys.get', () => ok({ results: [...keys.keys.values()], offset: 0, limit: 20, total: keys.keys.size })),
    on('POST /keys', 'keys.create', ({ body }) => ({ status: 201, body: keys.create(body as FakeKey) })),
    on('DELETE /keys/:uid', 'keys.delete', ({ uid }) => ({ status: keys.keys.delete(uid) ? 204 : 404, body: null })),
  ];
}

function taskRoutes({ tasks }: FakeState): Route[] {
  return [
    on('GET /tasks/:uid', 'tasks.get', ({ uid, isOpen }) => {
      const task = tasks.find(Number(uid));
      if (!task || !isOpen(task.indexUid)) throw new Refusal(404, 'task_not_found', `Task \`${uid}\` not found.`);
      return ok(task);
    }),
    on('DELETE /tasks', 'tasks.delete', ({ params, isOpen }) => {
      const before = params.get('beforeFinishedAt');
      if ([...params].length === 0)
        throw new Refusal(400, 'missing_task_filters', 'Query parameters to filter the tasks to delete are missing.');
      const isOld = (finishedAt: string | null) => before === null || (finishedAt ?? '') < before;
      return accepted(tasks.add('taskDeletion', null, () => tasks.forget((task) => isOpen(task.indexUid) && isOld(task.finishedAt))));
    }),
  ];
}

function indexRoutes(state: FakeState): Route[] {
  const { store, tasks } = state;
  return [
    on('GET /indexes', 'indexes.get', ({ isOpen }) =>
      ok({ results: [...store.indexes.values()].filter(({ uid }) => isOpen(uid)).map(infoOf) }),
    ),
    on('POST /indexes', 'indexes.create', ({ body, isOpen }) => {
      const { uid, primaryKey = null } = body as { uid: string; primaryKey?: string };
      if (!uidPattern.test(uid)) throw new Refusal(400, 'invalid_index_uid', `\`${uid}\` is not a valid index uid.`);
      if (!isOpen(uid)) throw state.keys.refuse();
      return accepted(tasks.add('indexCreation', uid, () => store.create(uid, primaryKey)));
    }),
    on('POST /swap-indexes', 'indexes.swap', ({ body, isOpen }) => {
      const [swap] = body as { indexes: [string, string]; rename?: boolean }[];
      if (!swap?.indexes.every(isOpen)) throw state.keys.refuse();
      return accepted(tasks.add('indexSwap', null, () => store.swap(swap)));
    }),
    on('GET /indexes/:uid', 'indexes.get', ({ uid }) => ok(infoOf(store.found(uid)))),
    on('DELETE /indexes/:uid', 'indexes.delete', ({ uid }) => accepted(tasks.add('indexDeletion', uid, () => store.drop(uid)))),
    on('GET /indexes/:uid/stats', 'stats.get', ({ uid }) => ok({ numberOfDocuments: store.found(uid).documents.size, isIndexing: false })),
    on('GET /indexes/:uid/settings', 'settings.get', ({ uid }) => ok(store.found(uid).settings)),
    on('PATCH /indexes/:uid/settings', 'settings.update', ({ uid, body }) => {
      const sent = body as Record<string, unknown>;
      mergeSettings(presetSettings(), sent);
      return accepted(tasks.add('settingsUpdate', uid, () => store.settle(uid, sent)));
    }),
  ];
}

function documentRoutes(state: FakeState): Route[] {
  const { store, tasks } = state;
  return [
    on('POST /indexes/:uid/documents', 'documents.add', ({ uid, body }) =>
      accepted(tasks.add('documentAdditionOrUpdate', uid, () => store.put(uid, body as Held[]))),
    ),
    on('POST /indexes/:uid/documents/delete-batch', 'documents.delete', ({ uid, body }) =>
      accepted(tasks.add('documentDeletion', uid, () => store.remove(uid, body as string[]))),
    ),
    on('DELETE /indexes/:uid/documents', 'documents.delete', ({ uid }) =>
      accepted(tasks.add('documentDeletion', uid, () => store.found(uid).documents.clear())),
    ),
    on('GET /indexes/:uid/documents', 'documents.get', ({ uid, params }) =>
      ok(
        listed(store.found(uid), {
          offset: Number(params.get('offset') ?? 0),
          limit: Number(params.get('limit') ?? 20),
          fields: params.get('fields')?.split(','),
        }),
      ),
    ),
    on('POST /indexes/:uid/documents/fetch', 'documents.get', ({ uid, body }) => ok(listed(store.found(uid), body as Listing))),
  ];
}

interface Listing {
  offset?: number;
  limit?: number;
  fields?: string[];
  filter?: unknown;
  ids?: string[];
}

/** Whole documents, whatever a search may show of them. */
function listed({ documents, settings }: FakeIndex, { offset = 0, limit = 20, fields, filter, ids }: Listing) {
  const passes = parseFilter(filter, filterableNames(settings));
  const chosen = ids ? ids.flatMap((id): Held[] => [documents.get(id)].filter((held) => held !== undefined)) : [...documents.values()];
  const all = chosen.filter(passes);
  const cut = (document: Held) => Object.fromEntries(Object.entries(document).filter(([name]) => fields?.includes(name) ?? true));
  return { results: all.slice(offset, offset + limit).map(cut), offset, limit, total: all.length };
}

function searchOne({ store, keys }: FakeState, query: FakeQuery, isOpen: (uid: string) => boolean) {
  if (!isOpen(query.indexUid)) throw keys.refuse();
  const index = store.indexes.get(query.indexUid);
  if (!index) throw indexMissing(query.indexUid, 400);
  return searchDocuments(index.documents.values(), index.settings, query);
}

const queriesOf = (body: unknown) => (body as { queries: FakeQuery[] }).queries;

const infoOf = ({ uid, primaryKey, createdAt, updatedAt }: FakeIndex) => ({ uid, primaryKey, createdAt, updatedAt });
