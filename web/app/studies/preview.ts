/** A page as participants will see it; nothing on it can be used. */

import { el } from '../ui/dom';
import { named } from './form';
import { valueAt } from './schema';
import type { Place } from './outline';
import { blocksOf, isBlock, listOf, textOf, wordsIn, type Block, type Value } from './types';

const ACR = ['Bad', 'Poor', 'Fair', 'Good', 'Excellent'];

export function preview(tree: Block, place: Place, language: string): HTMLElement {
  const say = (value: Value | undefined): string => wordsIn(value, language);
  const page = el('div', { class: 'sheet', lang: language, dir: 'auto' });
  page.append(...contents(tree, place, say));
  page.inert = true;
  return page;
}

type Say = (value: Value | undefined) => string;

function contents(tree: Block, place: Place, say: Say): HTMLElement[] {
  const value = place.path === '' ? tree : valueAt(tree, place.path);
  if (place.only?.includes('thanks')) return [el('h3', {}, 'The end'), ...paragraphs(say(tree.thanks) || 'Thank you.'), code()];
  if (place.only) return [el('h3', {}, say(tree.title)), ...paragraphs(say(tree.about)), next('Begin')];
  if (place.path === 'consent' && isBlock(value)) return consent(value, say);
  if (place.path.startsWith('tasks[') && isBlock(value)) return task(tree, value, say);
  if (place.path.startsWith('questionnaires[') && isBlock(value)) return questions(value, say);
  if (place.path.startsWith('checks[') && isBlock(value)) return check(tree, value);
  if (place.path.startsWith('flow[') && isBlock(value)) return [...paragraphs(say(value.text)), next('Go on')];
  if (place.path === 'scales') return blocksOf(tree.scales).map((one) => scale(one, say));
  return [el('p', { class: 'soft' }, 'Participants see nothing of this by itself.')];
}

const paragraphs = (text: string): HTMLElement[] =>
  text.split(/\n+/).filter((line) => line.trim() !== '').map((line) => el('p', {}, line));

const next = (words: string): HTMLElement => el('p', { class: 'row' }, el('span', { class: 'button main' }, words));

const code = (): HTMLElement => el('p', { class: 'soft' }, 'and the code by which their answers can be deleted');

function consent(consent: Block, say: Say): HTMLElement[] {
  const points = blocksOf(consent.points).map((point) => option('checkbox', say(point.text)));
  return [el('h3', {}, 'Before you begin'), ...paragraphs(say(consent.text)), ...points, next('I agree')];
}

const option = (type: string, words: string): HTMLElement =>
  el('label', { class: 'check' }, el('input', { type, tabindex: -1 }), el('span', {}, words));

function clip(tree: Block, name = ''): HTMLElement {
  const seen = isBlock(tree.presentation) && tree.presentation.medium === 'video';
  return el('div', { class: seen ? 'screen' : 'screen low' }, el('span', { class: 'button' }, `Play${name ? ` ${name}` : ''}`));
}

function task(tree: Block, task: Block, say: Say): HTMLElement[] {
  const paradigm = isBlock(task.paradigm) ? task.paradigm : {};
  const kind = textOf(paradigm.kind);
  const number = listOf(task.conditions).length || blocksOf(tree.conditions).length;
  const top = paragraphs(say(task.instructions));
  const question = say(paradigm.question);
  if (kind === 'rating') {
    const scales = listOf(paradigm.scales).map((id) => blocksOf(tree.scales).find((one) => one.id === id));
    return [...top, clip(tree), ...scales.filter(isBlock).map((one) => scale(one, say)), next('Next')];
  }
  if (kind === 'mushra' || kind === 'multi-stimulus') {
    const sliders = Array.from({ length: number }, (_, i) => slider(String.fromCharCode(65 + i)));
    const reference = kind === 'mushra' ? [el('p', {}, el('span', { class: 'button' }, 'Reference'))] : [];
    return [...top, el('p', { class: 'label' }, question), clip(tree), ...reference, ...sliders, next('Next')];
  }
  if (kind === 'intention') {
    const options = blocksOf(paradigm.options).map((one) => option('radio', say(one.label)));
    const affect = isBlock(paradigm.affect) ? [el('p', { class: 'label' }, say(paradigm.affect.question)), el('div', { class: 'grid' })] : [];
    return [...top, clip(tree), el('p', { class: 'label' }, question), ...options, ...affect, next('Next')];
  }
  const names = kind === 'abx' ? ['A', 'B', 'X'] : ['A', 'B'];
  const choices = [...names.slice(0, 2), ...(paradigm.ties === true ? ['No difference'] : [])];
  return [
    ...top,
    el('p', { class: 'row' }, ...names.map((name) => el('span', { class: 'button' }, `Play ${name}`))),
    clip(tree),
    el('p', { class: 'label' }, question),
    ...choices.map((one) => option('radio', one)),
    next('Next'),
  ];
}

