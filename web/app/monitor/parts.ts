/** What the pages share: a section with a drawing and its table, and parts that are renewed only when they change. */

import { el } from '../ui/dom';
import { count } from './words';

export type Cell = string | number | Node;

/** A table; numbers stand at the end of their cells. */
export function table(caption: string, head: string[], rows: Cell[][]): HTMLElement {
  const numeric = head.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number' || /^(–|[\d.,]+ (s|min|h|%)|[\d,]+ \(\d+ %\))$/.test(String(row[i]))));
  return el(
    'div',
    { class: 'wide', tabindex: 0, role: 'region', 'aria-label': caption },
    el(
      'table',
      { class: 'table' },
      el('caption', { class: 'unseen' }, caption),
      el('thead', {}, el('tr', {}, ...head.map((words, i) => el('th', { scope: 'col', class: numeric[i] ? 'number' : null }, words)))),
      el(
        'tbody',
        {},
        ...rows.map((row) =>
          el(
            'tr',
            {},
            ...row.map((cell, i) => {
              const content = typeof cell === 'number' ? count(cell) : cell;
              return i === 0 ? el('th', { scope: 'row' }, content) : el('td', { class: numeric[i] ? 'number' : null }, content);
            }),
          ),
        ),
      ),
    ),
  );
}

/** A part of a page that is made anew only when what it shows has changed; what is unfolded in it stays so. */
export class Part<T> {
  readonly place: HTMLElement;
  private told = '';

  constructor(
    title: string,
    id: string,
    private readonly draw: (shown: T) => (Node | string)[],
    about?: string,
  ) {
    this.body = el('div', { class: 'part-body' });
    const heading = el('h2', { id }, title);
    this.place = el(
      'section',
      { class: 'part', 'aria-labelledby': id },
      heading,
      about ? el('details', { class: 'folded meaning' }, el('summary', {}, 'What this says'), el('p', {}, about)) : null,
      this.body,
    );
  }

  private readonly body: HTMLElement;

  show(shown: T): void {
    const now = JSON.stringify(shown);
    if (now === this.told) return;
    this.told = now;
    const open = [...this.body.querySelectorAll('details')].map((one) => one.open);
    const scrolled = [...this.body.querySelectorAll('.wide')].map((one) => [one.scrollLeft, one.scrollTop]);
    this.body.replaceChildren(...this.draw(shown));
    this.body.querySelectorAll('details').forEach((one, i) => (one.open = open[i] ?? one.open));
    this.body.querySelectorAll('.wide').forEach((one, i) => one.scrollTo(...((scrolled[i] ?? [0, 0]) as [number, number])));
  }
}

export function folded(words: string, ...content: Node[]): HTMLElement {
  return el('details', { class: 'folded' }, el('summary', {}, words), ...content);
}

export function versions(all: number[], current: number, chosen: (version: number) => void): HTMLElement | null {
  if (all.length < 2) return null;
  const select = el('select', { 'aria-label': 'Version' });
  select.append(...all.map((version) => el('option', { value: version, selected: version === current }, `Version ${version}`)));
  select.addEventListener('change', () => chosen(Number(select.value)));
  return select;
}
