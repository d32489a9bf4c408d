import { el } from '../../app/ui/dom';

/** One question of a page and what was answered to it; undefined until somebody answers. */
export interface Field {
  key: string;
  required: boolean;
  element: HTMLElement;
  value(): unknown;
  set(value: unknown): void;
  onChange(listen: () => void): void;
  focus(): void;
  /** says beside the field why its answer was not taken; empty takes it back */
  refuse(why: string): void;
  /** answers by a digit key; false if this field knows no such answer */
  digit?(digit: number): boolean;
}

let count = 0;

/** A name that nothing else on the page has. */
export const unique = (what: string): string => `${what}-${++count}`;

/** The frame of a question: its words as the legend of a group, a place for help and for what is wrong with the answer. */
export function framed(question: string, kind: string, help: string, ...content: (HTMLElement | null)[]): { element: HTMLElement; refuse(why: string): void } {
  const wrong = el('p', { class: 'wrong small', role: 'alert' });
  const helpId = unique('help');
  const element = el(
    'fieldset',
    { class: `question ${kind}`, 'aria-describedby': help ? helpId : null },
    el('legend', {}, question),
    help !== '' && el('p', { class: 'small soft', id: helpId }, help),
    ...content,
    wrong,
  );
  return {
    element,
    refuse: (why) => {
      wrong.textContent = why;
      element.classList.toggle('refused', why !== '');
    },
  };
}
