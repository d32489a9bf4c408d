/** The two binary formats of the server: spectrograms (ANSP) and motion (ANMO), little-endian with a short header. */

export interface Spectrogram {
  frames: number;
  bins: number;
  rate: number;
  maxHertz: number;
  /** levels[frame * bins + bin], 0 to 255 */
  levels: Uint8Array;
}

export interface Motion {
  frames: number;
  width: number;
  height: number;
  rate: number;
  /** pairs dx, dy of every cell of every frame, in quarter cells */
  pairs: Int8Array;
}

export function readSpectrogram(bytes: ArrayBuffer): Spectrogram {
  const view = opened(bytes, 'ANSP', 24);
  const frames = view.getInt32(8, true);
  const bins = view.getInt32(12, true);
  const rate = view.getFloat32(16, true);
  const maxHertz = view.getFloat32(20, true);
  return { frames, bins, rate, maxHertz, levels: new Uint8Array(bytes, 24, frames * bins) };
}

export function readMotion(bytes: ArrayBuffer): Motion {
  const view = opened(bytes, 'ANMO', 24);
  const frames = view.getInt32(8, true);
  const width = view.getInt32(12, true);
  const height = view.getInt32(16, true);
  const rate = view.getFloat32(20, true);
  return { frames, width, height, rate, pairs: new Int8Array(bytes, 24, frames * width * height * 2) };
}

function opened(bytes: ArrayBuffer, magic: string, header: number): DataView {
  const view = new DataView(bytes);
  const found = bytes.byteLength >= header ? String.fromCharCode(...new Uint8Array(bytes, 0, 4)) : '';
  const version = found === magic ? view.getInt32(4, true) : 0;
  if (version !== 1) throw new Error(`expected ${magic} version 1, found "${found}" version ${version}`);
  return view;
}

/** Width of the whole mel scale (Slaney's) up to a frequency. */
function melOf(hertz: number): number {
  return hertz < 1000 ? (hertz * 3) / 200 : 15 + Math.log(hertz / 1000) / (Math.log(6.4) / 27);
}

/** The fractional mel bin whose centre lies at a frequency. */
export function binAt(hertz: number, spectrogram: Spectrogram): number {
  return (melOf(hertz) / melOf(spectrogram.maxHertz)) * (spectrogram.bins + 1) - 1;
}

/** The level of a time and frequency, 0 to 1. */
export function levelAt(spectrogram: Spectrogram, seconds: number, hertz: number): number {
  const frame = Math.min(spectrogram.frames - 1, Math.max(0, Math.round(seconds * spectrogram.rate)));
  const bin = Math.min(spectrogram.bins - 1, Math.max(0, Math.round(binAt(hertz, spectrogram))));
  return spectrogram.levels[frame * spectrogram.bins + bin] / 255;
}
