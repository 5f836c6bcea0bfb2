import { createHmac } from 'node:crypto';
import { Refusal } from './refusal.ts';

export interface FakeKey {
  uid: string;
  name: string | null;
  description: string | null;
  key: string;
  actions: string[];
  indexes: string[];
  expiresAt: string | null;
}

const known = new Set([
  ...['*', 'search', 'documents.*', 'documents.add', 'documents.get', 'documents.delete'],
  ...['indexes.*', 'indexes.create', 'indexes.get', 'indexes.update', 'indexes.delete', 'indexes.swap'],
  ...['tasks.*', 'tasks.get', 'tasks.delete', 'tasks.cancel', 'settings.*', 'settings.get', 'settings.update'],
  ...['stats.*', 'stats.get', 'version', 'keys.get', 'keys.create', 'keys.update', 'keys.delete'],
]);
const global = new Set(['version', 'keys.get', 'keys.create', 'keys.update', 'keys.delete']);

const invalidKey = () => new Refusal(403, 'invalid_api_key', 'The provided API key is invalid.');

/** Who may do what: the master everything, others what their key says and no more. */
export function createKeyRing(masterKey: string) {
  const keys = new Map<string, FakeKey>();
  return {
    keys,
    create({ uid, name = null, description = null, actions, indexes, expiresAt }: Omit<FakeKey, 'key'>): FakeKey {
      const unknown = actions.find((action) => !known.has(action));
      if (unknown !== undefined) throw new Refusal(400, 'invalid_api_key_actions', `Unknown value \`${unknown}\` at \`.actions\`.`);
      const whole = actions.find((action) => global.has(action));
      if (whole !== undefined && !indexes.includes('*'))
        throw new Refusal(
          400,
          'index_scoped_api_key_with_global_action',
          `cannot create index-scoped API key with global action \`"${whole}"\``,
        );
      if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uid))
        throw new Refusal(400, 'invalid_api_key_uid', 'Invalid value at `.uid`.');
      if (keys.has(uid)) throw new Refusal(409, 'api_key_already_exists', `\`uid\` field value \`${uid}\` is already an existing API key.`);
      const made: FakeKey = {
        uid,
        name,
        description,
        key: createHmac('sha256', masterKey).update(uid).digest('hex'),
        actions,
        indexes,
        expiresAt,
      };
      keys.set(uid, made);
      return made;
    },
    /** Throws where the bearer may not; answers which indexes are open to them. */
    admit(bearer: string | null, action: string): (uid: string | null) => boolean {
      if (bearer === null)
        throw new Refusal(
          401,
          'missing_authorization_header',
          'The Authorization header is missing. It must use the bearer authorization method.',
        );
      if (bearer === masterKey) return () => true;
      const held = [...keys.values()].find(({ key }) => key === bearer);
      const kind = `${action.split('.')[0]}.*`;
      if (!held?.actions.some((each) => each === '*' || each === action || each === kind)) throw invalidKey();
      return (uid) => held.indexes.some((pattern) => matches(pattern, uid));
    },
    refuse: invalidKey,
  };
}

/** A task that belongs to no index is open to keys for all of them alone. */
const matches = (pattern: string, uid: string | null) =>
  pattern === '*' || (uid !== null && (pattern.endsWith('*') ? uid.startsWith(pattern.slice(0, -1)) : uid === pattern));
