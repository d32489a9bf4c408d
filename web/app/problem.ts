import { forget } from './recent';

/** A translation that is no longer there must not stay in this browser's list. */
export function startProblem(): void {
  const status = document.querySelector<HTMLElement>('.problem')?.dataset.status;
  const id = /^\/translations\/([^/]+)$/.exec(location.pathname)?.[1];
  if (status === '404' && id) {
    forget(id);
  }
}
