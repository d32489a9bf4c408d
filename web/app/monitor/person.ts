/** One participant: the path with its times, answers and what was played, and whether the answers count. */

import { call, getJson, tell } from '../api';
import { button, el, find, toast } from '../ui/dom';
import { notice } from '../ui/notice';
import { send } from '../studies/types';
import { svg } from './charts';
import { studyNav } from './nav';
import { table } from './parts';
import { FLAGS, STANDINGS, type Answered, type Participant } from './types';
import { moment, seconds, time } from './words';

const LANE = 14;
const OUTCOMES: Record<string, string> = { passed: 'passed', failed: 'failed', 'not-run': 'not run' };
const PURPOSES: Record<string, string> = { training: 'training', repeated: 'shown again', planted: 'planted' };

export function startPerson(): void {
  const root = find('#monitor');
  const { slug = '', title = '', pseudonym = '' } = root.dataset;
  const path = `/api/studies/${slug}/participants/${pseudonym}`;
  const told = el('div', { role: 'alert' });
  const body = el('div', { class: 'parts' });
  root.replaceChildren(el('h1', {}, pseudonym), el('p', { class: 'soft' }, title), studyNav(slug, 'participants', true), told, body);
  const load = (): Promise<void> =>
    getJson<Participant>(path).then(
      (now) => body.replaceChildren(...draw(now, path, load)),
      (cause: unknown) => told.replaceChildren(notice(tell(cause), el('a', { class: 'button', href: `/studies/${slug}/participants` }, 'All participants'))),
    );
  void load();
}

function draw(now: Participant, path: string, load: () => Promise<void>): HTMLElement[] {
  return [
    el('div', { class: 'two' }, about(now), decision(now, path, load)),
    el('div', { class: 'two' }, odd(now), checks(now)),
    section('Path', 'path', way(now)),
  ];
}

function section(title: string, id: string, ...content: (Node | string)[]): HTMLElement {
  return el('section', { class: 'part', 'aria-labelledby': id }, el('h2', { id }, title), el('div', { class: 'part-body' }, ...content));
}

