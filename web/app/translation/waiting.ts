import { call, tell, type Translation } from '../api';
import { recall } from '../recent';
import { confirm } from '../ui/dialog';
import { button, el, toast } from '../ui/dom';
import { notice } from '../ui/notice';
import { doing, remaining, upper } from '../words';
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

  constructor(translation: Translation) {
    const name = translation.name || recall(translation.id)?.title;
    this.bar = el('div', { class: 'bar', role: 'progressbar', 'aria-label': 'Progress', 'aria-valuemin': 0, 'aria-valuemax': 100 }, this.fill);
    this.element = el(
      'div',
      { class: 'waiting' },
      el('h1', {}, doing(translation.direction)),
      el('p', { class: 'soft name' }, name ?? ''),
      drawing(translation.direction === 'video-to-sound'),
      this.stage,
      this.bar,
      this.numbers,
      this.spoken,
      this.told,
      el('p', { class: 'leave' }, 'You can leave this page and come back. The work goes on, and the address stays.'),
      el('div', { class: 'row' }, button('Copy the address', () => void copyAddress()), button('Cancel', () => void this.cancel(translation.id))),
    );
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
      toast('Cancelled.');
    } catch (cause) {
      this.told.replaceChildren(notice(tell(cause)));
    }
  }
}

/** The call drawn full, the answer still dotted: the product's own picture. */
function drawing(sightFirst: boolean): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 120 64');
  svg.setAttribute('class', 'lobes');
  svg.setAttribute('aria-hidden', 'true');
  const path = (name: string, d: string): void => {
    const made = document.createElementNS(space, 'path');
    made.setAttribute('class', name);
    made.setAttribute('d', d);
    svg.append(made);
  };
  path('line', 'M4 32h112');
  if (sightFirst) {
    path('sight', 'M10 24c8-22 38-22 46 0');
    path('sound answer', 'M64 40c8 22 38 22 46 0');
  } else {
    path('sound', 'M10 40c8 22 38 22 46 0');
    path('sight answer', 'M64 24c8-22 38-22 46 0');
  }
  return svg;
}
