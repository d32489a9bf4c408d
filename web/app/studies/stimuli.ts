/** Files of a study, and the preparation of its stimuli. */

import { call, getJson, tell } from '../api';
import { button, el, toast } from '../ui/dom';
import { notice } from '../ui/notice';
import { send, type Preparation, type Report, type Study } from './types';

const ONCE_IN = 1000;

const size = (bytes: number): string => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
const level = (value: number | null | undefined, digits = 1): string => (value === null || value === undefined ? 'silent' : value.toFixed(digits).replace(/^-(0\.0+)$/, '$1'));

export function stimuli(study: Study, settled: () => Promise<void>, taken: (view: Study) => void): HTMLElement {
  const path = `/api/studies/${study.slug}`;
  const told = el('div', { role: 'alert' });
  const status = el('p', { role: 'status' });
  const meter = el('progress', { max: 1, 'aria-label': 'Preparation' });
  const table = el('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'Levels and lengths' });
  const fail = (cause: unknown): void => told.replaceChildren(notice(tell(cause)));

  const show = async (): Promise<void> => {
    try {
      draw(await getJson<Report>(`${path}/stimuli`));
    } catch {
      table.replaceChildren(el('p', { class: 'soft' }, 'What is ready is shown here once the document has no problems.'));
    }
  };

  const draw = (report: Report): void => {
    const rows = report.items.flatMap((item) =>
      item.stimuli.length === 0
        ? [el('tr', {}, el('th', { scope: 'row' }, item.item), el('td', { colspan: 6, class: 'soft' }, 'not prepared'))]
        : item.stimuli.map((one, i) =>
            el(
              'tr',
              {},
              i === 0 ? el('th', { scope: 'rowgroup', rowspan: item.stimuli.length }, item.item) : null,
              el('td', {}, el('a', { href: `${path}/stimuli/${one.sha256}` }, one.condition)),
              el('td', {}, `${one.seconds.toFixed(2)} s`),
              el('td', {}, size(one.bytes)),
              el('td', {}, level(one.loudness)),
              el('td', {}, level(one.deviation, 2)),
              el('td', {}, level(one.truePeak)),
            ),
          ),
    );
    const heads = ['Item', 'Condition', 'Length', 'Size', 'Loudness, LUFS', 'Off by, LU', 'Peak, dBTP'];
    table.replaceChildren(
      ...report.obstacles.map((obstacle) => el('p', { class: 'notice' }, obstacle)),
      el('table', { class: 'table' }, el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))), el('tbody', {}, ...rows)),
    );
  };

  const follow = (now: Preparation | null | undefined): void => {
    meter.hidden = !now || now.state === 'done' || now.state === 'failed';
    status.textContent = '';
    if (!now) return;
    if (now.state === 'failed') {
      told.replaceChildren(notice({ title: 'The stimuli could not be prepared', detail: now.problem ?? '' }));
    } else if (now.state === 'done') {
      status.textContent = 'Everything that was ordered is prepared.';
    } else {
      if (now.state === 'running') meter.value = now.progress;
      else meter.removeAttribute('value');
      status.textContent = now.state === 'running' ? `Preparing ${now.stage}` : 'Waiting for its turn';
      window.setTimeout(() => void look(), ONCE_IN);
    }
  };

  const look = async (): Promise<void> => {
    try {
      const now = await getJson<Preparation>(`${path}/preparation`);
      follow(now);
      if (now.state === 'done') await show();
    } catch (cause) {
      fail(cause);
    }
  };

  const prepare = button(
    'Prepare stimuli',
    () => {
      told.replaceChildren();
      settled()
        .then(() => send<Preparation>(call, 'POST', `${path}/preparation`))
        .then(follow, fail);
    },
    'main',
  );
  follow(study.preparation);
  void show();
  return el(
    'section',
    { class: 'stage-of-study', 'aria-labelledby': 'stimuli-title' },
    el('h2', { id: 'stimuli-title' }, 'Stimuli'),
    el('p', { class: 'soft' }, 'Every item in every condition, equally long, equally loud and of one size. Only what is missing is made.'),
    told,
    el('div', { class: 'row' }, prepare, meter),
    status,
    table,
    filesOf(study, path, fail, settled, taken),
  );
}

/** Files of one's own: single ones, or a folder whose structure stays in their names. */
function filesOf(
  study: Study,
  path: string,
  fail: (cause: unknown) => void,
  settled: () => Promise<void>,
  taken: (view: Study) => void,
): HTMLElement {
  const list = el('ul', { class: 'files' });
  let files = study.files;
  const keep = (now: Study['files']): void => {
    files = now;
    // the fields offer their names
    study.files = now;
  };
  const draw = (): void => {
    list.replaceChildren(
      ...files.map((file) => {
        const forget = button(
          'Remove',
          () => {
            call(`${path}/files?name=${encodeURIComponent(file.name)}`, { method: 'DELETE' }).then(() => {
              keep(files.filter((one) => one !== file));
              draw();
            }, fail);
          },
          'plain small',
        );
        forget.setAttribute('aria-label', `Remove ${file.name}`);
        return el('li', {}, el('span', {}, file.name), el('span', { class: 'soft' }, size(file.bytes)), forget);
      }),
    );
  };
  const picker = (words: string, folder: boolean): HTMLElement => {
    const input = el('input', { type: 'file', multiple: true, webkitdirectory: folder, class: 'unseen' });
    input.addEventListener('change', () => void send_(input));
    return el('label', { class: 'button' }, words, input);
  };
  /** Names the files in the document: by a table, or by the folders they lie in. */
  const pair = async (table: string | null): Promise<void> => {
    try {
      await settled();
      taken(await send<Study>(call, 'POST', `${path}/pairs`, { table, revision: study.revision }));
      toast('The files are named under Items');
    } catch (cause) {
      fail(cause);
    }
  };
  const send_ = async (input: HTMLInputElement): Promise<void> => {
    try {
      for (const file of input.files ?? []) {
        if (file.name.toLowerCase().endsWith('.csv')) {
          await pair(await file.text());
          continue;
        }
        const body = new FormData();
        // the folder that was chosen is no part of the names, those inside it are
        body.append('file', file, file.webkitRelativePath.split('/').slice(1).join('/') || file.name);
        const added = (await (await call(`${path}/files`, { method: 'POST', body })).json()) as Study['files'];
        keep([...files.filter((one) => !added.some((fresh) => fresh.name === one.name)), ...added].sort((a, b) => a.name.localeCompare(b.name)));
        draw();
      }
      toast('Uploaded');
    } catch (cause) {
      fail(cause);
    }
    input.value = '';
  };
  draw();
  return el(
    'details',
    { open: files.length > 0 },
    el('summary', {}, 'Files of your own'),
    el('p', { class: 'soft' }, 'Recordings and versions that were made elsewhere; name them under Items. Many at once: a table (CSV) with the columns item, condition, file; or a folder for each item with files named by condition.'),
    el('div', { class: 'row' }, picker('Choose files', false), picker('Choose a folder', true), button('Name them by their folders', () => void pair(null))),
    list,
  );
}
