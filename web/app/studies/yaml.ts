/** The document itself, with its lines numbered as problems name them. */

import { el } from '../ui/dom';

export interface YamlView {
  element: HTMLDetailsElement;
  text: HTMLTextAreaElement;
  /** opens the document at a line and column, counted from 1 */
  show(line: number, column: number): void;
  /** puts another document in its place */
  set(document: string): void;
}

export function yamlView(document_: string, changed: () => void): YamlView {
  const text = el('textarea', { class: 'yaml', spellcheck: 'false', rows: 30, 'aria-label': 'The document as YAML', wrap: 'off', autocapitalize: 'none' });
  const numbers = el('pre', { class: 'yaml numbers', 'aria-hidden': 'true' });
  const element = el('details', { class: 'document' }, el('summary', {}, 'The document as YAML'), el('div', { class: 'numbered' }, numbers, text));
  const count = (): void => {
    const lines = text.value.split('\n').length;
    if (numbers.dataset.lines !== String(lines)) {
      numbers.textContent = Array.from({ length: lines }, (_, i) => i + 1).join('\n');
      numbers.dataset.lines = String(lines);
    }
    numbers.scrollTop = text.scrollTop;
  };
  text.addEventListener('scroll', () => (numbers.scrollTop = text.scrollTop));
  text.addEventListener('input', () => {
    count();
    changed();
  });
  element.addEventListener('toggle', count);
  const set = (document: string): void => {
    if (text.value === document) return;
    text.value = document;
    count();
  };
  set(document_);
  return {
    element,
    text,
    set,
    show(line, column) {
      element.open = true;
      count();
      const at = text.value.split('\n').slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
      text.focus();
      text.setSelectionRange(at + column - 1, at + column - 1);
      text.scrollTop = Math.max(0, (line - 5) * 20);
      element.scrollIntoView({ block: 'nearest' });
    },
  };
}
