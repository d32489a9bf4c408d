import type { Draft } from '../answers/drafts';
import type { Refusal } from '../api';
import type { Clips } from '../sound/clips';
import type { PlayLog } from '../sound/playlog';

/** What a page needs from the session it is part of. */
export interface Surroundings {
  clips: Clips;
  draft: Draft | null;
  /** keeps what was entered so far on this device */
  keep(values: Record<string, unknown>): void;
  /** gives the answer of this page */
  give(answer: unknown): void;
  /** asks the server for fresh addresses of the clips, and shows this page again */
  refresh(): void;
}

/** A page that is shown. */
export interface View {
  heading: string;
  /** small words above the heading: where in the study this is */
  above?: string;
  element: HTMLElement;
  /** what was played, where something can be */
  log?: PlayLog;
  /** words on the button that goes on; none if the page has buttons of its own */
  next: string | null;
  /** why it cannot go on yet, in words, and the place to mend it; null if it can */
  missing(): { words: string; focus(): void } | null;
  answer(): unknown;
  refuse?(refusals: Refusal[]): void;
  close?(): void;
}
