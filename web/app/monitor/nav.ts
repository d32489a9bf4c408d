/** The way between the pages of one study. */

import { el } from '../ui/dom';

export type Place = 'write' | 'monitor' | 'participants' | 'results' | 'data';

const PLACES: [Place, string, string][] = [
  ['write', 'Write', ''],
  ['monitor', 'Progress', '/monitor'],
  ['participants', 'Participants', '/participants'],
  ['results', 'Results', '/results'],
  ['data', 'Data', '/data'],
];

export function studyNav(slug: string, current: Place, within = false): HTMLElement {
  return el(
    'nav',
    { class: 'study-nav', 'aria-label': 'Study' },
    el('a', { href: '/studies' }, 'All studies'),
    ...PLACES.map(([place, words, path]) =>
      el('a', { href: `/studies/${slug}${path}`, 'aria-current': place === current ? (within ? 'true' : 'page') : null }, words),
    ),
    current === 'write' ? el('a', { href: `/studies/${slug}/people` }, 'People') : null,
  );
}
