/** Fields for lists and tables of a document: elements that are added, moved and removed, ticks, and short texts on one line. */

import { confirm } from '../ui/dialog';
import { button, el } from '../ui/dom';
import { type Editing, fieldsFor, hinted, named, remover, words } from './form';
import { idsOf, isText, put, type Schema, valueAt } from './schema';
import { GEMS } from './suggest';
import { speak } from './tongues';
import { blocksOf, isBlock, listOf, textOf, type Value } from './types';

export function list(editing: Editing, schema: Schema, path: string, label: string): HTMLElement {
  const element = editing.schemas.resolve(schema.items ?? {});
  const refers = schema['x-refers-to'] ?? element['x-refers-to'];
  if (refers) return ticks(editing, schema, path, label, refers);
  if (path === 'languages') return languages(editing, schema, label);
  if (element.type === 'string' && !isText(element)) return line(editing, schema, path, label);
  const group = el('fieldset', { class: 'list' }, el('legend', { class: 'label' }, label));
  if (schema.description) group.append(el('small', { class: 'soft' }, schema.description));
  const values = listOf(valueAt(editing.tree, path));
  values.forEach((value, i) => group.append(element_(editing, element, `${path}[${i}]`, value, i, values)));
  group.append(adder(editing, element, path, values));
  return group;
}

/** An element of a list, folded; it can be moved and removed. */
function element_(editing: Editing, schema: Schema, path: string, value: Value, i: number, values: Value[]): HTMLElement {
  if (isText(schema)) {
    const field = words(editing, schema, path, `${i + 1}`);
    field.append(remover(editing, path, `${i + 1}`));
    return field;
  }
  const name = isBlock(value) ? textOf(value.id) || named(textOf(value.kind)) || `${i + 1}` : `${i + 1}`;
  const kind = isBlock(value) && value.id !== undefined ? textOf(value.kind) : '';
  const move = (by: number): void => {
    values.splice(i, 1);
    values.splice(i + by, 0, value);
    editing.reshaped(path.replace(/\[\d+\]$/, `[${i + by}]`));
  };
  const up = button('Up', () => move(-1), 'plain small');
  const down = button('Down', () => move(1), 'plain small');
  up.disabled = i === 0;
  down.disabled = i === values.length - 1;
  for (const one of [up, down]) one.setAttribute('aria-label', `Move ${name} ${(one.textContent ?? '').toLowerCase()}`);
  const folded = el('details', { class: 'element' }, el('summary', {}, name, kind ? el('span', { class: 'soft' }, ` ${kind}`) : null));
  folded.dataset.path = path;
  let drawn = false;
  const draw = (): void => {
    if (drawn) return;
    drawn = true;
    const inner = fieldsFor(editing, schema, path, name);
    // the summary has said it already
    inner.querySelector(':scope > legend')?.classList.add('unseen');
    folded.append(inner, el('div', { class: 'row' }, up, down, remover(editing, path, name)));
  };
  folded.addEventListener('toggle', draw);
  folded.addEventListener('reveal', () => {
    folded.open = true;
    draw();
  });
  return folded;
}

function adder(editing: Editing, schema: Schema, path: string, values: Value[]): HTMLElement {
  const add = (kind: Schema): void => {
    const stem = path.replace(/.*\./, '').replace(/\[\d+\]/g, '').replace(/s$/, '');
    const taken = blocksOf(values).map((one) => textOf(one.id));
    let number = values.length + 1;
    while (taken.includes(`${stem}-${number}`)) number++;
    const made = editing.schemas.make(kind, editing.tree, `${stem}-${number}`);
    put(editing.tree, path, [...values, made]);
    editing.reshaped(`${path}[${values.length}]`);
  };
  if (!schema.oneOf) return el('div', { class: 'row' }, button('Add one', () => add(schema)));
  const select = el('select', { 'aria-label': 'Kind of what is added' });
  for (const kind of schema.oneOf) {
    const name = kind.properties?.kind?.const ?? '';
    select.append(el('option', { value: name }, named(name)));
  }
  return el(
    'div',
    { class: 'row' },
    select,
    button('Add', () => add(schema.oneOf?.[select.selectedIndex] ?? schema)),
  );
}

