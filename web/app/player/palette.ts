/** The page's colours as the canvases need them; read anew whenever the theme changes. */
export interface Palette {
  paper: string;
  sunk: string;
  ink: string;
  soft: string;
  rule: string;
  edge: string;
  sight: string;
  /** red, green, blue of each of 256 levels of the spectrogram */
  spectrum: Uint8ClampedArray;
  font: string;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: colour('--paper'),
    sunk: colour('--paper-sunk'),
    ink: colour('--ink'),
    soft: colour('--ink-soft'),
    rule: colour('--rule'),
    edge: colour('--edge'),
    sight: colour('--sight'),
    spectrum: scale(colour('--spectrum-quiet'), colour('--sound'), colour('--spectrum-loud')),
    font: getComputedStyle(document.body).fontFamily,
  };
}

export function onThemeChange(act: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', act);
}

function scale(quiet: string, middle: string, loud: string): Uint8ClampedArray {
  const [a, b, c] = [parts(quiet), parts(middle), parts(loud)];
  const table = new Uint8ClampedArray(256 * 3);
  for (let i = 0; i < 256; i++) {
    const share = i / 255;
    const [low, high, part] = share < 0.6 ? [a, b, share / 0.6] : [b, c, (share - 0.6) / 0.4];
    for (let k = 0; k < 3; k++) table[i * 3 + k] = low[k] + (high[k] - low[k]) * part;
  }
  return table;
}

/** Tokens are written as #rrggbb. */
function parts(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
