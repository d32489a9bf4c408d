import { el } from '../../app/ui/dom';
import { type Field, framed, unique } from './field';

export interface Choice {
  value: string;
  label: string;
  /** what is read out instead of the label */
  spoken?: string;
}

export interface RadioWishes {
  key: string;
  question: string;
  help?: string;
  required?: boolean;
  /** points stand in a row; words below each other */
  look: 'row' | 'list' | 'pair';
  choices: Choice[];
  /** words for the two ends of a row */
  ends?: [string, string];
  /** answers travel as numbers */
  numeric?: boolean;
}

/** One of several, by real radio inputs; none is chosen beforehand. */
export function radios(wishes: RadioWishes): Field {
  const name = unique('choice');
  const listeners: (() => void)[] = [];
  const inputs = wishes.choices.map(({ value, spoken }) => {
    const input = el('input', { type: 'radio', name, value, 'aria-label': spoken ?? null });
    input.addEventListener('change', () => {
      frame.refuse('');
      for (const listen of listeners) listen();
    });
    return input;
  });
  const labels = inputs.map((input, i) => el('label', {}, input, el('span', {}, wishes.choices[i]?.label)));
  const row = el('div', { class: `options ${wishes.look}`, 'data-count': inputs.length }, ...labels);
  row.style.setProperty('--count', String(inputs.length));
  const ends =
    wishes.ends && el('div', { class: 'ends small', 'aria-hidden': 'true' }, el('span', {}, wishes.ends[0]), el('span', {}, wishes.ends[1]));
  const frame = framed(wishes.question, 'radios', wishes.help ?? '', row, ends ?? null);
  const chosen = (): HTMLInputElement | undefined => inputs.find(({ checked }) => checked);
  return {
    key: wishes.key,
    required: wishes.required ?? true,
    element: frame.element,
    value: () => {
      const value = chosen()?.value;
      return value === undefined ? undefined : wishes.numeric ? Number(value) : value;
    },
    set: (value) => {
      for (const input of inputs) input.checked = input.value === String(value);
    },
    onChange: (listen) => listeners.push(listen),
    focus: () => (chosen() ?? inputs[0])?.focus(),
    refuse: frame.refuse,
    digit: (digit) => {
      const input = wishes.numeric ? inputs.find(({ value }) => value === String(digit)) : inputs[digit - 1];
      if (!input) return false;
      input.focus();
      input.click();
      return true;
    },
  };
}
