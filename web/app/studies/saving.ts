/** Saves what is being edited, one request at a time; when somebody else has saved meanwhile, nothing of either is lost. */

import { call, getJson, Problem, tell } from '../api';
import { button, el, toast } from '../ui/dom';
import { notice } from '../ui/notice';
import { equal, merge, type Clash } from './merge';
import { send, type Block, type Draft, type Study, type Value } from './types';

const PAUSE = 500;

export type Edited = 'tree' | 'text';

interface Editor {
  tree(): Block;
  text(): string;
  /** what was saved came back */
  saved(view: Study, from: Edited): void;
  /** the document is another one now */
  replaced(view: Study): void;
}

export class Saving {
  readonly status = el('p', { class: 'soft saved', role: 'status' }, 'Saved');
  readonly told = el('div', { role: 'alert' });
  private base: Draft;
  private revision: number;
  private timer = 0;
  private busy = false;
  private asking = false;
  private dirty: 'no' | Edited = 'no';

  constructor(
    private readonly study: Study,
    private readonly editor: Editor,
  ) {
    this.base = structuredClone(study.draft);
    this.revision = study.revision;
    window.addEventListener('beforeunload', (event) => {
      if (this.dirty !== 'no' || this.busy) event.preventDefault();
    });
  }

  /** To be called after each change. */
  changed(what: Edited): void {
    this.dirty = what;
    if (this.asking) return;
    this.status.textContent = 'Not saved yet';
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), PAUSE);
  }

  /** Another version was saved by the server itself. */
  adopt(view: Study): void {
    this.base = structuredClone(view.draft);
    this.revision = view.revision;
    this.study.revision = view.revision;
  }

  /** Resolves when everything is saved; rejects when it cannot be. */
  async settled(): Promise<void> {
    window.clearTimeout(this.timer);
    await this.save();
    for (let i = 0; i < 100 && (this.busy || (this.dirty !== 'no' && !this.asking)); i++) {
      await new Promise((done) => window.setTimeout(done, 100));
    }
    if (this.dirty !== 'no') throw new Problem({ title: 'The study is not saved', detail: 'What stands above says why; nothing you wrote is lost.' });
  }

  private async save(): Promise<void> {
    if (this.busy || this.asking || this.dirty === 'no') return;
    this.busy = true;
    const from = this.dirty;
    this.dirty = 'no';
    try {
      const tree = from === 'tree' ? structuredClone(this.editor.tree()) : null;
      const document = tree ? (await this.write(tree, this.base.document)).document : this.editor.text();
      const view = await this.put(document);
      this.told.replaceChildren();
      this.adopt(view);
      if (this.dirty === 'no') {
        this.status.textContent = 'Saved';
        this.editor.saved(view, from);
      }
      this.busy = false;
    } catch (cause) {
      this.dirty = this.dirty === 'no' ? from : this.dirty;
      this.busy = false;
      await this.failed(cause, from);
      return;
    }
    if (this.dirty !== 'no') void this.save();
  }

  private write(tree: Block, document: string): Promise<Draft> {
    return send<Draft>(call, 'POST', '/api/studies/write', { tree, document });
  }

  private put(document: string): Promise<Study> {
    return send<Study>(call, 'PUT', `/api/studies/${this.study.slug}`, { document, revision: this.revision });
  }

  private async failed(cause: unknown, from: Edited): Promise<void> {
    this.status.textContent = 'Not saved';
    const told = tell(cause);
    if (told.status !== 409) {
      this.told.replaceChildren(notice(told, button('Try again', () => void this.save())));
      return;
    }
    try {
      const theirs = await getJson<Study>(`/api/studies/${this.study.slug}`);
      this.meet(theirs, from);
    } catch (again) {
      this.told.replaceChildren(notice(tell(again), button('Try again', () => void this.save())));
    }
  }

  /** Two have written: together where they wrote different things, by choice where they wrote the same one. */
  private meet(theirs: Study, from: Edited): void {
    const base = this.base.tree;
    const other = theirs.draft.tree;
    if (from === 'text' || !base || !other) {
      this.askForOne(theirs);
      return;
    }
    const { tree, clashes } = merge(base, this.editor.tree(), other);
    if (clashes.length === 0) void this.take(theirs, tree);
    else this.askForEach(theirs, clashes, base, other);
  }

  private async take(theirs: Study, tree: Block): Promise<void> {
    this.asking = false;
    this.busy = true;
    this.revision = theirs.revision;
    const before = structuredClone(this.editor.tree());
    try {
      const merged = equal(tree, theirs.draft.tree ?? {}) ? theirs.draft.document : (await this.write(tree, theirs.draft.document)).document;
      const view = await this.put(merged);
      this.adopt(view);
      this.busy = false;
      this.told.replaceChildren();
      // what was typed while this was saved is a change of its own
      const since = this.editor.tree();
      const typed = !equal(before, since);
      if (typed && view.draft.tree) view.draft.tree = merge(before, since, view.draft.tree).tree;
      this.dirty = 'no';
      this.status.textContent = 'Saved';
      this.editor.replaced(view);
      if (typed) this.changed('tree');
      toast('Somebody else has changed this study too; both changes are in it');
    } catch (cause) {
      this.busy = false;
      this.dirty = 'tree';
      await this.failed(cause, 'tree');
    }
  }

  private askForEach(theirs: Study, clashes: Clash[], base: Block, other: Block): void {
    this.asking = true;
    const taken = new Set<string>();
    const choices = clashes.map((clash, i) => {
      const one = (words: string, value: Value | undefined, theirsToo: boolean): HTMLElement => {
        const radio = el('input', { type: 'radio', name: `clash-${i}`, checked: !theirsToo });
        radio.addEventListener('change', () => (theirsToo ? taken.add(clash.path) : taken.delete(clash.path)));
        return el('label', { class: 'check' }, radio, el('span', {}, el('strong', {}, words), ' ', inWords(value)));
      };
      return el('fieldset', {}, el('legend', { class: 'label' }, clash.path), one('Yours:', clash.mine, false), one('Theirs:', clash.theirs, true));
    });
    this.told.replaceChildren(
      el(
        'div',
        { class: 'notice clashes' },
        el('h2', {}, 'Somebody else has changed the same'),
        el('p', {}, 'Everything else is put together by itself. Which of these is to stay?'),
        ...choices,
        el('div', { class: 'row' }, button('Save', () => void this.take(theirs, merge(base, this.editor.tree(), other, taken).tree), 'main')),
      ),
    );
  }

  private askForOne(theirs: Study): void {
    this.asking = true;
    const mine = this.editor.text();
    this.told.replaceChildren(
      el(
        'div',
        { class: 'notice clashes' },
        el('h2', {}, 'Somebody else has saved this study'),
        el('p', {}, 'It was saved in another window since you opened it. One of the two documents goes on here, the other is downloaded as a file.'),
        el(
          'div',
          { class: 'row' },
          button(
            'Go on with mine',
            () => {
              download(`${this.study.slug}-theirs.yaml`, theirs.draft.document);
              this.asking = false;
              this.revision = theirs.revision;
              this.base = structuredClone(theirs.draft);
              this.changed('text');
            },
            'main',
          ),
          button('Go on with theirs', () => {
            download(`${this.study.slug}-mine.yaml`, mine);
            this.asking = false;
            this.dirty = 'no';
            this.adopt(theirs);
            this.told.replaceChildren();
            this.status.textContent = 'Saved';
            this.editor.replaced(theirs);
          }),
        ),
      ),
    );
  }
}

function inWords(value: Value | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function download(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/yaml' }));
  el('a', { href: address, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
