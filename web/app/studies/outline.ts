/** The outline of a study: the way participants walk, and what it is made of. */

import { el } from '../ui/dom';
import { named } from './form';
import { blocksOf, textOf, wordsIn, type Block, type Finding } from './types';

export interface Place {
  /** where in the document */
  path: string;
  name: string;
  about?: string;
  /** which keys, if not all that stand there */
  only?: string[];
}

export const FIRST: Place = { path: '', name: 'Title', only: ['id', 'languages', 'title', 'about'] };

/** A stage of the way leads to what it shows. */
export function stages(tree: Block): Place[] {
  const language = textOf((tree.languages as string[] | undefined)?.[0]);
  const places: Place[] = [{ ...FIRST, about: wordsIn(tree.title, language) }];
  blocksOf(tree.flow).forEach((stage, i) => {
    const kind = textOf(stage.kind);
    if (kind === 'consent') places.push({ path: 'consent', name: 'Consent' });
    else if (kind === 'check') places.push(to(tree, 'checks', textOf(stage.check), 'Check'));
    else if (kind === 'questionnaire') places.push(to(tree, 'questionnaires', textOf(stage.questionnaire), 'Questions'));
    else if (kind === 'training') places.push(to(tree, 'tasks', textOf(stage.task), 'Training'));
    else if (kind === 'trials') places.push(to(tree, 'tasks', textOf(stage.task), 'Task'));
    else places.push({ path: `flow[${i}]`, name: named(kind || 'stage'), about: wordsIn(stage.text, language) });
  });
  places.push({ path: '', name: 'End', about: wordsIn(tree.thanks, language), only: ['thanks'] });
  return places;
}

function to(tree: Block, list: string, id: string, name: string): Place {
  const i = blocksOf(tree[list]).findIndex((one) => one.id === id);
  return i < 0 ? { path: 'flow', name, about: id } : { path: `${list}[${i}]`, name, about: id };
}

export const MADE_OF: Place[] = [
  { path: 'flow', name: 'Order of the pages' },
  { path: 'presentation', name: 'Sound and picture' },
  { path: 'conditions', name: 'Conditions' },
  { path: 'items', name: 'Items' },
  { path: 'scales', name: 'Scales' },
  { path: 'tasks', name: 'Tasks' },
  { path: 'checks', name: 'Checks' },
  { path: 'questionnaires', name: 'Questionnaires' },
  { path: 'exclusions', name: 'Exclusions' },
  { path: 'recruitment', name: 'Recruitment' },
];

export const same = (a: Place, b: Place): boolean => a.path === b.path && String(a.only) === String(b.only);

/** On a phone the parts are folded away behind the one that is chosen. */
export function outline(tree: Block, now: Place, findings: Finding[], choose: (place: Place) => void): HTMLElement {
  const entry = (place: Place): HTMLElement => {
    const wrong = findings.filter((finding) => finding.grave && within(finding.path, place)).length;
    const made = el(
      'button',
      { type: 'button', class: 'entry', 'aria-current': same(place, now) ? 'true' : null },
      el('span', {}, place.name),
      place.about ? el('span', { class: 'soft clip' }, place.about) : null,
      wrong > 0 ? el('span', { class: 'wrong' }, wrong === 1 ? '1 problem' : `${wrong} problems`) : null,
    );
    made.addEventListener('click', () => choose(place));
    return el('li', {}, made);
  };
  const fold = el(
    'details',
    { open: matchMedia('(min-width: 1000px)').matches },
    el('summary', {}, 'Parts of the study'),
    el('h2', {}, 'As participants walk it'),
    el('ol', {}, ...stages(tree).map(entry)),
    el('h2', {}, 'What it is made of'),
    el('ul', {}, ...MADE_OF.map(entry)),
  );
  return el('nav', { class: 'outline', 'aria-label': 'Parts of the study' }, fold);
}

export function within(path: string, place: Place): boolean {
  if (place.only) return place.only.some((key) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`));
  return path === place.path || path.startsWith(`${place.path}.`) || path.startsWith(`${place.path}[`);
}

/** The part that shows what stands at a path. */
export function placeOf(tree: Block, path: string): Place {
  const all = [...stages(tree), ...MADE_OF];
  const fitting = all.filter((place) => within(path, place));
  return fitting.sort((a, b) => b.path.length - a.path.length)[0] ?? (all[0] as Place);
}
