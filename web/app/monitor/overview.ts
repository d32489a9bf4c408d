/** How far a study is, and how healthy; changes by itself while it runs. */

import { tell } from '../api';
import { el, find } from '../ui/dom';
import { notice } from '../ui/notice';
import { columns, spreads, survival } from './charts';
import { type Line, Live } from './live';
import { studyNav } from './nav';
import { folded, Part, table, versions } from './parts';
import { FLAGS, type Balance, type CheckRow, type Day, type Overview, type Progress, type StepRow } from './types';
import { count, day, moment, seconds, share, time } from './words';

const STATES: Record<string, string> = { open: 'open', paused: 'paused', closed: 'closed' };

export function startMonitor(): void {
  const root = find('#monitor');
  const slug = root.dataset.slug ?? '';
  const title = root.dataset.title ?? slug;
  const version = new URLSearchParams(location.search).get('version');
  const page = new Page(root, slug, title);
  new Live(
    `/api/studies/${slug}/monitor`,
    version ? `?version=${encodeURIComponent(version)}` : '',
    (overview) => page.show(overview),
    (line, cause) => page.standing(line, cause),
  ).start();
}

class Page {
  private readonly line = el('p', { class: 'soft line', role: 'status' }, 'Counting …');
  private readonly state = el('p', { class: 'row' });
  private readonly told = el('div', { role: 'alert' });
  private readonly body = el('div', { class: 'parts', hidden: true });
  private shown: Overview | null = null;
  private drawn = '';

  private readonly far = new Part<Progress>('How far', 'far', far);
  private readonly health;
  private readonly days = new Part<Day[]>('By day', 'days', byDay);
  private readonly leaving = new Part<StepRow[]>(
    'Where people leave',
    'leaving',
    leaving,
    'The line is how many have answered each step. Somebody who is under way and was not heard of for as long as the slowest took who completed the study, or for as long as the study waits, has gone away. They may come back by their link.',
  );
  private readonly times = new Part<StepRow[]>(
    'Time for each page',
    'times',
    times,
    'The dot is the median, the line reaches from the first to the third quartile (type 7 of Hyndman and Fan). Times are those that the server can confirm.',
  );
  private readonly checks = new Part<CheckRow[]>(
    'Checks',
    'checks',
    checks,
    'Checks are decided when a session ends. A check that could not be run is neither passed nor failed.',
  );
  private readonly balance = new Part<Balance[]>(
    'Balance',
    'balance',
    balance,
    'How often completed sessions have judged each item in each condition. The draw keeps these within one of each other as people complete the study.',
  );
  private readonly hours = new Part<Overview['hours']>('Answers by the hour', 'hours', byHour);

  constructor(
    root: HTMLElement,
    private readonly slug: string,
    title: string,
  ) {
    this.health = new Part<Pick<Overview, 'health' | 'flags' | 'flagged' | 'reviewed' | 'version' | 'link' | 'progress'>>(
      'What to look at',
      'health',
      (shown) => this.concerns(shown),
    );
    root.replaceChildren(
      el('h1', {}, title),
      studyNav(slug, 'monitor'),
      el('div', { class: 'row spread' }, this.state, this.line),
      this.told,
      this.body,
    );
    this.body.append(
      el('div', { class: 'two' }, this.far.place, this.health.place),
      el('div', { class: 'two' }, this.days.place, this.hours.place),
      this.leaving.place,
      this.times.place,
      el('div', { class: 'two' }, this.checks.place, this.balance.place),
    );
  }

  standing(line: Line, cause?: unknown): void {
    const words = { live: 'Live', asking: 'Renewed every few seconds', lost: this.shown ? `Not connected. As of ${time(this.shown.at)}.` : '' }[line];
    if (this.line.textContent !== words) this.line.textContent = words;
    this.line.dataset.line = line;
    if (line !== 'lost') this.told.replaceChildren();
    else if (!this.shown) this.told.replaceChildren(notice(tell(cause), el('a', { class: 'button', href: `/studies/${this.slug}` }, 'To the study')));
  }

