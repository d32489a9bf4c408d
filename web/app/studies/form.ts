/** Fields for a part of a document, made from its schema: nobody needs to know YAML to fill them in. */

import { button, el } from '../ui/dom';
import { idsOf, isText, put, type Schema, type Schemas, valueAt } from './schema';
import { blocksOf, isBlock, listOf, textOf, type Block, type Value } from './types';

export interface Editing {
  schemas: Schemas;
  tree: Block;
  /** a value changed; the fields stay */
  changed(): void;
  /** parts came or went; the fields are drawn again */
  reshaped(focus?: string): void;
}

let count = 0;

/** {@code break-every} as words. */
export const named = (key: string): string => {
  const words = key.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export function fieldsFor(editing: Editing, given: Schema, path: string, label: string): HTMLElement {
  const schema = editing.schemas.resolve(given);
  if (isText(schema)) return words(editing, schema, path, label);
  if (schema.oneOf) return choice(editing, schema, path, label);
  if (schema.type === 'array') return list(editing, schema, path, label);
  if (schema.type === 'object' && schema.properties) return block(editing, schema, path, label);
  if (schema.type === 'object') return files(editing, path, label, schema);
  return single(editing, schema, path, label);
}

function hinted(input: HTMLElement, label: string, schema: Schema, path: string): HTMLElement {
  const id = `field-${++count}`;
  input.id = id;
  input.dataset.path = path;
  const hint = schema.description ? el('small', { id: `${id}-hint`, class: 'soft' }, schema.description) : null;
  if (hint) input.setAttribute('aria-describedby', hint.id);
  return el('div', { class: 'field' }, el('label', { for: id, class: 'label' }, label), hint, input);
}

function single(editing: Editing, schema: Schema, path: string, label: string): HTMLElement {
  const value = valueAt(editing.tree, path);
  const refers = schema['x-refers-to'];
  if (schema.type === 'boolean') {
    const box = el('input', { type: 'checkbox', checked: value === true });
    box.dataset.path = path;
    box.addEventListener('change', () => {
      put(editing.tree, path, box.checked);
      editing.changed();
    });
    return el('label', { class: 'check' }, box, el('span', {}, schema.description ?? label));
  }
  const options = refers ? idsOf(editing.tree, refers) : schema.enum?.map(String);
  if (options) {
    const select = el('select');
    const now = textOf(value);
    for (const option of options.includes(now) ? options : [now, ...options]) {
      select.append(el('option', { value: option, selected: option === now }, option || '–'));
    }
    select.addEventListener('change', () => {
      const number = schema.type === 'integer' || schema.type === 'number';
      put(editing.tree, path, number ? Number(select.value) : select.value);
      editing.changed();
    });
    return hinted(select, label, schema, path);
  }
  const number = schema.type === 'integer' || schema.type === 'number';
  const long = !number && textOf(value).length > 70;
  const input = long
    ? el('textarea', { rows: 4 }, textOf(value))
    : el('input', {
        type: number ? 'number' : 'text',
        value: textOf(value),
        min: schema.minimum,
        max: schema.maximum,
        step: schema.type === 'number' ? 'any' : null,
        maxlength: number ? null : schema.maxLength,
        placeholder: textOf(schema.default),
        spellcheck: 'false',
        autocomplete: 'off',
      });
  input.addEventListener('input', () => {
    put(editing.tree, path, number && input.value !== '' ? Number(input.value) : input.value);
    editing.changed();
  });
  return hinted(input, label, schema, path);
}

/** One field for each language of the study. */
function words(editing: Editing, schema: Schema, path: string, label: string): HTMLElement {
  const languages = listOf(editing.tree.languages).map(textOf);
  const value = valueAt(editing.tree, path);
  const group = el('fieldset', { class: 'words' }, el('legend', { class: 'label' }, label));
  if (schema.description) group.append(el('small', { class: 'soft' }, schema.description));
  for (const language of languages.length > 0 ? languages : ['en']) {
    const now = isBlock(value) ? textOf(value[language]) : textOf(value);
    const input = el('textarea', { rows: Math.min(8, 1 + Math.ceil(now.length / 60)), lang: language, dir: 'auto' }, now);
    input.dataset.path = languages.length > 1 ? `${path}.${language}` : path;
    input.setAttribute('aria-label', `${label}, ${language}`);
    input.addEventListener('input', () => {
      const before = valueAt(editing.tree, path);
      if (languages.length <= 1) put(editing.tree, path, input.value);
      else if (isBlock(before)) before[language] = input.value;
      else put(editing.tree, path, { [languages[0] ?? 'en']: textOf(before), [language]: input.value });
      editing.changed();
    });
    group.append(el('div', { class: 'tongue' }, el('span', { class: 'soft', 'aria-hidden': 'true' }, language), input));
  }
  return group;
}

function choice(editing: Editing, schema: Schema, path: string, label: string): HTMLElement {
  const value = valueAt(editing.tree, path);
  const chosen = editing.schemas.kindOf(schema, value);
  const select = el('select');
  if (!chosen) select.append(el('option', { value: '' }, 'Choose …'));
  for (const kind of schema.oneOf ?? []) {
    const name = kind.properties?.kind?.const ?? '';
    select.append(el('option', { value: name, selected: kind === chosen }, named(name)));
  }
  select.addEventListener('change', () => {
    const kind = schema.oneOf?.find((one) => one.properties?.kind?.const === select.value);
    if (!kind) return;
    const made = editing.schemas.make(kind, editing.tree) as Block;
    const before = isBlock(value) ? value : {};
    for (const key of Object.keys(kind.properties ?? {})) {
      if (key !== 'kind' && before[key] !== undefined) made[key] = before[key];
    }
    put(editing.tree, path, made);
    editing.reshaped(path);
  });
  const about = { ...schema, description: chosen?.description ?? schema.description };
  const group = el('fieldset', { class: 'block' }, el('legend', { class: 'label' }, label), hinted(select, 'Kind', about, path));
  if (chosen) group.append(...properties(editing, chosen, path));
  return group;
}

function block(editing: Editing, schema: Schema, path: string, label: string): HTMLElement {
  return el('fieldset', { class: 'block' }, el('legend', { class: 'label' }, label), ...properties(editing, schema, path));
}

/** What must be there and what is; the rest can be added by a tap. */
export function properties(editing: Editing, schema: Schema, path: string, only?: string[]): HTMLElement[] {
  const value = path === '' ? editing.tree : valueAt(editing.tree, path);
  const fields: HTMLElement[] = [];
  const absent = el('div', { class: 'row' });
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (key === 'kind' || (only && !only.includes(key))) continue;
    const at = path === '' ? key : `${path}.${key}`;
    const there = isBlock(value) && value[key] !== undefined && value[key] !== null;
    const must = schema.required?.includes(key) ?? false;
    if (there || must) {
      if (!there) put(editing.tree, at, editing.schemas.make(property, editing.tree));
      const field = fieldsFor(editing, property, at, named(key));
      if (!must) field.append(remover(editing, at, named(key)));
      fields.push(field);
    } else {
      absent.append(
        button(
          `Add ${named(key).toLowerCase()}`,
          () => {
            put(editing.tree, at, editing.schemas.make(property, editing.tree));
            editing.reshaped(at);
          },
          'small',
        ),
      );
    }
  }
  return absent.childElementCount > 0 ? [...fields, absent] : fields;
}

