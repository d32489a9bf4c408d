import { button, el, toast } from '../app/ui/dom';
import { type Draft, draftOf, dropDraft, keepDraft } from './answers/drafts';
import { Outbox, type Standing } from './answers/outbox';
import { forget } from './answers/store';
import { claim, type Tab } from './answers/tabs';
import { uuid } from './answers/uuid';
import { type Clip, type Feedback, isGone, present, type Refused, type SavedReply, type Sending, type State, stateOf, type Step } from './api';
import { device } from './device';
import type { Frame } from './frame';
import { ending, help, problem } from './pages';
import { Clips } from './sound/clips';
import { soundsOf } from './steps/headphones';
import { viewOf } from './steps/views';
import type { View } from './steps/view';
import { speakNow, words } from './words/words';

const PRESENCE = 60_000;

/** Pauses before the server is asked again where a session stands, in milliseconds. */
const AGAIN = [1000, 2000, 4000, 8000, 15_000];

interface Shown {
  step: Step;
  view: View;
  key: string;
  given: boolean;
}

/** One session on this device: shows the step that is due, keeps and sends what is answered, goes on. */
export class Taking {
  private readonly clips = new Clips();
  private readonly outbox: Outbox;
  private shown: Shown | null = null;
  private tab: Tab | null = null;
  private feedback: Feedback | null = null;
  private stopped = false;

  constructor(
    private readonly frame: Frame,
    private state: State,
    private readonly lost: () => void,
  ) {
    speakNow(state.language);
    document.documentElement.dir = state.rtl ? 'rtl' : 'ltr';
    document.title = state.title;
    this.outbox = new Outbox(state.session, {
      saved: (sending, reply) => this.saved(sending, reply),
      refused: (sending, refused) => this.refused(sending, refused),
      standing: (standing) => this.say(standing),
    });
  }

  /** Begins, or goes on, in this tab; unless another one has the session. */
  async start(): Promise<void> {
    this.tab = await claim(this.state.session, () => this.giveWay());
    if (this.tab.mine) await this.run();
    else this.elsewhere();
  }

  private async run(): Promise<void> {
    this.frame.below(help(this.state), el('div', { id: 'toast', class: 'toast', role: 'status' }));
    window.setInterval(() => {
      if (!document.hidden && !this.stopped) void present(this.state.session).catch(() => undefined);
    }, PRESENCE);
    await this.outbox.restore();
    // what an earlier page left behind is sent first: it says where the session stands
    if (this.outbox.empty) await this.due();
    else this.wait();
  }

  private elsewhere(): void {
    const take = button(words.takeOver, () => location.reload(), 'main');
    const first = this.tab;
    take.onclick = (event) => {
      event.stopImmediatePropagation();
      void first?.take().then(() => this.refreshed()).then(() => this.run());
    };
    this.frame.below();
    this.frame.tell(words.elsewhere, el('p', {}, words.elsewhereDetail), el('div', { class: 'row' }, take));
  }

  /** Another tab has taken over: nothing more is sent from here. */
  private giveWay(): void {
    this.stopped = true;
    this.outbox.close();
    this.leave();
    const back = button(words.takeOver, () => location.reload(), 'main');
    this.frame.say(null);
    this.frame.below();
    this.frame.tell(words.elsewhere, el('p', {}, words.elsewhereDetail), el('div', { class: 'row' }, back));
  }

  /** Shows the step that is due. */
  private async due(): Promise<void> {
    const { step, end } = this.state;
    this.frame.progress(this.state, 0, 0);
    if (this.feedback) {
      this.practised(this.feedback);
    } else if (end) {
      this.leave();
      this.frame.progress({ ...this.state, progress: { done: 1, ahead: 0, secondsLeft: 0 } }, 0, 0);
      this.frame.below(el('div', { id: 'toast', class: 'toast', role: 'status' }));
      if (end.kind === 'completed') void forget(this.state.session + '/');
      ending(this.frame, this.state, end);
    } else if (step) {
      await this.show(step);
    }
    void this.ahead();
  }

  private async show(step: Step): Promise<void> {
    if (this.shown?.step.id === step.id) return;
    const draft = await draftOf(this.state.session, step.id);
    // the reply to the answer before may have come meanwhile, and shown it already
    if (this.shown?.step.id === step.id) return;
    const key = draft?.key ?? uuid();
    this.leave();
    const given = (answer: unknown): void => void this.give(answer);
    const around = {
      clips: this.clips,
      draft,
      keep: (values: Record<string, unknown>) => void this.keep(step.id, values, key),
      give: given,
      refresh: () => void this.again(step.id),
    };
    const view = viewOf(step, around, () => this.next());
    this.shown = { step, view, key, given: false };
    this.frame.show(view, () => this.next());
    if (!draft) await this.keep(step.id, {}, key);
  }

  private async keep(step: string, values: Record<string, unknown>, key: string): Promise<void> {
    const log = this.shown?.step.id === step ? this.shown.view.log : undefined;
    const draft: Draft = { values, plays: log?.events ?? [], elapsed: log?.elapsed ?? 0, key };
    await keepDraft(this.state.session, step, draft);
  }