function facts(all: [string, string][]): HTMLElement {
  return el('dl', { class: 'known' }, ...all.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

function about(now: Participant): HTMLElement {
  const { person } = now;
  const device = now.device;
  const all: [string, string][] = [
    ['Stands', `${STANDINGS[person.standing] ?? person.standing}${now.endedBy ? `, by ${now.endedBy}` : ''}`],
    ['Began', moment(person.begun)],
    ['Lasted', seconds(60 * person.minutes)],
    ['Came by', person.way.replace('-', ' ')],
    ['Language', person.language],
    ['Version', String(now.version)],
    ['Pages', person.median === null ? String(person.pages) : `${person.pages}, ${seconds(person.median)} each in the middle`],
  ];
  if (device) {
    all.push(['Screen', `${String(device.width)} × ${String(device.height)}${device.touch ? ', touch' : ''}`], ['Browser', String(device.browser)], ['Time zone', String(device.zone)]);
  }
  return section('Who', 'who', facts(all));
}

function odd(now: Participant): HTMLElement {
  const { flags } = now.person;
  return section(
    'What is odd',
    'odd',
    flags.length === 0
      ? el('p', {}, 'Nothing.')
      : el('ul', { class: 'concerns' }, ...flags.map((flag) => el('li', { 'data-grave': 'yes' }, el('strong', {}, FLAGS[flag.kind] ?? flag.kind), `: ${flag.why}`))),
    el('p', { class: 'soft' }, 'What is odd leaves nobody out. That is decided beside, or by the rules of the study.'),
  );
}

function checks(now: Participant): HTMLElement {
  // what was failed by itself; of the rest, a check that looks at every page would fill the table with one sentence
  const groups = new Map<string, Participant['checks']>();
  for (const one of now.checks) {
    const key = `${one.outcome === 'failed' ? 0 : 1} ${one.id} ${one.outcome}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rows = [...groups.entries()]
    .sort(([a], [b]) => (a[0] === b[0] ? 0 : a < b ? -1 : 1))
    .flatMap(([, all]) => {
      const { id, outcome } = all[0];
      const word = outcome === 'failed' ? el('strong', {}, 'failed') : (OUTCOMES[outcome] ?? outcome);
      return outcome !== 'failed' && all.length > 3
        ? [[id, `${OUTCOMES[outcome] ?? outcome}, ${all.length} times`, `${all[0].reason} And so on.`]]
        : all.map((one, i) => [id, i === 0 ? word : (OUTCOMES[outcome] ?? outcome), one.reason]);
    });
  return section(
    'Checks',
    'checks',
    rows.length === 0
      ? el('p', { class: 'soft' }, now.person.standing === 'going' || now.person.standing === 'dropped' ? 'They are decided when the session ends.' : 'None was run.')
      : table('Checks', ['Check', 'Outcome', 'Why'], rows),
  );
}

/** Leaving out, taking in, and every time that was done. */
function decision(now: Participant, path: string, load: () => Promise<void>): HTMLElement {
  const out = now.person.decision?.excluded ?? false;
  const reason = el('textarea', { name: 'reason', required: true, maxlength: 1000, rows: 2 });
  const told = el('div', { role: 'alert' });
  const go = el('button', { class: 'button main' }, out ? 'Take in again' : 'Leave out');
  const form = el(
    'form',
    { class: 'decide' },
    el('p', {}, out ? 'The answers are left out of the results.' : now.person.decision ? 'The answers count, by hand.' : now.person.rule ? `A rule of the study leaves the answers out. ${now.person.rule}` : 'Nothing was decided by hand, and no rule of the study leaves the answers out.'),
    el('label', { class: 'field' }, el('span', {}, out ? 'Why they are taken in again' : 'Why they are left out'), reason, el('small', { class: 'soft' }, 'Whoever reads the results sees this. Nothing is deleted.')),
    told,
    el('p', {}, go),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go.setAttribute('aria-busy', 'true');
    send<unknown>(call, 'POST', `${path}/exclusions`, { excluded: !out, reason: reason.value }).then(
      () => {
        toast(out ? 'Taken in again' : 'Left out');
        void load().then(() => document.querySelector<HTMLElement>('#decision')?.focus());
      },
      (cause: unknown) => {
        go.removeAttribute('aria-busy');
        told.replaceChildren(notice(tell(cause), button('Dismiss', () => told.replaceChildren())));
      },
    );
  });
  const history = now.history.map((one) =>
    el('li', {}, el('strong', {}, one.excluded ? 'Left out' : 'Taken in'), `, ${moment(one.at)}${one.by ? `, by ${one.by}` : ''}: ${one.reason}`),
  );
  const made = section('Whether it counts', 'decision', form, ...(history.length > 0 ? [el('h3', {}, 'Decided before'), el('ol', { class: 'history' }, ...history)] : []));
  made.querySelector('h2')?.setAttribute('tabindex', '-1');
  return made;
}

function way(now: Participant): HTMLElement {
  if (now.answers.length === 0) return el('p', {}, 'Nothing was answered.');
  const judged = now.answers.filter((one) => one.clips.length > 0);
  const lengths = judged.map((one) => Math.max(one.took ?? 0, ...one.played.map((span) => span.lasted))).sort((a, b) => a - b);
  // one scale for all pages; a pause in the middle of one must not make the others unreadable
  const scale = lengths.length === 0 ? 1 : Math.max(1, Math.min(lengths[lengths.length - 1], 3 * lengths[Math.floor(lengths.length / 2)]));
  return el(
    'ol',
    { class: 'path' },
    ...now.answers.map((one) =>
      el(
        'li',
        {},
        el(
          'div',
          { class: 'step' },
          el('strong', {}, one.step),
          el('span', { class: 'soft' }, [one.item, one.clips.length === 1 ? one.clips[0].condition : null, one.purpose ? PURPOSES[one.purpose] : null].filter(Boolean).join(', ')),
          el('span', { class: 'soft' }, `${one.took === null ? '' : `${seconds(one.took)}, `}${time(one.at)}`),
        ),
        given(one),
        one.clips.length > 0 ? timeline(one, scale) : null,
      ),
    ),
  );
}

/** What was answered, in words. */
function given(one: Answered): HTMLElement {
  const values = one.given.values as Record<string, unknown> | undefined;
  const all = Object.entries(values ?? one.given).filter(([key]) => key !== 'digest' && key !== 'read');
  const condition = (slot: string): string => {
    const clip = one.clips.find((each) => each.slot === slot);
    return clip ? `${slot} (${clip.condition})` : slot;
  };
  const word = (value: unknown): string => {
    if (typeof value === 'string') return condition(value);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(word).join(', ');
    if (value !== null && typeof value === 'object') return Object.entries(value).map(([key, each]) => `${key} ${word(each)}`).join(', ');
    return String(value);
  };
  if (all.length === 0) return el('p', { class: 'given' }, 'Read.');
  return el('p', { class: 'given' }, all.map(([key, value]) => `${condition(key)}: ${word(value)}`).join(' · '));
}

/** A lane for each clip, with a bar where it played. */
function timeline(one: Answered, scale: number): HTMLElement {
  const heard = (slot: string): number => one.played.filter((span) => span.slot === slot).reduce((sum, span) => sum + Math.max(0, span.to - span.from), 0);
  const words = one.clips.map((clip) => `${clip.slot} ${seconds(heard(clip.slot))} of ${seconds(clip.seconds)}`).join(', ');
  const width = 640;
  const height = LANE * one.clips.length + 2;
  const x = (at: number): number => (width * Math.min(at, scale)) / scale;
  const marks: Node[] = [];
  one.clips.forEach((clip, i) => {
    const y = LANE * i + 1;
    const end = one.took === null ? width : x(one.took);
    marks.push(svg('line', { class: 'grid', x1: 0, x2: end, y1: y + LANE / 2, y2: y + LANE / 2 }));
    for (const span of one.played.filter((each) => each.slot === clip.slot)) {
      if (span.begun > scale) continue;
      marks.push(svg('rect', { class: 'full', x: x(span.begun), y: y + 2, width: Math.max(1.5, x(span.lasted) - x(span.begun)), height: LANE - 4 }));
    }
  });
  const names = el('span', { class: 'log-names', 'aria-hidden': 'true' }, ...one.clips.map((clip) => el('span', {}, clip.slot)));
  const drawn = svg('svg', { viewBox: `0 0 ${width} ${height}`, height, preserveAspectRatio: 'none', role: 'img', 'aria-label': `Played: ${words}` }, ...marks);
  return el('div', { class: 'log' }, names, drawn, el('small', { class: 'soft' }, one.played.length === 0 ? 'Nothing was played.' : `Played: ${words}`));
}
