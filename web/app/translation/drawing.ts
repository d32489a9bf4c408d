import type { Direction } from '../api';

const SPACE = 'http://www.w3.org/2000/svg';

/** The product's own picture: the call drawn full, and the answer dotted while it is awaited, or absent. */
export function drawing(direction: Direction, awaited: boolean): SVGSVGElement {
  const svg = document.createElementNS(SPACE, 'svg');
  svg.setAttribute('viewBox', '0 0 120 64');
  svg.setAttribute('class', 'lobes');
  svg.setAttribute('aria-hidden', 'true');
  const path = (name: string, d: string): void => {
    const made = document.createElementNS(SPACE, 'path');
    made.setAttribute('class', name);
    made.setAttribute('d', d);
    svg.append(made);
  };
  path('line', 'M4 32h112');
  if (direction === 'video-to-sound') {
    path('sight', 'M10 24c8-22 38-22 46 0');
    if (awaited) path('sound answer', 'M64 40c8 22 38 22 46 0');
  } else {
    path('sound', 'M10 40c8 22 38 22 46 0');
    if (awaited) path('sight answer', 'M64 24c8-22 38-22 46 0');
  }
  return svg;
}
