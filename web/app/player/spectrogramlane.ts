import { hertzOf, midiOf, noteName } from '../words';
import { binAt, levelAt, type Spectrogram } from './binary';
import { labels, type Lane, type Pen } from './lanes';
import type { Palette } from './palette';

/** A spectrogram on a logarithmic frequency axis with note names, in the colour of sound. */

const LOWEST = 28; // E1
const HEIGHT = 176;

/** Levels that are drawn as nothing and as the most, common to all spectrograms of one page. */
export function contrast(spectrograms: Spectrogram[]): { low: number; high: number } {
  const counts = new Float64Array(256);
  let total = 0;
  for (const spectrogram of spectrograms) {
    for (const level of spectrogram.levels) counts[level] += 1;
    total += spectrogram.levels.length;
  }
  const at = (share: number): number => {
    let sum = 0;
    for (let i = 0; i < 256; i++) {
      sum += counts[i];
      if (sum >= total * share) return i;
    }
    return 255;
  };
  const high = Math.max(at(0.9985), 32);
  return { low: Math.min(at(0.35), high - 24), high };
}

export function spectrogramLane(
  title: string,
  of: 'original' | 'translation',
  spectrogram: Spectrogram,
  range: { low: number; high: number },
): Lane {
  const highest = midiOf(Math.min(spectrogram.maxHertz, 10500));
  const y = (midi: number): number => HEIGHT * (1 - (midi - LOWEST) / (highest - LOWEST));
  const octaves = [36, 48, 60, 72, 84, 96, 108].filter((midi) => midi < highest);
  let picture: { of: Palette; rows: number; canvas: HTMLCanvasElement } | null = null;
  const pictureFor = (palette: Palette, rows: number): HTMLCanvasElement => {
    if (picture?.of !== palette || picture.rows !== rows) {
      picture = { of: palette, rows, canvas: rendered(spectrogram, range, palette, rows, highest) };
    }
    return picture.canvas;
  };
  return {
    title,
    of,
    summary: `${title}: spectrogram of ${(spectrogram.frames / spectrogram.rate).toFixed(1)} seconds`,
    height: HEIGHT,
    axis: (pen) => labels(pen, octaves.map((midi) => ({ y: y(midi), text: noteName(midi) }))),
    draw: (pen) => place(pen, spectrogram, pictureFor(pen.palette, Math.round(HEIGHT * pen.ratio)), octaves.map(y)),
    read: (seconds) => strongest(spectrogram, seconds, highest, range),
  };
}

function place(pen: Pen, spectrogram: Spectrogram, picture: HTMLCanvasElement, lines: number[]): void {
  const frames = (seconds: number): number => (seconds * spectrogram.rate * picture.width) / spectrogram.frames;
  const from = frames(pen.time.start);
  const end = Math.min(pen.time.end, spectrogram.frames / spectrogram.rate);
  const width = pen.time.share(end) * pen.width;
  pen.to.imageSmoothingEnabled = true;
  if (width > 0) pen.to.drawImage(picture, from, 0, frames(end) - from, picture.height, 0, 0, width, pen.height);
  pen.to.fillStyle = pen.palette.ink;
  pen.to.globalAlpha = 0.14;
  for (const line of lines) pen.to.fillRect(0, Math.round(line), pen.width, 1);
  pen.to.globalAlpha = 1;
}

/** Draws the whole spectrogram once; at most 4096 columns wide, the loudest frame of each column. */
function rendered(
  spectrogram: Spectrogram,
  range: { low: number; high: number },
  palette: Palette,
  rows: number,
  highest: number,
): HTMLCanvasElement {
  const columns = Math.max(1, Math.min(4096, spectrogram.frames));
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const to = canvas.getContext('2d');
  if (!to) return canvas;
  const image = to.createImageData(columns, rows);
  const bins = Array.from({ length: rows }, (_, row) => {
    const midi = highest - ((row + 0.5) / rows) * (highest - LOWEST);
    return Math.min(spectrogram.bins - 1.001, Math.max(0, binAt(hertzOf(midi), spectrogram)));
  });
  const perColumn = spectrogram.frames / columns;
  for (let column = 0; column < columns; column++) {
    const first = Math.floor(column * perColumn);
    const last = Math.max(first + 1, Math.floor((column + 1) * perColumn));
    for (let row = 0; row < rows; row++) {
      let level = 0;
      for (let frame = first; frame < last; frame++) level = Math.max(level, between(spectrogram, frame, bins[row]));
      const shade = Math.min(255, Math.max(0, Math.round(((level - range.low) / (range.high - range.low)) * 255)));
      const at = (row * columns + column) * 4;
      image.data[at] = palette.spectrum[shade * 3];
      image.data[at + 1] = palette.spectrum[shade * 3 + 1];
      image.data[at + 2] = palette.spectrum[shade * 3 + 2];
      image.data[at + 3] = 255;
    }
  }
  to.putImageData(image, 0, 0);
  return canvas;
}

function between(spectrogram: Spectrogram, frame: number, bin: number): number {
  const low = Math.floor(bin);
  const at = frame * spectrogram.bins + low;
  const part = bin - low;
  return spectrogram.levels[at] * (1 - part) + spectrogram.levels[at + 1] * part;
}

function strongest(spectrogram: Spectrogram, seconds: number, highest: number, range: { low: number; high: number }): string {
  let best = LOWEST;
  let level = 0;
  for (let midi = LOWEST; midi < highest; midi++) {
    const here = levelAt(spectrogram, seconds, hertzOf(midi));
    if (here > level) [best, level] = [midi, here];
  }
  if (level * 255 <= range.low + 8) return 'quiet';
  return `strongest at ${noteName(best)}, ${Math.round(hertzOf(best))} Hz`;
}
