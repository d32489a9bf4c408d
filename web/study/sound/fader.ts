/** How long a sound takes to come or go, in seconds (ITU-R BS.1534-3: 5 ms, raised cosine). */
export const FADE = 0.005;

const POINTS = 33;

const raised = (share: number): number => (1 - Math.cos(Math.PI * share)) / 2;

/** A gain that always knows where it is, also in the middle of a fade and before one that is still to come. */
export class Fader {
  readonly node: GainNode;
  private from: number;
  private to: number;
  private begins = -1;

  constructor(
    private readonly context: BaseAudioContext,
    value: number,
  ) {
    this.node = new GainNode(context, { gain: value });
    this.from = value;
    this.to = value;
  }

  /** Fades to the target from the given time of the context on; answers the time at which it is there. */
  fade(target: number, when: number): number {
    const at = Math.max(when, this.context.currentTime);
    const here = this.at(at);
    const curve = Float32Array.from({ length: POINTS }, (_, i) => here + (target - here) * raised(i / (POINTS - 1)));
    this.node.gain.cancelScheduledValues(0);
    this.node.gain.setValueAtTime(this.at(this.context.currentTime), this.context.currentTime);
    this.node.gain.setValueCurveAtTime(curve, at, FADE);
    this.from = here;
    this.to = target;
    this.begins = at;
    return at + FADE;
  }

  private at(time: number): number {
    if (this.begins < 0) return this.to;
    const share = Math.min(1, Math.max(0, (time - this.begins) / FADE));
    return this.from + (this.to - this.from) * raised(share);
  }
}
