/** The list of studies, and how one is begun: from a template, or from a configuration of webMUSHRA. */

import { call, inlined, tell } from '../api';
import { showProgress } from '../monitor/progress';
import { button, el, find } from '../ui/dom';
import { notice } from '../ui/notice';
import { send, type Imported, type Overview, type Study, type Template } from './types';

const STATES: Record<string, string> = { draft: 'not published', open: 'open', paused: 'paused', closed: 'closed' };
const KINDS: Record<string, string> = { REPAIRED: 'Mended', CHANGED: 'Different', LOST: 'Left out' };

export function startStudies(): void {
  const state = inlined<{ studies: Overview[]; templates: Template[] }>();
  if (!state) return;
  find('#studies').append(
    el('div', { class: 'studies-page' }, el('section', { 'aria-label': 'Your studies' }, listed(state.studies)), el('div', { class: 'begin' }, begin(state.templates), importing())),
  );
  showProgress(find('#studies'));
}

function listed(studies: Overview[]): HTMLElement {
  if (studies.length === 0) {
    return el(
      'div',
      { class: 'notice' },
      el('h2', {}, 'No study yet'),
      el('p', {}, 'Begin one here. Each template is a whole study that can be prepared and walked at once; change what should be different.'),
    );
  }
  return el(
    'ul',
    { class: 'studies' },
    ...studies.map((study) =>
      el(
        'li',
        { 'data-study': study.slug, 'data-state': study.state },
        el('a', { href: `/studies/${study.slug}` }, study.title),
        el(
          'span',
          { class: 'soft' },
          `${study.slug} · ${STATES[study.state] ?? study.state}${study.version > 0 ? ` · version ${study.version}` : ''} · saved ${new Date(study.savedAt).toLocaleDateString()}`,
        ),
      ),
    ),
  );
}

function nameField(required: boolean): [HTMLElement, HTMLInputElement] {
  const name = el('input', { name: 'slug', required, pattern: '[a-z][a-z0-9]*(-[a-z0-9]+)*', maxlength: 60, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none' });
  const hint = required ? 'Lower-case letters, digits and hyphens, such as violin-pilot.' : 'As above; without one it gets the name of the test.';
  return [el('label', { class: 'field' }, el('span', {}, 'Name in addresses'), name, el('small', { class: 'soft' }, hint)), name];
}

function begin(templates: Template[]): HTMLElement {
  const [field, name] = nameField(true);
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
    field,
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

function importing(): HTMLElement {
  const [field, name] = nameField(false);
  const file = el('input', { type: 'file', accept: '.yaml,.yml,application/yaml,text/yaml', required: true });
  const told = el('div', { role: 'alert' });
  const form = el(
    'form',
    { class: 'begin' },
    el('label', { class: 'field' }, el('span', {}, 'Its configuration (YAML)'), file),
    field,
    told,
    el('p', { class: 'row' }, el('button', { class: 'button' }, 'Import')),
  );
  const read = async (): Promise<void> => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    const bytes = await chosen.arrayBuffer();
    let old = false;
    let configuration: string;
    try {
      configuration = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      configuration = new TextDecoder('windows-1252').decode(bytes);
      old = true;
    }
    const imported = await send<Imported>(call, 'POST', '/api/studies/import', { slug: name.value, configuration });
    if (old) imported.notes.unshift({ kind: 'REPAIRED', line: 0, what: 'The file is not UTF-8; it was read as Windows-1252.', remedy: '' });
    const report = became(imported);
    form.replaceChildren(report);
    report.querySelector('h3')?.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    read().catch((cause: unknown) => told.replaceChildren(notice(tell(cause))));
  });
  return el('details', {}, el('summary', {}, 'Import from webMUSHRA'), form);
}

/** Everything that became of a configuration; nothing is left out in silence. */
function became(imported: Imported): HTMLElement {
  return el(
    'div',
    { class: 'begin' },
    el('h3', { tabindex: -1 }, 'It is imported'),
    el('p', { class: 'row' }, el('a', { class: 'button main', href: `/studies/${imported.slug}` }, 'Go to the study')),
    imported.files.length > 0 ? el('p', {}, `${imported.files.length} files are to be uploaded with it, under Files of your own, with their folders.`) : null,
    el('p', {}, 'This was mended, is different, or was left out. It stands at the top of the document as well.'),
    el(
      'ul',
      { class: 'notes' },
      ...imported.notes.map((note) =>
        el('li', {}, el('strong', {}, KINDS[note.kind] ?? note.kind), note.line > 0 ? el('span', { class: 'soft' }, ` line ${note.line}`) : null, ` ${note.what} ${note.remedy}`),
      ),
    ),
  );
}
