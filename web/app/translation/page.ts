import { getJson, inlined, Problem, tell, type Translation } from '../api';
import { forget, recall, remember } from '../recent';
import { find } from '../ui/dom';
import { notice } from '../ui/notice';
import { titleOf, upper } from '../words';
import { showEnd } from './end';
import { showResult } from './result';
import { Waiting } from './waiting';
import { ended, Watch } from './watch';

/** One translation from waiting to result, at an address that stays. */
export function startTranslation(): void {
  const place = find('#translation');
  const id = place.dataset.id ?? '';
  const known = inlined<Translation>();
  if (known?.id) {
    show(place, known);
    return;
  }
  getJson<Translation>(`/api/translations/${encodeURIComponent(id)}`).then(
    (translation) => show(place, translation),
    (cause: unknown) => place.replaceChildren(notice(tell(cause))),
  );
}

function show(place: HTMLElement, translation: Translation): void {
  note(translation);
  if (ended(translation)) {
    finish(place, translation);
    return;
  }
  const waiting = new Waiting(translation, () => {
    watch.stop();
    forget(translation.id);
    finish(place, { ...translation, status: 'cancelled' });
  });
  place.replaceChildren(waiting.element);
  const self = translation.links?.self ?? `/api/translations/${translation.id}`;
  const watch = new Watch(
    self,
    translation.links?.events ?? `${self}/events`,
    (next) => {
      note(next);
      if (ended(next)) finish(place, next);
      else waiting.update(next);
    },
    (cause) => {
      if (cause instanceof Problem && cause.told.status === 404) {
        forget(translation.id);
        place.replaceChildren(notice(cause.told));
      } else {
        waiting.unreachable();
      }
    },
  );
  watch.start();
}

function finish(place: HTMLElement, translation: Translation): void {
  document.title = `${nameOf(translation)} · Antiphon`;
  if (translation.status === 'done') void showResult(place, translation);
  else showEnd(place, translation);
}

/** Keeps this browser's list up to date; what others made and only showed here does not enter it. */
function note(translation: Translation): void {
  const known = recall(translation.id);
  if (!known) return;
  remember({ ...known, direction: translation.direction, title: known.title || translation.name || '', status: translation.status });
}

/** What the translation is called: by the file that was sent, or by what it is. */
export function nameOf(translation: Translation): string {
  return upper(translation.name || recall(translation.id)?.title || titleOf(translation.direction));
}
