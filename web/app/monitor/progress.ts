/** How far each study of a list is, beside its name. */

import { getJson } from '../api';
import { el } from '../ui/dom';
import { count } from './words';

interface Summary {
  slug: string;
  completed: number;
  target: number;
  going: number;
  today: number;
  concern: string | null;
}

/** Adds to every element that names its study; what is not known yet has its place already, so that nothing moves. */
export function showProgress(list: ParentNode): void {
  const places = [...list.querySelectorAll<HTMLElement>('[data-study]:not([data-state="draft"])')];
  for (const place of places) place.append(el('span', { class: 'progress-line' }));
  if (places.length === 0) return;
  getJson<Summary[]>('/api/study-progress').then(
    (all) => {
      for (const place of places) {
        const one = all.find((each) => each.slug === place.dataset.study);
        if (one) place.querySelector('.progress-line')?.replaceChildren(...line(one));
      }
    },
    () => undefined,
  );
}

function line(one: Summary): HTMLElement[] {
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' }, el('i'));
  bar.style.setProperty('--share', String(one.target === 0 ? 0 : Math.min(1, one.completed / one.target)));
  const more = [one.going > 0 ? `${count(one.going)} under way` : null, one.today > 0 ? `${count(one.today)} today` : null].filter((words) => words !== null);
  return [
    el('a', { href: `/studies/${one.slug}/monitor` }, `${count(one.completed)} of ${count(one.target)} completed`),
    bar,
    el('span', { class: 'soft' }, more.join(', ')),
    ...(one.concern ? [el('strong', {}, one.concern)] : []),
  ];
}
