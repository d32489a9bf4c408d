/** The editor of a study: its parts, fields for one of them, the page as participants see it, and the document itself. */

import { call, getJson, inlined, tell } from '../api';
import { button, el, find, toast } from '../ui/dom';
import { notice } from '../ui/notice';
import { type Editing, fieldsFor, properties } from './form';
import { outline, placeOf, type Place, same, stages } from './outline';
import { preview } from './preview';
import { publishing } from './publish';
import { type Schema, Schemas } from './schema';
import { stimuli } from './stimuli';
import { send, textOf, type Draft, type Finding, type Study } from './types';

const PAUSE = 500;

export function startEditor(): void {
  const study = inlined<Study>();
  if (!study) return;
  getJson<Schema>('/api/studies/schema').then(
    (schema) => new Editor(study, new Schemas(schema)),
    (cause: unknown) => find('#editor').append(notice(tell(cause))),
  );
}

class Editor {
  private draft: Draft;
  private place: Place = { path: '', name: 'Title', only: ['id', 'languages', 'title', 'about'] };
  private language: string;
  private timer = 0;
  private saving = false;
  private dirty: 'no' | 'tree' | 'text' = 'no';
  private readonly saved = el('p', { class: 'soft saved', role: 'status' }, 'Saved');
  private readonly told = el('div', { role: 'alert' });
  private readonly problems = el('section', { class: 'problems', 'aria-label': 'Problems' });
  private readonly left = el('div', { class: 'editor-left' });
  private readonly middle = el('div', { class: 'editor-middle' });
  private readonly right = el('section', { class: 'editor-right', 'aria-label': 'As participants see it' });
  private readonly text = el('textarea', { class: 'yaml', spellcheck: 'false', rows: 30, 'aria-label': 'The document as YAML', wrap: 'off' });

  constructor(
    private readonly study: Study,
    private readonly schemas: Schemas,
  ) {
    this.draft = study.draft;
    this.language = textOf((study.draft.tree?.languages as string[] | undefined)?.[0]) || 'en';
    this.text.value = this.draft.document;
    this.text.addEventListener('input', () => this.change('text'));
    const parts = el(
      'div',
      { class: 'editor-parts' },
      this.left,
      this.middle,
      this.right,
    );
    const yaml = el('details', { class: 'document' }, el('summary', {}, 'The document as YAML'), this.text);
    find('#editor').replaceChildren(
      el(
        'div',
        { class: 'studies-head' },
        el('h1', {}, study.title),
        this.saved,
        el('a', { href: '/studies' }, 'All studies'),
      ),
      this.told,
      this.problems,
      parts,
      yaml,
      stimuli(
        study,
        () => this.settled(),
        (view) => {
          this.study.revision = view.revision;
          this.text.value = view.draft.document;
          this.take(view, 'text');
        },
      ),
      publishing(study, () => this.settled()),
    );
    this.drawAll();
  }

  private editing(): Editing {
    return {
      schemas: this.schemas,
      tree: this.draft.tree ?? {},
      changed: () => this.change('tree'),
      reshaped: (focus) => {
        this.change('tree');
        this.drawAll();
        if (focus !== undefined) this.reveal(focus);
      },
    };
  }

  private drawAll(): void {
    this.drawOutline();
    this.drawForm();
    this.drawPreview();
    this.drawProblems();
  }

  private drawOutline(): void {
    const tree = this.draft.tree;
    this.left.replaceChildren(
      tree ? outline(tree, this.place, this.draft.findings, (place) => this.choose(place)) : el('p', {}, 'The document below is no YAML; correct it there.'),
    );
  }

  private drawForm(): void {
    const editing = this.editing();
    if (!this.draft.tree) {
      this.middle.replaceChildren();
      return;
    }
    const schema = this.schemas.at(this.place.path, editing.tree);
    const heading = el('h2', { tabindex: -1 }, this.place.about && !this.place.only ? `${this.place.name}: ${this.place.about}` : this.place.name);
    if (this.place.only) {
      this.middle.replaceChildren(heading, ...properties(editing, this.schemas.root, '', this.place.only));
    } else if (schema) {
      const asked = schema.type === 'array' && this.place.path === 'flow' ? { ...schema, description: 'Each page is shown in this order; the end follows by itself.' } : schema;
      const fields = fieldsFor(editing, asked, this.place.path, this.place.name);
      // the heading has said it already
      fields.querySelector(':scope > legend')?.classList.add('unseen');
      this.middle.replaceChildren(heading, fields);
    }
  }

  private drawPreview(): void {
    const tree = this.draft.tree;
    if (!tree) {
      this.right.replaceChildren();
      return;
    }
    const select = el('select', { 'aria-label': 'Language of the page' });
    for (const language of ((tree.languages as string[] | undefined) ?? []).map(textOf)) {
      select.append(el('option', { selected: language === this.language }, language));
    }
    select.addEventListener('change', () => {
      this.language = select.value;
      this.drawPreview();
    });
    this.right.replaceChildren(
      el('div', { class: 'studies-head' }, el('h2', {}, 'As participants see it'), select),
      preview(tree, this.place, this.language),
    );
  }

