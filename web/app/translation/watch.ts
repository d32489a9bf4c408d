import { getJson, Problem, type Translation } from '../api';

/** Follows a translation until it ends: by server-sent events, or by asking every two seconds where those fail. */
export class Watch {
  private source: EventSource | null = null;
  private timer = 0;
  private stopped = false;

  constructor(
    private readonly self: string,
    private readonly events: string,
    private readonly changed: (translation: Translation) => void,
    private readonly lost: (cause: unknown) => void,
  ) {}

  start(): void {
    if (typeof EventSource !== 'function') {
      this.poll();
      return;
    }
    this.source = new EventSource(this.events);
    this.source.addEventListener('state', (event) => {
      this.take(JSON.parse((event as MessageEvent<string>).data) as Translation);
    });
    this.source.addEventListener('error', () => {
      this.source?.close();
      this.source = null;
      if (!this.stopped) this.poll();
    });
  }

  stop(): void {
    this.stopped = true;
    this.source?.close();
    window.clearTimeout(this.timer);
  }

  private poll(): void {
    getJson<Translation>(this.self).then(
      (translation) => {
        this.take(translation);
        this.again();
      },
      (cause: unknown) => {
        this.lost(cause);
        if (cause instanceof Problem && cause.told.status === 404) this.stop();
        this.again();
      },
    );
  }

  private again(): void {
    if (!this.stopped) this.timer = window.setTimeout(() => this.poll(), 2000);
  }

  private take(translation: Translation): void {
    if (this.stopped) return;
    if (ended(translation)) this.stop();
    this.changed(translation);
  }
}

export function ended(translation: Translation): boolean {
  return translation.status === 'done' || translation.status === 'failed' || translation.status === 'cancelled';
}
