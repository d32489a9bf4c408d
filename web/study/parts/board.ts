import { el } from '../../app/ui/dom';
import type { TrialStep } from '../api';
import { words } from '../words/words';
import type { Field } from './field';
import { type Player, nameOf } from './player';
import { fiveWords } from './scales';
import { Slider } from './slider';

/**
 * The sliders of a page on which several clips are judged side by side, from 0 to 100 (ITU-R BS.1534-3, BS.2132). Only
 * the clip that is heard can be rated: going to a slider plays its clip.
 */
export function board(step: TrialStep, player: Player): { element: HTMLElement; fields: Field[] } {
  const names = fiveWords(step.labels);
  const sides = el('div', { class: 'fifths small', 'aria-hidden': 'true' }, ...[...names].reverse().map((name) => el('span', {}, name)));
  const judged = step.clips.filter(({ role }) => role === 'judged');
  const columns = judged.map((clip) => {
    const name = nameOf(clip);
    const slider = new Slider({
      least: 0,
      most: 100,
      step: 1,
      vertical: true,
      name: words.ratingOf(name),
      spoken: (value) => `${Math.round(value)}, ${names[Math.min(4, Math.floor(value / 20))] ?? ''}`,
    });
    const hear = (): void => {
      if (!player.engine.playing || player.engine.slot !== clip.slot) void player.play(clip.slot);
    };
    slider.input.addEventListener('pointerdown', hear);
    // by keys: the first move plays what is moved
    slider.input.addEventListener('keydown', ({ key }) => key.startsWith('Arrow') && hear());
    const wrong = el('p', { class: 'wrong small', role: 'alert' });
    const column = el('div', { class: 'column', role: 'group', 'aria-label': name }, player.buttonOf(clip.slot), slider.element, wrong);
    const field: Field = {
      key: clip.slot,
      required: true,
      element: column,
      value: () => slider.value(),
      set: (value) => slider.set(value),
      onChange: (listen) => slider.onChange(listen),
      focus: () => slider.input.focus(),
      refuse: (why) => {
        wrong.textContent = why;
        column.classList.toggle('refused', why !== '');
      },
    };
    return { column, field };
  });
  const heads = el('div', { class: 'columns' }, ...columns.map(({ column }) => column));
  return { element: el('div', { class: 'board' }, sides, heads), fields: columns.map(({ field }) => field) };
}
