import { queue, tell, type Translation } from '../api';
import { button, el } from '../ui/dom';
import { notice } from '../ui/notice';
import { drawing } from './drawing';
import { nameOf } from './page';

/** A translation that did not come to a result: failed, with the reason, or cancelled. */
export function showEnd(place: HTMLElement, translation: Translation): void {
  const told = el('div', { role: 'alert' });
  const again = button('Try it again', () => void retry(translation.id, told), 'main');
  const fresh = el('a', { class: 'button', href: '/' }, 'Start a new one');
  const failed = translation.status === 'failed';
  const title = failed ? (translation.problem?.title ?? 'The translation failed') : 'This translation was cancelled';
  const detail = failed
    ? (translation.problem?.detail ?? 'Something broke while Antiphon was at work. Your file is not the reason.')
    : 'The work stopped before there was a result.';
  const name = nameOf(translation);
  place.replaceChildren(
    el(
      'div',
      { class: 'waiting-words end' },
      drawing(translation.direction, false),
      el('h1', {}, title),
      el('p', {}, detail),
      failed && translation.problem?.remedy ? el('p', {}, translation.problem.remedy) : null,
      told,
      el('div', { class: 'row' }, failed && again, fresh),
      el('p', { class: 'soft small' }, name),
    ),
  );
}

async function retry(id: string, told: HTMLElement): Promise<void> {
  try {
    location.assign(await queue(`/api/translations/${id}/again`, '{}', 'application/json'));
  } catch (cause) {
    told.replaceChildren(notice(tell(cause)));
  }
}
