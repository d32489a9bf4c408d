import { clock, noteName, notePlace, signed } from '../words';
import { labels, rule, type Lane, type Pen } from './lanes';
import { onsets, soundingAt, stepAt, sureness, type Track, type TrackNote } from './track';

/** The performance track between sight and sound, drawn in ink: notes, beginnings, loudness, motion. */

const x = (pen: Pen, seconds: number): number => pen.time.share(seconds) * pen.width;
const sureAt = (track: Track, seconds: number): number => track.confidence[stepAt(track, seconds)] ?? 1;

export function noteLane(track: Track, original: Track | null, originalWords: string): Lane {
  const all = [...track.notes, ...(original?.notes ?? [])].map((note) => note.midi);
  const low = Math.floor(Math.min(...all, 60)) - 2;
  const high = Math.ceil(Math.max(...all, 67)) + 2;
  const lineHeight = Math.min(12, Math.max(5, 180 / (high - low)));
  const height = Math.round((high - low) * lineHeight);
  const y = (midi: number): number => height - (midi - low) * lineHeight;
  return {
    title: 'Notes',
    hint: original ? `filled: the translation, outlined: ${originalWords}; paler is less sure` : 'paler is less sure',
    summary: summaryOf(track.notes),
    height,
    axis: (pen) => labels(pen, naturals(low, high).map((midi) => ({ y: y(midi), text: noteName(midi) }))),
    draw: (pen) => {
      for (const midi of naturals(low, high)) rule(pen, y(midi));
      for (const note of track.notes) fillNote(pen, note, y(note.midi), lineHeight, track);
      for (const note of original?.notes ?? []) outlineNote(pen, note, y(note.midi), lineHeight);
    },
    read: (seconds) => {
      const names = soundingAt(track, seconds).map((note) => notePlace(note.midi + bendAt(track, seconds)));
      const sure = `${Math.round(sureAt(track, seconds) * 100)} % sure`;
      return `${names.length > 0 ? names.join(' ') : 'no note'}, ${sure}`;
    },
  };
}

function bendAt(track: Track, seconds: number): number {
  return track.bend?.[stepAt(track, seconds)] ?? 0;
}

/** C of each octave, and the G between where the range is small. */
function naturals(low: number, high: number): number[] {
  const marks: number[] = [];
  const classes = high - low > 30 ? [0] : high - low > 16 ? [0, 7] : [0, 4, 7, 9];
  for (let midi = low + 1; midi < high; midi++) if (classes.includes(midi % 12)) marks.push(midi);
  return marks;
}

function summaryOf(notes: TrackNote[]): string {
  const shown = notes.slice(0, 24).map((note) => noteName(note.midi));
  return `${notes.length} notes: ${shown.join(', ')}${notes.length > shown.length ? ' and more' : ''}`;
}

function fillNote(pen: Pen, note: TrackNote, y: number, lineHeight: number, track: Track): void {
  const left = x(pen, note.onset);
  const width = Math.max(2, x(pen, note.onset + note.duration) - left - 1);
  pen.to.globalAlpha = 0.2 + 0.8 * sureness(track, note.onset, note.onset + note.duration);
  pen.to.fillStyle = pen.palette.ink;
  pen.to.fillRect(left, y - lineHeight / 2 + 0.5, width, lineHeight - 1);
  pen.to.globalAlpha = 1;
}

function outlineNote(pen: Pen, note: TrackNote, y: number, lineHeight: number): void {
  const left = x(pen, note.onset);
  const width = Math.max(2, x(pen, note.onset + note.duration) - left - 1);
  pen.to.strokeStyle = pen.palette.soft;
  pen.to.lineWidth = 1.5;
  pen.to.strokeRect(left, y - lineHeight / 2 - 1.25, width, lineHeight + 2.5);
}

export function onsetLane(track: Track, original: Track | null): Lane {
  const marks = onsets(track);
  const others = original ? onsets(original) : [];
  const height = original ? 32 : 20;
  return {
    title: 'Beginnings',
    hint: original ? 'above: the translation, below: the original' : undefined,
    summary: `${marks.length} note beginnings`,
    height,
    axis: () => undefined,
    draw: (pen) => {
      const half = original ? pen.height / 2 : pen.height;
      if (original) rule(pen, half);
      for (const mark of marks) {
        pen.to.globalAlpha = 0.25 + 0.75 * sureAt(track, mark.seconds);
        pen.to.fillStyle = pen.palette.ink;
        pen.to.fillRect(x(pen, mark.seconds) - 1, half * (1 - mark.probability), 2, half * mark.probability);
      }
      pen.to.globalAlpha = 1;
      pen.to.fillStyle = pen.palette.soft;
      for (const mark of others) pen.to.fillRect(x(pen, mark.seconds) - 1, half + 1, 2, half * mark.probability);
    },
    read: (seconds) => {
      const near = marks.find((mark) => Math.abs(mark.seconds - seconds) < 0.06);
      return near ? `begins at ${near.seconds.toFixed(2)} s` : '';
    },
  };
}