const slider = (name: string): HTMLElement =>
  el('label', { class: 'slider' }, el('span', { class: 'button' }, name), el('input', { type: 'range', min: 0, max: 100, tabindex: -1 }));

function scale(scale: Block, say: Say): HTMLElement {
  const kind = textOf(scale.kind);
  const group = el('div', { class: 'scale' }, el('p', { class: 'label' }, say(scale.question)));
  if (kind === 'continuous') {
    group.append(el('input', { type: 'range', min: 0, max: 100, tabindex: -1, 'aria-label': say(scale.question) }));
  } else {
    const own = listOf(scale.labels).map(say);
    const labels = kind === 'acr' ? (own.length > 0 ? own : ACR) : own;
    const count = kind === 'acr' ? 5 : Number(scale.points ?? 5);
    const points = Array.from({ length: count }, (_, i) => option('radio', labels[i] ?? `${i + 1}`));
    group.append(el('div', { class: labels.length > 0 ? 'points named' : 'points' }, ...points));
  }
  if (scale.low ?? scale.high) {
    group.append(el('p', { class: 'ends soft' }, el('span', {}, say(scale.low)), el('span', {}, say(scale.high))));
  }
  return group;
}

function questions(questionnaire: Block, say: Say): HTMLElement[] {
  const title = say(questionnaire.title);
  const fields = blocksOf(questionnaire.questions).map((question) => {
    const kind = textOf(question.kind);
    const group = el('div', { class: 'scale' }, el('p', { class: 'label' }, say(question.question)));
    if (kind === 'choice' || kind === 'choices') {
      const type = kind === 'choice' ? 'radio' : 'checkbox';
      group.append(...blocksOf(question.options).map((one) => option(type, say(one.label))));
    } else if (kind === 'words') {
      group.append(el('textarea', { rows: 3, tabindex: -1, 'aria-label': say(question.question) }));
    } else {
      group.append(el('input', { type: 'number', tabindex: -1, 'aria-label': say(question.question) }));
    }
    return group;
  });
  return [...(title ? [el('h3', {}, title)] : []), ...fields, next('Next')];
}

function check(tree: Block, check: Block): HTMLElement[] {
  const kind = textOf(check.kind);
  if (kind === 'age') return [el('p', {}, `Are you at least ${textOf(check.minimum)} years old?`), next('Yes')];
  if (kind === 'region') return [el('p', {}, 'In which country are you?'), el('select', { tabindex: -1, 'aria-label': 'Country' }), next('Next')];
  if (kind === 'browser') return [el('p', {}, 'Play this clip. Did you see and hear it?'), clip(tree), next('Yes')];
  if (kind === 'level') return [el('p', {}, 'Play this clip and set a comfortable volume.'), clip(tree), slider('Volume'), next('Next')];
  if (kind === 'headphones') {
    const sounds = ['First', 'Second', 'Third'].map((name) => option('radio', name));
    return [el('p', {}, check.method === 'huggins' ? 'Which sound has a faint tone in it?' : 'Which sound is softest?'), ...sounds, next('Next')];
  }
  return [el('p', { class: 'soft' }, `${named(kind)}: it looks at the pages of its task and has none of its own.`)];
}
