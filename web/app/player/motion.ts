import { el } from '../ui/dom';
import type { Motion } from './binary';

/** Arrows over a picture that show where it moves, in the colour of sight with an edge that stands on any picture. */
export class MotionOverlay {
  readonly canvas = el('canvas', { class: 'motion', 'aria-hidden': 'true', hidden: true });
  private readonly block: number;
  private readonly longest: number;
  private shown = false;
  private drawn = -1;

  constructor(
    private readonly motion: Motion,
    private readonly video: HTMLVideoElement,
  ) {
    this.block = Math.max(1, Math.round(motion.width / 16));
    this.longest = usualLength(motion);
    new ResizeObserver(() => {
      this.drawn = -1;
    }).observe(video);
  }

  show(on: boolean): void {
    this.shown = on;
    this.canvas.hidden = !on;
    this.drawn = -1;
  }

  at(seconds: number): void {
    if (!this.shown) return;
    const frame = Math.min(this.motion.frames - 1, Math.max(0, Math.floor(seconds * this.motion.rate)));
    if (frame === this.drawn) return;
    this.drawn = frame;
    this.draw(frame);
  }

  private draw(frame: number): void {
    const to = this.canvas.getContext('2d');
    const box = this.picture();
    if (!to || box.width === 0) return;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(this.canvas.clientWidth * ratio);
    this.canvas.height = Math.round(this.canvas.clientHeight * ratio);
    to.setTransform(ratio, 0, 0, ratio, 0, 0);
    to.lineCap = 'round';
    const arrows = this.arrows(frame, box);
    stroke(to, arrows, '#ffffff', 4.5);
    stroke(to, arrows, '#0b6f6c', 2.25);
  }

  /** One arrow for each block of cells, from where the content was to where it is. */
  private arrows(frame: number, box: { left: number; top: number; width: number; height: number }): Arrow[] {
    const { width, height } = this.motion;
    const arrows: Arrow[] = [];
    const cell = box.width / width;
    const scale = (1.6 * this.block * cell) / this.longest;
    for (let row = 0; row + this.block <= height; row += this.block) {
      for (let column = 0; column + this.block <= width; column += this.block) {
        const [dx, dy] = mean(this.motion, frame, column, row, this.block);
        const length = Math.hypot(dx, dy);
        if (length < this.longest * 0.08) continue;
        const cut = Math.min(1, (1.3 * this.longest) / length);
        const tip = { x: box.left + (column + this.block / 2) * cell, y: box.top + ((row + this.block / 2) / height) * box.height };
        const [long, high] = [-dx * scale * cut, -dy * scale * cut];
        arrows.push({ x: tip.x - long, y: tip.y - high, dx: long, dy: high });
      }
    }
    return arrows;
  }

  /** Where the grid lies on the element: a square grid saw the middle square of the picture. */
  private picture(): { left: number; top: number; width: number; height: number } {
    const { clientWidth, clientHeight, videoWidth, videoHeight } = this.video;
    const scale = Math.min(clientWidth / (videoWidth || 1), clientHeight / (videoHeight || 1));
    const [width, height] = [videoWidth * scale, videoHeight * scale];
    const square = this.motion.width === this.motion.height;
    const [w, h] = square ? [Math.min(width, height), Math.min(width, height)] : [width, height];
    return { left: (clientWidth - w) / 2, top: (clientHeight - h) / 2, width: w, height: h };
  }
}

interface Arrow {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

function stroke(to: CanvasRenderingContext2D, arrows: Arrow[], colour: string, width: number): void {
  to.strokeStyle = colour;
  to.lineWidth = width;
  to.beginPath();
  for (const arrow of arrows) {
    const length = Math.hypot(arrow.dx, arrow.dy);
    const head = Math.min(6, length * 0.45);
    const angle = Math.atan2(arrow.dy, arrow.dx);
    const [tipX, tipY] = [arrow.x + arrow.dx, arrow.y + arrow.dy];
    to.moveTo(arrow.x, arrow.y);
    to.lineTo(tipX, tipY);
    for (const turn of [2.6, -2.6]) {
      to.moveTo(tipX, tipY);
      to.lineTo(tipX + head * Math.cos(angle + turn), tipY + head * Math.sin(angle + turn));
    }
  }
  to.stroke();
}

function mean(motion: Motion, frame: number, column: number, row: number, block: number): [number, number] {
  let dx = 0;
  let dy = 0;
  for (let y = row; y < row + block; y++) {
    for (let x = column; x < column + block; x++) {
      const at = ((frame * motion.height + y) * motion.width + x) * 2;
      dx += motion.pairs[at];
      dy += motion.pairs[at + 1];
    }
  }
  return [dx / block / block, dy / block / block];
}

/** The length that a long arrow stands for: nearly the largest movement of the clip, in quarter cells. */
function usualLength(motion: Motion): number {
  const lengths: number[] = [];
  const stride = Math.max(1, Math.floor(motion.pairs.length / 2 / 20000));
  for (let i = 0; i * 2 + 1 < motion.pairs.length; i += stride) {
    const length = Math.hypot(motion.pairs[i * 2], motion.pairs[i * 2 + 1]);
    if (length >= 1) lengths.push(length);
  }
  lengths.sort((a, b) => a - b);
  return Math.max(2, lengths[Math.floor(lengths.length * 0.95)] ?? 2);
}
