import { call, tell, type Translation } from '../api';
import { recall } from '../recent';
import { confirm } from '../ui/dialog';
import { button, el } from '../ui/dom';
import { notice } from '../ui/notice';
import { doing, remaining, upper } from '../words';
import { drawing } from './drawing';
import { copyAddress } from './share';

/** The page while work goes on: what is being done, how far it is, how long it will take. */
export class Waiting {
  readonly element: HTMLElement;
  private readonly stage = el('p', { class: 'stage-words' });
  private readonly spoken = el('p', { class: 'unseen', 'aria-live': 'polite' });
  private readonly numbers = el('p', { class: 'soft' });
  private readonly fill = el('i', {});
  private readonly bar: HTMLElement;
  private readonly told = el('div', { role: 'alert' });
  private lastStage = '';

  constructor(
    translation: Translation,
    private readonly cancelled: () => void,
  ) {
    const name = translation.name || recall(translation.id)?.title;
    this.bar = el('div', { class: 'bar', role: 'progressbar', 'aria-label': 'Progress', 'aria-valuemin': 0, 'aria-valuemax': 100 }, this.fill);
    const words = el(
      'div',
      { class: 'waiting-words' },
      el('h1', {}, doing(translation.direction)),
      el('p', { class: 'soft name' }, name ?? ''),
      drawing(translation.direction, true),
      this.stage,
      this.bar,
      this.numbers,
      this.spoken,
      this.told,
      el('p', { class: 'leave' }, 'You can leave this page and come back. The work goes on, and the address stays.'),
      el('div', { class: 'row' }, button('Copy the address', () => void copyAddress()), button('Cancel', () => void this.cancel(translation.id))),
    );
    this.element = el('div', { class: 'waiting' }, words, sent(translation));
    this.update(translation);
  }

  update(translation: Translation): void {
    this.told.replaceChildren();
    const share = Math.min(1, Math.max(0, translation.progress ?? 0));
    const percent = Math.round(share * 100);
    const queued = translation.status === 'queued';
    const stage = queued ? 'Waiting for its turn' : upper(translation.stage || 'beginning');
    this.stage.textContent = stage;
    this.fill.style.setProperty('--share', String(share));
    this.bar.setAttribute('aria-valuenow', String(percent));
    const left = translation.remainingSeconds;
    this.numbers.textContent = queued
      ? 'Others came first. It begins by itself.'
      : [`${percent} %`, left === null || left === undefined ? '' : remaining(left)].filter(Boolean).join(', ');
    if (stage !== this.lastStage) this.spoken.textContent = `${stage}, ${this.numbers.textContent}`;
    this.lastStage = stage;
    document.title = queued ? 'Waiting · Antiphon' : `${percent} % · ${stage} · Antiphon`;
  }

  unreachable(): void {
    this.told.replaceChildren(
      notice({ title: 'The server cannot be reached', detail: 'This page keeps trying. The work is not lost.' }),
    );
  }

  private async cancel(id: string): Promise<void> {
    if (!(await confirm('Cancel this translation?', 'The work stops, and what was sent is deleted.', 'Cancel it'))) return;
    try {
      await call(`/api/translations/${id}`, { method: 'DELETE' });
      this.cancelled();
    } catch (cause) {
      this.told.replaceChildren(notice(tell(cause)));
    }
  }
}

/** What was sent, to look at or listen to meanwhile. */
function sent({ direction, links }: Translation): HTMLElement | null {
  if (!links?.original) return null;
  const what = { src: links.original, controls: true, preload: 'metadata' };
  const media =
    direction === 'video-to-sound'
      ? el('video', { ...what, playsinline: true, 'aria-label': 'The video that was sent' })
      : el('audio', { ...what, 'aria-label': 'The sound that was sent' });
  const figure = el('figure', { class: 'sent' }, media, el('figcaption', { class: 'small soft' }, 'What was sent'));
  media.addEventListener('error', () => figure.remove());
  return figure;
}
