import { clock, signed, spokenTime } from '../words';
import { button, el, toast } from '../ui/dom';
import { keyHelp, Keys } from './keys';
import { Lanes, type Lane } from './lanes';
import { loudnessOf, matched } from './loudness';
import type { Pictures } from './pictures';
import { Sounds, type Source } from './sounds';
import { Timeline } from './timeline';

export interface PlayerParts {
  length: number;
  pictures: Pictures;
  sounds: { source: Source; label: string; buffer: AudioBuffer }[];
  lanes: Lane[];
  /** what stands beside the picture: the result in words */
  aside: HTMLElement;
}

const FRAME = 1 / 25;

/** One timeline, many sources: pictures above, the performance track between, sounds below. */
export class Player {
  readonly element: HTMLElement;
  private readonly time: Timeline;
  private readonly sounds: Sounds;
  private readonly pictures: Pictures;
  private readonly lanes: Lanes;
  private readonly playButton = button('Play', () => void this.toggle(), 'main play');
  private readonly range = el('input', { type: 'range', class: 'seek', min: 0, step: FRAME, 'aria-label': 'Time' });
  private readonly shown = el('span', { class: 'time' });
  private readonly loopButtons = el('span', { class: 'row loop' });
  private readonly zoomOut = button('Whole clip', () => this.time.show(0, this.time.length));
  private readonly radios = new Map<Source, HTMLInputElement>();
  private spoken = 0;
  private followed = 0;

  constructor(parts: PlayerParts) {
    this.time = new Timeline(parts.length);
    this.pictures = parts.pictures;
    this.sounds = new Sounds(() => parts.length);
    for (const sound of parts.sounds) this.sounds.add(sound.source, sound.buffer);
    this.lanes = new Lanes(parts.lanes, this.time, (seconds) => this.seek(seconds));
    this.range.max = String(parts.length);
    this.element = el(
      'section',
      { class: 'player', 'aria-label': 'Player' },
      parts.pictures.element,
      this.switcher(parts),
      this.transport(),
      parts.aside,
      this.lanes.element,
      keyHelp(),
    );
    this.time.onChange(() => this.showLoop());
    this.range.addEventListener('input', () => this.seek(Number(this.range.value)));
    new Keys(this.bindings()).listen();
    window.setInterval(() => this.step(), 100);
    this.select(this.radios.has('translation') ? 'translation' : this.radios.has('original') ? 'original' : 'silent');
    this.showLoop();
    this.show(0);
    void this.matchVolume();
  }

  private bindings(): Record<string, () => void> {
    return {
      ' ': () => void this.toggle(),
      k: () => void this.toggle(),
      '1': () => this.select('original'),
      '2': () => this.select('translation'),
      '3': () => this.select('silent'),
      ',': () => this.stepFrame(-1),
      '.': () => this.stepFrame(1),
      ArrowLeft: () => this.stepFrame(-1),
      ArrowRight: () => this.stepFrame(1),
      Home: () => this.seek(0),
      End: () => this.seek(this.time.length),
      i: () => this.loopFrom(),
      o: () => this.loopTo(),
      l: () => this.time.clearLoop(),
    };
  }

  /** Which sound is heard: two or three choices that never lose the place. */
  private switcher(parts: PlayerParts): HTMLElement {
    const choices = [...parts.sounds.map(({ source, label }) => ({ source, label })), { source: 'silent' as Source, label: 'Silent' }];
    const keys: Record<Source, string> = { original: '1', translation: '2', silent: '3' };
    const made = choices.map(({ source, label }) => {
      const input = el('input', { type: 'radio', name: 'heard', value: source, 'aria-keyshortcuts': keys[source] });
      input.addEventListener('change', () => this.select(source));
      this.radios.set(source, input);
      return el('label', {}, input, label, el('kbd', { 'aria-hidden': 'true' }, keys[source]));
    });
    return el(
      'fieldset',
      { class: 'heard' },
      el('legend', { class: 'label' }, 'You hear'),
      el('div', { class: 'choice' }, ...made),
      el('p', { class: 'small soft matched' }),
    );
  }

  private transport(): HTMLElement {
    const motion = button('Show motion', () => {
      const on = motion.getAttribute('aria-pressed') !== 'true';
      motion.setAttribute('aria-pressed', String(on));
      this.pictures.showMotion(on);
      this.pictures.draw(this.sounds.position());
    });
    motion.setAttribute('aria-pressed', 'false');
    const step = (words: string, name: string, frames: number): HTMLButtonElement => {
      const made = button(words, () => this.stepFrame(frames));
      made.setAttribute('aria-label', name);
      return made;
    };
    return el(
      'div',
      { class: 'transport' },
      el('div', { class: 'transport-main' }, this.playButton, this.range, this.shown),
      el(
        'div',
        { class: 'row transport-more' },
        step('− Frame', 'One frame back', -1),
        step('+ Frame', 'One frame on', 1),
        this.loopButtons,
        this.pictures.canShowMotion && motion,
        this.zoomOut,
      ),
    );
  }

