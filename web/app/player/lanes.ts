import { el } from '../ui/dom';
import { onThemeChange, readPalette, type Palette } from './palette';
import type { Timeline } from './timeline';

/** One horizontal strip of the player: a plot over time with an axis beside it. */
export interface Lane {
  title: string;
  hint?: string;
  /** what the plot shows, for those who cannot see it */
  summary: string;
  height: number;
  draw(pen: Pen): void;
  axis(pen: Pen): void;
  read(seconds: number): string;
  /** which source this lane pictures, if it pictures one alone */
  of?: 'original' | 'translation';
}

/** A canvas with its size in CSS pixels and all that drawing needs. */
export interface Pen {
  to: CanvasRenderingContext2D;
  width: number;
  height: number;
  ratio: number;
  time: Timeline;
  palette: Palette;
}

interface Row {
  lane: Lane;
  element: HTMLElement;
  reading: HTMLElement;
  axis: HTMLCanvasElement;
  plot: HTMLCanvasElement;
}

/** Stacks lanes over one time axis, with one cursor, one loop region and one reading through all of them. */
export class Lanes {
  readonly element: HTMLElement;
  private readonly rows: Row[];
  private readonly playhead = el('i', { class: 'playhead' });
  private readonly cursor = el('i', { class: 'cursor', hidden: true });
  private readonly region = el('i', { class: 'region', hidden: true });
  private readonly surface: HTMLElement;
  private palette = readPalette();
  private position = 0;
  private hovered: number | null = null;
  private pending = 0;

  constructor(
    lanes: Lane[],
    private readonly time: Timeline,
    private readonly seek: (seconds: number) => void,
  ) {
    this.rows = lanes.map(rowOf);
    this.surface = el('div', { class: 'surface', 'aria-hidden': 'true' }, this.region, this.cursor, this.playhead);
    this.element = el('div', { class: 'lanes', dir: 'ltr' }, ...this.rows.map((row) => row.element), this.surface);
    this.listen();
    time.onChange(() => this.redraw());
    onThemeChange(() => {
      this.palette = readPalette();
      this.redraw();
    });
    new ResizeObserver(() => this.redraw()).observe(this.element);
  }

  /** Moves the playhead; cheap enough for every frame. */
  at(seconds: number): void {
    this.position = seconds;
    const share = this.time.share(seconds);
    this.playhead.hidden = share < 0 || share > 1;
    this.playhead.style.insetInlineStart = `${share * 100}%`;
    if (this.hovered === null) this.readAll(seconds);
  }

  hear(source: string): void {
    for (const row of this.rows) {
      if (row.lane.of) row.element.dataset.heard = row.lane.of === source ? 'yes' : 'no';
    }
  }

  redraw(): void {
    if (this.pending) return;
    this.pending = requestAnimationFrame(() => {
      this.pending = 0;
      for (const row of this.rows) {
        paint(row.axis, this.time, this.palette, (pen) => row.lane.axis(pen));
        paint(row.plot, this.time, this.palette, (pen) => row.lane.draw(pen));
      }
      this.showLoop();
      this.at(this.position);
    });
  }

  private showLoop(): void {
    const loop = this.time.loop;
    this.region.hidden = loop === null;
    if (!loop) return;
    const from = Math.max(0, this.time.share(loop.from));
    const to = Math.min(1, this.time.share(loop.to));
    this.region.hidden = to <= 0 || from >= 1;
    this.region.style.insetInlineStart = `${from * 100}%`;
    this.region.style.inlineSize = `${(to - from) * 100}%`;
  }

  private readAll(seconds: number): void {
    for (const row of this.rows) row.reading.textContent = row.lane.read(seconds);
  }

  private timeAt(event: PointerEvent): number {
    const box = this.surface.getBoundingClientRect();
    return this.time.at((event.clientX - box.left) / box.width);
  }

  private listen(): void {
    let pressed: { at: number; x: number; dragging: boolean } | null = null;
    this.surface.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      pressed = { at: this.timeAt(event), x: event.clientX, dragging: false };
      this.surface.setPointerCapture(event.pointerId);
    });
    this.surface.addEventListener('pointermove', (event) => {
      const seconds = this.timeAt(event);
      if (event.pointerType === 'mouse' || pressed) this.hover(seconds);
      if (!pressed) return;
      if (Math.abs(event.clientX - pressed.x) > 6) pressed.dragging = true;
      if (pressed.dragging) this.time.setLoop(pressed.at, seconds);
    });
    this.surface.addEventListener('pointerup', () => {
      if (pressed?.dragging) {
        if (this.time.loop) this.seek(this.time.loop.from);
      } else if (pressed) {
        this.seek(pressed.at);
      }
      pressed = null;
    });
    this.surface.addEventListener('pointercancel', () => {
      pressed = null;
      this.hover(null);
    });
    this.surface.addEventListener('pointerleave', () => this.hover(null));
    this.surface.addEventListener('wheel', (event) => this.zoomBy(event), { passive: false });
  }

  private zoomBy(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = this.surface.getBoundingClientRect();
    this.time.zoom(event.deltaY < 0 ? 1.25 : 0.8, this.time.at((event.clientX - box.left) / box.width));
  }

  private hover(seconds: number | null): void {
    this.hovered = seconds;
    this.cursor.hidden = seconds === null;
    if (seconds !== null) this.cursor.style.insetInlineStart = `${this.time.share(seconds) * 100}%`;
    this.readAll(seconds ?? this.position);
  }
}

function rowOf(lane: Lane): Row {
  const reading = el('span', { class: 'reading' });
  const axis = el('canvas', { class: 'axis', 'aria-hidden': 'true' });
  const plot = el('canvas', { class: 'plot', role: 'img', 'aria-label': lane.summary });
  axis.style.blockSize = `${lane.height}px`;
  plot.style.blockSize = `${lane.height}px`;
  const head = el(
    'div',
    { class: 'lane-head' },
    el('span', { class: 'lane-title' }, lane.title),
    lane.hint ? el('span', { class: 'lane-hint' }, lane.hint) : null,
    reading,
  );
  return { lane, reading, axis, plot, element: el('div', { class: 'lane' }, head, axis, plot) };
}

function paint(canvas: HTMLCanvasElement, time: Timeline, palette: Palette, draw: (pen: Pen) => void): void {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  const to = canvas.getContext('2d');
  if (!to || width === 0 || height === 0) return;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  to.setTransform(ratio, 0, 0, ratio, 0, 0);
  to.font = `11px ${palette.font}`;
  draw({ to, width, height, ratio, time, palette });
}

/** Writes the labels of an axis at the right edge of its canvas, leaving out those that would touch. */
export function labels(pen: Pen, marks: { y: number; text: string }[]): void {
  pen.to.fillStyle = pen.palette.soft;
  pen.to.textAlign = 'right';
  pen.to.textBaseline = 'middle';
  let last = Number.NEGATIVE_INFINITY;
  for (const mark of [...marks].sort((a, b) => a.y - b.y)) {
    const y = Math.min(pen.height - 6, Math.max(6, mark.y));
    if (y - last < 12) continue;
    pen.to.fillText(mark.text, pen.width - 6, y);
    last = y;
  }
}

export function rule(pen: Pen, y: number): void {
  pen.to.fillStyle = pen.palette.rule;
  pen.to.fillRect(0, Math.round(y), pen.width, 1);
}
