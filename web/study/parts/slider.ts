import { el } from '../../app/ui/dom';
import { words } from '../words/words';
import { type Field, framed } from './field';

export interface SliderWishes {
  least: number;
  most: number;
  step: number;
  /** read out with the value; none if the label is elsewhere */
  name?: string;
  labelledBy?: string;
  spoken?: (value: number) => string;
  vertical?: boolean;
}

const MOVING = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']);

/** A range input that has no value, and shows none, until somebody touches it. */
export class Slider {
  readonly input: HTMLInputElement;
  readonly element: HTMLElement;
  private touched = false;
  private readonly shown = el('output', { class: 'value small' });
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly wishes: SliderWishes) {
    const { least, most, step, name, labelledBy } = wishes;
    this.input = el('input', {
      type: 'range',
      min: least,
      max: most,
      step,
      value: (least + most) / 2,
      class: 'untouched',
      'aria-label': name,
      'aria-labelledby': labelledBy,
      'aria-orientation': wishes.vertical ? 'vertical' : null,
    });
    this.element = el('div', { class: wishes.vertical ? 'slider vertical' : 'slider' }, this.input, this.shown);
    this.input.addEventListener('input', () => this.touch());
    // a press in the middle changes no value and is an answer all the same
    this.input.addEventListener('click', () => this.touch());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.show();
  }

  onChange(listen: () => void): void {
    this.listeners.push(listen);
  }

  value(): number | undefined {
    return this.touched ? Number(this.input.value) : undefined;
  }

  set(value: unknown): void {
    if (typeof value !== 'number') return;
    this.input.value = String(value);
    this.touched = true;
    this.show();
  }

  private key(event: KeyboardEvent): void {
    if (!MOVING.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    // after the browser has moved it
    window.setTimeout(() => this.touch(), 0);
  }

  private touch(): void {
    this.touched = true;
    this.show();
    for (const listen of this.listeners) listen();
  }

  private show(): void {
    const { input, wishes } = this;
    const value = Number(input.value);
    input.classList.toggle('untouched', !this.touched);
    const text = this.touched ? (wishes.spoken?.(value) ?? words.of(value, wishes.most)) : words.notRated;
    input.setAttribute('aria-valuetext', text);
    this.shown.textContent = this.touched ? String(Math.round(value)) : wishes.vertical ? '–' : words.touchToRate;
    input.style.setProperty('--share', String((value - wishes.least) / (wishes.most - wishes.least)));
  }
}

/** A continuous scale with words at its ends. */
export function sliderField(wishes: SliderWishes & { key: string; question: string; low: string; high: string }): Field {
  const slider = new Slider({ ...wishes, name: wishes.question });
  const ends = el('div', { class: 'ends small' }, el('span', {}, wishes.low), el('span', {}, wishes.high));
  const frame = framed(wishes.question, 'continuous', '', slider.element, ends);
  slider.onChange(() => frame.refuse(''));
  return {
    key: wishes.key,
    required: true,
    element: frame.element,
    value: () => slider.value(),
    set: (value) => slider.set(value),
    onChange: (listen) => slider.onChange(listen),
    focus: () => slider.input.focus(),
    refuse: frame.refuse,
  };
}
