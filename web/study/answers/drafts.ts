import type { PlayEvent } from '../sound/playlog';
import { all, put, remove } from './store';

/** What was entered and heard on a page that has not been left yet; a reload goes on from it. */
export interface Draft {
  values: Record<string, unknown>;
  plays: readonly PlayEvent[];
  /** how long the page has been shown, in milliseconds */
  elapsed: number;
  /** answers get their key when the page is first shown, so that a page answered twice is one answer */
  key: string;
}

const place = (session: string, step: string): string => `${session}/${step}/`;

export async function draftOf(session: string, step: string): Promise<Draft | null> {
  return (await all<Draft>('drafts', place(session, step)))[0] ?? null;
}

export const keepDraft = (session: string, step: string, draft: Draft): Promise<void> =>
  put('drafts', place(session, step), draft);

export const dropDraft = (session: string, step: string): Promise<void> => remove('drafts', place(session, step));
