import type { Metric, Translation } from '../api';
import { system } from '../system';
import { el } from '../ui/dom';
import { figure, moment } from '../words';

/** Three numbers that matter, the rest folded; what could not be measured says why. */
export function measures(translation: Translation): HTMLElement {
  const metrics = translation.metrics ?? [];
  const measured = metrics.filter((metric) => metric.value !== null && metric.value !== undefined);
  const first = measured.slice(0, 3);
  const rest = metrics.filter((metric) => !first.includes(metric));
  const section = el('section', { class: 'measures', 'aria-labelledby': 'measures-title' }, el('h2', { id: 'measures-title' }, 'What the numbers say'));
  if (first.length === 0) {
    section.append(
      el('p', { class: 'soft' }, 'There is nothing to compare with: numbers need an original that holds both picture and sound.'),
    );
  } else {
    section.append(el('dl', { class: 'key-numbers' }, ...first.map((metric) => el('div', {}, el('dt', {}, metric.label), el('dd', {}, valueOf(metric))))));
  }
  section.append(el('p', {}, el('a', { class: 'button plain', href: '/about/metrics' }, 'What these numbers can and cannot tell')));
  if (rest.length > 0) section.append(el('details', { class: 'folded' }, el('summary', {}, 'All that was measured'), table(metrics)));
  return section;
}

function valueOf(metric: Metric): string {
  return metric.value === null || metric.value === undefined ? 'not measured' : figure(metric.value, metric.unit);
}

function table(metrics: Metric[]): HTMLElement {
  const rows = metrics.map((metric) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, el('a', { href: `/about/metrics#${encodeURIComponent(metric.name)}` }, metric.label), metric.reason ? el('span', { class: 'soft small reason' }, metric.reason) : null),
      el('td', { class: 'number' }, valueOf(metric)),
    ),
  );
  return el(
    'table',
    { class: 'table' },
    el('caption', { class: 'unseen' }, 'All measurements'),
    el('thead', { class: 'unseen' }, el('tr', {}, el('th', { scope: 'col' }, 'Measure'), el('th', { scope: 'col' }, 'Value'))),
    el('tbody', {}, ...rows),
  );
}

/** Turns the model's name into links to the cards of the families that had a part in the result. */
async function linkCards(place: HTMLElement, translation: Translation): Promise<void> {
  const parts = translation.direction === 'video-to-sound' ? ['latent', 'spectrogram', 'vocoder'] : ['latent', 'flowfield'];
  const cards = ((await system())?.models ?? []).filter((model) => parts.includes(model.family) && model.card);
  if (cards.length === 0) return;
  place.append(' (cards: ', ...cards.flatMap((model, i) => [i > 0 ? ', ' : '', el('a', { href: model.card }, model.family)]), ')');
}

/** How this result can be had again. */
export function about(translation: Translation): HTMLElement {
  const row = (term: string, value: Node | string): HTMLElement => el('div', {}, el('dt', {}, term), el('dd', {}, value));
  const card = el('span', {}, translation.model ?? 'unnamed');
  void linkCards(card, translation);
  return el(
    'section',
    { class: 'about', 'aria-labelledby': 'about-title' },
    el('h2', { id: 'about-title' }, 'How it was made'),
    el(
      'dl',
      { class: 'facts' },
      row('Model', card),
      translation.seed === null || translation.seed === undefined ? null : row('Seed', String(translation.seed)),
      translation.lengthSeconds ? row('Length', `${translation.lengthSeconds.toFixed(2)} s`) : null,
      translation.origin ? row('Translates back', el('a', { href: `/translations/${encodeURIComponent(translation.origin)}` }, 'its original')) : null,
      moment(translation.expiresAt) ? row('Kept until', moment(translation.expiresAt)) : null,
    ),
    el('p', { class: 'soft small' }, 'The same file, model and seed give the same result.'),
  );
}
