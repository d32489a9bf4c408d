import type { Direction, Status } from './api';

/** All turning of values into words, in one place. */

const NOTES = ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'];

/** "A4" for 69; the nearest semitone of a fractional number. */
export function noteName(midi: number): string {
  const nearest = Math.round(midi);
  return NOTES[((nearest % 12) + 12) % 12] + (Math.floor(nearest / 12) - 1);
}

/** "A4 +12 ct": the nearest semitone and the distance from it where it matters. */
export function notePlace(midi: number): string {
  const cents = Math.round((midi - Math.round(midi)) * 100);
  return cents === 0 ? noteName(midi) : `${noteName(midi)} ${signed(cents)} ct`;
}

export function midiOf(hertz: number): number {
  return 69 + 12 * Math.log2(hertz / 440);
}

export function hertzOf(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}

export function signed(value: number, digits = 0): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 ? `−${text}` : `+${text}`;
}

/** "1:04.2" or "4.20 s"-like clock text: minutes only where the clip has them. */
export function clock(seconds: number, length: number): string {
  const at = Math.max(0, seconds);
  if (length < 60) return at.toFixed(2);
  const minutes = Math.floor(at / 60);
  return `${minutes}:${(at - minutes * 60).toFixed(1).padStart(4, '0')}`;
}

/** For those who listen to the page: "3.2 of 8.0 seconds". */
export function spokenTime(seconds: number, length: number): string {
  return `${seconds.toFixed(1)} of ${length.toFixed(1)} seconds`;
}

export function remaining(seconds: number): string {
  if (seconds < 2) return 'almost there';
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} seconds left`;
  if (seconds < 90) return 'about a minute left';
  return `about ${Math.round(seconds / 60)} minutes left`;
}

export function bytes(count: number): string {
  if (count < 1000) return `${count} bytes`;
  if (count < 1e6) return `${Math.round(count / 1e3)} kB`;
  return `${(count / 1e6).toFixed(count < 1e7 ? 1 : 0)} MB`;
}

export function count(parameters: number): string {
  if (parameters < 1e6) return `${Math.round(parameters / 1e3)} thousand`;
  return `${(parameters / 1e6).toFixed(1)} million`;
}

export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the translation is called before anyone named it. */
export function titleOf(direction: Direction): string {
  return direction === 'video-to-sound' ? 'A video, heard' : 'A sound, seen';
}

export function doing(direction: Direction): string {
  return direction === 'video-to-sound' ? 'Hearing this video' : 'Seeing this sound';
}

export function statusWord(status: Status | undefined): string {
  const words: Record<Status, string> = {
    queued: 'waiting',
    running: 'in work',
    done: 'done',
    failed: 'failed',
    cancelled: 'cancelled',
  };
  return status ? words[status] : '';
}

/** "today, 14:05" or "3 Nov, 14:05" in the reader's own way. */
export function moment(iso: string | null | undefined): string {
  const at = new Date(iso ?? '');
  if (Number.isNaN(at.getTime())) return '';
  const today = new Date().toDateString() === at.toDateString();
  return at.toLocaleString(
    undefined,
    today
      ? { hour: '2-digit', minute: '2-digit' }
      : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  );
}

export interface Trust {
  title: string;
  detail: string;
}

/** How far the result may be trusted, said plainly. */
export function trust(confidence: number, direction: Direction): Trust {
  const sound = direction === 'video-to-sound';
  const what = sound ? 'sound' : 'picture';
  const whom = sound ? 'players' : 'recordings';
  if (confidence < 0.35) {
    return {
      title: `Take the ${what} as a sketch`,
      detail: `Antiphon has not learned ${whom} like this. It answers with the nearest thing it knows.`,
    };
  }
  if (confidence < 0.7) {
    return {
      title: 'Partly familiar ground',
      detail: sound
        ? 'Antiphon knows players somewhat like this. Trust when it plays more than what it plays.'
        : 'Antiphon knows recordings somewhat like this. Trust when it moves more than how it moves.',
    };
  }
  return {
    title: 'Familiar ground',
    detail: `Antiphon has learned from ${whom} like this. Where the notes below are pale, it was less sure.`,
  };
}

/** A measured value with its unit, short enough for a large figure. */
export function figure(value: number, unit: string | null | undefined): string {
  if (unit === '%') return `${Math.round(value)} %`;
  const magnitude = Math.abs(value);
  const digits = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : 2;
  const text = value < 0 ? `−${magnitude.toFixed(digits)}` : magnitude.toFixed(digits);
  return unit && unit !== '1' ? `${text} ${unit}` : text;
}
