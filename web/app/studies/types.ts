/** What the researcher's interface sends, and a document as a tree of plain values. */

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Block = { [key: string]: Value };

export interface Overview {
  slug: string;
  title: string;
  state: string;
  version: number;
  savedAt: string;
}

/** What became of a study that was made elsewhere. */
export interface Imported {
  slug: string;
  notes: { kind: string; line: number; what: string; remedy: string }[];
  files: string[];
}

export interface Template {
  name: string;
  title: string;
  about: string;
}

export interface Finding {
  grave: boolean;
  line: number;
  column: number;
  path: string;
  what: string;
  remedy: string;
}

export interface Draft {
  document: string;
  accepted: boolean;
  findings: Finding[];
  tree: Block | null;
}

export interface Preparation {
  state: 'waiting' | 'running' | 'done' | 'failed';
  stage: string;
  progress: number;
  problem?: string | null;
  revision: number;
}

export interface Published {
  digest: string;
  version: number;
  state: 'open' | 'paused' | 'closed';
  publishedAt: string;
}

export interface Study {
  slug: string;
  title: string;
  revision: number;
  draft: Draft;
  files: { name: string; bytes: number }[];
  preparation?: Preparation | null;
  editions: Published[];
  link: string;
  invited: number;
}

export interface Ready {
  condition: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  seconds: number;
  loudness?: number | null;
  deviation?: number | null;
  gain: number;
  truePeak?: number | null;
}

export interface Report {
  items: { item: string; stimuli: Ready[] }[];
  obstacles: string[];
}

/** What publishing would freeze. */
export interface Plan {
  digest: string;
  version: number;
  items: number;
  conditions: number;
  stimuli: number;
  bytes: number;
  target: number;
  changes: string[];
  pools: boolean;
  obstacles: string[];
}

export const isBlock = (value: Value | undefined): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);

export const blocksOf = (value: Value | undefined): Block[] => listOf(value).filter(isBlock);

export const textOf = (value: Value | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Words in one language, or in the first there is. */
export function wordsIn(value: Value | undefined, language: string): string {
  if (isBlock(value)) return textOf(value[language] ?? Object.values(value)[0]);
  return textOf(value);
}

export async function send<T>(
  call: (path: string, init?: RequestInit) => Promise<Response>,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await call(path, {
    method,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return (await answer.json()) as T;
}
