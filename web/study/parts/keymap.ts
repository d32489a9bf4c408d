import { el } from '../../app/ui/dom';
import { words } from '../words/words';

export interface Bindings {
  /** space: play or pause */
  play?: () => void;
  /** a digit; false if nothing here knows it */
  digit?: (digit: number) => boolean;
  /** a letter: the clip of that name */
  letter?: (letter: string) => boolean;
  next: () => void;
}

const CHOICE = 'antiphon-study-keys';

/** Single keys can be switched off: they get in the way of those who speak to their device. */
let on = chosen();

function chosen(): boolean {
  try {
    return localStorage.getItem(CHOICE) !== 'off';
  } catch {
    return true;
  }
}

/** The keys of one page, until it is left. */
export function listen(bindings: Bindings): () => void {
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
    if (act(bindings, event)) event.preventDefault();
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}

function act(bindings: Bindings, { key, target }: KeyboardEvent): boolean {
  const at = target as HTMLElement;
  if (at.closest('dialog, select, textarea, summary')) return false;
  const input = at instanceof HTMLInputElement ? at.type : '';
  if (input !== '' && !['radio', 'checkbox', 'range'].includes(input)) return false;
  if (key === 'Enter') {
    if (at.closest('button, a')) return false;
    bindings.next();
    return true;
  }
  if (!on) return false;
  if (key === ' ') {
    // boxes and buttons are pressed by it
    if (input === 'radio' || input === 'checkbox' || at.closest('button, a') || !bindings.play) return false;
    bindings.play();
    return true;
  }
  if (/^[1-9]$/.test(key)) return bindings.digit?.(Number(key)) ?? false;
  return /^[a-z]$/i.test(key) && (bindings.letter?.(key.toUpperCase()) ?? false);
}

/** The keys in words, folded, with the switch that takes them away. */
export function keyHelp(rows: [string, string][]): HTMLElement {
  const box = el('input', { type: 'checkbox' });
  box.checked = on;
  box.addEventListener('change', () => {
    on = box.checked;
    try {
      localStorage.setItem(CHOICE, on ? 'on' : 'off');
    } catch {
      // it holds until the page is left
    }
  });
  return el(
    'details',
    { class: 'folded keys' },
    el('summary', {}, words.keys),
    el('dl', { class: 'small' }, ...rows.flatMap(([key, what]) => [el('dt', {}, el('b', {}, key)), el('dd', {}, what)])),
    el('label', { class: 'tick' }, box, el('span', {}, words.keysOn)),
  );
}
