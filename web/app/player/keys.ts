import { el } from '../ui/dom';

const HELP: [string[], string][] = [
  [['Space'], 'play, pause'],
  [['1', '2', '3'], 'original, translation, silent'],
  [['←', '→'], 'one frame back, one frame on'],
  [['I', 'O'], 'begin or end the loop here'],
  [['L'], 'end the loop'],
];

/** The keys in words, folded. */
export function keyHelp(): HTMLElement {
  const rows = HELP.flatMap(([keys, words]) => [
    el('dt', {}, ...keys.flatMap((key, i) => [i > 0 ? ' ' : '', el('kbd', {}, key)])),
    el('dd', {}, words),
  ]);
  return el(
    'details',
    { class: 'folded keys' },
    el('summary', {}, 'Keys'),
    el('dl', { class: 'small' }, ...rows),
    el('p', { class: 'small soft' }, 'Drag over the lanes to loop a part. Control and wheel zoom.'),
  );
}

/** The keys of the player. They keep out of the way of fields, and leave buttons and sliders the keys they need. */
export class Keys {
  constructor(private readonly bindings: Record<string, () => void>) {}

  listen(): void {
    document.addEventListener('keydown', (event) => {
      const act = this.bindings[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!free(event.target as HTMLElement, event.key)) return;
      event.preventDefault();
      act();
    });
  }
}

function free(at: HTMLElement, key: string): boolean {
  if (at.closest('dialog, select, textarea, [contenteditable]')) return false;
  const wide = key.length > 1;
  if (at instanceof HTMLInputElement) {
    if (at.type === 'range' || at.type === 'radio') return !wide;
    return at.type === 'checkbox' && key !== ' ' && !wide;
  }
  if (at.closest('button, summary, a')) return key !== ' ' && !(wide && at.closest('summary'));
  return true;
}
