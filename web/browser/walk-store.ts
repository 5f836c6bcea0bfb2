/** One thing noted on a walk, as it lies on the phone. */
export interface HeldEntry {
  /** Made here: by it the server knows what it has taken. */
  id: string;
  /** Whoever noted it; it is sent as nobody else's. */
  account: string;
  /** By this phone's clock. */
  notedAt: number;
  /** What was pressed, and of what: "Still right", "Mend & Natter". */
  act: string;
  name: string;
  /** The boxes of the form. */
  fields: [string, string][];
  /** Made smaller before it was written down. */
  photo?: Blob | null;
  asset: string | null;
  /** Its page, and that at the desk. */
  page: string | null;
  edit: string | null;
  state: 'waiting' | 'refused' | 'sent';
  /** Why it was refused. */
  why?: string;
  sentAt?: number;
  /** Taken, but for its photo. */
  withoutPhoto?: boolean;
}

const database = 'walk-about';
const store = 'entries';

/** In the order in which they were noted. */
export async function heldEntries(): Promise<HeldEntry[]> {
  const all = await within<HeldEntry[]>('readonly', (entries) => entries.getAll());
  return all.sort((one, other) => one.notedAt - other.notedAt);
}

export const holdEntry = (entry: HeldEntry) => within('readwrite', (entries) => entries.put(entry));

export const dropEntry = (id: string) => within('readwrite', (entries) => entries.delete(id));

/** Resolves when it is written down for good, so that a phone which dies the next moment has it. */
async function within<Result>(mode: IDBTransactionMode, work: (entries: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const open = await openDatabase();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = open.transaction(store, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    open.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
