import type { Direction, Status } from './api';

/** What this browser remembers of its translations: never more than the address and a name to find it by. */
export interface Remembered {
  id: string;
  direction: Direction;
  title: string;
  at: string;
  status?: Status;
}

const KEY = 'antiphon.recent';
const MOST = 12;

export function remembered(): Remembered[] {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? '[]') as Remembered[];
    return Array.isArray(list) ? list.filter((entry) => entry && typeof entry.id === 'string') : [];
  } catch {
    return [];
  }
}

export function recall(id: string): Remembered | undefined {
  return remembered().find((entry) => entry.id === id);
}

/** Adds or renews an entry; what is given wins over what was known. */
export function remember(entry: Partial<Remembered> & { id: string }): void {
  const list = remembered();
  const known = list.find((other) => other.id === entry.id);
  const merged = { direction: 'video-to-sound', title: '', at: '', ...known, ...entry } as Remembered;
  const rest = list.filter((other) => other.id !== entry.id);
  const at = known ? list.indexOf(known) : 0;
  rest.splice(at, 0, merged);
  store(rest.slice(0, MOST));
}

export function forget(id: string): void {
  store(remembered().filter((entry) => entry.id !== id));
}

export function forgetAll(): void {
  store([]);
}

function store(list: Remembered[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // a browser without storage simply remembers nothing
  }
}