  /** The button that goes on, and its key. */
  private next(): void {
    const { shown } = this;
    if (!shown || shown.given) return;
    const missing = shown.view.missing();
    this.frame.missing(missing?.words ?? '');
    if (missing) missing.focus();
    else void this.give(shown.view.answer());
  }

  private async give(answer: unknown): Promise<void> {
    const { shown } = this;
    if (!shown || shown.given) return;
    shown.given = true;
    this.frame.busy(true);
    const { log } = shown.view;
    const sending: Sending = { key: shown.key, step: shown.step.id, answer, device: device() };
    if (log) Object.assign(sending, { plays: log.events, took: log.elapsed });
    await this.outbox.give(sending);
    await dropDraft(this.state.session, shown.step.id);
    await this.onward(shown.step);
  }

  /** Shows what is certain to come next while the answer is under way, or waits for the server to say. */
  private async onward(from: Step): Promise<void> {
    const certain = this.certainAfter(from);
    if (this.outbox.empty || !certain || (this.shown && this.shown.step.id !== from.id)) return;
    this.frame.progress(this.state, 1, from.seconds);
    await this.show(certain);
  }

  /** What comes after a page whatever is answered to it; practice is talked about first. */
  private certainAfter(step: Step): Step | null {
    const practice = step.kind === 'trial' && step.training;
    return this.state.step?.id === step.id && !practice ? this.state.next : null;
  }

  private saved({ step }: Sending, { state, feedback }: SavedReply): void {
    this.state = state;
    if (feedback) this.feedback = feedback;
    void dropDraft(state.session, step);
    void this.follow();
  }

  private refused({ step, key }: Sending, refused: Refused): void {
    if (refused.state) this.state = refused.state;
    if (refused.status === 422 && this.shown?.step.id === step) {
      this.shown.given = false;
      this.shown.key = key;
      this.frame.busy(false);
      this.frame.say(null);
      this.frame.missing(refused.refusals.find(({ key: at }) => at === '')?.why ?? words.refused);
      this.shown.view.refuse?.(refused.refusals);
      return;
    }
    this.frame.say(null);
    if (refused.code === 'another-answer-kept') toast(words.keptDetail);
    if (refused.status === 422) void this.backTo();
    else if (refused.status === 409 || (refused.status === 410 && refused.state)) void this.follow();
    else if (isGone(refused)) this.lost();
    else problem(this.frame, refused, () => location.reload());
  }

  /** An answer was refused after the next page had been shown: its page comes again. */
  private async backTo(): Promise<void> {
    await this.refreshed();
    this.leave();
    await this.due();
    this.frame.missing(words.refused);
  }

  /** Where the server stands now: the page is left alone if it is the one that is due. */
  private async follow(): Promise<void> {
    if (this.stopped) return;
    const { step } = this.state;
    if (this.shown && !this.shown.given && step?.id === this.shown.step.id) {
      this.frame.progress(this.state, 0, 0);
      void this.ahead();
    } else if (this.outbox.empty) {
      this.leave();
      await this.due();
    }
  }

  private practised({ right, answer }: Feedback): void {
    this.feedback = null;
    const verdict = right ? words.right : words.wrong;
    const element = el('div', { class: 'feedback' }, answer !== null && el('p', {}, words.rightWas(answer)));
    this.leave();
    const view: View = { heading: verdict, element, next: words.goOn, missing: () => null, answer: () => null };
    this.frame.show(view, () => void this.due());
  }

  /** Fetches the clips of this page and the next one; lets go of the others. */
  private async ahead(): Promise<void> {
    const now = clipsOf(this.state.step);
    const then = clipsOf(this.state.next);
    const seen = clipsOf(this.shown?.step ?? null);
    this.clips.keepOnly([...now, ...then, ...seen]);
    await this.clips.ahead(now);
    await this.clips.ahead(then);
  }

  /** The addresses of the clips have expired: the server gives new ones. */
  private async again(step: string): Promise<void> {
    await this.refreshed();
    if (this.shown?.step.id === step && !this.shown.given) {
      this.leave();
      await this.due();
    }
  }

  private async refreshed(): Promise<void> {
    for (let tried = 0; !this.stopped; tried++) {
      try {
        this.state = await stateOf(this.state.session);
        return;
      } catch (cause) {
        if (isGone(cause)) return this.lost();
        await new Promise((resolve) => window.setTimeout(resolve, AGAIN[Math.min(tried, AGAIN.length - 1)]));
      }
    }
  }

  private wait(): void {
    this.leave();
    this.frame.progress(this.state, this.outbox.steps.length, 0);
    this.frame.tell(words.saving);
  }

  private say(standing: Standing): void {
    this.frame.say(standing);
    const { shown } = this;
    // nothing more can be done on this page until the answer has arrived
    if (standing === 'waiting' && (!shown || (shown.given && !this.certainAfter(shown.step)))) {
      this.leave();
      this.frame.tell(words.waitingTitle, el('p', {}, words.waiting));
    }
  }

  private leave(): void {
    this.shown?.view.close?.();
    this.shown = null;
  }
}

function clipsOf(step: Step | null): readonly Clip[] {
  if (step?.kind === 'trial') return step.clips;
  if (step?.kind === 'headphones') return soundsOf(step);
  return step?.kind === 'browser' || step?.kind === 'level' ? [step.clip] : [];
}
