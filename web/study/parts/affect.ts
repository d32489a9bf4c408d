import { el } from '../../app/ui/dom';
import type { TrialStep } from '../api';
import { words } from '../words/words';
import { type Field, framed } from './field';
import { Slider } from './slider';

type Grid = NonNullable<TrialStep['affect']>;

/**
 * A square of valence and arousal. It is touched, or moved by two sliders that do the same for those who use keys or
 * listen to the page; one touch answers both, a slider its own half.
 */
export function affectField({ key, feeling, question, steps }: Grid): Field {
  const slider = (name: string): Slider =>
    new Slider({ least: 1, most: steps, step: 1, name, spoken: (value) => words.of(value, steps) });
  const valence = slider(words.valence);
  const arousal = slider(words.arousal);
  const cells = Array.from({ length: steps * steps }, () => el('i'));
  const square = el('div', { class: 'square', 'aria-hidden': 'true' }, ...cells);
  square.style.setProperty('--steps', String(steps));
  const touched = el('div', { class: 'touched-square', 'aria-hidden': 'true' }, square);
  const picture = el(
    'div',
    { class: 'affect-picture small', 'aria-hidden': 'true' },
    el('span', { class: 'top' }, words.excited),
    el('span', { class: 'start' }, words.unpleasant),
    touched,
    el('span', { class: 'end' }, words.pleasant),
    el('span', { class: 'bottom' }, words.calm),
  );
  const labelled = (name: string, made: Slider): HTMLElement => el('div', { class: 'half' }, el('span', { class: 'small', 'aria-hidden': 'true' }, name), made.element);
  const frame = framed(
    question,
    'affect',
    feeling === 'perceived' ? words.perceived : words.felt,
    picture,
    labelled(words.valence, valence),
    labelled(words.arousal, arousal),
  );
  const listeners: (() => void)[] = [];
  const show = (): void => {
    const column = valence.value();
    const row = arousal.value();
    cells.forEach((cell, i) => {
      const here = (i % steps) + 1 === column;
      const there = steps - Math.floor(i / steps) === row;
      cell.className = here && there ? 'chosen' : (here && row === undefined) || (there && column === undefined) ? 'half-chosen' : '';
    });
  };
  const changed = (): void => {
    frame.refuse('');
    show();
    for (const listen of listeners) listen();
  };
  valence.onChange(changed);
  arousal.onChange(changed);
  const point = (event: PointerEvent): void => {
    if (event.type === 'pointermove' && event.buttons === 0) return;
    const box = square.getBoundingClientRect();
    const cell = (share: number): number => Math.min(steps, Math.max(1, Math.floor(share * steps) + 1));
    const across = (event.clientX - box.left) / box.width;
    valence.set(cell(document.documentElement.dir === 'rtl' ? 1 - across : across));
    arousal.set(cell(1 - (event.clientY - box.top) / box.height));
    changed();
  };
  square.addEventListener('pointerdown', point);
  square.addEventListener('pointermove', point);
  return {
    key,
    required: true,
    element: frame.element,
    value: () => {
      const [v, a] = [valence.value(), arousal.value()];
      return v === undefined || a === undefined ? undefined : { valence: v, arousal: a };
    },
    set: (value) => {
      const { valence: v, arousal: a } = (value ?? {}) as { valence?: number; arousal?: number };
      valence.set(v);
      arousal.set(a);
      show();
    },
    onChange: (listen) => listeners.push(listen),
    focus: () => (valence.value() === undefined ? valence : arousal).input.focus(),
    refuse: frame.refuse,
  };
}
