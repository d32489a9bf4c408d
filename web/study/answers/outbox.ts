import { Refused, send, type SavedReply, type Sending } from '../api';
import { all, put, remove } from './store';

/** Where the answers stand: all in the database, one on its way, or kept here because the server cannot be reached. */
export type Standing = 'saved' | 'saving' | 'waiting';

interface Kept {
  number: number;
  sending: Sending;
}

export interface Listener {
  /** the server has committed it */
  saved(sending: Sending, reply: SavedReply): void;
  /** the server will never take it; it is no longer kept */
  refused(sending: Sending, refused: Refused): void;
  standing(standing: Standing): void;
}

/** Milliseconds until the server is asked again; each failure doubles it, up to what somebody who waits can bear. */
const SOON = 800;
const LATEST = 10_000;

/** Refusals that are about the moment, not about the answer: the same is sent again later. */
const PASSING = new Set([408, 425, 429]);

/**
 * The answers on their way to the server, one after another in the order they were given. Each lies on this device from
 * when it is given until the server says that it is in the database, so neither a lost network, nor a server that is
 * restarted, nor a reload loses one; each has a key of its own, so sending it twice stores it once.
 */
export class Outbox {
  private queue: Kept[] = [];
  private sending = false;
  private wake: () => void = () => undefined;
  private closed = false;
  private number = 0;

  constructor(
    private readonly session: string,
    private readonly listener: Listener,
  ) {
    window.addEventListener('online', this.hurry);
    document.addEventListener('visibilitychange', this.hurry);
  }

  get empty(): boolean {
    return this.queue.length === 0;
  }

  /** The answers that are still here. */
  get steps(): string[] {
    return this.queue.map(({ sending }) => sending.step);
  }

  /** Takes up what an earlier page left behind. */
  async restore(): Promise<void> {
    const kept = await all<Kept>('answers', this.session + '/');
    this.queue = [...kept.filter((one) => !this.queue.some((mine) => mine.number === one.number)), ...this.queue];
    this.number = Math.max(0, ...this.queue.map(({ number }) => number + 1));
    void this.pump();
  }

  /** Keeps an answer and sends it as soon as it can be; comes back when it lies safely on this device. */
  async give(sending: Sending): Promise<void> {
    const kept: Kept = { number: this.number++, sending };
    this.queue.push(kept);
    this.listener.standing('saving');
    await put('answers', this.place(kept), kept);
    void this.pump();
  }

  /** Stops sending, as when another tab has taken over. */
  close(): void {
    this.closed = true;
    window.removeEventListener('online', this.hurry);
    document.removeEventListener('visibilitychange', this.hurry);
    this.wake();
  }

  private readonly hurry = (): void => this.wake();

  private place(kept: Kept): string {
    return `${this.session}/${String(kept.number).padStart(6, '0')}`;
  }

  private async pump(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    let pause = SOON;
    for (let next = this.queue[0]; next && !this.closed; next = this.queue[0]) {
      const after = await this.attempt(next);
      if (after === null) {
        pause = SOON;
        continue;
      }
      this.listener.standing('waiting');
      await this.sleep(Math.max(after, pause * (0.75 + Math.random() / 2)));
      pause = Math.min(LATEST, pause * 2);
    }
    this.sending = false;
  }

  /** Null when it is done with, otherwise how long the server wants to be left alone. */
  private async attempt(kept: Kept): Promise<number | null> {
    this.listener.standing('saving');
    try {
      const reply = await send(this.session, kept.sending);
      await this.drop(kept);
      if (this.queue.length === 0) this.listener.standing('saved');
      this.listener.saved(kept.sending, reply);
      return null;
    } catch (cause) {
      // what does not come as a problem of the server's own is some gateway's word
      if (!(cause instanceof Refused) || cause.code === '' || cause.status >= 500 || PASSING.has(cause.status)) {
        return cause instanceof Refused ? cause.retryAfter * 1000 : 0;
      }
      await this.drop(kept);
      this.listener.refused(kept.sending, cause);
      return null;
    }
  }

  private async drop(kept: Kept): Promise<void> {
    await remove('answers', this.place(kept));
    this.queue = this.queue.filter((one) => one !== kept);
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, milliseconds);
      this.wake = () => {
        window.clearTimeout(timer);
        resolve();
      };
    });
  }
}
