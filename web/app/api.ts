/** The server's HTTP interface: types as they travel, and problems as they are told. */

export type Direction = 'video-to-sound' | 'sound-to-video';
export type Status = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface Told {
  title: string;
  detail?: string;
  remedy?: string;
  status?: number;
}

export interface Metric {
  name: string;
  label: string;
  value?: number | null;
  unit?: string | null;
  reason?: string | null;
}

export type Link =
  | 'self'
  | 'page'
  | 'events'
  | 'original'
  | 'sound'
  | 'soundLossless'
  | 'video'
  | 'track'
  | 'originalTrack'
  | 'spectrogram'
  | 'originalSpectrogram'
  | 'motion'
  | 'poster'
  | 'download';

export interface Translation {
  id: string;
  direction: Direction;
  status: Status;
  stage?: string | null;
  progress?: number | null;
  remainingSeconds?: number | null;
  createdAt?: string;
  seed?: number | string | null;
  model?: string | null;
  confidence?: number | null;
  lengthSeconds?: number | null;
  /** name of the file or sample that was sent */
  name?: string | null;
  /** id of the translation that this one translates back */
  origin?: string | null;
  expiresAt?: string | null;
  links: Partial<Record<Link, string | null>>;
  metrics?: Metric[] | null;
  problem?: Told | null;
}

export interface Sample {
  id: string;
  title: string;
  performer?: string;
  intention?: string;
  direction: Direction;
  poster?: string | null;
  media?: string | null;
}

export interface SystemState {
  translating: 'here' | 'soon' | 'elsewhere' | 'nowhere';
  device?: string;
  version?: string;
  models?: { family: string; name: string; parameters?: number; card?: string | null }[];
  queue?: { waiting: number; running: number };
  limits?: { maxBytes?: number; maxSeconds?: number };
}

/** What went wrong, in words for people. */
export class Problem extends Error {
  constructor(readonly told: Told) {
    super(told.title);
  }
}

const offline: Told = {
  title: 'Antiphon cannot be reached',
  detail: 'The connection to the server failed. Nothing that you chose is lost.',
  remedy: 'Check the network and try again.',
};

/** Turns whatever was thrown into words. */
export function tell(cause: unknown): Told {
  return cause instanceof Problem ? cause.told : offline;
}

/** Reads the problem document of an answer, or words by its status where there is none. */
export function problemOf(status: number, body: string, retryAfter: string | null): Problem {
  let told: Partial<Told> = {};
  try {
    told = JSON.parse(body) as Partial<Told>;
  } catch {
    // not a problem document: the status must do
  }
  return new Problem({
    title: told.title ?? titleOf(status),
    detail: told.detail,
    remedy: told.remedy ?? remedyOf(status, retryAfter),
    status,
  });
}

function titleOf(status: number): string {
  if (status === 413) return 'The file is too large';
  if (status === 429) return 'Too many translations are waiting';
  if (status === 404) return 'There is no such translation';
  if (status >= 500) return 'Something broke on our side';
  return 'The server refused this';
}

function remedyOf(status: number, retryAfter: string | null): string | undefined {
  if (status === 429 || status === 503) {
    const seconds = Number(retryAfter);
    return seconds > 0 ? `Try again in ${Math.ceil(seconds)} seconds.` : 'Try again in a moment.';
  }
  if (status === 413) return 'Cut it shorter, or save it with fewer pixels.';
  return status >= 500 ? 'Try again in a moment.' : undefined;
}

/** Fetches and answers the response, or throws a {@link Problem}. */
export async function call(path: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(path, init);
  if (!answer.ok) {
    throw problemOf(answer.status, await answer.text(), answer.headers.get('Retry-After'));
  }
  return answer;
}

export async function getJson<T>(path: string): Promise<T> {
  return (await call(path, { headers: { Accept: 'application/json' } })).json() as Promise<T>;
}

/** Posts and answers the page of the translation that was queued. */
export async function queue(path: string, body?: BodyInit, type?: string): Promise<string> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (type) headers['Content-Type'] = type;
  const answer = await call(path, { method: 'POST', body, headers });
  return pageOf((await answer.json()) as Translation);
}

export function pageOf(translation: Translation): string {
  return translation.links?.page ?? `/translations/${translation.id}`;
}

/** The state that the server wrote into the page. */
export function inlined<T>(): T | null {
  try {
    return JSON.parse(document.getElementById('state')?.textContent ?? 'null') as T | null;
  } catch {
    return null;
  }
}
