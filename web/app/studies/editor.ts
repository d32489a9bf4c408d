/** The editor of a study: its parts, fields for one of them, the page as participants see it, and the document itself. */

import { getJson, inlined, tell } from '../api';
import { studyNav } from '../monitor/nav';
import { el, find } from '../ui/dom';
import { notice } from '../ui/notice';
import { type Editing, fieldsFor, properties } from './form';
import { FIRST, outline, placeOf, type Place, same, stages } from './outline';
import { preview } from './preview';
import { drawProblems, markFields } from './problems';
import { publishing } from './publish';
import { type Edited, Saving } from './saving';
import { type Schema, Schemas } from './schema';
import { stimuli } from './stimuli';
import { textOf, type Draft, type Finding, type Study } from './types';
import { type YamlView, yamlView } from './yaml';

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
  private place: Place = FIRST;
  private language: string;
  private readonly saving: Saving;
  private readonly yaml: YamlView;
  private readonly title: HTMLElement;
  private readonly problems = el('section', { class: 'problems', 'aria-label': 'Problems' });
  private readonly left = el('div', { class: 'editor-left' });
  private readonly middle = el('div', { class: 'editor-middle' });
  private readonly right = el('section', { class: 'editor-right', 'aria-label': 'As participants see it' });

  constructor(
    private readonly study: Study,
    private readonly schemas: Schemas,
  ) {
    this.draft = study.draft;
    this.language = textOf((study.draft.tree?.languages as string[] | undefined)?.[0]) || 'en';
    this.yaml = yamlView(this.draft.document, () => this.saving.changed('text'));
    this.title = el('h1', {}, study.title);
    this.saving = new Saving(study, {
      tree: () => this.draft.tree ?? {},
      text: () => this.yaml.text.value,
      saved: (view, from) => this.take(view, from),
      replaced: (view) => this.replaced(view),
    });
    find('#editor').replaceChildren(
      el('div', { class: 'studies-head' }, this.title, this.saving.status),
      studyNav(study.slug, 'write'),
      this.saving.told,
      this.problems,
      el('div', { class: 'editor-parts' }, this.left, this.middle, this.right),
      this.yaml.element,
      stimuli(
        study,
        () => this.saving.settled(),
        (view) => {
          this.saving.adopt(view);
          this.replaced(view);
        },
      ),
      publishing(study, () => this.draft.tree, () => this.saving.settled()),
    );
    this.drawAll();
  }

  private editing(): Editing {
    return {
      schemas: this.schemas,
      tree: this.draft.tree ?? {},
      files: () => this.study.files.map((file) => file.name),
      changed: () => {
        this.saving.changed('tree');
        this.drawPreview();
      },
      reshaped: (focus) => {
        this.saving.changed('tree');
        this.drawAll();
        if (focus === undefined) this.middle.querySelector('h2')?.focus();
        else this.reveal(focus);
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
      tree
        ? outline(tree, this.place, this.draft.findings, (place) => this.choose(place))
        : el('p', {}, 'The document cannot be shown in parts, because it is no YAML. Correct it below; the line with the problem is named above.'),
    );
    if (!tree) this.yaml.element.open = true;
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
    } else {
      this.middle.replaceChildren(heading, el('p', { class: 'soft' }, 'What stands here cannot be shown as fields; it can be changed in the document as YAML below.'));
    }
    markFields(this.middle, this.draft.findings);
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
      el('div', { class: 'studies-head' }, el('h2', {}, 'As participants see it'), select.length > 1 ? select : null),
      preview(tree, this.place, this.language),
    );
  }

  private drawProblems(): void {
    drawProblems(this.problems, this.draft.findings, (finding) => this.jump(finding));
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
    this.yaml.show(finding.line, finding.column);
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
    markFields(this.middle, this.draft.findings);
    const fields = [...this.middle.querySelectorAll<HTMLElement>('[data-path]')].filter((one) => {
      const own = one.dataset.path ?? '';
      return own.startsWith(path) || path.startsWith(own);
    });
    const best = fields.sort((a, b) => nearness(b, path) - nearness(a, path))[0];
    const target = best instanceof HTMLDetailsElement ? best.querySelector<HTMLElement>('input, select, textarea') ?? best.querySelector('summary') : best;
    target?.focus();
    return target !== undefined && target !== null;
  }

  /** What was edited is saved: the fields stay, everything that is told about them is drawn again. */
  private take(view: Study, from: Edited): void {
    if (from === 'text') {
      this.replaced(view);
      return;
    }
    // the fields hold on to the tree they were made from
    this.draft = { ...view.draft, tree: this.draft.tree };
    this.yaml.set(view.draft.document);
    this.title.textContent = view.title;
    this.drawOutline();
    this.drawProblems();
    markFields(this.middle, this.draft.findings);
  }

  /** The document is another one: everything is drawn again, and whoever is typing goes on where they were. */
  private replaced(view: Study): void {
    const typing = document.activeElement;
    const path = typing instanceof HTMLElement && this.middle.contains(typing) ? typing.dataset.path : undefined;
    const at = typing instanceof HTMLInputElement || typing instanceof HTMLTextAreaElement ? typing.selectionStart : null;
    this.draft = view.draft;
    this.study.files = view.files;
    this.title.textContent = view.title;
    this.yaml.set(view.draft.document);
    const tree = this.draft.tree;
    if (tree && this.place.path !== '' && !stages(tree).some((place) => same(place, this.place))) {
      this.place = placeOf(tree, this.place.path);
    }
    this.drawAll();
    if (path === undefined || !this.reveal(path)) return;
    const again = document.activeElement;
    const text = again instanceof HTMLTextAreaElement || (again instanceof HTMLInputElement && again.type === 'text');
    if (text && again.dataset.path === path) again.setSelectionRange(at, at);
  }
}

/** How well a field fits a path: how much of it they share. */
function nearness(field: HTMLElement, path: string): number {
  const own = field.dataset.path ?? '';
  return own === path ? 1e6 : own.startsWith(path) ? 1e3 - own.length : own.length;
}
