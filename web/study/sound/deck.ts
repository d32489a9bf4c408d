import { FADE, Fader } from './fader';

/**
 * All sounds of a page from one moment on, started together on one clock, so that they stay together to the sample. One
 * of them is heard. A switch fades the old out and then the new in: two are never heard at once (ITU-R BS.1534-3).
 */
export class Deck {
  private readonly voices = new Map<string, { node: AudioBufferSourceNode; fader: Fader }>();

  /**
   * @param begins when the clock of the context shows this, the sounds are at {@link from}
   * @param from seconds into the clips
   * @param out where the sounds go
   */
  constructor(
    private readonly context: BaseAudioContext,
    buffers: ReadonlyMap<string, AudioBuffer>,
    readonly begins: number,
    readonly from: number,
    private heard: string,
    out: AudioNode,
  ) {
    for (const [slot, buffer] of buffers) {
      if (from >= buffer.duration) continue;
      const node = new AudioBufferSourceNode(context, { buffer });
      const fader = new Fader(context, 0);
      node.connect(fader.node).connect(out);
      node.start(begins, from);
      this.voices.set(slot, { node, fader });
    }
    this.voices.get(heard)?.fader.fade(1, begins);
  }

  /** Seconds into the clips at this time of the clock. */
  at(time: number): number {
    return this.from + Math.max(0, time - this.begins);
  }

  select(slot: string): void {
    if (slot === this.heard) return;
    const now = this.context.currentTime;
    const silent = this.voices.get(this.heard)?.fader.fade(0, now) ?? now;
    this.voices.get(slot)?.fader.fade(1, Math.max(silent, this.begins));
    this.heard = slot;
  }

  /** Is silent from this time on at the latest. */
  stop(when: number): void {
    const now = this.context.currentTime;
    const begin = Math.max(now, when - FADE);
    for (const { node, fader } of this.voices.values()) {
      const silent = fader.fade(0, begin);
      node.stop(silent + FADE);
    }
  }
}
