import type { Clip } from '../api';
import { decode } from './output';

/** A clip that is here entirely: its sound decoded, its picture at an address inside this page. */
export interface Loaded {
  clip: Clip;
  buffer: AudioBuffer;
  /** the address of the file within this page */
  picture: string;
  medium: 'sound' | 'video';
}

/** Why a clip is not here: it did not come, the server no longer gives it out, or the browser cannot read it. */
export class ClipFailed extends Error {
  constructor(readonly why: 'network' | 'gone' | 'format') {
    super(why);
  }
}

type Content = Omit<Loaded, 'clip'>;

interface Coming {
  bytes: Promise<Content>;
  share: number;
  failed: boolean;
}

const TRIES = 3;
const PAUSE = 700;

/** Fetches each clip once, also ahead of the page that needs it, and lets go of those that no page needs. */
export class Clips {
  private readonly coming = new Map<string, Coming>();

  /** Begins to fetch these in the background, one after another, so that they do not hold up what is needed now. */
  async ahead(clips: readonly Clip[]): Promise<void> {
    for (const clip of clips) await this.start(clip.url).bytes.catch(() => undefined);
  }

  /**
   * All of these, decoded; throws {@link ClipFailed}.
   *
   * @param progress told the share that has arrived, from 0 to 1
   */
  async all(clips: readonly Clip[], progress: (share: number) => void): Promise<Loaded[]> {
    const started = clips.map(({ url }) => this.start(url));
    const tell = (): void => progress(started.reduce((sum, { share }) => sum + share, 0) / Math.max(1, started.length));
    const timer = window.setInterval(tell, 100);
    try {
      const here = await Promise.all(started.map(({ bytes }) => bytes));
      tell();
      return clips.flatMap((clip, i) => {
        const one = here[i];
        return one ? [{ clip, ...one }] : [];
      });
    } finally {
      window.clearInterval(timer);
    }
  }

  /** Lets go of everything but these. */
  keepOnly(clips: readonly Clip[]): void {
    const needed = new Set(clips.map(({ url }) => url));
    for (const [url, one] of this.coming) {
      if (needed.has(url)) continue;
      this.coming.delete(url);
      void one.bytes.then(({ picture }) => URL.revokeObjectURL(picture)).catch(() => undefined);
    }
  }

  private start(url: string): Coming {
    const before = this.coming.get(url);
    if (before && !before.failed) return before;
    const one: Coming = { bytes: Promise.resolve({} as never), share: 0, failed: false };
    one.bytes = this.fetched(url, (share) => (one.share = share));
    one.bytes.catch(() => (one.failed = true));
    this.coming.set(url, one);
    return one;
  }

  private async fetched(url: string, progress: (share: number) => void): Promise<Content> {
    for (let attempt = 1; ; attempt++) {
      try {
        const file = await received(url, progress);
        const picture = URL.createObjectURL(file);
        const buffer = await decode(await file.arrayBuffer()).catch(() => Promise.reject(new ClipFailed('format')));
        progress(1);
        return { buffer, picture, medium: file.type.startsWith('video/') ? 'video' : 'sound' };
      } catch (cause) {
        if (cause instanceof ClipFailed && cause.why !== 'network') throw cause;
        if (attempt === TRIES) throw new ClipFailed('network');
        await new Promise((resolve) => window.setTimeout(resolve, PAUSE * attempt));
      }
    }
  }
}

async function received(url: string, progress: (share: number) => void): Promise<Blob> {
  const answer = await fetch(url);
  if ([403, 404, 410].includes(answer.status)) throw new ClipFailed('gone');
  if (!answer.ok) throw new ClipFailed('network');
  const type = answer.headers.get('Content-Type') ?? '';
  const length = Number(answer.headers.get('Content-Length')) || 0;
  if (!answer.body || length === 0) return answer.blob();
  const parts: BlobPart[] = [];
  const reader = answer.body.getReader();
  let got = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    got += value.length;
    progress(Math.min(0.95, got / length));
  }
  return new Blob(parts, { type });
}