export function loudnessLane(track: Track, original: Track | null): Lane {
  const all = [...track.loudness, ...(original?.loudness ?? [])].filter(Number.isFinite);
  const top = Math.ceil((Math.max(-20, ...all) + 2) / 10) * 10;
  const bottom = Math.max(-80, top - 60);
  const height = 72;
  const y = (decibels: number): number => ((top - Math.max(bottom, decibels)) / (top - bottom)) * (height - 2) + 1;
  const grid = [top - 10, top - 30, top - 50].filter((decibels) => decibels > bottom);
  return {
    title: 'Loudness',
    hint: original ? 'dashed: the original' : undefined,
    summary: `Loudness between ${Math.round(Math.min(...all))} and ${Math.round(Math.max(...all))} decibels`,
    height,
    axis: (pen) => labels(pen, grid.map((decibels) => ({ y: y(decibels), text: `${signed(decibels)}` }))),
    draw: (pen) => {
      for (const decibels of grid) rule(pen, y(decibels));
      if (original) line(pen, original, original.loudness, y, pen.palette.soft, [4, 4]);
      line(pen, track, track.loudness, y, pen.palette.ink, []);
    },
    read: (seconds) => {
      const own = track.loudness[stepAt(track, seconds)];
      const other = original?.loudness[stepAt(original, seconds)];
      return `${signed(own)} dB${other === undefined ? '' : `, original ${signed(other)} dB`}`;
    },
  };
}

function line(pen: Pen, track: Track, values: number[], y: (value: number) => number, colour: string, dash: number[]): void {
  const first = Math.max(0, stepAt(track, pen.time.start) - 1);
  const last = Math.min(track.steps - 1, stepAt(track, pen.time.end) + 1);
  const stride = Math.max(1, Math.floor((last - first) / (pen.width * 2)));
  pen.to.beginPath();
  for (let i = first; i <= last; i += stride) pen.to.lineTo(x(pen, (i + 0.5) / track.rate), y(values[i]));
  pen.to.strokeStyle = colour;
  pen.to.lineWidth = 1.75;
  pen.to.lineJoin = 'round';
  pen.to.setLineDash(dash);
  pen.to.stroke();
  pen.to.setLineDash([]);
}

/** Motion is of sight, and is the one lane in its colour. */
export function motionLane(track: Track): Lane {
  const sorted = [...track.motion].sort((a, b) => a - b);
  const most = Math.max(0.01, (sorted[Math.floor(sorted.length * 0.99)] ?? 0) * 1.1);
  const height = 40;
  return {
    title: 'Motion',
    summary: 'How much moves in the picture',
    height,
    axis: () => undefined,
    draw: (pen) => {
      const base = pen.height - 1;
      pen.to.beginPath();
      pen.to.moveTo(x(pen, 0), base);
      for (let i = 0; i < track.steps; i++) {
        pen.to.lineTo(x(pen, (i + 0.5) / track.rate), base - Math.min(1, track.motion[i] / most) * (pen.height - 4));
      }
      pen.to.lineTo(x(pen, track.steps / track.rate), base);
      pen.to.fillStyle = pen.palette.sight;
      pen.to.fill();
      rule(pen, base);
    },
    read: (seconds) => `${(track.motion[stepAt(track, seconds)] * 100).toFixed(0)} % of the width a second`,
  };
}

export function timeLane(length: number): Lane {
  return {
    title: 'Seconds',
    summary: `Time from 0 to ${length.toFixed(1)} seconds`,
    height: 20,
    axis: () => undefined,
    draw: (pen) => {
      const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60];
      const span = pen.time.end - pen.time.start;
      const step = steps.find((candidate) => (candidate / span) * pen.width >= 48) ?? 120;
      pen.to.textBaseline = 'bottom';
      for (let t = Math.ceil(pen.time.start / step) * step; t <= pen.time.end + 1e-6; t += step) {
        const at = x(pen, t);
        pen.to.fillStyle = pen.palette.edge;
        pen.to.fillRect(Math.min(pen.width - 1, at), 0, 1, 5);
        pen.to.fillStyle = pen.palette.soft;
        pen.to.textAlign = at < 8 ? 'left' : at > pen.width - 12 ? 'right' : 'center';
        pen.to.fillText(step < 1 ? t.toFixed(1) : String(Math.round(t)), at, pen.height);
      }
    },
    read: (seconds) => `${clock(seconds, length)} s`,
  };
}
