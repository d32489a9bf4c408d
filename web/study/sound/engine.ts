import { Deck } from './deck';
import { FADE } from './fader';
import { destination, onInterrupted, openOutput } from './output';
import { PlayLog } from './playlog';

/** The shortest region that can be repeated, in seconds (ITU-R BS.1534-3). */
export const SHORTEST_LOOP = 0.5;

/** How often the engine looks at the clock, and how far ahead it sets up the next round, in seconds. */
const TICK = 0.05;
const AHEAD = 0.25;

export interface Region {
  from: number;
  to: number;
}

export type Change = 'state' | 'tick' | 'ended';

/** Plays the clips of one page on one clock: switching, jumping, repeating a region, and telling what was played. */
export class Engine {
  private readonly buffers = new Map<string, AudioBuffer>();
  private readonly listeners: ((change: Change) => void)[] = [];
  private context: AudioContext | null = null;
  private deck: Deck | null = null;
  private upcoming: Deck | null = null;
  private timer = 0;
  private place = 0;
  private region: Region | null = null;
  private repeats = false;
  private forget: () => void = () => undefined;
  private active: string;
  /** the longest of the clips, in seconds; they are all the same, but for what a codec adds */
  readonly length: number;

  constructor(
    clips: { slot: string; buffer: AudioBuffer }[],
    readonly log: PlayLog,
  ) {
    for (const { slot, buffer } of clips) this.buffers.set(slot, buffer);
    this.active = clips[0]?.slot ?? '';
    this.length = Math.min(...clips.map(({ buffer }) => buffer.duration));
  }

  onChange(listen: (change: Change) => void): void {
    this.listeners.push(listen);
  }

  get playing(): boolean {
    return this.deck !== null;
  }

  get slot(): string {
    return this.active;
  }

  get loop(): Region | null {
    return this.region;
  }

  get repeating(): boolean {
    return this.repeats;
  }

  /** Seconds into the clip. */
  position(): number {
    const deck = this.current();
    return deck ? Math.min(this.end(), deck.at(this.now())) : this.place;
  }

  /** Seconds into the clip of what leaves the loudspeaker just now; pictures follow this. */
  heardPosition(): number {
    const late = this.playing ? this.context?.outputLatency || this.context?.baseLatency || 0 : 0;
    return Math.max(this.start(), this.position() - late);
  }

  /** Plays the clip of that slot, from where the last one was; false where the browser lets no sound through. */
  async play(slot = this.active): Promise<boolean> {
    const context = await openOutput();
    if (!context) return false;
    this.context = context;
    this.forget();
    this.forget = onInterrupted(() => this.pause());
    if (this.playing) {
      this.select(slot);
      return true;
    }
    this.active = slot;
    const here = this.place;
    const outside = here < this.start() || here >= this.end() - 2 * FADE;
    this.begin(outside ? this.start() : here);
    this.timer = window.setInterval(() => this.tick(), TICK * 1000);
    this.tell('state');
    return true;
  }

  pause(): void {
    if (!this.playing) return;
    this.place = this.position();
    this.log.stopped(this.active, this.place);
    this.halt();
    this.tell('state');
  }

  /** What is heard from now on; the place stays. */
  select(slot: string): void {
    if (slot === this.active || !this.buffers.has(slot)) return;
    if (this.playing) {
      // asked once: the clock of the sound goes on meanwhile
      const at = this.position();
      this.log.stopped(this.active, at);
      this.log.started(slot, at);
    }
    this.active = slot;
    // a round that has been told when to fall silent gives way to a new one
    if (this.upcoming) this.dropUpcoming();
    else this.deck?.select(slot);
    this.tell('state');
  }

  seek(seconds: number): void {
    const to = Math.min(this.end(), Math.max(this.start(), seconds));
    if (this.playing) {
      this.log.stopped(this.active, this.position());
      this.silence();
      this.begin(Math.min(to, this.end() - 2 * FADE));
    } else {
      this.place = to;
    }
    this.tell('tick');
  }

  /** Whether it begins again at the end. */
  repeat(on: boolean): void {
    this.repeats = on;
    if (!on) this.dropUpcoming();
    this.tell('state');
  }

  /** Keeps playing within a region; null for the whole clip. A region that is too short is widened. */
  setLoop(region: Region | null): void {
    this.region = region && widened(region, this.length);
    this.repeats = region !== null || this.repeats;
    this.dropUpcoming();
    const at = this.position();
    if (at < this.start() || at > this.end()) this.seek(this.start());
    this.tell('state');
  }

  /** Stops for good. */
  close(): void {
    this.pause();
    this.forget();
    this.listeners.length = 0;
  }

  private start(): number {
    return this.region?.from ?? 0;
  }

  private end(): number {
    return this.region?.to ?? this.length;
  }

  private now(): number {
    return this.context?.currentTime ?? 0;
  }

  private begin(at: number): void {
    if (!this.context) return;
    this.deck = new Deck(this.context, this.buffers, this.context.currentTime + FADE, at, this.active, destination());
    this.log.started(this.active, at);
  }

  /** The deck whose turn it is: the next one takes over as soon as its time has come. */
  private current(): Deck | null {
    if (this.upcoming && this.now() >= this.upcoming.begins) {
      const at = this.end();
      this.deck = this.upcoming;
      this.upcoming = null;
      this.log.ended(this.active, at);
      this.log.started(this.active, this.deck.from);
    }
    return this.deck;
  }

  private tick(): void {
    const deck = this.current();
    if (!deck) return;
    const left = this.end() - deck.at(this.now());
    if (this.repeats && !this.upcoming && left < AHEAD) this.prepare(deck, left);
    if (!this.repeats && left <= 0) {
      this.place = this.end();
      this.log.ended(this.active, this.place);
      this.halt();
      this.tell('ended');
      this.tell('state');
      return;
    }
    this.log.playing(this.active, this.position());
    this.tell('tick');
  }

  /** Sets up the next round: this one is silent when that one begins. */
  private prepare(deck: Deck, left: number): void {
    if (!this.context) return;
    const turn = this.now() + Math.max(FADE, left);
    deck.stop(turn);
    this.upcoming = new Deck(this.context, this.buffers, turn, this.start(), this.active, destination());
  }

  private dropUpcoming(): void {
    if (!this.upcoming) return;
    // the running round has been told to fall silent: it begins anew at once where it is
    const at = this.position();
    this.silence();
    if (this.context) this.deck = new Deck(this.context, this.buffers, this.now() + FADE, at, this.active, destination());
  }

  private silence(): void {
    this.deck?.stop(this.now());
    this.upcoming?.stop(this.now());
    this.deck = null;
    this.upcoming = null;
  }

  private halt(): void {
    window.clearInterval(this.timer);
    this.silence();
  }

  private tell(change: Change): void {
    for (const listen of this.listeners) listen(change);
  }
}

function widened(region: Region, length: number): Region {
  const from = Math.max(0, Math.min(region.from, region.to, length - SHORTEST_LOOP));
  const to = Math.min(length, Math.max(region.from, region.to, from + SHORTEST_LOOP));
  return { from, to };
}
