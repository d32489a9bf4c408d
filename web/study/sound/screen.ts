import { el } from '../../app/ui/dom';
import { words } from '../words/words';
import type { Loaded } from './clips';
import type { Engine } from './engine';

/** Up to so many pictures run along unseen, so that a switch shows the other at once; a phone manages no more. */
const TOGETHER = 4;

/** How far a picture may be off before it jumps, and before it is left alone, in seconds. */
const FAR = 0.25;
const NEAR = 0.025;

/** The pictures of a page, silent, one of them seen; they follow the clock of the sound. */
export class Screen {
  readonly element = el('div', { class: 'screen' });
  private readonly videos = new Map<string, HTMLVideoElement>();

  constructor(
    clips: Loaded[],
    private readonly engine: Engine,
  ) {
    for (const { clip, picture } of clips) {
      const video = el('video', { playsinline: true, preload: 'auto', tabindex: -1, disablepictureinpicture: true, 'aria-label': words.picture });
      video.muted = true;
      video.disableRemotePlayback = true;
      video.src = picture;
      video.addEventListener('loadedmetadata', () => this.shape(video), { once: true });
      this.videos.set(clip.slot, video);
      this.element.append(video);
    }
    engine.onChange(() => this.follow());
    this.follow();
  }

  close(): void {
    for (const video of this.videos.values()) {
      video.removeAttribute('src');
      video.load();
    }
  }

  private shape(video: HTMLVideoElement): void {
    if (video.videoWidth > 0) this.element.style.setProperty('--aspect', String(video.videoWidth / video.videoHeight));
  }

  private follow(): void {
    const at = this.engine.heardPosition();
    for (const [slot, video] of this.videos) {
      const seen = slot === this.engine.slot;
      video.classList.toggle('seen', seen);
      video.setAttribute('aria-hidden', String(!seen));
      if (seen || this.videos.size <= TOGETHER) keepAt(video, at, this.engine.playing);
      else if (!video.paused) video.pause();
    }
  }
}

/** Nudges the speed of a picture, and lets it jump only when it is far away. */
function keepAt(video: HTMLVideoElement, seconds: number, playing: boolean): void {
  if (video.readyState < 1) return;
  const last = Math.max(0, video.duration - 0.02);
  const target = Math.min(Math.max(0, seconds), last);
  if (!playing || seconds >= last) {
    if (!video.paused) video.pause();
    // the middle of a frame, so that rounding never shows the one before
    const within = Math.min(target + 0.01, video.duration);
    if (Math.abs(video.currentTime - within) > NEAR && !video.seeking) video.currentTime = within;
    return;
  }
  const off = video.currentTime - target;
  if (Math.abs(off) > FAR && !video.seeking) video.currentTime = target;
  video.playbackRate = Math.abs(off) < NEAR ? 1 : Math.min(1.15, Math.max(0.85, 1 - off));
  if (video.paused) void video.play().catch(() => undefined);
}
