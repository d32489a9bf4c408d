/**
 * What this device keeps for a session: answers that the server has not confirmed yet, and what was entered on the page
 * that is open. A browser that keeps nothing (some do in private windows) leaves it to memory.
 */

const NAME = 'antiphon-study';

type Shelf = 'answers' | 'drafts';

const memory: Record<Shelf, Map<string, unknown>> = { answers: new Map(), drafts: new Map() };

let opened: Promise<IDBDatabase | null> | null = null;

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const asking = indexedDB.open(NAME, 1);
      asking.onupgradeneeded = () => {
        for (const shelf of ['answers', 'drafts']) asking.result.createObjectStore(shelf);
      };
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => resolve(null);
      asking.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opened;
}

function done<T>(transaction: IDBTransaction, asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser keeps nothing'));
  });
}

/** On the disk, not only on its way there, when it comes back: the tab may be closed right after. */
export async function put(shelf: Shelf, key: string, value: unknown): Promise<void> {
  memory[shelf].set(key, value);
  const database = await open();
  if (!database) return;
  try {
    const transaction = database.transaction(shelf, 'readwrite', { durability: 'strict' });
    await done(transaction, transaction.objectStore(shelf).put(value, key));
  } catch {
    // the memory of this tab must do
  }
}

export async function remove(shelf: Shelf, key: string): Promise<void> {
  memory[shelf].delete(key);
  const database = await open();
  if (!database) return;
  try {
    const transaction = database.transaction(shelf, 'readwrite');
    await done(transaction, transaction.objectStore(shelf).delete(key));
  } catch {
    // it is asked for again and found to be there already, which is harmless
  }
}

/** Everything whose key begins so, in the order of the keys. */
export async function all<T>(shelf: Shelf, prefix: string): Promise<T[]> {
  const kept = new Map<string, unknown>(memory[shelf]);
  const database = await open();
  if (database) {
    try {
      const transaction = database.transaction(shelf, 'readonly');
      const store = transaction.objectStore(shelf);
      const keys = store.getAllKeys(IDBKeyRange.bound(prefix, prefix + '\uffff'));
      const values = await done(transaction, store.getAll(IDBKeyRange.bound(prefix, prefix + '\uffff')));
      keys.result.forEach((key, i) => kept.set(String(key), values[i]));
    } catch {
      // the memory of this tab must do
    }
  }
  const mine = [...kept].filter(([key]) => key.startsWith(prefix));
  return mine.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value as T);
}

/** Forgets everything of a session. */
export async function forget(prefix: string): Promise<void> {
  for (const shelf of ['answers', 'drafts'] as const) {
    for (const key of memory[shelf].keys()) if (key.startsWith(prefix)) memory[shelf].delete(key);
    const database = await open();
    database?.transaction(shelf, 'readwrite').objectStore(shelf).delete(IDBKeyRange.bound(prefix, prefix + '\uffff'));
  }
}
