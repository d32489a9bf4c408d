import type { Told } from '../api';
import { el } from './dom';

/** A problem in words: what happened, why, and what to do next, with the buttons to do it. */
export function notice(told: Told, ...actions: HTMLElement[]): HTMLElement {
  return el(
    'div',
    { class: 'notice' },
    el('h2', {}, told.title),
    told.detail ? el('p', {}, told.detail) : null,
    told.remedy ? el('p', {}, told.remedy) : null,
    actions.length > 0 && el('div', { class: 'row' }, ...actions),
  );
}
