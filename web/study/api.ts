import { type Told } from '../app/api';

/** What travels between this page and the server, under /api/taking. */

export interface Introduction {
  slug: string;
  languages: string[];
  title: Record<string, string>;
  about: Record<string, string> | null;
  admission: 'open' | 'closed' | 'complete' | 'taken';
  ways: string[];
  minutes: number;
}

export interface Clip {
  slot: string;
  role: 'judged' | 'compared' | 'reference' | 'unknown';
  url: string;
  seconds: number;
  /** what is said or sung in it: plain text, or a document of WebVTT */
  captions?: string | null;
}

export interface Option {
  id: string;
  label: string;
}

export interface ConsentStep {
  kind: 'consent';
  text: string;
  points: { id: string; text: string; required: boolean }[];
  contact: string | null;
  digest: string;
}

export interface HeadphonesStep {
  kind: 'headphones';
  method: 'huggins' | 'antiphase';
  attempt: number;
  attempts: number;
  /** which question of this attempt it is, and how many it has */
  number: number;
  of: number;
  /** the addresses of its sounds */
  sounds: string[];
}

export interface AskedQuestion {
  id: string;
  kind: 'choice' | 'choices' | 'words' | 'number' | 'likert';
  question: string;
  optional: boolean;
  options?: Option[];
  least?: number;
  most?: number;
  whole?: boolean;
  longest?: number;
  points?: number;
  low?: string;
  high?: string;
}

export interface QuestionnaireStep {
  kind: 'questionnaire';
  title: string | null;
  questions: AskedQuestion[];
}

export interface ScaleQuestion {
  key: string;
  kind: 'likert' | 'acr' | 'continuous';
  question: string;
  points?: number | null;
  low?: string | null;
  high?: string | null;
  labels?: string[] | null;
}

export interface TrialStep {
  kind: 'trial';
  training: boolean;
  number: number;
  of: number;
  paradigm: 'rating' | 'mushra' | 'multi-stimulus' | 'preference' | 'abx' | 'match' | 'intention';
  medium: 'sound' | 'video';
  instruction: string | null;
  listen: number | null;
  clips: Clip[];
  questions?: ScaleQuestion[];
  question?: string;
  labels?: string[];
  choices?: string[];
  options?: Option[];
  affect?: { key: string; feeling: 'perceived' | 'felt'; question: string; steps: number } | null;
  gems?: { question: string; points: number; items: { key: string; label: string }[] } | null;
}

export type Step = { id: string; seconds: number } & (
  | ConsentStep
  | { kind: 'age'; minimum: number }
  | { kind: 'region' }
  | { kind: 'browser'; clip: Clip }
  | { kind: 'level'; clip: Clip }
  | HeadphonesStep
  | QuestionnaireStep
  | { kind: 'instructions' | 'break'; text: string | null }
  | TrialStep
);

export interface End {
  kind: 'completed' | 'declined' | 'screened-out' | 'over-quota';
  text: string | null;
  redirect: string | null;
  code: string | null;
}

export interface Saved {
  key: string;
  step: string;
  at: string;
}

export interface State {
  session: string;
  slug: string;
  title: string;
  language: string;
  languages: string[];
  rtl: boolean;
  revision: number;
  saved: Saved | null;
  progress: { done: number; ahead: number; secondsLeft: number };
  step: Step | null;
  next: Step | null;
  end: End | null;
  withdrawal: string | null;
}

/** About a page of training: whether its answer was right, and which one is, if that is one word. */
export interface Feedback {
  right: boolean;
  answer: string | null;
}

export interface SavedReply {
  outcome: 'saved' | 'repeated';
  saved: Saved;
  state: State;
  feedback?: Feedback | null;
}

export interface Refusal {
  key: string;
  why: string;
}

/** A problem document of the server, with whatever it says beside the words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly told: Told,
    readonly retryAfter: number,
    readonly state: State | null,
    readonly refusals: Refusal[],
  ) {
    super(told.title);
  }
}

/** Whether the server itself says that the session is there no longer; a gateway may answer 404 while it restarts. */
export const isGone = (cause: unknown): boolean =>
  cause instanceof Refused && ((cause.status === 404 && cause.code === 'not-found') || (cause.status === 410 && cause.code === 'withdrawn'));

const BASE = '/api/taking';

/** What does not come within this time is asked for again, in milliseconds; in a crowd the server itself waits for 25 s. */
const PATIENCE = 30_000;

/** Sends a request and reads what comes back; throws {@link Refused}, or anything else where the network failed. */
async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(BASE + path, {
    method,
    headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
    signal: timeout(PATIENCE),
  });
  const text = await answer.text();
  if (!answer.ok) throw refused(answer, text);
  return (text === '' ? null : JSON.parse(text)) as T;
}

function timeout(milliseconds: number): AbortSignal {
  const abort = new AbortController();
  window.setTimeout(() => abort.abort(), milliseconds);
  return abort.signal;
}

interface ProblemDocument {
  title?: string;
  detail?: string;
  code?: string;
  state?: State;
  refusals?: Refusal[];
}

function refused(answer: Response, text: string): Refused {
  let document: ProblemDocument = {};
  try {
    document = JSON.parse(text) as ProblemDocument;
  } catch {
    // not a problem document: the status must do
  }
  const told = { title: document.title ?? '', detail: document.detail, status: answer.status };
  const after = Number(answer.headers.get('Retry-After')) || 0;
  return new Refused(answer.status, document.code ?? '', told, after, document.state ?? null, document.refusals ?? []);
}

export interface Beginning {
  key: string;
  language: string;
  invitation?: string;
  prolific?: { pid: string; study: string; session: string };
  device?: Record<string, string | number | boolean>;
}

export interface Sending {
  key: string;
  step: string;
  answer: unknown;
  plays?: unknown[];
  took?: number;
  device?: Record<string, string | number | boolean>;
}

export const introduction = (slug: string): Promise<Introduction> => ask('GET', `/${encodeURIComponent(slug)}`);

export const begin = (slug: string, beginning: Beginning): Promise<State> =>
  ask('POST', `/${encodeURIComponent(slug)}/sessions`, beginning);

export const stateOf = (session: string): Promise<State> => ask('GET', `/sessions/${encodeURIComponent(session)}`);

export const send = (session: string, sending: Sending): Promise<SavedReply> =>
  ask('POST', `/sessions/${encodeURIComponent(session)}/answers`, sending);

export const present = (session: string): Promise<null> => ask('POST', `/sessions/${encodeURIComponent(session)}/presence`);

export const withdraw = (code: string): Promise<{ answers: number }> => ask('POST', '/withdrawals', { code });