  private showLoop(): void {
    const loop = this.time.loop;
    const focused = this.loopButtons.contains(document.activeElement);
    if (loop) {
      const words = `Loop ${clock(loop.from, this.time.length)}–${clock(loop.to, this.time.length)}`;
      const clear = button('End the loop', () => this.time.clearLoop());
      this.loopButtons.replaceChildren(el('span', { class: 'small loop-words' }, words), button('Zoom in', () => this.time.show(loop.from, loop.to)), clear);
      if (focused) clear.focus();
    } else {
      const from = button('Loop from here', () => this.loopFrom());
      this.loopButtons.replaceChildren(from);
      if (focused) from.focus();
    }
    this.zoomOut.hidden = this.time.whole;
  }

  /** A loop from here lasts a second until its end is set. */
  private loopFrom(): void {
    const at = this.sounds.position();
    const end = this.time.loop && this.time.loop.to > at + 0.05 ? this.time.loop.to : at + 1;
    this.time.setLoop(Math.min(at, this.time.length - 0.1), end);
    toast('Looping. Drag over the lanes, or press O where the loop should end.');
  }

  private loopTo(): void {
    const at = this.sounds.position();
    this.time.setLoop(Math.min(this.time.loop?.from ?? 0, at), at);
  }

  private select(source: Source): void {
    const radio = this.radios.get(source);
    if (!radio) return;
    radio.checked = true;
    this.sounds.select(source);
    this.lanes.hear(source);
  }

  private async toggle(): Promise<void> {
    if (this.sounds.running) {
      this.sounds.pause();
    } else {
      const at = this.sounds.position();
      const begin = this.time.loop?.from ?? 0;
      const outside = at >= this.time.length - FRAME / 2 || (this.time.loop !== null && at >= this.time.loop.to);
      await this.sounds.play(outside ? begin : at);
      if (!this.sounds.heard && this.radios.size > 1) toast('This browser gives no sound output; the picture plays on.');
      this.frame();
    }
    this.playButton.textContent = this.sounds.running ? 'Pause' : 'Play';
    this.pictures.follow(this.sounds.position(), this.sounds.running);
  }

  private seek(seconds: number): void {
    this.sounds.seek(seconds);
    this.time.follow(seconds);
    this.pictures.follow(this.sounds.position(), this.sounds.running);
    this.show(this.sounds.position());
  }

  private stepFrame(frames: number): void {
    if (this.sounds.running) void this.toggle();
    this.seek((Math.round(this.sounds.position() / FRAME) + frames) * FRAME);
  }

  private frame(): void {
    if (!this.sounds.running) return;
    this.step();
    requestAnimationFrame(() => this.frame());
  }

  /** Called with every frame, and now and then when the page is hidden: loop, end, and everything that shows time. */
  private step(): void {
    if (!this.sounds.running) {
      this.pictures.follow(this.sounds.position(), false);
      return;
    }
    const at = this.sounds.position();
    const loop = this.time.loop;
    if (loop && at >= loop.to) {
      this.seek(loop.from);
      return;
    }
    if (at >= this.time.length) {
      void this.toggle();
      this.show(this.time.length);
      return;
    }
    const seen = at - this.sounds.latency();
    if (performance.now() - this.followed > 150) {
      this.followed = performance.now();
      this.pictures.follow(seen, true);
      this.time.follow(at);
    }
    this.pictures.draw(seen);
    this.show(at);
  }

  private show(seconds: number): void {
    this.lanes.at(seconds);
    this.range.value = String(seconds);
    this.range.style.setProperty('--share', String(seconds / this.time.length));
    this.shown.textContent = `${clock(seconds, this.time.length)} / ${clock(this.time.length, this.time.length)}`;
    if (!this.sounds.running || performance.now() - this.spoken > 1000) {
      this.spoken = performance.now();
      this.range.setAttribute('aria-valuetext', spokenTime(seconds, this.time.length));
    }
  }

  private async matchVolume(): Promise<void> {
    const buffers = this.sounds.buffers();
    if (buffers.length < 2) return;
    const loudnesses = await Promise.all(buffers.map(([, buffer]) => loudnessOf(buffer).catch(() => null)));
    const gains = matched(loudnesses);
    buffers.forEach(([source], i) => this.sounds.level(source, gains[i]));
    this.sounds.match(true);
    const lowered = gains.findIndex((gain) => gain < -0.5);
    const place = this.element.querySelector('.matched');
    if (lowered < 0 || !place) return;
    const whose = buffers[lowered][0] === 'original' ? 'the original' : 'the translation';
    const box = el('input', { type: 'checkbox' });
    box.checked = true;
    box.addEventListener('change', () => this.sounds.match(box.checked));
    place.append(el('label', { class: 'check' }, box, `Equally loud (${whose} by ${signed(gains[lowered], 1)} dB)`));
  }
}
