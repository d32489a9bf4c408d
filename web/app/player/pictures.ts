import { el } from '../ui/dom';
import type { Motion } from './binary';
import { MotionOverlay } from './motion';

export interface PictureSize {
  width: number;
  height: number;
}

export interface PictureSource {
  label: string;
  address: string;
  /** a picture that stands still; anything else is a video */
  still?: boolean;
  size?: PictureSize | null;
  motion?: Motion | null;
}

/** The picture or pictures above the track, always muted, following the clock of the sounds. */
export class Pictures {
  readonly element: HTMLElement;
  private readonly videos: HTMLVideoElement[] = [];
  private readonly overlays: MotionOverlay[] = [];

  constructor(sources: PictureSource[]) {
    this.element = el('div', { class: 'pictures', 'data-count': sources.length }, ...sources.map((source) => this.figure(source)));
  }

  get canShowMotion(): boolean {
    return this.overlays.length > 0;
  }

  showMotion(on: boolean): void {
    for (const overlay of this.overlays) overlay.show(on);
  }

  /** Keeps every video within a frame or so of the clock: nudges its speed, and jumps only when it is far away. */
  follow(seconds: number, playing: boolean): void {
    for (const video of this.videos) follow(video, seconds, playing);
    for (const overlay of this.overlays) overlay.at(seconds);
  }

  draw(seconds: number): void {
    for (const overlay of this.overlays) overlay.at(seconds);
  }

  private figure(source: PictureSource): HTMLElement {
    const frame = source.still ? still(source) : this.moving(source);
    if (source.size) frame.style.setProperty('--aspect', String(source.size.width / source.size.height));
    return el('figure', { class: source.still ? 'still' : 'moving' }, frame, el('figcaption', { class: 'small' }, source.label));
  }

  private moving(source: PictureSource): HTMLElement {
    const video = el('video', { playsinline: true, preload: 'auto', 'aria-label': source.label, disablepictureinpicture: true, tabindex: -1 });
    video.muted = true;
    video.src = source.address;
    const failed = el('p', { class: 'small', hidden: true }, 'This browser cannot show the picture of this file.');
    video.addEventListener('error', () => {
      failed.hidden = false;
    });
    this.videos.push(video);
    const frame = el('div', { class: 'frame' }, video, failed);
    if (source.motion) {
      const overlay = new MotionOverlay(source.motion, video);
      this.overlays.push(overlay);
      frame.append(overlay.canvas);
    }
    return frame;
  }
}

/** Its caption says all there is to say of it. */
function still(source: PictureSource): HTMLElement {
  return el('div', { class: 'frame' }, el('img', { src: source.address, alt: '', decoding: 'async' }));
}

function follow(video: HTMLVideoElement, seconds: number, playing: boolean): void {
  if (video.readyState < 1) return;
  const target = Math.min(Math.max(0, seconds), Math.max(0, video.duration - 0.02));
  const ended = seconds > video.duration;
  if (!playing || ended) {
    if (!video.paused) video.pause();
    // the middle of a frame, so that rounding never shows the one before
    const within = Math.min(target + 0.01, video.duration);
    if (Math.abs(video.currentTime - within) > 0.005 && !video.seeking) video.currentTime = within;
    return;
  }
  const drift = video.currentTime - target;
  if (Math.abs(drift) > 0.3 && !video.seeking) video.currentTime = target;
  video.playbackRate = Math.abs(drift) < 0.025 ? 1 : Math.min(1.1, Math.max(0.9, 1 - drift));
  if (video.paused) void video.play().catch(() => undefined);
}

/** The size of the picture at an address, or null where this browser finds none to show. */
export function pictureSize(address: string | null | undefined): Promise<PictureSize | null> {
  if (!address) return Promise.resolve(null);
  return new Promise((resolve) => {
    const probe = document.createElement('video');
    const settle = (): void => {
      window.clearTimeout(late);
      const size = { width: probe.videoWidth, height: probe.videoHeight };
      probe.removeAttribute('src');
      probe.load();
      resolve(size.width > 0 ? size : null);
    };
    const late = window.setTimeout(settle, 4000);
    probe.preload = 'metadata';
    probe.muted = true;
    probe.addEventListener('loadedmetadata', settle, { once: true });
    probe.addEventListener('error', settle, { once: true });
    probe.src = address;
  });
}
