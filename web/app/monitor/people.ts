/** The participants of a study: who is odd, who counts. Stays still until somebody asks for what is new. */

import { getJson, tell } from '../api';
import { button, el, find } from '../ui/dom';
import { notice } from '../ui/notice';
import { studyNav } from './nav';
import { versions } from './parts';
import { FLAGS, STANDINGS, type People, type Person } from './types';
import { count, moment, seconds } from './words';

const ASK = 10_000;
const PAUSE = 300;

const ORDERS: [string, string][] = [
  ['-begun', 'Last begun first'],
  ['begun', 'First begun first'],
  ['-flags', 'Most oddities first'],
  ['median', 'Fastest first'],
  ['-median', 'Slowest first'],
  ['-minutes', 'Longest first'],
  ['-answers', 'Most answers first'],
  ['standing', 'How they stand'],
  ['pseudonym', 'Pseudonym'],
];

export function startPeople(): void {
  const root = find('#monitor');
  new List(root, root.dataset.slug ?? '', root.dataset.title ?? '').begin();
}

class List {
  private readonly asked = new URLSearchParams(location.search);
  private readonly told = el('div', { role: 'alert' });
  private readonly total = el('p', { class: 'soft', role: 'status' });
  private readonly place = el('div', { class: 'people' });
  private readonly paging = el('nav', { class: 'row', 'aria-label': 'Pages' });
  private readonly news: HTMLElement;
  private readonly version = el('span');
  private shown = '';
  private pause = 0;

  constructor(
    root: HTMLElement,
    private readonly slug: string,
    title: string,
  ) {
    this.news = button('Show what is new', () => void this.load(), 'main news');
    this.news.hidden = true;
    root.replaceChildren(
      el('h1', {}, title),
      studyNav(slug, 'participants'),
      this.form(),
      this.told,
      el('div', { class: 'row spread' }, this.total, this.version),
      this.place,
      this.paging,
      this.news,
    );
  }

  begin(): void {
    void this.load();
    window.setInterval(() => {
      if (!document.hidden) void this.look();
    }, ASK);
  }

  private form(): HTMLElement {
    const choice = (name: string, words: string, options: [string, string][], otherwise = ''): HTMLElement => {
      const select = el('select', { name });
      select.append(...options.map(([value, label]) => el('option', { value, selected: (this.asked.get(name) ?? otherwise) === value }, label)));
      return el('label', { class: 'field' }, el('span', {}, words), select);
    };
    const name = el('input', { name: 'name', type: 'search', value: this.asked.get('name') ?? '', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none' });
    const form = el(
      'form',
      { class: 'people-wishes', role: 'search', 'aria-label': 'Participants' },
      choice('flag', 'Odd', [['', 'everybody'], ['any', 'anything odd'], ...Object.entries(FLAGS)]),
      choice('standing', 'Stands', [['', 'anyhow'], ...Object.entries(STANDINGS)]),
      choice('counted', 'Counts', [['', 'or not'], ['open', 'odd, not decided'], ['in', 'not left out'], ['out', 'left out']]),
      choice('sort', 'Order', ORDERS, '-begun'),
      el('label', { class: 'field' }, el('span', {}, 'Pseudonym'), name),
    );
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => {
      window.clearTimeout(this.pause);
      this.pause = window.setTimeout(() => {
        for (const [key, value] of new FormData(form)) this.set(key, String(value));
        this.asked.delete('page');
        void this.load();
      }, PAUSE);
    });
    return form;
  }

  private set(key: string, value: string): void {
    if (value === '' || (key === 'sort' && value === '-begun')) this.asked.delete(key);
    else this.asked.set(key, value);
  }

  private get path(): string {
    return `/api/studies/${this.slug}/participants?${this.asked.toString()}`;
  }

  private async load(): Promise<void> {
    const path = this.path;
    const query = this.asked.toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    try {
      const people = await getJson<People>(path);
      if (path !== this.path) return;
      this.told.replaceChildren();
      this.show(people);
    } catch (cause) {
      this.told.replaceChildren(notice(tell(cause), button('Try again', () => void this.load())));
    }
  }

  /** Whether there is something new; it is not put under the reader's eyes. */
  private async look(): Promise<void> {
    const path = this.path;
    try {
      const people = await getJson<People>(path);
      if (path === this.path && this.shown !== '') this.news.hidden = JSON.stringify(people) === this.shown;
    } catch {
      // what is shown stays; the next look may succeed
    }
  }

  private show(now: People): void {
    this.shown = JSON.stringify(now);
    this.news.hidden = true;
    this.total.textContent = now.total === 1 ? 'One participant' : `${count(now.total)} participants`;
    this.version.replaceChildren(
      versions(now.versions, now.version, (version) => {
        this.asked.set('version', String(version));
        this.asked.delete('page');
        void this.load();
      }) ?? '',
    );
    if (now.total === 0) {
      const filtered = ['flag', 'standing', 'counted', 'name'].some((key) => this.asked.has(key));
      this.place.replaceChildren(
        el('p', { class: 'empty' }, filtered ? 'Nobody is like this.' : 'Nobody has begun yet. Whoever does is listed here, with what is odd about them.'),
      );
      this.paging.replaceChildren();
      return;
    }
    this.place.replaceChildren(
      el(
        'table',
        { class: 'table persons' },
        el('caption', { class: 'unseen' }, 'Participants'),
        el('thead', {}, el('tr', {}, ...['Participant', 'Stands', 'Began', 'Lasted', 'Pages', 'A page', 'Odd', 'Counts'].map((words) => el('th', { scope: 'col' }, words)))),
        el('tbody', {}, ...now.people.map((person) => this.row(person))),
      ),
    );
    const turn = (page: number, words: string): HTMLElement => {
      const made = button(words, () => {
        this.asked.set('page', String(page));
        void this.load().then(() => this.place.scrollIntoView());
      });
      made.disabled = page < 1 || page > now.pages;
      return made;
    };
    this.paging.replaceChildren(
      ...(now.pages > 1 ? [turn(now.page - 1, 'Before'), el('span', {}, `Page ${now.page} of ${now.pages}`), turn(now.page + 1, 'Next')] : []),
    );
  }

  private row(person: Person): HTMLElement {
    const cell = (label: string, ...content: (Node | string)[]): HTMLElement => el('td', { 'data-label': label }, ...content);
    const standing = STANDINGS[person.standing] ?? person.standing;
    const where = person.standing === 'completed' || !person.step ? '' : ` after ${person.step}`;
    return el(
      'tr',
      { 'data-out': person.decision?.excluded || person.rule ? 'yes' : 'no' },
      el('th', { scope: 'row' }, el('a', { href: `/studies/${this.slug}/participants/${person.pseudonym}` }, person.pseudonym)),
      cell('Stands', standing, el('small', { class: 'soft' }, where)),
      cell('Began', moment(person.begun)),
      cell('Lasted', seconds(60 * person.minutes)),
      cell('Pages', count(person.pages)),
      cell('A page', person.median === null ? '–' : seconds(person.median)),
      cell('Odd', person.flags.length === 0 ? '–' : el('span', { class: 'odd', title: person.flags.map((flag) => flag.why).join('\n') }, [...new Set(person.flags.map((flag) => FLAGS[flag.kind] ?? flag.kind))].join(', '))),
      cell('Counts', counts(person), el('small', { class: 'soft' }, ` ${person.decision?.reason ?? person.rule ?? ''}`)),
    );
  }
}

function counts(person: Person): string {
  if (person.decision) return person.decision.excluded ? 'left out' : 'taken in';
  return person.rule ? 'left out by a rule' : '–';
}
