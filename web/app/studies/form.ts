/** Fields for a part of a document, made from its schema: nobody needs to know YAML to fill them in. */

import { button, el } from '../ui/dom';
import { idsOf, isText, put, type Schema, type Schemas, valueAt } from './schema';
import { list, table } from './lists';
import { suggestions } from './suggest';
import { isBlock, listOf, textOf, type Block } from './types';

export interface Editing {
  schemas: Schemas;
  tree: Block;
  /** names of the files that were uploaded with the study */
  files(): string[];
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
  if (schema.type === 'object') return table(editing, path, label, schema);
  return single(editing, schema, path, label);
}

export function hinted(input: HTMLElement, label: string, schema: Schema, path: string): HTMLElement {
  const id = `field-${++count}`;
  input.id = id;
  input.dataset.path = path;
  const hint = schema.description ? el('small', { id: `${id}-hint`, class: 'soft' }, schema.description) : null;
  if (hint) input.setAttribute('aria-describedby', hint.id);
  return el('div', { class: 'field' }, el('label', { for: id, class: 'label' }, label), hint, input);
}

export function single(editing: Editing, schema: Schema, path: string, label: string): HTMLElement {
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
        type: number ? 'number' : schema.format === 'date' ? 'date' : 'text',
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
  const field = hinted(input, label, schema, path);
  const names = number || long ? [] : suggestions(editing.tree, path, editing.files());
  if (names.length > 0) {
    const list = el('datalist', { id: `${input.id}-names` }, ...names.map((name) => el('option', { value: name })));
    input.setAttribute('list', list.id);
    field.append(list);
  }
  return field;
}

/** One field for each language of the study. */
export function words(editing: Editing, schema: Schema, path: string, label: string): HTMLElement {
  const languages = listOf(editing.tree.languages).map(textOf);
  const value = valueAt(editing.tree, path);
  const group = el('fieldset', { class: 'words' }, el('legend', { class: 'label' }, label));
  if (schema.description) group.append(el('small', { class: 'soft' }, schema.description));
  for (const language of languages.length > 0 ? languages : ['en']) {
    const now = isBlock(value) ? textOf(value[language]) : textOf(value);
    const lines = now.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 60)), 1);
    const input = el('textarea', { rows: Math.min(12, lines), lang: language, dir: 'auto' }, now);
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
    if (path.endsWith('.captions')) group.append(fromFile(input, `${label}, ${language}`));
  }
  return group;
}

/** Captions are mostly made elsewhere: a file of them takes the place of what is there. */
function fromFile(input: HTMLTextAreaElement, label: string): HTMLElement {
  const picker = el('input', { type: 'file', accept: '.vtt,.txt,text/vtt,text/plain', class: 'unseen', 'aria-label': `${label}, from a file` });
  picker.addEventListener('change', () => {
    void picker.files?.[0]?.text().then((text) => {
      input.value = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
      input.rows = 12;
      input.dispatchEvent(new Event('input'));
    });
  });
  return el('label', { class: 'button small' }, 'From a file (WebVTT)', picker);
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
      // fields can stand empty, but what is to be filled in needs a block to stand in
      if (!there && nests(editing, property)) put(editing.tree, at, editing.schemas.make(property, editing.tree));
      const field = fieldsFor(editing, property, at, named(key));
      if (!must) field.append(remover(editing, at, named(key)));
      fields.push(field);
    } else {
      const add = button(
        `Add ${named(key).toLowerCase()}`,
        () => {
          put(editing.tree, at, editing.schemas.make(property, editing.tree));
          editing.reshaped(at);
        },
        'small',
      );
      if (property.description) add.title = property.description;
      absent.append(add);
    }
  }
  return absent.childElementCount > 0 ? [...fields, absent] : fields;
}

function nests(editing: Editing, given: Schema): boolean {
  const schema = editing.schemas.resolve(given);
  return schema.type === 'object' && !isText(schema);
}

export function remover(editing: Editing, path: string, what: string): HTMLElement {
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
