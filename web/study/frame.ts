import { el } from '../app/ui/dom';
import type { Standing } from './answers/outbox';
import type { State } from './api';
import type { View } from './steps/view';
import { words } from './words/words';

/** What surrounds every page: how far it is, whether the answers are saved, the button that goes on. */
export class Frame {
  private readonly bar = el('div', { class: 'bar steps', role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': 100 }, el('i'));
  private readonly left = el('p', { class: 'small soft' });
  private readonly standing = el('p', { class: 'small standing', role: 'status' });
  private readonly top = el('header', { class: 'top page' }, this.bar, el('div', { class: 'between' }, this.left, this.standing));
  /** what the server said in it before this came stays until there is something to show */
  private readonly main = document.querySelector('main') ?? el('main', { id: 'main', class: 'page' });
  private readonly hint = el('p', { class: 'hint small', role: 'status' });
  private readonly button = el('button', { type: 'button', class: 'button main' });
  private readonly onward = el('footer', { class: 'onward' }, el('div', { class: 'page' }, this.hint, this.button));
  private readonly foot = el('div', { class: 'page foot' });
  private act: () => void = () => undefined;

  constructor() {
    this.button.addEventListener('click', () => this.act());
    // what the server says above the page of a preview stays there
    const preview = document.querySelector('.preview');
    document.body.replaceChildren(...(preview ? [preview] : []), this.top, this.main, this.foot, this.onward);
    this.top.hidden = true;
    this.onward.hidden = true;
  }

  /** Shows how far the session is; what is answered but not yet confirmed counts as answered. */
  progress({ progress }: State, ahead: number, seconds: number): void {
    const done = progress.done + ahead;
    const all = Math.max(1, progress.done + progress.ahead);
    const share = Math.min(1, done / all);
    this.top.hidden = false;
    this.bar.style.setProperty('--share', String(share));
    this.bar.setAttribute('aria-label', words.progress);
    this.bar.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    this.left.textContent = words.left(Math.max(0, progress.secondsLeft - seconds));
    this.bar.setAttribute('aria-valuetext', `${Math.round(share * 100)} %, ${this.left.textContent}`);
  }

  /** Says where the answers are; "saved" is said by nobody but the server. */
  say(standing: Standing | null): void {
    const text = standing === null ? '' : words[standing];
    if (this.standing.textContent !== text) this.standing.textContent = text;
    this.standing.dataset.standing = standing ?? '';
  }

  show({ heading, above, element, next }: View, act: () => void): void {
    const title = el('h1', { tabindex: -1 }, heading);
    this.main.classList.remove('shell');
    this.main.removeAttribute('aria-busy');
    this.main.replaceChildren(...[above ? el('p', { class: 'small soft above' }, above) : null, title, element].filter((one) => one !== null));
    this.act = act;
    this.missing('');
    this.onward.hidden = next === null;
    this.button.textContent = next ?? '';
    this.busy(false);
    window.scrollTo(0, 0);
    title.focus({ preventScroll: true });
  }

  /** A page without an answer: a problem, a wait, the end. */
  tell(heading: string, ...content: (Node | string | null)[]): void {
    const element = el('div', { class: 'told' }, ...content);
    this.show({ heading, element, next: null, missing: () => null, answer: () => null }, () => undefined);
  }

  missing(why: string): void {
    this.hint.textContent = why;
  }

  busy(on: boolean): void {
    this.button.setAttribute('aria-busy', String(on));
  }

  /** What stands below every page. */
  below(...content: Node[]): void {
    this.foot.replaceChildren(...content);
  }
}
