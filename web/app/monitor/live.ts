/** Follows a study by server-sent events, or by asking now and then where those fail; tries them again after a while. */

import { getJson, Problem } from '../api';
import type { Overview } from './types';

const ASK = 5000;
const AGAIN = 30_000;

export type Line = 'live' | 'asking' | 'lost';

export class Live {
  private source: EventSource | null = null;
  private timer = 0;
  private failed = 0;
  private stopped = false;

  constructor(
    private readonly path: string,
    private readonly query: string,
    private readonly news: (overview: Overview) => void,
    private readonly standing: (line: Line, cause?: unknown) => void,
  ) {}

  start(): void {
    document.addEventListener('visibilitychange', () => this.turn());
    void this.ask().then(() => this.listen());
  }

  stop(): void {
    this.stopped = true;
    this.quiet();
  }

  /** A page that nobody sees keeps no line open. */
  private turn(): void {
    if (this.stopped) return;
    this.quiet();
    if (!document.hidden) void this.ask().then(() => this.listen());
  }

  private quiet(): void {
    this.source?.close();
    this.source = null;
    window.clearTimeout(this.timer);
  }

  private listen(): void {
    if (this.stopped || document.hidden || this.source) return;
    if (typeof EventSource !== 'function') {
      this.later();
      return;
    }
    const source = new EventSource(`${this.path}/events${this.query}`);
    this.source = source;
    source.addEventListener('open', () => this.standing('live'));
    source.addEventListener('overview', (event) => {
      this.standing('live');
      this.news(JSON.parse((event as MessageEvent<string>).data) as Overview);
    });
    source.addEventListener('error', () => {
      source.close();
      if (this.source !== source) return;
      this.source = null;
      this.failed = Date.now();
      void this.ask().then(() => this.later());
    });
  }

  private later(): void {
    if (this.stopped || document.hidden) return;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      void this.ask().then(() => {
        if (Date.now() - this.failed > AGAIN) this.listen();
        else this.later();
      });
    }, ASK);
  }

  private async ask(): Promise<void> {
    try {
      const overview = await getJson<Overview>(`${this.path}${this.query}`);
      if (this.stopped) return;
      if (!this.source) this.standing('asking');
      this.news(overview);
    } catch (cause) {
      if (this.stopped) return;
      this.standing('lost', cause);
      const status = cause instanceof Problem ? cause.told.status : undefined;
      if (status === 401 || status === 403 || status === 404 || status === 409) this.stop();
    }
  }
}