/** Which of the ids that stand elsewhere in the document. */
function ticks(editing: Editing, schema: Schema, path: string, label: string, refers: string): HTMLElement {
  const chosen = listOf(valueAt(editing.tree, path)).map(textOf);
  const group = el('fieldset', { class: 'ticks' }, el('legend', { class: 'label' }, label));
  if (schema.description) group.append(el('small', { class: 'soft' }, schema.description));
  // scales are asked in the order of their ids here, everything else is drawn
  const ordered = refers === 'scales';
  const all = idsOf(editing.tree, refers);
  if (ordered) group.append(el('small', { class: 'soft' }, 'They are asked in the order in which they are ticked.'));
  for (const id of new Set(ordered ? [...chosen, ...all] : [...all, ...chosen])) {
    const box = el('input', { type: 'checkbox', checked: chosen.includes(id) });
    box.dataset.path = path;
    box.addEventListener('change', () => {
      const now = listOf(valueAt(editing.tree, path)).map(textOf).filter((one) => one !== id);
      if (box.checked) now.push(id);
      put(editing.tree, path, ordered ? now : now.sort((a, b) => all.indexOf(a) - all.indexOf(b)));
      editing.changed();
    });
    group.append(el('label', { class: 'check' }, box, el('span', {}, id)));
  }
  return group;
}

/** Short texts on one line, divided by commas: languages, countries. */
function line(editing: Editing, schema: Schema, path: string, label: string): HTMLElement {
  const input = el('input', {
    type: 'text',
    value: listOf(valueAt(editing.tree, path)).map(textOf).join(', '),
    spellcheck: 'false',
    autocomplete: 'off',
  });
  input.addEventListener('input', () => {
    put(editing.tree, path, input.value.split(',').map((one) => one.trim()).filter((one) => one !== ''));
    editing.changed();
  });
  return hinted(input, `${label}, divided by commas`, schema, path);
}

/** The languages of the study; all its words follow when one comes or goes. */
function languages(editing: Editing, schema: Schema, label: string): HTMLElement {
  const now = (): string => listOf(editing.tree.languages).map(textOf).join(', ');
  const input = el('input', { type: 'text', value: now(), spellcheck: 'false', autocomplete: 'off', autocapitalize: 'none' });
  const speaks = (lose: boolean): number =>
    speak(editing.schemas, editing.tree, input.value.split(',').map((one) => one.trim()).filter((one) => one !== ''), lose);
  input.addEventListener('change', () => {
    if (input.value.trim() === '' || input.value === now()) return;
    const lost = speaks(false);
    if (lost === 0) {
      editing.reshaped('languages');
      return;
    }
    void confirm('Take a language away?', `Its words go with it, in ${lost === 1 ? 'one place' : `${lost} places`}.`, 'Take it away').then((yes) => {
      if (yes) {
        speaks(true);
        editing.reshaped('languages');
      } else {
        input.value = now();
      }
    });
  });
  return hinted(input, `${label}, divided by commas`, schema, 'languages');
}

/** A block whose keys are names: for each uploaded condition a file, for each feeling its words. */
export function table(editing: Editing, path: string, label: string, schema: Schema): HTMLElement {
  const group = el('fieldset', { class: 'block' }, el('legend', { class: 'label' }, label));
  if (schema.description) group.append(el('small', { class: 'soft' }, schema.description));
  const conditions = schema['x-refers-to'] === 'conditions';
  const uploaded = blocksOf(editing.tree.conditions).filter((one) => one.kind === 'uploaded').map((one) => textOf(one.id));
  const value = valueAt(editing.tree, path);
  const there = isBlock(value) ? Object.keys(value) : [];
  const element = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : { type: 'string' };
  for (const key of new Set([...(conditions ? uploaded : GEMS), ...there])) {
    group.append(fieldsFor(editing, element, `${path}.${key}`, conditions ? key : named(key)));
  }
  if (conditions && uploaded.length === 0) group.append(el('p', { class: 'soft' }, 'There is no condition of kind uploaded.'));
  return group;
}
