/** The list of studies, and how one is begun. */

import { call, inlined, tell } from '../api';
import { showProgress } from '../monitor/progress';
import { button, el, find } from '../ui/dom';
import { notice } from '../ui/notice';
import { send, type Overview, type Study, type Template } from './types';

const STATES: Record<string, string> = { draft: 'not published', open: 'open', paused: 'paused', closed: 'closed' };

export function startStudies(): void {
  const state = inlined<{ studies: Overview[]; templates: Template[] }>();
  if (!state) return;
  find('#studies').append(listed(state.studies), begin(state.templates));
  showProgress(find('#studies'));
}

function listed(studies: Overview[]): HTMLElement {
  if (studies.length === 0) return el('p', {}, 'There is no study yet. Begin one below; a template shows how it is done.');
  return el(
    'ul',
    { class: 'studies' },
    ...studies.map((study) =>
      el(
        'li',
        { 'data-study': study.slug },
        el('a', { href: `/studies/${study.slug}` }, study.title),
        el('span', { class: 'soft' }, `${study.slug} · ${STATES[study.state] ?? study.state}${study.version > 0 ? ` · version ${study.version}` : ''}`),
      ),
    ),
  );
}

function begin(templates: Template[]): HTMLElement {
  const name = el('input', { name: 'slug', required: true, pattern: '[a-z][a-z0-9]*(-[a-z0-9]+)*', maxlength: 60, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none' });
  const told = el('div', { role: 'alert' });
  const choices = templates.map((template, i) =>
    el(
      'label',
      { class: 'template' },
      el('input', { type: 'radio', name: 'template', value: template.name, checked: i === 0 }),
      el('span', {}, el('strong', {}, template.title), el('br'), template.about),
    ),
  );
  const form = el(
    'form',
    { class: 'begin' },
    el('h2', {}, 'Begin a study'),
    el('label', { class: 'field' }, el('span', {}, 'Name in addresses'), name, el('small', { class: 'soft' }, 'Lower-case letters, digits and hyphens, such as violin-pilot.')),
    el('fieldset', { class: 'templates' }, el('legend', { class: 'label' }, 'Begin with'), ...choices),
    told,
    el('p', { class: 'row' }, el('button', { class: 'button main' }, 'Begin')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const template = new FormData(form).get('template');
    send<Study>(call, 'POST', '/api/studies', { slug: name.value, template }).then(
      (study) => location.assign(`/studies/${study.slug}`),
      (cause: unknown) => told.replaceChildren(notice(tell(cause), button('Dismiss', () => told.replaceChildren()))),
    );
  });
  return form;
}
