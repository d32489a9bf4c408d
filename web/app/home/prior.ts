import { Problem } from '../api';
import { el } from '../ui/dom';
import { canCapture, capture } from './capture';
import { performerName, samples } from './samples';

/** Chooses the picture that says who plays: a shipped performer, a picture of one's own, or a snapshot. */
export class PriorChooser {
  readonly element: HTMLElement;
  private readonly list = el('ul', {});
  private chosen: { name: string; get: (() => Promise<Blob>) | null } | null = null;
  private address = '';

  /** @param hasPicture whether the file itself holds a picture to begin with */
  constructor(waiting: File | null, hasPicture: boolean) {
    this.element = el(
      'fieldset',
      { class: 'prior' },
      el('legend', {}, 'Who plays?'),
      this.list,
      el('p', { class: 'soft small' }, 'The video begins with this picture.'),
    );
    void this.fill(waiting, hasPicture);
  }

  /** The picture to send, or null where the file brings its own. */
  async picture(): Promise<{ blob: Blob; name: string } | null> {
    if (!this.chosen) {
      throw new Problem({
        title: 'Nobody is chosen to play',
        detail: 'A sound alone does not say who plays it.',
        remedy: 'Choose one of the pictures, or bring one of your own.',
      });
    }
    const { name, get } = this.chosen;
    return get ? { blob: await get(), name } : null;
  }

  private async fill(waiting: File | null, hasPicture: boolean): Promise<void> {
    if (hasPicture) this.offer('As in the video', el('span', {}, 'First picture'), '', null);
    const shipped = await samples().catch(() => []);
    const seen = new Set<string>();
    for (const sample of shipped) {
      const performer = performerName(sample.performer ?? sample.title);
      if (!sample.poster || seen.has(performer)) continue;
      seen.add(performer);
      const poster = sample.poster;
      this.offer(performer, el('img', { src: poster, alt: '', width: 96, height: 96 }), `${performer}.png`, () => fetched(poster));
    }
    this.list.append(this.own());
    if (canCapture('picture')) this.list.append(this.camera());
    if (waiting) this.use(waiting);
    else this.list.querySelector<HTMLInputElement>('input[type=radio]')?.click();
  }

  private offer(words: string, still: HTMLElement, name: string, get: (() => Promise<Blob>) | null): HTMLInputElement {
    const input = el('input', { type: 'radio', name: 'performer', value: words });
    input.addEventListener('change', () => {
      this.chosen = { name, get };
    });
    const item = el('li', {}, el('label', {}, input, el('span', { class: 'still' }, still), words));
    const own = this.list.querySelector('.own');
    if (own) own.before(item);
    else this.list.append(item);
    return input;
  }

  private own(): HTMLElement {
    const input = el('input', { type: 'file', accept: 'image/jpeg,image/png,image/webp' });
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) this.use(file);
      input.value = '';
    });
    return el('li', { class: 'own' }, el('label', {}, input, el('span', { class: 'still' }, 'Choose'), 'Your picture'));
  }

  private camera(): HTMLElement {
    const take = el('button', { type: 'button', class: 'button still' }, 'Take');
    take.addEventListener('click', () => {
      void capture('picture').then((file) => {
        if (file) this.use(file);
      });
    });
    return el('li', {}, el('label', {}, take, 'By camera'));
  }

  private use(file: File): void {
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = URL.createObjectURL(file);
    this.list.querySelector('input[value="Yours"]')?.closest('li')?.remove();
    this.offer('Yours', el('img', { src: this.address, alt: '' }), file.name, () => Promise.resolve(file)).click();
  }
}

async function fetched(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Problem({ title: 'The picture could not be fetched', remedy: 'Choose another picture, or try again.' });
  }
  return answer.blob();
}
