/** Publishing a study: what gets frozen, whether it takes participants, and whom it invites. */

import { call, getJson, tell } from '../api';
import { confirm } from '../ui/dialog';
import { button, el, toast } from '../ui/dom';
import { notice } from '../ui/notice';
import { askToFreeze } from './freeze';
import { send, type Block, type Plan, type Published, type Report, type Study } from './types';

export function publishing(study: Study, tree: () => Block | null, settled: () => Promise<void>): HTMLElement {
  const path = `/api/studies/${study.slug}`;
  const told = el('div', { role: 'alert' });
  const frozen = el('div', { class: 'frozen' });
  const walked = el('div', { class: 'frozen' });
  const editions = el('div', { class: 'editions' });
  const fail = (cause: unknown): void => told.replaceChildren(notice(tell(cause)));

  const plan = async (): Promise<void> => {
    told.replaceChildren();
    try {
      await settled();
      const now = await getJson<Plan>(`${path}/publication`);
      show(now, now.obstacles.length > 0 ? { items: [], obstacles: [] } : await getJson<Report>(`${path}/stimuli`));
    } catch (cause) {
      fail(cause);
    }
  };

  const show = (now: Plan, report: Report): void => {
    frozen.replaceChildren();
    if (now.obstacles.length > 0) {
      frozen.append(
        el('div', { class: 'notice' }, el('h3', {}, 'It cannot be published yet'), el('ul', {}, ...now.obstacles.map((one) => el('li', {}, one)))),
      );
    } else {
      askToFreeze(now, tree() ?? {}, report, () => void publish(now));
    }
  };

  /** The page of a preview opens by a link: a page that opens by itself is often kept from opening. */
  const walk = async (): Promise<void> => {
    told.replaceChildren();
    try {
      await settled();
      const { link } = await send<{ link: string }>(call, 'POST', `${path}/preview`);
      const open = el('a', { class: 'button', href: link, target: '_blank', rel: 'noopener' }, 'Open the preview');
      walked.replaceChildren(el('p', {}, 'It is walked like the study itself, by whoever has this link, for two days. Nothing of it is counted or exported.'), el('p', { class: 'row' }, open));
      open.focus();
    } catch (cause) {
      fail(cause);
    }
  };

  const publish = async (now: Plan): Promise<void> => {
    try {
      await send<Published>(call, 'POST', `${path}/publication`, { digest: now.digest });
      const view = await getJson<Study>(path);
      frozen.replaceChildren();
      draw(view.editions);
      toast(`Version ${now.version} is published`);
    } catch (cause) {
      fail(cause);
    }
  };

  const change = async (state: string): Promise<void> => {
    if (state === 'closed' && !(await confirm('Close this study?', 'Nobody can begin any more, and it cannot be opened again.', 'Close it'))) return;
    try {
      draw(await send<Published[]>(call, 'PUT', `${path}/state`, { state }));
    } catch (cause) {
      fail(cause);
    }
  };

  const draw = (all: Published[]): void => {
    const latest = all[0];
    if (!latest) {
      editions.replaceChildren(el('p', { class: 'soft' }, 'Nothing is published yet.'));
      return;
    }
    const link = new URL(study.link, location.href).href;
    editions.replaceChildren(
      el('p', {}, `Version ${latest.version} is `, el('strong', {}, latest.state), '. Participants begin at ', el('a', { href: study.link }, link)),
      el(
        'div',
        { class: 'row' },
        button('Copy the link', () => void navigator.clipboard?.writeText(link).then(() => toast('Copied'))),
        ...(latest.state === 'open' ? [button('Pause', () => void change('paused'))] : []),
        ...(latest.state === 'paused' ? [button('Open', () => void change('open'), 'main')] : []),
        ...(latest.state === 'closed' ? [] : [button('Close for good', () => void change('closed'))]),
      ),
      ...(all.length > 1 ? [el('details', {}, el('summary', {}, 'All versions'), el('ul', {}, ...all.map(line)))] : []),
      ...(latest.state === 'closed' ? [] : [invitations(path, study, fail)]),
    );
  };

  const line = (one: Published): HTMLElement =>
    el(
      'li',
      {},
      `Version ${one.version}, ${one.state}, published on ${new Date(one.publishedAt).toLocaleDateString()}, `,
      el('code', { title: one.digest }, `${one.digest.slice(0, 12)}…`),
    );

  draw(study.editions);
  return el(
    'section',
    { class: 'stage-of-study', 'aria-labelledby': 'publish-title' },
    el('h2', { id: 'publish-title' }, 'Publishing'),
    told,
    editions,
    el('p', { class: 'row' }, button('Publish …', () => void plan(), 'main'), button('Walk it as a participant', () => void walk())),
    walked,
    frozen,
  );
}

function invitations(path: string, study: Study, fail: (cause: unknown) => void): HTMLElement {
  const count = el('input', { type: 'number', min: 1, max: 10000, value: 10, required: true });
  const note = el('input', { type: 'text', maxlength: 200, autocomplete: 'off' });
  const form = el(
    'form',
    { class: 'invite' },
    el('label', { class: 'field' }, el('span', {}, 'How many'), count),
    el('label', { class: 'field' }, el('span', {}, 'Whom they are for'), note),
    el('button', { class: 'button' }, 'Make links'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    call(`${path}/invitations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/csv, application/json' },
      body: JSON.stringify({ count: Number(count.value), note: note.value }),
    })
      .then((answer) => answer.blob())
      .then((csv) => {
        const address = URL.createObjectURL(csv);
        el('a', { href: address, download: `${study.slug}-invitations.csv` }).click();
        window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
        toast('The links are in the file; they are not shown again');
      })
      .catch(fail);
  });
  return el('details', {}, el('summary', {}, `Links for one person each${study.invited > 0 ? ` (${study.invited} made)` : ''}`), form);
}
