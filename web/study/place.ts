import { uuid } from './answers/uuid';

/** How somebody comes to this page: what the address says, and what this browser remembers of the study. */
export interface Place {
  slug: string;
  invitation?: string;
  prolific?: { pid: string; study: string; session: string };
  /** the session to go on with, if the address names one */
  resume?: string;
  /** the code under which answers are to be deleted; empty where it has to be asked for */
  withdrawal?: string;
}

export function placeOf({ pathname, search, hash }: Location): Place {
  const asked = new URLSearchParams(search);
  const after = new URLSearchParams(hash.slice(1));
  const pid = asked.get('PROLIFIC_PID');
  return {
    slug: decodeURIComponent(/^\/s\/([^/]+)/.exec(pathname)?.[1] ?? ''),
    invitation: asked.get('i') ?? undefined,
    prolific: pid === null ? undefined : { pid, study: asked.get('STUDY_ID') ?? '', session: asked.get('SESSION_ID') ?? '' },
    resume: after.get('r') ?? undefined,
    withdrawal: after.get('w') ?? (hash === '#withdraw' ? '' : undefined),
  };
}

/** Two invitations, or two people of a panel, on one device are two. */
const memory = ({ slug, invitation, prolific }: Place, what: string): string =>
  ['antiphon-study', slug, invitation ?? prolific?.pid ?? '', what].join('/');

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // a browser that keeps nothing: the link that goes on with the session still works
  }
}

export const sessionOf = (place: Place): string | null => place.resume ?? read(memory(place, 'session'));

export function remember(place: Place, session: string | null): void {
  write(memory(place, 'session'), session);
  if (session !== null) write(memory(place, 'key'), null);
}

/** The key under which a session is begun; the same until it has begun, so that a lost reply begins no second one. */
export function beginKey(place: Place): string {
  const key = read(memory(place, 'key')) ?? uuid();
  write(memory(place, 'key'), key);
  return key;
}

export const resumeLink = (slug: string, session: string): string => `${location.origin}/s/${encodeURIComponent(slug)}#r=${session}`;
