/** Shows exactly what publishing would freeze, before it is frozen. */

import { openDialog } from '../ui/dialog';
import { button, el } from '../ui/dom';
import { named } from './form';
import { blocksOf, isBlock, listOf, textOf, wordsIn, type Block, type Plan, type Report } from './types';

export function askToFreeze(plan: Plan, tree: Block, report: Report, publish: () => void): void {
  const dialog = openDialog(
    `Publish version ${plan.version}?`,
    el('p', {}, 'This gets frozen: the whole document and the very files of all stimuli. It opens to participants at once. It can be paused and closed, but never changed; a change is a new version.'),
    facts(plan, tree),
    changes(plan),
    files(report),
    el(
      'div',
      { class: 'row' },
      button(
        `Publish version ${plan.version}`,
        () => {
          dialog.close();
          publish();
        },
        'main',
      ),
      button('Not yet', () => dialog.close()),
    ),
  );
  dialog.classList.add('freezing');
}

function facts(plan: Plan, tree: Block): HTMLElement {
  const language = textOf(listOf(tree.languages)[0]);
  const ids = (key: string): string =>
    blocksOf(tree[key])
      .map((one) => textOf(one.id) + (one.kind && key !== 'items' ? ` (${named(textOf(one.kind)).toLowerCase()})` : ''))
      .join(', ');
  const tasks = blocksOf(tree.tasks).map((task) => {
    const kind = isBlock(task.paradigm) ? named(textOf(task.paradigm.kind)).toLowerCase() : '';
    const order = isBlock(task.assignment) ? named(textOf(task.assignment.kind)).toLowerCase() : '';
    return `${textOf(task.id)}: ${kind}, ${order}`;
  });
  const recruitment = isBlock(tree.recruitment) ? tree.recruitment : {};
  const ways = blocksOf(recruitment.ways).map((way) => named(textOf(way.kind)).toLowerCase());
  const rows: [string, string][] = [
    ['Title', wordsIn(tree.title, language)],
    ['Languages', listOf(tree.languages).map(textOf).join(', ')],
    ['Conditions', ids('conditions')],
    ['Items', ids('items')],
    ['Tasks', tasks.join('; ')],
    ['Scales', ids('scales')],
    ['Checks', ids('checks')],
    ['Questionnaires', ids('questionnaires')],
    ['Exclusions', ids('exclusions')],
    ['Way through', blocksOf(tree.flow).map((stage) => named(textOf(stage.kind)).toLowerCase()).join(' → ')],
    ['Participants', `${plan.target}, by ${ways.join(', ')}${recruitment.closes ? `, until ${textOf(recruitment.closes)}` : ''}`],
    ['Stimuli', `${plan.stimuli}: ${plan.items} items in ${plan.conditions} conditions, ${(plan.bytes / 1e6).toFixed(1)} MB`],
    ['Fingerprint', plan.digest],
  ];
  return el(
    'dl',
    { class: 'frozen-facts' },
    ...rows.filter(([, value]) => value !== '').flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]),
  );
}

function changes(plan: Plan): HTMLElement {
  if (plan.version === 1) return el('p', { class: 'soft' }, 'It is the first version.');
  const words = plan.pools
    ? 'Answers to both versions may be analysed together.'
    : 'Participants see or do something else: answers to both versions are not to be analysed together.';
  return el(
    'div',
    { class: 'frozen' },
    el('h3', {}, `Since version ${plan.version - 1}`),
    plan.changes.length > 0
      ? el('ul', {}, ...plan.changes.map((one) => el('li', {}, one)))
      : el('p', {}, 'The document says the same; files of stimuli are others.'),
    el('p', {}, words),
  );
}

function files(report: Report): HTMLElement {
  const rows = report.items.flatMap((item) =>
    item.stimuli.map((one) =>
      el(
        'tr',
        {},
        el('td', {}, item.item),
        el('td', {}, one.condition),
        el('td', {}, `${one.seconds.toFixed(2)} s`),
        el('td', { title: one.sha256 }, el('code', {}, `${one.sha256.slice(0, 12)}…`)),
      ),
    ),
  );
  const heads = ['Item', 'Condition', 'Length', 'SHA-256'];
  return el(
    'details',
    {},
    el('summary', {}, `The ${rows.length} files`),
    el(
      'div',
      { class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'Files' },
      el('table', { class: 'table' }, el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))), el('tbody', {}, ...rows)),
    ),
  );
}
