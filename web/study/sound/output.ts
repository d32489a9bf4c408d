/**
 * The one way out for sound. A browser opens it in answer to a tap or a key only, so everything that may make a sound
 * first asks for it from within one.
 */

/** All stimuli are encoded at this rate; playing at it avoids a conversion that differs from browser to browser. */
const RATE = 48000;

const PATIENCE = 1500;

const VOLUME = 'antiphon-study-volume';

let context: AudioContext | null = null;
let volume: GainNode | null = null;
let level = kept();

/** What was set before a reload. */
function kept(): number {
  try {
    const value = Number(localStorage.getItem(VOLUME) ?? 1);
    return value >= 0 && value <= 1 ? value : 1;
  } catch {
    return 1;
  }
}

function made(): AudioContext {
  try {
    return new AudioContext({ latencyHint: 'interactive', sampleRate: RATE });
  } catch {
    return new AudioContext({ latencyHint: 'interactive' });
  }
}

/** Opens the output; null where the browser lets no sound through. */
export async function openOutput(): Promise<AudioContext | null> {
  try {
    if (!context) {
      context = made();
      volume = new GainNode(context, { gain: level });
      volume.connect(context.destination);
      // phones with a mute switch silence this kind of sound unless told that sound is the matter itself
      const session = (navigator as { audioSession?: { type: string } }).audioSession;
      if (session) session.type = 'playback';
    }
    if (context.state !== 'running') {
      const late = new Promise((resolve) => window.setTimeout(resolve, PATIENCE));
      await Promise.race([context.resume(), late]);
    }
    return context.state === 'running' ? context : null;
  } catch {
    return null;
  }
}

/** Where sounds are connected to: through the volume that the participant has set. */
export function destination(): AudioNode {
  if (!volume) throw new Error('the output is opened first');
  return volume;
}

/** From 0 to 1; holds for everything that is played from now on, also after a reload. */
export function setVolume(to: number): void {
  level = Math.min(1, Math.max(0, to));
  try {
    localStorage.setItem(VOLUME, String(level));
  } catch {
    // it holds until the page is left
  }
  if (volume && context) volume.gain.setTargetAtTime(level, context.currentTime, 0.01);
}

export function currentVolume(): number {
  return level;
}

/** Calls back whenever the browser takes the output away, as for a phone call. */
export function onInterrupted(act: () => void): () => void {
  const target = context;
  if (!target) return () => undefined;
  const listen = (): void => {
    if (target.state !== 'running') act();
  };
  target.addEventListener('statechange', listen);
  return () => target.removeEventListener('statechange', listen);
}

/** Decodes sound, or the sound of a video, at the rate of the output. */
export async function decode(bytes: ArrayBuffer): Promise<AudioBuffer> {
  return new OfflineAudioContext(1, 1, context?.sampleRate ?? RATE).decodeAudioData(bytes);
}