function remover(editing: Editing, path: string, what: string): HTMLElement {
  const remove = button(
    'Remove',
    () => {
      put(editing.tree, path, undefined);
      editing.reshaped();
    },
    'plain small',
  );
  remove.setAttribute('aria-label', `Remove ${what}`);
  return remove;
}

function list(editing: Editing, schema: Schema, path: string, label: string): HTMLElement {
  const element = editing.schemas.resolve(schema.items ?? {});
  const refers = schema['x-refers-to'] ?? element['x-refers-to'];
  if (refers) return ticks(editing, schema, path, label, refers);
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
  for (const id of [...new Set([...idsOf(editing.tree, refers), ...chosen])]) {
    const box = el('input', { type: 'checkbox', checked: chosen.includes(id) });
    box.dataset.path = path;
    box.addEventListener('change', () => {
      const now = listOf(valueAt(editing.tree, path)).map(textOf).filter((one) => one !== id);
      if (box.checked) now.push(id);
      const order = idsOf(editing.tree, refers);
      put(editing.tree, path, now.sort((a, b) => order.indexOf(a) - order.indexOf(b)));
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

/** For each uploaded condition the name of a file. */
function files(editing: Editing, path: string, label: string, schema: Schema): HTMLElement {
  const group = el('fieldset', { class: 'block' }, el('legend', { class: 'label' }, label));
  if (schema.description) group.append(el('small', { class: 'soft' }, schema.description));
  const uploaded = blocksOf(editing.tree.conditions).filter((one) => one.kind === 'uploaded');
  for (const condition of uploaded.map((one) => textOf(one.id))) {
    group.append(single(editing, { type: 'string', maxLength: 200 }, `${path}.${condition}`, condition));
  }
  if (uploaded.length === 0) group.append(el('p', { class: 'soft' }, 'There is no condition of kind uploaded.'));
  return group;
}
