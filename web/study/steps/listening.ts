import { button, el } from '../../app/ui/dom';
import type { Clip } from '../api';
import { type Wishes, Player } from '../parts/player';
import { ClipFailed } from '../sound/clips';
import { PlayLog } from '../sound/playlog';
import { words } from '../words/words';
import type { Surroundings } from './view';

/** A place on the page where a player appears as soon as its clips are here. */
export class Listening {
  readonly element = el('div', { class: 'listening' });
  readonly log: PlayLog;
  player: Player | null = null;
  private closed = false;

  constructor(
    private readonly wanted: Clip[],
    private readonly wishes: Wishes,
    private readonly around: Surroundings,
    private readonly arrived: (player: Player) => void = () => undefined,
  ) {
    this.log = new PlayLog(around.draft?.plays ?? [], around.draft?.elapsed ?? 0);
    void this.load(true);
  }

  close(): void {
    this.closed = true;
    this.player?.close();
  }

  private async load(first: boolean): Promise<void> {
    const bar = el('div', { class: 'bar' }, el('i'));
    const told = el('p', { class: 'small', role: 'status' }, words.clipsLoading(0));
    const waiting = el('div', { class: `waiting ${this.wishes.medium ?? ''}` }, told, bar);
    this.element.replaceChildren(waiting);
    let shown = 0;
    try {
      const here = await this.around.clips.all(this.wanted, (share) => {
        bar.style.setProperty('--share', String(share));
        // read out in quarters, not in every step
        if (Math.floor(share * 4) > shown) {
          shown = Math.floor(share * 4);
          told.textContent = words.clipsLoading(Math.round(share * 100));
        }
      });
      if (this.closed) return;
      this.player = new Player(here, this.wishes, this.log);
      this.element.replaceChildren(this.player.element);
      this.arrived(this.player);
    } catch (cause) {
      if (this.closed) return;
      const why = cause instanceof ClipFailed ? cause.why : 'network';
      if (why === 'gone' && first) this.around.refresh();
      else this.fail(why);
    }
  }

  private fail(why: ClipFailed['why']): void {
    const [title, detail] =
      why === 'format' ? [words.noDecoding, words.noDecodingDetail] : [words.clipsFailed, words.clipsFailedDetail];
    const again = button(words.tryAgain, () => (why === 'gone' ? this.around.refresh() : void this.load(false)), 'main');
    this.element.replaceChildren(el('div', { class: 'notice', role: 'alert' }, el('h2', {}, title), el('p', {}, detail), el('div', { class: 'row' }, again)));
  }
}