  show(now: Overview): void {
    this.shown = now;
    const head = `${now.state} ${now.version} ${now.versions.join()}`;
    if (head !== this.drawn) {
      this.drawn = head;
      this.state.replaceChildren(
        el('span', {}, `Version ${now.version}, ${STATES[now.state] ?? now.state}`),
        versions(now.versions, now.version, (version) => location.assign(`?version=${version}`)) ?? '',
      );
    }
    const begun = now.progress.begun > 0;
    this.body.hidden = false;
    for (const part of [this.days, this.hours, this.leaving, this.times, this.checks, this.balance]) part.place.hidden = !begun;
    this.checks.place.hidden ||= now.checks.length === 0;
    this.times.place.hidden ||= !now.steps.some((step) => step.time);
    this.leaving.place.hidden ||= now.steps.length === 0;
    this.far.show(now.progress);
    this.health.show({ health: now.health, flags: now.flags, flagged: now.flagged, reviewed: now.reviewed, version: now.version, link: now.link, progress: now.progress });
    this.days.show(now.days);
    this.hours.show(now.hours);
    this.leaving.show(now.steps);
    this.times.show(now.steps);
    this.checks.show(now.checks);
    this.balance.show(now.balance);
  }

  private concerns(now: Pick<Overview, 'health' | 'flags' | 'flagged' | 'reviewed' | 'version' | 'link' | 'progress'>): Node[] {
    const list = `/studies/${this.slug}/participants?version=${now.version}`;
    if (now.progress.begun === 0) {
      const link = new URL(now.link, location.href).href;
      return [
        el('p', {}, 'Nobody has begun yet. What happens shows up here by itself, from the first participant on.'),
        el('p', {}, 'Participants begin here: ', el('a', { href: link }, link)),
      ];
    }
    return [
      el('ul', { class: 'concerns' }, ...now.health.map((one) => el('li', { 'data-grave': one.grave ? 'yes' : 'no' }, one.what))),
      now.flagged > 0
        ? el(
            'ul',
            { class: 'kinds' },
            ...Object.entries(now.flags).map(([kind, people]) => el('li', {}, el('a', { href: `${list}&counted=open&flag=${kind}` }, `${FLAGS[kind] ?? kind}: ${count(people)}`))),
          )
        : '',
      el('p', {}, el('a', { class: 'button', href: now.flagged > 0 ? `${list}&counted=open` : list }, now.flagged > 0 ? 'Look at them' : 'All participants'), now.reviewed > 0 ? el('span', { class: 'soft' }, ` ${count(now.reviewed)} decided by hand`) : ''),
    ].filter((one): one is HTMLElement => one !== '');
  }
}

function far(now: Progress): Node[] {
  const bar = el('div', { class: 'bar', 'aria-hidden': 'true' }, el('i'));
  bar.style.setProperty('--share', String(Math.min(1, now.completed / now.target)));
  const rest: [string, number][] = [
    ['under way', now.going],
    ['went away', now.dropped],
    ['declined', now.declined],
    ['screened out', now.screenedOut],
    ['over quota', now.overQuota],
    ['left out by hand', now.excluded],
  ];
  const { expected, earliest, latest, reason } = now.estimate;
  return [
    el('p', { class: 'big' }, el('strong', {}, count(now.completed)), ` of ${count(now.target)} completed`),
    bar,
    el('dl', { class: 'counts' }, ...rest.flatMap(([words, number]) => [el('div', {}, el('dt', {}, words), el('dd', {}, count(number)))])),
    el(
      'p',
      {},
      expected ? el('strong', {}, `Complete around ${day(expected)}`) : null,
      expected && earliest ? `${within(day(earliest), latest ? day(latest) : 'never')}, if it goes on like this. ` : null,
      el('span', { class: 'soft' }, reason),
    ),
    el('p', { class: 'soft' }, `${count(now.begun)} have begun, ${count(now.answers)} answers are saved.`),
  ];
}

function byDay(days: Day[]): Node[] {
  if (days.length === 0) return [el('p', { class: 'soft' }, 'Nobody has begun yet.')];
  const most = days.reduce((a, b) => (b.begun > a.begun ? b : a));
  return [
    el('p', { class: 'key' }, 'Began each day (UTC); filled: completed it.'),
    columns(
      `Participants who began on each of ${days.length} days; most on ${day(most.date)}: ${most.begun}, of whom ${most.completed} completed it.`,
      days.map((one) => ({ name: day(one.date), all: one.begun, part: one.completed })),
    ),
    folded(
      'Table by day',
      table(
        'Participants by the day on which they began',
        ['Day', 'Began', 'Completed', 'Under way', 'Went away', 'Declined', 'Screened out', 'Over quota'],
        [...days].reverse().map((one) => [one.date, one.begun, one.completed, one.going, one.dropped, one.declined, one.screenedOut, one.overQuota]),
      ),
    ),
  ];
}

