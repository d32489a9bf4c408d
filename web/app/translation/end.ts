import { queue, tell, type Translation } from '../api';
import { button, el } from '../ui/dom';
import { notice } from '../ui/notice';
import { nameOf } from './page';

/** A translation that did not come to a result: failed, with the reason, or cancelled. */
export function showEnd(place: HTMLElement, translation: Translation): void {
  const told = el('div', { role: 'alert' });
  const again = button('Try it again', () => void retry(translation.id, told), 'main');
  const fresh = el('a', { class: 'button', href: '/' }, 'Start a new one');
  const failed = translation.status === 'failed';
  const words = failed
    ? {
        title: translation.problem?.title ?? 'The translation failed',
        detail: translation.problem?.detail ?? 'Something broke while Antiphon was at work. Your file is not the reason.',
        remedy: translation.problem?.remedy,
      }
    : { title: 'This translation was cancelled', detail: 'The work stopped before there was a result.' };
  place.replaceChildren(
    el('div', { class: 'waiting' }, el('h1', {}, nameOf(translation)), told, failed ? notice(words, again, fresh) : notice(words, fresh)),
  );
}

async function retry(id: string, told: HTMLElement): Promise<void> {
  try {
    location.assign(await queue(`/api/translations/${id}/again`, '{}', 'application/json'));
  } catch (cause) {
    told.replaceChildren(notice(tell(cause)));
  }
}
