import { call, queue, tell, type Direction, type Translation } from '../api';
import { forget, remember } from '../recent';
import { confirm } from '../ui/dialog';
import { button, el } from '../ui/dom';
import { notice } from '../ui/notice';
import { nameOf } from './page';
import { copyAddress, share } from './share';

/** What can be done with a result. */
export function actions(translation: Translation): HTMLElement {
  const told = el('div', { role: 'alert' });
  const name = nameOf(translation);
  const again = button('Again with another seed', () => {
    void go(again, `${base(translation)}/again`, JSON.stringify({ seed: newSeed() }), name, translation.direction);
  });
  const back = button('Translate back', () => {
    void go(back, `${base(translation)}/reverse`, undefined, `${name}, translated back`, other(translation.direction));
  });
  const go = async (
    pressed: HTMLButtonElement,
    path: string,
    body: string | undefined,
    title: string,
    direction: Direction,
  ): Promise<void> => {
    pressed.setAttribute('aria-busy', 'true');
    pressed.disabled = true;
    told.replaceChildren();
    try {
      const page = await queue(path, body, body ? 'application/json' : undefined);
      remember({ id: page.split('/').pop() ?? '', direction, title, at: new Date().toISOString(), status: 'queued' });
      location.assign(page);
    } catch (cause) {
      told.replaceChildren(notice(tell(cause)));
    } finally {
      pressed.disabled = false;
      pressed.removeAttribute('aria-busy');
    }
  };
  const remove = button('Delete', () => void destroy(translation, told), 'plain');
  return el(
    'section',
    { class: 'actions', 'aria-label': 'What to do with it' },
    told,
    el(
      'div',
      { class: 'row' },
      downloads(translation),
      button('Copy the address', () => void copyAddress()),
      typeof navigator.share === 'function' && button('Share', () => void share(name)),
      again,
      back,
      remove,
    ),
  );
}

const base = (translation: Translation): string => translation.links.self ?? `/api/translations/${translation.id}`;

const other = (direction: Direction): Direction => (direction === 'video-to-sound' ? 'sound-to-video' : 'video-to-sound');

function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
}

function downloads({ links }: Translation): HTMLElement | null {
  const offers: [string | null | undefined, string, string][] = [
    [links.download ?? links.video, 'Video', 'picture and sound, mp4'],
    [links.soundLossless, 'Sound, lossless', 'for further work'],
    [links.sound, 'Sound', 'small, for listening'],
    [links.track, 'Performance track', 'notes, loudness and more, JSON'],
  ];
  const items = offers
    .filter((offer): offer is [string, string, string] => Boolean(offer[0]))
    .map(([address, words, hint]) => el('li', {}, el('a', { href: address, download: true }, words, el('span', { class: 'soft small' }, hint))));
  if (items.length === 0) return null;
  const menu = el('details', { class: 'menu' }, el('summary', { class: 'button main' }, 'Download'), el('ul', {}, ...items));
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  return menu;
}

async function destroy(translation: Translation, told: HTMLElement): Promise<void> {
  const words = 'Original, translation and everything measured are deleted from the server. The address will lead nowhere.';
  if (!(await confirm('Delete this translation?', words, 'Delete it'))) return;
  try {
    await call(base(translation), { method: 'DELETE' });
    forget(translation.id);
    location.assign('/');
  } catch (cause) {
    told.replaceChildren(notice(tell(cause)));
  }
}