  private drawProblems(): void {
    const { findings } = this.draft;
    const grave = findings.filter((finding) => finding.grave);
    const line = (finding: Finding): HTMLElement =>
      el(
        'li',
        {},
        el('span', {}, el('strong', {}, finding.what), ' ', finding.remedy),
        button(finding.path || `line ${finding.line}`, () => this.jump(finding), 'plain small'),
      );
    const advice = findings.filter((finding) => !finding.grave);
    this.problems.replaceChildren(
      el('h2', {}, grave.length === 0 ? 'No problems' : grave.length === 1 ? 'One problem' : `${grave.length} problems`),
      ...(grave.length > 0 ? [el('ul', {}, ...grave.map(line))] : []),
      ...(advice.length > 0
        ? [el('details', {}, el('summary', {}, advice.length === 1 ? 'One piece of advice' : `${advice.length} pieces of advice`), el('ul', {}, ...advice.map(line)))]
        : []),
    );
    this.problems.dataset.grave = grave.length > 0 ? 'yes' : 'no';
  }

  private choose(place: Place): void {
    this.place = place;
    this.drawAll();
    this.middle.querySelector('h2')?.focus();
  }

  /** To the field of a problem; where there is none, to its line of the document. */
  private jump(finding: Finding): void {
    if (this.draft.tree && finding.path) {
      this.place = placeOf(this.draft.tree, finding.path);
      this.drawAll();
      if (this.reveal(finding.path)) return;
    }
    const folded = this.text.closest('details');
    if (folded) folded.open = true;
    const before = this.text.value.split('\n').slice(0, finding.line - 1).join('\n').length + (finding.line > 1 ? 1 : 0);
    this.text.focus();
    this.text.setSelectionRange(before + finding.column - 1, before + finding.column - 1);
    this.text.scrollTop = Math.max(0, (finding.line - 5) * 20);
  }

  /** Opens what is folded on the way and focuses the field that is nearest to a path. */
  private reveal(path: string): boolean {
    for (;;) {
      const folded = [...this.middle.querySelectorAll<HTMLDetailsElement>('details.element:not([open])')].find((one) => {
        const own = one.dataset.path ?? '';
        return path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`);
      });
      if (!folded) break;
      folded.dispatchEvent(new Event('reveal'));
    }
    const fields = [...this.middle.querySelectorAll<HTMLElement>('[data-path]')].filter((one) => {
      const own = one.dataset.path ?? '';
      return own.startsWith(path) || path.startsWith(own);
    });
    const best = fields.sort((a, b) => nearness(b, path) - nearness(a, path))[0];
    const target = best instanceof HTMLDetailsElement ? best.querySelector<HTMLElement>('input, select, textarea') ?? best.querySelector('summary') : best;
    target?.focus();
    return target !== undefined && target !== null;
  }

  private change(what: 'tree' | 'text'): void {
    this.dirty = what;
    this.saved.textContent = 'Not saved yet';
    if (what === 'tree') this.drawPreview();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), PAUSE);
  }

  /** What is in the fields becomes a document, which is checked and saved; one at a time. */
  private async save(): Promise<void> {
    if (this.saving || this.dirty === 'no') return;
    this.saving = true;
    const from = this.dirty;
    this.dirty = 'no';
    try {
      const document =
        from === 'tree' ? (await send<Draft>(call, 'POST', '/api/studies/write', { tree: this.draft.tree })).document : this.text.value;
      const view = await send<Study>(call, 'PUT', `/api/studies/${this.study.slug}`, { document, revision: this.study.revision });
      this.study.revision = view.revision;
      this.told.replaceChildren();
      if (this.dirty === 'no') this.take(view, from);
    } catch (cause) {
      this.dirty = this.dirty === 'no' ? from : this.dirty;
      this.saved.textContent = 'Not saved';
      this.told.replaceChildren(notice(tell(cause), button('Try again', () => void this.save())));
      this.saving = false;
      return;
    }
    this.saving = false;
    if (this.dirty !== 'no') void this.save();
  }

  private take(view: Study, from: 'tree' | 'text'): void {
    this.saved.textContent = 'Saved';
    const tree = this.draft.tree;
    this.draft = view.draft;
    if (from === 'tree') {
      // the fields hold on to the tree they were made from
      if (tree) this.draft.tree = tree;
      this.text.value = view.draft.document;
      this.drawOutline();
    } else {
      if (this.draft.tree && !stages(this.draft.tree).some((place) => same(place, this.place)) && this.place.path.includes('[')) {
        this.place = placeOf(this.draft.tree, this.place.path);
      }
      this.drawOutline();
      this.drawForm();
      this.drawPreview();
    }
    this.drawProblems();
  }

  /** Resolves when everything is saved. */
  private async settled(): Promise<void> {
    window.clearTimeout(this.timer);
    await this.save();
    for (let i = 0; i < 100 && (this.saving || this.dirty !== 'no'); i++) {
      await new Promise((done) => window.setTimeout(done, 100));
    }
    if (this.dirty !== 'no') toast('The study could not be saved');
  }
}

/** How well a field fits a path: how much of it they share. */
function nearness(field: HTMLElement, path: string): number {
  const own = field.dataset.path ?? '';
  return own === path ? 1e6 : own.startsWith(path) ? 1e3 - own.length : own.length;
}
