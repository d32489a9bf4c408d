import { tell, type Direction, type Told } from '../api';
import { remember } from '../recent';
import { button, el } from '../ui/dom';
import { notice } from '../ui/notice';
import { bytes } from '../words';
import { type Kind, usualDirection } from './files';
import { PriorChooser } from './prior';
import { send, type Sending } from './upload';

/** The step between choosing a file and sending it: look at it, settle the direction, say who plays. */
export class Staging {
  private sending: Sending | null = null;
  private address = '';

  constructor(
    private readonly place: HTMLElement,
    private readonly leave: () => void,
  ) {}

  open(file: File, kind: Kind, pictureWaiting: File | null): void {
    this.close();
    this.address = URL.createObjectURL(file);
    const chosen = { direction: usualDirection(kind) };
    const title = el('h2', { id: 'staged-title', tabindex: -1 });
    const prior = new PriorChooser(pictureWaiting, kind === 'video');
    const seed = el('input', { type: 'number', min: 0, step: 1, inputmode: 'numeric', name: 'seed', placeholder: 'chosen for you' });
    const status = el('div', { role: 'alert' });
    const submit = el('button', { class: 'button main', type: 'submit' }, 'Translate');
    const actions = el('div', { class: 'row' }, submit, button('Choose something else', () => this.leave()));
    const settle = (): void => {
      title.textContent = chosen.direction === 'video-to-sound' ? 'Hear this video' : 'See this sound';
      prior.element.hidden = chosen.direction === 'video-to-sound';
    };
    const form = el(
      'form',
      {},
      directions(kind, chosen, settle),
      prior.element,
      el(
        'details',
        { class: 'folded' },
        el('summary', {}, 'Seed'),
        el(
          'label',
          { class: 'field' },
          el('span', {}, 'Seed'),
          seed,
          el('span', { class: 'soft small' }, 'The same seed with the same file gives the same result.'),
        ),
      ),
      status,
      actions,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit(file, chosen.direction, prior, seed.value.trim(), status, actions);
    });
    settle();
    this.place.replaceChildren(el('header', {}, title), this.preview(file, kind), form);
    this.place.hidden = false;
    title.focus();
  }

  close(): void {
    this.sending?.cancel();
    this.sending = null;
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = '';
    this.place.hidden = true;
    this.place.replaceChildren();
  }

  private preview(file: File, kind: Kind): HTMLElement {
    const media =
      kind === 'video'
        ? el('video', { src: this.address, controls: true, playsinline: true, preload: 'metadata', 'aria-label': 'The video you chose' })
        : el('audio', { src: this.address, controls: true, preload: 'metadata', 'aria-label': 'The sound you chose' });
    const unplayable = el(
      'p',
      { class: 'soft small', hidden: true },
      'This browser cannot play the file here. Antiphon may still be able to open it.',
    );
    media.addEventListener('error', () => {
      unplayable.hidden = false;
      media.hidden = true;
    });
    return el(
      'div',
      { class: 'preview' },
      media,
      unplayable,
      el('p', { class: 'small soft' }, `${file.name || 'Your file'}, ${bytes(file.size)}`),
    );
  }

  private async submit(
    media: File,
    direction: Direction,
    prior: PriorChooser,
    seed: string,
    status: HTMLElement,
    actions: HTMLElement,
  ): Promise<void> {
    if (this.sending) return;
    const fill = el('i', {});
    const bar = el('div', { class: 'bar', role: 'progressbar', 'aria-label': 'Sending', 'aria-valuemin': 0, 'aria-valuemax': 100 }, fill);
    const said = el('p', {}, 'Sending…');
    const stop = button('Stop sending', () => this.sending?.cancel());
    status.replaceChildren();
    actions.hidden = true;
    const upload = el('div', { class: 'upload' }, said, bar, el('div', { class: 'row' }, stop));
    actions.after(upload);
    try {
      const picture = direction === 'sound-to-video' ? await prior.picture() : null;
      this.sending = send({ media, direction, seed, prior: picture?.blob ?? null, priorName: picture?.name ?? '' }, (share) => {
        const percent = Math.round(share * 100);
        bar.setAttribute('aria-valuenow', String(percent));
        fill.style.setProperty('--share', String(share));
        said.textContent = share < 1 ? `Sending, ${percent} %` : 'Sent. The server is looking at the file…';
      });
      const { translation, page } = await this.sending.done;
      remember({ id: translation.id, direction, title: media.name, at: new Date().toISOString(), status: 'queued' });
      location.assign(page);
    } catch (cause) {
      this.fail(tell(cause), status);
      actions.hidden = false;
    } finally {
      this.sending = null;
      upload.remove();
    }
  }

  private fail(told: Told, status: HTMLElement): void {
    status.replaceChildren(notice(told));
    status.scrollIntoView({ block: 'nearest' });
  }
}

function directions(kind: Kind, chosen: { direction: Direction }, settle: () => void): HTMLElement {
  const radio = (direction: Direction, words: string): HTMLElement => {
    const input = el('input', { type: 'radio', name: 'direction', value: direction });
    input.checked = chosen.direction === direction;
    input.disabled = kind === 'sound' && direction === 'video-to-sound';
    input.addEventListener('change', () => {
      chosen.direction = direction;
      settle();
    });
    return el('label', {}, input, words);
  };
  return el(
    'fieldset',
    {},
    el('legend', {}, 'Direction'),
    el('div', { class: 'choice' }, radio('video-to-sound', 'Hear the video'), radio('sound-to-video', 'See the sound')),
    kind === 'sound' && el('p', { class: 'soft small' }, 'A sound holds no picture to hear, so it is seen.'),
  );
}