function byHour(hours: Overview['hours']): Node[] {
  if (hours.length === 0) return [el('p', { class: 'soft' }, 'Nothing was answered in the last two days.')];
  const all = hours.reduce((sum, one) => sum + one.answers, 0);
  const most = hours.reduce((a, b) => (b.answers > a.answers ? b : a));
  const shown = hours.filter((one) => one.answers > 0);
  return [
    el('p', { class: 'key' }, `${count(all)} answers in the last 48 hours.`),
    columns(
      `Answers in each of the last 48 hours, ${all} together; most from ${moment(most.from)}: ${most.answers}.`,
      hours.map((one) => ({ name: new Date(one.from).getHours() % 6 === 0 ? time(one.from) : '', all: one.answers })),
    ),
    folded('Table by hour', table('Answers by the hour', ['From', 'Answers'], [...shown].reverse().map((one) => [moment(one.from), one.answers]))),
  ];
}

function leaving(steps: StepRow[]): Node[] {
  if (steps.length === 0) return [];
  const first = steps[0].answered;
  const last = steps[steps.length - 1].answered;
  return [
    el('p', { class: 'key' }, `How many answered each step, of ${count(steps.length)} steps.`),
    survival(
      `Of ${first} who answered ${steps[0].name}, ${last} answered ${steps[steps.length - 1].name}.`,
      steps.map((one) => ({ name: one.name, here: one.answered, left: one.left })),
    ),
    folded(
      'Table by step',
      table(
        'Answers and departures by step',
        ['Step', 'Answered', 'Went away here', 'Ended here'],
        steps.map((one) => [one.name, one.answered, one.left, one.ended]),
      ),
    ),
  ];
}

function times(steps: StepRow[]): Node[] {
  const timed = steps.flatMap((one) => (one.time ? [{ name: one.name, answered: one.answered, ...one.time }] : []));
  if (timed.length === 0) return [];
  const slowest = timed.reduce((a, b) => (b.median > a.median ? b : a));
  return [
    el('p', { class: 'key' }, `Median and quartiles; the longest is ${slowest.name} with ${seconds(slowest.median)}.`),
    spreads(`Time for each of ${timed.length} steps; the longest median is ${slowest.name} with ${seconds(slowest.median)}.`, timed),
    folded(
      'Table of times',
      table(
        'Time by step',
        ['Step', 'First quartile', 'Median', 'Third quartile', 'Answers'],
        timed.map((one) => [one.name, seconds(one.lower), seconds(one.median), seconds(one.upper), one.answered]),
      ),
    ),
  ];
}

function checks(rows: CheckRow[]): Node[] {
  if (rows.length === 0) return [];
  return [
    table(
      'Outcomes of checks',
      ['Check', 'Participants', 'Failed it', 'Passed', 'Failed', 'Not run'],
      rows.map((one) => [
        el('span', {}, one.id, el('br'), el('small', { class: 'soft' }, one.kind)),
        one.people,
        one.people === 0 ? '–' : `${one.failing} (${share(one.failing, one.people)})`,
        one.passed,
        one.failed,
        one.notRun,
      ]),
    ),
  ];
}

function balance(tasks: Balance[]): Node[] {
  return tasks.flatMap((task) => {
    const words = task.least === task.most ? `each ${count(task.most)} times` : `${count(task.least)} to ${count(task.most)} times`;
    return [
      el('p', {}, el('strong', {}, task.task), ` (${task.plan}): ${words}${task.even ? ', within one.' : ': further apart than one.'}`),
      task.rows.length > 0
        ? folded('Items and conditions', table(`Task ${task.task}: how often each item was judged in each condition`, ['Item', ...task.conditions], task.rows.map((row) => [row.item, ...row.counts])))
        : el('p', { class: 'soft' }, 'Too many items and conditions for a table.'),
    ];
  });
}

/** Where both ends are one day, the day has been said. */
function within(earliest: string, latest: string): string {
  return earliest === latest ? '' : `, between ${earliest} and ${latest}`;
}
