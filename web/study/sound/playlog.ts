/** What happened to a clip: where in the clip, in seconds, and how long after the page was shown, in milliseconds. */
export interface PlayEvent {
  slot: string;
  kind: 'started' | 'playing' | 'stopped' | 'ended';
  position: number;
  at: number;
}

/** A page that is left open and playing must not fill the device. */
const MOST = 1500;

/** How often a clip that plays on is noted, in seconds: so little is lost if its end is never told. */
const EVERY = 1;

/** The diary of one page, in the order of time. */
export class PlayLog {
  private readonly told: PlayEvent[] = [];
  private readonly shown: number;
  private noted = 0;

  /**
   * @param before what a reload interrupted
   * @param elapsed how long the page had been shown before that, in milliseconds
   * @param clock the time in milliseconds, on a clock that never goes back
   */
  constructor(
    before: readonly PlayEvent[] = [],
    elapsed = 0,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.told.push(...before);
    this.shown = clock() - elapsed;
  }

  get events(): readonly PlayEvent[] {
    return this.told;
  }

  /** How long the page has been shown, in milliseconds. */
  get elapsed(): number {
    return Math.round(this.clock() - this.shown);
  }

  started(slot: string, position: number): void {
    this.add(slot, 'started', position);
  }

  playing(slot: string, position: number): void {
    if (this.clock() - this.noted >= EVERY * 1000) this.add(slot, 'playing', position);
  }

  stopped(slot: string, position: number): void {
    this.add(slot, 'stopped', position);
  }

  ended(slot: string, position: number): void {
    this.add(slot, 'ended', position);
  }

  /** The share of the clip that was heard at least once, from 0 to 1. */
  share(slot: string, seconds: number): number {
    return heard(this.told, slot) / seconds;
  }

  private add(slot: string, kind: PlayEvent['kind'], position: number): void {
    this.noted = this.clock();
    if (this.told.length >= MOST) return;
    this.told.push({ slot, kind, position: Math.round(Math.max(0, position) * 1000) / 1000, at: this.elapsed });
  }
}

/** How many seconds of a clip were heard, each counted once. */
export function heard(events: readonly PlayEvent[], slot: string): number {
  const stretches: [number, number][] = [];
  let from: number | null = null;
  for (const event of events) {
    if (event.slot !== slot) continue;
    if (event.kind === 'started') {
      from = event.position;
    } else if (from !== null) {
      if (event.position > from) stretches.push([from, event.position]);
      from = event.kind === 'playing' ? event.position : null;
    }
  }
  stretches.sort((a, b) => a[0] - b[0]);
  let sum = 0;
  let reached = 0;
  for (const [begin, end] of stretches) {
    sum += Math.max(0, end - Math.max(begin, reached));
    reached = Math.max(reached, end);
  }
  return sum;
}
