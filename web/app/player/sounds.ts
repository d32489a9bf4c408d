/**
 * Plays several decoded sounds on one clock, one of them audible. Everything that starts, stops or gives way does so
 * in a raised-cosine fade of 5 ms, so that no switch clicks and none loses the place.
 */

export type Source = 'original' | 'translation' | 'silent';

const FADE = 0.005;

interface Voice {
  buffer: AudioBuffer;
  decibels: number;
  fader: Fader | null;
}

/** A gain that always knows where it is, also in the middle of a fade. */
class Fader {
  readonly node: GainNode;
  private from: number;
  private to: number;
  private begun = -1;

  constructor(
    private readonly context: AudioContext,
    value: number,
  ) {
    this.node = new GainNode(context, { gain: value });
    this.from = value;
    this.to = value;
  }

  fade(target: number): number {
    const now = this.context.currentTime;
    const here = this.at(now);
    const curve = Float32Array.from({ length: 33 }, (_, i) => here + (target - here) * raised(i / 32));
    this.node.gain.cancelScheduledValues(0);
    this.node.gain.setValueCurveAtTime(curve, now, FADE);
    this.from = here;
    this.to = target;
    this.begun = now;
    return now + FADE;
  }

  private at(now: number): number {
    if (this.begun < 0) return this.to;
    const share = Math.min(1, Math.max(0, (now - this.begun) / FADE));
    return this.from + (this.to - this.from) * raised(share);
  }
}

const raised = (share: number): number => (1 - Math.cos(Math.PI * share)) / 2;

/** Sources started together; it fades in when it begins and out when the next takes over. */
interface Deck {
  faders: Fader[];
  nodes: AudioBufferSourceNode[];
}

export class Sounds {
  private context: AudioContext | null = null;
  private deck: Deck | null = null;
  private readonly voices = new Map<Source, Voice>();
  private chosen: Source = 'silent';
  private matching = true;
  private playing = false;
  private place = 0;
  private begun = 0;
  private audible = false;

  constructor(private readonly length: () => number) {}

  add(source: Source, buffer: AudioBuffer): void {
    this.voices.set(source, { buffer, decibels: 0, fader: null });
  }

  has(source: Source): boolean {
    return source === 'silent' || this.voices.has(source);
  }

  buffers(): [Source, AudioBuffer][] {
    return [...this.voices].map(([source, voice]) => [source, voice.buffer]);
  }

  /** Gains of volume matching, in decibels. */
  level(source: Source, decibels: number): void {
    const voice = this.voices.get(source);
    if (voice) voice.decibels = decibels;
  }

  match(on: boolean): void {
    this.matching = on;
    this.refade();
  }

  select(source: Source): void {
    this.chosen = source;
    this.refade();
  }

  get running(): boolean {
    return this.playing;
  }

  /** Whether the browser lets sound through; false until the first press, or where it has no output. */
  get heard(): boolean {
    return this.audible;
  }

  /** Seconds into the clip. */
  position(): number {
    if (!this.playing) return this.place;
    return Math.min(this.length(), this.place + this.now() - this.begun);
  }

  /** The delay between the clock and what leaves the loudspeaker, in seconds. */
  latency(): number {
    return this.audible ? this.context?.outputLatency || this.context?.baseLatency || 0 : 0;
  }

  async play(at: number): Promise<void> {
    this.audible = await this.wake();
    this.start(at);
  }

  pause(): void {
    this.place = this.position();
    this.playing = false;
    this.stopDeck();
  }

  seek(seconds: number): void {
    const at = Math.min(this.length(), Math.max(0, seconds));
    if (this.playing) this.start(at);
    else this.place = at;
  }

  private start(at: number): void {
    this.stopDeck();
    this.place = at;
    this.begun = this.now();
    this.playing = true;
    if (!this.context || !this.audible) return;
    const deck: Deck = { faders: [], nodes: [] };
    for (const voice of this.voices.values()) {
      if (!voice.fader || at >= voice.buffer.duration) continue;
      const node = new AudioBufferSourceNode(this.context, { buffer: voice.buffer });
      const fader = new Fader(this.context, 0);
      node.connect(fader.node).connect(voice.fader.node);
      node.start(0, at);
      fader.fade(1);
      deck.faders.push(fader);
      deck.nodes.push(node);
    }
    this.deck = deck;
  }

  private stopDeck(): void {
    const old = this.deck;
    this.deck = null;
    if (!old) return;
    const silentAt = Math.max(0, ...old.faders.map((fader) => fader.fade(0)));
    for (const node of old.nodes) node.stop(silentAt + 0.01);
  }

  private refade(): void {
    for (const [source, voice] of this.voices) voice.fader?.fade(this.gainOf(source, voice));
  }

  private gainOf(source: Source, voice: Voice): number {
    if (source !== this.chosen) return 0;
    return this.matching ? 10 ** (voice.decibels / 20) : 1;
  }

  private now(): number {
    return this.context && this.audible ? this.context.currentTime : performance.now() / 1000;
  }

  /** Opens the output on the first press; a browser that refuses leaves the clock to the wall. */
  private async wake(): Promise<boolean> {
    if (this.voices.size === 0) return false;
    try {
      this.context ??= new AudioContext({ latencyHint: 'interactive' });
      for (const [source, voice] of this.voices) {
        if (voice.fader) continue;
        voice.fader = new Fader(this.context, this.gainOf(source, voice));
        voice.fader.node.connect(this.context.destination);
      }
      const late = new Promise((resolve) => window.setTimeout(resolve, 700));
      await Promise.race([this.context.resume(), late]);
      return this.context.state === 'running';
    } catch {
      return false;
    }
  }
}

/** Decodes a sound, or the sound of a video; null where there is none to decode. */
export async function decoded(address: string): Promise<AudioBuffer | null> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    return await new OfflineAudioContext(2, 1, 48000).decodeAudioData(await answer.arrayBuffer());
  } catch {
    return null;
  }
}
