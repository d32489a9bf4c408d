/** What part of the clip is in view, and what part is looped; everything on the page that shows time listens to it. */
export class Timeline {
  private from = 0;
  private to: number;
  private looped: { from: number; to: number } | null = null;
  private readonly listeners: (() => void)[] = [];

  constructor(readonly length: number) {
    this.to = length;
  }

  get start(): number {
    return this.from;
  }

  get end(): number {
    return this.to;
  }

  get loop(): { from: number; to: number } | null {
    return this.looped;
  }

  get whole(): boolean {
    return this.from <= 0 && this.to >= this.length;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Share of the view at which a time lies; outside 0 to 1 when it is out of view. */
  share(seconds: number): number {
    return (seconds - this.from) / (this.to - this.from);
  }

  at(share: number): number {
    return Math.min(this.length, Math.max(0, this.from + share * (this.to - this.from)));
  }

  /** Loops a region; a region shorter than a twentieth of a second clears the loop. */
  setLoop(from: number, to: number): void {
    const low = Math.max(0, Math.min(from, to));
    const high = Math.min(this.length, Math.max(from, to));
    this.looped = high - low < 0.05 ? null : { from: low, to: high };
    this.changed();
  }

  clearLoop(): void {
    this.looped = null;
    this.changed();
  }

  show(from: number, to: number): void {
    const span = Math.min(this.length, Math.max(0.5, to - from));
    this.from = Math.min(this.length - span, Math.max(0, from));
    this.to = this.from + span;
    this.changed();
  }

  /** Zooms by a factor around a time. */
  zoom(factor: number, around: number): void {
    const span = (this.to - this.from) / factor;
    const share = Math.min(1, Math.max(0, this.share(around)));
    this.show(around - share * span, around + (1 - share) * span);
  }

  /** Turns the page when the time has left the view. */
  follow(seconds: number): void {
    if (this.whole || (seconds >= this.from && seconds <= this.to)) return;
    this.show(seconds, seconds + this.to - this.from);
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
