import type { Told } from '../api';
import { forgetAll, remembered } from '../recent';
import { system } from '../system';
import { button, el, find } from '../ui/dom';
import { notice } from '../ui/notice';
import { moment, statusWord, titleOf } from '../words';
import { canCapture, capture } from './capture';
import { kindOf, MOST_BYTES, objection } from './files';
import { showSamples } from './samples';
import { Staging } from './staging';

/** The first page: two targets, four samples, what was done before. */
export function startHome(): void {
  new Home().start();
}

class Home {
  private readonly targets = find('#targets');
  private readonly samplesPlace = find('#samples');
  private readonly told = find('#notice');
  private readonly staging = new Staging(find('#staged'), () => this.back());
  private limit = MOST_BYTES;
  private picture: File | null = null;

  start(): void {
    void showSamples((told) => this.fail(told));
    void system().then((state) => {
      this.limit = state?.limits?.maxBytes ?? MOST_BYTES;
    });
    this.showRecent();
    this.listenForFiles();
    this.listenForDrops();
    this.offerCapture();
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) this.showRecent();
    });
  }

  private listenForFiles(): void {
    for (const input of this.targets.querySelectorAll<HTMLInputElement>('input[type=file]')) {
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        if (file) this.take(file);
        input.value = '';
      });
    }
    document.addEventListener('paste', (event) => {
      const file = event.clipboardData?.files[0];
      if (file) {
        event.preventDefault();
        this.take(file);
      }
    });
  }

  private listenForDrops(): void {
    let depth = 0;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      const target = (event.target as Element).closest?.<HTMLElement>('.target');
      this.targets.querySelectorAll<HTMLElement>('.target').forEach((other) => {
        other.dataset.over = other === target ? 'yes' : 'no';
      });
    };
    document.addEventListener('dragenter', (event) => {
      if (!hasFiles(event)) return;
      depth += 1;
      document.body.classList.add('dropping');
    });
    document.addEventListener('dragleave', (event) => {
      if (hasFiles(event)) depth -= 1;
      if (depth <= 0) document.body.classList.remove('dropping');
    });
    document.addEventListener('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      over(event);
    });
    document.addEventListener('drop', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      document.body.classList.remove('dropping');
      const file = event.dataTransfer?.files[0];
      if (file) this.take(file);
    });
  }

  private offerCapture(): void {
    for (const act of this.targets.querySelectorAll<HTMLButtonElement>('[data-capture]')) {
      const what = act.dataset.capture === 'video' ? 'video' : 'sound';
      act.hidden = !canCapture(what);
      act.addEventListener('click', () => {
        void capture(what).then((file) => file && this.take(file));
      });
    }
  }

  private take(file: File): void {
    this.told.replaceChildren();
    const kind = kindOf(file);
    const against = objection(file, this.limit);
    if (against || kind === null) {
      this.fail(against ?? { title: 'This file cannot be used' });
      return;
    }
    if (kind === 'picture') {
      this.picture = file;
      this.fail({
        title: 'A picture says who plays',
        detail: `${file.name || 'Your picture'} is kept ready.`,
        remedy: 'Now choose the sound that the player should play.',
      });
      return;
    }
    this.targets.hidden = true;
    this.samplesPlace.hidden = true;
    this.staging.open(file, kind, this.picture);
  }

  private back(): void {
    this.staging.close();
    this.targets.hidden = false;
    this.samplesPlace.hidden = false;
    this.targets.querySelector('input')?.focus();
  }

  private fail(told: Told): void {
    this.told.replaceChildren(notice(told));
    this.told.scrollIntoView({ block: 'nearest' });
  }

  private showRecent(): void {
    const place = find('#recent');
    const list = remembered();
    place.hidden = list.length === 0;
    place.querySelector('.button')?.remove();
    find('ul', place).replaceChildren(
      ...list.slice(0, 6).map((entry) =>
        el(
          'li',
          {},
          el('span', { class: 'way', 'data-direction': entry.direction }),
          el('a', { href: `/translations/${encodeURIComponent(entry.id)}` }, el('b', {}, entry.title || titleOf(entry.direction)), el('span', { class: 'soft small' }, titleOf(entry.direction).toLowerCase())),
          el('span', { class: 'soft small' }, [statusWord(entry.status), moment(entry.at)].filter(Boolean).join(', ')),
        ),
      ),
    );
    if (list.length > 0) {
      place.append(
        button(
          'Forget this list',
          () => {
            forgetAll();
            this.showRecent();
          },
          'plain small',
        ),
      );
    }
  }
}
