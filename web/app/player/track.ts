/** The performance track as the server sends it: named channels 50 times a second, and the notes read out of them. */
export interface Track {
  rate: number;
  steps: number;
  onset: number[];
  voiced: number[];
  loudness: number[];
  brightness: number[];
  motion: number[];
  confidence: number[];
  bend?: number[];
  notes: TrackNote[];
}

export interface TrackNote {
  onset: number;
  duration: number;
  midi: number;
  velocity?: number;
}

export function stepAt(track: Track, seconds: number): number {
  return Math.min(track.steps - 1, Math.max(0, Math.floor(seconds * track.rate)));
}

/** The notes that sound at a time, lowest first. */
export function soundingAt(track: Track, seconds: number): TrackNote[] {
  return track.notes
    .filter((note) => seconds >= note.onset && seconds < note.onset + note.duration)
    .sort((a, b) => a.midi - b.midi);
}

/** Mean confidence over a stretch of time, 0 to 1. */
export function sureness(track: Track, from: number, to: number): number {
  const first = stepAt(track, from);
  const last = Math.max(first, stepAt(track, to));
  let sum = 0;
  for (let i = first; i <= last; i++) sum += track.confidence[i] ?? 1;
  return sum / (last - first + 1);
}

/** Times where an onset peaks above a threshold, with its probability. */
export function onsets(track: Track, threshold = 0.3): { seconds: number; probability: number }[] {
  const found: { seconds: number; probability: number }[] = [];
  for (let i = 0; i < track.steps; i++) {
    const here = track.onset[i];
    const before = track.onset[i - 1] ?? 0;
    const after = track.onset[i + 1] ?? 0;
    if (here >= threshold && here > before && here >= after) found.push({ seconds: i / track.rate, probability: here });
  }
  return found;
}
