import { el } from '../../app/ui/dom';
import type { AskedQuestion } from '../api';
import { words } from '../words/words';
import { type Field, framed, unique } from './field';
import { radios } from './radios';
import { likertField } from './scales';

/** The field for a question of a questionnaire. */
export function askedField(asked: AskedQuestion): Field {
  const question = asked.optional ? `${asked.question} (${words.optional})` : asked.question;
  switch (asked.kind) {
    case 'choice': {
      const choices = (asked.options ?? []).map(({ id, label }) => ({ value: id, label }));
      return radios({ key: asked.id, question, look: 'list', choices, required: !asked.optional });
    }
    case 'likert':
      return likertField(asked.id, question, asked.points ?? 5, asked.low ?? '', asked.high ?? '', [], !asked.optional);
    case 'choices':
      return several(asked, question);
    case 'words':
      return text(asked, question);
    case 'number':
      return number(asked, question);
  }
}

function several(asked: AskedQuestion, question: string): Field {
  const options = asked.options ?? [];
  const least = asked.least ?? 0;
  const most = Math.min(options.length, asked.most ?? options.length);
  const boxes = options.map(({ id }) => el('input', { type: 'checkbox', value: id }));
  const rows = boxes.map((box, i) => el('label', { class: 'tick' }, box, el('span', {}, options[i]?.label)));
  const frame = framed(question, 'several', words.chooseSome(least, most), el('div', { class: 'ticks' }, ...rows));
  const chosen = (): string[] => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  let touched = false;
  for (const box of boxes) box.addEventListener('change', () => (touched = true));
  return {
    key: asked.id,
    required: !asked.optional,
    element: frame.element,
    // none of them is an answer where none is allowed: it counts once the page is left
    value: () => {
      const some = chosen();
      if (some.length === 0 && (asked.optional || (least > 0 && !touched))) return undefined;
      return some.length < least || some.length > most ? undefined : some;
    },
    set: (value) => {
      for (const box of boxes) box.checked = Array.isArray(value) && value.includes(box.value);
    },
    onChange: (listen) => boxes.forEach((box) => box.addEventListener('change', listen)),
    focus: () => boxes[0]?.focus(),
    refuse: frame.refuse,
    digit: (digit) => {
      boxes[digit - 1]?.click();
      return digit <= boxes.length;
    },
  };
}

function text(asked: AskedQuestion, question: string): Field {
  const longest = asked.longest ?? 1000;
  const area = el('textarea', { id: unique('words'), rows: 4, maxlength: longest, 'aria-label': question });
  const left = el('p', { class: 'small soft', 'aria-live': 'off' });
  const show = (): void => {
    const letters = longest - area.value.length;
    left.textContent = letters < longest / 4 ? words.letters(letters) : '';
  };
  area.addEventListener('input', show);
  const frame = framed(question, 'words', '', area, left);
  return {
    key: asked.id,
    required: !asked.optional,
    element: frame.element,
    value: () => area.value.trim() || undefined,
    set: (value) => {
      area.value = String(value);
      show();
    },
    onChange: (listen) => area.addEventListener('input', listen),
    focus: () => area.focus(),
    refuse: frame.refuse,
  };
}

function number(asked: AskedQuestion, question: string): Field {
  const { least = 0, most = 100, whole = true } = asked;
  const help = whole ? words.wholeNumber(least, most) : words.number(least, most);
  // a text field: number fields take "1e3", lose what they do not understand and change when scrolled over
  const input = el('input', { type: 'text', inputmode: whole && least >= 0 ? 'numeric' : 'decimal', autocomplete: 'off', 'aria-label': question });
  const frame = framed(question, 'number', help, input);
  const read = (): number | undefined => {
    const written = input.value.trim().replace(',', '.').replace('−', '-');
    if (!/^-?\d+(\.\d+)?$/.test(written)) return undefined;
    const value = Number(written);
    return value < least || value > most || (whole && !Number.isInteger(value)) ? undefined : value;
  };
  input.addEventListener('change', () => frame.refuse(input.value.trim() === '' || read() !== undefined ? '' : help));
  return {
    key: asked.id,
    // what was written is not left out silently because it is no number
    get required() {
      return !asked.optional || input.value.trim() !== '';
    },
    element: frame.element,
    value: read,
    set: (value) => {
      input.value = String(value);
    },
    onChange: (listen) => input.addEventListener('input', listen),
    focus: () => input.focus(),
    refuse: frame.refuse,
  };
}
