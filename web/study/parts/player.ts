import { button, el } from '../../app/ui/dom';
import type { Clip } from '../api';
import type { Loaded } from '../sound/clips';
import { Engine } from '../sound/engine';
import type { PlayLog } from '../sound/playlog';
import { Screen } from '../sound/screen';
import { words } from '../words/words';
import { Captions } from './captions';

export interface Wishes {
  /** null where the files say it themselves */
  medium: 'sound' | 'video' | null;
  /** the share of each clip that has to be heard */
  listen: number | null;
  /** whether a part can be repeated: where clips are compared */
  loops: boolean;
}

/** Rounding and fades at the very end are not held against anybody, in seconds. */
const LENIENT = 0.1;

/** What stands on the button of a clip: nothing but where it stands on the page. */
export function nameOf({ role, slot }: Clip): string {
  if (role === 'reference') return words.reference;
  return role === 'unknown' ? 'X' : slot;
}

/** Picture, clips and transport of one page. */
export class Player {
  readonly element: HTMLElement;
  readonly engine: Engine;
  private readonly screen: Screen | null;
  private readonly captions: Captions | null;
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private readonly range = el('input', { type: 'range', class: 'place', min: 0, step: 0.05, value: 0, 'aria-label': words.place });
  private readonly time = el('span', { class: 'time small', 'aria-hidden': 'true' });
  private readonly toggleButton = button(words.play, () => void this.toggle(), 'main play');
  private readonly told = el('p', { class: 'small', role: 'alert' });
  private readonly loopWords = el('span', { class: 'small soft' });
  private readonly heardListeners: (() => void)[] = [];
  private readonly complete = new Set<string>();
  private spoken = 0;

  constructor(
    private readonly clips: Loaded[],
    private readonly wishes: Wishes,
    readonly log: PlayLog,
  ) {
    this.engine = new Engine(
      clips.map(({ clip, buffer }) => ({ slot: clip.slot, buffer })),
      log,
    );
    this.range.max = this.engine.length.toFixed(2);
    this.screen = (wishes.medium ?? clips[0]?.medium) === 'video' ? new Screen(clips, this.engine) : null;
    // all clips of a page are of one item, and so are its words
    const said = clips[0]?.clip.captions;
    this.captions = said ? new Captions(said) : null;
    const many = clips.length > 1;
    this.element = el(
      'section',
      { class: 'player', 'aria-label': words.clips },
      this.screen?.element,
      many && el('div', { class: 'clips', role: 'group', 'aria-label': words.clips }, ...clips.map(({ clip }, i) => this.clipButton(clip, i))),
      el('div', { class: 'transport' }, this.toggleButton, this.range, this.time),
      wishes.loops && this.loopRow(),
      this.captions?.element,
      this.told,
    );
    this.range.addEventListener('input', () => this.engine.seek(Number(this.range.value)));
    this.engine.onChange(() => this.show());
    this.show();
  }

  /** Calls back whenever another clip has been heard enough. */
  onHeard(listen: () => void): void {
    this.heardListeners.push(listen);
  }

  /** The names of the clips that have not been heard enough yet; empty if all have. */
  unheard(): string[] {
    return this.clips.filter(({ clip }) => !this.enough(clip)).map(({ clip }) => nameOf(clip));
  }

  get shows(): boolean {
    return this.screen !== null;
  }

  get single(): boolean {
    return this.clips.length === 1;
  }

  async toggle(): Promise<void> {
    if (this.engine.playing) this.engine.pause();
    else await this.play(this.engine.slot);
  }

  async play(slot: string): Promise<void> {
    const heard = await this.engine.play(slot);
    this.told.textContent = heard ? '' : words.noSound;
  }

  /** Plays the clip at this place of the page, counted from 0. */
  playAt(index: number): boolean {
    const one = this.clips[index];
    if (!one || this.clips.length < 2) return false;
    void this.play(one.clip.slot);
    return true;
  }

  buttonOf(slot: string): HTMLButtonElement | undefined {
    return this.buttons.get(slot);
  }

  close(): void {
    this.engine.close();
    this.screen?.close();
  }

  private enough(clip: Clip): boolean {
    const { listen } = this.wishes;
    if (listen === null || clip.role === 'reference' || this.complete.has(clip.slot)) return true;
    const seconds = Math.min(clip.seconds, this.engine.length);
    if (this.log.share(clip.slot, seconds) < listen - LENIENT / seconds) return false;
    this.complete.add(clip.slot);
    return true;
  }

  private clipButton(clip: Clip, index: number): HTMLButtonElement {
    const name = nameOf(clip);
    const made = button(name, () => void this.play(clip.slot), 'clip');
    made.setAttribute('aria-label', words.playSlot(name));
    if (index < 9) made.setAttribute('aria-keyshortcuts', String(index + 1));
    made.setAttribute('aria-pressed', 'false');
    this.buttons.set(clip.slot, made);
    return made;
  }

  private loopRow(): HTMLElement {
    const { engine } = this;
    const repeat = button(words.repeat, () => engine.repeat(!engine.repeating));
    const from = button(words.loopFrom, () => engine.setLoop({ from: engine.position(), to: engine.loop?.to ?? engine.length }));
    const to = button(words.loopTo, () => engine.setLoop({ from: engine.loop?.from ?? 0, to: engine.position() }));
    const whole = button(words.loopOff, () => engine.setLoop(null));
    const show = (): void => {
      repeat.setAttribute('aria-pressed', String(engine.repeating));
      whole.hidden = engine.loop === null;
      this.loopWords.textContent = engine.loop ? words.loopSpoken(engine.loop.from, engine.loop.to) : '';
    };
    engine.onChange((change) => change === 'state' && show());
    show();
    return el('div', { class: 'row loop' }, repeat, from, to, whole, this.loopWords);
  }

  private show(): void {
    const { engine } = this;
    const at = engine.position();
    this.range.value = String(at);
    this.range.style.setProperty('--share', String(at / engine.length));
    this.time.textContent = `${at.toFixed(1)} / ${engine.length.toFixed(1)} s`;
    this.captions?.at(at);
    this.toggleButton.textContent = engine.playing ? words.pause : words.play;
    for (const [slot, made] of this.buttons) made.setAttribute('aria-pressed', String(engine.playing && slot === engine.slot));
    if (!engine.playing || performance.now() - this.spoken > 1000) {
      this.spoken = performance.now();
      this.range.setAttribute('aria-valuetext', words.placeSpoken(at, engine.length));
    }
    this.markHeard();
  }

  private markHeard(): void {
    if (this.wishes.listen === null) return;
    const before = this.complete.size;
    for (const { clip } of this.clips) {
      if (!this.enough(clip) || clip.role === 'reference') continue;
      const made = this.buttons.get(clip.slot);
      if (!made || made.dataset.heard) continue;
      made.dataset.heard = 'true';
      made.setAttribute('aria-label', `${words.playSlot(nameOf(clip))}, ${words.heardIt}`);
    }
    if (this.complete.size > before) for (const listen of this.heardListeners) listen();
  }
}
