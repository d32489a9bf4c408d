/** What the interface for monitoring tells. */

export interface Estimate {
  expected: string | null;
  earliest: string | null;
  latest: string | null;
  reason: string;
}

export interface Progress {
  target: number;
  begun: number;
  completed: number;
  going: number;
  dropped: number;
  declined: number;
  screenedOut: number;
  overQuota: number;
  excluded: number;
  answers: number;
  estimate: Estimate;
}

export interface Day {
  date: string;
  begun: number;
  completed: number;
  going: number;
  dropped: number;
  declined: number;
  screenedOut: number;
  overQuota: number;
}

export interface Quartiles {
  lower: number;
  median: number;
  upper: number;
}

export interface StepRow {
  id: string;
  name: string;
  answered: number;
  left: number;
  ended: number;
  time: Quartiles | null;
}

export interface Balance {
  task: string;
  plan: string;
  least: number;
  most: number;
  even: boolean;
  conditions: string[];
  rows: { item: string; counts: number[] }[];
}

export interface CheckRow {
  id: string;
  kind: string;
  people: number;
  failing: number;
  passed: number;
  failed: number;
  notRun: number;
}

export interface Overview {
  slug: string;
  title: string;
  version: number;
  versions: number[];
  state: string;
  at: string;
  link: string;
  progress: Progress;
  health: { grave: boolean; what: string }[];
  days: Day[];
  steps: StepRow[];
  balance: Balance[];
  checks: CheckRow[];
  hours: { from: string; answers: number }[];
  flags: Record<string, number>;
  flagged: number;
  reviewed: number;
}

export interface Flag {
  kind: string;
  why: string;
}

export interface Person {
  pseudonym: string;
  standing: string;
  begun: string;
  seen: string;
  minutes: number;
  way: string;
  language: string;
  answers: number;
  pages: number;
  median: number | null;
  step: string | null;
  flags: Flag[];
  decision: { excluded: boolean; reason: string } | null;
  /** Why a rule of the study leaves them out. */
  rule: string | null;
}

export interface People {
  total: number;
  page: number;
  pages: number;
  version: number;
  versions: number[];
  people: Person[];
}

export interface Span {
  slot: string;
  begun: number;
  lasted: number;
  from: number;
  to: number;
}

export interface Answered {
  id: string;
  step: string;
  at: string;
  took: number | null;
  given: Record<string, unknown>;
  purpose: string | null;
  item: string | null;
  clips: { slot: string; role: string; condition: string; seconds: number }[];
  played: Span[];
}

export interface Participant {
  person: Person;
  version: number;
  endedBy: string | null;
  device: Record<string, string | number | boolean> | null;
  answers: Answered[];
  checks: { id: string; outcome: string; reason: string }[];
  history: { excluded: boolean; reason: string; by: string | null; at: string }[];
}

export const STANDINGS: Record<string, string> = {
  completed: 'completed',
  going: 'under way',
  dropped: 'went away',
  declined: 'declined',
  'screened-out': 'screened out',
  'over-quota': 'over quota',
};

export const FLAGS: Record<string, string> = {
  fast: 'too fast',
  straight: 'same answers',
  unheard: 'not listened',
  checks: 'failed checks',
  device: 'device',
};
